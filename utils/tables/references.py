"""References: values of a table that must stand in another table of the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from utils.tables.declared.columns import Column, Reference, Table
from utils.tables.reading.normalise import spelling_key

_BY_NAME = frozenset({"province", "lao"})  # kinds looked up by name in `places.Places`


@dataclass(frozen=True)
class Referred:
    """The values referred to, each row of them once, and the titles of the table they stand in."""

    title_th: str
    title_en: str
    rows: tuple[tuple[object, ...], ...]

    @cached_property
    def by_key(self) -> Mapping[str, tuple[str, ...]]:
        """The texts referred to by one column, by what all spellings of one share."""
        found: dict[str, tuple[str, ...]] = {}
        for first, *others in self.rows:
            if isinstance(first, str) and not others:
                found[spelling_key(first)] = (*found.get(spelling_key(first), ()), first)
        return found


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
