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
    found = kaplan_meier(*PATIENTS, minimum=1)
    assert (found.n, found.events, found.too_few) == (21, 9, False)
    assert found.table is not None
    table = found.table.set_index("time")
    for week, (at_risk, survival, _) in PUBLISHED.items():
        assert table.loc[week, "at_risk"] == at_risk
        assert table.loc[week, "survival"] == pytest.approx(survival, abs=5e-4)
    assert found.median == 23
    # no later week is surely below one half: the upper bound is not reached
    assert (found.median_low, found.median_high) == (13, None)


def test_its_interval_is_on_the_log_log_scale() -> None:
    found = kaplan_meier(*PATIENTS, minimum=1)
    assert found.table is not None
    first = found.table.set_index("time").loc[6]
    # S = 0.857143, standard error 0.07636: 1.96 x 0.07636 / (0.857143 x 0.154151) = 1.1327;
    # exp(1.1327) = 3.1041; 0.857143 to the power of 3.1041 and of 1 / 3.1041
    assert first["low"] == pytest.approx(0.6197, abs=1e-4)
    assert first["high"] == pytest.approx(0.9516, abs=1e-4)


def test_weeks_in_which_someone_is_only_lost_are_told() -> None:
    found = kaplan_meier(*PATIENTS, minimum=1)
    assert found.table is not None
    table = found.table.set_index("time")
    assert list(table[["at_risk", "events", "censored"]].loc[9]) == [16, 0, 1]
    survival = table["survival"].to_dict()
    assert survival[9] == survival[7]
    assert table["events"].sum() + table["censored"].sum() == 21


@pytest.mark.parametrize(("members", "too_few"), [(0, True), (9, True), (10, False)])
def test_nothing_is_shown_under_ten(members: int, too_few: bool) -> None:  # noqa: FBT001
    found = kaplan_meier(*series((tuple(range(1, members + 1)), True)))
    assert found.too_few == too_few
    assert (found.n, found.events) == (members, members)


def test_nothing_is_estimated_where_fewer_than_ten_are_at_risk() -> None:
    # Of the 21 patients ten are at risk until week 16 (11) and seven in week 22: the published
    # curve stands at 0.627 there, above one half, and its median of 23 weeks rests on six patients
    found = kaplan_meier(*PATIENTS)
    assert found.table is not None
    table = found.table.set_index("time")
    assert table.loc[16, "survival"] == pytest.approx(0.627, abs=5e-4)
    assert found.estimated["time"].max() == 17  # ten at risk, nobody relapsed
    assert table.loc[19:, ["survival", "low", "high"]].isna().all(axis=None)
    assert list(table[["at_risk", "events"]].loc[22]) == [7, 1]  # counted all the same
    assert found.median is found.median_low is found.median_high is None
    assert (found.n, found.events) == (21, 9)


def test_the_last_one_left_gives_no_upper_bound() -> None:
    # 14 spells: five end after a year, one in year 11, eight are censored after a year, with one
    # at risk in year 11: there the curve falls from 9/14 to 0, which is no median
    times = series(((1,) * 5, True), ((1,) * 8, False), ((11,), True))
    found = kaplan_meier(*times)
    assert (found.median, found.median_low, found.median_high) == (None, None, None)
    assert found.estimated["survival"].tolist() == pytest.approx([9 / 14])
    # the same with one at risk allowed: the median is year 11, and beyond it nobody is left
    loose = kaplan_meier(*times, minimum=1)
    assert (loose.median, loose.median_high) == (11, None)


def test_how_many_are_at_risk_between_the_times() -> None:
    found = kaplan_meier(*PATIENTS)
    # two ended in week 10 after 15 were at risk; nobody's observation ends in weeks 14 and 15
    assert [found.at_risk(week) for week in (0, 10, 14, 16, 35, 36)] == [21, 15, 11, 11, 1, 0]


def test_one_half_exactly_is_the_median() -> None:
    # ten members, one event a year: after five years one half is left
    found = kaplan_meier(*series((tuple(range(1, 11)), True)), minimum=1)
    assert found.median == 5
    assert found.table is not None
    assert found.table["survival"].tolist() == pytest.approx([n / 10 for n in range(9, -1, -1)])
    assert found.table[["low", "high"]].iloc[-1].isna().all()  # none are left


def test_without_an_event_nothing_is_estimated_away() -> None:
    found = kaplan_meier(*series(((1, 2) * 5, False)))
    assert found.events == 0
    assert found.median is found.median_low is found.median_high is None
    assert set(found.estimated["survival"]) == {1}


def test_a_curve_that_jumps_past_one_half_has_its_interval_there() -> None:
    # 100 members, 90 events in year 2: surely above one half before, surely below after
    found = kaplan_meier(*series(((2,) * 90, True), ((3,) * 10, False)))
    assert (found.median, found.median_low, found.median_high) == (2, 2, 2)
