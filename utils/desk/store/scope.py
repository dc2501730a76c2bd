"""The scope of a sender: which rows, by their provinces and fiscal year, they may touch."""

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
ProvincesByLao = Mapping[str, set[str]]
"""The codes of the provinces of each LAO, by its id: {"LAO-60-001": {"60"}}."""


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


def provinces_by_lao(rows: Iterable[Row]) -> ProvincesByLao:
    """Return the provinces of each LAO, from rows of the table `municipalities`.

    An LAO has one province, unless rows disagree: then it has all of them, and only somebody who
    may write for all may touch it.
    """
    names = list(schemas.MUNICIPALITIES.columns)
    lao, province = names.index(LAO_FIELD), names.index(PROVINCE_FIELD)
    provinces: dict[str, set[str]] = {}
    for row in rows:
        provinces.setdefault(row.cells[lao], set()).add(row.cells[province])
    return provinces


def provinces_of(table: Table, laos: ProvincesByLao) -> Callable[[Cells], set[str]]:
    """Return a function that gives the provinces of a row: its own, and those of the LAO it names.

    A row that names no province and no known LAO has none.
    """
    names = list(table.columns)
    lao_at = [at for at, name in enumerate(names) if _names_lao(name, table.columns[name])]
    own = [names.index(PROVINCE_FIELD)] if PROVINCE_FIELD in names and is_regional(table) else []

    def provinces(values: Cells) -> set[str]:
        named = {values[at] for at in own if values[at] is not None}
        return named.union(*(laos.get(values[at], set()) for at in lao_at))

    return provinces


def _names_lao(name: str, column: Column) -> bool:
    return column.kind == "lao" or name == LAO_FIELD


def within(table: Table, laos: ProvincesByLao, scope: Scope) -> Callable[[Row], bool]:
    """Return a function that tells whether a row is in a scope: all its provinces, and its year."""
    provinces = provinces_of(table, laos)
    year_at = list(table.columns).index(YEAR_FIELD) if has_year(table) else None

    def is_within(row: Row) -> bool:
        if scope.provinces is not None:
            codes = provinces(row.cells)
            if not codes or not codes <= scope.provinces:
                return False
        if scope.fiscal_year_be is None:
            return True
        return year_at is not None and row.cells[year_at] == scope.fiscal_year_be

    return is_within
