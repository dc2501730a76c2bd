"""A publication shows on a page that somebody has open, within seconds and without a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.desk.filled import fill
from tests.desk.people import STEWARD, one_more_award
from tests.e2e.reader import DESKTOP, Reader
from tests.serving import free_port, serve
from utils.desk.connect import connect
from utils.words import Words

SECONDS_MS = 10_000


def test_an_open_page_goes_over_to_a_new_release_and_a_pinned_one_does_not(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESC_STEWARDS", STEWARD)
    file = tmp_path / "esc.sqlite"
    fill(f"sqlite:///{file}")
    with serve(port=free_port(), store=file) as served:
        context = browser.new_context(base_url=served, viewport=DESKTOP)
        followed, pinned = Reader(context.new_page()), Reader(context.new_page())
        followed.open("overview", "en")
        pinned.open("overview", "en", release="1")
        expect(followed.number).to_contain_text("67")
        engine = connect(f"sqlite:///{file}")
        one_more_award(engine)
        engine.dispose()
        followed.page.bring_to_front()
        expect(followed.number).to_contain_text("68", timeout=SECONDS_MS)
        expect(followed.page.get_by_text("New data are out:")).to_be_visible()
        expect(pinned.number).to_contain_text("67")
        cite = Words("en")("release.cite")
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served)
        followed.page.get_by_role("button", name=cite).click()
        expect(followed.page.get_by_text(f"{served}/?lang=en&release=2")).to_be_visible()
        taken = followed.page.evaluate("navigator.clipboard.readText()")
        assert taken.startswith("Data release no. 2 (as of ")
        assert taken.endswith("&release=2")
        context.close()
