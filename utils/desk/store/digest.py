"""Digests of releases (SHA-256, hexadecimal): a chain, each one vouching for all before it.

The digest of a change covers every value of the rows that began to hold, and the number of each row
that ceased to. An empty cell is left out, so that a column declared later changes no digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from utils.desk.store.ledger import RELEASE_FILES, RELEASE_TABLES, RELEASES


def of_bytes(content: bytes) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()


def of_change(connection: Connection, table: sa.Table, release: int) -> str:
    """Return the digest of what a release changed in one table of the store.

    `table`: as the store has it, which may be more columns than are declared now.
    """
    total = hashlib.sha256()
    began = sa.select(table).where(table.c.release_from == release).order_by(table.c.row_id)
    for row in connection.execute(began).mappings():
        total.update(_line(_present(row)))
    ended = sa.select(table.c.row_id).where(table.c.release_to == release)
    total.update(_line(list(connection.scalars(ended.order_by(table.c.row_id)))))
    return total.hexdigest()


def of_release(connection: Connection, number: int, before: str) -> str:
    """Return the digest of a release, from its row, its files and the digests of its changes.

    `before`: the digest of the release before, "" for the first.
    """
    row = (
        connection.execute(sa.select(RELEASES).where(RELEASES.c.number == number)).mappings().one()
    )
    parts = [
        list(part)
        for table in (RELEASE_FILES, RELEASE_TABLES)
        for part in connection.execute(sa.select(table).where(table.c.release == number))
    ]
    return hashlib.sha256(_line([before, _present(row), sorted(parts)])).hexdigest()


def of_minutes(row: Mapping[Any, Any], before: str) -> str:
    """Return the digest of one row of the minutes; `before`: that of its version before, or ""."""
    values = {name: value for name, value in row.items() if name != "digest" and value is not None}
    return hashlib.sha256(_line([before, values])).hexdigest()


def _present(row: RowMapping) -> dict[str, Any]:
    # When a row ends is covered by the release that ends it.
    return {
        name: value for name, value in row.items() if value is not None and name != "release_to"
    }


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode() + b"\n"
