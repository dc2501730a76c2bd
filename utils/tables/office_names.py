"""The environment offices, and which one a text names: by any name it ever had, long or short."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import pandas as pd

from utils.tables.places import Places, find_province
from utils.tables.reading.meaning.dates import BE_AHEAD_OF_CE
from utils.tables.reading.normalise import arabic_digits, punctuation, spelling_key, tidy

# A name ends in its number; what may follow is the seat, in brackets or without.
_PARTS: Final = re.compile(r"(?P<name>.*[0-9]) *(?:\((?P<inside>[^()]*)\)|(?P<behind>[^()]*))")
_LEADING_ZEROS: Final = re.compile(r"(?<![0-9])0+(?=[0-9])")


class OfficeName(NamedTuple):
    """One name of an office, as a row of offices.csv gives it."""

    number: int
    short: str
    written: tuple[str, ...]  # short and long name in Thai, and the English name
    seat: str  # code of the province
    first_day: str  # ISO 8601, empty where not known
    last_day: str

    @property
    def kind(self) -> str:
        """The short name without its number: สสภ. or สคพ."""
        return self.short.rstrip("0123456789")

    def is_used_in(self, fiscal_year_be: int | None) -> bool:
        """Tell whether the name may have been in use on a day of the fiscal year."""
        if fiscal_year_be is None:
            return True
        year = fiscal_year_be - BE_AHEAD_OF_CE
        begun = self.first_day <= f"{year}-09-30"
        return begun and (not self.last_day or self.last_day >= f"{year - 1}-10-01")


@dataclass(frozen=True, kw_only=True, eq=False)
class Offices:
    """The names of all offices, in the order of their table; `places`: to look up their seats."""

    names: tuple[OfficeName, ...]
    by_key: Mapping[str, tuple[str, OfficeName]]
    places: Places


class NamedOffice(NamedTuple):
    """The office that a text names, None for none, and whether all of the text is right."""

    name: OfficeName | None
    is_right: bool


def numbers(table: pd.DataFrame) -> tuple[int, ...]:
    """Return the number of every office, in order: the one list of offices there is.

    `table`: as `schemas.OFFICES`, one row per name of an office.
    """
    return tuple(sorted({int(number) for number in table["office_number"]}))


def index_offices(table: pd.DataFrame, places: Places) -> Offices:
    """Index the offices under every name they ever had.

    Parameters
    ----------
    table : DataFrame, one row per name of an office
        As `schemas.OFFICES`.
    places : Places
        The provinces, for the seats.
    """
    names = tuple(_names(table))
    by_key = {spelling_key(written): (written, name) for name in names for written in name.written}
    return Offices(names=names, by_key=by_key, places=places)


def _names(table: pd.DataFrame) -> list[OfficeName]:
    written = ["short_name_th", "name_th", "name_en"]
    rest = ["seat_province_code", "valid_from_on", "valid_to_on"]
    rows = table[["office_number", *written, *rest]].fillna(dict.fromkeys(rest, ""))
    return [
        OfficeName(int(number), short, (short, long, english), *seat_and_days)
        for number, short, long, english, *seat_and_days in rows.itertuples(index=False, name=None)
    ]


def find(text: str, offices: Offices) -> NamedOffice:
    """Return the office that a text names, with or without its seat: "สสภ.01 (เชียงใหม่)".

    Old and new names are read, long, short and in English, and numbers with a leading zero; a seat
    must be that of the office.
    """
    parts = _PARTS.fullmatch(arabic_digits(tidy(text)))
    if parts is None:
        return NamedOffice(None, is_right=False)
    bare = _LEADING_ZEROS.sub("", parts["name"])
    written, name = offices.by_key.get(spelling_key(bare), ("", None))
    if name is None or not punctuation(bare) <= punctuation(written):
        return NamedOffice(None, is_right=False)
    seat = (parts["inside"] or parts["behind"] or "").strip()
    return NamedOffice(name, is_right=not seat or find_province(seat, offices.places) == name.seat)


def full_name(number: int, offices: Offices, *, like: str, fiscal_year_be: int | None) -> str:
    """Return the name of an office with its seat: สสภ.01 (เชียงใหม่).

    Of the names of the office, the one that `like` begins with; otherwise the first one in use in
    the fiscal year.
    """
    names = [name for name in offices.names if name.number == number]
    alike = [name for name in names if _begins_alike(like, name)]
    used = [name for name in names if name.is_used_in(fiscal_year_be)]
    chosen = [*alike, *used, *names][0]
    return f"{chosen.kind}{number:02d} ({offices.places.province_names[chosen.seat]})"


def _begins_alike(text: str, name: OfficeName) -> bool:
    stems = (spelling_key(written.rstrip("0123456789")) for written in name.written)
    return any(spelling_key(text).startswith(stem) for stem in stems)
