"""What a submission would do to a release, worked out before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.store import changes, integrity, releases, store
from utils.desk.store import rows as store_rows
from utils.desk.store.changes import Changes
from utils.desk.store.files import File
from utils.desk.store.releases import Release, Source
from utils.desk.store.rows import IncomingRow, ReadRows, Row
from utils.desk.store.scope import EVERYTHING, Scope, applies_to, provinces_by_lao, within
from utils.desk.submissions import (
    heading_choices,
    missing_awards,
    open_year,
    outside,
    overwritten,
    questions,
    revert,
    sent_parts,
    whole_parts,
)
from utils.desk.submissions.intake import Against, Intake, ReadTable, SentTable, take_in
from utils.desk.submissions.questions import NO_ANSWERS, Answers, Question
from utils.desk.submissions.sent_parts import Checked, SentPart
from utils.desk.submissions.submissions import Submission, WayBack
from utils.tables import calendar
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load
from utils.tables.reading.cells import Sender
from utils.tables.reading.gathered import gather
from utils.tables.reading.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a submission would do to the release `at`.

    `questions`: what it asks its sender row by row; `answers`: what the sender has said;
    `changes`: as the answers leave them. `parts`: the tables that its files hold; `sent_parts`:
    whose rows they are; `year_asked`: what a list of a new year needs beside it; `load`: loads the
    tables as they would be. `told`: as `changes`, of the rows without errors alone, those of files
    with errors among them: what can be told while there are errors; nothing removes a row for what
    such a file lacks.
    """

    at: Release
    problems: tuple[Problem, ...]
    changes: Mapping[str, Changes]
    sources: tuple[Source, ...]
    questions: tuple[Question, ...]
    answers: Answers
    parts: tuple[SentTable, ...]
    sent_parts: tuple[SentPart, ...]
    year_asked: open_year.Asked
    load: Load = field(compare=False)
    told: Mapping[str, Changes] = field(default_factory=dict)

    @property
    def checked(self) -> Checked:
        """What a list of submissions says of it: problems of one kind once, as the page does."""
        return Checked(
            errors=len(gather(self.errors, "th")),
            warnings=len(gather(self.warnings, "th")),
            parts=self.sent_parts,
        )

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that must be corrected first."""
        return tuple(one for one in self.problems if one.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that must be accepted first."""
        return tuple(one for one in self.problems if one.severity == "warning")

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What was understood of the files, which asks for nothing."""
        return tuple(one for one in self.problems if one.severity == "note")

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions that must be answered first."""
        return tuple(
            one for one in self.questions if one.code not in self.answers and not one.may_wait
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return all(one.is_empty for one in self.changes.values())

    def same_as(self, other: Plan) -> bool:
        """Tell whether two plans do the same, row by row, whatever release they start from."""
        return _does(self) == _does(other)


def make_plan(
    engine: Engine,
    submission: Submission,
    sent: Sequence[File],
    at: Release,
    answers: Answers = NO_ANSWERS,
) -> Plan:
    """Return what the files of a submission would do to a release, and what it asks of its sender.

    Its problems are those of the files, rows that the sender may not touch, and references that
    the tables would lose. A whole part of an office is noted as such, so that one without rows
    leaves its trace too.
    """
    with engine.connect() as connection:
        allowed = _allowed(connection, submission, at)
        writers = roles.writers(connection, at.number)
    against = _against(engine, submission, at, answers, Sender(provinces=allowed.provinces))
    intake, read_rows = take_in(sent, against), against.read_rows
    in_full = whole_parts.rows(intake, allowed) if submission.mode == "office" else []
    proposed = {
        name: _changes(name, intake, read_rows, allowed, submission) for name in intake.tables
    }
    asked = {
        name: _asked(name, one, intake, read_rows, submission) for name, one in proposed.items()
    }
    every_asked = [one for of_table in asked.values() for one in of_table]
    table_changes = _settled(proposed, asked, answers, read_rows)
    table_changes |= _with_parts(intake, in_full, read_rows)
    load = changes.tables_after(table_changes, read_rows, against.load)
    year_asked = open_year.asked(intake.read_tables, load)
    problems = year_asked.told_by(intake.problems, may_answer=allowed == EVERYTHING)
    problems += _outside(intake, table_changes, read_rows, allowed)
    problems += overwritten.problems(intake, table_changes, every_asked)
    return Plan(
        at=at,
        problems=(*problems, *_unfit(problems, table_changes, load)),
        changes=table_changes,
        sources=tuple(dict.fromkeys([*_sources(intake), *whole_parts.sources(intake, in_full)])),
        questions=(*intake.questions, *every_asked),
        answers=answers,
        parts=tuple(intake.parts),
        sent_parts=_sent_parts(intake, read_rows, writers, submission),
        year_asked=year_asked,
        load=load,
        told=_told(intake, table_changes, problems, read_rows),
    )


def _against(
    engine: Engine, submission: Submission, at: Release, answers: Answers, sender: Sender
) -> Against:
    """Return what the files of a submission are read against."""
    with engine.connect() as connection:
        chosen = heading_choices.of(connection, submission)
    return Against(
        read_rows=store_rows.row_reader(engine, at.number),
        load=partial(store.table, shown=at, engine=engine),
        issued=store_rows.issued_reader(engine),
        answers=answers,
        today=_day(submission),
        chosen=chosen,
        sender=sender,
    )


def _with_parts(
    intake: Intake, in_full: Sequence[IncomingRow], read_rows: ReadRows
) -> dict[str, Changes]:
    """Return the changes that note which parts were sent as a whole."""
    if not in_full:
        return {}
    name = schemas.REPORTED_PARTS.name
    noted = [*intake.rows(name), *in_full]
    return {name: changes.amended(name, read_rows(name), noted)}


def _told(
    intake: Intake,
    table_changes: Mapping[str, Changes],
    problems: Sequence[Problem],
    read_rows: ReadRows,
) -> dict[str, Changes]:
    """Return the changes by rows without errors, also those of files that have errors."""
    wrong = {(one.file, one.row) for one in problems if one.severity == "error"}
    told = dict(table_changes)
    for name in set(intake.tables) & set(told):
        told[name] = _of_rows(told[name], intake.read_in(name), wrong)
    for one in intake.read_tables:
        for name, every in one.sound.items():
            rows = [row for row in every if (one.part.name, row.file_row) not in wrong]
            sent = changes.with_missing(name, read_rows(name), rows, one.reading.missing)
            more, so_far = changes.amended(name, read_rows(name), sent), told.get(name, Changes())
            added, changed = (*so_far.added, *more.added), (*so_far.changed, *more.changed)
            told[name] = replace(so_far, added=added, changed=changed)
    return told


def _of_rows(
    change: Changes, read_in: Callable[[Row], ReadTable], wrong: Collection[tuple[str, int | None]]
) -> Changes:
    """Return changes without those by rows that are wrong."""

    def is_sound(row: Row) -> bool:
        return (read_in(row).part.name, row.file_row) not in wrong

    added = tuple(filter(is_sound, change.added))
    return replace(
        change, added=added, changed=tuple(two for two in change.changed if is_sound(two[1]))
    )


def _unfit(
    problems: Sequence[Problem], table_changes: Mapping[str, Changes], load: Load
) -> Iterator[Problem]:
    """Yield what does not fit together in the tables as they would be, once files are sound."""
    if not any(one.severity == "error" for one in problems):
        changed = {name for name, one in table_changes.items() if not one.is_empty}
        yield from integrity.problems(changed, load)


def plan_back(engine: Engine, submission: Submission, way: WayBack, at: Release) -> Plan:
    """Return what a return to an earlier release would do to a release.

    All of it, or the part of the office and fiscal year that the submission names. Its problems are
    references that the tables would lose.
    """
    with engine.connect() as connection:
        old = releases.find(connection, way.number)
        scope = EVERYTHING
        if submission.office_number is not None:
            codes = roles.writable(connection, [submission.office_number], at.number)
            scope = Scope(provinces=codes, fiscal_year_be=submission.fiscal_year_be)
        kept = [one.release.number for one in revert.undone(connection, at, way) if one.is_kept]
        in_part = scope != EVERYTHING
        back = revert.changes_back_to(connection, at, old, scope, () if in_part else kept)
    read_rows = store_rows.row_reader(engine, at.number)
    load = changes.tables_after(back, read_rows, partial(store.table, shown=at, engine=engine))
    changed = {name for name, one in back.items() if not one.is_empty}
    return Plan(
        at=at,
        problems=tuple(integrity.problems(changed, load)),
        changes=back,
        sources=(),
        questions=(),
        answers=NO_ANSWERS,
        parts=(),
        sent_parts=(),
        year_asked=open_year.Asked(),
        load=load,
        told=back,
    )


def _sent_parts(
    intake: Intake, read_rows: ReadRows, writers: Mapping[str, int], submission: Submission
) -> tuple[SentPart, ...]:
    laos = provinces_by_lao([*read_rows("municipalities"), *intake.rows("municipalities")])
    sent = {name: intake.rows(name) for name in intake.tables}
    return sent_parts.of_rows(sent, laos, writers, submission)


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
    intake: Intake,
    read_rows: ReadRows,
    allowed: Scope,
    submission: Submission,
) -> Changes:
    stored = read_rows(name)
    if not intake.sends(name):
        return changes.amended(name, stored, intake.rows(name))
    if submission.mode == "replace" and not intake.is_answered(name):
        return changes.replaced(name, stored, intake.rows(name))
    sent = changes.with_missing(name, stored, intake.rows(name), intake.missing(name))
    table = schemas.TABLES[name]
    is_allowed = within(table, provinces_by_lao(read_rows("municipalities")), allowed)
    if submission.mode == "amend" or not applies_to(allowed, table):
        change = changes.amended(name, stored, sent)
        missing = filter(is_allowed, missing_awards.of(name, intake, stored))
        return replace(change, removed=tuple(missing))
    return changes.replaced(name, stored, sent, is_allowed)


def _asked(
    name: str, change: Changes, intake: Intake, read_rows: ReadRows, submission: Submission
) -> list[Question]:
    asked = questions.of(
        name,
        change,
        read_rows(name),
        may_wait=submission.mode == "amend",
        asked_already=frozenset(intake.proposed),
    )
    return list(asked)


def _settled(
    proposed: Mapping[str, Changes],
    asked: Mapping[str, Sequence[Question]],
    answers: Answers,
    read_rows: ReadRows,
) -> dict[str, Changes]:
    """Return the changes as the answers leave them; the faults of the list follow its awards."""
    table_changes = {
        name: questions.settled(change, asked[name], answers) for name, change in proposed.items()
    }
    faults = schemas.AWARD_LIST_FAULTS.name
    if faults in table_changes and schemas.AWARDS.name in table_changes:
        awards = table_changes[schemas.AWARDS.name]
        table_changes[faults] = questions.faults_after(
            awards, table_changes[faults], read_rows(faults)
        )
    return table_changes


def _outside(
    intake: Intake,
    table_changes: Mapping[str, Changes],
    read_rows: ReadRows,
    allowed: Scope,
) -> Iterator[Problem]:
    """Yield a problem for every row that the sender may not touch, as it is or as it would be."""
    if allowed == EVERYTHING:
        return
    yield from outside.of_faulty(intake, read_rows, allowed)
    laos = provinces_by_lao([*read_rows("municipalities"), *intake.rows("municipalities")])
    for name, change in table_changes.items():
        table = schemas.TABLES[name]
        scope = allowed if intake.sends(name) else Scope(provinces=allowed.provinces)
        if not applies_to(scope, table):
            yield _of_table(name, intake)
            continue
        is_allowed = within(table, laos, scope)
        read_in = intake.read_in(name)
        in_provinces = within(table, laos, Scope(provinces=allowed.provinces))
        touched: list[tuple[Row, ...]] = [*change.changed, *((row,) for row in change.added)]
        for states in touched:
            if not all(map(is_allowed, states)):
                code = "outside_year" if all(map(in_provinces, states)) else "outside_office"
                one = read_in(states[-1])
                yield outside.of_row(code, states[-1], one, table, allowed)


def _of_table(name: str, intake: Intake) -> Problem:
    part = next(one.part for one in intake.read_tables if name in one.rows)
    return Problem(file=part.name, code="not_of_an_office")


def _sources(intake: Intake) -> tuple[Source, ...]:
    sources = [
        Source(table=name, file_name=one.part.file.name, sha256=one.part.file.sha256)
        for one in intake.read_tables
        for name in one.rows
    ]
    return tuple(dict.fromkeys(sources))


def _does(plan: Plan) -> dict[str, tuple[object, ...]]:
    return {
        name: (set(one.added), set(one.changed), set(one.removed))
        for name, one in plan.changes.items()
        if not one.is_empty
    }
