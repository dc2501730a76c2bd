"""What is said of items of the worklist: a new version is a new row, and none is ever changed."""

import sqlalchemy as sa
from alembic import op

from utils.desk.store.migrations import append_only

revision = "0010"
down_revision = "0009"

_NOTES = "work_notes"


def upgrade() -> None:
    """Make the table and its triggers."""
    op.create_table(
        _NOTES,
        sa.Column("item_id", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number"), nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due_on", sa.Text),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("noted_at", sa.Text, nullable=False),
    )
    append_only.keep(_NOTES)
