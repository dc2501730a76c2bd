"""Backup and restore: a backup is a SQLite store in one file, whichever engine it was made from.

A backup of one engine can be restored in the other: this is also how a ministry moves from a file
to a server.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from utils.desk.refusal import RefusedError
from utils.desk.store import releases, verify
from utils.desk.store.connect import connect, is_sqlite, writing
from utils.desk.store.ledger import METADATA
from utils.desk.store.migrate import VERSIONS, extend, migrate

_BATCH: Final = 1_000


def backup(engine: Engine, file: Path) -> int:
    """Copy a store into a new file, check the copy, and return the number of its newest release.

    The copy shows one moment; others may read and publish meanwhile.

    Raises
    ------
    RefusedError
        If the file exists: no backup is overwritten.
    DamagedStoreError
        If the store is damaged.
    """
    if file.exists():
        raise RefusedError("file_exists", file=file.name)
    copy = connect(f"sqlite:///{file}")
    try:
        with engine.connect() as source:
            if not is_sqlite(engine):
                source.execution_options(isolation_level="REPEATABLE READ")
            return _copy(source, copy)
    finally:
        copy.dispose()


def restore(engine: Engine, file: Path) -> int:
    """Restore a backup into an empty store, check it, and return the number of its newest release.

    Raises
    ------
    RefusedError
        If there is no such file, or the store holds a release already: nothing is overwritten.
    DamagedStoreError
        If the backup is damaged: nothing of it is kept.
    """
    if not file.is_file():
        raise RefusedError("no_file", file=file.name)
    source = connect(f"sqlite:///{file}")
    try:
        verify.check_engine(source)
        with writing(source) as connection:
            migrate(connection)
        verify.check_content(source)
        with source.connect() as connection:
            return _copy(connection, engine)
    finally:
        source.dispose()


def _copy(source: Connection, target: Engine) -> int:
    reflected = sa.MetaData()
    reflected.reflect(source, only=lambda name, _: name != VERSIONS, resolve_fks=False)
    with writing(target) as connection:
        migrate(connection)
        if releases.newest(connection):
            raise RefusedError("store_in_use")
        # A store may have tables and columns that are no longer declared.
        extend(connection, reflected.tables.values())
        for name in _in_order(reflected):
            _copy_table(source, connection, reflected.tables[name])
        number = releases.newest(connection)
    verify.check_content(target)
    return number


def _in_order(reflected: sa.MetaData) -> list[str]:
    """Return the tables of a store, those referred to before those that refer to them."""
    declared = [table.name for table in METADATA.sorted_tables]
    return [*declared, *(name for name in reflected.tables if name not in declared)]


def _copy_table(source: Connection, target: Connection, table: sa.Table) -> None:
    # Without types, values pass unchanged: each engine has its own types for them.
    plain = sa.table(table.name, *(sa.column(column.name) for column in table.columns))
    for rows in source.execute(sa.select(table)).mappings().partitions(_BATCH):
        target.execute(sa.insert(plain), [dict(row) for row in rows])
