"""The fewest indicators, and with so many the fewest points, that close a gap in a total."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from utils.measures.scores.lpa import EXACT

Numbers = np.ndarray[tuple[int], np.dtype[Any]]


def least_points(component: Numbers, worth: Numbers, room: Numbers, gap: float) -> Numbers:
    """Return the points to add to each indicator: to the fewest of them, then the fewest points.

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
        Points, 0 for an indicator that is left as it is.

    Notes
    -----
    Source: this dashboard's own convention, arithmetic and no prediction.
    Method: a point is worth the same throughout a component, so that of its indicators the ones
    with the most room serve best. The fewest indicators are those that could gain most. Every way
    to divide that number over the components is tried; each is filled from the highest worth of
    a point. The first with the fewest points is the answer.
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
    """Return the points of each component that close the gap at the least, by `count` indicators.

    Components come by falling worth of a point; `capacity[c][n]` are the points that the n
    indicators with the most room of a component can take.
    """
    found, fewest = [0.0] * len(worth), float("inf")
    for counts in product(*(range(min(count, len(whole) - 1), -1, -1) for whole in capacity)):
        if sum(counts) != count:
            continue
        points, left = [], gap
        for each, whole, number in zip(worth, capacity, counts, strict=True):
            points.append(min(max(left, 0.0) / each, whole[number]))
            left -= each * points[-1]
        if left <= EXACT and sum(points) < fewest - EXACT:
            found, fewest = points, sum(points)
    return found
