"""What the criteria say of headings and years: "2.1" is an indicator, FY 2563 has an edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.declared.schemas import Load
from utils.tables.reading.normalise import spelling_key


class Edition(NamedTuple):
    """An edition and the fiscal years of its use; `last` is None while it is in use."""

    code: str
    first: int
    last: int | None


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Editions by year, indicators by component, and the level of each prize.

    ("criteria_34", "2.1") is "8"; a prize is known by the spelling key of its name.
    """

    editions: tuple[Edition, ...] = ()
    indicators: Mapping[tuple[str, str], str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)

    def edition_of(self, year_be: int | None) -> str | None:
        """Return the edition in use in a fiscal year; None where there is none, or several."""
        if year_be is None:
            return None
        codes = [
            one.code
            for one in self.editions
            if one.first <= year_be and (one.last is None or year_be <= one.last)
        ]
        return codes[0] if len(codes) == 1 else None


EMPTY: Final = Catalogue()


def of(table: Table, load: Load) -> Catalogue:
    """Return what a reader of `table` needs to know of the criteria; `load`: by name of a table."""
    if table is schemas.AWARD_LIST:
        prizes = load("prizes")[["certificate_th", "level"]].dropna()
        rows = prizes.itertuples(index=False, name=None)
        return Catalogue(levels={spelling_key(str(name)): str(level) for name, level in rows})
    if table is not schemas.SCORES:
        return EMPTY
    editions = load("editions")[["edition", "first_year_be", "last_year_be"]]
    plain = editions.astype(object).where(editions.notna(), None)
    return Catalogue(
        editions=tuple(Edition(*row) for row in plain.itertuples(index=False, name=None)),
        indicators=_numbered(load),
    )


def _numbered(load: Load) -> dict[tuple[str, str], str]:
    indicators = load("indicators")[["edition", "component", "indicator"]].dropna()
    seen: Counter[tuple[str, int]] = Counter()
    numbered = {}
    for row in indicators.sort_values(["edition", "indicator"]).itertuples(index=False, name=None):
        edition, component, number = str(row[0]), int(row[1]), int(row[2])
        seen[edition, component] += 1
        numbered[edition, f"{component}.{seen[edition, component]}"] = str(number)
    return numbered
