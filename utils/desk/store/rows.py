"""Rows of a table of record as plain values, None where unknown, with the file they came from."""

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


class IncomingRow(NamedTuple):
    """A row for a later release. `row_order`: its place in the table, None for a new row."""

    cells: Cells
    file_row: int
    file_sha256: str
    row_order: int | None = None


class StoredRow(NamedTuple):
    """A row that the store holds."""

    cells: Cells
    file_row: int
    file_sha256: str
    row_order: int
    row_id: int

    def as_incoming(self) -> IncomingRow:
        """Return the row for a later release; the file it came from stays the same."""
        return IncomingRow(self.cells, self.file_row, self.file_sha256, self.row_order)


Row = IncomingRow | StoredRow


def stored_rows(connection: Connection, name: str, release: int) -> list[StoredRow]:
    """Return the rows of a table in a release, in their order."""
    return _rows_where(connection, name, holding(RECORD[name], release))


def rows_of_release(
    connection: Connection, name: str, release: int
) -> tuple[list[StoredRow], list[StoredRow]]:
    """Return the rows of a table that a release ended, and those that it began."""
    table = RECORD[name].c
    ended = _rows_where(connection, name, table.release_to == release)
    return ended, _rows_where(connection, name, table.release_from == release)


def _rows_where(
    connection: Connection, name: str, which: sa.ColumnElement[bool]
) -> list[StoredRow]:
    table = RECORD[name]
    cells = [table.c[column] for column in schemas.TABLES[name].columns]
    own = (table.c.file_row, table.c.file_sha256, table.c.row_order, table.c.row_id)
    query = sa.select(*own, *cells).where(which)
    rows = connection.execute(query.order_by(table.c.row_order, table.c.row_id))
    return [StoredRow(tuple(row[4:]), row[0], row[1], row[2], row[3]) for row in rows]


class Version(NamedTuple):
    """A row as it stood from one release until another; `until`: None where it still does."""

    cells: Cells
    since: int
    until: int | None


def versions(engine: Engine, name: str, key: Sequence[object]) -> list[Version]:
    """Return how the row of a key stood over the releases, the earliest first.

    `key`: the cells of the table's key. A row that never was has no version.
    """
    declared, table = schemas.TABLES[name], RECORD[name]
    named = [table.c[column] == value for column, value in zip(declared.key, key, strict=True)]
    own = (table.c.release_from, table.c.release_to)
    query = sa.select(*own, *(table.c[column] for column in declared.columns)).where(*named)
    with engine.connect() as connection:
        rows = connection.execute(query.order_by(table.c.release_from))
        return [Version(tuple(row[2:]), row[0], row[1]) for row in rows]


ReadRows = Callable[[str], list[StoredRow]]
"""Returns the rows of a table in one release, by the name of the table."""


Issued = Callable[[str, str], frozenset[str]]
"""Returns every value that a column of a table ever had, in whatever release."""


def issued_reader(engine: Engine) -> Issued:
    """Return a function that reads the identifiers a store has ever given, each column once."""

    @cache
    def issued(name: str, column: str) -> frozenset[str]:
        with engine.connect() as connection:
            return frozenset(connection.scalars(sa.select(RECORD[name].c[column]).distinct()))

    return issued


def row_reader(engine: Engine, release: int) -> ReadRows:
    """Return a function that reads the tables of a release, each one once and only when needed."""

    @cache
    def rows(name: str) -> list[StoredRow]:
        with engine.connect() as connection:
            return stored_rows(connection, name, release)

    return rows


def from_frame(frame: pd.DataFrame, name: str, sha256: str) -> list[IncomingRow]:
    """Return the rows of a frame as `reader.read` returns it; `sha256`: of its file."""
    columns = [*schemas.ALL[name].columns, FILE_ROW]
    plain = frame[columns].astype(object).where(frame[columns].notna(), None)
    return [
        IncomingRow(tuple(row[:-1]), int(row[-1]), sha256)
        for row in plain.itertuples(index=False, name=None)
    ]


def to_frame(rows: Sequence[Row], name: str) -> pd.DataFrame:
    """Return rows as a typed frame like that of `shipped.load`: the columns, then `file_row`."""
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
