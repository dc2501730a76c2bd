"""Rows from another database as one more way in: a query becomes a file, and is checked like one.

What is kept of it is the file: a release can still be traced when the database has moved on.
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
    """Return what a query gives as a CSV file, its columns by the names that the query gives them.

    Parameters
    ----------
    address : str
        The URL of the database: PostgreSQL, or a SQLite file.
    query : str
        It may only read, for a minute, and give no more rows and bytes than a file may hold.

    Raises
    ------
    RefusedError
        If the database cannot be reached or the query not be answered, with the reason (never the
        address, which may hold a password).
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
    told = str(getattr(failed, "orig", None) or failed).strip()
    return told.splitlines()[0][:200] if told else type(failed).__name__
