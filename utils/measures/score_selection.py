"""The part of a score record that a reader looks at, in a few numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from utils.measures.peers import MINIMUM_PEERS
from utils.measures.score_components import ASSESSMENT
from utils.measures.score_editions import only_edition
from utils.measures.score_lpa import BELOW
from utils.measures.score_reading import ScoreReading


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


def edition_of(totals: pd.DataFrame, fiscal_year_be: int) -> str | None:
    """Return the edition by which most assessments of a fiscal year were made.

    `totals`: from `utils.measures.score_components.total_scores`. The later code of two that are
    equally frequent; None where the year has no assessment.

    Notes
    -----
    Source: this dashboard's own convention; scores of two editions are never added up.
    """
    counts = totals.loc[totals["fiscal_year_be"] == fiscal_year_be, "edition"].value_counts()
    return None if counts.empty else str(counts[counts == counts.max()].index.max())


def other_editions(totals: pd.DataFrame, fiscal_year_be: int) -> int:
    """Return how many assessments of a fiscal year are by another edition than `edition_of`.

    Notes
    -----
    Source: as for `edition_of`; what is left out is said.
    """
    here = totals[totals["fiscal_year_be"] == fiscal_year_be]
    return int((here["edition"] != edition_of(totals, fiscal_year_be)).sum())


def selected(
    reading: ScoreReading,
    *,
    fiscal_year_be: int,
    province_codes: Collection[str],
    lao_type: str | None = None,
) -> ScoreReading:
    """Narrow a reading to the assessments of a year's edition, an area and a type of LAO.

    Parameters
    ----------
    reading : ScoreReading
    fiscal_year_be : int
        Its edition is chosen by `edition_of`; assessments of other years by that edition stay.
    province_codes : collection of str
        Codes of the provinces of the area.
    lao_type : str or None
        As in the table `municipalities`; None for every type.

    Returns
    -------
    ScoreReading
        `known`, `parts` and `totals` narrowed, their order kept.

    Notes
    -----
    Source: this dashboard's own convention.
    """
    totals = reading.totals
    keep = totals["province_code"].isin(list(province_codes))
    keep &= totals["edition"] == edition_of(totals, fiscal_year_be)
    if lao_type is not None:
        keep &= (totals["lao_type"] == lao_type).fillna(value=False)
    kept = totals[keep]
    keys = kept[ASSESSMENT]
    return replace(
        reading,
        known=reading.known.merge(keys, on=ASSESSMENT),
        parts=reading.parts.merge(keys, on=ASSESSMENT),
        totals=kept.reset_index(drop=True),
    )


def of_year(rows: pd.DataFrame, fiscal_year_be: int, assessor: str | None = None) -> pd.DataFrame:
    """Return the rows of one fiscal year, and of one assessor where one is named.

    `rows`: `known`, `parts` or `totals` of a `ScoreReading`. Index reset.

    Notes
    -----
    Source: the tables; assessors are never added up.
    """
    keep = rows["fiscal_year_be"] == fiscal_year_be
    if assessor is not None:
        keep &= rows["assessor"] == assessor
    return rows[keep].reset_index(drop=True)


def middle(percents: pd.Series) -> Middle:
    """Describe known percentages of LAOs; unknown ones are left out.

    Notes
    -----
    Source: this dashboard's own convention; quartiles by linear interpolation, none under five.
    """
    known = percents.dropna().astype(float)
    if known.empty:
        return Middle(n=0)
    low, median, high = (float(known.quantile(at)) for at in (0.25, 0.5, 0.75))
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
        From `utils.measures.score_components.component_scores`.

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
        found = middle(mine.loc[mine["complete"], "percent"])
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
        From `utils.measures.score_levels.levels`, of one year.
    cutoffs : DataFrame
        As the table `score_cutoffs`.
    scale : str
        The scale by which they are judged.

    Returns
    -------
    Reached

    Notes
    -----
    Source: as for `utils.measures.score_levels.levels`.
    """
    acting = judged.dropna(subset="level")
    order = cutoffs[cutoffs["scale"] == scale].sort_values("low_percent")["level"].unique()
    found = acting.loc[acting["level"] != BELOW, "level"].value_counts()
    counts = tuple((str(level), int(found.get(level, 0))) for level in order)
    assumed = bool(acting["assumed"].fillna(value=False).any())
    return Reached(n=len(acting), counts=counts, assumed=assumed)


def earlier_year(known: pd.DataFrame, fiscal_year_be: int) -> int | None:
    """Return the latest earlier fiscal year in which an LAO of a year was assessed too.

    `known`: from `utils.measures.score_components.known_scores`, of one assessor. None where no
    LAO was.

    Notes
    -----
    Source: this dashboard's own convention; LAOs are mostly assessed every second year.
    """
    laos = known.loc[known["fiscal_year_be"] == fiscal_year_be, "lao_id"]
    before = known[(known["fiscal_year_be"] < fiscal_year_be) & known["lao_id"].isin(laos)]
    return None if before.empty else int(before["fiscal_year_be"].max())
