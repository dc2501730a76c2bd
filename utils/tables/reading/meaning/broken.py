"""Text whose characters a program broke: what is recognised, and what can be mended for certain.

UTF-8 that is read in another encoding and saved again shows two or three wrong signs for each Thai
one. Where no byte was lost on the way, the way back is exact.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from utils.tables.reading.contents import Contents, refused
from utils.tables.reading.problems import Problem

_SEPARATOR: Final = "\n"
_CODECS: Final = ("cp874", "cp1252", "latin-1", "mac_roman", "cp437")
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e5b]")
# The three bytes of a Thai letter in UTF-8 are E0, B8 or B9, and one from 80 to BF.
_PATTERNS: Final = (
    re.compile("เ[ธน][\u0080-\u00bf\u0e01-\u0e3f\u2010-\u203a\u20ac\ufffd\u00a0]"),  # as CP874
    re.compile("\u00e0[\u00b8\u00b9][^\x00-\x7f]?"),  # as Latin 1 or Windows 1252
    re.compile("\u2021[\u220f\u03c0][^\x00-\x7f]?"),  # as Mac Roman
    re.compile("\u03b1[\u2555\u2563][^\x00-\x7f]?"),  # as code page 437
)
_LATIN = re.compile("[\u00a1-\u00fb]")
_LOST = re.compile(r"\?{2,}")
_LEAST: Final = 3  # signs in a line below which chance could have made them
_MOSTLY: Final = 0.8
_TWICE: Final = 2  # some files were broken and saved two times


def is_broken(text: str) -> bool:
    """Tell whether any line of a text is mostly signs of Thai read in another encoding."""
    return any(map(_is_broken_line, text.splitlines())) or _is_tis_as_latin(text)


def is_lost(text: str) -> bool:
    """Tell whether question marks stand where the Thai letters of a text were: none is left."""
    if _THAI.search(text):
        return False
    marks = sum(map(len, _LOST.findall(text)))
    letters = sum(sign.isalpha() for sign in text)
    return len(_LOST.findall(text)) >= _LEAST and marks > letters


def mended(text: str) -> str | None:
    """Return the text as it was before it was broken, None where that is not certain.

    It is certain where the whole text goes back through the encoding that broke it, byte for byte.
    """
    for _ in range(_TWICE):
        if not is_broken(text):
            return text
        before = next(filter(None, (_undone(text, codec) for codec in _CODECS)), None)
        before = before or (_as_tis(text) if _is_tis_as_latin(text) else None)
        if before is None:
            return None
        text = before.removeprefix("\ufeff")
    return None if is_broken(text) else text


def told(contents: Contents) -> Contents:
    """Return contents with the remark that their characters were mended."""
    remark = Problem(file=contents.file, code="characters_mended", severity="note")
    return replace(contents, problems=(*contents.problems, remark))


def of_workbook(contents: Contents) -> Contents:
    """Return the contents of a workbook, broken characters of its cells mended or refused."""
    texts = [_SEPARATOR.join(map(_SEPARATOR.join, sheet.rows)) for sheet in contents.sheets]
    if any(map(is_lost, texts)):
        return refused(contents.file, "characters_lost")
    if not any(map(is_broken, texts)):
        return contents
    sheets = []
    for sheet in contents.sheets:
        rows = [[mended(cell) for cell in row] for row in sheet.rows]
        if any(cell is None for row in rows for cell in row):
            return refused(contents.file, "characters_broken")
        sheets.append(replace(sheet, rows=[[cell or "" for cell in row] for row in rows]))
    return told(replace(contents, sheets=tuple(sheets)))


def _is_broken_line(line: str) -> bool:
    foreign = sum(not sign.isascii() for sign in line)
    for pattern in _PATTERNS:
        found = pattern.findall(line)
        if len(found) >= _LEAST and sum(map(len, found)) > _MOSTLY * foreign:
            return True
    return False


def _is_tis_as_latin(text: str) -> bool:
    """Tell whether a text without Thai is mostly what CP874 looks like as Latin 1: ¡ÒÃ for การ."""
    latin = _LATIN.findall(text)
    plain = sum(sign.isascii() and sign.isalpha() for sign in text)
    return not _THAI.search(text) and len(latin) >= _LEAST and len(latin) > plain


def _undone(text: str, codec: str) -> str | None:
    try:
        before = b"".join(_byte(sign, codec) for sign in text).decode("utf-8")
    except UnicodeError:
        return None
    return before if _THAI.search(before) or is_broken(before) else None


def _as_tis(text: str) -> str | None:
    try:
        before = b"".join(_byte(sign, "cp1252") for sign in text).decode("cp874")
    except UnicodeError:
        return None
    return before if _THAI.search(before) else None


def _byte(sign: str, codec: str) -> bytes:
    """Return the byte that a sign was; control signs stand for bytes that the encoding lacks."""
    if "\x80" <= sign <= "\x9f":
        return bytes([ord(sign)])
    return sign.encode(codec)
