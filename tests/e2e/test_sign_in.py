"""Signing in at a real OpenID Connect provider, what that allows at the desk, and signing out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from sqlalchemy import Engine

from tests.desk.filled import fill
from tests.desk.people import CHIANG_MAI, STEWARD, enrolment
from tests.e2e.forked import serve
from tests.e2e.provider import provider, secrets
from tests.e2e.reader import DESKTOP, Witness
from tests.serving import HOST, free_port
from utils.desk.people import roles
from utils.desk.store import audit
from utils.desk.store.connect import connect, writing
from utils.desk.submissions import submissions
from utils.words import Words

OFFICER = "officer@example.org"
CLAIMS = {
    "sub": "1001",
    "email": OFFICER,
    "email_verified": True,
    "roles": ["esc-officer-16", "esc-officer-99", "offline_access"],
}
STYLE = "https://cdn.jsdelivr.net/"  # what the forms of this provider would like to look like
SAY = Words("en")


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setenv("ESC_STEWARDS", STEWARD)
    monkeypatch.setenv("ESC_ROLES_CLAIM", "roles")
    file = tmp_path / "esc.sqlite"
    fill(f"sqlite:///{file}")
    opened = connect(f"sqlite:///{file}")
    yield opened
    opened.dispose()


@pytest.fixture
def served(tmp_path: Path, engine: Engine) -> Iterator[tuple[str, str]]:
    """Yield the addresses of a dashboard and of the provider that it signs people in at."""
    port = free_port()
    with provider(CLAIMS) as issuer:
        file = secrets(tmp_path, issuer, f"http://{HOST}:{port}")
        store = Path(str(engine.url.database))
        with serve(port=port, store=store, secrets=file) as address:
            yield address, issuer


def acts_of(engine: Engine, person: str) -> list[str]:
    with engine.connect() as connection:
        return [row["action"] for row in audit.entries(connection) if row["person"] == person]


def signs_in(page: Page) -> None:
    page.goto("/desk?lang=en")
    expect(page.get_by_text(SAY("sign_in.needed"))).to_be_visible()
    expect(page.get_by_label(SAY("desk_page.files"))).to_have_count(0)
    page.get_by_role("button", name=SAY("sign_in.begin"), exact=True).click()
    page.get_by_role("button", name="1001", exact=True).click()
    page.wait_for_url("**/desk?lang=en")


def chooses_office_1(page: Page) -> None:
    """Choose to replace the part of office 1, the first of hers, and pick a file with its rows."""
    file = enrolment((CHIANG_MAI, 2568, "1"))
    page.get_by_text(SAY("desk_page.mode_office"), exact=True).click()
    office = page.get_by_role("combobox", name=SAY("desk_page.office"), exact=True)
    expect(office).to_have_value(SAY("desk_page.officer_of", office=1))
    chosen: FilePayload = {"name": file.name, "mimeType": "text/csv", "buffer": file.content}
    page.locator("input[type=file]").set_input_files(chosen)
    expect(page.get_by_role("button", name=SAY("desk_page.check"), exact=True)).to_be_enabled()


def test_an_officer_signs_in_is_refused_another_region_and_signs_out(
    browser: Browser, served: tuple[str, str], engine: Engine
) -> None:
    address, issuer = served
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, OFFICER, "officer", 1)
    witness = Witness()
    context = browser.new_context(base_url=address, viewport=DESKTOP)
    context.route(f"{STYLE}**", lambda route: route.abort())
    witness.watch(context)
    page = context.new_page()

    signs_in(page)
    expect(page.get_by_text(OFFICER)).to_contain_text("officer of office 1 · officer of office 16")
    assert acts_of(engine, OFFICER) == ["signed_in"]

    chooses_office_1(page)
    with writing(engine) as connection:  # while the page still shows what she might do
        roles.revoke(connection, STEWARD, OFFICER, "officer", 1)
    page.get_by_role("button", name=SAY("desk_page.check"), exact=True).click()
    # The reason stands in the page; a toast says it too, for a while.
    alert = page.get_by_test_id("stAlertContentError")
    expect(alert.get_by_text(SAY("refusal.other_office", office=1))).to_be_visible()
    with engine.connect() as connection:
        assert submissions.every(connection) == []

    page.get_by_role("button", name=SAY("sign_in.end"), exact=True).click()
    page.get_by_role("button", name="End session").click()
    expect(page.get_by_role("button", name=SAY("sign_in.begin"), exact=True)).to_be_visible()
    assert acts_of(engine, OFFICER) == ["signed_in", "signed_out"]
    hosts = {urlsplit(url).netloc for url in witness.requests if not url.startswith(STYLE)}
    assert hosts == {urlsplit(address).netloc, urlsplit(issuer).netloc}
    context.close()
