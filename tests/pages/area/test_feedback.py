"""The feedback sheets on the page of an area and of a city: made on a click, real alone."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from pypdfium2 import PdfDocument
from streamlit.testing.v1 import AppTest

from tests.pages.opened import MARK, open_page
from utils.screen.app import filters
from utils.screen.area import feedback
from utils.words import LANGS, Lang, Words

SAY = Words("en")
HUA_HIN = "LAO-77-002"


def labels(app: AppTest) -> list[str]:
    return [one.proto.label for one in app.get("download_button")]


@pytest.mark.parametrize("lang", LANGS)
def test_all_sheets_of_an_area_are_made_on_a_click(lang: Lang) -> None:
    words, app = Words(lang), open_page("area", lang=lang, office="13")
    assert words("feedback.zip") not in labels(app)
    [make] = [one for one in app.button if one.key == "area.feedback.make"]
    make.click().run()
    assert not app.exception
    assert words("feedback.zip") in labels(app)
    asked, made = app.session_state["area.feedback.made"]
    with ZipFile(io.BytesIO(made)) as files:
        names = files.namelist()
    # a file for each LAO of the office, no more
    assert make.label == words("feedback.make", n=len(names))
    assert names == [f"feedback_{lao}_r1_{lang}.docx" for lao in asked[2]]
    # another kind of file is made anew, not passed for the first
    app.radio(key="area.feedback.kind").set_value("pdf").run()
    assert words("feedback.zip") not in labels(app)


def test_the_whole_country_asks_for_an_area_first() -> None:
    app = open_page("area", lang="en")
    assert SAY("feedback.choose_area") in [one.value for one in app.caption]
    assert not [one for one in app.button if one.key == "area.feedback.make"]


def test_a_city_offers_its_own_sheet_and_an_invented_one_none() -> None:
    app = open_page("city", lang="en", city=HUA_HIN, trial="on")
    assert SAY("feedback.kind.pdf") in labels(app)
    invented = open_page("city", lang="en", city="FIC-11-001", trial="on")
    assert SAY("feedback.kind.pdf") not in labels(invented)


@pytest.mark.parametrize("lang", LANGS)
def test_the_mode_of_the_reader_brings_nothing_invented_into_a_sheet(lang: Lang) -> None:
    words = Words(lang)
    written = []
    for link in ({}, {"trial": "on"}):
        chosen = filters.of(link, words)
        data = feedback._file("pdf", HUA_HIN, chosen, feedback._stamp(words))  # noqa: SLF001
        [page] = PdfDocument(data)
        written.append(page.get_textpage().get_text_range())
    for text in written:
        assert MARK[lang] not in text
        assert "FIC-" not in text
    # but for the address at its foot, which may name the mode, both say the same
    first, second = (text.split(words("pack.link"))[0] for text in written)
    assert first == second
