"""The connection to the store: SQLite in a local file, or PostgreSQL; callers see no difference."""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, cast

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, make_url

from utils.desk.refusal import RefusedError

PATIENCE_S: Final = 60.0
"""How long a writer waits for its turn at a SQLite store, in seconds."""
_BUSY_MS: Final = 30_000
_PRAGMAS: Final = (
    "journal_mode = WAL",  # readers go on while somebody writes
    "synchronous = FULL",  # an acknowledged publication outlives a power cut
    "foreign_keys = ON",
)
_WRITING: Final = "esc_writing"
DRIVERS: Final = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}


def connect(address: str) -> Engine:
    """Return an engine for the store at a URL; the folder of a SQLite file is created.

    Raises
    ------
    ValueError
        If the URL is of another kind of database.
    """
    url = _url(address)
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, pool_pre_ping=True)
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def is_sqlite(engine: Engine | Connection) -> bool:
    """Tell whether the store is a SQLite file."""
    return engine.dialect.name == "sqlite"


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that excludes other writers: all of it is written, or nothing."""
    with engine.connect().execution_options(**{_WRITING: True}) as connection, connection.begin():
        if not is_sqlite(engine):
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(hashtext('esc_store'))"))
        yield connection


def _url(address: str) -> URL:
    url = make_url(address)
    driver = DRIVERS.get(url.get_backend_name()) or DRIVERS.get(url.drivername)
    if driver is None:
        raise ValueError(f"{url.drivername}: the store is SQLite or PostgreSQL")
    return url.set(drivername=driver)


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 sqlite3's own
    connection.isolation_level = None  # BEGIN is issued in _begin
    for pragma in (f"busy_timeout = {_BUSY_MS}", *_PRAGMAS):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin a writing transaction as such at once: upgrading a reading one later may fail."""
    driver = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    if connection.get_execution_options().get(_WRITING, False):
        _begin_writing(driver)
    else:
        driver.execute("BEGIN")


def _begin_writing(driver: sqlite3.Connection) -> None:
    """Wait for the turn to write, trying often: SQLite's own waiting can starve some writers.

    Raises
    ------
    RefusedError
        If others write for longer than `PATIENCE_S`.
    """
    deadline = time.monotonic() + PATIENCE_S
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as locked:
                if locked.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                if time.monotonic() > deadline:
                    raise RefusedError("busy") from None
                time.sleep(secrets.randbelow(8) / 1000 + 0.002)
            else:
                return
    finally:
        driver.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
