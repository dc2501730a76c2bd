"""Releases: which there are, and what each says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy import Connection

from utils.desk.ledger import RELEASE_FILES, RELEASE_TABLES, RELEASES, SEALS
from utils.tables import calendar


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
    """One state of the tables of record, and how it came about.

    `since` : for each table, the release that last changed it up to this one: two releases of one
    number there hold the same rows. Equal releases are equal in every copy of the dashboard.
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
    """Return the number of the newest release, 0 where there is none: one look into an index."""
    return int(connection.scalar(sa.select(sa.func.max(RELEASES.c.number))) or 0)


def find(connection: Connection, number: int | None = None) -> Release:
    """Return a release, the newest where no number is given.

    Raises
    ------
    NoSuchReleaseError
        If there is none of this number.
    """
    asked = newest(connection) if number is None else number
    sealed = sa.select(RELEASES, SEALS.c.digest).join_from(RELEASES, SEALS)
    row = connection.execute(sealed.where(RELEASES.c.number == asked)).mappings().first()
    if row is None:
        raise NoSuchReleaseError(str(asked))
    return Release(
        **row,
        sources=_sources(connection, asked),
        since=_since(connection, asked),
    )


def every(connection: Connection) -> list[Release]:
    """Return all releases, newest first."""
    numbers = connection.scalars(sa.select(RELEASES.c.number).order_by(RELEASES.c.number.desc()))
    return [find(connection, number) for number in numbers.all()]


def _sources(connection: Connection, number: int) -> tuple[Source, ...]:
    files = RELEASE_FILES.c
    asked = sa.select(files.table_name, files.file_name, files.sha256)
    rows = connection.execute(
        asked.where(files.release == number).order_by(files.table_name, files.file_name)
    )
    return tuple(Source(table=table, file_name=name, sha256=sha) for table, name, sha in rows)


def _since(connection: Connection, number: int) -> dict[str, int]:
    tables = RELEASE_TABLES.c
    last = sa.select(tables.table_name, sa.func.max(tables.release))
    rows = connection.execute(
        last.where(tables.release <= number).group_by(tables.table_name).order_by(tables.table_name)
    )
    return dict(rows.all())
