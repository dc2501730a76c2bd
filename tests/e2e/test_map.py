"""The map: by mouse, by keyboard alone, over the years."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.reader import Reader, Witness
from utils.words import Words

MOST_STOPS = 60  # a reader who needs more presses of Tab will not get there
REACHED = "() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement)"
REACHED += " e = e.shadowRoot.activeElement; return e?.closest('.outlines') !== null; }"


def tab_to_the_map(page: Page) -> None:
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(REACHED):
            return
    pytest.fail(f"the map was not reached by {MOST_STOPS} presses of Tab")


@pytest.mark.parametrize("view", ["outlines", "tiles"])
def test_a_click_opens_the_province(reader: Reader, view: str) -> None:
    words = reader.open("map", "en", rule="a")
    reader.province("Nakhon Sawan", view=view).click()
    reader.sees("province", words)
    reader.address_is("province", province="TH-60", lang="en", rule="a")
    expect(reader.filter("province", words)).to_have_value("Nakhon Sawan")
    expect(reader.page.locator(".facts .lead")).to_contain_text("Nakhon Sawan")


def test_the_overviews_map_and_names_open_the_province_too(reader: Reader) -> None:
    words = reader.open("overview")
    reader.province("เชียงใหม่").click()
    reader.sees("province", words)
    reader.address_is("province", province="TH-50")
    reader.turns_to("overview", words)
    reader.page.get_by_role("link", name="มุกดาหาร", exact=True).click()
    reader.sees("province", words)
    reader.address_is("province", province="TH-49")


def test_a_neighbour_on_the_provinces_own_map_opens(reader: Reader) -> None:
    words = reader.open("province", "en", province="TH-60", year="2562")
    reader.province("Uthai Thani").click()
    expect(reader.filter("province", words)).to_have_value("Uthai Thani")
    reader.address_is("province", province="TH-61", lang="en", year="2562")


def test_back_from_a_province_returns_to_the_map(reader: Reader) -> None:
    words = reader.open("map", "en", year="2562")
    reader.province("Nakhon Sawan").click()
    reader.sees("province", words)
    reader.page.go_back()
    reader.sees("map", words)
    reader.address_is("map", lang="en", year="2562")


def test_the_keyboard_alone_walks_the_map_and_opens_a_province(reader: Reader) -> None:
    words = reader.open("map", "en")
    tab_to_the_map(reader.page)
    # The first stop is Bangkok; south of it lies Samut Prakan, west Nakhon Pathom or Nonthaburi.
    expect(reader.province("Bangkok")).to_be_focused()
    reader.page.keyboard.press("ArrowDown")
    expect(reader.province("Samut Prakan")).to_be_focused()
    expect(reader.page.locator(".provinces .tip")).to_contain_text("Samut Prakan")
    reader.page.keyboard.press("ArrowUp")
    expect(reader.province("Bangkok")).to_be_focused()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.sees("province", words)
    reader.address_is("province", province="TH-11", lang="en")


def test_hover_says_name_value_and_year(reader: Reader) -> None:
    reader.open("map", "en")
    reader.province("Nakhon Sawan", view="tiles").hover()
    tip = reader.page.locator(".provinces .tip")
    # Takhli 2552 to Nakhon Sawan 2562: two municipalities.
    expect(tip).to_contain_text("Nakhon Sawan")
    expect(tip).to_contain_text("2552–2562")
    expect(tip).to_contain_text("municipalities: 2")
    expect(tip).to_contain_text(Words("en")("status.counted"))


def test_the_year_slider_changes_the_year_and_never_the_classes(reader: Reader) -> None:
    # From the last year of which every list is whole: with one missing, some states are not told.
    words = reader.open("map", "en", year="2562")
    page = reader.page
    labels = page.locator(".provinces .legend li span")
    keys = page.locator(".provinces .legend li rect:last-child")
    classes = labels.all_inner_texts()
    fills = [key.get_attribute("fill") for key in keys.all()]
    counted = page.locator(".provinces .legend li").first
    expect(counted).to_have_text(f"{words('status.counted')}67")

    slider = page.get_by_role("slider")
    slider.press("ArrowLeft")
    reader.address_is("map", lang="en", year="2561")
    expect(counted).to_have_text(f"{words('status.counted')}60")  # 2559 and 2561 together
    expect(reader.filter("year", words)).to_have_value("2561")
    expect(labels).to_have_text(classes)
    assert [key.get_attribute("fill") for key in keys.all()] == fills


def test_the_label_names_measure_and_year_and_bangkok_is_said_to_be_outside(
    reader: Reader,
) -> None:
    words = reader.open("map", "en", year="2562", show="best")
    label = words("map.label", measure=words("map.measure.best"), year=2562)
    for view in ("outlines", "tiles"):
        drawn = reader.page.locator(f".{view}")
        expect(drawn).to_have_attribute("aria-label", label)
        expect(drawn.get_by_role("button")).to_have_count(77)
        expect(reader.province("Bangkok", view=view)).to_have_attribute(
            "aria-label", re.compile(re.escape(words("status.outside")))
        )


def test_the_outlines_are_fetched_once_for_all_pages(newcomer: Reader, witness: Witness) -> None:
    words = newcomer.open("overview")
    newcomer.turns_to("map", words)
    newcomer.turns_to("province", words)
    newcomer.chooses("year", "2562", words)
    newcomer.turns_to("overview", words)
    assert len([url for url in witness.requests if "/outlines/" in url]) == 1


def test_points_are_drawn_over_the_outlines(newcomer: Reader, witness: Witness) -> None:
    words = newcomer.open("map", "en")
    with newcomer.page.expect_request("**/provinces.geojson"):
        newcomer.page.get_by_role("radio", name=words("map.view.points")).click()
    newcomer.address_is("map", lang="en", view="points")
    expect(
        newcomer.page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first
    ).to_be_visible()
    expect(newcomer.page.get_by_role("figure")).to_have_attribute(
        "aria-label", re.compile("of the 278 municipalities")
    )
    expect(newcomer.page.locator(".legends li")).to_have_count(2)
    newcomer.page.wait_for_load_state("networkidle")
    assert len([url for url in witness.requests if url.endswith("provinces.geojson")]) == 1
