"""What becomes of resolutions, and the level of a committee: empty in all rows from before."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_ADDED = {
    "meetings": ("level",),
    "resolutions": ("outcome", "ended_by", "level", "strategy", "points_to"),
}


def upgrade() -> None:
    """Add the columns."""
    for table, names in _ADDED.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text))
