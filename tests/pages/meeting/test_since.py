"""What changed since last time, on the overview and in Present: counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from tests.desk.people import CERTIFIER, minuted
from tests.pages.opened import address, component, folded, open_page
from utils.desk import minuting
from utils.desk.minuting import MeetingDraft
from utils.desk.store import store
from utils.exports.__main__ import main
from utils.words import LANGS, Lang, Words

SAY = Words("en")


def sentences(app: AppTest) -> list[str]:
    lead: list[str] = component(app, "since.board")["lead"]
    return lead


@pytest.mark.parametrize("lang", LANGS)
def test_folded_it_sends_nothing_and_with_one_release_it_says_so(lang: Lang) -> None:
    app, words = open_page("overview", lang=lang), Words(lang)
    assert words("since.title") in folded(app)
    assert not [one for one in app.get("bidi_component") if one.key == "since.board"]
    app.session_state["since"] = True  # as its reader would unfold it
    app.run()
    assert not [*app.exception, *app.error, *app.warning]
    assert words("since.only_release") in [caption.value for caption in app.caption]
    shown = component(app, "since.board")
    # 67 of 76 in both years, and no province changed its state between them.
    assert (shown["number"], shown["of"]) == (
        "67 → 67",
        words("overview.of_between", total=76, n=9),
    )
    assert shown["lead"][1:] == [words("since.no_steps"), words("since.no_scores")]
    assert app.selectbox(key="overview.since").value == "2562"


def test_another_year_names_who_came_and_who_went() -> None:
    app = open_page("overview", lang="en", year="2562", since="2559")
    assert component(app, "since.board")["number"] == "33 → 67"  # what a link asks for is in sight
    app.selectbox(key="overview.since").select("2561").run()
    assert "since" not in address(app)
    shown = component(app, "since.board")
    assert shown["number"] == "60 → 67"
    assert [len(group["entries"]) for group in shown["groups"]] == [9, 2]
    assert shown["groups"][0]["entries"][0]["href"].startswith("province?province=TH-")


@pytest.mark.parametrize("wrong", ["r1", "2563", "<b>"])
def test_a_link_that_names_nothing_earlier_is_refused(wrong: str) -> None:
    app = open_page("overview", lang="en", since=wrong)
    assert not app.exception
    assert app.warning[0].value == SAY("filter.refused", names=SAY("since.with"))
    assert "since" not in address(app)


@pytest.mark.usefixtures("own")
def test_the_release_before_is_compared_first() -> None:
    app = open_page("overview", lang="en")
    app.session_state["since"] = True
    app.run()
    shown = component(app, "since.board")
    # A prize of FY 2562 for a city of Krabi, and nothing else.
    assert shown["number"] == "67 → 68"
    assert [[entry["name"] for entry in group["entries"]] for group in shown["groups"]] == [
        ["Krabi"],
        [],
    ]
    assert "0 of 3 LAOs moved up, and 0 are on a lower step" in sentences(app)[1]
    assert sentences(app)[-1] == SAY("since.no_corrections")
    assert SAY("since.only_release") not in [caption.value for caption in app.caption]


@pytest.mark.usefixtures("own")
def test_corrections_stand_apart_from_progress() -> None:
    app = open_page("overview", lang="en", since="r2")
    _, moved, corrected, scores = sentences(app)
    # Chiang Mai rose, Chiang Rai fell; Hat Yai's step of FY 2567 was told otherwise.
    assert "1 of 3 LAOs moved up, and 1 is on a lower step" in moved
    assert corrected.endswith(
        "1 earlier row was corrected; this alone changed the status of 0 provinces, the step of "
        "1 LAO and 0 totals"
    )
    assert scores == SAY("since.no_scores")


@pytest.mark.usefixtures("own")
def test_slides_and_their_files_compare_what_the_link_pins(tmp_path: Path) -> None:
    app = open_page("present", lang="en", since="r2", slides="change,moved,corrected")
    assert not [*app.exception, *app.error, *app.warning]
    change, moved, corrected = component(app, "slides")["slides"]
    assert change["sentence"].startswith("From data release no. 2 (")
    assert change["sentence"].endswith(
        " to no. 4, provinces counted: at least 67 of 76 provinces, 9 not known"
        "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}at least 68 of 76 provinces, 8 not known "
        "(new data: gained 1 · left the window 0)"
    )
    assert [row["text"] for row in moved["figure"]["rows"]] == ["1", "1", "1"]
    [row] = corrected["figure"]["rows"]
    assert (row["name"], row["text"]) == ("Enrolment and steps by year · changed", "1")
    # The workbook of the same link, made without the page, says the same.
    arguments = ["--since", "r2", "--slides", "change", "moved", "corrected", "--lang", "en"]
    assert main(["pack", "--formats", "xlsx", "--out", str(tmp_path), *arguments]) == 0
    book = load_workbook(tmp_path / "meeting_r4_since_r2_2563_b_en.xlsx")
    titles = [sheet["A1"].value for sheet in book.worksheets[1:-1]]
    assert titles == [change["sentence"], moved["sentence"], corrected["sentence"]]
    assert [cell.value for cell in book.worksheets[2]["E"][4:]] == ["Moved up", "On a lower step"]


@pytest.mark.usefixtures("own")
def test_a_meeting_is_compared_with_the_one_before_it() -> None:
    first = minuted(store.opened())  # it looked at release 1
    call = MeetingDraft(
        title="second",
        held_on="28/11/2569",
        release=4,
        selection="year=2563&slides=change",
        follows=first.number,
    )
    minuting.note_meeting(store.opened(), CERTIFIER, call)
    app = open_page("present", lang="en", meeting="2")
    assert app.selectbox(key="present.since").value == "r1"
    [change] = component(app, "slides")["slides"]
    assert change["sentence"].startswith("From data release no. 1 (")
    app.selectbox(key="present.since").select("2562").run()
    assert address(app)["since"] == "2562"


@pytest.mark.usefixtures("own")
def test_slides_compare_fiscal_years_where_their_link_names_no_release() -> None:
    usual = open_page("present", lang="en", slides="change,corrected")
    [change] = component(usual, "slides")["slides"]
    # The prize counts at the end of FY 2562 as well as of FY 2563.
    assert change["sentence"].startswith("From FY 2562 to FY 2563, no province changed status")
