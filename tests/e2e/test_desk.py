"""An officer's workbook: filled with a fault, mended, looked at, published, taken back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import Engine

from tests.desk.filled import fill
from tests.desk.people import CERTIFIER, STEWARD
from tests.e2e.conftest import blameless
from tests.e2e.forked import serve
from tests.e2e.reader import DESKTOP, Reader, Witness
from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.store.connect import connect, writing
from utils.tables.declared import schemas
from utils.words import Words

SAY = Words("th")
OFFICER = "ผู้ส่งข้อมูลภาคใต้"
ROLES = {
    OFFICER: SAY("desk_page.officer", office=15),
    CERTIFIER: SAY("desk_page.certifier"),
    STEWARD: SAY("desk_page.steward"),
}
PHRAYA = "ทต.ปลายพระยา"  # of Krabi, which waits: with this award 68 of 76 provinces count


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setenv("ESC_STEWARDS", STEWARD)
    monkeypatch.setenv("ESC_DESK", "local")
    fill(f"sqlite:///{tmp_path / 'esc.sqlite'}")
    opened = connect(f"sqlite:///{tmp_path / 'esc.sqlite'}")
    with writing(opened) as connection:
        roles.grant(connection, STEWARD, OFFICER, "officer", 15)
    yield opened
    opened.dispose()


@pytest.fixture
def context(browser: Browser, engine: Engine, witness: Witness) -> Iterator[BrowserContext]:
    with serve(store=Path(str(engine.url.database))) as served:
        opened = browser.new_context(base_url=served, viewport=DESKTOP)
        witness.watch(opened)
        yield opened
        opened.close()
    blameless(witness)


def rests(page: Page) -> None:
    """Wait until a run ends that is on its way: a list that is open would close with it."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def picks(page: Page, label: str, option: str) -> None:
    rests(page)
    box = page.get_by_role("combobox", name=label)
    box.scroll_into_view_if_needed()
    expect(box).to_be_in_viewport()  # its list would close with the page's moving
    box.click()
    page.get_by_role("option", name=option, exact=True).click()


def presses(page: Page, label: str) -> None:
    rests(page)  # a button that is drawn again under the finger would not hear it
    page.get_by_role("button", name=label, exact=True).click()


def sits(page: Page, person: str, part: str) -> None:
    """Say who sits at the machine, and turn to a part of the desk."""
    picks(page, SAY("desk_page.person"), person)
    expect(page.get_by_text(ROLES[person], exact=True)).to_be_visible()
    page.get_by_role("radio", name=SAY(f"desk_page.part_{part}"), exact=True).click()


def takes(page: Page, label: str) -> bytes:
    with page.expect_download() as started:
        presses(page, label)
    return Path(started.value.path()).read_bytes()


def sends(page: Page, content: bytes, label: str) -> None:
    """Choose a workbook in the last place for files, and have it checked."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator("input[type=file]").last.set_input_files(
        {"name": "สสภ15.xlsx", "mimeType": kind, "buffer": content}
    )
    expect(page.get_by_role("button", name=label, exact=True)).to_be_enabled()
    presses(page, label)


def edited(content: bytes, row: int, **values: object) -> bytes:
    """Return a workbook with cells of the sheet of awards written, by the names of its columns."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = awards_of(book)
    for name, value in values.items():
        sheet.cell(row, list(schemas.AWARDS.columns).index(name) + 1).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def awards_of(book: openpyxl.Workbook) -> openpyxl.worksheet.worksheet.Worksheet:
    return next(one for one in book.worksheets if schemas.AWARDS.title_th in one.title)


def takes_back(page: Page) -> None:
    """Return to the release before: proposed by a steward, certified by another, published."""
    sits(page, STEWARD, "back")
    page.get_by_text(SAY("desk_back.keep"), exact=True).click()  # it is an office's work
    page.get_by_label(SAY("desk_page.why")).fill("ยังไม่ยืนยัน")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=SAY("desk_back.propose"), exact=True)).to_be_enabled()
    presses(page, SAY("desk_back.propose"))
    expect(page.get_by_text(SAY("desk.state.submitted")).first).to_be_visible()
    sits(page, CERTIFIER, "sent")
    presses(page, SAY("desk_page.certify"))
    expect(page.get_by_text(SAY("desk.state.certified")).first).to_be_visible()
    sits(page, STEWARD, "sent")
    presses(page, SAY("desk_page.publish"))


def test_a_faulty_workbook_becomes_a_release_and_is_taken_back(
    context: BrowserContext, engine: Engine
) -> None:
    followed, page = Reader(context.new_page()), context.new_page()
    followed.open("overview")
    expect(followed.number).to_contain_text("67")

    page.goto("/desk")
    sits(page, OFFICER, "send")
    picks(page, SAY("desk_page.tables"), schemas.AWARDS.title_th)
    page.keyboard.press("Escape")
    form = takes(page, SAY("desk_page.take_form", n=3))
    sheet = awards_of(openpyxl.load_workbook(io.BytesIO(form)))
    row = next(at for at in range(2, 99) if sheet.cell(at, 1).value is None)
    last = store.table("awards", store.release(None, engine), engine).tail(1).to_dict("records")[0]
    new = {name: last[name] for name in list(schemas.AWARDS.columns)[:-1]}
    new |= {"award_id": "AL-9001", "province_code": "กระบี่", "lao_id": "ทต.ปลายพระญา"}

    sends(page, edited(form, row, **new), SAY("desk_page.check"))
    expect(page.get_by_text(SAY("desk_page.errors_first"))).to_be_visible()
    label = SAY("desk_page.take_marked", file="สสภ15.xlsx")
    marked = takes(page, label)
    sheet = awards_of(openpyxl.load_workbook(io.BytesIO(marked)))
    assert PHRAYA in str(sheet.cell(row, sheet.max_column).value), "the name that was meant"

    sends(page, edited(marked, row, lao_id=f"LAO-81-001 {PHRAYA}"), SAY("desk_page.check_again"))
    expect(page.get_by_text(re.compile("67 จาก 76 .*→ .*68 จาก 76"))).to_be_visible()
    presses(page, SAY("desk_page.submit"))
    expect(page.get_by_text(SAY("desk.state.submitted")).first).to_be_visible()

    sits(page, CERTIFIER, "sent")
    with page.expect_popup() as opened:
        page.get_by_role("link", name=SAY("desk_page.open_preview")).click()
    preview = opened.value  # another visit: who it is, is said again
    picks(preview, SAY("desk_page.person"), CERTIFIER)
    expect(Reader(preview).number).to_contain_text("68")
    expect(preview.get_by_role("alert").filter(has_text=OFFICER)).to_be_visible()
    preview.close()
    expect(followed.number).to_contain_text("67")
    menu = page.get_by_role("navigation")
    menu.get_by_role("link", name=SAY("desk.menu"), exact=True).click()
    page.get_by_role("radio", name=SAY("desk_page.part_sent"), exact=True).click()
    presses(page, SAY("desk_page.certify"))
    expect(page.get_by_text(SAY("desk.state.certified")).first).to_be_visible()

    sits(page, STEWARD, "sent")
    presses(page, SAY("desk_page.publish"))
    expect(page.get_by_text("ข้อมูลเผยแพร่ ครั้งที่ 2").first).to_be_visible()
    followed.page.bring_to_front()
    expect(followed.number).to_contain_text("68")

    page.bring_to_front()
    takes_back(page)
    expect(page.get_by_text("ข้อมูลเผยแพร่ ครั้งที่ 3").first).to_be_visible()
    followed.page.bring_to_front()
    expect(followed.number).to_contain_text("67")
