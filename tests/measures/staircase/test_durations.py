"""Spells and times to the fourth level, by hand, on the eight LAOs of stair.py."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.measures.stair import fictitious, staircase
from utils.measures.staircase import durations
from utils.measures.staircase.cohorts import cohorts

STAIR = staircase()
SPELLS = durations.spells(STAIR)


@pytest.mark.parametrize(
    ("lao", "expected"),
    [
        # step, began, years, how it ended, whether a gap touches it
        (
            "A",
            [
                ("1", 2560, 1, "up", False),
                ("2", 2561, 2, "up", False),
                ("3", 2563, 0, "still", False),
            ],
        ),
        # 2561 is missing: the rise is dated by its report in 2562
        ("B", [("2", 2560, 2, "up", True), ("3", 2562, 1, "still", True)]),
        # F2 to step 3 is one level: no new spell
        (
            "C",
            [
                ("2", 2560, 1, "up", False),
                ("F1", 2561, 1, "up", False),
                ("F2", 2562, 1, "still", False),
            ],
        ),
        # a fall ends a spell that was not completed; a pause ends none
        ("D", [("3", 2560, 0, "down", False), ("2", 2561, 2, "still", False)]),
        ("E", [("1", 2560, 0, "left", False), ("1", 2563, 0, "still", False)]),
        # the step of 2562 is unknown
        ("F", [("1", 2561, 2, "still", True)]),
        ("G", [("4", 2560, 1, "graduated", False)]),
        ("H", [("1", 2560, 1, "no_longer_known", False)]),
    ],
)
def test_every_spell(lao: str, expected: list[tuple[str, int, int, str, bool]]) -> None:
    rows = SPELLS.loc[SPELLS["lao_id"] == lao, ["step", "began_be", "years", "ended", "across_gap"]]
    assert list(rows.itertuples(index=False, name=None)) == expected


def test_a_rise_and_a_graduation_complete_a_spell() -> None:
    assert set(SPELLS.loc[SPELLS["completed"], "ended"]) == {"up", "graduated"}
    assert SPELLS["completed"].sum() == 6  # A twice, B once, C twice, G
    assert SPELLS.loc[SPELLS["lao_id"] == "E", "ended_be"].tolist()[0] == 2561


def test_times_from_enrolment_to_the_fourth_level() -> None:
    table = durations.times_to_top(STAIR)
    assert table["reached"].to_dict() == dict.fromkeys("ABCDEFH", False) | {"G": True}
    # E left in 2561 and its return is not followed; H fell silent after 2561
    assert table["years"].to_dict() == {
        **dict.fromkeys("ABCD", 3),
        "E": 0,
        "F": 2,
        "G": 0,
        "H": 1,
    }
    assert table["pathway"].eq("standard").all()  # at enrolment


def test_a_rise_to_the_top_counts_from_the_year_it_was_reported() -> None:
    rows = [("A", 2560, "F1"), ("A", 2561, "F2"), ("A", 2563, "F3")]
    row = durations.times_to_top(staircase(rows)).loc["A"]
    assert (row["pathway"], row["reached"], row["years"]) == ("fast_track", True, 3)


def test_few_laos_are_not_estimated() -> None:
    assert all(result.too_few for result in durations.dwell(STAIR).values())
    assert durations.time_to_top(STAIR).too_few


def test_dwell_on_a_step_by_hand() -> None:
    laos = {f"L{n}": ("20", "ทต.") for n in range(10)}
    # six rise after a year, two after two, two are still on step 1 in 2562
    rises = dict(zip(laos, [1] * 6 + [2] * 2 + [9] * 2, strict=True))
    rows = [
        (lao, 2560 + at, "2" if at >= rise else "1")
        for lao, rise in rises.items()
        for at in range(3)
    ]
    by_step = durations.dwell(staircase(rows, laos=laos))["1"]
    assert (by_step.n, by_step.events, by_step.median) == (10, 8, 1)
    assert by_step.table is not None
    # 1 - 6/10 = 0.4; then four are at risk, too few for the two of them that rise
    assert by_step.estimated["survival"].tolist() == pytest.approx([0.4])
    assert by_step.table["at_risk"].tolist() == [10, 4]


def test_what_may_have_begun_before_the_table_has_no_length() -> None:
    # As in test_step_years: B, C, D, E, G and H stood in the table's first year without an
    # application. Each has one spell that may have begun earlier.
    cut = staircase(entered=False)
    table = durations.spells(cut)
    began = table[~table["began_known"]].set_index("lao_id")["step"].to_dict()
    assert began == {"B": "2", "C": "2", "D": "3", "E": "1", "G": "4", "H": "1"}
    assert durations.left_out(cut) == (6, 6)
    assert durations.times_to_top(cut).index.tolist() == ["A", "F"]
    # step 1: A, E's second and F; 2: A, D; 3: A, B
    counts = {step: survival.n for step, survival in durations.dwell(cut).items() if survival.n}
    assert counts == {"1": 3, "2": 2, "3": 2, "F1": 1, "F2": 1}
    assert durations.left_out(STAIR) == (0, 0)


def test_a_table_cut_short_takes_nobody_for_new() -> None:
    # Of the 143 LAOs with a row in FY 2565 nine enrolled in it. 14 have an application dated in it:
    # five of these changed pathway or came back, which a table that begins there cannot tell.
    # Seven more have no row of FY 2565 and no application in their first one.
    whole = fictitious()
    rows = whole.enrolment[whole.enrolment["fiscal_year_be"] >= 2565]
    cut = replace(whole, enrolment=rows.reset_index(drop=True))
    first = rows[rows["fiscal_year_be"] == 2565]
    assert first["applied_on"].isna().sum() == 143 - 14
    without = 143 - 14 + 7
    assert durations.left_out(cut)[0] == without
    assert len(durations.times_to_top(cut)) == rows["lao_id"].nunique() - without
    followed = cohorts(cut)
    of_2565 = followed[(followed["cohort_be"] == 2565) & (followed["years_since"] == 0)]
    assert set(of_2565["base"]) == {14}


def test_a_pathway_is_that_of_the_enrolment() -> None:
    made_up = fictitious()
    both = [durations.time_to_top(made_up, pathway) for pathway in ("standard", "fast_track")]
    assert sum(result.n for result in both) == durations.time_to_top(made_up).n == 208


def test_an_empty_table_has_no_spells() -> None:
    empty = staircase([])
    assert durations.spells(empty).empty
    assert durations.times_to_top(empty).empty
    assert durations.time_to_top(empty).n == 0


def test_lengths_agree_with_the_reading_of_the_years() -> None:
    made_up = fictitious()
    table = durations.spells(made_up)
    longest = made_up.years.groupby(["lao_id", "step_since_be"])["years_on_step"].max()
    ends = table.set_index(["lao_id", "began_be"])
    running = ends[ends["ended"] == "still"]
    result = longest.rename_axis(["lao_id", "began_be"]).reindex(running.index)
    pd.testing.assert_series_equal(result, running["years"], check_names=False)
