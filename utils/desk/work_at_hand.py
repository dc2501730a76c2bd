"""Items of the worklist that the desk raises: parts of a round, corrections and resolutions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache, partial

from sqlalchemy import Connection, Engine

from utils.desk import corrections, reporting_rounds
from utils.desk.store import minutes, store
from utils.desk.store.rows import stored_rows
from utils.desk.store.scope import provinces_by_lao, provinces_of
from utils.measures.coverage.record import Record
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.measures.worklist import build
from utils.measures.worklist.item import Item
from utils.measures.worklist.progress import Progress, progress
from utils.tables import calendar, office_names
from utils.tables import places as lookup
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load
from utils.tables.minutes import Resolution
from utils.tables.office_names import Offices


def items(engine: Engine, today: dt.date) -> tuple[Item, ...]:
    """Return what waits at the desk on a day, in Thailand.

    part_missing, part_returned: an office's part of a table, in the round that is open, of which
    nothing was received, or which was sent back. correction_asked: a reader's request that is not
    answered. resolution_open: one that is neither done nor dropped, nor closed by the data.
    """
    with engine.connect() as connection:
        rounds = reporting_rounds.every(connection)
        found = [*_corrections(connection), *_resolutions(engine, connection, today)]
    for year, one in rounds.items():
        if one.is_open:
            found += _parts(engine, year, one.days_left(today))
    return tuple(found)


def _parts(engine: Engine, fiscal_year_be: int, days_left: int) -> Iterator[Item]:
    for one in reporting_rounds.progress(engine, fiscal_year_be):
        if one.state not in {"not_received", "rejected"}:
            continue
        yield Item(
            rule="part_missing" if one.state == "not_received" else "part_returned",
            fiscal_year_be=fiscal_year_be,
            office_number=one.office_number,
            about=one.table,
            facts=(("table", one.table), ("days", days_left)),
        )


def _corrections(connection: Connection) -> Iterator[Item]:
    for asked in corrections.every(connection):
        if asked.state != "asked":
            continue
        codes = _provinces(connection, asked)
        day = calendar.in_thailand(asked.asked_at).date()
        yield Item(
            rule="correction_asked",
            fiscal_year_be=calendar.fiscal_year(day),
            province_code=codes[0] if len(codes) == 1 else "",
            about=str(asked.number),
            rows=((asked.table, asked.key),),  # type: ignore[arg-type]
            facts=(("number", asked.number), ("table", asked.table), ("text", asked.text)),
        )


def _provinces(connection: Connection, asked: corrections.Asked) -> list[str]:
    table = schemas.TABLES.get(asked.table)
    if table is None:
        return []
    laos = provinces_by_lao(stored_rows(connection, "municipalities", asked.release))
    where = provinces_of(table, laos)
    at = [list(table.columns).index(name) for name in table.key]
    rows = stored_rows(connection, table.name, asked.release)
    meant = [row.cells for row in rows if tuple(row.cells[n] for n in at) == asked.key]
    return sorted({code for cells in meant for code in where(cells)})


def _resolutions(engine: Engine, connection: Connection, today: dt.date) -> Iterator[Item]:
    """Yield the open resolutions, one item for each province that they point to.

    One that points to no province is its owner's, where the owner is an office by any of its names.
    """
    newest = store.newest(engine)
    offices = _offices(engine, newest)
    for meeting in minutes.every(connection):
        standing = minutes.find(connection, meeting.number).standing
        names = frozenset(name for one in standing for name in one.points_to)
        now_raised = raised(engine, newest, names)
        for one in standing:
            now = progress(one, now_raised, today)
            if now not in {"open", "overdue"}:
                continue
            name, _ = office_names.find(one.owner, offices) if one.owner else (None, False)
            codes = sorted({code for code in map(_province, one.points_to) if code})
            for code in codes or [""]:
                yield Item(
                    rule="resolution_open",
                    fiscal_year_be=calendar.fiscal_year(dt.date.fromisoformat(meeting.held_on)),
                    province_code=code,
                    office_number=name.number if name is not None and not code else None,
                    about=f"{meeting.number}-{one.number}",
                    facts=_resolved(meeting.title, one, now),
                )


def _resolved(
    title: str, resolution: Resolution, now: Progress
) -> tuple[tuple[str, str | int], ...]:
    day = resolution.due_on
    return (
        ("meeting", title),
        ("text", resolution.text),
        ("owner", resolution.owner or "–"),
        ("due", calendar.date_be(dt.date.fromisoformat(day)) if day else "–"),
        ("now", now),
    )


@lru_cache(maxsize=8)
def _offices(engine: Engine, release: int) -> Offices:
    load = _load(engine, release)
    return office_names.index_offices(load("offices"), lookup.index_places(load("provinces")))


@lru_cache(maxsize=64)
def raised(engine: Engine, release: int, names: frozenset[str]) -> frozenset[str]:
    """Return which of some items the tables of a release raise, as `build.raised`; kept."""
    load = _load(engine, release)
    return build.raised(
        Record.of(load),
        Staircase.of(load, fictitious=False),
        ScoreRecord.of(load, fictitious=False),
        names,
    )


def _load(engine: Engine, release: int) -> Load:
    return partial(store.table, shown=store.release(release, engine), engine=engine)


def _province(name: str) -> str:
    """Return the province that an item is about, by its name; empty where it is about none."""
    _, _, code, *_ = [*name.split("."), "", "", ""]
    return code if code.isdecimal() else ""
