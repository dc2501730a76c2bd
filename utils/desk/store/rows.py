"""Rows of a table of record outside a frame: plain values, None where unknown, and their origin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

import pandas as pd
import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from utils.desk.store.record_tables import RECORD, holding
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading.reader import FILE_ROW

Cells = tuple[Any, ...]


class Incoming(NamedTuple):
    """A row that a release is to hold. `row_order`: where it stood before, None for a new one."""

    cells: Cells
    file_row: int
    file_sha256: str
    row_order: int | None = None


class Held(NamedTuple):
    """A row that the store holds."""

    cells: Cells
    file_row: int
    file_sha256: str
    row_order: int
    row_id: int

    def again(self) -> Incoming:
        """Return the row as one that a later release is to hold: its origin stays what it was."""
        return Incoming(self.cells, self.file_row, self.file_sha256, self.row_order)


Row = Incoming | Held


def held(connection: Connection, name: str, release: int) -> list[Held]:
    """Return the rows of a table in a release, in their order."""
    table = RECORD[name]
    cells = [table.c[column] for column in schemas.TABLES[name].columns]
    own = (table.c.file_row, table.c.file_sha256, table.c.row_order, table.c.row_id)
    asked = sa.select(*own, *cells).where(holding(table, release))
    rows = connection.execute(asked.order_by(table.c.row_order, table.c.row_id))
    return [Held(tuple(row[4:]), row[0], row[1], row[2], row[3]) for row in rows]


Present = Callable[[str], list[Held]]
"""Returns the rows of a table in one release, by the name of the table."""


def present(engine: Engine, release: int) -> Present:
    """Return what reads the tables of a release: each one once, and only when it is asked for."""

    @cache
    def rows(name: str) -> list[Held]:
        with engine.connect() as connection:
            return held(connection, name, release)

    return rows


def incoming(frame: pd.DataFrame, name: str, sha256: str) -> list[Incoming]:
    """Return the rows of a frame that was read from a file, as `reader.read` returns it."""
    columns = [*schemas.TABLES[name].columns, FILE_ROW]
    known = frame[columns].astype(object).where(frame[columns].notna(), None)
    return [
        Incoming(tuple(row[:-1]), int(row[-1]), sha256)
        for row in known.itertuples(index=False, name=None)
    ]


def to_frame(rows: Sequence[Row], name: str) -> pd.DataFrame:
    """Return rows as the typed frame that `shipped.load` returns: the columns, then `file_row`."""
    declared = schemas.TABLES[name].columns
    columns: Iterable[Sequence[Any]] = zip(*(row.cells for row in rows), strict=True)
    cells = list(columns) if rows else [()] * len(declared)
    typed = {
        column: pd.Series(list(values), dtype=declared[column].dtype)
        for column, values in zip(declared, cells, strict=True)
    }
    return pd.DataFrame(
        {**typed, FILE_ROW: pd.Series([row.file_row for row in rows], dtype="Int64")}
    )


def key_of(table: Table) -> itemgetter[Any]:
    """Return the function that takes the key from the values of a row."""
    names = list(table.columns)
    return itemgetter(*(names.index(name) for name in table.key))
