"""The page of an office: what it follows up, by hand; what is said; what the data close."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import openpyxl
import pandas as pd
import pypdfium2
import pytest
import streamlit as st
from icalendar import Calendar
from streamlit.testing.v1 import AppTest

from tests.desk.people import STEWARD, one_more_award
from tests.pages.opened import address, component, everything, open_page, short_table, turn
from utils.desk import reporting_rounds, worklist
from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.store.connect import writing
from utils.desk.worklist import Said
from utils.exports.area import papers
from utils.exports.area.papers import Deadline, Papers, Section
from utils.measures.worklist.item import Item
from utils.tables import calendar
from utils.words import LANGS, Lang, Words

SAY: Final = Words("en")
ITEM: Final = "province_waiting.2563.22.b"  # Chanthaburi, of office 13
OFFICER: Final = "officer of office 13"
SUBJECT: Final = SAY("work.column.subject")


@pytest.mark.parametrize("lang", LANGS)
def test_an_office_sees_where_it_stands_and_what_to_follow_up(lang: Lang) -> None:
    words, app = Words(lang), open_page("area", lang=lang, office="13")
    assert not app.exception
    standing = component(app, "area.standing")
    # Office 13 has six provinces; Chanthaburi is not known. The country: 67 of 76, 9 not known.
    assert (standing["main"]["number"], standing["others"][0]["number"]) == ("5", "67")
    assert words("area_page.lead", n=7) in [text.value for text in app.markdown]
    waiting = short_table(app, "area.worklist.province_waiting")
    assert len(waiting) == 1
    assert len(short_table(app, "area.worklist.centre_without_result")) == 6
    assert component(app, "area.map")["zoomed"]
    assert words("area_page.disputed", names=words.pick(th="สมุทรปราการ", en="Samut Prakan")) in [
        text.value for text in app.caption
    ]
    for wrong in ("หมดอายุ", "ล้าหลัง", "ตกชั้น", "expired"):
        assert wrong not in everything(app)


def test_the_centre_sees_every_office_with_its_count_in_the_order_of_numbers() -> None:
    app = open_page("area", lang="en")
    offices = short_table(app, "area.offices")
    assert len(offices) == 16
    assert offices[SAY("area_page.provinces")].sum() == 76
    # 69 items, of which the missing list of 2563 is of no office
    assert offices[SAY("area_page.items")].sum() == 68
    assert address(app).get("office") is None


def test_the_address_narrows_orders_and_opens_an_item() -> None:
    app = open_page("area", lang="en", province="TH-22", item=ITEM)
    assert component(app, "area.standing")["main"]["of"].startswith("of 1 province")
    assert next(text.value for text in app.subheader).startswith("Chanthaburi")
    assert SAY("area_page.sign_in") in [text.value for text in app.caption]
    turn(app, province="", work="centre_without_result", order="place", office="13")
    table = short_table(app, "area.worklist")
    assert len(table) == 6
    assert table[SUBJECT].iloc[0] == "Samut Prakan CM · Samut Prakan"
    turn(app, item="no.such")
    assert SAY("area_page.no_item") in [text.value for text in app.markdown]


@pytest.mark.parametrize("wrong", [{"item": "<b>"}, {"work": "x"}, {"state": "x"}, {"order": "x"}])
def test_what_the_address_may_not_hold_is_named(wrong: dict[str, str]) -> None:
    app = open_page("area", lang="en", **wrong)
    assert not app.exception
    assert len(app.warning) == 1


def test_a_publication_closes_an_item_which_stays_readable(local_desk: None) -> None:
    del local_desk
    engine = store.opened()
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, OFFICER, "officer", 13)
    app = claimed(OFFICER, office="13", item=ITEM)
    app.text_input(key=f"area.said.{ITEM}.owner").set_value("ผอ.ส่วน")
    app.text_input(key=f"area.said.{ITEM}.due_on").set_value("30/9/2570")
    app.button(key="area.keep").click().run()
    assert not app.exception
    [note] = history(ITEM)
    assert (note.owner, note.due_on, note.person) == ("ผอ.ส่วน", "2027-09-30", OFFICER)

    number = one_more_award(engine, "LAO-22-002").number
    turn(app)
    assert "area.worklist.province_waiting" not in keys(app)
    assert SAY("area_page.was_closed", day=today(), number=number) in texts(app)
    assert "ส่วน" in "".join(texts(app))
    outside = open_page("area", lang="en", office="13", item=ITEM)
    assert "ส่วน" not in "".join(texts(outside))  # what is said is for who writes for the province
    turn(app, state="closed")
    closed = short_table(app, "area.closed")
    assert closed[SAY("area_page.closed_by")].tolist() == [f"Release no. {number}"]
    assert closed[SUBJECT].tolist() == ["Chanthaburi"]


def test_the_day_of_a_note_is_in_the_calendar_of_who_may_read_it(
    local_desk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del local_desk
    engine, made = store.opened(), dict[str, Callable[[], bytes]]()
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, OFFICER, "officer", 13)
    item = Item(rule="province_waiting", fiscal_year_be=2563, province_code="22", about="b")
    worklist.say(engine, OFFICER, item, Said(due_on="30/9/2570"))
    offer = st.download_button

    def take(label: str, data: Callable[[], bytes], *, file_name: str, **rest: Any) -> bool:  # noqa: ANN401
        made[file_name.rsplit(".", 1)[-1]] = data
        return offer(label, data, file_name=file_name, **rest)

    monkeypatch.setattr(st, "download_button", take)
    with ThreadPoolExecutor() as elsewhere:  # where Streamlit has a file written
        claimed(OFFICER, office="13")
        of_officer = elsewhere.submit(made["ics"]).result()
        open_page("area", lang="en", office="13")
        of_reader = elsewhere.submit(made["ics"]).result()
    read: Any = Calendar.from_ical(of_officer)
    assert [str(event["uid"]) for event in read.walk("VEVENT")] == [f"{ITEM}@esc"]
    assert b"VEVENT" not in of_reader


def test_another_office_reads_and_does_not_write(local_desk: None) -> None:
    del local_desk
    engine = store.opened()
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, OFFICER, "officer", 12)
    app = claimed(OFFICER, office="13", item=ITEM)
    assert SAY("area_page.not_yours") in [text.value for text in app.caption]
    assert not [button for button in app.button if button.key == "area.keep"]


def test_an_open_round_is_told_with_its_days_and_its_missing_parts(local_desk: None) -> None:
    del local_desk
    last = reporting_rounds.last_day(2570)
    reporting_rounds.open_round(store.opened(), STEWARD, 2570, last)
    app = open_page("area", lang="en", office="13")
    assert len(short_table(app, "area.worklist.part_missing")) == 4
    assert len(short_table(app, "area.round.2570")) == 1
    left = (last - calendar.today()).days
    assert any(str(left) in text for text in texts(app))
    turn(app, release="1")  # the newest by its number shows what is at hand too
    assert len(short_table(app, "area.round.2570")) == 1


def test_files_hold_what_the_page_holds() -> None:
    made = sample()
    book = openpyxl.load_workbook(io.BytesIO(papers.write("xlsx", made)))
    sheet = book.worksheets[1]
    assert [cell.value for cell in sheet[4]] == ["Place", "n"]
    assert [cell.value for cell in sheet[5]] == ["=1+1 Krabi", 3]
    assert sheet["A5"].data_type == "s"  # a text, never a formula
    printed = pypdfium2.PdfDocument(papers.write("pdf", made))
    assert len(printed) == 1
    assert "Krabi" in printed[0].get_textpage().get_text_range()
    read: Any = Calendar.from_ical(papers.write("ics", made))
    [event] = read.walk("VEVENT")
    assert event["dtstart"].dt.isoformat() == "2027-09-30"
    assert event["dtend"].dt.isoformat() == "2027-10-01"
    assert str(event["summary"]) == "รอบรายงาน, สิ้นสุด; 2570"
    assert papers.write("ics", made) == papers.write("ics", made)


def sample() -> Papers:
    table = pd.DataFrame({"Place": ["=1+1 Krabi"], "n": [3]})
    return Papers(
        title="My area: REPCO 13",
        lead=("at least 5 of 6",),
        sections=(Section(title="To follow up", note="note", table=table, lines=("Krabi",)),),
        deadlines=(
            Deadline(
                uid="round.2570@esc",
                day=reporting_rounds.last_day(2570),
                title="รอบรายงาน, สิ้นสุด; 2570",
            ),
        ),
        release="Release no. 1",
        released="2026-11-24",
        link="area?office=13",
        words=SAY,
    )


def claimed(person: str, **link: str) -> AppTest:
    """Open the page as somebody who said at the desk who they are."""
    app = open_page("area", lang="en", **link)
    app.session_state["desk.claimed"] = person
    return app.run()


def history(item_id: str) -> list[worklist.Note]:
    with store.opened().connect() as connection:
        return worklist.of_item(connection, item_id)


def keys(app: AppTest) -> set[str | None]:
    return {mounted.key for mounted in app.get("bidi_component")}


def texts(app: AppTest) -> list[str]:
    return [text.value for text in app.markdown]


def today() -> str:
    return calendar.date_be(calendar.today())
