"""What senders say of headings that are not known, remembered for their office's next file."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection, Select

from utils.desk.people import roles
from utils.desk.people.roles import NO_OFFICE
from utils.desk.store.ledger import HEADING_CHOICES, SUBMISSIONS
from utils.desk.submissions.intake import OF_THE_WHOLE, ByTable
from utils.desk.submissions.submissions import Submission
from utils.tables import calendar
from utils.tables.reading.headings import Chosen


def of(connection: Connection, submission: Submission) -> ByTable:
    """Return the choices that hold for a submission, by table.

    Those of a submission in the store are its own, so that it does the same whenever it is looked
    at; a draft that is only tried takes those that are remembered.
    """
    known = SUBMISSIONS.c.submission_id == submission.submission_id
    if connection.scalar(sa.select(SUBMISSIONS.c.submission_id).where(known)) is None:
        return remembered(connection, submission)
    row = HEADING_CHOICES.c
    query = sa.select(row.table_name, row.heading, row.column_name)
    mine = query.where(row.submission_id == submission.submission_id)
    return _by_table(connection, mine.order_by(row.version))


def remembered(connection: Connection, submission: Submission) -> ByTable:
    """Return the last choices of the submission's office; of its sender, where it has none.

    What was said of all rows of a file, such as their fiscal year, holds for its submission alone.
    """
    row, office = HEADING_CHOICES.c, _office(connection, submission)
    query = sa.select(row.table_name, row.heading, row.column_name)
    query = query.where(~row.heading.startswith(OF_THE_WHOLE))
    if office != NO_OFFICE:
        query = query.where(row.office_number == office)
    else:
        query = query.where(row.office_number == NO_OFFICE, row.person == submission.sender)
    return _by_table(connection, query.order_by(row.chosen_at, row.version))


def keep(
    connection: Connection, submission: Submission, table: str, chosen: Chosen, person: str
) -> None:
    """Note what headings of a table mean: a column each, "" where it is not to be read.

    `chosen`: by the spelling key of the heading, as `headings.find` takes them.
    """
    office, now = _office(connection, submission), calendar.now_utc()
    row = HEADING_CHOICES.c
    for heading, column in chosen.items():
        before = sa.select(sa.func.max(row.version)).where(
            row.submission_id == submission.submission_id,
            row.table_name == table,
            row.heading == heading,
        )
        values = {
            "submission_id": submission.submission_id,
            "table_name": table,
            "heading": heading,
            "version": (connection.scalar(before) or 0) + 1,
            "column_name": column,
            "office_number": office,
            "person": person,
            "chosen_at": now,
        }
        connection.execute(sa.insert(HEADING_CHOICES).values(values))


def carry(connection: Connection, submission: Submission) -> None:
    """Give a new submission the choices that are remembered."""
    for table, chosen in remembered(connection, submission).items():
        keep(connection, submission, table, chosen, submission.sender)


def _office(connection: Connection, submission: Submission) -> int:
    """Return the office that a submission is of; the sender's only one where it names none."""
    if submission.office_number is not None:
        return submission.office_number
    offices = roles.rights(connection, submission.sender).offices
    return next(iter(offices)) if len(offices) == 1 else NO_OFFICE


def _by_table(connection: Connection, query: Select[str, str, str]) -> ByTable:
    chosen: dict[str, dict[str, str]] = {}
    for table, heading, column in connection.execute(query):
        chosen.setdefault(table, {})[heading] = column
    return chosen
