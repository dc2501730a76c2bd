"""Corrections that readers ask for: a new version is a new row, and none is ever changed."""

import sqlalchemy as sa
from alembic import op

from utils.desk.store.migrations import append_only

revision = "0008"
down_revision = "0007"

_ASKED = "corrections_asked"


def upgrade() -> None:
    """Make the table and its triggers."""
    op.create_table(
        _ASKED,
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("row_key", sa.Text, nullable=False),
        sa.Column("release", sa.Integer, sa.ForeignKey("releases.number"), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("noted_at", sa.Text, nullable=False),
    )
    append_only.keep(_ASKED)
