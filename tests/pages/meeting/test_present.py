"""The page of slides: what its link selects, without a browser."""

from __future__ import annotations

from tests.pages.opened import address, component, open_page
from utils.figures.slides.slide import SLIDES


def test_the_link_chooses_slides_and_their_order() -> None:
    app = open_page("present", slides="remaining,stand", lang="en", slide="2")
    assert not [*app.exception, *app.error, *app.warning]
    shown = component(app, "slides")
    assert [slide["name"] for slide in shown["slides"]] == ["remaining", "stand"]
    assert shown["slides"][1]["figure"]["main"]["number"] == "67"
    assert shown["release"] >= 1
    assert str(shown["release"]) in shown["releaseText"]
    assert address(app)["slide"] == "2"
    assert len(app.get("download_button")) == 6


def test_invented_slides_are_left_out_unless_asked_for() -> None:
    app = open_page("present", lang="en")
    names = [slide["name"] for slide in component(app, "slides")["slides"]]
    # Neither steps nor scores are loaded, and one release has corrected nothing.
    absent = {"stairs", "moved", "scored", "corrected", "holding", "last", "decisions"}
    assert names == [name for name in SLIDES if name not in absent]
    [left_out] = [one.value for one in app.caption if one.value.startswith("Left out")]
    assert "What keeps LAOs from the next level (no total from a real table)" in left_out
    shown = component(open_page("present", slides="stairs,holding", trial="1"), "slides")
    marks = [[mark["text"] for mark in slide["figure"]["marks"]] for slide in shown["slides"]]
    assert marks == [["ข้อมูลสมมติ"] * 3] * 2


def test_without_a_slide_the_page_says_what_is_missing() -> None:
    app = open_page("present", slides="", lang="en")
    assert not app.get("download_button")
    assert [info.value for info in app.info] == ["Choose at least one slide"]
