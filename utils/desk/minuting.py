"""What a secretary does with minutes: note a meeting or a resolution, amend it, withdraw it.

Each act checks the person's rights as it writes, is one transaction, and leaves a row in the audit.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Final

from pydantic_core import PydanticCustomError
from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.refusal import RefusedError, must_fit
from utils.desk.store import audit, releases
from utils.desk.store import minutes as store_minutes
from utils.desk.store.connect import writing
from utils.tables import calendar
from utils.tables.minutes import Level, Meeting, Outcome, Resolution, Strategy
from utils.tables.reading.meaning import dates
from utils.tables.reading.normalise import tidy

LONGEST: Final = {
    "title": 150,
    "text": 500,
    "owner": 150,
    "ended_by": 300,
    "selection": 2_000,
}
"""How long a text of the minutes may be, in characters: a slide must have room for it."""


@dataclass(frozen=True, kw_only=True)
class MeetingDraft:
    """A meeting as its secretary enters it.

    `held_on`: a day as people write it, in either era: 3/8/2569. `release`: whose numbers it looked
    at. `selection`: filters and slides, as the query of the link that shows them. `level`: of the
    committee that met, where one of the three did.
    """

    title: str
    held_on: str
    release: int
    selection: str
    follows: int | None = None
    level: Level = ""


@dataclass(frozen=True, kw_only=True)
class ResolutionDraft:
    """A resolution as its secretary enters it. `due_on`: as people write it, empty for none.

    The others are as in `utils.tables.minutes.Resolution`: one that is done needs its evidence, one
    that was dropped the reason.
    """

    text: str
    owner: str = ""
    due_on: str = ""
    slide: str = ""
    outcome: Outcome = "open"
    ended_by: str = ""
    level: Level = ""
    strategy: Strategy = ""
    points_to: tuple[str, ...] = ()


def note_meeting(
    engine: Engine, person: str, draft: MeetingDraft, shown: Meeting | None = None
) -> Meeting:
    """Note a meeting, or the next version of one; `shown`: the version that the secretary amends.

    Raises
    ------
    RefusedError
        If the person may not, a text is missing or too long, the day is not a date, or somebody
        else has amended the meeting meanwhile.
    NoSuchReleaseError
        If there is no such release.
    """
    with writing(engine) as connection:
        roles.rights(connection, person).must_minute()
        numbers = {one.number for one in store_minutes.every(connection)}
        number = max(numbers, default=0) + 1 if shown is None else shown.number
        if draft.follows is not None and draft.follows not in numbers - {number}:
            raise RefusedError("no_meeting", number=draft.follows)
        meeting = Meeting(
            number=number,
            version=_next_version(
                shown, None if shown is None else store_minutes.find(connection, number)
            ),
            title=_text(draft.title, "title"),
            held_on=_day(draft.held_on),
            release=releases.find(connection, draft.release).number,
            selection=_text(draft.selection, "selection", needed=False),
            follows=draft.follows,
            level=draft.level,
            noted_at=calendar.now_utc(),
        )
        store_minutes.keep_meeting(connection, meeting, person)
        _audit(connection, person, meeting)
        return store_minutes.find(connection, number)


def note_resolution(
    engine: Engine,
    person: str,
    number: int,
    draft: ResolutionDraft,
    shown: Resolution | None = None,
) -> Resolution:
    """Note a resolution of a meeting, or the next version of one; `shown`: the one amended."""
    with writing(engine) as connection:
        roles.rights(connection, person).must_minute()
        meeting = store_minutes.find(connection, number)
        resolution = Resolution(
            number=len(meeting.resolutions) + 1 if shown is None else shown.number,
            version=_next_version(shown, _standing(meeting, shown)),
            slide=draft.slide,
            text=_text(draft.text, "text"),
            owner=_text(draft.owner, "owner", needed=False),
            due_on=_day(draft.due_on) if tidy(draft.due_on) else None,
            noted_at=calendar.now_utc(),
            outcome=draft.outcome,
            ended_by=_text(draft.ended_by, "ended_by", needed=draft.outcome != "open"),
            level=draft.level,
            strategy=draft.strategy,
            points_to=draft.points_to,
        )
        store_minutes.keep_resolution(connection, meeting, resolution, person)
        _audit(connection, person, meeting, resolution)
        return resolution


def withdraw_resolution(engine: Engine, person: str, number: int, shown: Resolution) -> Resolution:
    """Withdraw a resolution: it keeps its number and stays in the store."""
    with writing(engine) as connection:
        roles.rights(connection, person).must_minute()
        meeting = store_minutes.find(connection, number)
        version = _next_version(shown, _standing(meeting, shown))
        now = calendar.now_utc()
        withdrawn = replace(shown, version=version, noted_at=now, is_withdrawn=True)
        store_minutes.keep_resolution(connection, meeting, withdrawn, person)
        _audit(connection, person, meeting, withdrawn)
        return withdrawn


def _standing(meeting: Meeting, shown: Resolution | None) -> Resolution | None:
    if shown is None:
        return None
    return next((one for one in meeting.resolutions if one.number == shown.number), None)


def _next_version(shown: Meeting | Resolution | None, standing: Meeting | Resolution | None) -> int:
    """Return the number of the next version; refuse it where `shown` is no longer the latest."""
    if shown is None:
        return 1
    if standing is None or standing.version != shown.version:
        raise RefusedError("minutes_moved")
    return shown.version + 1


def _text(written: str, name: str, *, needed: bool = True) -> str:
    """Return a text in one line, without invisible characters."""
    plain = must_fit(" ".join(tidy(written).split()), LONGEST[name])
    if needed and not plain:
        raise RefusedError(f"minutes_no_{name}")
    return plain


def _day(written: str) -> str:
    try:
        return dates.date_ce(tidy(written))
    except PydanticCustomError:
        raise RefusedError("minutes_day", text=tidy(written) or "–") from None


def _audit(
    connection: Connection, person: str, meeting: Meeting, resolution: Resolution | None = None
) -> None:
    detail = {"meeting": meeting.number, "version": meeting.version}
    action: audit.Action = "meeting_noted"
    if resolution is not None:
        detail = {
            "meeting": meeting.number,
            "resolution": resolution.number,
            "version": resolution.version,
        }
        action = "resolution_withdrawn" if resolution.is_withdrawn else "resolution_noted"
    audit.note(connection, person, action, release=meeting.release, detail=json.dumps(detail))
