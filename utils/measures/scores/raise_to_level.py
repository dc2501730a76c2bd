"""What would it take? The fewest indicators, then the fewest points, to a mark: arithmetic only."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.measures.scores.components import ASSESSMENT
from utils.measures.scores.least_points import least_points
from utils.measures.scores.lpa import EXACT


@dataclass(frozen=True, kw_only=True, eq=False)
class Raise:
    """The least that brings one assessment to a mark.

    `total`, `mark` : per cent; `gap` : mark - total, 0 where it is reached already. `points` :
    the points to gain in all. `steps` : one row for each indicator to raise, indexed by indicator,
    with `component`, `score`, `max_score`, `raise_to` (points) and `gain` (percentage points of
    the total); empty where the gap is 0.
    """

    total: float
    mark: float
    gap: float
    points: float
    steps: pd.DataFrame


def point_worth(scores: pd.DataFrame, weights: pd.Series) -> pd.Series:
    """Return what one point more on each known indicator adds to the total of its assessment.

    Parameters
    ----------
    scores : DataFrame
        From `utils.measures.scores.components.known_scores`, whole assessments of one edition.
    weights : Series of float, indexed by component
        Per cent.

    Returns
    -------
    Series of float, indexed as `scores`
        Percentage points: 100 x weight of the component / weight of all components / sum of the
        maxima of its known indicators. It is the same throughout a component.

    Notes
    -----
    Source: `utils.measures.scores.components.total_scores`.
    """
    weight = scores["component"].map(weights).astype(float)
    maxima = scores.groupby([*ASSESSMENT, "component"])["max_score"].transform("sum").astype(float)
    return 100 * weight / float(weights.sum()) / maxima


def raise_to(scores: pd.DataFrame, weights: pd.Series, mark: float) -> Raise:
    """Find the fewest indicators, and with so many the fewest points, that reach a mark.

    Parameters
    ----------
    scores : DataFrame
        The rows of one assessment, from `utils.measures.scores.components.known_scores`, with
        an indicator of every component.
    weights : Series of float, indexed by component
        Per cent.
    mark : float
        Per cent of the total, at most 100.

    Returns
    -------
    Raise
        Of several answers alike, the one that raises most indicators of the component whose
        points are worth most, then those with the most room, then those with the lowest numbers.

    Raises
    ------
    ValueError
        If a component has no known indicator, or the mark is above 100.

    Notes
    -----
    Source: this dashboard's own convention, arithmetic on the table and no prediction. Every known
    indicator may rise to its maximum, by parts of a point too; those not known stay so.
    Method: `utils.measures.scores.least_points.least_points`.
    """
    if set(weights.index) - set(scores["component"]) or mark > 100:  # noqa: PLR2004 per cent
        raise ValueError("a mark of at most 100 % and a known indicator in every component")
    rows = scores.sort_values("indicator").set_index("indicator")
    worth = point_worth(rows, weights)
    rows = rows[["component", "score", "max_score"]].astype(float).astype({"component": int})
    total = float((worth * rows["score"]).sum())
    gap = mark - total if mark - total > EXACT else 0.0
    room = rows["max_score"] - rows["score"]
    more = least_points(rows["component"].to_numpy(), worth.to_numpy(), room.to_numpy(), gap)
    steps = rows.assign(raise_to=rows["score"] + more, gain=worth * more)
    return Raise(total=total, mark=mark, gap=gap, points=float(more.sum()), steps=steps[more > 0])


def what_it_takes(
    known: pd.DataFrame, judged: pd.DataFrame, components: pd.DataFrame
) -> dict[str, Raise]:
    """Find for each LAO what it would take to reach its next level.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`.
    judged : DataFrame
        From `utils.measures.scores.levels.levels`, one row per LAO.
    components : DataFrame
        As the table `components`.

    Returns
    -------
    dict of lao_id to Raise
        Of the LAOs of `judged` that have a total and a level above theirs.

    Raises
    ------
    ValueError
        If an LAO has two rows in `judged`.

    Notes
    -----
    Source: `raise_to`, with the cut-offs of the table `score_cutoffs`; those of the area results
    are assumed.
    """
    if judged["lao_id"].duplicated().any():
        raise ValueError("one assessment of each LAO: choose a year and an edition")
    below = judged.dropna(subset="next_low_percent")
    marks = dict(zip(below["lao_id"], below["next_low_percent"].astype(float), strict=True))
    weights = {
        str(edition): rows.set_index("component")["weight_percent"].astype(float)
        for edition, rows in components.groupby("edition")
    }
    rows = known.merge(below[ASSESSMENT], on=ASSESSMENT)
    return {
        str(lao): raise_to(scores, weights[str(edition)], marks[str(lao)])
        for (lao, edition), scores in rows.groupby(["lao_id", "edition"])
    }
