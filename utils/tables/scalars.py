"""Numbers, years, dates and yes or no, as officers write them: one function per kind of cell.

Each takes a tidy, non-blank text and either returns the value or raises `PydanticCustomError`
whose type is the code of the problem.
"""

from __future__ import annotations

import datetime as dt
import re

from pydantic_core import PydanticCustomError

from utils.tables.writing import arabic, key

BE_AHEAD_OF_CE = 543
_BE_YEARS = range(2400, 2701)
_CE_YEARS = range(1857, 2158)  # the same span
_WHOLE = re.compile(r"[+-]?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.0+)?")
_NUMBER = re.compile(
    r"[+-]?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.[0-9]{1,20})?(e[+-]?[0-9]{1,2})?"
)
_YEAR = re.compile(r"(?:ปีงบประมาณ|ปีงบ|ปี|fy)?(พศ|คศ|be|ce|ad)?([0-9]+)(พศ|คศ|be|ce|ad)?")
_CE_SIGNS = frozenset({"คศ", "ce", "ad"})
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00:00)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[/.\-\s]\s*([0-9]{1,2}|[ก-๎.]+)\s*[/.\-\s]\s*([0-9]{4})")
_MONTHS = (
    ("มกราคม", "มค"),
    ("กุมภาพันธ์", "กพ"),
    ("มีนาคม", "มีค"),
    ("เมษายน", "เมย"),
    ("พฤษภาคม", "พค"),
    ("มิถุนายน", "มิย"),
    ("กรกฎาคม", "กค"),
    ("สิงหาคม", "สค"),
    ("กันยายน", "กย"),
    ("ตุลาคม", "ตค"),
    ("พฤศจิกายน", "พย"),
    ("ธันวาคม", "ธค"),
)
_MONTH_NUMBER = {key(name): n for n, names in enumerate(_MONTHS, 1) for name in names}
_FLAGS = {
    **dict.fromkeys(("true", "1", "yes", "ใช่", "จริง"), True),
    **dict.fromkeys(("false", "0", "no", "ไม่ใช่", "เท็จ"), False),
}


def whole_number(text: str) -> int:
    """Return the whole number a text writes, in Thai or Arabic digits, with or without commas."""
    written = arabic(text).replace(" ", "")
    if not _WHOLE.fullmatch(written):
        raise PydanticCustomError("not_an_integer", "not_an_integer")
    return int(written.replace(",", "").split(".", maxsplit=1)[0])


def number(text: str) -> float:
    """Return the number a text writes, in Thai or Arabic digits, with or without commas."""
    written = arabic(text).replace(" ", "").lower()
    if not _NUMBER.fullmatch(written):
        raise PydanticCustomError("not_a_number", "not_a_number")
    return float(written.replace(",", ""))


def year_be(text: str) -> tuple[int, bool]:
    """Return a year in the Buddhist Era, and whether it was written in the Common Era.

    A year of two digits is refused: 63 may be 2563 or 2063, and nobody may choose for the sender.
    """
    written = key(re.sub(r"\.0+$", "", arabic(text)))
    found = _YEAR.fullmatch(written)
    if not found:
        raise PydanticCustomError("not_a_year", "not_a_year")
    before, digits, after = found.groups()
    if len(digits) == 2:  # noqa: PLR2004 the rule itself
        raise PydanticCustomError("year_two_digits", "year_two_digits")
    year = int(digits[:5])
    says_ce = bool({before, after} & _CE_SIGNS)
    says_be = bool({before, after} & {"พศ", "be"})
    if year in _BE_YEARS and not says_ce:
        return year, False
    if year in _CE_YEARS and not says_be:
        return year + BE_AHEAD_OF_CE, True
    raise PydanticCustomError("not_a_year", "not_a_year")


def date_ce(text: str) -> tuple[str, bool]:
    """Return a date as ISO 8601 in the Common Era, and whether its year was Buddhist.

    Read are 2017-10-10, 10/10/2560, 10 ต.ค. 2560 and 10 ตุลาคม 2560, in either era.
    """
    written = arabic(text)
    if iso := _ISO_DATE.fullmatch(written):
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    elif spoken := _DAY_FIRST.fullmatch(written):
        year, month, day = int(spoken[3]), _month(spoken[2]), int(spoken[1])
    else:
        raise PydanticCustomError("not_a_date", "not_a_date")
    is_be = year in _BE_YEARS
    if not is_be and year not in _CE_YEARS:
        raise PydanticCustomError("not_a_date", "not_a_date")
    try:
        date = dt.date(year - BE_AHEAD_OF_CE if is_be else year, month, day)
    except ValueError as wrong:
        raise PydanticCustomError("not_a_date", "not_a_date") from wrong
    return date.isoformat(), is_be


def flag(text: str) -> bool:
    """Return yes or no: true and false, 1 and 0, yes and no, ใช่ and ไม่ใช่."""
    written = arabic(text).casefold()
    if written not in _FLAGS:
        raise PydanticCustomError("not_a_flag", "not_a_flag")
    return _FLAGS[written]


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_NUMBER.get(key(text), 0)
