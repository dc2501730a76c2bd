"""Known scores, component scores and totals of assessments: missing never counts as zero."""

from __future__ import annotations

import pandas as pd

from utils.measures.scores.lpa import derived_scores
from utils.measures.scores.record import ASSESSMENT

COMPLETE_PERCENT = 80


def known_scores(
    scores: pd.DataFrame,
    indicators: pd.DataFrame,
    lpa: pd.DataFrame,
    conversions: pd.DataFrame,
) -> pd.DataFrame:
    """Return every known score: those of the score table, and those derived from LPA results.

    Parameters
    ----------
    scores, indicators, conversions : DataFrame
        As the tables `scores`, `indicators` and `lpa_conversions`.
    lpa : DataFrame
        From `utils.measures.scores.lpa.lpa_results`.

    Returns
    -------
    DataFrame, one row per assessment and indicator with a known score
        `lao_id`, `fiscal_year_be`, `edition`, `assessor`, `indicator`; `component`; `score`,
        `max_score` : points; `derived` : bool, from an LPA result; `lpa_year_be` : the fiscal year
        of that result, missing otherwise. Where a score is in the table and could be derived too,
        that of the table is kept. Derived scores complete the assessments of the table and do not
        create new ones.

    Notes
    -----
    Source: indicators 24-33 are converted from the latest LPA result, by the programme's criteria.
    Preferring a stated score to a derived one is this dashboard's own convention.
    """
    stated = scores.dropna(subset="score")[[*ASSESSMENT, "indicator", "score"]]
    derived = derived_scores(stated[ASSESSMENT].drop_duplicates(), lpa, conversions)
    both = pd.concat([stated.assign(derived=False), derived.assign(derived=True)])
    both = both.drop_duplicates([*ASSESSMENT, "indicator"], keep="first")
    catalogue = indicators[["edition", "indicator", "component", "max_score"]]
    known = both.merge(catalogue, on=["edition", "indicator"])
    known = known.astype({"lpa_year_be": "Int64", "derived": "bool"})
    names = [*ASSESSMENT, "indicator", "component", "score", "max_score", "derived", "lpa_year_be"]
    return known.sort_values([*ASSESSMENT, "indicator"], ignore_index=True)[names]


def component_scores(known: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Return the score of every component of every assessment, and how much of it is known.

    Parameters
    ----------
    known : DataFrame
        From `known_scores`, all of it or some assessments.
    indicators : DataFrame
        As the table `indicators`.

    Returns
    -------
    DataFrame, one row per assessment and component of its edition
        `known`, `of` : indicators with a known score, and indicators of the component;
        `derived` : those of `known` that are derived from an LPA result; `percent` : 100 x sum of
        the known scores / sum of the maxima of the same indicators, missing where none is known;
        `complete` : bool, whether at least 80 % of the indicators are known.

    Notes
    -----
    Source: the indicators and their maxima are those of the programme's criteria. Leaving unknown
    indicators out of both sums, rather than counting them as zero, and the 80 % are this
    dashboard's own convention.
    """
    of = indicators.groupby(["edition", "component"], as_index=False).agg(of=("indicator", "size"))
    table = known[ASSESSMENT].drop_duplicates().merge(of, on="edition")
    sums = known.groupby([*ASSESSMENT, "component"], as_index=False).agg(
        known=("score", "size"),
        derived=("derived", "sum"),
        points=("score", "sum"),
        maximum=("max_score", "sum"),
    )
    table = table.merge(sums, on=[*ASSESSMENT, "component"], how="left")
    counts = ["known", "of", "derived"]
    table[counts] = table[counts].astype("Int64").fillna(0)
    table["percent"] = (100 * table["points"] / table["maximum"]).astype("Float64")
    table["complete"] = (100 * table["known"] >= COMPLETE_PERCENT * table["of"]).astype(bool)
    return table[[*ASSESSMENT, "component", *counts, "percent", "complete"]]


def total_scores(parts: pd.DataFrame, components: pd.DataFrame) -> pd.DataFrame:
    """Return the total of every assessment: the weighted mean of its components.

    Parameters
    ----------
    parts : DataFrame
        From `component_scores`.
    components : DataFrame
        As the table `components`.

    Returns
    -------
    DataFrame, one row per assessment
        `known`, `of`, `derived` : as in `component_scores`, over all components; `complete` : bool,
        whether every component of the edition is; `total` : per cent, missing where not complete.

    Notes
    -----
    Source: each of the four components weighs 25 %, by the programme's criteria. Requiring at least
    80 % of the indicators of every component for a total is this dashboard's own convention.
    """
    weights = components[["edition", "component", "weight_percent"]]
    rows = parts.merge(weights, on=["edition", "component"])
    rows["weighted"] = rows["percent"] * rows["weight_percent"]
    table = rows.groupby(ASSESSMENT, as_index=False).agg(
        known=("known", "sum"),
        of=("of", "sum"),
        derived=("derived", "sum"),
        complete=("complete", "sum"),
        weighted=("weighted", "sum"),
        weight=("weight_percent", "sum"),
    )
    of_edition = table["edition"].map(weights.groupby("edition").size())
    table["complete"] = (table["complete"] == of_edition).astype(bool)
    total = table["weighted"].astype("Float64") / table["weight"].astype("Float64")
    table["total"] = total.where(table["complete"])
    return table[[*ASSESSMENT, "known", "of", "derived", "complete", "total"]]
