"""Items of the worklist that the desk raises: parts of a round, corrections and resolutions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import Connection, Engine

from utils.desk import corrections, reporting_rounds
from utils.desk.store import minutes
from utils.desk.store.rows import stored_rows
from utils.desk.store.scope import provinces_by_lao, provinces_of
from utils.measures.worklist.item import Item
from utils.tables import calendar
from utils.tables.declared import schemas


def items(engine: Engine, today: dt.date) -> tuple[Item, ...]:
    """Return what waits at the desk on a day, in Thailand.

    part_missing, part_returned: an office's part of a table, in the round that is open, of which
    nothing was received, or which was sent back. correction_asked: a reader's request that is not
    answered. resolution_due: a resolution whose day has passed.
    """
    with engine.connect() as connection:
        rounds = reporting_rounds.every(connection)
        found = [*_corrections(connection), *_resolutions(connection, today)]
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


def _resolutions(connection: Connection, today: dt.date) -> Iterator[Item]:
    for meeting in minutes.every(connection):
        for one in minutes.find(connection, meeting.number).standing:
            if one.due_on is None or dt.date.fromisoformat(one.due_on) >= today:
                continue
            due = dt.date.fromisoformat(one.due_on)
            yield Item(
                rule="resolution_due",
                fiscal_year_be=calendar.fiscal_year(due),
                about=f"{meeting.number}-{one.number}",
                facts=(
                    ("meeting", meeting.title),
                    ("text", one.text),
                    ("owner", one.owner or "–"),
                    ("due", calendar.date_be(due)),
                ),
            )
