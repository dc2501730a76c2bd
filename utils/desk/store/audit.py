"""The audit: one row for each act, which is never changed."""

from __future__ import annotations

import secrets
from typing import Literal

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from utils.desk.store.ledger import AUDIT
from utils.tables import calendar

Action = Literal[
    "signed_in",
    "signed_out",
    "checked",
    "sent",
    "headings_chosen",
    "answered",
    "submitted",
    "certified",
    "rejected",
    "published",
    "proposed_back",
    "reverted",
    "shipped",
    "kept_back",
    "granted",
    "revoked",
    "assigned",
    "meeting_noted",
    "resolution_noted",
    "resolution_withdrawn",
    "round_opened",
    "round_closed",
    "correction_asked",
    "correction_answered",
    "work_noted",
]


def note(  # noqa: PLR0913 all but three have names
    connection: Connection,
    person: str,
    action: Action,
    *,
    submission_id: str | None = None,
    release: int | None = None,
    detail: str = "",
) -> None:
    """Record that somebody did something, in the transaction that does it."""
    at = calendar.now_utc()
    row = {
        "entry_id": f"{at}-{secrets.token_hex(4)}",
        "at": at,
        "person": person,
        "action": action,
        "submission_id": submission_id,
        "release": release,
        "detail": detail,
    }
    connection.execute(sa.insert(AUDIT).values(row))


def entries(connection: Connection, *, submission_id: str | None = None) -> list[RowMapping]:
    """Return the audit, oldest first: all of it, or what concerns one submission."""
    query = sa.select(AUDIT).order_by(AUDIT.c.entry_id)
    if submission_id is not None:
        query = query.where(AUDIT.c.submission_id == submission_id)
    return list(connection.execute(query).mappings())
