"""The minutes in the store: meetings, and the resolutions noted in each.

No row is ever changed: a new version is a new row, whose digest vouches for the version before. The
highest version is the one that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping, Table

from utils.desk.refusal import RefusedError
from utils.desk.store import digest
from utils.desk.store.ledger import MEETINGS, RESOLUTIONS
from utils.tables.minutes import Meeting, Resolution

_MEETING: Final = tuple(one.name for one in fields(Meeting) if one.name != "resolutions")
_RESOLUTION: Final = tuple(one.name for one in fields(Resolution))
_COMMA: Final = ","
_KEYS: Final = {MEETINGS: ("number",), RESOLUTIONS: ("meeting", "number")}


def every(connection: Connection) -> tuple[Meeting, ...]:
    """Return all meetings as they stand, the last held first, without their resolutions."""
    order = (MEETINGS.c.number, MEETINGS.c.version)
    rows = connection.execute(sa.select(MEETINGS).order_by(*order)).mappings()
    latest = {row["number"]: _meeting(row) for row in rows}
    return tuple(sorted(latest.values(), key=lambda one: (one.held_on, one.number), reverse=True))


def find(connection: Connection, number: int) -> Meeting:
    """Return a meeting as it stands, with its resolutions in their order.

    Raises
    ------
    RefusedError
        If there is no meeting of this number.
    """
    query = sa.select(MEETINGS).where(MEETINGS.c.number == number)
    row = connection.execute(query.order_by(MEETINGS.c.version.desc())).mappings().first()
    if row is None:
        raise RefusedError("no_meeting", number=number)
    latest = {one["number"]: _resolution(one) for one in versions(connection, number)}
    return _meeting(row, tuple(latest.values()))


def with_last(connection: Connection, number: int | None) -> tuple[Meeting | None, Meeting | None]:
    """Return a meeting and the one before it, with their resolutions; None where there is none.

    Raises
    ------
    RefusedError
        If there is none of this number.
    """
    if number is None:
        return None, None
    meeting = find(connection, number)
    return meeting, None if meeting.follows is None else find(connection, meeting.follows)


def versions(connection: Connection, number: int) -> list[RowMapping]:
    """Return every version of every resolution of a meeting, in their order, with who noted it."""
    order = (RESOLUTIONS.c.number, RESOLUTIONS.c.version)
    query = sa.select(RESOLUTIONS).where(RESOLUTIONS.c.meeting == number).order_by(*order)
    return list(connection.execute(query).mappings())


def keep_meeting(connection: Connection, meeting: Meeting, author: str) -> None:
    """Write a version of a meeting."""
    row = asdict(meeting)
    del row["resolutions"]
    _keep(connection, MEETINGS, {**row, "level": meeting.level or None, "author": author})


def keep_resolution(
    connection: Connection, meeting: Meeting, resolution: Resolution, author: str
) -> None:
    """Write a version of a resolution of a meeting."""
    row = {"meeting": meeting.number, "meeting_version": meeting.version, "author": author}
    said = {
        "outcome": None if resolution.outcome == "open" else resolution.outcome,
        "ended_by": resolution.ended_by or None,
        "level": resolution.level or None,
        "strategy": resolution.strategy or None,
        "points_to": _COMMA.join(resolution.points_to) or None,
    }
    _keep(connection, RESOLUTIONS, {**asdict(resolution), **said, **row})


def faults(connection: Connection) -> Iterator[str]:
    """Yield, by table and key, the rows that were altered or lack the version before them."""
    for table, key in _KEYS.items():
        order = [table.c[name] for name in (*key, "version")]
        before: dict[tuple[Any, ...], tuple[int, str]] = {}
        for row in connection.execute(sa.select(table).order_by(*order)).mappings():
            of = tuple(row[name] for name in key)
            version, vouched = before.get(of, (0, ""))
            is_next = row["version"] == version + 1 and (version or _follows(of, before))
            if not is_next or row["digest"] != digest.of_minutes(row, vouched):
                yield f"{table.name} {'.'.join(str(row[name]) for name in (*key, 'version'))}"
            before[of] = (row["version"], row["digest"])


def _follows(of: tuple[Any, ...], before: dict[tuple[Any, ...], tuple[int, str]]) -> bool:
    """Tell whether a number is 1, or the one before it is there."""
    *around, number = of
    return number == 1 or (*around, number - 1) in before


def _keep(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    earlier = sa.select(table.c.digest).where(table.c.version == row["version"] - 1)
    for name in _KEYS[table]:
        earlier = earlier.where(table.c[name] == row[name])
    vouched = connection.scalar(earlier) or ""
    values = {name: row[name] for name in table.columns.keys() if name != "digest"}  # noqa: SIM118
    connection.execute(
        sa.insert(table).values({**values, "digest": digest.of_minutes(values, vouched)})
    )


def _meeting(row: RowMapping, resolutions: tuple[Resolution, ...] = ()) -> Meeting:
    values = {name: row[name] for name in _MEETING} | {"level": row["level"] or ""}
    return Meeting(**values, resolutions=resolutions)


def _resolution(row: RowMapping) -> Resolution:
    said = {name: row[name] or "" for name in ("ended_by", "level", "strategy")}
    said["outcome"] = row["outcome"] or "open"
    points_to = tuple((row["points_to"] or "").split(_COMMA)) if row["points_to"] else ()
    return Resolution(**{name: row[name] for name in _RESOLUTION} | said | {"points_to": points_to})
