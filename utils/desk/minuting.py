"""What a secretary does with the minutes: note a meeting, note a resolution, amend, withdraw.

Each act checks who may do it where it writes, is one transaction, and leaves a row in the audit.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Final

from pydantic_core import PydanticCustomError
from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, releases
from utils.desk.store import minutes as store_minutes
from utils.desk.store.connect import writing
from utils.tables import calendar
from utils.tables.minutes import Meeting, Resolution
from utils.tables.reading import scalars
from utils.tables.reading.normalise import tidy

LONGEST: Final = {"title": 150, "text": 500, "owner": 150, "selection": 2_000}
"""How long a text of the minutes may be, in characters: a slide must have room for it."""


@dataclass(frozen=True, kw_only=True)
class Call:
    """What is said of a meeting. `held_on`: a day as people write it, in either era."""

    title: str
    held_on: str
    release: int
    selection: str
    follows: int | None = None


@dataclass(frozen=True, kw_only=True)
class Note:
    """What is said of a resolution. `due_on`: a day as people write it, empty for none."""

    text: str
    owner: str = ""
    due_on: str = ""
    slide: str = ""


def meet(engine: Engine, person: str, said: Call, seen: Meeting | None = None) -> Meeting:
    """Note a meeting, or the next version of one; `seen`: that one, as it was looked at.

    Raises
    ------
    RefusedError
        If the person may not, a text is missing or too long, the day is none, or somebody else has
        amended it meanwhile.
    NoSuchReleaseError
        If there is no such release.
    """
    with writing(engine) as connection:
        roles.rights(connection, person).must_minute()
        held = {one.number for one in store_minutes.every(connection)}
        number = max(held, default=0) + 1 if seen is None else seen.number
        if said.follows is not None and said.follows not in held - {number}:
            raise RefusedError("no_meeting", number=said.follows)
        made = Meeting(
            number=number,
            version=_next(seen, None if seen is None else store_minutes.find(connection, number)),
            title=_text(said.title, "title"),
            held_on=_day(said.held_on),
            release=releases.find(connection, said.release).number,
            selection=_text(said.selection, "selection", needed=False),
            follows=said.follows,
            noted_at=calendar.now_utc(),
        )
        store_minutes.keep_meeting(connection, made, person)
        _audit(connection, person, made)
        return store_minutes.find(connection, number)


def note(
    engine: Engine, person: str, meeting: int, said: Note, seen: Resolution | None = None
) -> Resolution:
    """Note a resolution of a meeting, or the next version of one; `seen`: as it was looked at."""
    with writing(engine) as connection:
        roles.rights(connection, person).must_minute()
        held = store_minutes.find(connection, meeting)
        made = Resolution(
            number=len(held.resolutions) + 1 if seen is None else seen.number,
            version=_next(seen, _found(held, seen)),
            slide=said.slide,
            text=_text(said.text, "text"),
            owner=_text(said.owner, "owner", needed=False),
            due_on=_day(said.due_on) if tidy(said.due_on) else None,
            noted_at=calendar.now_utc(),
        )
        store_minutes.keep_resolution(connection, held, made, person)
        _audit(connection, person, held, made)
        return made


def withdraw(engine: Engine, person: str, meeting: int, seen: Resolution) -> Resolution:
    """Take a resolution back: it keeps its number and stays in the store."""
    with writing(engine) as connection:
        roles.rights(connection, person).must_minute()
        held = store_minutes.find(connection, meeting)
        version = _next(seen, _found(held, seen))
        now = calendar.now_utc()
        made = replace(seen, version=version, noted_at=now, is_withdrawn=True)
        store_minutes.keep_resolution(connection, held, made, person)
        _audit(connection, person, held, made)
        return made


def _found(held: Meeting, seen: Resolution | None) -> Resolution | None:
    if seen is None:
        return None
    return next((one for one in held.resolutions if one.number == seen.number), None)


def _next(seen: Meeting | Resolution | None, now: Meeting | Resolution | None) -> int:
    """Return the version that is written, unless what was looked at is no longer what stands."""
    if seen is None:
        return 1
    if now is None or now.version != seen.version:
        raise RefusedError("minutes_moved")
    return seen.version + 1


def _text(said: str, name: str, *, needed: bool = True) -> str:
    """Return a text in one line, without what nobody can see."""
    plain = " ".join(tidy(said).split())
    if needed and not plain:
        raise RefusedError(f"minutes_no_{name}")
    if len(plain) > LONGEST[name]:
        raise RefusedError("minutes_long", most=LONGEST[name], length=len(plain))
    return plain


def _day(said: str) -> str:
    try:
        return scalars.date_ce(tidy(said))[0]
    except PydanticCustomError:
        raise RefusedError("minutes_day", said=tidy(said) or "–") from None


def _audit(
    connection: Connection, person: str, held: Meeting, made: Resolution | None = None
) -> None:
    told = {"meeting": held.number, "version": held.version}
    action: audit.Action = "meeting_noted"
    if made is not None:
        told = {"meeting": held.number, "resolution": made.number, "version": made.version}
        action = "resolution_withdrawn" if made.is_withdrawn else "resolution_noted"
    audit.note(connection, person, action, release=held.release, detail=json.dumps(told))
