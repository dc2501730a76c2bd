"""The yearly round in a browser: sixteen offices, a year that is opened, an item that closes."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, expect
from sqlalchemy import Engine

from tests.desk.people import AMEND, CERTIFIER, STEWARD, enrolment, one_more_award
from tests.e2e.test_desk import SAY, context, engine, picks, presses, rests, sits
from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.store.connect import writing
from utils.desk.submissions import acts
from utils.screen.desk.actions import escaped
from utils.tables.declared import schemas

__all__ = ["context", "engine"]  # the desk's own store and server

YEAR = 2570
CHANTHABURI = "จันทบุรี"
TITLE = schemas.ENROLMENT.title_th
NOT_SENT, DRAFT, RETURNED = (15, 16), 14, 13
LIST = (
    "region,Environmental Office Region,province,municipality,fiscal year,size,"
    "Type of Certificate,Certificate,Type\n"
    "ภาคใต้,สสภ.16 (สงขลา),ปัตตานี,ทม.ปัตตานี,2564,เมือง,ระดับประเทศ,รางวัลเมืองคาร์บอนต่ำ,ทม.\n"
)


def sixteen_offices(engine: Engine) -> list[str]:
    """Let each office send a row of an LAO of its own; return the submissions that wait."""
    register = store.table("municipalities", store.release(1, engine), engine)
    waiting = []
    for office in range(1, 17):
        person = f"officer {office}"
        with writing(engine) as connection:
            roles.grant(connection, STEWARD, person, "officer", office)
            codes = roles.writable(connection, [office], 1)
        if office in NOT_SENT:
            continue
        lao = register[register["province_code"].isin(codes)]["lao_id"].iloc[0]
        draft = acts.send(engine, person, [enrolment((lao, YEAR, "1"))], AMEND)
        acts.review(engine, draft)
        if office != DRAFT:
            acts.submit(engine, person, draft.submission_id, accepts_warnings=True)
            waiting.append(draft.submission_id)
        if office == RETURNED:
            acts.reject(engine, CERTIFIER, waiting.pop(), "ขั้นไม่ตรงกับหลักฐาน")
    return waiting


def test_a_september_with_sixteen_offices(context: BrowserContext, engine: Engine) -> None:
    waiting = sixteen_offices(engine)
    page = context.new_page()
    page.goto(f"/desk?part=round&round={YEAR}")
    sits(page, STEWARD, "round")
    expect(page.get_by_text(SAY("round.never", year=YEAR))).to_be_visible()
    page.get_by_text(SAY("round.open"), exact=True).first.click()
    presses(page, SAY("round.open"))
    expect(page.get_by_text(re.compile("เหลือ .* วัน"))).to_be_visible()
    rows = page.locator(".short-table tbody tr")
    expect(rows).to_have_count(16)
    expect(rows.nth(0)).to_contain_text(SAY("desk.state.submitted"))
    expect(rows.nth(RETURNED - 1)).to_contain_text(SAY("desk.state.rejected"))
    expect(rows.nth(DRAFT - 1)).to_contain_text(SAY("desk.state.draft"))
    for office in NOT_SENT:
        expect(rows.nth(office - 1)).to_contain_text(SAY("round.not_received"))

    sits(page, CERTIFIER, "sent")
    expect(page.locator(".short-table tbody tr")).to_have_count(len(waiting))
    page.get_by_text(SAY("queue.certify_several", n=len(waiting))).click()
    for one in waiting[:2]:
        page.get_by_text(re.compile(one)).first.click()
        rests(page)
    button = page.get_by_role("button", name=SAY("queue.certify", n=2), exact=True)
    expect(button).to_be_disabled()
    for seen in page.get_by_text(SAY("queue.seen"), exact=True).all():
        seen.click()
        rests(page)
    button.click()
    expect(page.get_by_text(escaped(SAY("queue.certify_done", n=2))).first).to_be_visible()
    states = [acts.find_submission(engine, one).state for one in waiting[:3]]
    assert states == ["certified", "certified", "submitted"]


def test_a_year_is_opened_on_the_page(context: BrowserContext, engine: Engine) -> None:
    page = context.new_page()
    page.goto("/desk")
    sits(page, STEWARD, "send")
    page.locator("input[type=file]").last.set_input_files(
        {"name": "บัญชี 2564.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    )
    presses(page, SAY("desk_page.check"))
    expect(page.get_by_text(SAY("desk_page.errors_first"))).to_be_visible()
    status, prize = schemas.ROUNDS.columns["status"], schemas.PRIZES.columns["prize_class"]
    picks(page, SAY("open_year.status"), status.label("complete", "th"))
    picks(page, prize.title_th, prize.label("winner", "th"))
    rests(page)
    presses(page, SAY("open_year.keep"))
    expect(page.get_by_text(SAY("desk_page.errors_first"))).to_be_hidden()
    presses(page, SAY("desk_page.submit"))
    expect(page.get_by_text(SAY("desk_page.next_certifier"))).to_be_visible()
    sits(page, CERTIFIER, "sent")
    presses(page, SAY("desk_page.certify"))
    expect(page.get_by_text(SAY("desk_page.next_steward"))).to_be_visible()
    sits(page, STEWARD, "sent")
    presses(page, SAY("desk_page.publish"))
    expect(page.get_by_text(SAY("desk_page.publish"), exact=True)).to_be_hidden()
    assert store.newest(engine) == 2
    awards = store.table("awards", store.release(2, engine), engine)
    assert awards[awards["fiscal_year_be"] == 2564]["prize_class"].tolist() == ["winner"]


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
