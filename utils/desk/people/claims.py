"""Claims of a sign-in, which anybody may have written, read into a name and roles, or refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from utils.desk.refusal import RefusedError

HOLDS_S: Final = 12 * 60 * 60
"""How long a sign-in holds, in seconds: a role that the provider revokes is gone the next day."""
_AHEAD_S: Final = 5 * 60  # how far a provider's clock may be ahead of ours, in seconds
_LONGEST: Final = 200
_OFFICER: Final = "esc-officer-"  # and the number of the office
_CERTIFIER: Final = "esc-certifier"
_STEWARD: Final = "esc-steward"


@dataclass(frozen=True, kw_only=True)
class ClaimedRoles:
    """The roles that a provider's claims give; `offices`: numbers of those with this officer."""

    offices: frozenset[int] = frozenset()
    is_certifier: bool = False
    is_steward: bool = False


@dataclass(frozen=True, kw_only=True)
class Identity:
    """One sign-in. `subject`: the provider's id of the person; `issued_at`: seconds since 1970."""

    person: str
    issuer: str
    subject: str
    issued_at: int
    roles: ClaimedRoles

    def must_hold(self, now: float) -> None:
        """Raise `RefusedError` where the sign-in is too old."""
        if now - self.issued_at > HOLDS_S:
            raise RefusedError("sign_in_old", person=self.person)


def read(
    claims: Mapping[str, object],
    *,
    person_claim: str,
    roles_claim: str,
    offices: Collection[int],
    now: float,
) -> Identity:
    """Return the person and roles that claims name.

    Parameters
    ----------
    claims : mapping
        Those of the identity token, whose signature was checked; they may hold anything.
    person_claim, roles_claim : str
        The names of the claims that hold the name and the roles; where the latter is empty, claims
        give no roles.
    offices : collection of int
        The numbers of all offices; a role at any other one is left out.
    now : float
        Seconds since 1970.

    Raises
    ------
    RefusedError
        If they name nobody, or say no time of issue.
    """
    person = _text(claims.get(person_claim))
    if person is None or claims.get(f"{person_claim}_verified", True) is not True:
        raise RefusedError("sign_in_nameless", claim=person_claim)
    return Identity(
        person=person,
        issuer=_text(claims.get("iss")) or "",
        subject=_text(claims.get("sub")) or "",
        issued_at=_time(claims.get("iat"), now),
        roles=_roles(claims.get(roles_claim), offices) if roles_claim else ClaimedRoles(),
    )


def _time(value: object, now: float) -> int:
    if isinstance(value, int | float) and value is not True and 0 < value <= now + _AHEAD_S:
        return int(value)
    raise RefusedError("sign_in_timeless")


def _text(value: object) -> str | None:
    """Return a plain text: no invisible characters, no spaces around it; None for anything else."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST:
        return None
    plain = unicodedata.normalize("NFC", value)
    return plain if plain.isprintable() and plain == plain.strip() else None


def _roles(value: object, offices: Collection[int]) -> ClaimedRoles:
    """Return the roles that a claim names, one name or a list; anything else in it is left out."""
    listed = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    names = {one for one in listed if isinstance(one, str)}
    return ClaimedRoles(
        offices=frozenset(number for number in offices if f"{_OFFICER}{number}" in names),
        is_certifier=_CERTIFIER in names,
        is_steward=_STEWARD in names,
    )
