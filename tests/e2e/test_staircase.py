"""The staircase in a browser: pictures that say what they are, until a real table is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.forked import serve
from tests.e2e.reader import DESKTOP, Reader, Witness
from tests.pages.opened import MARK
from tests.pages.staircase.enrolment import MADE
from utils.measures.staircase.distribution import STEPS
from utils.measures.staircase.survival import MINIMUM
from utils.words import LANGS, Lang

PICTURES: list[tuple[str, dict[str, str], str]] = [
    ("staircase", {}, ".stairs .tracks svg"),
    ("staircase", {}, ".chart [role=img]"),
    ("staircase", {"part": "time"}, ".chart [role=img]"),
    ("staircase", {"part": "cohorts"}, ".cohorts .panels svg"),
    ("staircase", {"part": "map"}, ".provinces .panes > svg"),
    ("map", {"show": "stage", "trial": "1"}, ".provinces .panes > svg"),
]
PARTS = ("moves", "groups", "follow", "time", "cohorts", "map", "enrolled")


def drawn(pictures: Locator) -> list[Locator]:
    expect(pictures.first).to_be_visible()
    return pictures.all()


@pytest.fixture(scope="module")
def real_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the dashboard with a table of real LAOs, as an installation would."""
    folder: Path = tmp_path_factory.mktemp("tables")
    (folder / "enrolment.csv").write_text(MADE, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_TABLES", str(folder))
        with serve() as served:
            yield served


@pytest.mark.parametrize(("name", "link", "picture"), PICTURES)
def test_every_drawn_picture_of_fictitious_rows_says_so_inside(
    reader: Reader, name: str, link: dict[str, str], picture: str
) -> None:
    for words in reader.opens_in_both(name, **link):
        for shown in drawn(reader.page.locator(picture)):
            shown.scroll_into_view_if_needed()
            marks = shown.locator("text").get_by_text(MARK[words.lang], exact=True)
            expect(marks.first).to_be_visible()
            box, mark = shown.bounding_box(), marks.first.bounding_box()
            assert box is not None
            assert mark is not None
            assert box["x"] <= mark["x"]
            assert mark["x"] + mark["width"] <= box["x"] + box["width"] + 1
            assert box["y"] <= mark["y"]
            assert mark["y"] + mark["height"] <= box["y"] + box["height"] + 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_provinces_steps_say_so_and_its_awards_do_not(reader: Reader, lang: Lang) -> None:
    words = reader.open("province", lang, province="TH-60", trial="1")
    expect(reader.page.get_by_role("heading", name=words("province.stairs"))).to_be_visible()
    charts = reader.page.locator(".chart [role=img]")
    for at, count in enumerate((0, 2)):
        chart = charts.nth(at)
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".main-svg").first).to_be_visible()
        expect(chart.locator("text").get_by_text(MARK[lang], exact=True)).to_have_count(count)


def test_the_words_are_nowhere_once_a_real_table_is_loaded(
    browser: Browser, real_address: str, witness: Witness
) -> None:
    context = browser.new_context(base_url=real_address, viewport=DESKTOP)
    witness.watch(context)
    reader = Reader(context.new_page())
    for part in PARTS:
        reader.open("staircase", "th", part=part)
        reader.page.wait_for_load_state("networkidle")
        # Beside the page stands the switch that would show other tables' invented rows.
        main = reader.page.get_by_test_id("stMain")
        expect(main.get_by_text(MARK["th"])).to_have_count(0)
        expect(reader.page.locator(".stairs .count").first).to_have_text("0")
        expect(reader.page.locator(".stairs .count").nth(1)).to_have_text("1")
    context.close()
    assert witness.foreign() == []
    assert witness.complaints == []


def test_the_times_of_a_small_area_keep_their_rows_and_their_curve(reader: Reader) -> None:
    words = reader.open("staircase", "en", part="time", office="5")
    chart = reader.page.locator(".chart").filter(has_text=words("dwell.axis"))
    chart.scroll_into_view_if_needed()
    rows = chart.locator("g.ytick")
    expect(rows).to_have_count(len(STEPS))
    for at, step in enumerate(reversed(STEPS)):
        expect(rows.nth(at)).to_contain_text(words(f"step.{step}"))
    told = words("time_to_top.no_curve", n=10, events=5, minimum=MINIMUM)
    expect(reader.page.get_by_text(told, exact=True)).to_be_visible()
    reader.open("staircase", "en", part="time", office="12")
    curve = reader.page.locator(".chart").filter(has_text=words("time_to_top.up"))
    curve.scroll_into_view_if_needed()
    expect(curve.locator("g.xtick").first).to_have_text("013")  # 13 followed from year 0


def test_the_switch_turns_fictitious_data_off_and_the_link_keeps_it(reader: Reader) -> None:
    words = reader.open("staircase", "en")
    reader.page.get_by_text(words("trial.switch"), exact=True).click()
    reader.address_is("staircase", lang="en", trial="0")
    expect(reader.page.get_by_role("heading", name=words("staircase.empty_title"))).to_be_visible()
    reader.page.reload()
    expect(reader.page.get_by_role("heading", name=words("staircase.empty_title"))).to_be_visible()
    expect(reader.page.locator(".stairs")).to_have_count(0)


def test_the_first_screen_answers_three_questions(reader: Reader) -> None:
    reader.open("staircase", "th")
    for number in reader.page.locator(".answers .number").all():
        expect(number).to_be_in_viewport(ratio=1)
    for picture in reader.page.locator(".tracks svg").all():
        expect(picture).to_be_in_viewport(ratio=0.95)


def test_a_province_of_the_map_of_stages_opens(reader: Reader) -> None:
    words = reader.open("staircase", "en", part="map", year="2562")
    reader.province("Nakhon Sawan").click()
    reader.sees("province", words)
    reader.address_is("province", lang="en", province="TH-60", year="2562")


def test_the_list_of_who_moved_opens_by_its_link_and_instead_of_other_tables(
    reader: Reader,
) -> None:
    words = reader.open("staircase", "en", move="down", year="2563")
    listed = reader.page.get_by_text(
        f"[{MARK['en']}] {words('moves.list_lead', n=1, before=2562, year=2563)}", exact=True
    )
    expect(listed).to_be_visible()
    reader.unfolds(words("staircase.table"))
    expect(listed).not_to_be_visible()
    reader.page.get_by_text(words("moves.list_title"), exact=True).click()
    expect(listed).to_be_visible()
    section = reader.page.get_by_role("group").filter(has_text=words("staircase.table"))
    expect(section.get_by_role("grid", include_hidden=True)).to_have_count(0)
