"""What was sent: kept at once, whatever becomes of it, and how far it has come."""

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
from utils.desk.store.ledger import SUBMISSION_FILES, SUBMISSIONS
from utils.tables import calendar
from utils.tables.reading.normalise import tidy

Mode = Literal["amend", "office", "replace"]
State = Literal["draft", "submitted", "certified", "published", "rejected"]
FROM: Final[dict[State, tuple[State, ...]]] = {
    "draft": ("draft", "submitted", "rejected"),
    "submitted": ("draft",),
    "certified": ("submitted", "certified"),  # again, where the tables have moved on since
    "rejected": ("submitted", "certified"),
    "published": ("certified",),
}
"""From which states each state is reached."""


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One submission. `base`: the release that its preview was looked at against."""

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
    """How files are to be taken: in which mode, for the mode "office" whose part of which year."""

    mode: Mode = "amend"
    office_number: int | None = None
    fiscal_year_be: int | None = None
    note: str = ""


def unkept(sender: str, order: Order, base: int) -> Submission:
    """Return a submission as it would be kept, with a number of its own."""
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
    """Keep files as a draft, before anybody has looked into them."""
    kept = unkept(sender, order, releases.newest(connection))
    connection.execute(sa.insert(SUBMISSIONS).values(asdict(kept)))
    _keep_files(connection, kept.submission_id, kept.attempt, sent)
    return kept


def keep_again(connection: Connection, submission: Submission, sent: Sequence[File]) -> Submission:
    """Keep mended files as the next attempt of a submission: it becomes a draft again."""
    attempt = submission.attempt + 1
    _keep_files(connection, submission.submission_id, attempt, sent)
    return move(
        connection,
        submission,
        "draft",
        attempt=attempt,
        accepts_warnings=False,
        accepts_removals=False,
        certifier=None,
    )


def find(connection: Connection, submission_id: str) -> Submission:
    """Return a submission, or raise `RefusedError` where there is none."""
    asked = sa.select(SUBMISSIONS).where(SUBMISSIONS.c.submission_id == submission_id)
    row = connection.execute(asked).mappings().first()
    if row is None:
        raise RefusedError("no_submission", submission=submission_id)
    return Submission(**row)


def every(connection: Connection) -> list[Submission]:
    """Return all submissions, the last changed first."""
    asked = sa.select(SUBMISSIONS).order_by(SUBMISSIONS.c.changed_at.desc())
    return [Submission(**row) for row in connection.execute(asked).mappings()]


def files_of(connection: Connection, submission: Submission) -> list[File]:
    """Return the files of the present attempt, in the order they were sent."""
    row = SUBMISSION_FILES.c
    asked = sa.select(row.file_name, row.sha256, row.table_name).where(
        row.submission_id == submission.submission_id, row.attempt == submission.attempt
    )
    sent = connection.execute(asked.order_by(row.place)).all()
    return [File(name, store_files.content(connection, sha), table) for name, sha, table in sent]


class Sent(NamedTuple):
    """A file of a submission, with the attempt that it was sent in."""

    attempt: int
    file_name: str
    sha256: str


def sent(connection: Connection, submission: Submission) -> list[Sent]:
    """Return the files of every attempt, the last attempt first, as they were sent."""
    row = SUBMISSION_FILES.c
    asked = sa.select(row.attempt, row.file_name, row.sha256)
    mine = asked.where(row.submission_id == submission.submission_id)
    return [Sent(*one) for one in connection.execute(mine.order_by(row.attempt.desc(), row.place))]


def move(connection: Connection, submission: Submission, to: State, **values: object) -> Submission:
    """Bring a submission into another state, unless it has left the one it was seen in."""
    if submission.state not in FROM[to]:
        raise RefusedError(
            "state", submission=submission.submission_id, state=submission.state, to=to
        )
    row = SUBMISSIONS.c
    seen = (row.submission_id == submission.submission_id) & (row.state == submission.state)
    seen &= row.changed_at == submission.changed_at
    now = {"state": to, "changed_at": calendar.now_utc(), **values}
    if connection.execute(sa.update(SUBMISSIONS).where(seen).values(now)).rowcount != 1:
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
