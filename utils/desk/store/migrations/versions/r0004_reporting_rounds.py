"""Reporting rounds of fiscal years, and what the check of each submission found in its files."""

import sqlalchemy as sa
from alembic import op

from utils.desk.store.migrations import append_only

revision = "0004"
down_revision = "0003"

_ROUNDS = "reporting_rounds"


def upgrade() -> None:
    """Make the tables, and the triggers of the one that is never changed."""
    op.create_table(
        _ROUNDS,
        sa.Column("fiscal_year_be", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("deadline", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("noted_at", sa.Text, nullable=False),
    )
    submission = sa.ForeignKey("submissions.submission_id")
    op.create_table(
        "reviews",
        sa.Column("submission_id", sa.Text, submission, primary_key=True),
        sa.Column("attempt", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Integer, nullable=False),
    )
    op.create_table(
        "sent_parts",
        sa.Column("submission_id", sa.Text, primary_key=True),
        sa.Column("attempt", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("table_name", sa.Text, primary_key=True),
        sa.Column("office_number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("fiscal_year_be", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id", "attempt"], ["reviews.submission_id", "reviews.attempt"]
        ),
    )
    append_only.keep(_ROUNDS)
