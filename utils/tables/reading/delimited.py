"""CSV files, in several encodings and with several delimiters."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice
from statistics import median
from typing import Final

from utils.tables.reading.contents import MAX_COLUMNS, MAX_ROWS, Contents, Sheet, refused
from utils.tables.reading.headings import LOOK_AT
from utils.tables.reading.meaning import broken
from utils.tables.reading.problems import Problem

_DELIMITERS: Final = (",", ";", "\t")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REPLACED: Final = "\ufffd"


def parse(content: bytes, file: str) -> Contents:
    """Split a text file into rows of cells.

    A byte order mark decides the encoding; without one it is UTF-8 where the bytes are valid, else
    CP874 (which includes TIS-620). Thai that another program broke is mended where that is certain.
    The delimiter is the one of , ; and tab that gives the widest rows.
    """
    if b"\x00" in content and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return refused(file, "not_text")
    text = decode(content)
    if text is None:
        return refused(file, "damaged_text" if _is_cut_utf8(content) else "encoding")
    if not text.strip():
        return refused(file, "empty_file")
    whole = broken.mended(text)
    if whole is None or broken.is_lost(text):
        return refused(file, "characters_broken" if whole is None else "characters_lost")
    contents = _rows(whole, file)
    return contents if whole == text else broken.told(contents)


def decode(content: bytes) -> str | None:
    """Return the text of the bytes, None where no known encoding fits."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding)
    text = _strict(content, "utf-8")
    if text is None and not _is_cut_utf8(content):
        text = _strict(content, "cp874")
    return text


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_cut_utf8(content: bytes) -> bool:
    """Tell whether the bytes are damaged UTF-8; read as CP874 they would become nonsense."""
    text = content.decode("utf-8", errors="replace")
    thai = sum("\u0e01" <= sign <= "\u0e5b" for sign in text)
    return thai > text.count(_REPLACED) > 0


def _rows(text: str, file: str) -> Contents:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(
            io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True
        ):
            rows.append(row)
            if len(rows) > MAX_ROWS or len(row) > MAX_COLUMNS:
                return refused(file, "too_large_table", max_rows=MAX_ROWS, max_columns=MAX_COLUMNS)
    except csv.Error:
        broken = Problem(file=file, code="broken_quotes", row=len(rows) + 1)
        return Contents(file=file, sheets=(Sheet(rows=rows),), problems=(broken,))
    return Contents(file=file, sheets=(Sheet(rows=rows),))


def delimiter(text: str) -> str:
    """Return the delimiter that gives the widest rows."""
    return max(_DELIMITERS, key=lambda one: _width(text, one))


def _width(text: str, delimiter: str) -> float:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return median([len(row) for row in islice(reader, LOOK_AT) if row] or [0])
    except csv.Error:  # a cell beyond the reader's limit: this delimiter joins the whole file
        return 0
