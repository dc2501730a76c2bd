"""Reporting rounds of fiscal years, and what the check of each submission found in its files."""

import sqlalchemy as sa
from alembic import op

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
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _keep_in_sqlite() if is_sqlite else _keep_in_postgresql()


def _keep_in_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {_ROUNDS}_no_{change.lower()} BEFORE {change} ON {_ROUNDS} "
            f"BEGIN SELECT RAISE(ABORT, '{_ROUNDS} is append-only'); END"
        )


def _keep_in_postgresql() -> None:
    op.execute(
        f"CREATE TRIGGER {_ROUNDS}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {_ROUNDS} "
        "FOR EACH STATEMENT EXECUTE FUNCTION esc_append_only()"
    )
