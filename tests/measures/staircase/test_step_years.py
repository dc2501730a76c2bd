"""How an enrolment table is read, by hand, on the eight LAOs of stair.py."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.measures.stair import YEARS, enrolment, fictitious, staircase
from utils.measures.staircase.step_years import STATES, direction
from utils.tables import shipped

READ = staircase().years


def years_of(column: str, lao: str) -> list[object]:
    """Return a column of one LAO's years, in their order; None where missing."""
    values = READ.loc[READ["lao_id"] == lao, column].astype(object)
    return list(values.where(values.notna(), None))


def test_every_lao_has_each_year_since_its_first() -> None:
    lengths = READ.groupby("lao_id").size().to_dict()
    assert lengths == dict.fromkeys("ABCDEGH", 4) | {"F": 3}
    assert years_of("fiscal_year_be", "F") == [2561, 2562, 2563]
    assert set(years_of("first_year_be", "F")) == {2561}


@pytest.mark.parametrize(
    ("lao", "states"),
    [
        ("A", ["active"] * 4),
        ("B", ["active", "not_reported", "active", "active"]),
        ("D", ["active", "active", "active", "paused"]),
        ("E", ["active", "withdrawn", "withdrawn", "active"]),
        ("G", ["active", "graduated", "graduated", "graduated"]),
        ("H", ["active", "active", "no_longer_reported", "no_longer_reported"]),
    ],
)
def test_the_state_of_each_year(lao: str, states: list[str]) -> None:
    assert years_of("state", lao) == states
    assert years_of("enrolled", lao) == [state != "withdrawn" for state in states]


@pytest.mark.parametrize(
    ("lao", "steps"),
    [
        ("B", ["2", "2", "3", "3"]),  # carried over the missing year
        ("E", ["1", None, None, "1"]),  # left: on no step
        ("F", ["1", None, "1"]),  # unknown, not carried
        ("G", ["4", "4", "4", "4"]),
        ("H", ["1", "1", None, None]),  # nothing vouches for it any more
    ],
)
def test_the_step_of_each_year(lao: str, steps: list[str | None]) -> None:
    assert years_of("step", lao) == steps


def test_only_a_step_from_an_earlier_year_is_marked_as_carried() -> None:
    assert years_of("carried", "B") == [False, True, False, False]
    assert READ["carried"].sum() == 1
    assert years_of("reported", "G") == [True, True, False, False]


def test_fast_track_steps_have_the_levels_of_the_table() -> None:
    assert years_of("level", "C") == [2, 3, 3, 3]


def test_a_late_application_belongs_to_its_year_and_marks_it() -> None:
    # 1 October 2018 is a day after the end of September of FY 2561; 30 September 2017 is in time
    assert years_of("late", "F") == [True, True, True]
    assert years_of("late", "A") == [False, False, False, False]
    undated = staircase(entered=False).years
    assert undated.loc[undated["lao_id"] == "B", "late"].isna().all()


def test_since_when_an_lao_is_on_its_step() -> None:
    since = {lao: years_of("step_since_be", lao) for lao in "ABCDEFGH"}
    assert since == {
        "A": [2560, 2561, 2561, 2563],
        "B": [2560, 2560, 2562, 2562],
        "C": [2560, 2561, 2562, 2562],  # the pathway changed, the level did not
        "D": [2560, 2561, 2561, 2561],
        "E": [2560, None, None, 2563],  # a withdrawal ends the run
        "F": [2561, None, 2561],  # an unknown step does not
        "G": [2560, 2560, 2560, 2560],
        "H": [2560, 2560, None, None],
    }
    assert years_of("years_on_step", "D") == [0, 0, 1, 2]


def test_what_the_table_does_not_reach_back_to_is_not_known() -> None:
    # Only A applied for FY 2560, the table's first; F enrolled later. B to H may have come earlier,
    # and have been on their first step before: C's F1, D's fall, B's rise and E's return are known.
    years = staircase(entered=False).years
    entries = years.groupby("lao_id")["entry_known"].first()
    assert [lao for lao, known in entries.items() if known] == ["A", "F"]
    since = {
        lao: rows.astype(object).where(rows.notna(), None).tolist()
        for lao, rows in years.groupby("lao_id")["since_known"]
    }
    assert since == {
        "A": [True, True, True, True],
        "B": [False, False, True, True],
        "C": [False, True, True, True],
        "D": [False, True, True, True],
        "E": [False, None, None, True],
        "F": [True, None, True],
        "G": [False, False, False, False],
        "H": [False, False, None, None],
    }
    assert READ["entry_known"].all()


@pytest.mark.parametrize(
    ("row", "known"),
    [
        (("F", 2561, "2017-10-01"), True),  # the first day of FY 2561
        (("F", 2561, "2017-09-30"), False),  # a day before it: of an earlier year
        (("F", 2561, "2018-12-01"), True),  # late
        (("F", 2561, None), False),  # first seen in the table's second year, without a date
        (("A", 2560, "2004-05-29"), False),  # the first application, repeated in every row
    ],
)
def test_an_entry_needs_an_application_of_its_own_year(
    row: tuple[str, int, str | None],
    known: bool,  # noqa: FBT001 of the table above
) -> None:
    lao, year, applied = row
    rows = enrolment([("A", 2560, "1"), ("F", 2561, "1"), ("A", 2561, "1"), ("F", 2562, "1")])
    at = (rows["lao_id"] == lao) & (rows["fiscal_year_be"] == year)
    rows["applied_on"] = rows["applied_on"].mask(at, applied)
    years = replace(staircase(), enrolment=rows).years
    mine = years[years["lao_id"] == lao]
    assert mine["entry_known"].eq(known).all()
    assert mine["since_known"].eq(known).all()


def test_groups_come_from_register_province_and_latest_known_network() -> None:
    first = READ.drop_duplicates("lao_id").set_index("lao_id")
    places = first[["province_code", "lao_type", "region4"]].to_dict("index")
    assert places["C"] == {"province_code": "30", "lao_type": "ทต.", "region4": "Northeast"}
    assert first["office_number"].to_dict()["F"] == 1
    assert first["regional_network"].dropna().to_dict() == {"F": "North", "G": "North"}


def test_the_order_of_rows_does_not_matter() -> None:
    again = staircase(YEARS[::-1]).years
    pd.testing.assert_frame_equal(again, READ)


def test_a_repeated_year_is_refused() -> None:
    with pytest.raises(ValueError, match="repeated"):
        _ = staircase([*YEARS, ("A", 2560, "2")]).years


def test_an_empty_table_reads_as_nothing() -> None:
    empty = staircase([])
    assert empty.years.empty
    assert list(empty.years.dtypes) == list(READ.dtypes)
    assert empty.is_empty
    assert not empty.covers(2563)


def test_the_years_of_a_table() -> None:
    one = staircase()
    assert (one.first_year_be, one.last_year_be) == (2560, 2563)
    assert [one.covers(year) for year in (2559, 2560, 2563, 2564)] == [False, True, True, False]
    assert one.at(2561)["lao_id"].tolist() == list("ABCDFGH")


def test_steps_are_compared_in_order_on_a_pathway_and_by_level_across() -> None:
    levels = shipped.load("step_levels")
    names = ["pathway", "step"]
    before = pd.DataFrame(
        [
            *(("standard", "1"), ("fast_track", "F1"), ("standard", "2"), ("fast_track", "F2")),
            *(("fast_track", "F3"), ("standard", None)),
        ],
        columns=names,
    ).merge(levels[["step", "level"]], on="step", how="left")
    after = pd.DataFrame(
        [
            *(("standard", "3"), ("fast_track", "F2"), ("fast_track", "F1"), ("standard", "3")),
            *(("standard", "3"), ("standard", "1")),
        ],
        columns=names,
    ).merge(levels[["step", "level"]], on="step", how="left")
    result = direction(before, after, levels).astype(object)
    assert list(result.where(result.notna(), None)) == [1, 1, 1, 0, -1, None]


def test_the_fictitious_table_holds_every_state() -> None:
    years = fictitious().years
    assert set(years["state"]) == set(STATES)
    assert years["province_code"].notna().all()


def test_invented_rows_never_pass_for_real_ones() -> None:
    invented = fictitious()
    with pytest.raises(ValueError, match="never mixed"):
        replace(invented, fictitious=False)
    with pytest.raises(ValueError, match="never mixed"):
        replace(staircase(), fictitious=True)
    with pytest.raises(ValueError, match="never mixed"):
        replace(invented, register=staircase().register)
