"""What it takes, by hand and against brute force: fewest indicators first, then fewest points."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measures import scoring
from tests.measures.scoring import EDITION, assessed, same
from utils.measures.scores.levels import levels
from utils.measures.scores.next_level import Raise, point_worth, raise_to, what_it_takes
from utils.tables import shipped

WEIGHTS = pd.Series({1: 25.0, 2: 25.0})
HALF = {**same(15, range(1, 10)), 10: 10}


def steps(plan: Raise) -> dict[object, tuple[float, float]]:
    rows = plan.steps[["raise_to", "gain"]].round(6).to_dict("index")
    return {indicator: (row["raise_to"], row["gain"]) for indicator, row in rows.items()}


def raised(scores: dict[int, float | None], mark: float) -> Raise:
    return raise_to(scoring.known(assessed("A", scores)), WEIGHTS, mark)


def test_a_point_is_worth_its_components_weight_over_its_known_maxima() -> None:
    known = scoring.known(assessed("A", {1: 0, 2: 0, 6: 0, 10: 0}))
    # half of the total over 60 points; half over 50
    assert point_worth(known, WEIGHTS).tolist() == [
        pytest.approx(value) for value in (50 / 60, 50 / 60, 1, 1)
    ]
    uneven = point_worth(known, pd.Series({1: 75.0, 2: 25.0}))
    assert uneven.tolist() == [pytest.approx(value) for value in (1.25, 1.25, 0.5, 0.5)]


def test_one_indicator_of_the_dearer_component_closes_a_small_gap() -> None:
    # from 50 to 54: a point adds 1/3 in component 1 (150 points), 50/140 in component 2:
    # 4 / (50/140) = 11.2 points on one indicator of component 2 with the most room
    result = raised(HALF, 54)
    assert result.total == pytest.approx(50)
    assert result.gap == pytest.approx(4)
    assert result.points == pytest.approx(11.2)
    assert steps(result) == {6: (26.2, 4)}


def test_fewer_indicators_go_before_fewer_points() -> None:
    # indicator 6 has 1 point of room, 7-10 none; indicator 1 has 30. The gap is 1: one of 1 alone
    # takes 3 points; 6 and 1 together would take 1 + 1.93
    scores = {1: 0, **same(30, range(2, 6)), 6: 29, **same(30, range(7, 10)), 10: 20}
    result = raised(scores, 90 - 50 / 140 + 1)
    assert steps(result) == {1: (3, 1)}


def test_with_as_many_indicators_the_fewest_points_are_taken() -> None:
    # from 50 to 58: 8 points of the total need two indicators (15 x 50/140 = 5.36 at most each):
    # two of component 2, 22.4 points in all, rather than one of each
    result = raised(HALF, 58)
    assert steps(result) == {6: (30, round(15 * 50 / 140, 6)), 7: (22.4, round(7.4 * 50 / 140, 6))}
    assert result.points == pytest.approx(22.4)


def test_a_mark_that_is_reached_takes_nothing() -> None:
    result = raised(HALF, 50)
    assert (result.gap, result.points, len(result.steps)) == (0, 0, 0)
    assert raised(HALF, 40).gap == 0


def test_everything_known_at_its_maximum_is_100_per_cent() -> None:
    result = raised(same(0, [1, 2, 6, 7]), 100)
    assert result.points == 120
    assert result.steps["raise_to"].tolist() == [30] * 4


def test_what_cannot_be_reached_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 100"):
        raised(HALF, 100.5)
    with pytest.raises(ValueError, match="every component"):
        raised({1: 15}, 60)


def test_what_it_takes_goes_by_the_next_level_of_each() -> None:
    rows = [
        assessed("A", HALF, assessor="area"),
        assessed("B", {**same(30, range(1, 10)), 10: 20}, assessor="area"),
        assessed("C", {1: 3}, assessor="area"),
        assessed("A", same(0)),
    ]
    judged = levels(scoring.totals(*rows), shipped.load("score_cutoffs"), "area_result")
    plans = what_it_takes(scoring.known(*rows), judged, scoring.components())
    # B is excellent already, and C has no total
    assert list(plans) == ["A"]
    assert plans["A"].mark == 60
    assert plans["A"].gap == pytest.approx(10)
    assert len(plans["A"].steps) == 2
    with pytest.raises(ValueError, match="choose a year"):
        what_it_takes(scoring.known(*rows), pd.concat([judged, judged]), scoring.components())


Small = tuple[list[int], list[float], list[float], dict[int, float], float]


@st.composite
def small(draw: st.DrawFn) -> Small:
    component = sorted(draw(st.lists(st.sampled_from([1, 2, 3]), min_size=1, max_size=6)))
    size = len(component)
    maxima = draw(st.lists(st.sampled_from([10.0, 20.0, 30.0]), min_size=size, max_size=size))
    shares = draw(st.lists(st.sampled_from([0, 0.1, 0.5, 0.9, 1]), min_size=size, max_size=size))
    weights = {name: draw(st.sampled_from([10.0, 25.0, 50.0])) for name in sorted(set(component))}
    mark = draw(st.floats(1, 100))
    scores = [share * most for share, most in zip(shares, maxima, strict=True)]
    return component, maxima, scores, weights, mark


def brute_force(worth: np.ndarray, room: np.ndarray, gap: float) -> tuple[int, float]:
    """Try every set of indicators, and of each every way to fill all of its members but one."""
    if gap <= 0:
        return 0, 0.0
    for count in range(1, len(room) + 1):
        fewest = float("inf")
        for chosen in combinations(range(len(room)), count):
            for size in range(count):
                for full in combinations(chosen, size):
                    left = gap - float(sum(worth[at] * room[at] for at in full))
                    points = float(sum(room[at] for at in full))
                    for last in set(chosen) - set(full):
                        more = max(left, 0) / worth[last]
                        if more <= room[last] + 1e-9:
                            fewest = min(fewest, points + more)
        if fewest < float("inf"):
            return count, fewest
    raise AssertionError("every known indicator at its maximum reaches any mark")


@settings(deadline=None, max_examples=150)
@given(small())
def test_the_answer_is_minimal(case: Small) -> None:
    component, maxima, scores, weights, mark = case
    rows = pd.DataFrame(
        {
            "lao_id": "A",
            "fiscal_year_be": 2562,
            "edition": EDITION,
            "assessor": "self",
            "indicator": range(1, len(component) + 1),
            "component": component,
            "score": scores,
            "max_score": maxima,
        }
    )
    by_component = pd.Series(weights)
    plan = raise_to(rows, by_component, mark)
    worth = point_worth(rows, by_component).to_numpy()
    room = (rows["max_score"] - rows["score"]).to_numpy()
    count, points = brute_force(worth, room, plan.gap)
    assert len(plan.steps) == count
    assert plan.points == pytest.approx(points, abs=1e-6)
    means = rows.groupby("component")[["score", "max_score"]].sum()
    percent = 100 * means["score"] / means["max_score"]
    total = (percent * by_component).sum() / by_component.sum()
    assert plan.total == pytest.approx(total)
    assert plan.gap == pytest.approx(max(mark - total, 0), abs=1e-6)
    # it does reach the mark, and raises nothing above its maximum
    assert plan.steps["gain"].sum() == pytest.approx(plan.gap, abs=1e-6)
    assert (plan.steps["raise_to"] <= plan.steps["max_score"] + 1e-6).all()
    assert (plan.steps["raise_to"] > plan.steps["score"]).all()
