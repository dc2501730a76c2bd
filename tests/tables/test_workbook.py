"""Workbooks: what officers put in them, and what strangers might."""

from __future__ import annotations

import datetime as dt
import io
import time
import zipfile
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from tests.tables.sample import HEAD, codes, read_workbook, workbook
from utils import paths
from utils.tables.reading import cells, workbook_child
from utils.tables.reading import workbook as reading_workbooks
from utils.tables.reading.workbook import parse

NAMES = HEAD.split(",")
RIGHT = ["A1", "สงขลา", "ทต.ปริก", 2563, "national"]


def repacked(content: bytes, **changes: tuple[bytes, bytes]) -> bytes:
    """Return a workbook with bytes of its first sheet (or the named member) replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            before, after = changes.get(Path(name).stem, (b"", b""))
            new.writestr(name, old.read(name).replace(before, after) if before else old.read(name))
    return out.getvalue()


def test_numbers_dates_and_flags_of_a_workbook() -> None:
    rows: list[list[object]] = [
        [*NAMES, "people", "share", "done", "met_on"],
        [*RIGHT, 12, 0.5, True, dt.date(2017, 10, 10)],
        ["A2", 60, "เทศบาลนครนครสวรรค์", 2020, "area", "๑๒", "-", "ใช่", "10 ต.ค. 2560"],
    ]
    reading = read_workbook(workbook(rows))
    assert codes(reading.errors) == []
    assert [one.code for one in reading.warnings if one.row != 1] == ["year_converted"]
    assert reading.frame["province_code"].tolist() == ["90", "60"]
    assert reading.frame["year_be"].tolist() == [2563, 2563]
    assert reading.frame["people"].tolist() == [12, 12]
    assert reading.frame["share"].tolist() == [0.5, pd.NA]
    assert reading.frame["done"].tolist() == [True, True]
    assert reading.frame["met_on"].tolist() == ["2017-10-10", "2017-10-10"]


def test_merged_title_rows_blank_rows_and_columns_keep_row_numbers() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("B3:F3", "บัญชีรางวัลเมืองสิ่งแวดล้อมยั่งยืน")
        sheet.write_row("B5", NAMES)
        sheet.write_row("B8", [*RIGHT[:3], 63, "area"])
    reading = read_workbook(out.getvalue())
    assert codes(reading.errors) == [("year_two_digits", 8)]
    assert reading.frame["file_row"].tolist() == [8]


def test_the_sheet_that_fits_is_read_and_the_others_are_named() -> None:
    book = workbook([["คำชี้แจง"]], [NAMES, RIGHT], [[*NAMES], [*RIGHT]], hide=2)
    reading = read_workbook(book)
    assert reading.frame["code"].tolist() == ["A1"]
    (problem,) = [one for one in reading.problems if one.code == "other_sheets"]
    assert problem.severity == "warning"
    assert problem.message("en") == "These sheets were not read: Sheet1, Sheet3 (hidden)."
    assert problem.message("th").endswith(": Sheet1, Sheet3 (ซ่อนอยู่)")


def other_sheets(content: bytes) -> list[str]:
    problems = read_workbook(content).problems
    return [one.message("en") for one in problems if one.code == "other_sheets"]


def test_a_hidden_sheet_with_data_is_named_and_an_empty_one_is_not() -> None:
    assert other_sheets(workbook([NAMES, RIGHT], [["x"]], hide=1)) == [
        "These sheets were not read: Sheet2 (hidden)."
    ]
    assert other_sheets(workbook([NAMES, RIGHT], [[]], hide=1)) == []


def test_a_table_that_may_be_in_a_hidden_sheet_is_not_missed_in_silence() -> None:
    reading = read_workbook(workbook([["คำชี้แจง"]], [NAMES, RIGHT], hide=1))
    assert codes(reading) == [("no_heading", None), ("sheets_hidden", None)]
    assert "Sheet2" in reading.warnings[0].message("th")


def test_a_workbook_whose_data_is_hidden_is_refused_by_name() -> None:
    (problem,) = read_workbook(workbook([[]], [NAMES, RIGHT], hide=1)).problems
    assert (problem.code, problem.severity) == ("sheets_hidden", "error")
    assert problem.message("en") == "Hidden sheets were not read: Sheet2."


def test_a_computed_formula_gives_its_value_with_a_note() -> None:
    book = workbook([NAMES, ["A1", "สงขลา", '="ทต."&"ปริก"', 2563, "area"]])
    book = repacked(book, sheet1=(b"<v>0</v>", b"<v></v>"))
    book = repacked(book, sheet1=(b'<c r="C2"><f>', b'<c r="C2" t="str"><f>'))
    book = repacked(book, sheet1=(b"<v></v>", "<v>ทต.ปริก</v>".encode()))
    reading = read_workbook(book)
    assert ("formula", 2) in codes(reading)
    assert reading.frame["lao_id"].tolist() == ["LAO-90-001"]


def test_a_formula_nobody_computed_is_unknown_and_not_zero() -> None:
    book = workbook([[*NAMES, "people"], [*RIGHT, "=1+1"]])
    reading = read_workbook(repacked(book, sheet1=(b"<v>0</v>", b"")))
    assert ("formula_no_value", 2) in codes(reading.errors)
    assert reading.frame["people"].tolist() == [pd.NA]


def test_an_error_of_the_spreadsheet_is_told() -> None:
    book = workbook([[*NAMES, "people"], [*RIGHT, "=1/0"]])
    book = repacked(book, sheet1=(b"<v>0</v>", b"<v>#DIV/0!</v>"))
    book = repacked(book, sheet1=(b'<c r="F2">', b'<c r="F2" t="e">'))
    reading = read_workbook(book)
    assert codes(reading.errors) == [("sheet_error", 2)]
    assert reading.errors[0].value == "#DIV/0!"
    assert reading.frame["people"].tolist() == [pd.NA]


def test_one_cell_at_the_far_corner_is_told_within_seconds() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", NAMES)
        sheet.write("XFD1048576", "x")
    begun = time.monotonic()
    reading = read_workbook(out.getvalue())
    assert time.monotonic() - begun < 5
    assert codes(reading) == [("stray_cell", None)]
    assert "XFD1048576" in reading.problems[0].message("th")


def test_cells_that_do_not_say_where_they_are_follow_one_another() -> None:
    book = workbook([[*NAMES, "people"], [*RIGHT, "=1/0"]])
    book = repacked(book, sheet1=(b"<v>0</v>", b"<v>#DIV/0!</v>"))
    book = repacked(book, sheet1=(b'<c r="F2">', b'<c t="e">'))
    for cell in (b"A1", b"B1", b"A2", b"E2"):
        book = repacked(book, sheet1=(b'<c r="' + cell + b'"', b"<c"))
    reading = read_workbook(book)
    assert codes(reading.errors) == [("sheet_error", 2)]
    assert reading.frame["lao_id"].tolist() == ["LAO-90-001"]


def test_a_workbook_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_workbooks, "_WALL_SECONDS", 0.001)
    assert codes(read_workbook(workbook([NAMES, RIGHT]))) == [("workbook_too_costly", None)]


def test_the_record_of_the_decision_names_the_limits() -> None:
    (record,) = (paths.ROOT / "docs" / "decisions").glob("0006-*.md")
    limits, in_all = reading_workbooks._LIMITS, reading_workbooks._WALL_SECONDS  # noqa: SLF001
    sentence = f"{limits['seconds']} s of processor time, {in_all} s in all"
    assert sentence in record.read_text("utf-8")


@pytest.mark.parametrize("limit", [{"seconds": 0}, {"characters": 10}])
def test_a_workbook_beyond_a_limit_is_told(
    monkeypatch: pytest.MonkeyPatch, limit: dict[str, int]
) -> None:
    limits = {**reading_workbooks._LIMITS, **limit}  # noqa: SLF001 the limits themselves
    monkeypatch.setattr(reading_workbooks, "_LIMITS", limits)
    assert codes(read_workbook(workbook([NAMES, RIGHT]))) == [("workbook_too_costly", None)]


@pytest.mark.parametrize("megabytes", [6, 60])
def test_a_zip_bomb_is_refused_within_seconds(megabytes: int) -> None:
    out = io.BytesIO(workbook([NAMES, RIGHT]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", b"0" * megabytes * 1_000_000)
    begun = time.monotonic()
    assert codes(read_workbook(out.getvalue())) == [("workbook_unpacks_too_large", None)]
    assert time.monotonic() - begun < 5


def test_a_zip_bomb_that_lies_about_its_size_meets_the_limits() -> None:
    book = workbook([NAMES, RIGHT])
    bomb = b"<row><c><v>" + b"1" * 400_000_000 + b"</v></c></row>"
    packed = repacked(book, sheet1=(b"<sheetData>", b"<sheetData>" + bomb))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = packed.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    begun = time.monotonic()
    (problem,) = read_workbook(lying).problems
    assert problem.code in {"workbook_damaged", "workbook_too_costly"}
    assert time.monotonic() - begun < 25


def test_entities_that_multiply_are_refused() -> None:
    laughs = (
        b'<!DOCTYPE x [<!ENTITY a "'
        + b"ha" * 1000
        + b'">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 50) for n in range(6))
        + b"]>"
    )
    book = workbook([NAMES, RIGHT])
    book = repacked(book, sheet1=(b"<worksheet", laughs + b"<worksheet"))
    book = repacked(book, sheet1=(b"<sheetData>", b"<sheetData><row><c><v>&g;</v></c></row>"))
    begun = time.monotonic()
    (problem,) = read_workbook(book).problems
    assert problem.code in {"workbook_damaged", "workbook_too_costly"}
    assert time.monotonic() - begun < 25


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"PK\x03\x04" + b"\x00" * 100, workbook([NAMES])[:-60]]
)
def test_a_damaged_workbook_is_told(content: bytes) -> None:
    assert codes(read_workbook(content)) == [("workbook_damaged", None)]


def test_an_archive_that_is_no_workbook_is_told() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", "x")
    assert codes(read_workbook(out.getvalue())) == [("workbook_damaged", None)]


def test_an_empty_workbook_is_told() -> None:
    assert codes(read_workbook(workbook([[]]))) == [("empty_file", None)]


def test_ten_thousand_rows_take_seconds() -> None:
    rows = [[f"A{n % 10}", "สงขลา", "ทต.ปริก", 2563, "area"] for n in range(10_000)]
    begun = time.monotonic()
    (sheet,) = parse(workbook([NAMES, *rows]), "x.xlsx").sheets
    assert len(sheet.rows) == 10_001
    assert time.monotonic() - begun < 8


def test_the_child_imports_neither_pandas_nor_this_project() -> None:
    source = Path(workbook_child.__file__).read_text("utf-8")
    assert "import pandas" not in source
    assert "from utils" not in source
    assert workbook_child.MARK_NO_VALUE == cells.NO_VALUE
