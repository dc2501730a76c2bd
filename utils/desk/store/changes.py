"""What rows that somebody sends would change: added, changed, removed, unchanged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import pandas as pd

from utils.desk.store.rows import Held, Incoming, Present, Row, key_of, to_frame
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load

MANY: Final = 0.1
"""More than this share of what an upload may touch is not removed without asking again."""


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What a release does to one table. `unchanged`: rows sent as the store has them already."""

    added: tuple[Incoming, ...] = ()
    changed: tuple[tuple[Held, Incoming], ...] = ()
    removed: tuple[Held, ...] = ()
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be different."""
        return not (self.added or self.changed or self.removed)

    @property
    def ended(self) -> list[int]:
        """The rows that cease to hold."""
        return [*(row.row_id for row in self.removed), *(row.row_id for row, _ in self.changed)]

    def begun(self) -> Iterator[Incoming]:
        """Yield the rows that begin to hold: a changed one in the place of the one before."""
        yield from self.added
        for before, after in self.changed:
            yield after._replace(row_order=before.row_order)


def amended(name: str, held: Sequence[Held], sent: Sequence[Incoming]) -> Changes:
    """Return the changes by which rows are added, or amended where their key is there already."""
    key = key_of(schemas.TABLES[name])
    there = {key(row.cells): row for row in held}
    added, changed, unchanged = [], [], 0
    for row in sent:
        before = there.get(key(row.cells))
        if before is None:
            added.append(row)
        elif before.cells == row.cells:
            unchanged += 1
        else:
            changed.append((before, row))
    return Changes(added=tuple(added), changed=tuple(changed), unchanged=unchanged)


def replaced(
    name: str,
    held: Sequence[Held],
    sent: Sequence[Incoming],
    lies: Callable[[Held], bool] = lambda _: True,
) -> Changes:
    """Return the changes by which rows stand in place of the present ones that `lies` is true of.

    `lies`: as `scope.within`; without it, of the whole table.
    """
    key = key_of(schemas.TABLES[name])
    kept = {key(row.cells) for row in sent}
    made = amended(name, held, sent)
    removed = tuple(row for row in held if key(row.cells) not in kept and lies(row))
    return Changes(
        added=made.added, changed=made.changed, removed=removed, unchanged=made.unchanged
    )


def with_missing(
    name: str, held: Sequence[Held], sent: Sequence[Incoming], missing: Collection[str]
) -> list[Incoming]:
    """Return sent rows with what the store holds in the columns that their file lacks.

    A cell left empty says that the value is not known; a column left out says nothing.
    """
    key, names = key_of(schemas.TABLES[name]), list(schemas.TABLES[name].columns)
    there = {key(row.cells): row for row in held}
    places = [names.index(column) for column in missing]

    def filled(row: Incoming) -> Incoming:
        before = there.get(key(row.cells))
        if before is None:
            return row
        values = list(row.cells)
        for at in places:
            values[at] = before.cells[at]
        return row._replace(cells=tuple(values))

    return [filled(row) for row in sent] if places else list(sent)


def result(held: Sequence[Held], changes: Changes) -> list[Row]:
    """Return the rows that a table would hold after the changes."""
    ended = set(changes.ended)
    return [*(row for row in held if row.row_id not in ended), *changes.begun()]


def tables_after(
    changes: Mapping[str, Changes], present: Present, unchanged: Load | None = None
) -> Load:
    """Return what loads the tables as changes would make them, each one built once.

    `present`: the rows of the tables before; `unchanged`: where it is given, loads the tables that
    the changes leave as they are.
    """

    @cache
    def load(name: str) -> pd.DataFrame:
        change = changes.get(name, Changes())
        if change.is_empty and unchanged is not None:
            return unchanged(name)
        return to_frame(result(present(name), change), name)

    return load


def removes_many(removed: int, touchable: int) -> bool:
    """Tell whether an upload removes more than a tenth of what it may touch."""
    return removed > MANY * touchable
