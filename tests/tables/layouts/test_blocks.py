"""Names written once for several rows, and values said once for a whole file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.layouts.test_layouts import (
    HAT_YAI,
    LPA,
    TODAY,
    as_csv,
    as_workbook,
    checked,
    laos,
    one,
    told,
)
from tests.tables.sample import codes, worded
from utils.tables.check import check
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading import recognition
from utils.tables.reading.files import open_contents
from utils.tables.reading.reader import Reading

NAMES = ["ทน.หาดใหญ่", "ทต.ปริก", "ทน.เชียงราย", "ทม.สะเดา"]
HEAD = ["อปท.", "ปีงบประมาณ", "เฉลี่ย"]


def given_values(content: bytes, table: Table, values: dict[str, str]) -> Reading:
    (part,) = recognition.parts(open_contents(content, "a.csv"), named=table)
    return worded(check(part.contents, table, today=TODAY, given=values))


# --- names at the starts of blocks ---------------------------------------------------------------


@settings(deadline=None, max_examples=25)
@given(sizes=st.lists(st.integers(2, 4), min_size=1, max_size=4))
def test_a_name_at_the_start_of_each_block_holds_in_all_of_its_rows(sizes: list[int]) -> None:
    rows = [
        ["" if line else name, 2560 + line, 70 + line]
        for name, size in zip(NAMES, sizes, strict=False)
        for line in range(size)
    ]
    reading = one(as_csv(HEAD, *rows))
    assert told(reading) == {("name_carried", "note")}
    expected = [name for name, size in zip(NAMES, sizes, strict=False) for _ in range(size)]
    assert laos(reading) == expected


def test_years_and_places_above_are_carried_with_the_name() -> None:
    head: list[object] = ["จังหวัด", "อปท.", "ปีงบประมาณ", "ผู้ประเมิน", "ตัวชี้วัด", "คะแนน"]
    rows: list[list[object]] = [
        ["สงขลา", "ทน.หาดใหญ่", 2563, "ตนเอง", 1, 10],
        ["", "", "", "", 2, 10],
        ["", "", "", "", 3, 10],
    ]
    reading = one(as_csv(head, *rows))
    assert reading.frame["indicator"].tolist() == [1, 2, 3]
    assert reading.frame["fiscal_year_be"].tolist() == [2563] * 3
    assert set(reading.frame["assessor"]) == {"self"}
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        # A name is missing among others that stand in each row.
        ([["ทน.หาดใหญ่", 2562, 71], ["ทน.หาดใหญ่", 2563, 71], ["", 2563, 71]], [4]),
        # The same year again: it is another LAO.
        ([["ทน.หาดใหญ่", 2563, 71], ["", 2563, 71]], [3]),
        # One line alone may be a slip.
        ([["ทน.หาดใหญ่", 2562, 71], ["ทต.ปริก", 2562, 71], ["", 2563, 71]], [4]),
        # A total stands between.
        ([["ทน.หาดใหญ่", 2562, 71], ["", 2563, 71], ["รวม", "", 72], ["", 2562, 71]], [3, 5]),
    ],
)
def test_an_empty_name_is_asked_for_where_it_is_not_certain(
    rows: list[list[object]], asked: list[int]
) -> None:
    [(_, reading)] = checked(as_csv(HEAD, *rows))
    assert codes(reading.errors) == [("required", row) for row in asked]


def test_names_over_columns_side_by_side_are_carried_too() -> None:
    head = ["อปท.", "ผู้ประเมิน", "ตชว. 1", "ตชว. 2", "ปีงบประมาณ"]
    reading = one(as_csv(head, ["ทน.หาดใหญ่", "ตนเอง", 1, 2, 2563], ["", "ตนเอง", 1, 2, 2562]))
    assert laos(reading) == ["ทน.หาดใหญ่"] * 4


# --- a column that is missing altogether ---------------------------------------------------------

SHORT = [LPA[0], *LPA[2:]]
ROW = [HAT_YAI[0], *HAT_YAI[2:]]


@pytest.mark.parametrize(
    "name", ["ผล LPA ปี 2563.csv", "lpa_2563.csv", "LPA2563 ฉบับแก้ไข (2).csv", "ผล ปีงบฯ ๒๕๖๓.csv"]
)
def test_the_year_in_the_name_of_a_file_is_taken_and_to_be_looked_at(name: str) -> None:
    reading = one(as_csv(SHORT, ROW), name)
    assert codes(reading.warnings) == [("year_of_title", None)]
    assert reading.frame["fiscal_year_be"].tolist() == [2563]


@pytest.mark.parametrize("name", ["a.csv", "ส่ง 30-9-2563.csv", "2562-2563.csv", "30 ก.ย. 2563.csv"])
def test_no_year_or_a_date_or_two_years_say_nothing(name: str) -> None:
    [(_, reading)] = checked(as_csv(SHORT, ROW), name)
    assert codes(reading.errors) == [("column_missing", 1)]


def test_a_choice_and_an_lao_are_taken_from_sheet_and_title() -> None:
    head = ["ปีงบประมาณ", "ตชว. 1", "ตชว. 2"]
    book = as_workbook({"ประเมินตนเอง": [["ผลการประเมินของ ทน.หาดใหญ่"], head, [2563, 1, 2]]})
    reading = one(book, "a.xlsx")
    assert codes(reading.warnings) == [("value_of_title", None)] * 2
    assert set(reading.frame["assessor"]) == {"self"}
    assert laos(reading) == ["ทน.หาดใหญ่"] * 2
    [(_, two)] = checked(as_csv(["ทน.หาดใหญ่ และ ทต.ปริก"], [*head, "ผู้ประเมิน"], [2563, 1, 2, "self"]))
    assert codes(two.errors) == [("column_missing", 2)]


def test_what_the_sender_says_of_all_rows_holds_and_is_told() -> None:
    reading = given_values(
        as_csv(["ปี 2563"], SHORT, ROW), schemas.LPA_RESULTS, {"fiscal_year_be": "2562"}
    )
    assert reading.errors == reading.warnings == ()
    assert reading.frame["fiscal_year_be"].tolist() == [2562]
    assert ("value_given", None) in codes(reading)


def test_what_the_sender_says_never_replaces_a_column_of_the_file() -> None:
    reading = given_values(as_csv(LPA, HAT_YAI), schemas.LPA_RESULTS, {"fiscal_year_be": "2562"})
    assert reading.frame["fiscal_year_be"].tolist() == [2563]


def test_a_value_that_cannot_be_is_an_error_as_in_a_cell() -> None:
    reading = given_values(as_csv(SHORT, ROW), schemas.LPA_RESULTS, {"fiscal_year_be": "ปีนี้"})
    assert [one.code for one in reading.errors] == ["not_a_year"]
