"""What may be compared with, by the codes of links: "r3" is release 3, "2562" a fiscal year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from utils.desk.store.releases import Release
from utils.figures.slides.slide import Baseline
from utils.measures.coverage.record import Record
from utils.tables import calendar
from utils.tables.minutes import Meeting
from utils.words import Words

_RELEASE = re.compile(r"r([1-9]\d{0,8})", re.ASCII)


def release_of(code: str) -> int | None:
    """Return the number of the release that a code names; None where it names none."""
    match = _RELEASE.fullmatch(code)
    return int(match[1]) if match else None


def code_of(release: int) -> str:
    """Return the code of a release."""
    return f"r{release}"


def options(record: Record, earlier: Iterable[Release], fiscal_year_be: int) -> tuple[str, ...]:
    """Return the codes that may be compared with: earlier releases, then earlier years.

    Parameters
    ----------
    record : Record
        Only its years with a result are years to compare with.
    earlier : iterable of Release
        Those before the release shown, in the order they are offered.
    fiscal_year_be : int
        The chosen fiscal year.
    """
    years = sorted(record.awards["fiscal_year_be"].unique(), reverse=True)
    return (
        *(code_of(release.number) for release in earlier),
        *(str(year) for year in years if year < fiscal_year_be),
    )


def default(codes: Sequence[str], previous: Meeting | None) -> str:
    """Return what the slides of a meeting are compared with where nobody chose.

    `codes`: from `options`. `previous`: the meeting before it, whose release is taken where it is
    an earlier one. Else the latest fiscal year is; empty where there is none.
    """
    if previous is not None and code_of(previous.release) in codes:
        return code_of(previous.release)
    return next((code for code in codes if release_of(code) is None), "")


def baseline(code: str, earlier: Iterable[Release], words: Words) -> Baseline:
    """Return what a code of `options` names, with its name in words; nothing for an empty one."""
    number = release_of(code)
    if number is None:
        return Baseline(fiscal_year_be=int(code) if code else None)
    [release] = [one for one in earlier if one.number == number]
    day = calendar.date_be(release.published.date())
    return Baseline(release=number, name=words("since.release", n=number, date=day))
