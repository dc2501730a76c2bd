"""Sign-ins in the store: what they bring, once, and what an older one cannot bring back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from tests.desk.people import AMEND, HAT_YAI, STEWARD, enrolment
from utils.desk.people import roles, sign_ins
from utils.desk.people.claims import ClaimedRoles, Identity
from utils.desk.refusal import RefusedError
from utils.desk.store import audit
from utils.desk.store.connect import writing
from utils.desk.submissions import acts

WHO = Identity(
    person="a@example.org",
    issuer="https://id.example.org",
    subject="1001",
    issued_at=1_795_500_000,
    roles=ClaimedRoles(offices=frozenset({1})),
)


@pytest.fixture(autouse=True)
def _by_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_ROLES_CLAIM", "roles")


def rights(engine: Engine) -> roles.Rights:
    with engine.connect() as connection:
        return roles.rights(connection, WHO.person)


def noted(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        rows = audit.entries(connection)
    return [row["action"] for row in rows if row["person"] == WHO.person]


def test_a_sign_in_is_in_the_audit_once_and_brings_its_roles(engine: Engine) -> None:
    sign_ins.begin(engine, WHO)
    sign_ins.begin(engine, WHO)
    assert noted(engine) == ["signed_in"]
    assert rights(engine).offices == {1}


def test_signing_out_ends_a_sign_in_wherever_it_lives_on(engine: Engine) -> None:
    sign_ins.begin(engine, WHO)
    sign_ins.end(engine, WHO.person)
    for old in (WHO, replace(WHO, issued_at=WHO.issued_at - 60)):
        with pytest.raises(RefusedError, match="signed out"):
            sign_ins.begin(engine, old)
    sign_ins.begin(engine, replace(WHO, issued_at=WHO.issued_at + 60))
    assert noted(engine) == ["signed_in", "signed_out", "signed_in"]


def test_roles_of_claims_join_those_of_the_table(engine: Engine) -> None:
    sign_ins.begin(engine, WHO)
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, WHO.person, "officer", 16)
        roles.grant(connection, STEWARD, WHO.person, "certifier")
    now = rights(engine)
    assert now.offices == {1, 16}
    assert now.is_certifier
    assert not now.is_steward


def test_what_the_provider_takes_away_is_gone_with_the_next_sign_in(engine: Engine) -> None:
    steward = replace(WHO, roles=ClaimedRoles(is_certifier=True, is_steward=True))
    sign_ins.begin(engine, steward)
    assert rights(engine).is_steward
    later = replace(WHO, issued_at=WHO.issued_at + 60, roles=ClaimedRoles())
    sign_ins.begin(engine, later)
    sign_ins.begin(engine, steward)  # lives on in another browser
    now = rights(engine)
    assert not now.may_certify
    assert not now.may_send


def test_without_the_setting_kept_roles_say_nothing(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_ins.begin(engine, WHO)
    monkeypatch.delenv("ESC_ROLES_CLAIM")
    assert not rights(engine).may_send


def test_an_officer_by_claim_may_write_only_the_rows_of_the_office(engine: Engine) -> None:
    with pytest.raises(RefusedError, match="may not send"):
        acts.send(engine, WHO.person, [enrolment((HAT_YAI, 2568, "1"))], AMEND)
    sign_ins.begin(engine, WHO)
    draft = acts.send(engine, WHO.person, [enrolment((HAT_YAI, 2568, "1"))], AMEND)
    assert [one.code for one in acts.review(engine, draft).errors] == ["outside_office"]
    with pytest.raises(RefusedError, match="errors"):
        acts.submit(engine, WHO.person, draft.submission_id, accepts_warnings=True)
    part = replace(AMEND, mode="office", office_number=16, fiscal_year_be=2568)
    with pytest.raises(RefusedError, match="office 16"):
        acts.send(engine, WHO.person, [enrolment((HAT_YAI, 2568, "1"))], part)
