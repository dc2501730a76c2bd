"""A selection of assessments in a few numbers: totals, components, indicators, levels reached."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.measures.coverage.groups import class_counts
from utils.measures.peers import MINIMUM_PEERS
from utils.measures.scores.editions import only_edition
from utils.measures.scores.record import ASSESSMENT

CLASS_LOWS = (0, 50, 60, 70, 80, 90)
UNKNOWN_TOTAL = "unknown"
TOTAL_CLASSES = (*(str(low) for low in CLASS_LOWS), UNKNOWN_TOTAL)


@dataclass(frozen=True, kw_only=True)
class Middle:
    """The median and quartiles of the known percentages of LAOs.

    `n` : LAOs. `median`; `low`, `high` : bounds of the middle half (lower and upper quartile). All
    three are None where n is under five.
    """

    n: int
    median: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, kw_only=True)
class ScoresInBrief:
    """Assessments of one year and assessor: the number of LAOs, and the middle of their totals."""

    assessed: int
    total: Middle


@dataclass(frozen=True, kw_only=True)
class Reached:
    """LAOs by the level that their total reaches on one scale.

    `n` : LAOs with a total and a cut-off that applies to it; `counts` : (level, LAOs), from the
    lowest level of the scale on, without those below it; `assumed` : whether a cut-off that applies
    is assumed.
    """

    n: int
    counts: tuple[tuple[str, int], ...]
    assumed: bool

    @property
    def reached(self) -> int:
        """LAOs on any level of the scale."""
        return sum(count for _, count in self.counts)


def middle(percents: pd.Series) -> Middle:
    """Return the median and quartiles of percentages of LAOs, leaving out the unknown.

    Notes
    -----
    Source: this dashboard's own convention; quartiles by linear interpolation; neither these nor
    a median for fewer than five, as the median of one city is that city.
    """
    values = percents.to_numpy(dtype=float, na_value=float("nan"))
    known = values[~np.isnan(values)]
    if len(known) < MINIMUM_PEERS:
        return Middle(n=len(known))
    low, median, high = (float(at) for at in np.quantile(known, (0.25, 0.5, 0.75)))
    return Middle(n=len(known), median=median, low=low, high=high)


def scores_in_brief(totals: pd.DataFrame) -> ScoresInBrief:
    """Return how many LAOs are assessed, and the middle of their totals.

    `totals`: from `utils.measures.scores.components.total_scores`, of one year and assessor.

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
        `n`, `low`, `median`, `high` : as in `middle`, over the LAOs for which at least 80 % of the
        indicators of the component are known; `assessed` : LAOs; `known`, `of` : known scores, and
        indicators times LAOs; `derived` : those of `known` that are derived from an LPA result.

    Notes
    -----
    Source: this dashboard's own convention: a component with fewer known indicators is not
    compared.
    """
    rows = []
    for number, mine in parts.groupby("component"):
        percents = middle(mine["percent"].where(mine["complete"]))
        sums = {name: int(mine[name].sum()) for name in ("known", "of", "derived")}
        numbers = {
            "n": percents.n,
            "low": percents.low,
            "median": percents.median,
            "high": percents.high,
        }
        rows.append({"component": number, **numbers, "assessed": len(mine), **sums})
    names = ["component", "n", "low", "median", "high", "assessed", "known", "of", "derived"]
    table = pd.DataFrame(rows, columns=names).set_index("component")
    kinds = {name: "Float64" if name in {"low", "median", "high"} else "Int64" for name in table}
    return table.astype(kinds)


def indicator_summary(known: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Describe every indicator over a selection of assessments.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`, of one edition.
    indicators : DataFrame
        As the table `indicators`.

    Returns
    -------
    DataFrame, indexed by indicator, every indicator of the edition
        `component`, `max_score`; `known`, `of` : assessments in which it is known, and of the
        selection; `low`, `median`, `high` : lower quartile, median and upper quartile of the known
        scores, points, missing where fewer than five are known; `percent` : 100 x sum of the known
        scores / sum of their maxima, missing where none is. No rows for an empty selection.

    Raises
    ------
    EditionsNotComparableError
        If the selection holds more than one edition.

    Notes
    -----
    Source: this dashboard's own convention; quartiles by linear interpolation.
    """
    edition = only_edition(known)
    names = ["component", "max_score"]
    table = indicators[indicators["edition"] == edition].set_index("indicator")[names]
    scores = known.groupby("indicator")["score"]
    table["known"] = scores.size().reindex(table.index).fillna(0).astype("Int64")
    table["of"] = len(known[ASSESSMENT].drop_duplicates())
    for name, quantile in {"low": 0.25, "median": 0.5, "high": 0.75}.items():
        values = scores.quantile(quantile).reindex(table.index).astype("Float64")
        table[name] = values.where(table["known"] >= MINIMUM_PEERS)
    share = 100 * scores.sum() / known.groupby("indicator")["max_score"].sum()
    return table.assign(percent=share.reindex(table.index).astype("Float64")).sort_index()


def weakest(summary: pd.DataFrame, count: int = 5) -> pd.DataFrame:
    """Return the indicators with the lowest share of their maximum, lowest first.

    Parameters
    ----------
    summary : DataFrame
        From `indicator_summary`.
    count : int
        How many; those that tie with the last one are returned too.

    Returns
    -------
    DataFrame
        Rows of `summary`, without indicators that have no known score.

    Notes
    -----
    Source: this dashboard's own convention.
    """
    place = summary["percent"].astype(float).round(9).rank(method="min")
    lowest = summary.assign(place=place)[place <= count]
    return lowest.sort_values(["place", "indicator"]).drop(columns="place")


def total_classes(totals: pd.DataFrame) -> pd.DataFrame:
    """Count totals in fixed classes.

    Parameters
    ----------
    totals : DataFrame
        From `utils.measures.scores.components.total_scores`, one row per LAO.

    Returns
    -------
    DataFrame, indexed by class: "0", "50", "60", "70", "80", "90" (its lower bound), "unknown"
        `count` : LAOs; the class "90" ends with 100, each other before the bound of the next.
        `base` : LAOs with a known total; `share` : count / base, missing where the base is under
        ten, and for the unknown, which are not in it.

    Notes
    -----
    Source: this dashboard's own convention. The bounds include every cut-off in use. A group under
    ten shows n/N without a percentage.
    """
    bounds = [*CLASS_LOWS, float("inf")]
    total = totals["total"].astype(float).round(9)
    placed = pd.cut(total, bounds, right=False, labels=TOTAL_CLASSES[:-1])
    return class_counts(placed, pd.Index(TOTAL_CLASSES, name="class", dtype="string"))


def score_shares(known: pd.DataFrame) -> pd.DataFrame:
    """Return known scores as percentages of their maximum, and in classes.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`.

    Returns
    -------
    DataFrame, the rows and columns of `known`, index kept
        `percent` : 100 x score / maximum; `class_low` : the lower bound of its class, one of 0, 50,
        60, 70, 80 and 90; the class 90 ends with 100, each other before the bound of the next.

    Notes
    -----
    Source: this dashboard's own convention; the bounds include every cut-off in use, and are the
    same for any selection.
    """
    percent = (100 * known["score"] / known["max_score"]).astype(float).round(9)
    place = np.searchsorted(np.array(CLASS_LOWS), percent.to_numpy(), side="right") - 1
    lows = np.array(CLASS_LOWS)[place]
    return known.assign(percent=percent, class_low=pd.Series(lows, index=known.index))


def reached(judged: pd.DataFrame, cutoffs: pd.DataFrame, scale: str) -> Reached:
    """Count LAOs by the level that their total reaches on one scale.

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
    by_level = Counter(judged["level"].to_numpy()[acts])
    counts = tuple((str(level), by_level[level]) for level in order)
    assumed = judged["assumed"].to_numpy(dtype=bool, na_value=False)[acts]
    return Reached(n=int(acts.sum()), counts=counts, assumed=bool(assumed.any()))
