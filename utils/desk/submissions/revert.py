"""Revert: the changes that bring the tables back to an old release, in whole or in part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from utils.desk.people import roles
from utils.desk.store import changes, releases
from utils.desk.store.changes import Changes
from utils.desk.store.ledger import SUBMISSIONS
from utils.desk.store.releases import Release
from utils.desk.store.rows import StoredRow, key_of, rows_of_release, stored_rows
from utils.desk.store.scope import (
    EVERYTHING,
    ProvincesByLao,
    Scope,
    applies_to,
    provinces_by_lao,
    within,
)
from utils.desk.submissions.submissions import WayBack
from utils.tables.declared import schemas


class Undone(NamedTuple):
    """A release after the one that is brought back. `is_kept`: whether what it did stays."""

    release: Release
    is_kept: bool


def undone(connection: Connection, at: Release, way: WayBack) -> list[Undone]:
    """Return the releases that a way back undoes or, as the work of an office, keeps; newest first.

    The work of an office is what an office's part was replaced by, or what was sent by somebody who
    is no steward.
    """
    mode_of = dict(
        connection.execute(
            sa.select(SUBMISSIONS.c.release, SUBMISSIONS.c.mode).where(
                SUBMISSIONS.c.release > way.number
            )
        ).all()
    )
    later = [one for one in releases.every(connection) if way.number < one.number <= at.number]
    return [
        Undone(one, way.keeps_later and _is_of_an_office(connection, one, mode_of.get(one.number)))
        for one in later
    ]


def _is_of_an_office(connection: Connection, one: Release, mode: str | None) -> bool:
    if mode is None or mode == "revert":
        return False
    return mode == "office" or not roles.rights(connection, one.author).is_steward


def changes_back_to(
    connection: Connection, now: Release, old: Release, scope: Scope, kept: Collection[int] = ()
) -> dict[str, Changes]:
    """Return the changes that bring the rows of a scope back to how an old release had them.

    `kept`: the later releases whose work stays: what they did is done again to the old rows, in
    their order. The tables may then refer to rows that do not exist.
    """

    @cache
    def present(name: str) -> list[StoredRow]:
        return stored_rows(connection, name, now.number)

    register = stored_rows(connection, "municipalities", old.number)
    laos = provinces_by_lao([*present("municipalities"), *register])
    return {
        name: _of_table(name, present(name), _with_kept(connection, name, old, kept), scope, laos)
        for name, since in now.since.items()
        if old.since.get(name) != since and applies_to(scope, schemas.TABLES[name])
    }


def _of_table(
    name: str,
    present: Sequence[StoredRow],
    before: Sequence[StoredRow],
    scope: Scope,
    laos: ProvincesByLao,
) -> Changes:
    if scope == EVERYTHING:
        return changes.replaced(name, present, [row.as_incoming() for row in before])
    table, key = schemas.TABLES[name], key_of(schemas.TABLES[name])
    is_inside = within(table, laos, scope)
    # A row that has left or entered the scope since belongs to another office as well.
    elsewhere = {key(row.cells) for row in (*present, *before) if not is_inside(row)}
    restored = [row.as_incoming() for row in before if key(row.cells) not in elsewhere]
    return changes.replaced(
        name,
        present,
        restored,
        lambda row: is_inside(row) and key(row.cells) not in elsewhere,
    )


def _with_kept(
    connection: Connection, name: str, old: Release, kept: Collection[int]
) -> list[StoredRow]:
    """Return the rows of a table in an old release, with what later ones did to them."""
    key = key_of(schemas.TABLES[name])
    rows = {key(row.cells): row for row in stored_rows(connection, name, old.number)}
    for number in sorted(kept):
        ended, begun = rows_of_release(connection, name, number)
        for row in ended:
            rows.pop(key(row.cells), None)
        rows.update({key(row.cells): row for row in begun})
    return sorted(rows.values(), key=lambda row: (row.row_order, row.row_id))
