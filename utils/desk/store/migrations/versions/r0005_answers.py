"""What senders say of single rows of their submissions; faults of two lists may share a row."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table, and the index of faults by the LAO too."""
    op.create_table(
        "submission_answers",
        sa.Column(
            "submission_id", sa.Text, sa.ForeignKey("submissions.submission_id"), primary_key=True
        ),
        sa.Column("attempt", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("question", sa.Text, primary_key=True),
        sa.Column("says", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("answered_at", sa.Text, nullable=False),
    )
    if sa.inspect(op.get_bind()).has_table("record_award_list_faults"):
        op.execute("DROP INDEX IF EXISTS record_award_list_faults_present")
        op.execute(
            "CREATE UNIQUE INDEX record_award_list_faults_present ON record_award_list_faults "
            "(source_row, code, value, lao_id) WHERE release_to IS NULL"
        )
