"""From a slide to the office that must call, and back: what a publication closes, closes itself."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, expect
from sqlalchemy import Engine

from tests.desk.people import one_more_award
from tests.e2e.test_desk import SAY, context, engine, rests

__all__ = ["context", "engine"]  # the desk's own store and server

CHANTHABURI = "จันทบุรี"


def test_a_slide_leads_to_the_office_and_a_publication_closes_its_item(
    context: BrowserContext, engine: Engine
) -> None:
    page = context.new_page()
    page.goto("/present?slides=needs&office=13")
    page.get_by_role("link", name=SAY("area_page.of_area")).click()
    expect(page.get_by_text(SAY("area_page.lead", n=7).replace("**", ""))).to_be_visible()
    menu = page.get_by_test_id("stTopNavLink")
    expect(menu.first).to_contain_text(SAY("area.menu"))  # first, as an office is chosen

    page.get_by_role("row", name=CHANTHABURI).get_by_role("link").first.click()
    card = page.locator(".st-key-area-item")
    expect(card).to_contain_text(SAY("work.rule.province_waiting"))
    rests(page)
    address = page.url

    number = one_more_award(engine, "LAO-22-002").number
    later = context.new_page()
    later.goto(address)  # the link is the first thing that somebody else asks for
    expect(later.locator(".st-key-area-item")).to_contain_text(f"{number}")
    expect(later.get_by_text(SAY("area_page.lead", n=6).replace("**", ""))).to_be_visible()
    later.get_by_role("link", name=CHANTHABURI).first.click()
    expect(later.get_by_text(SAY("status.counted")).first).to_be_visible()
