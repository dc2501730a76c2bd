"""Numbers, years and yes or no, as officers write them: one function per kind of cell.

Each takes a tidy, non-blank text and returns the value, or raises `PydanticCustomError` whose type
is the code of the problem. An unexpected sign or space is never dropped: ``25.63``, ``-2563`` and
``256 3`` may be any kind of slip, and none of them is 2563.
"""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from utils.tables.reading.meaning.dates import BE_AHEAD_OF_CE, BE_YEARS, CE_YEARS
from utils.tables.reading.normalise import fold

_WHOLE = re.compile(r"[+-]?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.0+)?")
_NUMBER = re.compile(
    r"[+-]?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.[0-9]{1,20})?(e[+-]?[0-9]{1,2})?"
)
_ERA = r"(?P<{}>พ\.?ศ\.?|ค\.?ศ\.?|B\.?E\.?|C\.?E\.?|A\.?D\.?)"
_YEAR = re.compile(
    rf"(?:ปีงบประมาณ|ปีงบ|ปี|FY)? *(?:{_ERA.format('before')} *)?"
    rf"(?P<digits>[0-9]{{4}}|[0-9]{{2}})(?:\.0+| *{_ERA.format('after')})?",
    re.IGNORECASE,
)
_BE_SIGNS = frozenset({"พศ", "be"})
_CE_SIGNS = frozenset({"คศ", "ce", "ad"})
_FLAGS = {
    **dict.fromkeys(("true", "1", "yes", "y", "ใช่", "จริง", "มี", "มีแล้ว", "ได้", "✓", "✔", "☑"), True),
    **dict.fromkeys(("false", "0", "no", "n", "ไม่ใช่", "ไม่", "เท็จ", "ไม่มี", "ยังไม่มี", "ไม่ได้"), False),
}


def whole_number(text: str) -> int:
    """Return the whole number a text writes, in Thai or Arabic digits, with or without commas."""
    written = fold(text)
    if not _WHOLE.fullmatch(written):
        raise PydanticCustomError("not_an_integer", "not_an_integer")
    return int(written.replace(",", "").split(".", maxsplit=1)[0])


def is_number(text: str) -> bool:
    """Tell whether a text is a number, which no spreadsheet runs, whatever its sign."""
    return _NUMBER.fullmatch(fold(text)) is not None


def number(text: str) -> float:
    """Return the number a text writes, in Thai or Arabic digits, with or without commas."""
    written = fold(text)
    if not _NUMBER.fullmatch(written):
        raise PydanticCustomError("not_a_number", "not_a_number")
    return float(written.replace(",", ""))


def year_be(text: str) -> tuple[int, bool]:
    """Return a year in the Buddhist Era, and whether it was written in the Common Era.

    It may be four digits, alone or after ปี, ปีงบ, ปีงบประมาณ or FY, with the era before or after
    them, and with the .0 that spreadsheets add. A year of two digits is refused: 63 may be 2563 or
    2063, and only the sender can say which.
    """
    match = _YEAR.fullmatch(fold(text))
    if not match or (match["before"] and match["after"]):
        raise PydanticCustomError("not_a_year", "not_a_year")
    if len(match["digits"]) == 2:  # noqa: PLR2004 the rule itself
        raise PydanticCustomError("year_two_digits", "year_two_digits")
    year = int(match["digits"])
    era = (match["before"] or match["after"] or "").replace(".", "").lower()
    if year in BE_YEARS and era not in _CE_SIGNS:
        return year, False
    if year in CE_YEARS and era not in _BE_SIGNS:
        return year + BE_AHEAD_OF_CE, True
    raise PydanticCustomError("not_a_year", "not_a_year")


def flag(text: str) -> bool:
    """Return yes or no: true and false, 1 and 0, yes and no, ใช่ and ไม่ใช่, มี and ไม่มี, a tick."""
    written = fold(text)
    if written not in _FLAGS:
        raise PydanticCustomError("not_a_flag", "not_a_flag")
    return _FLAGS[written]
