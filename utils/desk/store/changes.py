"""What sent rows would change in a table: rows added, changed, removed and unchanged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from utils.desk.store.rows import IncomingRow, ReadRows, Row, StoredRow, key_of, to_frame
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What a release does to a table. `unchanged`: number of sent rows that are stored already."""

    added: tuple[IncomingRow, ...] = ()
    changed: tuple[tuple[StoredRow, IncomingRow], ...] = ()
    removed: tuple[StoredRow, ...] = ()
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be different."""
        return not (self.added or self.changed or self.removed)

    @property
    def ended(self) -> list[int]:
        """The rows that cease to hold."""
        return [*(row.row_id for row in self.removed), *(row.row_id for row, _ in self.changed)]

    def begun(self) -> Iterator[IncomingRow]:
        """Yield the rows that begin to hold: a changed one takes the place of the one before it."""
        yield from self.added
        for before, after in self.changed:
            yield after._replace(row_order=before.row_order)


def amended(name: str, stored: Sequence[StoredRow], sent: Sequence[IncomingRow]) -> Changes:
    """Return the changes that add rows, or amend the stored row of the same key."""
    key = key_of(schemas.TABLES[name])
    by_key = {key(row.cells): row for row in stored}
    added, changed, unchanged = [], [], 0
    for row in sent:
        before = by_key.get(key(row.cells))
        if before is None:
            added.append(row)
        elif before.cells == row.cells:
            unchanged += 1
        else:
            changed.append((before, row))
    return Changes(added=tuple(added), changed=tuple(changed), unchanged=unchanged)


def replaced(
    name: str,
    stored: Sequence[StoredRow],
    sent: Sequence[IncomingRow],
    may_remove: Callable[[StoredRow], bool] = lambda _: True,
) -> Changes:
    """Return the changes that put sent rows in the place of stored ones.

    `may_remove`: tells which stored rows go where no sent row has their key, as `scope.within`
    does; without it, any row of the table.
    """
    key = key_of(schemas.TABLES[name])
    sent_keys = {key(row.cells) for row in sent}
    changes = amended(name, stored, sent)
    removed = tuple(row for row in stored if key(row.cells) not in sent_keys and may_remove(row))
    return Changes(
        added=changes.added, changed=changes.changed, removed=removed, unchanged=changes.unchanged
    )


def with_missing(
    name: str, stored: Sequence[StoredRow], sent: Sequence[IncomingRow], missing: Collection[str]
) -> list[IncomingRow]:
    """Return sent rows, completed from the store in the columns that their file lacks.

    An empty cell says that the value is not known; a missing column says nothing about it.
    """
    key, names = key_of(schemas.TABLES[name]), list(schemas.TABLES[name].columns)
    by_key = {key(row.cells): row for row in stored}
    places = [names.index(column) for column in missing]

    def filled(row: IncomingRow) -> IncomingRow:
        before = by_key.get(key(row.cells))
        if before is None:
            return row
        values = list(row.cells)
        for at in places:
            values[at] = before.cells[at]
        return row._replace(cells=tuple(values))

    return [filled(row) for row in sent] if places else list(sent)


def result(stored: Sequence[StoredRow], changes: Changes) -> list[Row]:
    """Return the rows that a table holds after the changes."""
    ended = set(changes.ended)
    rows: list[Row] = [*(row for row in stored if row.row_id not in ended), *changes.begun()]
    # As the store will have them: the last name of an LAO is its present one.
    return sorted(rows, key=lambda row: (row.row_order is None, row.row_order or 0))


def tables_after(
    changes: Mapping[str, Changes], read_rows: ReadRows, unchanged: Load | None = None
) -> Load:
    """Return a function that loads the tables as changes would make them, each one built once.

    `read_rows`: the rows of the tables before; `unchanged`: where given, loads the tables that the
    changes leave as they are.
    """

    @cache
    def load(name: str) -> pd.DataFrame:
        change = changes.get(name, Changes())
        if change.is_empty and unchanged is not None:
            return unchanged(name)
        return to_frame(result(read_rows(name), change), name)

    return load
