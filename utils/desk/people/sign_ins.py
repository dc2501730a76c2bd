"""Sign-ins, kept with the roles they brought: every later act is checked against these."""

from __future__ import annotations

import json

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from utils.desk.people.claims import ClaimedRoles, Identity
from utils.desk.refusal import RefusedError
from utils.desk.store import audit
from utils.desk.store.connect import writing
from utils.desk.store.ledger import SIGN_INS


def begin(engine: Engine, identity: Identity) -> None:
    """Record a sign-in in the audit, once, and keep its roles until the next one.

    An older sign-in that is still open in another browser changes nothing.

    Raises
    ------
    RefusedError
        If the person has signed out since, in any browser.
    """
    with engine.connect() as connection:
        if _is_known(connection, identity):
            return
    with writing(engine) as connection:
        if _is_known(connection, identity):
            return
        roles = _as_text(identity.roles)
        connection.execute(sa.delete(SIGN_INS).where(SIGN_INS.c.person == identity.person))
        connection.execute(
            sa.insert(SIGN_INS).values(
                person=identity.person,
                issuer=identity.issuer,
                subject=identity.subject,
                issued_at=identity.issued_at,
                roles=roles,
                has_ended=False,
            )
        )
        detail = {"issuer": identity.issuer, "subject": identity.subject, "roles": roles}
        audit.note(connection, identity.person, "signed_in", detail=json.dumps(detail))


def end(engine: Engine, person: str) -> None:
    """End the sign-ins of a person, in every tab and browser, and record it in the audit."""
    with writing(engine) as connection:
        mine = SIGN_INS.c.person == person
        connection.execute(sa.update(SIGN_INS).where(mine).values(has_ended=True))
        audit.note(connection, person, "signed_out")


def people(connection: Connection) -> tuple[str, ...]:
    """Return the names of those who ever signed in."""
    return tuple(connection.scalars(sa.select(SIGN_INS.c.person)))


def claimed_roles(connection: Connection, person: str) -> ClaimedRoles:
    """Return the roles that the last sign-in of a person brought."""
    query = sa.select(SIGN_INS.c.roles).where(SIGN_INS.c.person == person)
    names = set((connection.scalar(query) or "").split())
    return ClaimedRoles(
        offices=frozenset(int(name) for name in names if name.isdecimal()),
        is_certifier="certifier" in names,
        is_steward="steward" in names,
    )


def _is_known(connection: Connection, identity: Identity) -> bool:
    query = sa.select(SIGN_INS).where(SIGN_INS.c.person == identity.person)
    last = connection.execute(query).mappings().first()
    if last is None or last["issued_at"] < identity.issued_at:
        return False
    if last["has_ended"]:
        raise RefusedError("signed_out")
    return True


def _as_text(roles: ClaimedRoles) -> str:
    rest = {"certifier": roles.is_certifier, "steward": roles.is_steward}
    return " ".join(
        [*map(str, sorted(roles.offices)), *(name for name, has in rest.items() if has)]
    )
