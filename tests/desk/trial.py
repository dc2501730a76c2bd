"""Publishers and readers of one store in processes of their own, and what must hold afterwards.

Each publication changes two tables at once, by one number: whoever sees two numbers in one release,
or misses an acknowledged one, has found a fault. Processes are forked from one that has loaded all
it needs, so that a publisher is at work a few milliseconds after its start.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from utils.desk.store import publishing, releases, store, verify
from utils.desk.store import rows as store_rows
from utils.desk.store.changes import amended
from utils.desk.store.connect import connect, writing
from utils.desk.store.publishing import Publication
from utils.tables.declared import schemas

FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload(["tests.desk.trial", "tests.desk.filled"])
TABLES = ("rounds", "clusters")


class Told(NamedTuple):
    """One line of a process's log: who, and the number of the release."""

    who: str
    number: int


def publish_one(engine: Engine, who: str) -> int:
    """Publish one release: its number stands in the first row of two tables, and who in a third."""
    with writing(engine) as connection:
        now = releases.newest(connection)
        changes = {
            name: amended(
                name,
                *marked(store_rows.stored_rows(connection, name, now), name, f"{now + 1} {who}"),
            )
            for name in TABLES
        }
        publication = Publication(
            kind=publishing.PUBLICATION, author=who, publisher=who, note="", changes=changes
        )
        return publishing.write(connection, publication)


def marked(
    stored: list[store_rows.StoredRow], name: str, mark: str
) -> tuple[list[store_rows.StoredRow], list[store_rows.IncomingRow]]:
    """Return the rows of a table, and its first one with a mark in its last column."""
    cells = (*stored[0].cells[:-1], mark)
    assert len(cells) == len(schemas.TABLES[name].columns)
    return stored, [stored[0].as_incoming()._replace(cells=cells)]


def publish_on(address: str, who: str, log: Path) -> None:
    """Publish until killed, or until told to stop; write each acknowledged number to the log."""
    engine = connect(address)
    with os.fdopen(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT), "wb", 0) as file:
        while not stopped(log):
            file.write(f"{who} {publish_one(engine, who)}\n".encode())


def read_on(address: str, log: Path) -> None:
    """Read the newest release until told to stop; write what was seen to the log."""
    engine = connect(address)
    with os.fdopen(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT), "wb", 0) as file:
        while not stopped(log):
            file.write(f"{'whole' if looks_whole(engine) else 'mixed'} 1\n".encode())


def looks_whole(engine: Engine) -> bool:
    """Tell whether the tables of the newest release say one number, and that of the release."""
    shown = store.release(None, engine)
    if shown.kind == publishing.SHIPPED:
        return True
    marks = {store.table(name, shown, engine).iloc[0, -2] for name in TABLES}
    return marks == {f"{shown.number} {shown.author}"}


def stopped(log: Path) -> bool:
    """Tell whether the trial is over."""
    return (log.parent / "stop").exists()


def read_log(log: Path) -> list[Told]:
    """Return the whole lines of a log: the last one may have been cut by a kill."""
    lines = log.read_text("utf-8").split("\n")[:-1] if log.exists() else []
    return [Told(who, int(number)) for who, number in (line.rsplit(" ", 1) for line in lines)]


def kill(address: str, folder: Path, *, times: int, seed: int) -> int:
    """Kill publishers at random moments, check the store each time, return what was acknowledged.

    Raises AssertionError where a store does not open, is not whole, or misses a publication.
    """
    chance = random.Random(seed)  # noqa: S311 chance that can be repeated
    log, acknowledged = folder / "log", 0
    longest = max(0.4, 4 * _seconds_to_publish(address))  # on a busy machine some come through too
    for at in range(times):
        process = FORKED.Process(target=publish_on, args=(address, f"p{at}", log))
        process.start()
        time.sleep(chance.uniform(0.0, longest))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        engine = connect(address)
        verify.check_engine(engine)
        if at % 10 == 0 or at == times - 1:
            verify.check_content(engine)
        entries = read_log(log)
        acknowledged = len(entries)
        assert looks_whole(engine)
        with engine.connect() as connection:
            authors = {one.number: one.author for one in releases.every(connection)}
        assert all(authors.get(one.number) == one.who for one in entries)
        assert len({one.number for one in entries}) == len(entries)
        engine.dispose()
    return acknowledged


def _seconds_to_publish(address: str) -> float:
    engine = connect(address)
    began = time.monotonic()
    publish_one(engine, "first")
    engine.dispose()
    return time.monotonic() - began


def crowd(address: str, folder: Path, *, publishers: int, readers: int, seconds: float) -> int:
    """Let publishers and readers at one store at once; return how many publications there were.

    Raises AssertionError where an update was lost or a mixed release was seen.
    """
    log, readers_log = folder / "log", folder / "seen"
    crew = [
        FORKED.Process(target=publish_on, args=(address, f"p{at}", log)) for at in range(publishers)
    ]
    crew += [FORKED.Process(target=read_on, args=(address, readers_log)) for _ in range(readers)]
    for process in crew:
        process.start()
    time.sleep(seconds)
    (folder / "stop").touch()
    for process in crew:
        process.join()
    assert [process.exitcode for process in crew] == [0] * len(crew)
    engine = connect(address)
    verify.check_engine(engine)
    verify.check_content(engine)
    entries, looks = read_log(log), read_log(readers_log)
    assert {one.who for one in looks} == {"whole"}
    assert sorted(one.number for one in entries) == list(range(2, store.newest(engine) + 1))
    engine.dispose()
    return len(entries)
