"""Corrections that readers ask for: asked about one row, answered by those who write for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.people.roles import Rights
from utils.desk.refusal import RefusedError, must_fit
from utils.desk.store import audit, releases
from utils.desk.store.connect import writing
from utils.desk.store.ledger import CORRECTIONS_ASKED
from utils.desk.store.rows import stored_rows
from utils.desk.store.scope import provinces_by_lao, provinces_of
from utils.tables import calendar
from utils.tables.declared import schemas

State = Literal["asked", "done", "declined"]
LONGEST: Final = 1_000
"""How long a request or an answer may be, in characters."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A correction that was asked for, as it stands.

    `key`: the cells of the row's key. `release`: the one it was seen in. `text`: what is wrong;
    `answer`: what was done, or why not, empty while it is open. `asked_at`: ISO 8601 in UTC.
    """

    number: int
    state: State
    table: str
    key: tuple[object, ...]
    release: int
    text: str
    asked_by: str
    asked_at: str
    answer: str = ""
    answered_by: str = ""


class RowOfRelease(NamedTuple):
    """A row as a reader sees it: its table, the cells of its key, and the release."""

    table: str
    key: tuple[object, ...]
    release: int


def ask(engine: Engine, person: str, about: RowOfRelease, text: str) -> int:
    """Keep a request about one row of a release; return its number.

    Raises
    ------
    RefusedError
        If the text is empty or too long, or the release has no such row.
    """
    with writing(engine) as connection:
        said = _text(text)
        table, key, release = about
        declared = schemas.TABLES[table]
        at = [list(declared.columns).index(name) for name in declared.key]
        rows = stored_rows(connection, table, release)
        if not any(tuple(row.cells[n] for n in at) == key for row in rows):
            raise RefusedError("no_such_row", number=release)
        last = connection.scalar(sa.select(sa.func.max(CORRECTIONS_ASKED.c.number))) or 0
        values = {
            "number": last + 1,
            "version": 1,
            "state": "asked",
            "table_name": table,
            "row_key": json.dumps(list(key), ensure_ascii=False),
            "release": release,
            "text": said,
            "person": person,
            "noted_at": calendar.now_utc(),
        }
        connection.execute(sa.insert(CORRECTIONS_ASKED).values(values))
        audit.note(connection, person, "correction_asked", release=release, detail=str(last + 1))
        return last + 1


def answer(engine: Engine, person: str, number: int, state: State, text: str) -> None:
    """Say that a correction was made, or why it was not: stewards, certifiers, the row's office.

    Raises
    ------
    RefusedError
        If the person may not, the text is empty or too long, or it is answered already.
    """
    with writing(engine) as connection:
        rights = roles.rights(connection, person)
        asked = next((one for one in every(connection) if one.number == number), None)
        if asked is None or not concerns(connection, asked, rights):
            raise RefusedError("no_correction", number=number)
        if asked.state != "asked":
            raise RefusedError("correction_answered", number=number)
        row = CORRECTIONS_ASKED.c
        query = sa.select(CORRECTIONS_ASKED).where(row.number == number, row.version == 1)
        first = dict(connection.execute(query).mappings().one())
        said = {"version": 2, "state": state, "text": _text(text), "person": person}
        values = {**first, **said, "noted_at": calendar.now_utc()}
        connection.execute(sa.insert(CORRECTIONS_ASKED).values(values))
        audit.note(
            connection, person, "correction_answered", release=asked.release, detail=str(number)
        )


def every(connection: Connection) -> list[Asked]:
    """Return the corrections that were asked for, the last first."""
    row = CORRECTIONS_ASKED.c
    query = sa.select(CORRECTIONS_ASKED).order_by(row.number.desc(), row.version)
    found: dict[int, Asked] = {}
    for one in connection.execute(query).mappings():
        first = found.get(one["number"])
        found[one["number"]] = Asked(
            number=one["number"],
            state=one["state"],
            table=one["table_name"],
            key=tuple(json.loads(one["row_key"])),
            release=one["release"],
            text=one["text"] if first is None else first.text,
            asked_by=one["person"] if first is None else first.asked_by,
            asked_at=one["noted_at"] if first is None else first.asked_at,
            answer="" if first is None else one["text"],
            answered_by="" if first is None else one["person"],
        )
    return list(found.values())


def concerns(connection: Connection, asked: Asked, rights: Rights) -> bool:
    """Tell whether a person answers a request: certifiers, stewards, officers of the row's office.

    A row of no province, or of a table that is no longer declared, has no officer.
    """
    if rights.may_certify:
        return True
    table = schemas.TABLES.get(asked.table)
    if table is None or not rights.offices:
        return False
    newest = releases.newest(connection)
    laos = provinces_by_lao(stored_rows(connection, "municipalities", asked.release))
    at = [list(table.columns).index(name) for name in table.key]
    where = provinces_of(table, laos)
    own = roles.writable(connection, rights.offices, newest)
    return any(
        bool(codes := where(row.cells)) and codes <= own
        for row in stored_rows(connection, table.name, asked.release)
        if tuple(row.cells[n] for n in at) == asked.key
    )


def _text(text: str) -> str:
    said = must_fit(text, LONGEST)
    if not said:
        raise RefusedError("correction_no_text")
    return said
