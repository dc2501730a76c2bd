"""Submissions in the store: their files, and the state that each has reached."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final, Literal, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from utils.desk.refusal import RefusedError
from utils.desk.store import files as store_files
from utils.desk.store import releases
from utils.desk.store.files import File
from utils.desk.store.ledger import (
    SUBMISSION_ANSWERS,
    SUBMISSION_FILES,
    SUBMISSIONS,
    WAYS_BACK,
)
from utils.desk.submissions.questions import ABOUT_LAOS, Answer, Answers, kind_of
from utils.tables import calendar
from utils.tables.reading.normalise import tidy

Mode = Literal["amend", "office", "replace", "revert"]
State = Literal["draft", "submitted", "certified", "published", "rejected"]
FROM: Final[dict[State, tuple[State, ...]]] = {
    "draft": ("draft", "submitted", "rejected"),
    "submitted": ("draft",),
    "certified": ("submitted", "certified"),  # again, where the tables have moved on since
    "rejected": ("submitted", "certified"),
    "published": ("certified",),
}
"""The states from which each state can be reached."""


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One submission. `base`: the release that its preview compared with.

    `mode`: amend adds and amends rows, office replaces one office's part of one fiscal year,
    replace whole tables; revert brings an earlier release back, and has no files. `attempt`: from
    1, one more whenever corrected files are sent. `sent_at`, `changed_at`: ISO 8601 in UTC.
    """

    submission_id: str
    sender: str
    mode: Mode
    office_number: int | None
    fiscal_year_be: int | None
    note: str
    state: State
    attempt: int
    base: int
    sent_at: str
    changed_at: str
    accepts_warnings: bool = False
    accepts_removals: bool = False
    certifier: str | None = None
    reason: str | None = None
    release: int | None = None


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a sender wants done with files: the mode, and for "office" whose part of which year."""

    mode: Mode = "amend"
    office_number: int | None = None
    fiscal_year_be: int | None = None
    note: str = ""


def new_draft(sender: str, order: Order, base: int) -> Submission:
    """Return a new draft, not yet in the store, with an id of its own."""
    now = calendar.now_utc()
    return Submission(
        submission_id=secrets.token_hex(8),
        sender=sender,
        **asdict(replace(order, note=tidy(order.note))),
        state="draft",
        attempt=1,
        base=base,
        sent_at=now,
        changed_at=now,
    )


def keep(connection: Connection, sender: str, sent: Sequence[File], order: Order) -> Submission:
    """Keep files as a draft, before anything in them is read."""
    draft = new_draft(sender, order, releases.newest(connection))
    connection.execute(sa.insert(SUBMISSIONS).values(asdict(draft)))
    _keep_files(connection, draft.submission_id, draft.attempt, sent)
    return draft


def keep_again(connection: Connection, submission: Submission, sent: Sequence[File]) -> Submission:
    """Keep corrected files as the next attempt of a submission, which becomes a draft again.

    What was said of LAOs by their names holds for them too; of rows, the sender is asked anew.
    """
    attempt = submission.attempt + 1
    _keep_files(connection, submission.submission_id, attempt, sent)
    said = answers_of(connection, submission)
    of_laos = {code: one for code, one in said.items() if kind_of(code) in ABOUT_LAOS}
    draft = move(
        connection,
        submission,
        "draft",
        attempt=attempt,
        accepts_warnings=False,
        accepts_removals=False,
        certifier=None,
    )
    keep_answers(connection, draft, of_laos)
    return draft


class WayBack(NamedTuple):
    """A return to an earlier release. `keeps_later`: whether what offices published since stays."""

    number: int
    keeps_later: bool = True


def keep_back(connection: Connection, sender: str, order: Order, way: WayBack) -> Submission:
    """Keep a proposal to return to an earlier release as a draft."""
    draft = new_draft(sender, order, releases.newest(connection))
    connection.execute(sa.insert(SUBMISSIONS).values(asdict(draft)))
    values = {"submission_id": draft.submission_id, **way._asdict()}
    connection.execute(sa.insert(WAYS_BACK).values(values))
    return draft


def way_back(connection: Connection, submission: Submission) -> WayBack:
    """Return to which release a submission of the mode "revert" goes back."""
    row = WAYS_BACK.c
    query = sa.select(row.number, row.keeps_later).where(
        row.submission_id == submission.submission_id
    )
    return WayBack(*connection.execute(query).one())


def find(connection: Connection, submission_id: str) -> Submission:
    """Return a submission, or raise `RefusedError` where there is none."""
    query = sa.select(SUBMISSIONS).where(SUBMISSIONS.c.submission_id == submission_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise RefusedError("no_submission", submission=submission_id)
    return Submission(**row)


def every(connection: Connection) -> list[Submission]:
    """Return all submissions, the last changed first."""
    query = sa.select(SUBMISSIONS).order_by(SUBMISSIONS.c.changed_at.desc())
    return [Submission(**row) for row in connection.execute(query).mappings()]


def files_of(connection: Connection, submission: Submission) -> list[File]:
    """Return the files of the present attempt, in the order they were sent."""
    row = SUBMISSION_FILES.c
    query = sa.select(row.file_name, row.sha256, row.table_name).where(
        row.submission_id == submission.submission_id, row.attempt == submission.attempt
    )
    sent = connection.execute(query.order_by(row.place)).all()
    return [File(name, store_files.content(connection, sha), table) for name, sha, table in sent]


class SentFile(NamedTuple):
    """A file of a submission, and the attempt in which it was sent."""

    attempt: int
    file_name: str
    sha256: str


def sent_files(connection: Connection, submission: Submission) -> list[SentFile]:
    """Return the files of every attempt, the last attempt first, each in the order sent."""
    row = SUBMISSION_FILES.c
    query = sa.select(row.attempt, row.file_name, row.sha256)
    mine = query.where(row.submission_id == submission.submission_id)
    return [
        SentFile(*one) for one in connection.execute(mine.order_by(row.attempt.desc(), row.place))
    ]


def answers_of(connection: Connection, submission: Submission) -> dict[str, Answer]:
    """Return what the sender has said of single rows in the present attempt."""
    row = SUBMISSION_ANSWERS.c
    query = sa.select(row.question, row.says, row.reason, row.since, row.district).where(
        row.submission_id == submission.submission_id, row.attempt == submission.attempt
    )
    return {code: Answer(*said) for code, *said in connection.execute(query)}


def keep_answers(connection: Connection, submission: Submission, answers: Answers) -> None:
    """Keep what the sender says of single rows; a later answer takes the place of an earlier."""
    row = SUBMISSION_ANSWERS.c
    mine = (row.submission_id == submission.submission_id) & (row.attempt == submission.attempt)
    for code, answer in answers.items():
        connection.execute(sa.delete(SUBMISSION_ANSWERS).where(mine & (row.question == code)))
        kept = {
            "submission_id": submission.submission_id,
            "attempt": submission.attempt,
            "question": code,
            **answer._asdict(),
            "reason": tidy(answer.reason),
            "district": tidy(answer.district),
            "answered_at": calendar.now_utc(),
        }
        connection.execute(sa.insert(SUBMISSION_ANSWERS).values(kept))


def move(connection: Connection, submission: Submission, to: State, **values: object) -> Submission:
    """Move a submission to another state, unless somebody else has changed it meanwhile."""
    if submission.state not in FROM[to]:
        raise RefusedError(
            "state", submission=submission.submission_id, state=submission.state, to=to
        )
    row = SUBMISSIONS.c
    unmoved = (row.submission_id == submission.submission_id) & (row.state == submission.state)
    unmoved &= row.changed_at == submission.changed_at
    now = {"state": to, "changed_at": calendar.now_utc(), **values}
    if connection.execute(sa.update(SUBMISSIONS).where(unmoved).values(now)).rowcount != 1:
        raise RefusedError("moved_on", submission=submission.submission_id)
    return find(connection, submission.submission_id)


def _keep_files(
    connection: Connection, submission_id: str, attempt: int, sent: Sequence[File]
) -> None:
    if not sent:
        raise RefusedError("no_files")
    store_files.keep(connection, sent)
    for place, file in enumerate(sent, 1):
        row = {
            "submission_id": submission_id,
            "attempt": attempt,
            "place": place,
            "file_name": tidy(file.name),
            "table_name": file.table,
            "sha256": file.sha256,
        }
        connection.execute(sa.insert(SUBMISSION_FILES).values(row))
