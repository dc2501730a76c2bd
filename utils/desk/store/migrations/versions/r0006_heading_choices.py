"""What senders say of headings that are not known: a new choice is a new row."""

import sqlalchemy as sa
from alembic import op

from utils.desk.store.migrations import append_only

revision = "0006"
down_revision = "0005"

_CHOICES = "heading_choices"


def upgrade() -> None:
    """Make the table and its triggers."""
    submission = sa.ForeignKey("submissions.submission_id")
    op.create_table(
        _CHOICES,
        sa.Column("submission_id", sa.Text, submission, primary_key=True),
        sa.Column("table_name", sa.Text, primary_key=True),
        sa.Column("heading", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("column_name", sa.Text, nullable=False),
        sa.Column("office_number", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("chosen_at", sa.Text, nullable=False),
    )
    append_only.keep(_CHOICES)
