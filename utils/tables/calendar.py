"""The day in Thailand, and the fiscal year it lies in."""

from __future__ import annotations

import datetime as dt
from typing import Final

from utils.tables.reading.meaning import dates

_THAI_TIME: Final = dt.timezone(dt.timedelta(hours=7))
_FIRST_MONTH: Final = 10


def today() -> dt.date:
    """Return the day it is in Thailand."""
    return dt.datetime.now(_THAI_TIME).date()


def fiscal_year(day: dt.date) -> int:
    """Return the fiscal year of a day, Buddhist Era: from 1 October on, that of the next year.

    Examples
    --------
    >>> fiscal_year(dt.date(2020, 10, 1))
    2564
    """
    return day.year + dates.BE_AHEAD_OF_CE + (day.month >= _FIRST_MONTH)


def now_utc() -> str:
    """Return the present moment in UTC, as ISO 8601 with microseconds; such texts sort by time."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


def in_thailand(moment: str) -> dt.datetime:
    """Return a moment, as `now_utc` gives it, by the clock in Thailand."""
    return dt.datetime.fromisoformat(moment).astimezone(_THAI_TIME)


def date_be(day: dt.date) -> str:
    """Return a day in the Buddhist Era, as in 24/11/2569."""
    return f"{day.day}/{day.month}/{day.year + dates.BE_AHEAD_OF_CE}"


def first_day(fiscal_year_be: int) -> str:
    """Return the first day of a fiscal year, ISO 8601, Common Era."""
    return dt.date(fiscal_year_be - dates.BE_AHEAD_OF_CE - 1, _FIRST_MONTH, 1).isoformat()


def last_day(fiscal_year_be: int) -> str:
    """Return the last day of a fiscal year, ISO 8601, Common Era."""
    return dt.date(fiscal_year_be - dates.BE_AHEAD_OF_CE, _FIRST_MONTH - 1, 30).isoformat()
