"""What a stranger might send: a clear message within seconds, bounded memory, no traceback."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.tables.sample import HEAD, PLACES, ROW, TABLE, codes, read_csv, read_workbook, workbook
from utils.tables.reading.reader import read

NAMES = HEAD.split(",")
RIGHT = ["A1", "สงขลา", "ทต.ปริก", 2563, "national"]
SECONDS = 5


def with_member(content: bytes, name: str, member: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, member)
    return out.getvalue()


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    with file.open("wb") as out:
        out.truncate(200_000_000)
    begun = time.monotonic()
    reading = read(file, name="x.csv", table=TABLE, places=PLACES)
    assert time.monotonic() - begun < 1
    assert codes(reading) == [("too_large_file", None)]


@pytest.mark.parametrize("text", ["," * 1_000_000, "x;" * 1_000_000, "a,b\n" + "x," * 1_000_000])
def test_a_million_columns_are_refused(text: str) -> None:
    begun = time.monotonic()
    assert codes(read_csv(text)) == [("too_large_table", None)]
    assert time.monotonic() - begun < SECONDS


def test_a_workbook_with_too_many_cells_in_a_row_is_refused() -> None:
    cells = '<c t="inlineStr"><is><t>x</t></is></c>' * 300
    row = f"<sheetData><row>{cells}</row>"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([[]]))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            content = old.read(name)
            content = content.replace(b"<sheetData/>", (row + "</sheetData>").encode())
            new.writestr(name, content)
    assert codes(read_workbook(out.getvalue())) == [("stray_cell", None)]


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen()"),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink><ddeLink/></externalLink>"),
        ("xl/media/../../../../etc/passwd", b"x"),
        ("xl/embeddings/oleObject1.bin", b"MZ"),
    ],
)
def test_macros_links_and_objects_are_never_touched(name: str, member: bytes) -> None:
    reading = read_workbook(with_member(workbook([NAMES, RIGHT]), name, member))
    assert reading.errors == ()
    assert reading.frame["code"].tolist() == ["A1"]


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "@SUM(1+1)", "<script>alert(1)</script>", "../../etc/passwd"]
)
def test_what_would_run_elsewhere_is_a_text_here(text: str) -> None:
    reading = read_csv(f"{HEAD},note\n{ROW},{text}\n")
    assert codes(reading) == []
    assert reading.frame["note"].tolist() == [text]
    unknown = read_csv(f"{HEAD}\nA1,{text},ทต.ปริก,2563,national\n")
    assert ("province_unknown", 2) in codes(unknown.errors)


def test_html_in_a_name_of_a_place_is_told_and_not_taken() -> None:
    (problem,) = read_csv(f"{HEAD}\nA1,สงขลา,<b>ทต.ปริก</b>,2563,national\n").errors
    assert problem.value == "<b>ทต.ปริก</b>"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/ส่ง.csv", "ส่ง.csv"),
        ("C:\\Users\\x\\ส่ง.csv", "ส่ง.csv"),
        ("/", "?"),
        ("", "?"),
        ("..", ".."),
        ("<img src=x>.csv", "<img src=x>.csv"),
        ("a\x00\u202ecsv.exe", "a\x00\u202ecsv.exe"),
    ],
)
def test_a_name_like_a_path_is_only_a_name(name: str, shown: str) -> None:
    reading = read(b"", name=name, table=TABLE, places=PLACES)
    assert codes(reading) == [("empty_file", None)]
    assert reading.problems[0].file == shown


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u2066", "\x07", "\ufeff"])
def test_signs_that_nobody_sees_are_dropped_and_told(sign: str) -> None:
    reading = read_csv(f"{HEAD}\nA1,สงข{sign}ลา,ทต.ปริก,2563,national\n")
    assert codes(reading) == [("hidden_characters", 2)]
    assert reading.frame["province_code"].tolist() == ["90"]


@pytest.mark.parametrize("year", ["0", "9999", "-2563", "๙๙๙๙", "1e9", "2563.5"])
def test_a_year_that_cannot_be_is_told(year: str) -> None:
    reading = read_csv(f"{HEAD}\nA1,สงขลา,ทต.ปริก,{year},national\n")
    assert [one.row for one in reading.errors] == [2]
    assert reading.frame["year_be"].isna().all()


def test_thai_digits_in_codes_are_digits() -> None:
    reading = read_csv(f"{HEAD}\nA1,๙๐,ทต.ปริก,๒๕๖๓,national\n")
    assert reading.errors == ()
    assert reading.frame["province_code"].tolist() == ["90"]
    in_a_key = read_csv(f"{HEAD}\nA๑,90,ทต.ปริก,2563,national\n")
    assert [one.row for one in in_a_key.errors] == [2]


def test_headings_and_keys_told_twice_are_told() -> None:
    assert ("heading_repeated", 1) in codes(read_csv(f"{HEAD},รหัส\n{ROW},A2\n").errors)
    assert codes(read_csv(f"{HEAD}\n{ROW}\n{ROW}\n").errors) == [("duplicate_key", 3)]


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\n{ROW}\n".encode() + "A2,สงขลา,ทต.ปริก,2563,national\n".encode("cp874"),
        b"\xff\xfe" + f"{HEAD}\n{ROW}\n".encode(),
        f"{HEAD}\n{ROW}\n".encode("utf-16-le") + b"\x00",
        b"\x00" * 1000,
    ],
)
def test_mixed_encodings_are_refused(content: bytes) -> None:
    reading = read_csv(content)
    assert reading.errors
    assert reading.frame.empty


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "x.exe", "x.xls", "x"])
@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00", b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF-1.7"]
)
def test_what_is_no_table_is_told_whatever_it_calls_itself(name: str, content: bytes) -> None:
    reading = read(content, name=name, table=TABLE, places=PLACES)
    assert len(reading.errors) >= 1
    assert reading.frame.empty


def test_a_cell_that_is_merged_downwards_holds_its_value_in_each_row() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", NAMES)
        sheet.write_row("A2", RIGHT)
        sheet.write_row("A3", ["A2", "", *RIGHT[2:]])
        sheet.write_row("A4", ["A3", "", *RIGHT[2:]])
        sheet.merge_range("B2:B3", "สงขลา")
    reading = read_workbook(out.getvalue())
    assert ("merged_down", 3) in codes(reading)
    assert reading.errors == ()
    assert reading.frame["province_code"].tolist() == ["90", "90", "90"]
