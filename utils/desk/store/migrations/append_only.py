"""Tables whose rows are never changed or deleted: triggers that refuse it, in both engines."""

from __future__ import annotations

from alembic import op


def define() -> None:
    """Make the function that the triggers of PostgreSQL call; SQLite needs none."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute(
            "CREATE FUNCTION esc_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
        )


def keep(table: str) -> None:
    """Make the triggers of one table."""
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION esc_append_only()"
    )
