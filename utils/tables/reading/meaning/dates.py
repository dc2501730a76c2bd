"""Dates as officers and their programs write them, in either era, with or without a time of day."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from pydantic_core import PydanticCustomError

from utils.tables.reading.normalise import fold, spelling_key

BE_AHEAD_OF_CE: Final = 543
BE_YEARS: Final = range(2400, 2701)
CE_YEARS: Final = range(1857, 2158)  # the same span
MONTHS_OF_A_YEAR: Final = 12
_THAI_HOURS: Final = 7  # ahead of UTC
_TWO_DIGITS: Final = 100
_LONGEST: Final = 80  # characters: no date with its weekday and time is longer

_TIME = (
    r"(?P<hour{0}>[0-9]{{1,2}})(?:[:.](?P<minute{0}>[0-9]{{2}})(?:[:.][0-9]{{2}}(?:[.,][0-9]{{1,9}})?)?"
    r" *(?P<half{0}>a\.?m\.?|p\.?m\.?|ก่อนเที่ยง|หลังเที่ยง|น\.?|นาฬิกา)?"
    r"| *(?P<half_hour{0}>a\.?m\.?|p\.?m\.?|น\.|นาฬิกา))"
    r" *(?P<zone{0}>z|(?:utc|gmt)?[+-][0-9]{{1,2}}(?::?[0-9]{{2}})?|utc|gmt)?"
)
_TIME_BEFORE = re.compile(rf"(?:เวลา *)?{_TIME.format('')}[, ]+")
_TIME_BEHIND = re.compile(rf"(?:t|[, ]+(?:เวลา *)?){_TIME.format('')}$")
_DAY, _MONTH = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})"
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_SIGN = r" *(?P<sign>[/.-]) *"
_AGAIN = r" *(?P=sign) *"
_WEEKDAY = r"(?:วัน[ก-๎]*? *ที่? *|ที่ *|[a-z]{3,9}\.?,? +)?"
_WORD = r"(?P<word>[ก-๎.]+?|[a-z]{3,9}\.?)"
_ERA = r"(?P<era>พ\.?ศ\.?|ค\.?ศ\.?)? *"
_IN_WORDS = (
    re.compile(rf"{_WEEKDAY}{_DAY} *(?P<sign>[/-]?) *{_WORD} *(?P=sign) *{_ERA}{_YEAR}"),
    re.compile(rf"{_WEEKDAY}{_DAY} *{_WORD},? +{_ERA}{_YEAR}"),
    re.compile(rf"{_WEEKDAY}{_WORD} *{_DAY} *,? +{_ERA}{_YEAR}"),
)
_YEAR_FIRST = re.compile(f"(?P<year>[0-9]{{4}}){_SIGN}{_MONTH}{_AGAIN}{_DAY}")
_DAY_FIRST = re.compile(f"{_WEEKDAY}{_DAY}{_SIGN}{_MONTH}{_AGAIN}{_YEAR}")
MONTHS: Final = (
    ("มกราคม", "ม.ค.", "january"),
    ("กุมภาพันธ์", "ก.พ.", "february"),
    ("มีนาคม", "มี.ค.", "march"),
    ("เมษายน", "เม.ย.", "april"),
    ("พฤษภาคม", "พ.ค.", "may"),
    ("มิถุนายน", "มิ.ย.", "june"),
    ("กรกฎาคม", "ก.ค.", "july"),
    ("สิงหาคม", "ส.ค.", "august"),
    ("กันยายน", "ก.ย.", "september"),
    ("ตุลาคม", "ต.ค.", "october"),
    ("พฤศจิกายน", "พ.ย.", "november"),
    ("ธันวาคม", "ธ.ค.", "december"),
)
_MONTH_NUMBER: Final = {
    form: number
    for number, (name, short, english) in enumerate(MONTHS, 1)
    for form in (
        *(name, short, short.removesuffix("."), spelling_key(short), f"{spelling_key(short)}."),
        *(english, english[:3], f"{english[:3]}.", english[:4]),
    )
}


class Written(NamedTuple):
    """A date as it is written, the day read before the month where only digits tell.

    `form`: which of the three comes first, or that the month is a word. `is_be`: era, where said.
    `days`: to add, where a time of day in another zone falls on another day in Thailand.
    """

    year: int
    month: int
    day: int
    form: Literal["year_first", "day_first", "in_words"]
    is_be: bool | None = None
    days: int = 0

    @property
    def is_month_first(self) -> bool:
        """Whether what stands for the month can only be the day."""
        return self.month > MONTHS_OF_A_YEAR >= self.day > 0

    @property
    def is_day_first(self) -> bool:
        """Whether what stands for the day can only be the day."""
        return self.day > MONTHS_OF_A_YEAR >= self.month > 0

    @property
    def may_be_month_first(self) -> bool:
        """Whether day and month could as well be the other way round, on another day."""
        return self.day != self.month and max(self.day, self.month) <= MONTHS_OF_A_YEAR

    def ce(self) -> dt.date | None:
        """Return the day in the Common Era, None where there is none."""
        is_be = self.year in BE_YEARS
        if not is_be and self.year not in CE_YEARS:
            return None
        if self.is_be not in {None, is_be}:
            return None
        try:
            day = dt.date(self.year - BE_AHEAD_OF_CE * is_be, self.month, self.day)
        except ValueError:
            return None
        return day + dt.timedelta(days=self.days)


@lru_cache(maxsize=20_000)
def written(text: str) -> Written | None:
    """Return the date that a text writes, whether or not there is such a day; None for none."""
    if len(text) > _LONGEST:
        return None
    plain, clock = _without_time(fold(text))
    return None if plain is None else _date(plain, clock)


def date_ce(text: str) -> str:
    """Return a date as ISO 8601 in the Common Era.

    It may be 2017-10-10, 10/10/2560, 10 ต.ค. 2560, 10 ตุลาคม พ.ศ. 2560 or October 10, 2017, in
    either era, with a time of day before or behind it.
    """
    found = written(text)
    if found is not None and found.year < _TWO_DIGITS:
        raise PydanticCustomError("year_two_digits", "year_two_digits")
    day = None if found is None else found.ce()
    if day is None:
        raise PydanticCustomError("not_a_date", "not_a_date")
    return day.isoformat()


def _date(text: str, clock: re.Match[str] | None) -> Written | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _numbers(match, int(match["month"]), "year_first", clock)
    if match := _DAY_FIRST.fullmatch(text):
        return _numbers(match, int(match["month"]), "day_first", clock)
    for pattern in _IN_WORDS:
        if match := pattern.fullmatch(text):
            return _numbers(match, _MONTH_NUMBER.get(match["word"], 0), "in_words", clock)
    return None


def _numbers(
    match: re.Match[str],
    month: int,
    form: Literal["year_first", "day_first", "in_words"],
    clock: re.Match[str] | None,
) -> Written:
    era = match.groupdict().get("era")
    is_be = None if era is None else era.startswith("พ")
    days = 0 if clock is None else _days(clock)
    return Written(int(match["year"]), month, int(match["day"]), form, is_be, days)


def _without_time(text: str) -> tuple[str | None, re.Match[str] | None]:
    """Return the text without its time of day, and the time; no text where it is none."""
    clock = _TIME_BEHIND.search(text)
    rest = text if clock is None else text[: clock.start()]
    if clock is None and (clock := _TIME_BEFORE.match(text)):
        rest = text[clock.end() :]
    if clock is None:
        return text, None
    is_time = int(clock["hour"]) < 24 and int(clock["minute"] or 0) < 60  # noqa: PLR2004
    return (rest if is_time else None), clock


def _days(clock: re.Match[str]) -> int:
    """Return how many days later than written a moment falls in Thailand: -1, 0 or 1."""
    zone = clock["zone"]
    if zone is None:
        return 0
    sign = -1 if "-" in zone else 1
    digits = re.findall("[0-9]+", zone.replace(":", ""))
    number = int(digits[0]) if digits else 0
    ahead = sign * (number // 100 if number >= _TWO_DIGITS else number)
    half = (clock["half"] or clock["half_hour"] or "").replace(".", "")
    hour = int(clock["hour"])
    if half in {"pm", "หลังเที่ยง"} and hour < 12:  # noqa: PLR2004
        hour += 12
    elif half in {"am", "ก่อนเที่ยง"} and hour == 12:  # noqa: PLR2004
        hour = 0
    return (hour + _THAI_HOURS - ahead) // 24
