"""Files as they were sent: kept whole, once, by their SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from utils.desk.store import digest
from utils.desk.store.ledger import FILES


class File(NamedTuple):
    """A file as somebody sends it. `table`: the name of its table, None to tell by its headings."""

    name: str
    content: bytes
    table: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the content."""
        return digest.of_bytes(self.content)


def keep(connection: Connection, files: Iterable[File]) -> None:
    """Put files into the store that are not there yet."""
    for file in files:
        known = sa.select(FILES.c.sha256).where(FILES.c.sha256 == file.sha256)
        if connection.scalar(known) is None:
            values: Mapping[str, object] = {"sha256": file.sha256, "content": file.content}
            connection.execute(sa.insert(FILES).values(values))


def content(connection: Connection, sha256: str) -> bytes:
    """Return the content of a file.

    Raises
    ------
    NoResultFound
        If the store has no such file.
    """
    asked = sa.select(FILES.c.content).where(FILES.c.sha256 == sha256)
    return bytes(connection.execute(asked).scalar_one())
