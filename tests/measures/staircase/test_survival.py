"""Kaplan-Meier against a published worked example, and its edges by hand.

The example: weeks in remission of 21 patients given 6-mercaptopurine, Freireich et al. 1963,
Blood 21, 699-716; its estimate is worked through in most textbooks of survival analysis.
"""

from __future__ import annotations

import pandas as pd
import pytest

from utils.measures.staircase.survival import kaplan_meier

RELAPSED = (6, 6, 6, 7, 10, 13, 16, 22, 23)
STILL_IN_REMISSION = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
# weeks: at risk, survival, standard error, as published
PUBLISHED = {
    6: (21, 0.857, 0.0764),
    7: (17, 0.807, 0.0869),
    10: (15, 0.753, 0.0963),
    13: (12, 0.690, 0.1068),
    16: (11, 0.627, 0.1141),
    22: (7, 0.538, 0.1282),
    23: (6, 0.448, 0.1346),
}


def series(*groups: tuple[tuple[int, ...], bool]) -> tuple[pd.Series, pd.Series]:
    times = [time for times, _ in groups for time in times]
    happened = [event for times, event in groups for _ in times]
    return pd.Series(times, dtype="Int64"), pd.Series(happened, dtype="bool")


PATIENTS = series((RELAPSED, True), (STILL_IN_REMISSION, False))


def test_the_remission_times_of_1963() -> None:
    estimate = kaplan_meier(*PATIENTS, minimum=1)
    assert (estimate.n, estimate.events, estimate.too_few) == (21, 9, False)
    assert estimate.table is not None
    table = estimate.table.set_index("time")
    for week, (at_risk, survival, _) in PUBLISHED.items():
        assert table.loc[week, "at_risk"] == at_risk
        assert table.loc[week, "survival"] == pytest.approx(survival, abs=5e-4)
    assert estimate.median == 23
    # no later week is surely below one half: the upper bound is not reached
    assert (estimate.median_low, estimate.median_high) == (13, None)


def test_its_interval_is_on_the_log_log_scale() -> None:
    estimate = kaplan_meier(*PATIENTS, minimum=1)
    assert estimate.table is not None
    first = estimate.table.set_index("time").loc[6]
    # S = 0.857143, standard error 0.07636: 1.96 x 0.07636 / (0.857143 x 0.154151) = 1.1327;
    # exp(1.1327) = 3.1041; 0.857143 to the power of 3.1041 and of 1 / 3.1041
    assert first["low"] == pytest.approx(0.6197, abs=1e-4)
    assert first["high"] == pytest.approx(0.9516, abs=1e-4)


def test_weeks_with_censored_members_only_have_a_row() -> None:
    estimate = kaplan_meier(*PATIENTS, minimum=1)
    assert estimate.table is not None
    table = estimate.table.set_index("time")
    assert list(table[["at_risk", "events", "censored"]].loc[9]) == [16, 0, 1]
    survival = table["survival"].to_dict()
    assert survival[9] == survival[7]
    assert table["events"].sum() + table["censored"].sum() == 21


@pytest.mark.parametrize(("members", "too_few"), [(0, True), (9, True), (10, False)])
def test_nothing_is_shown_under_ten(members: int, too_few: bool) -> None:  # noqa: FBT001
    estimate = kaplan_meier(*series((tuple(range(1, members + 1)), True)))
    assert estimate.too_few == too_few
    assert (estimate.n, estimate.events) == (members, members)


def test_nothing_is_estimated_where_fewer_than_ten_are_at_risk() -> None:
    # Of the 21 patients ten are at risk until week 16 (11) and seven in week 22: the published
    # curve stands at 0.627 there, above one half, and its median of 23 weeks rests on six patients
    estimate = kaplan_meier(*PATIENTS)
    assert estimate.table is not None
    table = estimate.table.set_index("time")
    assert table.loc[16, "survival"] == pytest.approx(0.627, abs=5e-4)
    assert estimate.estimated["time"].max() == 17  # ten at risk, nobody relapsed
    assert table.loc[19:, ["survival", "low", "high"]].isna().all(axis=None)
    assert list(table[["at_risk", "events"]].loc[22]) == [7, 1]  # counted all the same
    assert estimate.median is estimate.median_low is estimate.median_high is None
    assert (estimate.n, estimate.events) == (21, 9)


def test_the_last_one_left_gives_no_upper_bound() -> None:
    # 14 spells: five end after a year, one in year 11, eight are censored after a year, with one
    # at risk in year 11: there the curve falls from 9/14 to 0, which is no median
    times = series(((1,) * 5, True), ((1,) * 8, False), ((11,), True))
    estimate = kaplan_meier(*times)
    assert (estimate.median, estimate.median_low, estimate.median_high) == (None, None, None)
    assert estimate.estimated["survival"].tolist() == pytest.approx([9 / 14])
    # the same with one at risk allowed: the median is year 11, and beyond it nobody is left
    loose = kaplan_meier(*times, minimum=1)
    assert (loose.median, loose.median_high) == (11, None)


def test_how_many_are_at_risk_between_the_times() -> None:
    estimate = kaplan_meier(*PATIENTS)
    # two ended in week 10 after 15 were at risk; nobody's observation ends in weeks 14 and 15
    assert [estimate.at_risk(week) for week in (0, 10, 14, 16, 35, 36)] == [21, 15, 11, 11, 1, 0]


def test_one_half_exactly_is_the_median() -> None:
    # ten members, one event a year: after five years one half is left
    estimate = kaplan_meier(*series((tuple(range(1, 11)), True)), minimum=1)
    assert estimate.median == 5
    assert estimate.table is not None
    assert estimate.table["survival"].tolist() == pytest.approx([n / 10 for n in range(9, -1, -1)])
    assert estimate.table[["low", "high"]].iloc[-1].isna().all()  # none are left


def test_without_an_event_nothing_is_estimated_away() -> None:
    estimate = kaplan_meier(*series(((1, 2) * 5, False)))
    assert estimate.events == 0
    assert estimate.median is estimate.median_low is estimate.median_high is None
    assert set(estimate.estimated["survival"]) == {1}


def test_a_curve_that_jumps_past_one_half_has_its_interval_there() -> None:
    # 100 members, 90 events in year 2: surely above one half before, surely below after
    estimate = kaplan_meier(*series(((2,) * 90, True), ((3,) * 10, False)))
    assert (estimate.median, estimate.median_low, estimate.median_high) == (2, 2, 2)
