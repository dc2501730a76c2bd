"""The deck of a meeting, opened again: its numbers, its shapes, its faces and its notes."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation

from tests.figures.slides.meeting import built, made, selection
from utils.exports.pack.deck import deck
from utils.words import LANGS, Lang


@cache
def written(lang: Lang = "en") -> bytes:
    chosen = selection(lang, fictitious=True)
    return deck(chosen, built(chosen), 2547)


def pages(lang: Lang = "en") -> dict[str, Any]:
    opened = Presentation(io.BytesIO(written(lang)))
    told = made(selection(lang, fictitious=True))
    return dict(zip(told, opened.slides, strict=True))


def chart(page: Any) -> Any:  # noqa: ANN401
    [frame] = [shape for shape in page.shapes if shape.has_chart]
    return frame.chart


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_is_a_title_and_every_note_says_the_release(lang: Lang) -> None:
    told = made(selection(lang, fictitious=True))
    for name, page in pages(lang).items():
        assert page.shapes.title.text_frame.text == told[name].sentence  # type: ignore[index]
        notes = page.notes_slide.notes_text_frame.text
        assert "https://host/present?year=2563" in notes
        assert told[name].basis in notes  # type: ignore[index]
        assert "24/11/2569" in notes


def test_charts_are_native_and_hold_the_numbers() -> None:
    opened = pages()
    regions = [list(series.values) for series in chart(opened["regions"]).plots[0].series]
    assert regions == [[21, 17, 18, 11], [4, 0, 2, 3]]
    rules = chart(opened["stand"]).plots[0].series[0]
    assert list(rules.values) == [67, 73, 54, 20]
    alone = chart(opened["holding"]).plots[0].series
    assert [(one.name, next(iter(one.values))) for one in alone] == [
        ("to the next level by this indicator alone", 1),
        ("not by this one alone", 1),
    ]
    assert list(chart(opened["pace"]).plots[0].series[0].values)[-1] == 67


def test_the_map_has_one_named_shape_a_province() -> None:
    [country] = [shape for shape in pages()["map"].shapes if shape.shape_type == 6]
    names = [shape.name for shape in country.shapes]
    assert len(names) == 77
    assert "Nan (55)" in names
    west = min(shape.left for shape in country.shapes)
    assert (country.left, country.height > 4 * 914_400) == (west, True)
    kinds = {shape.name: shape.fill.type for shape in country.shapes}
    assert kinds["Mukdahan (49)"] == 2  # a pattern: no row in the published list
    assert kinds["Nan (55)"] == 1


def test_thai_letters_have_a_face_of_their_own_in_every_text_and_chart() -> None:
    with ZipFile(io.BytesIO(written("th"))) as held:
        for name in held.namelist():
            if re.fullmatch(r"ppt/(slides/slide|charts/chart)\d+\.xml", name):
                part = held.read(name).decode()
                latin = len(re.findall(r"<a:latin ", part))
                assert latin == len(re.findall(r'<a:cs typeface="Tahoma"', part)) > 0


def test_invented_numbers_are_marked_on_the_slide() -> None:
    stairs = pages("th")["stairs"]
    texts = [shape.text_frame.text for shape in stairs.shapes if shape.has_text_frame]
    assert texts.count("ข้อมูลสมมติ") == 3  # between the bars, as on the wall


def test_no_text_is_smaller_than_a_fortieth_of_the_slide() -> None:
    for page in pages().values():
        sizes = [
            run.font.size.pt
            for shape in page.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        ]
        assert min(sizes) >= 540 / 40


def test_the_same_selection_gives_the_same_bytes() -> None:
    chosen = selection(names=("stand", "regions"))
    shown = built(chosen)
    assert deck(chosen, shown, 2547) == deck(chosen, shown, 2547)


def test_resolutions_are_a_native_table_with_owner_and_day() -> None:
    [frame] = [shape for shape in pages("th")["decisions"].shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in frame.table.rows]
    owner = "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 1"
    assert rows == [
        ["ลำดับ", "มติที่ประชุม", "ผู้รับผิดชอบ"],
        ["1", "ให้เร่งรัดจังหวัดที่ยังไม่เข้าเกณฑ์", f"{owner}\nภายใน 30/9/2570"],
        ["3", "รับทราบ", "–"],
    ]
