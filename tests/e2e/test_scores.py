"""The scores page in a browser: words inside the pictures, keys on the map, one link for a view."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.forked import serve
from tests.e2e.reader import DESKTOP, Reader, Witness
from tests.e2e.test_sizes import FITS, PHONE, grows_and_fits
from tests.pages.opened import MARK
from tests.pages.scores.by_hand import HEADINGS, PARTS, SCORES, two_editions
from utils.words import LANGS, Lang

PICTURES: list[tuple[dict[str, str], str]] = [
    ({}, ".scores .rows .row:not(.axis) svg"),
    ({}, ".strips .rows .row:not(.axis) svg"),
    ({"part": "heat"}, ".heat .box > svg:not(.columns)"),
    ({"part": "totals"}, ".strips .rows .row:not(.axis) svg"),
    ({"part": "totals"}, ".chart [role=img]"),
    ({"part": "assessors"}, ".chart [role=img]"),
    ({"part": "lpa"}, ".strips .rows .row:not(.axis) svg"),
    ({"part": "takes"}, ".strips .rows .row:not(.axis) svg"),
]

TOLD: dict[Lang, dict[bool, str]] = {
    "th": {True: "30 จาก 34 ตัวชี้วัด อีก 4 ตัว", False: "จึงไม่นำคะแนนมาเปรียบเทียบ"},
    "en": {True: "covers 30 of its 34 indicators; the other 4", False: "are not compared"},
}


@pytest.fixture(scope="module")
def real_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the dashboard with scores of real LAOs, as an installation would."""
    folder: Path = tmp_path_factory.mktemp("tables")
    (folder / "scores.csv").write_text("\n".join([HEADINGS["scores"], *SCORES, ""]), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_TABLES", str(folder))
        with serve() as served:
            yield served


@pytest.mark.parametrize(("link", "picture"), PICTURES)
def test_every_drawn_picture_of_fictitious_rows_says_so_inside(
    reader: Reader, link: dict[str, str], picture: str
) -> None:
    for words in reader.opens_in_both("scores", **link):
        pictures = reader.page.locator(picture)
        expect(pictures.first).to_be_visible()
        for shown in pictures.all():
            shown.scroll_into_view_if_needed()
            marks = shown.locator("text").get_by_text(MARK[words.lang], exact=True)
            expect(marks.first).to_be_visible()
            box, mark = shown.bounding_box(), marks.first.bounding_box()
            assert box is not None
            assert mark is not None
            assert box["x"] <= mark["x"] + 1
            assert mark["x"] + mark["width"] <= box["x"] + box["width"] + 1
            assert box["y"] <= mark["y"] + 1
            assert mark["y"] + mark["height"] <= box["y"] + box["height"] + 1


def test_the_words_are_nowhere_once_real_scores_are_loaded(
    browser: Browser, real_address: str, witness: Witness
) -> None:
    context = browser.new_context(base_url=real_address, viewport=DESKTOP)
    witness.watch(context)
    reader = Reader(context.new_page())
    for part in PARTS:
        reader.open("scores", "th", part=part)
        reader.page.wait_for_load_state("networkidle")
        # Beside the page stands the switch that would show other tables' invented rows.
        main = reader.page.get_by_test_id("stMain")
        expect(main.get_by_text(MARK["th"])).to_have_count(0)
        expect(reader.page.locator(".scores .main .number strong")).to_have_text("2")
    context.close()
    assert witness.foreign() == []
    assert witness.complaints == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_screen_holds_the_numbers_and_the_components(reader: Reader, lang: Lang) -> None:
    reader.open("scores", lang)
    for number in reader.page.locator(".scores .answers .number").all():
        expect(number).to_be_in_viewport(ratio=1)
    for row in reader.page.locator(".scores .rows .row:not(.axis)").all():
        expect(row).to_be_in_viewport(ratio=1)
    # ร้อยละ and its number stand on one line, wherever the line ends.
    whole = reader.page.locator(".scores p span").filter(has_text="ร้อยละ")
    lines = whole.evaluate_all("all => all.map(one => one.getClientRects().length)")
    assert set(lines) == ({1} if lang == "th" else set())


def test_a_cell_of_the_map_is_read_by_arrow_keys_and_by_pointer(reader: Reader) -> None:
    words = reader.open("scores", "en", part="heat", year="2567")
    told = reader.page.locator(".heat .readout")
    expect(told).to_have_text(words("scores.heat_hint"))
    box = reader.page.locator(".heat .box")
    box.focus()
    box.press("ArrowRight")
    expect(told).to_contain_text("1. Determine land-use direction")
    box.press("ArrowRight")
    expect(told).to_contain_text("2. Develop city and community")
    for _ in range(60):
        box.press("ArrowDown")
    ring = reader.page.locator(".heat .ring")
    expect(ring).to_be_in_viewport(ratio=0.99)
    expect(reader.page.locator(".heat .columns")).to_be_in_viewport(ratio=0.99)
    before = told.text_content()
    reader.page.locator(".heat .box > svg:not(.columns)").hover(position={"x": 600, "y": 40})
    expect(told).not_to_have_text(before or "")
    expect(told).to_contain_text("Fictitious 01")


@pytest.mark.parametrize(("lang", "word"), [("th", "สมมติ"), ("en", "Fictitious")])
def test_invented_names_say_so_on_a_phone(page: Page, lang: Lang, word: str) -> None:
    page.set_viewport_size(PHONE)
    Reader(page).open("scores", lang, part="heat", year="2567")
    expect(page.locator(".heat .name")).to_have_count(106)
    shown = page.locator(".heat .name").all_text_contents()
    assert [name for name in shown if word not in name] == []
    widths = page.locator(".heat .name").evaluate_all("all => all.map(x => x.getBBox().width)")
    assert max(widths) <= 360  # each name stands whole above its cells
    assert not [name for name in shown if "…" in name]


def test_two_hundred_rows_are_a_few_shapes(reader: Reader) -> None:
    words = reader.open("scores", "th", part="heat", year="2567")
    expect(reader.page.locator(".heat .name")).to_have_count(106)
    expect(reader.page.locator(".heat path[d]")).to_have_count(7)
    reader.page.get_by_text(words("scores.table.heat")).click()
    rows = reader.page.locator(".heat table tbody tr")
    expect(rows).to_have_count(106)
    expect(rows.first.locator("td")).to_have_count(34)


@pytest.mark.parametrize("lang", LANGS)
def test_lpa_results_cost_little_on_the_socket(page: Page, lang: Lang) -> None:
    received: list[int] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))),
    )
    reader = Reader(page)
    words = reader.open("scores", lang, year="2567")
    received.clear()
    page.get_by_text(words("scores.part.lpa"), exact=True).click()
    heading = page.get_by_role("heading", name=words("scores_lpa.bands", year=2567), exact=True)
    expect(heading).to_be_visible()
    expect(page.locator(".strips .large strong")).to_have_count(2)
    expect(page.get_by_text("24–33").last).to_be_visible()
    assert 0 < sum(received) < 60_000


@pytest.mark.parametrize("mapped", [True, False])
def test_two_editions_meet_through_a_mapping_only(
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    witness: Witness,
    mapped: bool,  # noqa: FBT001 pytest's way
) -> None:
    two_editions(tmp_path, mapped=mapped)
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    with serve() as served:
        context = browser.new_context(base_url=served, viewport=DESKTOP)
        witness.watch(context)
        page = context.new_page()
        for lang in LANGS:
            Reader(page).open("scores", lang, part="totals", year="2568")
            expect(page.locator(".chart [role=img]")).to_have_count(1 if mapped else 0)
            told = page.locator(".chart") if mapped else page.get_by_test_id("stAlert")
            expect(told).to_contain_text(TOLD[lang][mapped])
        context.close()
    assert witness.foreign() == []
    assert witness.complaints == []


def test_a_link_reproduces_part_assessor_type_and_lao(reader: Reader) -> None:
    words = reader.open("scores", "en")
    reader.page.get_by_text(words("scores.part.takes"), exact=True).click()
    reader.address_is("scores", lang="en", part="takes")
    reader.page.get_by_text("Area level", exact=True).click()
    reader.address_is("scores", lang="en", part="takes", assessor="area")
    reader.page.get_by_role("combobox", name=words("scores.type"), exact=True).click()
    reader.page.get_by_role("option", name="SM", exact=True).click()
    reader.address_is("scores", lang="en", part="takes", assessor="area", type="SM")
    heading = reader.page.locator(".strips h2").first
    expect(heading).to_contain_text("SM")
    shown = heading.text_content() or ""
    reader.page.reload()
    reader.sees("scores", words)
    expect(heading).to_have_text(shown)


def test_the_switch_turns_fictitious_scores_off_and_the_link_keeps_it(reader: Reader) -> None:
    words = reader.open("scores", "en")
    reader.page.get_by_text(words("trial.switch"), exact=True).click()
    reader.address_is("scores", lang="en", trial="0")
    expect(reader.page.get_by_role("heading", name=words("scores.empty_title"))).to_be_visible()
    reader.page.reload()
    expect(reader.page.get_by_role("heading", name=words("scores.empty_title"))).to_be_visible()
    expect(reader.page.locator(".scores")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("part", PARTS)
def test_no_part_scrolls_sideways_on_a_phone_or_a_large_screen(
    page: Page, part: str, lang: Lang
) -> None:
    page.set_viewport_size(PHONE)
    Reader(page).open("scores", lang, part=part, year="2567")
    page.wait_for_function(FITS)
    grows_and_fits(page)
