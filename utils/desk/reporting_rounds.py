"""Reporting rounds: a steward opens and closes the round of a fiscal year; who has sent what in it.

A round says until when offices are asked for their tables. What is sent before or after is taken in
alike: closing a round loses nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.store import audit, store
from utils.desk.store.connect import writing
from utils.desk.store.ledger import REPORTING_ROUNDS
from utils.desk.store.releases import Release
from utils.desk.submissions import sent_parts, submissions
from utils.desk.submissions.sent_parts import Checked
from utils.desk.submissions.submissions import Submission
from utils.measures import reported
from utils.measures.reported import REPORTED_TABLES, ReportedTable
from utils.tables import calendar
from utils.tables.declared.schemas import Load

_WAITING: Final = frozenset({"draft", "rejected", "submitted", "certified"})


@dataclass(frozen=True, kw_only=True)
class Round:
    """The round of a fiscal year as it stands. `deadline`: the last day, in Thailand."""

    fiscal_year_be: int
    is_open: bool
    deadline: dt.date
    noted: dt.datetime

    def days_left(self, today: dt.date) -> int:
        """Return the days from `today` to the deadline, negative after it."""
        return (self.deadline - today).days


def last_day(fiscal_year_be: int) -> dt.date:
    """Return the day a round ends on where nothing else is said: 30 September."""
    return dt.date.fromisoformat(calendar.last_day(fiscal_year_be))


def every(connection: Connection) -> dict[int, Round]:
    """Return the rounds that were ever opened, by fiscal year (B.E.), the last year first."""
    row = REPORTING_ROUNDS.c
    query = sa.select(row.fiscal_year_be, row.is_open, row.deadline, row.noted_at)
    rows = connection.execute(query.order_by(row.fiscal_year_be.desc(), row.version))
    return {
        year: Round(
            fiscal_year_be=year,
            is_open=is_open,
            deadline=dt.date.fromisoformat(deadline),
            noted=calendar.in_thailand(noted_at),
        )
        for year, is_open, deadline, noted_at in rows  # the last version of a year stands
    }


def open_round(engine: Engine, person: str, fiscal_year_be: int, deadline: dt.date) -> None:
    """Open the round of a fiscal year, or give an open one another deadline; stewards only."""
    _note(engine, person, fiscal_year_be, deadline, is_open=True)


def close_round(engine: Engine, person: str, fiscal_year_be: int) -> None:
    """Close the round of a fiscal year; stewards only. It can be opened again."""
    with engine.connect() as connection:
        known = every(connection).get(fiscal_year_be)
    deadline = last_day(fiscal_year_be) if known is None else known.deadline
    _note(engine, person, fiscal_year_be, deadline, is_open=False)


def _note(
    engine: Engine, person: str, fiscal_year_be: int, deadline: dt.date, *, is_open: bool
) -> None:
    with writing(engine) as connection:
        roles.rights(connection, person).must_publish()
        row = REPORTING_ROUNDS.c
        last = connection.scalar(
            sa.select(sa.func.max(row.version)).where(row.fiscal_year_be == fiscal_year_be)
        )
        values = {
            "fiscal_year_be": fiscal_year_be,
            "version": (last or 0) + 1,
            "is_open": is_open,
            "deadline": deadline.isoformat(),
            "person": person,
            "noted_at": calendar.now_utc(),
        }
        connection.execute(sa.insert(REPORTING_ROUNDS).values(values))
        action: audit.Action = "round_opened" if is_open else "round_closed"
        detail = f"{fiscal_year_be}: {deadline.isoformat()}"
        audit.note(connection, person, action, detail=detail)


class Waiting(NamedTuple):
    """A submission that holds an office's part of a table and is not published."""

    submission: Submission
    checked: Checked

    @property
    def since(self) -> dt.date:
        """The day, in Thailand, on which it came to the state it is in."""
        return calendar.in_thailand(self.submission.changed_at).date()


@dataclass(frozen=True, kw_only=True)
class OfficeTable:
    """How far one office has come with one table of a fiscal year.

    `reported`: how many of its `provinces` the newest release knows of; `published`: the day of
    the last publication, None where it knows of none. `waiting`: what is not published, the last
    changed first; several of them hold the same part, and only one can be meant.
    """

    office_number: int
    table: ReportedTable
    reported: int
    provinces: int
    published: dt.date | None
    waiting: tuple[Waiting, ...]

    @property
    def state(self) -> str:
        """The state of what waits; else published, or not_received."""
        if self.waiting:
            return self.waiting[0].submission.state
        return "published" if self.reported else "not_received"


def progress(engine: Engine, fiscal_year_be: int) -> tuple[OfficeTable, ...]:
    """Return how far each office has come with each table of a fiscal year, by office and table."""
    newest = store.release(None, engine)
    with engine.connect() as connection:
        every_submission = submissions.every(connection)
        checked = sent_parts.by_submission(connection)
    held = _held(every_submission, checked, fiscal_year_be)
    load = partial(store.table, shown=newest, engine=engine)
    counts = {table: _reported(load, table, fiscal_year_be) for table in REPORTED_TABLES}
    offices = list(next(iter(counts.values())))
    return tuple(
        OfficeTable(
            office_number=office,
            table=table,
            reported=counts[table][office][1],
            provinces=counts[table][office][0],
            published=_published(held.get((office, table), ()), newest, table, engine)
            if counts[table][office][1]
            else None,
            waiting=tuple(
                one for one in held.get((office, table), ()) if one.submission.state in _WAITING
            ),
        )
        for office in offices
        for table in REPORTED_TABLES
    )


def _held(
    every_submission: Sequence[Submission], checked: Mapping[str, Checked], fiscal_year_be: int
) -> dict[tuple[int, str], list[Waiting]]:
    """Return the submissions of each office and table of a year, the last changed first."""
    held: dict[tuple[int, str], list[Waiting]] = {}
    for one in every_submission:
        found = checked.get(one.submission_id)
        for part in () if found is None else found.parts:
            if part.fiscal_year_be == fiscal_year_be and found is not None:
                held.setdefault((part.office_number, part.table), []).append(Waiting(one, found))
    return held


def _reported(load: Load, table: ReportedTable, fiscal_year_be: int) -> dict[int, tuple[int, int]]:
    """Return how many provinces each office has, and how many of them are reported."""
    told = reported.told_by_province(
        load(table),
        load("reported_parts"),
        load("municipalities"),
        load("provinces"),
        table=table,
        fiscal_year_be=fiscal_year_be,
    )
    offices = reported.told_by_office(told)
    return {
        int(number): (int(provinces), int(known))
        for number, provinces, known in offices[["provinces", "reported"]].itertuples()
    }


def _published(held: Iterable[Waiting], newest: Release, table: str, engine: Engine) -> dt.date:
    """Return the day an office's part was last published, or else its whole table."""
    for one in held:
        if one.submission.state == "published":
            return one.since
    return store.release(newest.since[table], engine).published.date()
