"""A phone, a laptop, a large screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.e2e.reader import Reader
from utils.screen.pages import PAGES
from utils.words import LANGS, Lang

PHONE: ViewportSize = {"width": 360, "height": 740}
LARGE: ViewportSize = {"width": 1920, "height": 1080}
# Streamlit scrolls in a box of its own: neither it nor the document may be wider than shown.
FITS = """
() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
  .every(box => box.scrollWidth <= box.clientWidth)
"""
# Pictures measure their place in the frame after the screen has grown.
REDRAWN = """
() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
  setTimeout(done))))
"""
REMAINING = {
    "th": [
        "นราธิวาส",
        "พังงา",
        "มุกดาหาร",
        "กระบี่",
        "จันทบุรี",
        "นครพนม",
        "สมุทรสงคราม",
        "สมุทรสาคร",
        "เพชรบุรี",
    ],
    "en": [
        "Narathiwat",
        "Phang-nga",
        "Mukdahan",
        "Krabi",
        "Chanthaburi",
        "Nakhon Phanom",
        "Samut Songkhram",
        "Samut Sakhon",
        "Phetchaburi",
    ],
}


def inside(part: Locator, size: ViewportSize) -> bool:
    box = part.bounding_box()
    assert box is not None
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size["width"]
        and box["y"] + box["height"] <= size["height"]
    )


def grows_and_fits(page: Page) -> None:
    """Make an open page's screen large, and expect all of it to fit once it is drawn anew."""
    page.set_viewport_size(LARGE)
    page.evaluate(REDRAWN)
    page.wait_for_function(FITS)


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)
    return page


@pytest.mark.parametrize("lang", LANGS)
def test_a_phones_first_screen_holds_number_rule_year_and_names(phone: Page, lang: Lang) -> None:
    reader = Reader(phone)
    words = reader.open("overview", lang)
    main = phone.locator(".brief .main")
    expect(main.locator(".window")).to_contain_text("2563")
    expect(main.locator(".rule")).to_have_text(words("rule.b", n=3))
    parts = {
        "number": reader.number,
        "rule": main.locator(".rule"),
        "year": main.locator(".window"),
        "remaining": phone.get_by_role("heading", name=words("overview.not_known", n=9)),
        **{name: phone.get_by_role("link", name=name, exact=True) for name in REMAINING[lang]},
    }
    for part in parts.values():
        expect(part).to_be_visible()
    assert [name for name, part in parts.items() if not inside(part, PHONE)] == []


# On a laptop: tests/e2e/test_access.py, which is at every view anyway.
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_on_a_phone_or_a_large_screen(
    phone: Page, name: str, lang: Lang
) -> None:
    Reader(phone).open(name, lang)
    phone.wait_for_function(FITS)
    grows_and_fits(phone)


def test_the_points_fit_a_phone_too(phone: Page) -> None:
    Reader(phone).open("map", "en", view="points")
    phone.wait_for_function(FITS)


def test_a_laptops_first_screen_holds_the_answer_and_rule_d(reader: Reader) -> None:
    reader.open("overview", "en")
    for part in (reader.number, reader.page.locator(".brief .other .number")):
        expect(part).to_be_in_viewport(ratio=1)


def test_the_layers_of_a_chart_lie_on_each_other(reader: Reader) -> None:
    # Plotly draws a chart and its legend as two pictures, one above the other.
    reader.open("overview")
    plot = reader.page.locator(".chart")
    plot.scroll_into_view_if_needed()
    layers = plot.locator(".main-svg")
    expect(layers).not_to_have_count(0)
    expect(plot.locator("g.legend")).to_be_visible()
    tops = layers.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert len(tops) > 1
    assert max(tops) - min(tops) < 1
