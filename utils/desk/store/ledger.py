"""The store's other tables: releases, files, submissions, people, minutes, the audit.

Times are text, ISO 8601 in UTC, so that they sort and are the same in both engines. The migrations
create these tables, and triggers that refuse to change or delete rows of most of them; tests
compare the two.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()

FILES = Table(
    "files",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Every file ever sent, once: its content by its SHA-256."""

RELEASES = Table(
    "releases",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # shipped, publication, revert
    Column("author", Text, nullable=False),
    Column("certifier", Text),
    Column("publisher", Text, nullable=False),
    Column("published_at", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("reverted_to", Integer, ForeignKey("releases.number")),
)
"""Releases, numbered from 1."""

SEALS = Table(
    "seals",
    METADATA,
    Column("release", Integer, ForeignKey("releases.number"), primary_key=True),
    Column("digest", Text, nullable=False),
)
"""The digest of each release: of its row, its files, its changes and the digest before it."""

RELEASE_FILES = Table(
    "release_files",
    METADATA,
    Column("release", Integer, ForeignKey("releases.number"), primary_key=True),
    Column("table_name", Text, primary_key=True),
    Column("sha256", Text, ForeignKey("files.sha256"), primary_key=True),
    Column("file_name", Text, nullable=False),
)
"""The files that a release came from, by table."""

RELEASE_TABLES = Table(
    "release_tables",
    METADATA,
    Column("release", Integer, ForeignKey("releases.number"), primary_key=True),
    Column("table_name", Text, primary_key=True),
    Column("digest", Text, nullable=False),
)
"""The tables that a release changed, and the digest of that change."""

SUBMISSIONS = Table(
    "submissions",
    METADATA,
    Column("submission_id", Text, primary_key=True),
    Column("sender", Text, nullable=False),
    Column("mode", Text, nullable=False),  # amend, office, replace
    Column("office_number", Integer),
    Column("fiscal_year_be", Integer),
    Column("note", Text, nullable=False),
    Column("state", Text, nullable=False),  # draft, submitted, certified, published, rejected
    Column("attempt", Integer, nullable=False),
    Column("base", Integer, ForeignKey("releases.number"), nullable=False),
    Column("sent_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("accepts_warnings", sa.Boolean, nullable=False),
    Column("accepts_removals", sa.Boolean, nullable=False),
    Column("certifier", Text),
    Column("reason", Text),
    Column("release", Integer, ForeignKey("releases.number")),
)
"""Submissions and how far each has come. `base`: the release that its preview compared with."""

SUBMISSION_FILES = Table(
    "submission_files",
    METADATA,
    Column("submission_id", Text, ForeignKey("submissions.submission_id"), primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("file_name", Text, nullable=False),
    Column("table_name", Text),  # as the sender named it; empty: the headings decide
    Column("sha256", Text, ForeignKey("files.sha256"), nullable=False),
)
"""The files of every attempt of a submission: a mended file never replaces the one before."""

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("submission_id", Text, ForeignKey("submissions.submission_id"), primary_key=True),
    Column("attempt", Integer, primary_key=True, autoincrement=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
)
"""What the last check of an attempt of a submission found."""

SENT_PARTS = Table(
    "sent_parts",
    METADATA,
    Column("submission_id", Text, primary_key=True),
    Column("attempt", Integer, primary_key=True, autoincrement=False),
    Column("table_name", Text, primary_key=True),
    Column("office_number", Integer, primary_key=True, autoincrement=False),  # 0: no office
    Column("fiscal_year_be", Integer, primary_key=True, autoincrement=False),  # 0: no year
    Column("rows", Integer, nullable=False),
    ForeignKeyConstraint(
        ["submission_id", "attempt"], ["reviews.submission_id", "reviews.attempt"]
    ),
)
"""Which offices and fiscal years the rows of a submission belong to, table by table."""

REPORTING_ROUNDS = Table(
    "reporting_rounds",
    METADATA,
    Column("fiscal_year_be", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("is_open", sa.Boolean, nullable=False),
    Column("deadline", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("noted_at", Text, nullable=False),
)
"""Reporting rounds: the row of the highest version stands, as of meetings."""

HEADING_CHOICES = Table(
    "heading_choices",
    METADATA,
    Column("submission_id", Text, ForeignKey("submissions.submission_id"), primary_key=True),
    Column("table_name", Text, primary_key=True),
    Column("heading", Text, primary_key=True),  # its spelling key
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("column_name", Text, nullable=False),  # empty: not to be read
    Column("office_number", Integer, nullable=False),  # 0: no office
    Column("person", Text, nullable=False),
    Column("chosen_at", Text, nullable=False),
)
"""What senders say of headings that are not known: the row of the highest version stands."""

SUBMISSION_ANSWERS = Table(
    "submission_answers",
    METADATA,
    Column("submission_id", Text, ForeignKey("submissions.submission_id"), primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("question", Text, primary_key=True),  # its kind, table and row, as JSON
    Column("says", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("answered_at", Text, nullable=False),
    Column("since", Text, nullable=False, server_default=""),
    Column("district", Text, nullable=False, server_default=""),
)
"""What the sender of an attempt says of single rows; the audit keeps every answer ever given."""

CORRECTIONS_ASKED = Table(
    "corrections_asked",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),  # asked, done, declined
    Column("table_name", Text, nullable=False),
    Column("row_key", Text, nullable=False),  # the cells of the key, as JSON
    Column("release", Integer, ForeignKey("releases.number"), nullable=False),
    Column("text", Text, nullable=False),  # what is wrong; in an answer, what was done or why not
    Column("person", Text, nullable=False),
    Column("noted_at", Text, nullable=False),
)
"""Corrections that readers ask for: the row of the highest version stands, as of meetings."""

WORK_NOTES = Table(
    "work_notes",
    METADATA,
    Column("item_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("release", Integer, ForeignKey("releases.number"), nullable=False),
    Column("owner", Text, nullable=False),
    Column("due_on", Text),
    Column("note", Text, nullable=False),
    Column("reason", Text, nullable=False),  # why it is put off; empty where it is not
    Column("person", Text, nullable=False),
    Column("noted_at", Text, nullable=False),
)
"""What is said of items of the worklist: the row of the highest version stands, as of meetings."""

WAYS_BACK = Table(
    "ways_back",
    METADATA,
    Column("submission_id", Text, ForeignKey("submissions.submission_id"), primary_key=True),
    Column("number", Integer, ForeignKey("releases.number"), nullable=False),
    Column("keeps_later", sa.Boolean, nullable=False),  # what offices published since
)
"""Which release a submission of the mode "revert" brings back."""

PEOPLE = Table(
    "people",
    METADATA,
    Column("person", Text, primary_key=True),
    Column("role", Text, primary_key=True),  # officer, certifier, steward
    Column("office_number", Integer, primary_key=True, autoincrement=False),  # 0: no office
)
"""Who may do what."""

SIGN_INS = Table(
    "sign_ins",
    METADATA,
    Column("person", Text, primary_key=True),
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("issued_at", sa.BigInteger, nullable=False),  # seconds since 1970
    Column("roles", Text, nullable=False),  # numbers of offices, certifier, steward
    Column("has_ended", sa.Boolean, nullable=False),  # by signing out
)
"""The last sign-in of each person, and the roles that its claims brought."""

WRITERS = Table(
    "province_writers",
    METADATA,
    Column("province_code", Text, primary_key=True),
    Column("office_number", Integer, nullable=False),
)
"""Which office writes for a province whose office the sources dispute, as the steward decided."""

MEETINGS = Table(
    "meetings",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("held_on", Text, nullable=False),
    Column("release", Integer, ForeignKey("releases.number"), nullable=False),
    Column("selection", Text, nullable=False),  # the query of the link that shows it
    Column("follows", Integer),  # the number of the meeting before it
    Column("author", Text, nullable=False),
    Column("noted_at", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("level", Text),  # of the committee; empty for none
)
"""Meetings: the row of the highest version stands, the others are what was noted before."""

RESOLUTIONS = Table(
    "resolutions",
    METADATA,
    Column("meeting", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("meeting_version", Integer, nullable=False),
    Column("slide", Text, nullable=False),  # its name; empty for none
    Column("text", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due_on", Text),
    Column("is_withdrawn", sa.Boolean, nullable=False),
    Column("author", Text, nullable=False),
    Column("noted_at", Text, nullable=False),
    Column("digest", Text, nullable=False),
    # Empty where nothing was said, as in all rows from before these columns: no digest changes.
    Column("outcome", Text),  # done, dropped
    Column("ended_by", Text),
    Column("level", Text),
    Column("strategy", Text),
    Column("points_to", Text),  # names of items of the worklist, joined by commas
    ForeignKeyConstraint(["meeting", "meeting_version"], ["meetings.number", "meetings.version"]),
)
"""Resolutions, as meetings: each says with which version of its meeting it was noted."""

AUDIT = Table(
    "audit",
    METADATA,
    Column("entry_id", Text, primary_key=True),  # begins with the time: sorts as it happened
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("submission_id", Text, ForeignKey("submissions.submission_id")),
    Column("release", Integer, ForeignKey("releases.number")),
    Column("detail", Text, nullable=False),
)
"""Who did what, and when."""
