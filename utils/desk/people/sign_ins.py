"""Sign-ins: kept with the roles they brought, so that every later act is checked against them."""

from __future__ import annotations

import json

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from utils.desk.people.claims import Claimed, Identity
from utils.desk.refusal import RefusedError
from utils.desk.store import audit
from utils.desk.store.connect import writing
from utils.desk.store.ledger import SIGN_INS


def begin(engine: Engine, identity: Identity) -> None:
    """Write a sign-in into the audit, once, and keep the roles it brought until the next one.

    An older sign-in that lives on in another browser changes nothing.

    Raises
    ------
    RefusedError
        If the person has signed out since, wherever that was.
    """
    with engine.connect() as connection:
        if _is_known(connection, identity):
            return
    with writing(engine) as connection:
        if _is_known(connection, identity):
            return
        roles = _told(identity.roles)
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
    """End the sign-ins of a person, in every tab and browser, and write so into the audit."""
    with writing(engine) as connection:
        mine = SIGN_INS.c.person == person
        connection.execute(sa.update(SIGN_INS).where(mine).values(has_ended=True))
        audit.note(connection, person, "signed_out")


def claimed(connection: Connection, person: str) -> Claimed:
    """Return the roles that the last sign-in of a person brought."""
    asked = sa.select(SIGN_INS.c.roles).where(SIGN_INS.c.person == person)
    names = set((connection.scalar(asked) or "").split())
    return Claimed(
        offices=frozenset(int(name) for name in names if name.isdecimal()),
        is_certifier="certifier" in names,
        is_steward="steward" in names,
    )


def _is_known(connection: Connection, identity: Identity) -> bool:
    asked = sa.select(SIGN_INS).where(SIGN_INS.c.person == identity.person)
    kept = connection.execute(asked).mappings().first()
    if kept is None or kept["issued_at"] < identity.issued_at:
        return False
    if kept["has_ended"]:
        raise RefusedError("signed_out")
    return True


def _told(roles: Claimed) -> str:
    rest = {"certifier": roles.is_certifier, "steward": roles.is_steward}
    return " ".join(
        [*map(str, sorted(roles.offices)), *(name for name, has in rest.items() if has)]
    )
