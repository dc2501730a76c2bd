"""What is said about items of the worklist: seen, who takes it, by when, put off and why.

The items themselves are computed from the tables (`measures.worklist`); here is only what people
say of them, every version kept. An item that the data close stays readable with what was said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from pydantic_core import PydanticCustomError
from sqlalchemy import Connection, Engine, RowMapping

from utils.desk.people import roles
from utils.desk.people.roles import Rights
from utils.desk.refusal import RefusedError, must_fit
from utils.desk.store import audit, releases
from utils.desk.store.connect import writing
from utils.desk.store.ledger import WORK_NOTES
from utils.measures.worklist.item import Item
from utils.tables import calendar
from utils.tables.reading.meaning import dates
from utils.tables.reading.normalise import tidy

LONGEST: Final = {"owner": 150, "note": 500, "reason": 500}
"""How long a text said of an item may be, in characters."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said of an item, as it is entered.

    `owner`: an office or a post, never a person's name. `due_on`: a day as people write it, in
    either era, empty for none. `reason`: why it is put off; empty where it is not.
    """

    owner: str = ""
    due_on: str = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Note:
    """A version of what was said of an item.

    `due_on`: ISO 8601, Common Era, None where no day was set. `release`: the one in which the item
    was seen. `noted_at`: ISO 8601 in UTC.
    """

    item_id: str
    version: int
    release: int
    owner: str
    due_on: str | None
    note: str
    reason: str
    person: str
    noted_at: str

    @property
    def is_put_off(self) -> bool:
        """Whether the item waits, with a reason."""
        return bool(self.reason)


def say(engine: Engine, person: str, item: Item, said: Said, shown: Note | None = None) -> Note:
    """Keep what somebody says of an item; `shown`: the version that the person saw, None for none.

    An empty `said` says that the item was seen.

    Raises
    ------
    RefusedError
        If the item is of another office, a text is too long, the day is no date, or somebody else
        has said something meanwhile.
    """
    with writing(engine) as connection:
        newest = releases.newest(connection)
        rights = roles.rights(connection, person)
        if not concerns(connection, item, rights, newest):
            raise RefusedError("work_other_office", person=person)
        last = of_item(connection, item.item_id)
        if (last[-1].version if last else 0) != (shown.version if shown else 0):
            raise RefusedError("work_moved")
        row = {
            "item_id": item.item_id,
            "version": len(last) + 1,
            "release": newest,
            "owner": _text(said.owner, "owner"),
            "due_on": _day(said.due_on),
            "note": _text(said.note, "note"),
            "reason": _text(said.reason, "reason"),
            "person": person,
            "noted_at": calendar.now_utc(),
        }
        connection.execute(sa.insert(WORK_NOTES).values(row))
        audit.note(connection, person, "work_noted", release=newest, detail=item.item_id)
        return of_item(connection, item.item_id)[-1]


def concerns(connection: Connection, item: Item, rights: Rights, release: int) -> bool:
    """Tell whether a person may say something of an item: its office, certifiers and stewards."""
    if rights.may_certify:
        return True
    own = roles.writable(connection, rights.offices, release)
    return bool(item.province_code) and item.province_code in own


def of_item(connection: Connection, item_id: str) -> list[Note]:
    """Return every version of what was said of an item, the first one first."""
    row = WORK_NOTES.c
    query = sa.select(WORK_NOTES).where(row.item_id == item_id).order_by(row.version)
    return [_note(one) for one in connection.execute(query).mappings()]


def latest(connection: Connection) -> dict[str, Note]:
    """Return what stands of every item that something was said of, by the name of the item."""
    row = WORK_NOTES.c
    query = sa.select(WORK_NOTES).order_by(row.item_id, row.version)
    return {one["item_id"]: _note(one) for one in connection.execute(query).mappings()}


def _note(row: RowMapping) -> Note:
    return Note(**dict(row))


def _text(written: str, name: str) -> str:
    return must_fit(" ".join(tidy(written).split()), LONGEST[name])


def _day(written: str) -> str | None:
    if not tidy(written):
        return None
    try:
        return dates.date_ce(tidy(written))
    except PydanticCustomError:
        raise RefusedError("minutes_day", text=tidy(written)) from None
