"""One selection, one answer: the page of slides, every file it offers, and the command line."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any, Final

import pytest
import streamlit as st
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from pypdfium2 import PdfDocument
from streamlit.testing.v1 import AppTest

from tests.desk.people import STEWARD, one_more_award
from tests.exports.reading import squeezed
from tests.pages.opened import address, component, open_page
from utils.desk import minuting
from utils.desk.minuting import MeetingDraft, ResolutionDraft
from utils.desk.store import audit, store
from utils.exports.__main__ import main
from utils.exports.pack import files as pack_files
from utils.figures.slides.slide import SLIDES
from utils.words import Words

SAY = Words("en")
Files = dict[str, bytes]

# As the page notes them. The first is of release 1; release 2 adds a prize of FY 2562 in Krabi.
FIRST = MeetingDraft(
    title="first",
    held_on="3/8/2569",
    release=1,
    selection=f"year=2562&rule=b&window=3&slides={','.join(SLIDES)}&invented=no&since=2561",
)
FOLLOWING = MeetingDraft(
    title="second",
    held_on="28/11/2569",
    release=2,
    selection=f"year=2563&rule=b&window=3&slides={','.join(SLIDES)}&invented=yes&since=r1",
    follows=1,
)
# Of the North alone; it names nothing to compare with, and a slide and a cluster that are no more.
OF_THE_NORTH = MeetingDraft(
    title="third",
    held_on="1/12/2569",
    release=2,
    selection="year=2563&rule=c&region=4-North&cluster=none&slides=stand,gone",
    follows=1,
)


@pytest.fixture(scope="module")
def noted(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of two releases and three meetings, the second and third after the first."""
    file = tmp_path_factory.mktemp("noted") / "esc.sqlite"
    shutil.copy(filled, file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", STEWARD)
        engine = store.opened(f"sqlite:///{file}")
        minuting.note_meeting(engine, STEWARD, FIRST)
        minuting.note_resolution(
            engine, STEWARD, 1, ResolutionDraft(text="Look again", owner="Office 1")
        )
        one_more_award(engine)
        minuting.note_meeting(engine, STEWARD, FOLLOWING)
        minuting.note_resolution(
            engine, STEWARD, 2, ResolutionDraft(text="Ask Krabi", slide="change")
        )
        minuting.note_meeting(engine, STEWARD, OF_THE_NORTH)
        store.close()
    return file


@pytest.fixture(autouse=True)
def _store_of_meetings(noted: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{noted}")
    yield
    store.close()


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Files:
    """Take the files that a page offers, as its reader would; return them by their names.

    With a parameter, only files of these kinds: some take seconds to write.
    """
    files: Files = {}
    offer = st.download_button
    kinds = getattr(request, "param", tuple(pack_files.TYPES))

    def take(label: str, data: Callable[[], bytes], **rest: Any) -> bool:  # noqa: ANN401
        if rest["file_name"].rpartition(".")[2] in kinds:
            files[rest["file_name"]] = data()
        return offer(label, data, **rest)

    monkeypatch.setattr(st, "download_button", take)
    return files


def slides(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return the slides of a page by name."""
    assert not [*app.exception, *app.error]
    return {slide["name"]: slide for slide in component(app, "slides")["slides"]}


def commanded(word: str, folder: Path, *arguments: str) -> Files:
    """Return the files that the command line writes."""
    assert main([word, *arguments, "--lang", "en", "--out", str(folder)]) == 0
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return all that each file says, by its kind, without blanks; a picture says nothing."""
    readers: dict[str, Callable[[bytes], str]] = {
        "xlsx": _workbook,
        "pptx": _deck,
        "docx": _letter,
        "pdf": lambda data: " ".join(
            page.get_textpage().get_text_range() for page in PdfDocument(data)
        ),
        "html": lambda data: unescape(re.sub("<[^>]+>", "", data.decode())),
    }
    kinds = {name.rpartition(".")[2]: data for name, data in files.items()}
    return {kind: squeezed(read(kinds[kind])) for kind, read in readers.items() if kind in kinds}


def _workbook(data: bytes) -> str:
    book = load_workbook(io.BytesIO(data))
    return " ".join(str(cell.value) for sheet in book for row in sheet for cell in row)


def _deck(data: bytes) -> str:
    deck: Any = Presentation(io.BytesIO(data))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    return " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def _letter(data: bytes) -> str:
    opened: Any = Document(io.BytesIO(data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def assert_one_selection(link: dict[str, str], taken: Files, written: Files) -> None:
    """Compare the slides of a link with the files of its page, and these with the command's."""
    shown = slides(open_page("present", lang="en", **link))
    assert sorted(taken) == sorted(written)
    assert [name for name, data in taken.items() if data != written[name]] == []
    for kind, text in texts(taken).items():
        missing = [name for name, one in shown.items() if squeezed(one["sentence"]) not in text]
        assert not missing, f"{kind} says other sentences than the slides"


@pytest.mark.parametrize("meeting", ["1", "2"])
def test_every_slide_and_every_file_of_a_meeting_says_the_same(
    meeting: str, taken: Files, tmp_path: Path
) -> None:
    written = commanded("pack", tmp_path, "--minutes", meeting)
    assert {name.rpartition(".")[2] for name in written} == set(pack_files.TYPES)
    assert_one_selection({"meeting": meeting}, taken, written)


FEW: Final = ("xlsx", "html")
ASKED: Final = {
    "no meeting": ({"year": "2562", "slides": "stand,change"}, "--year 2562 --slides stand change"),
    "releases": ({"since": "r1", "slides": "change"}, "--since r1 --slides change"),
    "an area": ({"meeting": "3"}, "--minutes 3"),
    "another baseline": (
        {"meeting": "2", "since": "2561", "slides": "change"},
        "--minutes 2 --since 2561 --slides change",
    ),
    "another release": (
        {"meeting": "1", "release": "2", "slides": "change,decisions"},
        "--minutes 1 --release 2 --slides change decisions",
    ),
    "what pages open with": (
        {"meeting": "3", "region": "all", "rule": "b", "slides": "stand", "trial": "0"},
        "--minutes 3 --region all --rule b --slides stand --no-fictitious",
    ),
}


@pytest.mark.parametrize("taken", [FEW], indirect=True)
@pytest.mark.parametrize("asked", ASKED)
def test_what_is_chosen_decides_and_the_meeting_all_else(
    asked: str, taken: Files, tmp_path: Path
) -> None:
    link, arguments = ASKED[asked]
    written = commanded("pack", tmp_path, *arguments.split(), "--formats", *FEW)
    assert_one_selection(link, taken, written)


def change_of(files: Files) -> str:
    """Return what the workbook says changed."""
    [data] = [data for name, data in files.items() if name.endswith(".xlsx")]
    book = load_workbook(io.BytesIO(data))
    said = [str(sheet["A1"].value) for sheet in book.worksheets]
    [sentence] = [text for text in said if text.startswith("From ") and "province" in text]
    return sentence.replace("\N{NO-BREAK SPACE}", " ")


def test_a_meeting_that_follows_another_has_one_number_in_room_file_and_audit(
    tmp_path: Path,
) -> None:
    expected = (
        "provinces counted: at least 67 of 76 provinces, 9 not known → "
        "at least 68 of 76 provinces, 8 not known "
        "(new data: gained 1 · left the window 0)"
    )
    change = slides(open_page("present", lang="en", meeting="2"))["change"]
    written = commanded("pack", tmp_path, "--minutes", "2", "--formats", "xlsx")
    assert list(written) == ["fictitious_meeting_r2_since_r1_2563_b_en.xlsx"]
    assert change_of(written) == change["sentence"].replace("\N{NO-BREAK SPACE}", " ")
    assert change_of(written).startswith("From data release no. 1 (")
    assert change_of(written).endswith(f" to no. 2, {expected}")
    assert [group["names"] for group in change["figure"]["groups"]] == [["Krabi"], []]
    overview = open_page("overview", lang="en")
    overview.session_state["since"] = True  # as its reader would unfold it
    board = component(overview.run(), "since.board")
    assert (board["number"], board["lead"][0]) == ("67 → 68", change["sentence"])
    with store.opened().connect() as connection:
        entries = [one for one in audit.entries(connection) if one["action"] == "meeting_noted"]
    assert [(json.loads(one["detail"])["meeting"], one["release"]) for one in entries] == [
        *((1, 1), (2, 2), (3, 2))
    ]


def test_a_meeting_without_one_before_it_compares_what_it_was_noted_with(tmp_path: Path) -> None:
    change = slides(open_page("present", lang="en", meeting="1"))["change"]
    written = commanded("pack", tmp_path, "--minutes", "1", "--formats", "xlsx")
    assert list(written) == ["meeting_r1_2562_b_en.xlsx"]
    assert change_of(written) == change["sentence"].replace("\N{NO-BREAK SPACE}", " ")
    # 60 provinces at the end of FY 2561, 67 at the end of FY 2562.
    assert [len(group["names"]) for group in change["figure"]["groups"]] == [9, 2]


def test_a_meeting_that_names_no_baseline_takes_the_release_of_the_one_before_it() -> None:
    app = open_page("present", lang="en", meeting="3", slides="change")
    assert (address(app)["release"], address(app)["region"]) == ("2", "4-North")
    assert app.selectbox(key="present.since").value == "r1"
    change = slides(app)["change"]
    assert change["sentence"].startswith("From data release no. 1 (")
    assert "in North" in change["sentence"]


def test_what_a_meeting_holds_and_its_release_does_not_offer_is_refused_once() -> None:
    app = open_page("present", lang="en", meeting="3")
    [warning] = app.warning
    assert SAY("filter.cluster") in warning.value
    assert SAY("present.set") in warning.value
    assert list(slides(app)) == [name for name in SLIDES if name in slides(app)]
    assert not app.run().warning


def test_choosing_what_pages_open_with_stays_chosen_in_the_link_of_a_meeting() -> None:
    app = open_page("present", lang="en", meeting="3", slides="stand")
    app.selectbox(key="filter.region").select("all").run()
    held = address(app)
    assert (held["region"], held["meeting"]) == ("all", "3")
    again = open_page("present", **held)
    assert slides(again) == slides(app)
    assert "in North" not in slides(again)["stand"]["sentence"]


def test_going_over_to_the_newest_release_stays_in_the_link_of_a_meeting() -> None:
    app = open_page("present", lang="en", meeting="1")
    assert component(app, "slides")["release"] == 1
    app.button(key="release.newest").click().run()
    assert component(app, "slides")["release"] == 2
    assert component(open_page("present", **address(app)), "slides")["release"] == 2


def test_the_brief_of_a_province_is_one_from_its_page_and_from_the_command_line(
    taken: Files, tmp_path: Path
) -> None:
    app = open_page("province", lang="en", province="TH-81", rule="c", year="2562")
    app.session_state["province_sheet"] = True
    app.run()
    assert not [*app.exception, *app.error]
    written = commanded("province", tmp_path, "TH-81", "--rule", "c", "--year", "2562")
    briefs = {name: data for name, data in taken.items() if name.startswith("province_TH-81")}
    assert sorted(written) == [f"province_TH-81_r2_2562_c_en.{kind}" for kind in ("docx", "pdf")]
    assert {name: briefs.get(name) == data for name, data in written.items()} == dict.fromkeys(
        written, True
    )
