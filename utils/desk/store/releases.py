"""Releases: which there are, and the facts of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy import Connection

from utils.desk.store.ledger import RELEASE_FILES, RELEASE_TABLES, RELEASES, SEALS
from utils.tables import calendar
from utils.tables.declared import schemas


class NoSuchReleaseError(LookupError):
    """The store holds no release of this number."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file that a release came from."""

    table: str
    file_name: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Release:
    """One published state of the tables of record, and how it came about.

    `since` : for each table, the release that last changed it: {"awards": 1, "enrolment": 4}. Two
    releases with the same number there hold the same rows of that table. A table that is no longer
    declared is not in it: its rows and digests stay in the store, and nothing reads them. `kind`:
    shipped, publication or revert. `published_at`: ISO 8601 in UTC. Equal releases are equal in
    every copy of the dashboard.
    """

    number: int
    kind: str
    author: str
    certifier: str | None
    publisher: str
    published_at: str
    note: str
    reverted_to: int | None
    digest: str
    sources: tuple[Source, ...] = field(hash=False)
    since: Mapping[str, int] = field(hash=False)

    @property
    def changed(self) -> tuple[str, ...]:
        """The tables that this release changed."""
        return tuple(name for name, number in self.since.items() if number == self.number)

    @property
    def published(self) -> dt.datetime:
        """When it was published, in Thai time."""
        return calendar.in_thailand(self.published_at)


def newest(connection: Connection) -> int:
    """Return the number of the newest release, 0 where there is none; an index answers it."""
    return int(connection.scalar(sa.select(sa.func.max(RELEASES.c.number))) or 0)


def find(connection: Connection, number: int | None = None) -> Release:
    """Return a release, the newest where no number is given.

    Raises
    ------
    NoSuchReleaseError
        If there is no release of this number.
    """
    chosen = newest(connection) if number is None else number
    releases = _read(connection, RELEASES.c.number == chosen)
    if not releases:
        raise NoSuchReleaseError(str(chosen))
    return releases[0]


def every(connection: Connection) -> list[Release]:
    """Return all releases, newest first."""
    return _read(connection, sa.true())


def _read(connection: Connection, which: sa.ColumnElement[bool]) -> list[Release]:
    """Return some releases, newest first, by three queries however many there are."""
    sealed = sa.select(RELEASES, SEALS.c.digest).join_from(RELEASES, SEALS).where(which)
    rows = connection.execute(sealed.order_by(RELEASES.c.number)).mappings().all()
    numbers = [row["number"] for row in rows]
    sources, since = _sources(connection, numbers), _since(connection, numbers)
    releases = [
        Release(**row, sources=tuple(sources.get(number, ())), since=since[number])
        for number, row in zip(numbers, rows, strict=True)
    ]
    return releases[::-1]


def _sources(connection: Connection, numbers: list[int]) -> dict[int, list[Source]]:
    files = RELEASE_FILES.c
    query = sa.select(files.release, files.table_name, files.file_name, files.sha256)
    if len(numbers) == 1:
        query = query.where(files.release == numbers[0])
    sources: dict[int, list[Source]] = {}
    for number, table, name, sha in connection.execute(
        query.order_by(files.release, files.table_name, files.file_name)
    ):
        sources.setdefault(number, []).append(Source(table=table, file_name=name, sha256=sha))
    return sources


def _since(connection: Connection, numbers: list[int]) -> dict[int, dict[str, int]]:
    tables = RELEASE_TABLES.c
    query = sa.select(tables.release, tables.table_name).where(
        tables.release <= max(numbers, default=0)
    )
    changed: dict[int, list[str]] = {}
    for number, name in connection.execute(query.order_by(tables.table_name)):
        if name in schemas.TABLES:
            changed.setdefault(number, []).append(name)
    since: dict[str, int] = {}
    since_of: dict[int, dict[str, int]] = {}
    for number in sorted({*changed, *numbers}):
        since = {**since, **dict.fromkeys(changed.get(number, ()), number)}
        since_of[number] = since
    return since_of
