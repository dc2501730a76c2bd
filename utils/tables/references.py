"""Values that must stand in another table of the project: which a table needs, what is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from utils.tables.declared.columns import Column, Reference, Table

_FOUND_BY_NAME = frozenset({"province", "lao"})  # looked up in `places.Places`, not by value


class Referred(NamedTuple):
    """The rows of the columns referred to, each once, and the table they stand in."""

    title_th: str
    title_en: str
    rows: tuple[tuple[object, ...], ...]


References = Mapping[Reference, Referred]


def of_column(column: Column) -> Reference | None:
    """Return what a column refers to by value, None where it refers to nothing or by name."""
    if column.refers_to is None or column.kind in _FOUND_BY_NAME:
        return None
    table, name = column.refers_to.split(".")
    return Reference(table, (name,))


def of_table(table: Table) -> tuple[Reference, ...]:
    """Return every reference whose values a reader of this table must know."""
    alone = filter(None, map(of_column, table.columns.values()))
    return tuple(dict.fromkeys([*alone, *table.refers_to]))
