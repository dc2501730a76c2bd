"""Revert: the changes that bring the tables back to an old release, in whole or in part."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection

from utils.desk.refusal import RefusedError
from utils.desk.store import changes, integrity
from utils.desk.store.changes import Changes
from utils.desk.store.releases import Release
from utils.desk.store.rows import ReadRows, StoredRow, key_of, stored_rows
from utils.desk.store.scope import EVERYTHING, Scope, applies_to, provinces_by_lao, within
from utils.tables.declared import schemas


def changes_back_to(
    connection: Connection, now: Release, old: Release, scope: Scope
) -> dict[str, Changes]:
    """Return the changes that bring the rows of a scope back to how an old release had them.

    Raises
    ------
    RefusedError
        If tables would then refer to rows that do not exist.
    """

    @cache
    def present(name: str) -> list[StoredRow]:
        return stored_rows(connection, name, now.number)

    table_changes = {
        name: _of_table(connection, name, present, old, scope)
        for name, since in now.since.items()
        if old.since.get(name) != since and applies_to(scope, schemas.TABLES[name])
    }
    changed = {name for name, one in table_changes.items() if not one.is_empty}
    broken = list(integrity.problems(changed, changes.tables_after(table_changes, present)))
    if broken:
        raise RefusedError("not_whole", problem=broken[0].message("en"), count=len(broken))
    return table_changes


def _of_table(
    connection: Connection,
    name: str,
    read_rows: ReadRows,
    old: Release,
    scope: Scope,
) -> Changes:
    before = stored_rows(connection, name, old.number)
    if scope == EVERYTHING:
        return changes.replaced(name, read_rows(name), [row.as_incoming() for row in before])
    table, key = schemas.TABLES[name], key_of(schemas.TABLES[name])
    laos = provinces_by_lao(
        [*read_rows("municipalities"), *stored_rows(connection, "municipalities", old.number)]
    )
    is_inside = within(table, laos, scope)
    # A row that has left or entered the scope since belongs to another office as well.
    elsewhere = {key(row.cells) for row in (*read_rows(name), *before) if not is_inside(row)}
    restored = [row.as_incoming() for row in before if key(row.cells) not in elsewhere]
    return changes.replaced(
        name,
        read_rows(name),
        restored,
        lambda row: is_inside(row) and key(row.cells) not in elsewhere,
    )
