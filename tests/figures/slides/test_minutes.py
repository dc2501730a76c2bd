"""Slides of resolutions: what stands on them, and over how many slides they go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.figures.slides.meeting import HELD, RESOLVED, built, selection
from utils.figures.slides.slide import Slide
from utils.tables.minutes import Meeting, Resolution
from utils.words import LANGS, Lang

OWNER = "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 1"


def of(meeting: Meeting | None, lang: Lang = "en") -> tuple[Slide, ...]:
    chosen = selection(lang, names=("last", "decisions"), meeting=meeting)
    return built(chosen)


def several(count: int, **said: str) -> Meeting:
    one = replace(RESOLVED[2], **said)  # type: ignore[arg-type]
    noted = [replace(one, number=number) for number in range(1, count + 1)]
    return replace(HELD, resolutions=tuple(noted))


def shown(made: tuple[Slide, ...]) -> list[list[str]]:
    return [[row["number"] for row in slide.figure["rows"]] for slide in made]


def test_this_meeting_and_the_last_tell_who_does_what_by_when() -> None:
    last, decisions = of(HELD)
    assert decisions.sentence == "คณะกรรมการ ครั้งที่ 2/2569 (28/11/2569 B.E.): 2 resolutions"
    first, second = decisions.figure["rows"]
    assert first == {
        "number": "1",
        "text": "ให้เร่งรัดจังหวัดที่ยังไม่เข้าเกณฑ์",
        "owner": OWNER,
        "due": "by 30/9/2570 B.E.",
        "responsible": [OWNER, "by 30/9/2570 B.E."],
    }
    assert (second["number"], second["owner"], second["due"]) == ("3", "", "")
    assert second["responsible"] == ["–"]
    assert decisions.table["Slide"].tolist() == ["Provinces not yet counted", "Any other business"]
    # 03:30 UTC is 10:30 in Thailand, when the last of them was noted.
    assert "28/11/2569 B.E., 10:30" in decisions.basis
    assert "data release no. 7" in decisions.basis
    assert decisions.notes[-1] == "Withdrawn and not shown: 1"
    assert last.sentence.startswith("Last time, คณะกรรมการ ครั้งที่ 1/2569")
    assert last.figure["rows"][0]["text"] == "รับทราบ"
    assert "data release no. 6" in last.basis


def test_without_a_meeting_in_the_link_nothing_is_shown() -> None:
    assert of(None) == ()


@pytest.mark.parametrize("lang", LANGS)
def test_a_meeting_without_resolutions_says_so(lang: Lang) -> None:
    [_, decisions] = of(replace(HELD, resolutions=()), lang)
    assert decisions.figure["none"]
    assert decisions.table.empty
    assert decisions.sentence.endswith("no resolutions recorded yet" if lang == "en" else "ที่บันทึกไว้")


def test_short_ones_fill_a_slide_and_go_on_on_the_next() -> None:
    # A line and the room below it are 1.5 of 16 lines: ten stand on a slide.
    _, *made = of(several(24))
    assert shown(tuple(made)) == [
        [str(number) for number in page] for page in (range(1, 11), range(11, 21), range(21, 25))
    ]
    assert made[2].title == "Resolutions (3 of 3)"
    assert [len(slide.table) for slide in made] == [10, 10, 4]
    assert {slide.sentence for slide in made} == {made[0].sentence}
    assert "24 resolutions" in made[0].sentence


def test_the_longest_stands_alone() -> None:
    # 500 letters are ten lines of 52; two of them are more than 16.
    _, *made = of(several(3, text="ก" * 500))
    assert shown(tuple(made)) == [["1"], ["2"], ["3"]]
    # 150 letters of an owner are eight lines of 19, with the room below 8.5.
    _, *made = of(several(2, owner="ก" * 150))
    assert shown(tuple(made)) == [["1"], ["2"]]
    # Marks above and below a letter take no room: these are five lines of 50.
    _, *made = of(several(2, text="กี่" * 166))
    assert shown(tuple(made)) == [["1", "2"]]


def test_few_are_larger() -> None:
    # 4 x 1.5 = 6 lines of the 6.5 that can be larger; a fifth makes 7.5.
    assert [of(several(n))[1].figure["few"] for n in (4, 5)] == [True, False]


def test_a_slide_that_is_no_more_is_told_as_other_business() -> None:
    gone: Resolution = replace(RESOLVED[0], slide="gone")
    _, decisions = of(replace(HELD, resolutions=(gone,)))
    assert decisions.table["Slide"].tolist() == ["Any other business"]
