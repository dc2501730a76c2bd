"""The first content of a store: the shipped tables, and those that later versions ship.

A table that nobody has changed through the desk follows the shipped one; a table that somebody has
changed stays theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from utils.desk.store import audit, changes, integrity, publishing, releases
from utils.desk.store import files as store_files
from utils.desk.store.changes import Changes
from utils.desk.store.files import File
from utils.desk.store.publishing import SHIPPED, Publication
from utils.desk.store.releases import Source
from utils.desk.store.rows import StoredRow, from_frame, stored_rows
from utils.tables import shipped
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load

SYSTEM: Final = "system"
"""The author of releases of shipped tables."""


def seed(connection: Connection) -> int | None:
    """Publish the shipped tables that the store lacks or that have changed.

    Return the number of the release, None where nothing was to be published. Where newer shipped
    tables do not fit those of the store, only the tables that it lacks are published, and the audit
    says so.

    Raises
    ------
    ShippedTableError
        If a shipped table has an error: nothing is published.
    """
    number = releases.newest(connection)
    since = releases.find(connection, number).since if number else {}
    due = {name: _file(name) for name in schemas.TABLES if _is_due(connection, name, since)}
    planned = {name: _changes(connection, name, file, number) for name, file in due.items()}
    changed = [name for name in due if name in since]
    if changed and any(integrity.problems(due, _after(connection, number, planned))):
        audit.note(connection, SYSTEM, "kept_back", detail=", ".join(changed))
        due = {name: file for name, file in due.items() if name not in since}
    return _publish(connection, due, planned) if due else None


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
    last = releases.find(connection, since[name])
    digests = {source.sha256 for source in last.sources if source.table == name}
    return last.kind == SHIPPED and _file(name).sha256 not in digests


def _changes(connection: Connection, name: str, file: File, number: int) -> Changes:
    rows = from_frame(shipped.load(name), name, file.sha256)
    return changes.replaced(name, stored_rows(connection, name, number), rows)


def _after(connection: Connection, number: int, planned: Mapping[str, Changes]) -> Load:
    def present(name: str) -> list[StoredRow]:
        return stored_rows(connection, name, number)

    return changes.tables_after(planned, present)
