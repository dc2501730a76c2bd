"""Who may do what: asked where data is written, not where a button is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

import sqlalchemy as sa
from sqlalchemy import Connection

from utils import settings
from utils.desk.people import sign_ins
from utils.desk.people.claims import Claimed
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, releases
from utils.desk.store.ledger import PEOPLE, WRITERS
from utils.desk.store.rows import held
from utils.tables.declared import schemas

Role = Literal["officer", "certifier", "steward"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
NO_OFFICE: Final = 0


@dataclass(frozen=True, kw_only=True)
class Rights:
    """What one person may do; viewing needs none."""

    person: str
    offices: frozenset[int]
    is_certifier: bool
    is_steward: bool

    @property
    def may_send(self) -> bool:
        """Whether this person may send data: an officer of an office, or a steward."""
        return bool(self.offices) or self.is_steward

    @property
    def may_certify(self) -> bool:
        """Whether this person may certify and reject what others sent."""
        return self.is_certifier or self.is_steward

    @property
    def may_minute(self) -> bool:
        """Whether this person may note meetings and resolutions: a certifier or a steward."""
        return self.is_certifier or self.is_steward

    def must_minute(self) -> None:
        """Raise `RefusedError` unless this person may note meetings and resolutions."""
        if not self.may_minute:
            raise RefusedError("not_secretary", person=self.person)

    def must_send(self) -> None:
        """Raise `RefusedError` unless this person may send data."""
        if not self.may_send:
            raise RefusedError("not_sender", person=self.person)

    def must_certify(self) -> None:
        """Raise `RefusedError` unless this person may certify and reject."""
        if not self.may_certify:
            raise RefusedError("not_certifier", person=self.person)

    def must_publish(self) -> None:
        """Raise `RefusedError` unless this person is a steward."""
        if not self.is_steward:
            raise RefusedError("not_steward", person=self.person)


def rights(connection: Connection, person: str) -> Rights:
    """Return what a person may do: by the table of people, ESC_STEWARDS and their last sign-in.

    A sign-in brings roles only while ESC_ROLES_CLAIM names the claim that holds them.
    """
    asked = sa.select(PEOPLE.c.role, PEOPLE.c.office_number).where(PEOPLE.c.person == person)
    rows = connection.execute(asked).all()
    roles = {role for role, _ in rows}
    by_claim = sign_ins.claimed(connection, person) if settings.roles_claim() else Claimed()
    return Rights(
        person=person,
        offices=by_claim.offices | {office for role, office in rows if role == "officer"},
        is_certifier=by_claim.is_certifier or "certifier" in roles,
        is_steward=by_claim.is_steward or "steward" in roles or person in settings.stewards(),
    )


def known(connection: Connection) -> tuple[str, ...]:
    """Return who has a role, by the table of people and the setting ESC_STEWARDS."""
    named = set(connection.scalars(sa.select(PEOPLE.c.person)))
    return tuple(sorted(named | settings.stewards()))


def offices(connection: Connection) -> tuple[int, ...]:
    """Return the numbers of the offices, in order, as the table of the newest release has them."""
    number = list(schemas.OFFICES.columns).index("office_number")
    rows = held(connection, "offices", releases.newest(connection))
    return tuple(sorted({row.cells[number] for row in rows}))


def grant(
    connection: Connection, by: str, person: str, role: Role, office: int = NO_OFFICE
) -> None:
    """Give a role; a steward alone may. An officer is one of an office that there is."""
    rights(connection, by).must_publish()
    if (role == "officer") != (office != NO_OFFICE):
        raise RefusedError("role_office")
    if office != NO_OFFICE:
        _must_exist(connection, office)
    revoke(connection, by, person, role, office)
    row = {"person": person, "role": role, "office_number": office}
    connection.execute(sa.insert(PEOPLE).values(row))
    audit.note(connection, by, "granted", detail=f"{person}: {role} {office or ''}".strip())


def revoke(
    connection: Connection, by: str, person: str, role: Role, office: int = NO_OFFICE
) -> None:
    """Take a role away; a steward alone may."""
    rights(connection, by).must_publish()
    people = PEOPLE.c
    one = (people.person == person) & (people.role == role) & (people.office_number == office)
    if connection.execute(sa.delete(PEOPLE).where(one)).rowcount:
        audit.note(connection, by, "revoked", detail=f"{person}: {role} {office or ''}".strip())


def assign(connection: Connection, by: str, province_code: str, office: int) -> None:
    """Decide which office writes for a province whose office the sources dispute."""
    rights(connection, by).must_publish()
    _must_exist(connection, office)
    connection.execute(sa.delete(WRITERS).where(WRITERS.c.province_code == province_code))
    row = {"province_code": province_code, "office_number": office}
    connection.execute(sa.insert(WRITERS).values(row))
    audit.note(connection, by, "assigned", detail=f"{province_code}: {office}")


def writable(connection: Connection, offices: Iterable[int], release: int) -> frozenset[str]:
    """Return the codes of the provinces that offices may write for.

    A province that the sources give to two offices is nobody's until a steward assigns it.
    """
    named, decided = set(offices), _assigned(connection)
    return frozenset(
        code
        for code, first, other in _offices(connection, release)
        if decided.get(code, None if other is not None else first) in named
    )


def seen(connection: Connection, offices: Iterable[int], release: int) -> frozenset[str]:
    """Return the codes of the provinces that offices see as theirs, disputed ones among them."""
    named, decided = set(offices), _assigned(connection)
    return frozenset(
        code
        for code, first, other in _offices(connection, release)
        if named & {first, other, decided.get(code)}
    )


class Disputed(NamedTuple):
    """A province that the sources give to two offices. `writer`: as a steward decided, or None."""

    province_code: str
    offices: tuple[int, int]
    writer: int | None


def disputed(connection: Connection, release: int) -> list[Disputed]:
    """Return the provinces that the sources give to two offices, in the order of their table."""
    decided = _assigned(connection)
    return [
        Disputed(code, (first, other), decided.get(code))
        for code, first, other in _offices(connection, release)
        if first is not None and other is not None
    ]


class Given(NamedTuple):
    """A role that the table of people gives. `office`: 0 where the role is of no office."""

    person: str
    role: Role
    office: int


def given(connection: Connection) -> list[Given]:
    """Return the roles that stewards gave, by the name of the person."""
    people = PEOPLE.c
    asked = sa.select(people.person, people.role, people.office_number)
    rows = connection.execute(asked.order_by(people.person, people.role, people.office_number))
    return [Given(*row) for row in rows]


def _must_exist(connection: Connection, office: int) -> None:
    if office not in offices(connection):
        raise RefusedError("no_office", office=office)


def _assigned(connection: Connection) -> dict[str, int]:
    return dict(connection.execute(sa.select(WRITERS)).all())


def _offices(connection: Connection, release: int) -> list[tuple[str, int | None, int | None]]:
    names = list(schemas.PROVINCES.columns)
    wanted = ("province_code", "office_number", "office_number_other")
    code, first, other = map(names.index, wanted)
    rows = held(connection, "provinces", release)
    return [(row.cells[code], row.cells[first], row.cells[other]) for row in rows]
