"""Meetings and their resolutions: a new version is a new row, and none is ever changed."""

import sqlalchemy as sa
from alembic import op

from utils.desk.store.migrations import append_only

revision = "0003"
down_revision = "0002"

_KEPT = ("meetings", "resolutions")


def upgrade() -> None:
    """Make the tables and their triggers."""
    op.create_table(
        "meetings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("held_on", sa.Text, nullable=False),
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number"), nullable=False),
        sa.Column("selection", sa.Text, nullable=False),
        sa.Column("follows", sa.Integer),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("noted_at", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.create_table(
        "resolutions",
        sa.Column("meeting", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("meeting_version", sa.Integer, nullable=False),
        sa.Column("slide", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due_on", sa.Text),
        sa.Column("is_withdrawn", sa.Boolean, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("noted_at", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting", "meeting_version"], ["meetings.number", "meetings.version"]
        ),
    )
    for table in _KEPT:
        append_only.keep(table)
