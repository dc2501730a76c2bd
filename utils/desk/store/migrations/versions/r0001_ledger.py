"""The tables beside the tables of record, and the triggers that keep what is written once.

Tables of record are made from their declarations by `utils.desk.store.migrate`, not here.
"""

import sqlalchemy as sa
from alembic import op

from utils.desk.store.migrations import append_only

revision = "0001"
down_revision = None

_KEPT = (
    *("files", "releases", "release_files", "release_tables", "seals"),
    *("submission_files", "audit"),
)


def upgrade() -> None:
    """Make the tables and their triggers."""
    _releases()
    _submissions()
    _people()
    _triggers()


def _releases() -> None:
    op.create_table(
        "files",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "releases",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("certifier", sa.Text),
        sa.Column("publisher", sa.Text, nullable=False),
        sa.Column("published_at", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reverted_to", sa.Integer, sa.ForeignKey("releases.number")),
    )
    op.create_table(
        "seals",
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number"), primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.create_table(
        "release_files",
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number"), primary_key=True),
        sa.Column("table_name", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, sa.ForeignKey("files.sha256"), primary_key=True),
        sa.Column("file_name", sa.Text, nullable=False),
    )
    op.create_table(
        "release_tables",
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number"), primary_key=True),
        sa.Column("table_name", sa.Text, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
    )


def _submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("submission_id", sa.Text, primary_key=True),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("office_number", sa.Integer),
        sa.Column("fiscal_year_be", sa.Integer),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("base", sa.Integer, sa.ForeignKey("releases.number"), nullable=False),
        sa.Column("sent_at", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("accepts_warnings", sa.Boolean, nullable=False),
        sa.Column("accepts_removals", sa.Boolean, nullable=False),
        sa.Column("certifier", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number")),
    )
    of_submission = sa.ForeignKey("submissions.submission_id")
    op.create_table(
        "submission_files",
        sa.Column("submission_id", sa.Text, of_submission, primary_key=True),
        sa.Column("attempt", sa.Integer, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("table_name", sa.Text),
        sa.Column("sha256", sa.Text, sa.ForeignKey("files.sha256"), nullable=False),
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("office_number", sa.Integer, primary_key=True, autoincrement=False),
    )
    op.create_table(
        "province_writers",
        sa.Column("province_code", sa.Text, primary_key=True),
        sa.Column("office_number", sa.Integer, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("entry_id", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("submission_id", sa.Text, sa.ForeignKey("submissions.submission_id")),
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number")),
        sa.Column("detail", sa.Text, nullable=False),
    )


def _triggers() -> None:
    append_only.define()
    for table in _KEPT:
        append_only.keep(table)
