"""Numbers, years, dates and yes or no, as officers write them: one function per kind of cell.

Each takes a tidy, non-blank text and returns the value, or raises `PydanticCustomError` whose type
is the code of the problem. An unexpected sign or space is never dropped: ``25.63``, ``-2563`` and
``256 3`` may be any kind of slip, and none of them is 2563.
"""

from __future__ import annotations

import datetime as dt
import re

from pydantic_core import PydanticCustomError

from utils.tables.reading.normalise import arabic_digits

BE_AHEAD_OF_CE = 543
_BE_YEARS = range(2400, 2701)
_CE_YEARS = range(1857, 2158)  # the same span
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
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00:00)?")
_IN_DIGITS = re.compile(
    r"(?P<day>[0-9]{1,2}) *(?P<sign>[/.-]) *(?P<month>[0-9]{1,2}) *(?P=sign) *(?P<year>[0-9]{4})"
)
_IN_WORDS = re.compile(
    r"(?P<day>[0-9]{1,2}) *(?P<sign>[/-]?) *(?P<month>[ก-๎.]+) *(?P=sign) *(?P<year>[0-9]{4})"
)
_MONTHS = (
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
)
_MONTH_NUMBER = {
    form: number
    for number, (name, short) in enumerate(_MONTHS, 1)
    for form in (name, short, short.removesuffix("."), short.replace(".", ""))
}
_FLAGS = {
    **dict.fromkeys(("true", "1", "yes", "ใช่", "จริง"), True),
    **dict.fromkeys(("false", "0", "no", "ไม่ใช่", "เท็จ"), False),
}


def whole_number(text: str) -> int:
    """Return the whole number a text writes, in Thai or Arabic digits, with or without commas."""
    written = arabic_digits(text)
    if not _WHOLE.fullmatch(written):
        raise PydanticCustomError("not_an_integer", "not_an_integer")
    return int(written.replace(",", "").split(".", maxsplit=1)[0])


def is_number(text: str) -> bool:
    """Tell whether a text is a number, which no spreadsheet runs, whatever its sign."""
    return _NUMBER.fullmatch(arabic_digits(text.strip()).lower()) is not None


def number(text: str) -> float:
    """Return the number a text writes, in Thai or Arabic digits, with or without commas."""
    written = arabic_digits(text).lower()
    if not _NUMBER.fullmatch(written):
        raise PydanticCustomError("not_a_number", "not_a_number")
    return float(written.replace(",", ""))


def year_be(text: str) -> tuple[int, bool]:
    """Return a year in the Buddhist Era, and whether it was written in the Common Era.

    It may be four digits, alone or after ปี, ปีงบ, ปีงบประมาณ or FY, with the era before or after
    them, and with the .0 that spreadsheets add. A year of two digits is refused: 63 may be 2563 or
    2063, and only the sender can say which.
    """
    match = _YEAR.fullmatch(arabic_digits(text))
    if not match or (match["before"] and match["after"]):
        raise PydanticCustomError("not_a_year", "not_a_year")
    if len(match["digits"]) == 2:  # noqa: PLR2004 the rule itself
        raise PydanticCustomError("year_two_digits", "year_two_digits")
    year = int(match["digits"])
    era = (match["before"] or match["after"] or "").replace(".", "").lower()
    if year in _BE_YEARS and era not in _CE_SIGNS:
        return year, False
    if year in _CE_YEARS and era not in _BE_SIGNS:
        return year + BE_AHEAD_OF_CE, True
    raise PydanticCustomError("not_a_year", "not_a_year")


def date_ce(text: str) -> tuple[str, bool]:
    """Return a date as ISO 8601 in the Common Era, and whether its year was Buddhist.

    It may be 2017-10-10, 10/10/2560, 10 ต.ค. 2560 or 10 ตุลาคม 2560, in either era.
    """
    written = arabic_digits(text)
    if iso := _ISO_DATE.fullmatch(written):
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    elif match := _IN_DIGITS.fullmatch(written) or _IN_WORDS.fullmatch(written):
        year, month, day = int(match["year"]), _month(match["month"]), int(match["day"])
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
    written = arabic_digits(text).casefold()
    if written not in _FLAGS:
        raise PydanticCustomError("not_a_flag", "not_a_flag")
    return _FLAGS[written]


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_NUMBER.get(text, 0)
