"""A link as the first request after a restart: Streamlit then runs the page's file by itself.

The browser is as new as the server: it has kept nothing, so every request is seen.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.reader import DESKTOP, MENU, Reader, Witness
from utils.screen.app.filters import OF_AREA
from utils.screen.app.page import AREA, FRONT
from utils.screen.pages import PAGES
from utils.words import Lang, Words

Link = tuple[str, Lang, dict[str, str], dict[str, str]]

LINKS: list[Link] = [
    (
        "overview",
        "en",
        {"year": "2562", "rule": "d", "region": "4-North"},
        {"year": "2562", "rule": "(d) Provincial-centre city", "region": "North (4 regions)"},
    ),
    (
        "map",
        "en",
        {"year": "2555", "show": "first", "cluster": "C01"},
        {"year": "2555", "measure": "Year of the first result", "cluster": "Upper Northern 1"},
    ),
    ("map", "th", {"view": "points"}, {"year": "2563"}),
    (
        "staircase",
        "en",
        {"year": "2562", "part": "follow", "region": "4-South"},
        {"year": "2562", "region": "South (4 regions)"},
    ),
    (
        "scores",
        "en",
        {"year": "2565", "part": "takes", "assessor": "area", "type": "SM"},
        {"year": "2565"},
    ),
    ("pilots", "th", {"cities": "LAO-60-001,LAO-55-004", "year": "2562"}, {"year": "2562"}),
    ("city", "en", {"city": "LAO-60-001"}, {"year": "2563"}),
    (
        "province",
        "en",
        {"province": "TH-96", "rule": "a", "window": "5"},
        {"province": "Narathiwat", "rule": "(a) Ever", "window": "5 fiscal years"},
    ),
    ("history", "en", {"part": "quality"}, {"year": "2563"}),
    ("methods", "th", {"year": "2561", "rule": "c"}, {"year": "2561"}),
]
# A page that only some installations offer says so in an alert elsewhere: tests/e2e/test_desk.py.
OTHERS: list[Link] = [
    (name, "en", {"year": "2562"}, {"year": "2562"})
    for name, page in PAGES.items()
    if name not in {link[0] for link in LINKS} and isinstance(page.in_menu, bool)
]


@pytest.mark.parametrize(("name", "lang", "link", "shown"), [*LINKS, *OTHERS])
def test_a_link_opens_its_page_and_filters_first_thing(
    browser: Browser,
    fresh_address: str,
    witness: Witness,
    name: str,
    lang: Lang,
    link: dict[str, str],
    shown: dict[str, str],
) -> None:
    context = browser.new_context(base_url=fresh_address, viewport=DESKTOP)
    witness.watch(context)
    reader = Reader(context.new_page())
    words = reader.open(name, lang, **link)

    for param, option in shown.items():
        expect(reader.filter(param, words)).to_have_value(option)
    codes = {**link, "lang": lang} if lang != "th" else link
    reader.address_is(name, **codes)

    # The menu is the frame's, in the reader's language, not Streamlit's list of file names; the
    # page of an area stands first once the link chooses one.
    first = AREA if set(OF_AREA) & set(link) else FRONT
    expect(reader.page.get_by_role("navigation").get_by_role("link")).to_have_text(
        [words(f"{page}.menu") for page in sorted(MENU, key=lambda one: one != first)]
    )
    expect(reader.page.get_by_test_id("stSidebarNav")).to_have_count(0)
    expect(reader.page).to_have_title(f"{words(f'{name}.menu')} · {words('app.title')}")
    expect(reader.page.get_by_role("dialog")).to_have_count(0)  # no "page not found"
    expect(reader.page.get_by_role("alert")).to_have_count(0)
    # Charts and maps ask for what they need while they are drawn: all of it is in by now.
    reader.page.wait_for_load_state("networkidle")
    context.close()
    assert len(witness.requests) > 20
    assert witness.foreign() == []
    assert witness.complaints == []


def test_the_overview_by_its_own_name_is_no_unknown_page(reader: Reader) -> None:
    reader.page.goto("/overview?lang=en")
    reader.sees("overview", Words("en"))
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
