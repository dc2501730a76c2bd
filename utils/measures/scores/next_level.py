"""What it would take to reach the next level: the fewest indicators, then the fewest points.

This is arithmetic on the table and not a prediction.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from utils.measures.scores.lpa import EXACT
from utils.measures.scores.record import ASSESSMENT

Numbers = np.ndarray[tuple[int], np.dtype[Any]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Raise:
    """The least that would bring one assessment to a mark.

    `total`, `mark` : per cent; `gap` : mark - total, 0 where it is reached already. `points` : the
    sum of points to gain. `steps` : one row for each indicator to raise, indexed by indicator, with
    `component`, `score`, `max_score`, `raise_to` (points) and `gain` (percentage points of the
    total); empty where the gap is 0.
    """

    total: float
    mark: float
    gap: float
    points: float
    steps: pd.DataFrame


def point_worth(scores: pd.DataFrame, weights: pd.Series) -> pd.Series:
    """Return what one more point in each known indicator adds to the total of its assessment.

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
    """Find the fewest indicators, and among such solutions the fewest points, that reach a mark.

    Parameters
    ----------
    scores : DataFrame
        The rows of one assessment, from `utils.measures.scores.components.known_scores`, with at
        least one indicator of every component.
    weights : Series of float, indexed by component
        Per cent.
    mark : float
        Per cent of the total, at most 100.

    Returns
    -------
    Raise
        Of several equal solutions, the one that raises most indicators of the component whose
        points are worth most, then those with most room, then those with the lowest numbers.

    Raises
    ------
    ValueError
        If a component has no known indicator, or the mark is above 100.

    Notes
    -----
    Source: this dashboard's own convention, arithmetic and not a prediction. Every known indicator
    may rise to its maximum, also by fractions of a point; the unknown remain unknown.
    Method: `utils.measures.scores.next_level.least_points`.
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


def least_points(component: Numbers, worth: Numbers, room: Numbers, gap: float) -> Numbers:
    """Return the points to add to each indicator so that the fewest indicators close a gap.

    Parameters
    ----------
    component, worth, room : array, one value for each known indicator, in their order
        Number of the component; what one point adds, the same throughout a component (percentage
        points); points up to the maximum.
    gap : float
        Percentage points to gain.

    Returns
    -------
    array of float
        Points, 0 for an indicator that is not raised; their sum is the least possible for so few.

    Notes
    -----
    Source: this dashboard's own convention, arithmetic and not a prediction.
    Method: a point is worth the same throughout a component, so the indicators of a component with
    the most room are best. How few indicators suffice follows from those that could gain most.
    Every division of that number among the components is tried, filling first the component whose
    points are worth most; the first division with the fewest points is returned.
    """
    more = np.zeros(len(room))
    if gap <= 0:
        return more
    reach = np.sort(worth * room)[::-1].cumsum()
    count = int(np.searchsorted(reach, gap - EXACT)) + 1
    order = np.lexsort((np.arange(len(room)), -room, component, -worth))
    order = order[room[order] > 0]
    groups = [order[component[order] == name] for name in dict.fromkeys(component[order].tolist())]
    each = [float(worth[group[0]]) for group in groups]
    capacity = [np.concatenate([[0.0], room[group].cumsum()]).tolist() for group in groups]
    given = _cheapest(each, capacity, count, gap)
    for group, points, whole in zip(groups, given, capacity, strict=True):
        before = np.array(whole[:-1])
        more[group] = np.clip(points - before, 0, room[group])
    return more


def _cheapest(
    worth: list[float], capacity: list[list[float]], count: int, gap: float
) -> list[float]:
    """Return the fewest points for each component that close the gap with `count` indicators.

    Components are in order of falling worth of a point; `capacity[c][n]` : the points that the n
    indicators of component c with the most room can take.
    """
    cheapest, fewest = [0.0] * len(worth), float("inf")
    for counts in product(*(range(min(count, len(whole) - 1), -1, -1) for whole in capacity)):
        if sum(counts) != count:
            continue
        points, left = [], gap
        for each, whole, number in zip(worth, capacity, counts, strict=True):
            points.append(min(max(left, 0.0) / each, whole[number]))
            left -= each * points[-1]
        if left <= EXACT and sum(points) < fewest - EXACT:
            cheapest, fewest = points, sum(points)
    return cheapest
