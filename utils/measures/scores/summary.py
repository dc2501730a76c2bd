"""A selection of assessments in a few numbers: by indicator, and by class of the total."""

from __future__ import annotations

import pandas as pd

from utils.measures.coverage.groups import class_counts
from utils.measures.scores.components import ASSESSMENT
from utils.measures.scores.editions import only_edition

CLASS_LOWS = (0, 50, 60, 70, 80, 90)
UNKNOWN_TOTAL = "unknown"
TOTAL_CLASSES = (*(str(low) for low in CLASS_LOWS), UNKNOWN_TOTAL)


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
        selection; `low`, `median`, `high` : lower quartile, median and upper quartile of the
        known scores, points; `percent` : 100 x sum of the known scores / sum of their maxima;
        the last four are missing where none is known. No row for an empty selection.

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
        table[name] = scores.quantile(quantile).reindex(table.index).astype("Float64")
    share = 100 * scores.sum() / known.groupby("indicator")["max_score"].sum()
    return table.assign(percent=share.reindex(table.index).astype("Float64")).sort_index()


def weakest(summary: pd.DataFrame, count: int = 5) -> pd.DataFrame:
    """Return the indicators with the lowest share of their maximum, lowest first.

    Parameters
    ----------
    summary : DataFrame
        From `indicator_summary`.
    count : int
        How many; whatever ties with the last one is returned too.

    Returns
    -------
    DataFrame
        Rows of `summary`; an indicator that nobody's score is known of is not among them.

    Notes
    -----
    Source: this dashboard's own convention.
    """
    place = summary["percent"].astype(float).round(9).rank(method="min")
    found = summary.assign(place=place)[place <= count]
    return found.sort_values(["place", "indicator"]).drop(columns="place")


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
        ten, and for the unknown, which stand outside it.

    Notes
    -----
    Source: this dashboard's own convention. The bounds hold every cut-off in use. A group under
    ten shows n/N without a percentage.
    """
    bounds = [*CLASS_LOWS, float("inf")]
    total = totals["total"].astype(float).round(9)
    placed = pd.cut(total, bounds, right=False, labels=TOTAL_CLASSES[:-1])
    return class_counts(placed, pd.Index(TOTAL_CLASSES, name="class", dtype="string"))
