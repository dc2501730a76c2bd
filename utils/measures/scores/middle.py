"""A selection of assessments in a few numbers: the middle, the components, the levels reached."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.measures.peers import MINIMUM_PEERS
from utils.measures.scores.editions import only_edition


@dataclass(frozen=True, kw_only=True)
class Middle:
    """The middle of known percentages of LAOs.

    `n` : LAOs. `median` : None where n is 0. `low`, `high` : bounds of the middle half (lower and
    upper quartile), None where n is under five.
    """

    n: int
    median: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, kw_only=True)
class ScoresInBrief:
    """Assessments of one year and assessor: `assessed` LAOs, and the middle of their totals."""

    assessed: int
    total: Middle


@dataclass(frozen=True, kw_only=True)
class Reached:
    """LAOs by the level that their total reaches on one scale.

    `n` : LAOs with a total and a cut-off that acts on it; `counts` : LAOs by level, from the lowest
    level of the scale, those below it left out; `assumed` : whether any cut-off that acts is.
    """

    n: int
    counts: tuple[tuple[str, int], ...]
    assumed: bool

    @property
    def reached(self) -> int:
        """LAOs on any level of the scale."""
        return sum(count for _, count in self.counts)


def middle(percents: pd.Series) -> Middle:
    """Describe known percentages of LAOs; unknown ones are left out.

    Notes
    -----
    Source: this dashboard's own convention; quartiles by linear interpolation, none under five.
    """
    values = percents.to_numpy(dtype=float, na_value=float("nan"))
    known = values[~np.isnan(values)]
    if not known.size:
        return Middle(n=0)
    low, median, high = (float(at) for at in np.quantile(known, (0.25, 0.5, 0.75)))
    if len(known) < MINIMUM_PEERS:
        return Middle(n=len(known), median=median)
    return Middle(n=len(known), median=median, low=low, high=high)


def scores_in_brief(totals: pd.DataFrame) -> ScoresInBrief:
    """Return how many LAOs are assessed, how many have a total, and the middle of the totals.

    `totals`: of one year and assessor.

    Raises
    ------
    EditionsNotComparableError
        If the rows are of more than one edition.

    Notes
    -----
    Source: this dashboard's own convention.
    """
    only_edition(totals)
    return ScoresInBrief(assessed=totals["lao_id"].nunique(), total=middle(totals["total"]))


def component_summary(parts: pd.DataFrame) -> pd.DataFrame:
    """Describe every component over the assessments of one year and assessor.

    Parameters
    ----------
    parts : DataFrame
        From `utils.measures.scores.components.component_scores`.

    Returns
    -------
    DataFrame, indexed by component
        `n`, `low`, `median`, `high` : as in `middle`, over the LAOs of which at least 80 % of the
        indicators of the component are known; `assessed` : LAOs; `known`, `of` : scores known, and
        indicators times LAOs; `derived` : those among `known` derived from an LPA result.

    Notes
    -----
    Source: this dashboard's own convention: a component of which less is known is not compared.
    """
    rows = []
    for number, mine in parts.groupby("component"):
        found = middle(mine["percent"].where(mine["complete"]))
        sums = {name: int(mine[name].sum()) for name in ("known", "of", "derived")}
        numbers = {"n": found.n, "low": found.low, "median": found.median, "high": found.high}
        rows.append({"component": number, **numbers, "assessed": len(mine), **sums})
    names = ["component", "n", "low", "median", "high", "assessed", "known", "of", "derived"]
    table = pd.DataFrame(rows, columns=names).set_index("component")
    kinds = {name: "Float64" if name in {"low", "median", "high"} else "Int64" for name in table}
    return table.astype(kinds)


def reached(judged: pd.DataFrame, cutoffs: pd.DataFrame, scale: str) -> Reached:
    """Count LAOs by the level that they reach on one scale.

    Parameters
    ----------
    judged : DataFrame
        From `utils.measures.scores.levels.levels`, of one year.
    cutoffs : DataFrame
        As the table `score_cutoffs`.
    scale : str
        The scale by which they are judged.

    Returns
    -------
    Reached

    Notes
    -----
    Source: as for `utils.measures.scores.levels.levels`.
    """
    order = cutoffs[cutoffs["scale"] == scale].sort_values("low_percent")["level"].unique()
    acts = judged["level"].notna().to_numpy()
    found = Counter(judged["level"].to_numpy()[acts])
    counts = tuple((str(level), found[level]) for level in order)
    assumed = judged["assumed"].to_numpy(dtype=bool, na_value=False)[acts]
    return Reached(n=int(acts.sum()), counts=counts, assumed=bool(assumed.any()))
