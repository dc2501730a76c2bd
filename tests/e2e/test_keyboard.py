"""The keyboard alone: every stop is reached by Tab from the top of the page, and does its work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.e2e.reader import Reader
from utils.screen.app.filters import FOLDED, IN_SIGHT
from utils.words import Words

MOST_STOPS = 60  # a reader who needs more presses of Tab will not get there
# Also inside a component, which has a tree of its own.
FOCUSED = "element => element.getRootNode().activeElement === element"


def tabs_to(stop: Locator) -> None:
    """Press Tab until `stop` has the focus."""
    for _ in range(MOST_STOPS):
        stop.page.keyboard.press("Tab")
        if stop.evaluate(FOCUSED):
            return
    pytest.fail(f"{stop} was not reached by {MOST_STOPS} presses of Tab")


def test_the_copy_button_is_reached_and_copies(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    reader = Reader(context.new_page())
    words = reader.open("overview", "en")
    copied = reader.page.get_by_text(words("overview.copied"), exact=True)
    expect(copied).to_have_count(0)
    tabs_to(reader.page.get_by_role("button", name=words("overview.copy")))
    reader.page.keyboard.press("Enter")
    expect(copied).to_be_visible()
    text = str(reader.page.evaluate("navigator.clipboard.readText()"))
    assert "67 of 76 provinces" in text


def test_rows_open_and_their_file_is_taken(reader: Reader, tmp_path: Path) -> None:
    words = reader.open("overview", "en")
    label = words("overview.rows", rule=words("rule.b", n=3))
    tabs_to(reader.page.locator("summary").filter(has_text=label))
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_text(words("overview.rows_note", n=325)).first).to_be_visible()

    tabs_to(reader.page.get_by_role("button", name=words("save.csv")))
    with reader.page.expect_download() as taken:
        reader.page.keyboard.press("Enter")
    taken.value.save_as(tmp_path / "rows.csv")
    heading = (tmp_path / "rows.csv").read_text("utf-8-sig").splitlines()[0]
    assert heading.startswith(words("column.source_row"))


def test_every_filter_is_reached(reader: Reader) -> None:
    words = reader.open("overview")
    assert passed(reader, IN_SIGHT, words) == set(IN_SIGHT)


def test_every_folded_filter_is_reached(reader: Reader) -> None:
    words = reader.open("overview")
    tabs_to(reader.page.locator("summary").filter(has_text=words("filter.more")))
    reader.page.keyboard.press("Enter")
    assert passed(reader, FOLDED, words) == set(FOLDED)


def passed(reader: Reader, params: Iterable[str], words: Words) -> set[str]:
    """Return the filters, of those asked for, that have the focus at some press of Tab."""
    filters = {param: reader.filter(param, words) for param in params}
    for stop in filters.values():
        expect(stop).to_be_visible()
    found: set[str] = set()
    for _ in range(MOST_STOPS):
        reader.page.keyboard.press("Tab")
        found |= {param for param, stop in filters.items() if stop.evaluate(FOCUSED)}
    return found


def test_a_filter_is_chosen_by_typing(reader: Reader) -> None:
    words = reader.open("overview", "en")
    tabs_to(reader.filter("region", words))
    reader.page.keyboard.type("South (4")
    reader.page.keyboard.press("Enter")
    reader.address_is("overview", lang="en", region="4-South")
    expect(reader.number).to_contain_text("of 14 provinces")


def test_the_year_slider_is_reached_and_moves(reader: Reader) -> None:
    reader.open("map", "en")
    tabs_to(reader.page.get_by_role("slider"))
    reader.page.keyboard.press("ArrowLeft")
    reader.address_is("map", lang="en", year="2562")
