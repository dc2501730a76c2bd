"""Write a release: rows end, rows begin, and the chain of digests grows by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from utils.desk.store import digest, releases
from utils.desk.store.changes import Changes
from utils.desk.store.ledger import RELEASE_FILES, RELEASE_TABLES, RELEASES, SEALS
from utils.desk.store.record_tables import RECORD
from utils.desk.store.releases import Source
from utils.tables import calendar
from utils.tables.declared import schemas

SHIPPED: Final = "shipped"
PUBLICATION: Final = "publication"
REVERT: Final = "revert"
_BATCH: Final = 500  # rows whose end is written in one statement


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A release to be written: its own facts, and the changes it makes, by table."""

    kind: str
    author: str
    publisher: str
    note: str
    changes: Mapping[str, Changes] = field(hash=False)
    certifier: str | None = None
    reverted_to: int | None = None
    sources: Sequence[Source] = ()


def write(connection: Connection, publication: Publication) -> int:
    """Write the next release and return its number.

    The caller's transaction is one of `connect.writing`, so that no other release comes between.
    """
    number = releases.newest(connection) + 1
    row = {
        "number": number,
        "kind": publication.kind,
        "author": publication.author,
        "certifier": publication.certifier,
        "publisher": publication.publisher,
        "published_at": calendar.now_utc(),
        "note": publication.note,
        "reverted_to": publication.reverted_to,
    }
    connection.execute(sa.insert(RELEASES).values(row))
    for source in publication.sources:
        file = {
            "release": number,
            "table_name": source.table,
            "sha256": source.sha256,
            "file_name": source.file_name,
        }
        connection.execute(sa.insert(RELEASE_FILES).values(file))
    for name, changes in publication.changes.items():
        if not changes.is_empty or publication.kind == SHIPPED:
            _change(connection, name, changes, number)
    before = releases.find(connection, number - 1).digest if number > 1 else ""
    sealed = digest.of_release(connection, number, before)
    connection.execute(sa.insert(SEALS).values(release=number, digest=sealed))
    return number


def _change(connection: Connection, name: str, changes: Changes, number: int) -> None:
    table = RECORD[name]
    ended = iter(changes.ended)
    while batch := list(islice(ended, _BATCH)):
        which = table.c.row_id.in_(batch)
        connection.execute(sa.update(table).where(which).values(release_to=number))
    if begun := list(_begun(connection, name, changes, number)):
        connection.execute(sa.insert(table), begun)
    change_digest = digest.of_change(connection, table, number)
    row = {"release": number, "table_name": name, "digest": change_digest}
    connection.execute(sa.insert(RELEASE_TABLES).values(row))


def _begun(
    connection: Connection, name: str, changes: Changes, number: int
) -> Iterator[dict[str, Any]]:
    table = RECORD[name]
    last = sa.select(sa.func.max(table.c.row_id), sa.func.max(table.c.row_order))
    row_id, order = (value or 0 for value in connection.execute(last).one())
    columns = list(schemas.TABLES[name].columns)
    for at, row in enumerate(changes.begun(), 1):
        yield {
            **dict(zip(columns, row.cells, strict=True)),
            "row_id": row_id + at,
            "row_order": order + at if row.row_order is None else row.row_order,
            "file_row": row.file_row,
            "file_sha256": row.file_sha256,
            "release_from": number,
        }
