"""The first content of a store: the shipped tables, and those that later versions ship.

A table that nobody has changed through the desk follows the shipped one; a table that somebody has
changed stays theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import pandas as pd
from sqlalchemy import Connection

from utils.desk.store import audit, changes, integrity, publishing, releases
from utils.desk.store import files as store_files
from utils.desk.store.changes import Changes
from utils.desk.store.files import File
from utils.desk.store.publishing import SHIPPED, Publication
from utils.desk.store.releases import Source
from utils.desk.store.rows import StoredRow, from_frame, stored_rows
from utils.tables import own_tables, shipped
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load
from utils.tables.reading.problems import Problem

SYSTEM: Final = "system"
"""The author of releases of shipped tables."""


class Seeded(NamedTuple):
    """What a start did: the release it published, if any, and what it could not use."""

    release: int | None
    faults: tuple[Problem, ...]


def seed(connection: Connection) -> Seeded:
    """Publish the shipped tables that the store lacks or that have changed.

    An own file of the installation that cannot be used is set aside with its faults: the table
    stays as the last release has it or, in a new store, as the project ships it. Where newer
    shipped tables do not fit those of the store, only the tables that it lacks are published, and
    the audit says so.

    Raises
    ------
    ShippedTableError
        If a table of the project itself has an error: nothing is published.
    """
    faults = list(own_tables.faults())
    number = releases.newest(connection)
    since = releases.find(connection, number).since if number else {}
    names = [name for name in schemas.TABLES if _is_due(connection, name, since)]
    frames, unsound = _frames(names)
    faults += unsound
    stay = {name for name in since if own_tables.is_set_aside(schemas.TABLES[name])}
    due = {name: _file(name) for name in names if name not in stay}
    planned = {
        name: _changes(connection, name, file, frames[name], number) for name, file in due.items()
    }
    changed = [name for name in due if name in since]
    after = _after(connection, number, planned)
    unfit = next(integrity.problems(due, after), None) if changed else None
    if unfit is not None:
        audit.note(connection, SYSTEM, "kept_back", detail=", ".join(changed))
        files = ", ".join(schemas.TABLES[name].file for name in changed)
        faults.append(replace(unfit, file=files))
        due = {name: file for name, file in due.items() if name not in since}
    return Seeded(_publish(connection, due, planned) if due else None, tuple(faults))


def _frames(names: Sequence[str]) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """Load tables; own files that cannot be used are set aside, and their problems returned."""
    faults: list[Problem] = []
    while True:
        try:
            return {name: shipped.load(name) for name in names}, faults
        except shipped.ShippedTableError as error:
            culprit = _culprit(error.path, names)
            if culprit is None:
                raise
            own_tables.set_aside(culprit)
            faults += [replace(problem, file=culprit.name) for problem in error.problems]


def _culprit(at: Path, names: Sequence[str]) -> Path | None:
    """Return the own file to set aside for an error in a file, which may be one that refers to it.

    None where no own file is in use: the error is in the project itself.
    """
    own = own_tables.in_use()
    if at in own:
        return at
    for path in own:
        own_tables.set_aside(path)
        try:
            for name in names:
                shipped.load(name)
        except shipped.ShippedTableError:
            own_tables.use_again(path)
        else:
            return path
    return own[0] if own else None


def _publish(
    connection: Connection, due: Mapping[str, File], planned: Mapping[str, Changes]
) -> int:
    origins = dict(due)
    if schemas.AWARDS.name in due:  # made from the published list, which is kept with it
        listed = shipped.file_of(schemas.AWARD_LIST)
        origins[schemas.AWARD_LIST.name] = File(schemas.AWARD_LIST.file, listed.read_bytes())
    store_files.keep(connection, origins.values())
    number = publishing.write(
        connection,
        Publication(
            kind=SHIPPED,
            author=SYSTEM,
            publisher=SYSTEM,
            note="",
            changes={name: planned[name] for name in due},
            sources=[
                Source(table=name, file_name=file.name, sha256=file.sha256)
                for name, file in origins.items()
            ],
        ),
    )
    audit.note(connection, SYSTEM, "shipped", release=number)
    return number


def _file(name: str) -> File:
    table = schemas.TABLES[name]
    return File(table.file, shipped.file_of(table).read_bytes())


def _is_due(connection: Connection, name: str, since: Mapping[str, int]) -> bool:
    if name not in since:
        return True
    if own_tables.is_set_aside(schemas.TABLES[name]):
        return False
    last = releases.find(connection, since[name])
    digests = {source.sha256 for source in last.sources if source.table == name}
    return last.kind == SHIPPED and _file(name).sha256 not in digests


def _changes(
    connection: Connection, name: str, file: File, frame: pd.DataFrame, number: int
) -> Changes:
    rows = from_frame(frame, name, file.sha256)
    return changes.replaced(name, stored_rows(connection, name, number), rows)


def _after(connection: Connection, number: int, planned: Mapping[str, Changes]) -> Load:
    def present(name: str) -> list[StoredRow]:
        return stored_rows(connection, name, number)

    return changes.tables_after(planned, present)
