"""Encodings and delimiters of text files."""

from __future__ import annotations

import codecs

import pytest

from tests.tables.sample import HEAD, PLACES, ROW, TABLE, codes, read_csv, worded
from utils.tables.reading.delimited import decode
from utils.tables.reading.reader import read

TEXT = f"{HEAD},หมายเหตุ\n{ROW},ที่ ปู่ ญี่ปุ่น น้ำ\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
def test_every_encoding_reads_the_same(encoding: str) -> None:
    reading = read_csv(TEXT.encode(encoding))
    assert reading.errors == ()
    assert reading.frame["lao_id"].tolist() == ["LAO-90-001"]
    assert reading.frame["note"].tolist() == ["ที่ ปู่ ญี่ปุ่น น้ำ"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end_reads_the_same(delimiter: str, end: str) -> None:
    reading = read_csv(TEXT.replace(",", delimiter).replace("\n", end))
    assert reading.errors == ()
    assert len(reading.frame) == 1


def test_commas_inside_cells_do_not_hide_a_semicolon() -> None:
    reading = read_csv(f"{HEAD};people\n{ROW};1,234\n".replace(",", ";").replace("1;234", "1,234"))
    assert reading.frame["people"].tolist() == [1234]


def test_a_row_keeps_its_number_after_a_cell_of_two_lines() -> None:
    # A spreadsheet shows a record as one row, however many lines it takes.
    reading = read_csv(f'{HEAD},note\n{ROW},"หนึ่ง\nสอง"\nA2,สงขลา,ทต.ปริก,63,area,\n')
    assert reading.frame["note"].tolist()[0] == "หนึ่ง\nสอง"
    assert codes(reading.errors) == [("year_two_digits", 3)]


def test_an_open_quotation_mark_is_told_and_what_stands_before_is_kept() -> None:
    reading = read_csv(f'{HEAD}\n{ROW}\nA2,"สงขลา,ทต.ปริก,2563,area\n')
    assert codes(reading.errors) == [("broken_quotes", 3)]
    assert reading.frame["code"].tolist() == ["A1"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x00\x01\x02\x03", "not_text"),
        (b"code,\xff\xfe\xdb\xdc", "encoding"),
        (TEXT.encode()[:-2], "damaged_text"),
        (codecs.BOM_UTF8 + b"\xff\xff", "encoding"),
    ],
)
def test_what_is_no_text_is_told(content: bytes, code: str) -> None:
    assert codes(read_csv(content)) == [(code, None)]


def test_cp874_is_not_taken_for_damaged_utf8() -> None:
    assert decode("เธกษม,เธอ".encode("cp874")) == "เธกษม,เธอ"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"PK\x03\x04rest", "wrong_extension"),
        ("a.xlsx", TEXT.encode(), "wrong_extension"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_workbook"),
        ("a.pdf", b"%PDF-1.7", "unsupported_type"),
        ("../../etc/cron", b"x", "unsupported_type"),
        ("a.csv", b"x" * 10_000_001, "too_large_file"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(name: str, content: bytes, code: str) -> None:
    reading = worded(read(content, name=name, table=TABLE, places=PLACES))
    assert codes(reading) == [(code, None)]
    assert "/" not in reading.problems[0].file
