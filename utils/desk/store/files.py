"""Files exactly as they were sent, each kept once, by its SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from utils.desk.store import digest
from utils.desk.store.ledger import FILES


class File(NamedTuple):
    """A sent file. `table`: the name of the table it holds, None where its headings decide."""

    name: str
    content: bytes
    table: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the content."""
        return digest.of_bytes(self.content)


def keep(connection: Connection, files: Iterable[File]) -> None:
    """Put those files into the store that it does not hold yet."""
    for file in files:
        query = sa.select(FILES.c.sha256).where(FILES.c.sha256 == file.sha256)
        if connection.scalar(query) is None:
            values: Mapping[str, object] = {"sha256": file.sha256, "content": file.content}
            connection.execute(sa.insert(FILES).values(values))


def content(connection: Connection, sha256: str) -> bytes:
    """Return the content of a file.

    Raises
    ------
    NoResultFound
        If the store has no such file.
    """
    query = sa.select(FILES.c.content).where(FILES.c.sha256 == sha256)
    return bytes(connection.execute(query).scalar_one())
