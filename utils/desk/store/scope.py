"""Where a row lies: in which provinces and which fiscal year, and what a sender may touch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from utils.desk.store.rows import Cells, Row
from utils.tables.declared import schemas
from utils.tables.declared.columns import Column, Table
from utils.tables.reading.cells import PROVINCE_FIELD

YEAR_FIELD: Final = "fiscal_year_be"
LAO_FIELD: Final = "lao_id"
Register = Mapping[str, set[str]]
"""The provinces of each LAO."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A part of the tables: some provinces (None: all of them), one fiscal year (None: every)."""

    provinces: frozenset[str] | None = None
    fiscal_year_be: int | None = None


EVERYTHING: Final = Scope()


def is_regional(table: Table) -> bool:
    """Tell whether the rows of a table belong to provinces: only then may an office send them."""
    kinds = {column.kind for column in table.columns.values()}
    own = table.columns.get(PROVINCE_FIELD)
    return "lao" in kinds or (own is not None and own.kind == "province")


def has_year(table: Table) -> bool:
    """Tell whether the rows of a table belong to fiscal years."""
    return YEAR_FIELD in table.columns


def applies_to(scope: Scope, table: Table) -> bool:
    """Tell whether a scope can divide a table: by provinces, and by years where it names one."""
    if scope.provinces is None:
        return True
    return is_regional(table) and (scope.fiscal_year_be is None or has_year(table))


def register(rows: Iterable[Row]) -> Register:
    """Return the provinces of each LAO, from rows of the table `municipalities`.

    They are one, unless rows disagree: then an LAO lies in all of them, and only who may write for
    all of them may touch it.
    """
    names = list(schemas.MUNICIPALITIES.columns)
    lao, province = names.index(LAO_FIELD), names.index(PROVINCE_FIELD)
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.cells[lao], set()).add(row.cells[province])
    return found


def provinces_of(table: Table, laos: Register) -> Callable[[Cells], set[str]]:
    """Return what tells the provinces of a row: its own, and those of the LAO it names.

    A row that names no province and no known LAO lies in none.
    """
    names = list(table.columns)
    lao_at = [at for at, name in enumerate(names) if _names_lao(name, table.columns[name])]
    own = [names.index(PROVINCE_FIELD)] if PROVINCE_FIELD in names and is_regional(table) else []

    def found(values: Cells) -> set[str]:
        named = {values[at] for at in own if values[at] is not None}
        return named.union(*(laos.get(values[at], set()) for at in lao_at))

    return found


def _names_lao(name: str, column: Column) -> bool:
    return column.kind == "lao" or name == LAO_FIELD


def within(table: Table, laos: Register, scope: Scope) -> Callable[[Row], bool]:
    """Return what tells whether a row lies in a scope: with all of its provinces and its year."""
    where = provinces_of(table, laos)
    year_at = list(table.columns).index(YEAR_FIELD) if has_year(table) else None

    def lies(row: Row) -> bool:
        if scope.provinces is not None:
            codes = where(row.cells)
            if not codes or not codes <= scope.provinces:
                return False
        if scope.fiscal_year_be is None:
            return True
        return year_at is not None and row.cells[year_at] == scope.fiscal_year_be

    return lies
