"""Corrections that readers ask for: a new version is a new row, and none is ever changed."""

import sqlalchemy as sa
from alembic import op

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
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {_ASKED}_no_{change.lower()} BEFORE {change} ON {_ASKED} "
                f"BEGIN SELECT RAISE(ABORT, '{_ASKED} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {_ASKED}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {_ASKED} "
        "FOR EACH STATEMENT EXECUTE FUNCTION esc_append_only()"
    )
