"""Answers about LAOs say since when, and in which district."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add both columns; answers of before say neither."""
    for name in ("since", "district"):
        column = sa.Column(name, sa.Text, nullable=False, server_default="")
        op.add_column("submission_answers", column)
