"""Columns judged as a whole: each doubt told once, with its rows, and nothing read by luck."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.tables.sample import HEAD, TABLE, codes, read_csv
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.declared.criteria import PERCENT
from utils.tables.reading.meaning import units
from utils.tables.reading.meaning.columns import rows_in_words
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading

SHARE = replace(PERCENT, title_th="สัดส่วน", title_en="Share", nullable=True)
AREA = replace(
    TABLE.columns["share"],
    title_th="พื้นที่",
    title_en="Area",
    high=None,
    unit_th="ตร.ม.",
    unit_en="m²",
)
WITH_UNITS = replace(TABLE, columns={**TABLE.columns, "share": SHARE, "area": AREA})


def read_column(name: str, *cells: str, table: Table = WITH_UNITS) -> Reading:
    """Read rows that are right but for one column, its cells given, its heading as given."""
    rows = [f"A{n}\tสงขลา\tทต.ปริก\t2563\tarea\t{cell}" for n, cell in enumerate(cells)]
    return read_csv("\n".join(["\t".join([*HEAD.split(","), name]), *rows]), table=table)


def only(reading: Reading) -> Problem:
    (problem,) = reading.problems
    return problem


def values(reading: Reading, name: str) -> list[object]:
    return [None if pd.isna(value) else value for value in reading.frame[name].tolist()]


@pytest.mark.parametrize(
    "cells",
    [
        ("83.50%", "70 %"),
        ("83.5％", "70％"),
        ("ร้อยละ 83.5", "ร้อยละ ๗๐"),
        ("83.5 (ร้อยละ)", "70 (ร้อยละ)"),
        ("83.5 เปอร์เซ็นต์", "70 เปอร์เซ็นต์"),
    ],
)
def test_per_cent_typed_in_cells_is_read_and_told_once(cells: tuple[str, str]) -> None:
    reading = read_column("share", *cells)
    assert codes(reading) == [("unit_written", 2)]
    assert values(reading, "share") == [83.5, 70]
    assert "rows 2–3" in only(reading).message("en")


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("share", ("83.5 คะแนน", "70 คะแนน")),
        ("area", ("1.5 ล้าน", "2 ล้าน")),
        ("area", ("12 ไร่", "3 ไร่")),
        ("area", ("50%", "60%")),
        ("people", ("1.2 พันคน", "2 พันคน")),
    ],
)
def test_another_unit_is_asked_once_and_never_dropped(name: str, cells: tuple[str, str]) -> None:
    reading = read_column(name, *cells)
    assert codes(reading.errors) == [("unit_other", 2)]
    assert values(reading, name) == [None, None]


def test_a_unit_in_the_heading_that_is_not_the_columns_is_asked() -> None:
    reading = read_column("พื้นที่ (ไร่)", "12", "3")
    assert codes(reading.errors) == [("unit_of_heading", 2)]
    assert values(reading, "area") == [None, None]
    assert read_column("พื้นที่ (ตร.ม.)", "12", "3").errors == ()


@pytest.mark.parametrize(
    ("note", "is_doubted"),
    [
        *(("(หน่วย : ล้านบาท)", True), ("หน่วย: พันบาท", True), ("หน่วย: ล้าน", True)),
        *(("หน่วย: บาท", False), ("หน่วย: ล้านคน", False), ("หน่วยงาน: สคพ.16", False)),
    ],
)
def test_a_unit_named_above_the_table_is_asked(note: str, *, is_doubted: bool) -> None:
    baht = replace(AREA, title_th="งบประมาณ", title_en="Budget", unit_th="บาท", unit_en="baht")
    table = replace(TABLE, columns={**TABLE.columns, "budget": baht})
    reading = read_csv(f"{note}\n{HEAD},budget\nA1,สงขลา,ทต.ปริก,2563,area,1.5", table=table)
    expected = [("unit_of_heading", 3)] if is_doubted else []
    assert codes(reading.errors) == expected


def test_percentages_that_are_all_up_to_one_are_asked_once() -> None:
    reading = read_column("share", "0.835", "0.7", "1", "")
    assert codes(reading) == [("percent_fractions", 2)]
    assert values(reading, "share") == [None, None, None, None]
    assert "rows 2–4" in only(reading).message("en")


def test_a_percentage_below_one_with_its_sign_is_read() -> None:
    reading = read_column("share", "0.8%", "0.5%")
    assert values(reading, "share") == [0.8, 0.5]
    assert reading.errors == ()


def test_a_fraction_among_percentages_is_pointed_out() -> None:
    reading = read_column("share", "83.5", "0.7", "0")
    assert codes(reading) == [("percent_mixed", 3)]
    assert values(reading, "share") == [83.5, 0.7, 0]


def test_zero_alone_is_zero() -> None:
    assert read_column("share", "0", "0").problems == ()


def test_none_among_numbers_is_asked_and_no_zero() -> None:
    reading = read_column("people", "ไม่มี", "5")
    assert codes(reading.errors) == [("none_or_unknown", 2)]
    assert values(reading, "people") == [None, 5]


def test_there_is_and_there_is_not_answer_yes_and_no() -> None:
    assert values(read_column("done", "มี", "ไม่มี", "-"), "done") == [True, False, None]


def test_a_state_in_place_of_a_value_is_told_with_the_column_for_it() -> None:
    reading = read_column("share", "ไม่เข้าร่วม", "ยังไม่ประเมิน", "80", "ไม่เข้าร่วม")
    assert codes(reading.warnings) == [("state_written", 2), ("state_written", 3)]
    assert reading.errors == ()
    assert values(reading, "share") == [None, None, 80, None]
    assert "“หมายเหตุ”" in reading.warnings[0].remedy("th")
    assert "rows 2, 5" in reading.warnings[0].message("en")


def test_a_state_in_a_column_that_must_be_filled_is_an_error() -> None:
    text = f"{HEAD}\nA1,สงขลา,ทต.ปริก,ยังไม่ประเมิน,area"
    assert codes(read_csv(text).errors) == [("state_written", 2)]


def test_one_date_with_its_month_first_puts_all_that_may_be_in_doubt() -> None:
    reading = read_column("met_on", "3/25/2021", "3/4/2021", "5/5/2021", "25/3/2564", "1 ม.ค. 2564")
    assert codes(reading) == [("date_month_first", 2)]
    assert values(reading, "met_on") == [None, None, "2021-05-05", "2021-03-25", "2021-01-01"]
    assert "rows 2–3" in only(reading).message("en")


def test_the_year_first_does_not_hide_a_day_before_its_month() -> None:
    reading = read_column("met_on", "2021-25-03", "2021-03-04")
    assert codes(reading) == [("date_month_first", 2)]
    assert values(reading, "met_on") == [None, None]


def test_one_column_with_the_month_first_puts_the_other_in_doubt() -> None:
    left_on = replace(TABLE.columns["met_on"], title_th="วันที่ออก", title_en="Left on")
    two = replace(TABLE, columns={**TABLE.columns, "left_on": left_on})
    text = f"{HEAD},met_on,left_on\nA1,สงขลา,ทต.ปริก,2563,area,3/25/2021,3/4/2021"
    assert codes(read_csv(text, table=two).errors) == [("date_month_first", 2)] * 2


def test_buddhist_years_in_dates_need_no_remark() -> None:
    reading = read_column("met_on", "3/4/2564", "25/3/2564", "3 เม.ย. 2564")
    assert reading.problems == ()
    assert values(reading, "met_on") == ["2021-04-03", "2021-03-25", "2021-04-03"]


def test_a_buddhist_year_in_a_date_of_the_common_era_is_asked_once() -> None:
    reading = read_column("met_on", "2564-03-25", "2564-04-03")
    assert codes(reading) == [("date_era", 2)]
    assert values(reading, "met_on") == ["2021-03-25", "2021-04-03"]


def test_a_year_that_a_spreadsheet_made_of_two_digits_is_pointed_out() -> None:
    # 63 typed for 2563 is 1963 in a date cell
    reading = read_column("met_on", "1963-03-25")
    assert codes(reading) == [("date_century", 2)]
    assert only(reading).context["year_be"] == 2563


def test_a_number_that_stands_for_a_day_is_named_as_such() -> None:
    assert codes(read_column("met_on", "43915")) == [("date_serial", 2)]


def test_days_that_a_spreadsheet_may_have_swapped_are_pointed_out() -> None:
    reading = read_column("met_on", "2020-03-04", "25/3/2563", "2020-05-06", "31/3/2563")
    assert codes(reading) == [("date_swapped", 2)]


def test_rows_are_listed_in_runs() -> None:
    assert rows_in_words([2, 4, 5, 6, 9])["rows_en"] == "rows 2, 4–6, 9"
    assert rows_in_words([3])["rows_th"] == "แถว 3"
    assert rows_in_words(range(2, 60, 2))["rows_en"].endswith("24, …")


def test_every_unit_that_a_column_declares_is_known() -> None:
    for table in schemas.ALL.values():
        for column in table.columns.values():
            if column.unit_th and column.kind in {"number", "integer"}:
                assert units.unit_of(column), column.unit_th


@settings(deadline=None)
@given(
    cells=st.lists(st.floats(1.01, 99).map(lambda value: round(value, 2)), min_size=1),
    form=st.sampled_from(["{}%", "{} %", "{}％", "ร้อยละ {}", "{} เปอร์เซ็นต์", "{} percent"]),
)
def test_any_percentages_in_any_form_read_as_themselves(cells: list[float], form: str) -> None:
    cells = cells[:9]
    reading = read_column("share", *(form.format(cell) for cell in cells))
    assert reading.errors == ()
    assert values(reading, "share") == cells
    assert [one.severity for one in reading.problems] == ["note"]


@settings(deadline=None)
@given(
    cells=st.lists(st.floats(0.01, 1).map(lambda value: round(value, 3)), min_size=1, max_size=9)
)
def test_no_column_of_fractions_is_taken_for_percentages(cells: list[float]) -> None:
    reading = read_column("share", *map(str, cells))
    assert {one.code for one in reading.errors} == {"percent_fractions"}
    assert set(values(reading, "share")) == {None}


@settings(deadline=None)
@given(days=st.lists(st.dates(dt.date(1980, 1, 1), dt.date(2060, 1, 1)), min_size=2, max_size=8))
def test_no_month_is_taken_for_a_day(days: list[dt.date]) -> None:
    texts = [f"{day.month}/{day.day}/{day.year}" for day in days]
    assume(any(day.day > 12 for day in days))
    read = values(read_column("met_on", *texts), "met_on")
    for day, value in zip(days, read, strict=True):
        assert value in {None, str(day)}
