"""The offline page, opened from a disk with the network off."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.e2e.reader import Witness
from tests.figures.slides.meeting import built, selection
from utils.exports.pack.offline_page import page
from utils.words import Words


def test_it_works_from_a_disk_and_asks_nobody(browser: Browser, tmp_path: Path) -> None:
    chosen = selection("en", names=("stand", "map", "remaining"))
    path = tmp_path / "meeting.html"
    path.write_bytes(page(chosen, built(chosen), 2547))
    witness = Witness()
    context = browser.new_context(offline=True)
    witness.watch(context)
    opened = context.new_page()
    opened.goto(path.as_uri())
    expect(
        opened.get_by_text("at least 67 of 76 provinces are counted; 9 are not known").first
    ).to_be_visible()
    opened.get_by_role("img").locator("path").filter(has_text="Mukdahan").click(force=True)
    told = opened.get_by_role("status")
    expect(told).to_have_text(f"Mukdahan: {Words('en')('status.not_known')}")
    opened.get_by_text("Table (77 rows)").click()
    opened.get_by_role("searchbox").fill("mukdahan")
    expect(opened.locator("tbody tr:visible").filter(has_text="Mukdahan")).to_have_count(1)
    expect(opened.locator("tbody tr:visible").filter(has_text="Yala")).to_have_count(0)
    assert [url for url in witness.requests if not url.startswith(("file:", "data:"))] == []
    assert witness.complaints == []
    context.close()
