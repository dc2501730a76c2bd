"""Workbooks: a cell means what it shows, and what is hidden in a sheet is named."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.meaning.test_columns import WITH_UNITS, values
from tests.tables.sample import HEAD, codes, read_workbook
from utils.tables.reading import workbook_child as child
from utils.tables.reading.body import letter
from utils.tables.reading.reader import Reading
from utils.tables.reading.workbook import parse

NAMES = HEAD.split(",")
RIGHT = ["A0", "สงขลา", "ทต.ปริก", 2563, "area"]


def book(
    rows: Sequence[Sequence[object]],
    *,
    formats: Mapping[int, str] | None = None,
    hide_rows: Sequence[int] = (),
    hide_columns: str = "",
    filtered: bool = False,
) -> bytes:
    """Return a workbook: `formats` by column; rows and columns to hide, counted from 0, or A:B."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        shown = {at: made.add_format({"num_format": one}) for at, one in (formats or {}).items()}
        for number, row in enumerate(rows):
            for at, cell in enumerate(row):
                write = sheet.write_datetime if isinstance(cell, dt.date) else sheet.write
                write(number, at, cell, shown.get(at))
        for number in hide_rows:
            sheet.set_row(number, None, None, {"hidden": True})
        if hide_columns:
            sheet.set_column(hide_columns, None, None, {"hidden": True})
        if filtered:
            sheet.autofilter(0, 0, len(rows) - 1, 4)
    return out.getvalue()


def read_shown(name: str, code: str, *cells: object) -> Reading:
    rows = [[f"A{n}", *RIGHT[1:], cell] for n, cell in enumerate(cells)]
    content = book([[*NAMES, name], *rows], formats={5: code})
    reading = read_workbook(content, table=WITH_UNITS)
    rest = tuple(one for one in reading.problems if one.code != "columns_missing_optional")
    return Reading(frame=reading.frame, problems=rest)


@pytest.mark.parametrize("code", ["0%", "0.0%", "0.00%", "[Red]0%", "0.00%;[Red]-0.00%", '0.0"%"'])
def test_a_cell_shown_as_per_cent_is_per_cent(code: str) -> None:
    cells = (83.5, 70) if '"' in code else (0.835, 0.7)
    reading = read_shown("share", code, *cells)
    assert codes(reading) == [("unit_written", 2)]
    assert values(reading, "share") == [83.5, 70]


def test_a_cell_below_one_per_cent_is_no_fraction() -> None:
    assert values(read_shown("share", "0.0%", 0.005, 0.008), "share") == [0.5, 0.8]


@pytest.mark.parametrize("code", ['0.00" ล้าน"', "0.00\\ล\\้\\า\\น", '#,##0" พันคน"', '0" ไร่"', "0%"])
def test_a_word_that_a_format_adds_is_never_dropped(code: str) -> None:
    reading = read_shown("area", code, 1.5, 2)
    assert codes(reading.errors) == [("unit_other", 2)]
    assert values(reading, "area") == [None, None]


@pytest.mark.parametrize("code", ["#,##0,", '#,##0.0,," ล้าน"', "0.0,,"])
def test_numbers_shown_in_thousands_keep_what_the_cell_holds_and_say_so(code: str) -> None:
    reading = read_shown("area", code, 1_234_567, 2_000_000)
    assert codes(reading) == [("shown_scaled", 2)]
    assert reading.problems[0].value == "1234567"
    assert values(reading, "area") == [1_234_567, 2_000_000]


def test_its_own_unit_in_a_format_is_read() -> None:
    reading = read_shown("area", '#,##0" ตร.ม."', 1500)
    assert values(reading, "area") == [1500]
    assert codes(reading) == [("unit_written", 2)]


@pytest.mark.parametrize("code", ["#,##0.00", "0", "General", "_-* #,##0.00_-", "(0)", "0.00E+00"])
def test_a_format_that_adds_nothing_needs_no_remark(code: str) -> None:
    reading = read_shown("area", code, 83.5)
    assert reading.problems == ()
    assert values(reading, "area") == [83.5]


@pytest.mark.parametrize("code", ["d/m/yyyy", "[$-107041E]d/m/bbbb", "[$-D07041E]d mmmm yyyy"])
def test_a_day_shown_in_either_era_is_that_day(code: str) -> None:
    reading = read_shown("met_on", code, dt.date(2020, 3, 25))
    assert reading.problems == ()
    assert reading.frame["met_on"].tolist() == ["2020-03-25"]


def test_a_buddhist_year_in_a_date_cell_is_asked_once_for_the_column() -> None:
    reading = read_shown("met_on", "d/m/yyyy", dt.date(2563, 3, 25), dt.date(2563, 4, 3))
    assert codes(reading) == [("date_era", 2)]
    assert reading.frame["met_on"].tolist() == ["2020-03-25", "2020-04-03"]


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ('"ขั้นที่ "0', 2, "ขั้นที่ 2"),
        ('"LAO-60-"000', 1, "LAO-60-001"),
        ('[=1]"มี";[=0]"ไม่มี";General', 0, "ไม่มี"),
        ('[<=1]0%;0.0"%"', 0.5, "50%"),
        ('[<=1]0%;0.0"%"', 83.5, "83.5%"),
        ('0.0%;-0.0%;"-"', -0.5, "-50%"),
        ('0.0%;-0.0%;"-"', 0, None),  # zero shown as a dash is zero still
    ],
)
def test_what_a_format_shows(code: str, value: float, shown: str | None) -> None:
    section = child._section(code, value)  # noqa: SLF001 the rule itself
    assert section is not None
    assert child._shown(section, value) == shown  # noqa: SLF001


@pytest.mark.parametrize(
    ("code", "value", "is_concealed"),
    [
        *((";;;", 5, True), ("0;-0;;@", 0, True), ("0;-0;;@", 5, False), ("0;;0", -5, True)),
        *(("#,###", 0, True), ("#,###", 0.4, True), ("#,###", 7, False), ("#.##", 0.004, True)),
        *(("#.##", 0.01, False), ('#,###" คน"', 0, True), ("???", 0, True), ("#,##0", 0, False)),
        *(("[<1]0.0", 5, True), ("[<1]0.0;;", 5, True), ("[>=1000]#,##0;0", 5, False)),
        *(("General", 0, False), ("@", 5, False), ("#%", 0.004, True), ("#,,", 400_000, True)),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 0, False),
        ("d/m/yyyy", 40_000, False),
    ],
)
def test_what_a_format_hides(code: str, value: float, *, is_concealed: bool) -> None:
    section = child._section(code, value)  # noqa: SLF001 the rule itself
    found = section is None or child._is_concealed(section, value)  # noqa: SLF001
    assert found == is_concealed


@settings(deadline=None, max_examples=15)
@given(
    code=st.sampled_from([";;;", '""', "0;-0;;@", "#,###", "#", '[=0]"";General']),
    shown=st.lists(st.integers(1, 900), max_size=3),
)
def test_a_number_that_is_held_and_not_shown_is_asked_once_for_its_column(
    code: str, shown: list[int]
) -> None:
    reading = read_shown("area", code, 0, *shown, 0)
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.row) == ("shown_nothing", "warning", 2)
    hides_all = code in {";;;", '""'}
    assert values(reading, "area") == [None, *(None if hides_all else n for n in shown), None]


def test_a_sheet_that_hides_its_zeros_is_read_as_it_is_shown() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        sheet.hide_zero()
        for number, row in enumerate([[*NAMES, "area"], [*RIGHT, 0], ["A1", *RIGHT[1:], 7]]):
            sheet.write_row(number, 0, row)
    reading = read_workbook(out.getvalue(), table=WITH_UNITS)
    assert ("shown_nothing", 2) in codes(reading)
    assert values(reading, "area") == [None, 7]


def test_hidden_rows_are_read_and_named() -> None:
    rows = [[f"A{n}", *RIGHT[1:]] for n in range(4)]
    reading = read_workbook(book([NAMES, *rows], hide_rows=[2, 3]))
    (problem,) = [one for one in reading.problems if one.code == "rows_hidden"]
    assert problem.message("en") == "Hidden rows were read too: 2 (rows 3–4)."
    assert len(reading.frame) == 4


def test_a_filtered_sheet_is_named_as_such() -> None:
    rows = [[f"A{n}", *RIGHT[1:]] for n in range(3)]
    found = codes(read_workbook(book([NAMES, *rows], hide_rows=[2], filtered=True)))
    assert ("rows_filtered", 3) in found
    assert "rows_filtered" not in dict(codes(read_workbook(book([NAMES, *rows], filtered=True))))


def test_hidden_columns_are_named_by_their_headings_and_empty_ones_are_not() -> None:
    reading = read_workbook(book([NAMES, RIGHT], hide_columns="E:XFD"))
    (problem,) = [one for one in reading.problems if one.code == "columns_hidden"]
    assert problem.message("en") == "Hidden columns were read too: level."


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [letter(at) for at in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


@settings(deadline=None, max_examples=20)
@given(
    cells=st.lists(st.integers(101, 9_999).map(lambda n: n / 10_000), min_size=1, max_size=5),
    decimals=st.integers(0, 3),
    colour=st.sampled_from(["", "[Red]", "[Color10]"]),
)
def test_any_share_shown_as_per_cent_is_read_as_shown(
    cells: list[float], decimals: int, colour: str
) -> None:
    code = f"{colour}0{'.' if decimals else ''}{'0' * decimals}%"
    reading = read_shown("share", code, *cells)
    assert reading.errors == ()
    assert values(reading, "share") == [round(cell * 100, 10) for cell in cells]


def test_ten_thousand_cells_of_per_cent_take_seconds() -> None:
    rows = [[*RIGHT, *[0.5] * 6] for _ in range(5_000)]
    formats = dict.fromkeys(range(5, 11), "0.00%")
    (sheet,) = parse(book([[*NAMES, *"abcdef"], *rows], formats=formats), "x.xlsx").sheets
    assert sheet.rows[-1][-1] == "50%"
