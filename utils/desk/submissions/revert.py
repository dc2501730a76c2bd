"""The way back: what makes the tables of now those of an old release, whole or in part."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection

from utils.desk.refusal import RefusedError
from utils.desk.store import changes, integrity
from utils.desk.store.changes import Changes
from utils.desk.store.releases import Release
from utils.desk.store.rows import Held, Present, held, key_of
from utils.desk.store.scope import EVERYTHING, Scope, applies_to, register, within
from utils.tables.declared import schemas


def back(connection: Connection, now: Release, old: Release, scope: Scope) -> dict[str, Changes]:
    """Return the changes that bring the rows of a scope back to how an old release had them.

    Raises
    ------
    RefusedError
        If the tables would then refer to rows that are not there.
    """

    @cache
    def present(name: str) -> list[Held]:
        return held(connection, name, now.number)

    made = {
        name: _of_table(connection, name, present, old, scope)
        for name, since in now.since.items()
        if old.since.get(name) != since and applies_to(scope, schemas.TABLES[name])
    }
    changed = {name for name, one in made.items() if not one.is_empty}
    left = list(integrity.faults(changed, changes.tables_after(made, present)))
    if left:
        raise RefusedError("not_whole", told=left[0].message("en"), count=len(left))
    return made


def _of_table(
    connection: Connection,
    name: str,
    present: Present,
    old: Release,
    scope: Scope,
) -> Changes:
    before = held(connection, name, old.number)
    if scope == EVERYTHING:
        return changes.replaced(name, present(name), [row.again() for row in before])
    table, key = schemas.TABLES[name], key_of(schemas.TABLES[name])
    laos = register([*present("municipalities"), *held(connection, "municipalities", old.number)])
    lies = within(table, laos, scope)
    # A row that has left the scope since, or come into it, is another office's as well.
    elsewhere = {key(row.cells) for row in (*present(name), *before) if not lies(row)}
    wanted = [row.again() for row in before if key(row.cells) not in elsewhere]
    return changes.replaced(
        name,
        present(name),
        wanted,
        lambda row: lies(row) and key(row.cells) not in elsewhere,
    )
