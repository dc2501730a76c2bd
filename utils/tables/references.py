"""References: values of a table that must stand in another table of the project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from utils.tables.declared.columns import Column, Reference, Table

_BY_NAME = frozenset({"province", "lao"})  # kinds looked up by name in `places.Places`


class Referred(NamedTuple):
    """The values referred to, each row of them once, and the titles of the table they stand in."""

    title_th: str
    title_en: str
    rows: tuple[tuple[object, ...], ...]


References = Mapping[Reference, Referred]


def of_column(column: Column) -> Reference | None:
    """Return what a column refers to by value; None where it refers to nothing, or by name."""
    if column.refers_to is None or column.kind in _BY_NAME:
        return None
    table, name = column.refers_to.split(".")
    return Reference(table, (name,))


def of_table(table: Table) -> tuple[Reference, ...]:
    """Return all references whose values a reader of this table needs."""
    alone = filter(None, map(of_column, table.columns.values()))
    return tuple(dict.fromkeys([*alone, *table.refers_to]))
