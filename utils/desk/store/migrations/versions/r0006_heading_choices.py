"""What senders say of headings that are not known: a new choice is a new row."""

import sqlalchemy as sa
from alembic import op

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
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _keep_in_sqlite() if is_sqlite else _keep_in_postgresql()


def _keep_in_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {_CHOICES}_no_{change.lower()} BEFORE {change} ON {_CHOICES} "
            f"BEGIN SELECT RAISE(ABORT, '{_CHOICES} is append-only'); END"
        )


def _keep_in_postgresql() -> None:
    op.execute(
        f"CREATE TRIGGER {_CHOICES}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {_CHOICES} "
        "FOR EACH STATEMENT EXECUTE FUNCTION esc_append_only()"
    )
