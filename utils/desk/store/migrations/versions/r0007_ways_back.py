"""Returns to earlier releases are submissions, which somebody else certifies."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "ways_back",
        sa.Column(
            "submission_id", sa.Text, sa.ForeignKey("submissions.submission_id"), primary_key=True
        ),
        sa.Column("number", sa.Integer, sa.ForeignKey("releases.number"), nullable=False),
        sa.Column("keeps_later", sa.Boolean, nullable=False),
    )
