"""What a code of a link compares with: "r3" an earlier release, "2562" an earlier fiscal year."""

from __future__ import annotations

import re

from utils.desk.store import store
from utils.figures.slides.slide import Since
from utils.tables import calendar
from utils.words import Words

_RELEASE = re.compile(r"r([1-9]\d{0,8})", re.ASCII)
_YEAR = re.compile(r"2[45]\d\d", re.ASCII)


class NotEarlierError(ValueError):
    """A code names no earlier release and no earlier fiscal year; its text is the code."""


def since(code: str, words: Words, *, release: int, fiscal_year_be: int) -> Since:
    """Return what a code names, with its name in words.

    Parameters
    ----------
    code : str
        Empty for the latest fiscal year before with a result.
    words : Words
    release, fiscal_year_be : int
        What is compared with it: the release shown and the chosen fiscal year.

    Raises
    ------
    NotEarlierError
        If it names neither, or nothing earlier.
    """
    if not code:
        return Since()
    number = release_of(code)
    if number is not None and number < release:
        one = store.release(number)
        day = calendar.date_be(one.published.date())
        return Since(release=one.number, called=words("since.release", n=one.number, date=day))
    if _YEAR.fullmatch(code) and int(code) < fiscal_year_be:
        return Since(fiscal_year_be=int(code))
    raise NotEarlierError(code)


def release_of(code: str) -> int | None:
    """Return the number of the release that a code names; None where it names none."""
    found = _RELEASE.fullmatch(code)
    return int(found[1]) if found else None


def code_of(release: int) -> str:
    """Return the code of a release."""
    return f"r{release}"
