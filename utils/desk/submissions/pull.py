"""Rows from another database: the answer to a query becomes a file, and is checked like one.

The file is kept: a release can be traced even when the database has changed since.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from utils.desk.refusal import RefusedError
from utils.desk.store.connect import DRIVERS
from utils.desk.store.files import File
from utils.tables.reading.contents import MAX_BYTES, MAX_ROWS

_SECONDS: Final = 60
_AT_ONCE: Final = 1_000  # rows


def pull(address: str, query: str, *, name: str = "query.csv", table: str | None = None) -> File:
    """Return the answer to a query as a CSV file, with the column names of the query.

    Parameters
    ----------
    address : str
        The URL of the database: PostgreSQL, or a SQLite file.
    query : str
        It can only read, for a minute at most, and may give no more rows and bytes than a file may
        hold.

    Raises
    ------
    RefusedError
        If the database cannot be reached or the query fails, with the reason (never the address,
        which may hold a password).
    """
    try:
        url = make_url(address)
        engine = sa.create_engine(url.set(drivername=DRIVERS[url.get_backend_name()]))
    except (ArgumentError, KeyError, NoSuchModuleError):
        raise RefusedError("pull_address") from None
    try:
        with engine.connect() as connection:
            _only_reading(connection)
            answer = connection.execution_options(stream_results=True).exec_driver_sql(query)
            if not answer.returns_rows:
                raise RefusedError("pull_nothing")
            content = _csv(answer.keys(), answer.partitions(_AT_ONCE))
    except SQLAlchemyError as failed:
        raise RefusedError("pull_failed", why=_why(failed)) from None
    finally:
        engine.dispose()
    return File(name, content, table)


def _only_reading(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA query_only = ON")
        return
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
    connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{_SECONDS}s'")


def _csv(names: Iterable[str], parts: Iterable[Sequence[Sequence[object]]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    count = 0
    for rows in parts:
        count += len(rows)
        writer.writerows(map(_text, rows))
        if count >= MAX_ROWS or out.tell() > MAX_BYTES:
            raise RefusedError("pull_too_much", rows=MAX_ROWS, megabytes=MAX_BYTES // 1_000_000)
    return out.getvalue().encode()


def _text(row: Sequence[object]) -> list[str]:
    return [_cell(value) for value in row]


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case _:
            return str(value)


def _why(failed: SQLAlchemyError) -> str:
    message = str(getattr(failed, "orig", None) or failed).strip()
    return message.splitlines()[0][:200] if message else type(failed).__name__
