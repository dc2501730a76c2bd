"""What a submission would do to a release, before anybody lets it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.store import changes, integrity, store
from utils.desk.store import rows as store_rows
from utils.desk.store.changes import Changes
from utils.desk.store.files import File
from utils.desk.store.releases import Release, Source
from utils.desk.store.rows import Present, Row
from utils.desk.store.scope import EVERYTHING, Scope, applies_to, register, within
from utils.desk.submissions.intake import Intake, SentTable, take_in
from utils.desk.submissions.submissions import Submission
from utils.tables import calendar
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load
from utils.tables.reading.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a submission would do to the release `at`.

    `touchable`: how many rows of the release it may touch; `parts`: what the files were found to
    hold; `load`: the tables as they would be.
    """

    at: Release
    problems: tuple[Problem, ...]
    changes: Mapping[str, Changes]
    sources: tuple[Source, ...]
    touchable: int
    parts: tuple[SentTable, ...]
    load: Load = field(compare=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that must be settled first."""
        return tuple(one for one in self.problems if one.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that must be looked at first."""
        return tuple(one for one in self.problems if one.severity == "warning")

    @property
    def removed(self) -> int:
        """How many rows would be gone."""
        return sum(len(one.removed) for one in self.changes.values())

    @property
    def removes_many(self) -> bool:
        """Whether it must be asked again: more than a tenth of what it may touch would be gone."""
        return changes.removes_many(self.removed, self.touchable)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be different."""
        return all(one.is_empty for one in self.changes.values())

    def same_as(self, other: Plan) -> bool:
        """Tell whether two plans do the same, row by row, whatever release they start from."""
        return _does(self) == _does(other)


def plan(engine: Engine, submission: Submission, sent: Sequence[File], at: Release) -> Plan:
    """Return what the files of a submission would do to a release.

    Its problems are those of its files, of rows that its sender may not touch, and of what the
    tables would refer to and not hold.
    """
    with engine.connect() as connection:
        allowed = _allowed(connection, submission, at)
    present = store_rows.present(engine, at.number)
    before = partial(store.table, shown=at, engine=engine)
    taken = take_in(sent, present, before, today=_day(submission))
    made = {name: _changes(name, taken, present, allowed, submission) for name in taken.tables}
    load = changes.tables_after(made, present, before)
    problems = [*taken.problems, *_outside(taken, made, present, allowed)]
    if not any(one.severity == "error" for one in problems):
        changed = {name for name, one in made.items() if not one.is_empty}
        problems += integrity.faults(changed, load)
    return Plan(
        at=at,
        problems=tuple(problems),
        changes=made,
        sources=_sources(taken),
        touchable=_touchable(taken.tables, present, allowed),
        parts=tuple(taken.parts),
        load=load,
    )


def _day(submission: Submission) -> dt.date:
    return calendar.in_thailand(submission.sent_at).date()


def _allowed(connection: Connection, submission: Submission, at: Release) -> Scope:
    """Return what the sender may touch: by the mode, and by the provinces of their offices."""
    rights = roles.rights(connection, submission.sender)
    if submission.mode == "office":
        codes = roles.writable(connection, [submission.office_number or 0], at.number)
        return Scope(provinces=codes, fiscal_year_be=submission.fiscal_year_be)
    if rights.is_steward:
        return EVERYTHING
    return Scope(provinces=roles.writable(connection, rights.offices, at.number))


def _changes(
    name: str,
    taken: Intake,
    present: Present,
    allowed: Scope,
    submission: Submission,
) -> Changes:
    there = present(name)
    if submission.mode == "replace":
        return changes.replaced(name, there, taken.rows(name))
    sent = changes.with_missing(name, there, taken.rows(name), taken.missing(name))
    table = schemas.TABLES[name]
    if submission.mode == "amend" or not applies_to(allowed, table):
        return changes.amended(name, there, sent)
    lies = within(table, register(present("municipalities")), allowed)
    return changes.replaced(name, there, sent, lies)


def _outside(
    taken: Intake,
    made: Mapping[str, Changes],
    present: Present,
    allowed: Scope,
) -> Iterator[Problem]:
    """Tell every row that the sender may not touch, as it is or as it would be."""
    if allowed == EVERYTHING:
        return
    laos = register([*present("municipalities"), *taken.rows("municipalities")])
    for name, change in made.items():
        table = schemas.TABLES[name]
        if not applies_to(allowed, table):
            yield _of_table(name, taken)
            continue
        lies = within(table, laos, allowed)
        anywhere = within(table, laos, Scope(provinces=allowed.provinces))
        touched: list[tuple[Row, ...]] = [*change.changed, *((row,) for row in change.added)]
        for states in touched:
            if not all(map(lies, states)):
                code = "outside_year" if all(map(anywhere, states)) else "outside_office"
                yield _of_row(code, states[-1], taken, allowed)


def _of_table(name: str, taken: Intake) -> Problem:
    part = next(one.part for one in taken.read if name in one.rows)
    return Problem(file=part.name, code="not_of_an_office")


def _of_row(code: str, row: Row, taken: Intake, allowed: Scope) -> Problem:
    return Problem(
        file=taken.name_of(row.file_sha256),
        code=code,
        row=row.file_row,
        context={"year": allowed.fiscal_year_be},
    )


def _touchable(names: list[str], present: Present, allowed: Scope) -> int:
    laos = register(present("municipalities"))
    return sum(
        sum(map(within(schemas.TABLES[name], laos, allowed), present(name))) for name in names
    )


def _sources(taken: Intake) -> tuple[Source, ...]:
    found = [
        Source(table=name, file_name=one.part.file.name, sha256=one.part.file.sha256)
        for one in taken.read
        for name in one.rows
    ]
    return tuple(dict.fromkeys(found))


def _does(plan: Plan) -> dict[str, tuple[object, ...]]:
    return {
        name: (set(one.added), set(one.changed), set(one.removed))
        for name, one in plan.changes.items()
        if not one.is_empty
    }
