"""What a sign-in says of a person: claims of strangers, read into a name and roles, or refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from utils.desk.refusal import RefusedError

HOLDS_S: Final = 12 * 60 * 60
"""A sign-in holds for a working day: what the provider takes away is gone the next."""
_AHEAD_S: Final = 5 * 60  # what the clock of a provider may be ahead of ours
_LONGEST: Final = 200
_OFFICER: Final = "esc-officer-"  # and the number of the office
_CERTIFIER: Final = "esc-certifier"
_STEWARD: Final = "esc-steward"


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """Roles as a provider's claims give them."""

    offices: frozenset[int] = frozenset()
    is_certifier: bool = False
    is_steward: bool = False


@dataclass(frozen=True, kw_only=True)
class Identity:
    """One sign-in. `subject`: whom the provider knows; `issued_at`: seconds since 1970."""

    person: str
    issuer: str
    subject: str
    issued_at: int
    roles: Claimed

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
    """Return whom claims name.

    Parameters
    ----------
    claims : mapping
        Of the identity token, whose signature was checked; anything may stand in it.
    person_claim, roles_claim : str
        The claims that hold the name and the roles; the latter may be empty: no roles by claim.
    offices : collection of int
        The offices that there are: an officer of any other one has no role by it.
    now : float
        Seconds since 1970.

    Raises
    ------
    RefusedError
        If they name nobody, or nobody says when.
    """
    person = _text(claims.get(person_claim))
    if person is None or claims.get(f"{person_claim}_verified", True) is not True:
        raise RefusedError("sign_in_nameless", claim=person_claim)
    return Identity(
        person=person,
        issuer=_text(claims.get("iss")) or "",
        subject=_text(claims.get("sub")) or "",
        issued_at=_time(claims.get("iat"), now),
        roles=_roles(claims.get(roles_claim), offices) if roles_claim else Claimed(),
    )


def _time(value: object, now: float) -> int:
    if isinstance(value, int | float) and value is not True and 0 < value <= now + _AHEAD_S:
        return int(value)
    raise RefusedError("sign_in_timeless")


def _text(value: object) -> str | None:
    """Return a text that can be read as it stands: nothing hidden, nothing around it."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST:
        return None
    plain = unicodedata.normalize("NFC", value)
    return plain if plain.isprintable() and plain == plain.strip() else None


def _roles(value: object, offices: Collection[int]) -> Claimed:
    """Return the roles that a claim names, one name or a list; what else it holds says nothing."""
    held = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    names = {one for one in held if isinstance(one, str)}
    return Claimed(
        offices=frozenset(number for number in offices if f"{_OFFICER}{number}" in names),
        is_certifier=_CERTIFIER in names,
        is_steward=_STEWARD in names,
    )
