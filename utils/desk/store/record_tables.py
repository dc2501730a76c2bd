"""The tables of record in the store, made from the declarations alone.

Each row has the release it holds from and the one it ended with (empty: it still holds), the file
and the row of that file it came from, and its place in its table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import BigInteger, Boolean, Column, Double, ForeignKey, Index, Integer, Text
from sqlalchemy.types import TypeEngine

from utils.desk.store.ledger import METADATA
from utils.tables.declared import schemas
from utils.tables.declared.columns import DType
from utils.tables.declared.columns import Table as Declared

PREFIX: Final = "record_"
_TYPES: Final[Mapping[DType, type[TypeEngine[Any]]]] = {
    "string": Text,
    "Int64": BigInteger,
    "Float64": Double,
    "boolean": Boolean,
}


def cells(declared: Declared) -> list[Column[Any]]:
    """Return the columns of the store for the declared ones; in the store, all may be empty.

    The reader decides which cells must be filled. A column declared by a later version is empty in
    the rows of earlier releases.
    """
    return [Column(name, _TYPES[column.dtype]) for name, column in declared.columns.items()]


def _table(declared: Declared) -> sa.Table:
    name = PREFIX + declared.name
    table = sa.Table(
        name,
        METADATA,
        Column("row_id", BigInteger, primary_key=True, autoincrement=False),
        Column("row_order", Integer, nullable=False),
        Column("file_row", Integer, nullable=False),
        Column("file_sha256", Text, ForeignKey("files.sha256"), nullable=False),
        Column("release_from", Integer, ForeignKey("releases.number"), nullable=False),
        Column("release_to", Integer, ForeignKey("releases.number")),
        *cells(declared),
    )
    present = table.c.release_to.is_(None)
    # The store itself refuses two present rows of one key, whoever writes.
    Index(
        f"{name}_present",
        *(table.c[key] for key in declared.key),
        unique=True,
        sqlite_where=present,
        postgresql_where=present,
    )
    return table


RECORD: Final[Mapping[str, sa.Table]] = {
    name: _table(declared) for name, declared in schemas.TABLES.items()
}
"""The table of the store for each declared table, by its name."""


def holding(table: sa.Table, release: int) -> sa.ColumnElement[bool]:
    """Return the SQL condition that a row holds in a release."""
    ended = table.c.release_to
    return (table.c.release_from <= release) & (ended.is_(None) | (ended > release))
