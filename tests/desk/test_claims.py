"""What claims may say, and what they can never bring about."""

from __future__ import annotations

from typing import Any

import pytest

from utils.desk.people.claims import HOLDS_S, ClaimedRoles, Identity, read
from utils.desk.refusal import RefusedError

NOW = 1_795_500_000.0
OFFICES = range(1, 17)
WHO = {"iss": "https://id.example.org", "sub": "1001", "email": "a@example.org", "iat": NOW - 60}


def identity_of(**changed: object) -> Identity:
    claims = WHO | changed
    return read(claims, person_claim="email", roles_claim="roles", offices=OFFICES, now=NOW)


def test_claims_name_a_person_and_roles() -> None:
    identity = identity_of(roles=["esc-officer-1", "esc-officer-16", "esc-certifier", "other"])
    assert (identity.person, identity.subject, identity.issued_at) == (
        "a@example.org",
        "1001",
        NOW - 60,
    )
    assert identity.roles == ClaimedRoles(offices=frozenset({1, 16}), is_certifier=True)


@pytest.mark.parametrize(
    ("claim", "roles"),
    [
        ("esc-steward", ClaimedRoles(is_steward=True)),
        (["esc-steward", "esc-steward"], ClaimedRoles(is_steward=True)),
        ([], ClaimedRoles()),
        (None, ClaimedRoles()),
        (True, ClaimedRoles()),
        (16, ClaimedRoles()),
        ({"esc-steward": True}, ClaimedRoles()),
        ([["esc-steward"], {"x": "esc-steward"}, None, 1], ClaimedRoles()),
        (["esc-officer-0", "esc-officer-17", "esc-officer-01", "esc-officer--1"], ClaimedRoles()),
        (["esc-officer-๑", "esc-officer-1 ", "ESC-STEWARD", "esc-steward\u200b"], ClaimedRoles()),
        ("esc-steward,esc-certifier", ClaimedRoles()),
        ([f"group {n}" for n in range(200_000)], ClaimedRoles()),
        (
            [*(f"group {n}" for n in range(200_000)), "esc-certifier"],
            ClaimedRoles(is_certifier=True),
        ),
    ],
    ids=range(13),
)
def test_a_roles_claim_of_any_shape_gives_only_what_it_names(
    claim: object, roles: ClaimedRoles
) -> None:
    assert identity_of(roles=claim).roles == roles


def test_without_the_setting_no_claim_gives_a_role() -> None:
    claims = WHO | {"roles": ["esc-steward"], "": ["esc-steward"]}
    identity = read(claims, person_claim="email", roles_claim="", offices=OFFICES, now=NOW)
    assert identity.roles == ClaimedRoles()


@pytest.mark.parametrize(
    "changed",
    [
        {"email": None},
        {"email": ""},
        {"email": " a@example.org"},
        {"email": ["a@example.org"]},
        {"email": 7},
        {"email": "a\u202e@example.org"},
        {"email": "a\n@example.org"},
        {"email": "a" * 201},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email_verified": None},
    ],
)
def test_a_name_that_cannot_be_trusted_is_none(changed: dict[str, Any]) -> None:
    with pytest.raises(RefusedError, match="no usable name"):
        identity_of(**changed)


@pytest.mark.parametrize(
    "iat",
    [None, True, "1795500000", [], -1, NOW + 3600, 10**400, float("inf"), float("nan")],
    ids=range(9),
)
def test_a_sign_in_of_no_time_is_none(iat: object) -> None:
    with pytest.raises(RefusedError, match="when"):
        identity_of(iat=iat)


def test_a_sign_in_holds_for_a_working_day() -> None:
    identity = identity_of()
    identity.must_hold(identity.issued_at + HOLDS_S)
    with pytest.raises(RefusedError, match="12 hours"):
        identity.must_hold(identity.issued_at + HOLDS_S + 1)
