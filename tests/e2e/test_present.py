"""Slides on a wall: legible from the back row, moved by a clicker, independent of the server."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect

from tests.e2e.reader import Reader
from tests.figures.slides.meeting import made, selection
from utils.desk import minuting
from utils.desk.minuting import MeetingDraft, ResolutionDraft
from utils.desk.store import store
from utils.figures.slides.slide import SLIDES, SlideName
from utils.words import LANGS, Lang

SCREENS: list[ViewportSize] = [
    {"width": 1024, "height": 768},
    {"width": 1280, "height": 720},
    {"width": 1920, "height": 1080},
    {"width": 3840, "height": 2160},
]
NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
# Of every text on the stage: its size as drawn, its contrast, and how far it reaches outside.
MEASURE = """stage => {
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ground = node => {
    for (let at = node; at && at !== stage.parentNode; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
  };
  const texts = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || node.closest("[hidden]")) continue;
    const style = getComputedStyle(node);
    const drawn = node.ownerSVGElement ? node.getScreenCTM().a : 1;
    const own = light(node.ownerSVGElement ? style.fill : style.color);
    const behind = light(ground(node));
    const [low, high] = [Math.min(own, behind), Math.max(own, behind)];
    const box = node.getBoundingClientRect();
    texts.push({ said: walker.currentNode.data, size: parseFloat(style.fontSize) * drawn,
      contrast: (high + 0.05) / (low + 0.05),
      outside: Math.max(-box.left, -box.top, box.right - innerWidth, box.bottom - innerHeight) });
  }
  return texts;
}"""


# The words over a drawing: what they say, and where of it they stand, in per cent and to the end
# that holds them; less what they are moved by, in parts of their size.
PLACED = """figure => {
  const box = figure.querySelector(".plot svg").getBoundingClientRect();
  return [...figure.querySelectorAll(".word")].map(word => {
    const own = word.getBoundingClientRect();
    const { marginLeft, marginTop } = getComputedStyle(word);
    const share = { start: 0, middle: 0.5, end: 1 };
    const [, end] = word.className.split(" ");
    const x = own.left + own.width * share[end] - parseFloat(marginLeft);
    const y = own.top + own.height / 2 - parseFloat(marginTop);
    return [word.textContent, 100 * (x - box.left) / box.width, 100 * (y - box.top) / box.height];
  });
}"""
# By how much the figure is longer than its room.
FULL = "figure => figure.scrollHeight - figure.clientHeight"
# What a page of resolutions must have room for, at its longest.
LONG = ("ให้หน่วยงานที่เกี่ยวข้องเร่งรัดการยกระดับจังหวัดที่ยังไม่เข้าเกณฑ์ " * 8)[:480]
OWNER = ("สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 1 (เชียงใหม่) " * 3)[:150]
TITLE = "คณะกรรมการขับเคลื่อนเมืองสิ่งแวดล้อมยั่งยืน ครั้งที่ 2/2569"


@pytest.fixture(scope="module")
def meeting(address: str, first_store: Path) -> str:
    """Note two meetings in the store of the server; return the number of the later one."""
    assert address
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", "steward")
        engine = store.opened(f"sqlite:///{first_store}")
        call = MeetingDraft(title=TITLE, held_on="3/8/2569", release=1, selection="trial=1")
        last = minuting.note_meeting(engine, "steward", call)
        minuting.note_resolution(
            engine, "steward", last.number, ResolutionDraft(text=LONG, owner=OWNER, slide="map")
        )
        later = replace(call, held_on="28/11/2569", follows=last.number)
        held = minuting.note_meeting(engine, "steward", later)
        for text, owner in ((LONG, OWNER), *[("รับทราบ", "กรม")] * 8):
            minuting.note_resolution(
                engine, "steward", held.number, ResolutionDraft(text=text, owner=owner)
            )
    return str(held.number)


def opened(page: Page, lang: Lang = "th", **link: str) -> Locator:
    query = "&".join(f"{name}={code}" for name, code in ({"lang": lang} | link).items())
    page.goto(f"/present?{query}")
    stage = page.locator(".slides .stage")
    expect(stage.locator(".figure")).to_be_visible()
    return stage


@pytest.mark.parametrize("lang", LANGS)
def test_every_text_is_legible_on_every_screen(page: Page, meeting: str, lang: Lang) -> None:
    stage = opened(page, lang, slide="1", trial="1", meeting=meeting, release="1")
    total = page.locator(".way-in li").count()
    # One release has corrected nothing, so there is no slide of that.
    assert total > len(SLIDES) - 1, "the resolutions need a second slide"
    poor: list[tuple[int, int, dict[str, Any]]] = []
    for screen in SCREENS:
        page.set_viewport_size(screen)
        page.keyboard.press("Home")
        for at in range(1, total + 1):
            expect(page).to_have_url(re.compile(rf"slide={at}\b"))
            # Names beside a map are set in the frame after the map is.
            page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
            )
            texts = stage.evaluate(MEASURE)
            assert len(texts) > 5
            poor += [
                (screen["height"], at, text)
                for text in texts
                if text["size"] < screen["height"] / 40
                or text["contrast"] < 7
                or text["outside"] > 0.5
            ]
            full = stage.locator(".figure").evaluate(FULL)
            poor += [(screen["height"], at, {"too much by": full})] if full > 1 else []
            page.keyboard.press("PageDown")
    assert poor == []


@pytest.mark.parametrize("name", ["map", "pace"])
def test_words_stand_where_the_description_puts_them(page: Page, name: SlideName) -> None:
    [slide] = made(selection("th", names=(name,))).values()
    figure = opened(page, slides=name, slide="1").locator(".figure")
    expected = [(one["text"], one["x"], one["y"]) for one in slide.figure["labels"]]
    assert len(expected) >= 9
    for screen in SCREENS:
        page.set_viewport_size(screen)
        page.evaluate(NEXT_FRAME)
        drawn = figure.evaluate(PLACED)
        assert [text for text, _, _ in drawn] == [text for text, _, _ in expected]
        for (_, *at), (_, *wanted) in zip(drawn, expected, strict=True):
            assert at == pytest.approx(wanted, abs=0.1)


def test_keys_move_and_the_server_is_not_asked(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    stage = opened(page, "en", slides="stand,map,remaining", slide="1")
    context.set_offline(True)
    message = stage.locator(".message")
    for key, said in [
        ("PageDown", "9 of 76 provinces are not known"),
        ("Space", "9 of 76 provinces are not known"),
        ("ArrowLeft", "are not known"),
        ("Home", "67 of 76"),
    ]:
        page.keyboard.press(key)
        expect(message).to_contain_text(said)
    page.keyboard.press("b")
    expect(message).to_be_hidden()
    page.keyboard.press("b")
    page.keyboard.press("Escape")
    stage.locator(".overview").get_by_role("button", name="Provinces not known").click()
    expect(message).to_contain_text("are not known")
    assert page.url.startswith(address)
    assert "slide=3" in page.url
    context.set_offline(False)


def test_a_meeting_keeps_its_numbers_when_its_slides_are_left(page: Page, meeting: str) -> None:
    stage = opened(
        page, "en", meeting=meeting, slides="stand,last,decisions", slide="3", release="1"
    )
    expect(stage.locator(".message")).to_contain_text(f"{TITLE} (28/11/2569 B.E.): 9 resolutions")
    expect(stage.locator(".resolutions td").nth(1)).to_have_text(LONG.strip())
    stage.hover()
    stage.get_by_role("button", name="Leave").click()
    expect(stage).to_be_hidden()
    assert re.search(r"release=1\b", page.url)
    assert "slide=" not in page.url


def test_a_link_resumes_on_its_slide_and_leaving_shows_the_page(reader: Reader) -> None:
    stage = opened(reader.page, "en", slide="2")
    expect(stage.locator(".message")).to_contain_text("are not known")
    stage.hover()
    stage.get_by_role("button", name="Leave").click()
    expect(stage).to_be_hidden()
    reader.address_is("present", lang="en")
    expect(reader.page.get_by_role("button", name="Start")).to_be_focused()
