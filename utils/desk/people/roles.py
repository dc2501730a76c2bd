"""Who may do what. Rights are checked where data is written, not where a button is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

import sqlalchemy as sa
from sqlalchemy import Connection

from utils import settings
from utils.desk.people import sign_ins
from utils.desk.people.claims import ClaimedRoles
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, releases
from utils.desk.store.ledger import PEOPLE, WRITERS
from utils.desk.store.rows import stored_rows
from utils.tables.declared import schemas

Role = Literal["officer", "certifier", "steward"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
NO_OFFICE: Final = 0


@dataclass(frozen=True, kw_only=True)
class Rights:
    """What one person may do; looking needs no right. `offices`: those they are officer of."""

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
    """Return what a person may do, by the table of people, ESC_STEWARDS and their last sign-in.

    A sign-in gives roles only while ESC_ROLES_CLAIM names the claim that holds them.
    """
    query = sa.select(PEOPLE.c.role, PEOPLE.c.office_number).where(PEOPLE.c.person == person)
    rows = connection.execute(query).all()
    roles = {role for role, _ in rows}
    by_claim = (
        sign_ins.claimed_roles(connection, person) if settings.roles_claim() else ClaimedRoles()
    )
    return Rights(
        person=person,
        offices=by_claim.offices | {office for role, office in rows if role == "officer"},
        is_certifier=by_claim.is_certifier or "certifier" in roles,
        is_steward=by_claim.is_steward or "steward" in roles or person in settings.stewards(),
    )


def people(connection: Connection) -> tuple[str, ...]:
    """Return the names of people with a role, by the table of people and ESC_STEWARDS."""
    with_role = set(connection.scalars(sa.select(PEOPLE.c.person)))
    return tuple(sorted(with_role | settings.stewards()))


def stewards(connection: Connection) -> frozenset[str]:
    """Return the names of the data stewards, as `rights` knows them."""
    query = sa.select(PEOPLE.c.person).where(PEOPLE.c.role == "steward")
    signed_in = sign_ins.people(connection) if settings.roles_claim() else ()
    by_claim = {one for one in signed_in if sign_ins.claimed_roles(connection, one).is_steward}
    return settings.stewards() | by_claim | set(connection.scalars(query))


def offices(connection: Connection) -> tuple[int, ...]:
    """Return the numbers of the offices, in order, as the table of the newest release has them."""
    number = list(schemas.OFFICES.columns).index("office_number")
    rows = stored_rows(connection, "offices", releases.newest(connection))
    return tuple(sorted({row.cells[number] for row in rows}))


def grant(
    connection: Connection, by: str, person: str, role: Role, office: int = NO_OFFICE
) -> None:
    """Give a role; only a steward may. An officer belongs to one office of the table of offices."""
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
    """Take a role away; only a steward may."""
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


def writers(connection: Connection, release: int) -> dict[str, int]:
    """Return the office that writes for each province, by province code.

    A province that the sources give to two offices is no office's until a steward assigns it.
    """
    assigned = _assigned(connection)
    return {
        code: writer
        for code, first, other in _offices_of_provinces(connection, release)
        if (writer := assigned.get(code, None if other is not None else first)) is not None
    }


def writable(connection: Connection, offices: Iterable[int], release: int) -> frozenset[str]:
    """Return the codes of the provinces that offices may write for."""
    own = set(offices)
    return frozenset(code for code, writer in writers(connection, release).items() if writer in own)


def visible(connection: Connection, offices: Iterable[int], release: int) -> frozenset[str]:
    """Return the codes of the provinces that concern offices: their own and the disputed ones."""
    own, assigned = set(offices), _assigned(connection)
    return frozenset(
        code
        for code, first, other in _offices_of_provinces(connection, release)
        if own & {first, other, assigned.get(code)}
    )


class Disputed(NamedTuple):
    """A province that the sources give to two offices. `writer`: the one assigned, None before."""

    province_code: str
    offices: tuple[int, int]
    writer: int | None


def disputed(connection: Connection, release: int) -> list[Disputed]:
    """Return the provinces that the sources give to two offices, in the order of their table."""
    assigned = _assigned(connection)
    return [
        Disputed(code, (first, other), assigned.get(code))
        for code, first, other in _offices_of_provinces(connection, release)
        if first is not None and other is not None
    ]


class RoleGrant(NamedTuple):
    """A role that a steward gave. `office`: `NO_OFFICE` unless the role is officer."""

    person: str
    role: Role
    office: int


def grants(connection: Connection) -> list[RoleGrant]:
    """Return the roles that stewards gave, sorted by person."""
    people = PEOPLE.c
    query = sa.select(people.person, people.role, people.office_number)
    rows = connection.execute(query.order_by(people.person, people.role, people.office_number))
    return [RoleGrant(*row) for row in rows]


def _must_exist(connection: Connection, office: int) -> None:
    if office not in offices(connection):
        raise RefusedError("no_office", office=office)


def _assigned(connection: Connection) -> dict[str, int]:
    return dict(connection.execute(sa.select(WRITERS)).all())


def _offices_of_provinces(
    connection: Connection, release: int
) -> list[tuple[str, int | None, int | None]]:
    names = list(schemas.PROVINCES.columns)
    columns = ("province_code", "office_number", "office_number_other")
    code, first, other = map(names.index, columns)
    rows = stored_rows(connection, "provinces", release)
    return [(row.cells[code], row.cells[first], row.cells[other]) for row in rows]
