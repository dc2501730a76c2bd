"""What a submission holds: whose rows of which fiscal year, table by table, and how many problems.

It is noted whenever the newest attempt is checked, so that lists of submissions read no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from utils.desk.people.roles import NO_OFFICE
from utils.desk.store.ledger import REVIEWS, SENT_PARTS, SUBMISSIONS
from utils.desk.store.rows import IncomingRow
from utils.desk.store.scope import YEAR_FIELD, ProvincesByLao, has_year, provinces_of
from utils.desk.submissions.submissions import Submission
from utils.tables.declared import schemas

NO_YEAR = 0


class SentPart(NamedTuple):
    """The rows of one table that belong to one office and fiscal year.

    `office_number`: `NO_OFFICE` where rows belong to none, or to several. `fiscal_year_be`:
    `NO_YEAR` where the table knows no year.
    """

    table: str
    office_number: int
    fiscal_year_be: int
    rows: int


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What the last check of a submission found."""

    errors: int
    warnings: int
    parts: tuple[SentPart, ...]

    @property
    def rows(self) -> int:
        """How many rows it holds, of all tables."""
        return sum(part.rows for part in self.parts)


def of_rows(
    rows_by_table: Mapping[str, Sequence[IncomingRow]],
    laos: ProvincesByLao,
    writers: Mapping[str, int],
    submission: Submission,
) -> tuple[SentPart, ...]:
    """Return the parts that sent rows make up, those of one table together.

    An office that sends its part of a year without any row has sent it all the same: 0 rows.

    Parameters
    ----------
    rows_by_table : mapping of table name to rows
        The rows that were sent.
    laos : ProvincesByLao
        The provinces of each LAO.
    writers : mapping of province code to office number
        As `roles.writers`.
    submission : Submission
        Its mode, office and year.
    """
    counts: Counter[tuple[str, int, int]] = Counter()
    for name, rows in rows_by_table.items():
        table = schemas.TABLES[name]
        provinces = provinces_of(table, laos)
        at = list(table.columns).index(YEAR_FIELD) if has_year(table) else None
        if submission.mode == "office":
            counts[name, submission.office_number or 0, submission.fiscal_year_be or 0] += 0
        for row in rows:
            offices = {writers.get(code, NO_OFFICE) for code in provinces(row.cells)}
            office = offices.pop() if len(offices) == 1 else NO_OFFICE
            year = NO_YEAR if at is None else row.cells[at] or NO_YEAR
            counts[name, office, year] += 1
    return tuple(SentPart(*key, n) for key, n in counts.items())


def keep(connection: Connection, submission: Submission, checked: Checked) -> None:
    """Note what a check of the present attempt found, in place of what one before it found."""
    attempt = {"submission_id": submission.submission_id, "attempt": submission.attempt}
    for table in (SENT_PARTS, REVIEWS):
        mine = (table.c.submission_id == submission.submission_id) & (
            table.c.attempt == submission.attempt
        )
        connection.execute(sa.delete(table).where(mine))
    counts = {"errors": checked.errors, "warnings": checked.warnings}
    connection.execute(sa.insert(REVIEWS).values(attempt | counts))
    for part in checked.parts:
        values = part._asdict()
        values["table_name"] = values.pop("table")
        connection.execute(sa.insert(SENT_PARTS).values(attempt | values))


def by_submission(connection: Connection) -> dict[str, Checked]:
    """Return what is noted of the present attempt of each submission, by its id."""
    part, review, present = SENT_PARTS.c, REVIEWS.c, SUBMISSIONS.c
    parts: dict[str, list[SentPart]] = {}
    query = sa.select(
        part.submission_id, part.table_name, part.office_number, part.fiscal_year_be, part.rows
    ).where(part.submission_id == present.submission_id, part.attempt == present.attempt)
    for submission_id, *values in connection.execute(query):
        parts.setdefault(submission_id, []).append(SentPart(*values))
    counts = sa.select(review.submission_id, review.errors, review.warnings).where(
        review.submission_id == present.submission_id, review.attempt == present.attempt
    )
    return {
        submission_id: Checked(
            errors=errors, warnings=warnings, parts=tuple(parts.get(submission_id, ()))
        )
        for submission_id, errors, warnings in connection.execute(counts)
    }
