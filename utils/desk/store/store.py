"""The store of this installation: opened once per process, checked, filled when empty.

Everything above the desk reads it through `release` and `table`. Both are safe to call from any
thread; what they return is shared and must never be changed in place.
"""

from __future__ import annotations

import logging
from contextlib import ExitStack
from functools import lru_cache
from threading import Lock
from typing import Final

import pandas as pd
from sqlalchemy import Engine

from utils import settings
from utils.desk.store import releases, seed, verify
from utils.desk.store import rows as store_rows
from utils.desk.store.connect import connect, writing
from utils.desk.store.migrate import migrate
from utils.desk.store.releases import Release
from utils.tables.reading.problems import Problem

_LOG: Final = logging.getLogger(__name__)
_OPENED: Final[dict[str, Engine]] = {}
_FAULTS: Final[dict[str, tuple[Problem, ...]]] = {}
_LOCK: Final = Lock()  # two sessions of one process never open it twice


def opened(address: str | None = None) -> Engine:
    """Return the store at a URL, by default the installation's (ESC_DATABASE_URL), opened once.

    Its content is checked first; then the store is brought up to the present version, and the
    shipped tables that it lacks are published.

    Raises
    ------
    DamagedStoreError
        If the store is damaged: it names each damage, and nothing is read from the store.
    NewerStoreError
        If a later version of this program made it.
    """
    url = settings.database_url() if address is None else address
    with _LOCK:
        if url not in _OPENED:
            _OPENED[url] = _open(url)
        return _OPENED[url]


def close() -> None:
    """Close every open store and drop what was read; the next use opens it again."""
    with _LOCK:
        for engine in _OPENED.values():
            engine.dispose()
        _OPENED.clear()
        _FAULTS.clear()
    _release.cache_clear()
    _every.cache_clear()
    _table.cache_clear()
    _origins.cache_clear()


def _open(address: str) -> Engine:
    engine = connect(address)
    with ExitStack() as on_failure:
        on_failure.callback(engine.dispose)
        verify.check_engine(engine)
        with writing(engine) as connection:
            migrate(connection)
        verify.check_content(engine)
        with writing(engine) as connection:
            seeded = seed.seed(connection)
        on_failure.pop_all()
    _FAULTS[str(engine.url)] = seeded.faults
    for fault in seeded.faults:
        _LOG.error("%s: %s: %s", fault.file, fault.place("en"), fault.message("en"))
    return engine


def start_faults(engine: Engine | None = None) -> tuple[Problem, ...]:
    """Return what of the installation's own tables could not be used when the store was opened."""
    return _FAULTS[str((engine or opened()).url)]


def newest(engine: Engine | None = None) -> int:
    """Return the number of the newest release; cheap enough for every run of a page."""
    with (engine or opened()).connect() as connection:
        return releases.newest(connection)


def release(number: int | None = None, engine: Engine | None = None) -> Release:
    """Return a release, the newest where no number is given.

    Raises
    ------
    NoSuchReleaseError
        If there is no release of this number.
    """
    store = engine or opened()
    return _release(store, newest(store) if number is None else number)


def every(newest: int, engine: Engine | None = None) -> tuple[Release, ...]:
    """Return all releases up to a number, newest first."""
    return _every(engine or opened(), newest)


def table(name: str, shown: Release, engine: Engine | None = None) -> pd.DataFrame:
    """Return a table of record as it is in a release.

    Returns
    -------
    DataFrame
        As `shipped.load` returns it: the declared columns, typed, then `file_row` (Int64). Releases
        in which the table is the same share one frame; a release from before the table existed has
        one without rows.

    Raises
    ------
    KeyError
        If no table has this name.
    """
    return _table(engine or opened(), name, shown.since.get(name, 0))


def origins(name: str, shown: Release, engine: Engine | None = None) -> tuple[str, ...]:
    """Return the SHA-256 of the file that each row of a table came from, in the order of `table`.

    Its line in that file stands in the column `file_row` of `table`.
    """
    return _origins(engine or opened(), name, shown.since.get(name, 0))


@lru_cache(maxsize=256)
def _release(engine: Engine, number: int) -> Release:
    with engine.connect() as connection:
        return releases.find(connection, number)


@lru_cache(maxsize=4)
def _every(engine: Engine, newest: int) -> tuple[Release, ...]:
    with engine.connect() as connection:
        return tuple(one for one in releases.every(connection) if one.number <= newest)


@lru_cache(maxsize=64)
def _table(engine: Engine, name: str, number: int) -> pd.DataFrame:
    with engine.connect() as connection:
        return store_rows.to_frame(store_rows.stored_rows(connection, name, number), name)


@lru_cache(maxsize=16)
def _origins(engine: Engine, name: str, number: int) -> tuple[str, ...]:
    with engine.connect() as connection:
        return tuple(row.file_sha256 for row in store_rows.stored_rows(connection, name, number))
