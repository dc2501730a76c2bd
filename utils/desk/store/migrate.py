"""Bring a store up to the present version: the migrations, then the tables of record as declared.

Nothing is ever dropped: a table or column that is no longer declared keeps its content, as earlier
releases were made with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from utils.desk.store.record_tables import RECORD

VERSIONS: Final = "alembic_version"
"""Where Alembic notes the last migration."""
_FOLDER: Final = Path(__file__).parent / "migrations"


class NewerStoreError(RuntimeError):
    """The store was made by a later version of this program, which alone can read it."""


def migrate(connection: Connection) -> None:
    """Create what the store lacks, inside the caller's transaction.

    Raises
    ------
    NewerStoreError
        If the store knows a migration that this version does not.
    """
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    at = MigrationContext.configure(connection).get_current_revision()
    if at not in {None, *_known(config)}:
        raise NewerStoreError(str(at))
    command.upgrade(config, "head")
    extend(connection, RECORD.values())


def _known(config: Config) -> set[str]:
    return {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}


def extend(connection: Connection, tables: Iterable[sa.Table]) -> None:
    """Create the tables and columns that a store lacks; nothing is dropped or changed."""
    operations = Operations(MigrationContext.configure(connection))
    inspector = sa.inspect(connection)
    names = set(inspector.get_table_names())
    for table in tables:
        if table.name not in names:
            table.create(connection)
            continue
        columns = {column["name"] for column in inspector.get_columns(table.name)}
        for column in table.columns:
            if column.name not in columns:
                added: sa.Column[Any] = sa.Column(column.name, column.type)
                operations.add_column(table.name, added)
