"""A list of awards with a column a year: a cell holds the prize."""

from __future__ import annotations

import pytest

from tests.tables.layouts.test_layouts import as_csv, checked, laos
from tests.tables.sample import codes

HEAD = ["จังหวัด", "อปท.", "2561", "ปี 2562", "พ.ศ. 2563"]


def test_a_prize_a_year_becomes_a_row_a_prize_with_the_level_of_the_prize() -> None:
    rows = [
        ["สงขลา", "ทน.หาดใหญ่", "ระดับดีเยี่ยม", "", "ระดับดี"],
        ["สงขลา", "ทต.ปริก", "", "ระดับดีมาก", ""],
    ]
    [(table, reading)] = checked(as_csv(HEAD, *rows))
    assert table == "award_list"
    assert reading.errors == reading.warnings == ()
    assert laos(reading) == ["ทน.หาดใหญ่", "ทน.หาดใหญ่", "ทต.ปริก"]
    assert reading.frame["fiscal_year_be"].tolist() == [2561, 2563, 2562]
    assert set(reading.frame["level"]) == {"area"}
    assert {"wide_read", "level_of_prize"} <= {problem.code for problem in reading.problems}
    assert {"region_as_published", "lao_type"} <= reading.missing


@pytest.mark.parametrize("tick", ["✓", "1", "/", "x"])
def test_a_tick_is_asked_about_once_for_its_columns(tick: str) -> None:
    rows = [["สงขลา", "ทน.หาดใหญ่", tick, "", tick], ["สงขลา", "ทต.ปริก", tick, "", ""]]
    [(table, reading)] = checked(as_csv(HEAD, *rows))
    assert table == "award_list"
    assert codes(reading.errors) == [("column_missing", 1), ("tick_written", 2)]
    assert reading.errors[0].column == "level", "no prize says it"


def test_numbers_a_year_are_no_prizes() -> None:
    [(table, _)] = checked(as_csv(HEAD, ["สงขลา", "ทน.หาดใหญ่", 83.5, "", 84.5]))
    assert table != "award_list"
