"""The brief of a meeting, opened again by the library and as plain XML."""

from __future__ import annotations

import io
import re
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document

from tests.figures.slides.meeting import built, made, selection
from utils.exports.letter import LetterForm
from utils.exports.pack.brief import brief
from utils.figures.slides.slide import Selection
from utils.words import LANGS, Lang


def written(chosen: Selection, form: LetterForm | None = None) -> bytes:
    shown = built(chosen)
    return brief(chosen, shown, 2547, form)


def lines(data: bytes) -> list[str]:
    opened: Any = Document(io.BytesIO(data))
    return [paragraph.text for paragraph in opened.paragraphs]


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_stands_in_it_and_the_rules_in_a_table(lang: Lang) -> None:
    data = written(selection(lang))
    said = lines(data)
    for at, slide in enumerate(made(selection(lang)).values(), start=1):
        assert f"{at}. {slide.title}: {slide.sentence}" in said
    opened: Any = Document(io.BytesIO(data))
    rows = [[cell.text for cell in row.cells][2:] for row in opened.tables[0].rows]
    assert rows[1:] == [["73", "3"], ["67", "9"], ["54", "22"], ["20", "56"]]
    assert said[-1].endswith("https://host/present?year=2563")
    assert "24/11/2569" in opened.sections[0].header.paragraphs[0].text


def test_thai_digits_meeting_and_agenda_on_request() -> None:
    form = LetterForm(meeting="3/2569", agenda="4.1", thai_digits=True)
    said = lines(written(selection("th", names=("stand",)), form))
    assert said[1] == "การประชุมครั้งที่ ๓/๒๕๖๙ · ระเบียบวาระที่ ๔.๑"
    assert "๖๗ จาก ๗๖ จังหวัด" in said[2]
    assert said[-1].endswith("https://host/present?year=2563")
    assert not [line for line in said[:-1] if re.search(r"[0-9]", line)]


def test_the_meeting_that_was_noted_and_its_resolutions_stand_in_it() -> None:
    said = lines(written(selection("th", names=("decisions",))))
    owner = "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 1"
    assert said[1] == "คณะกรรมการ ครั้งที่ 2/2569 (วันที่ 28/11/2569)"
    assert said[3:5] == [
        f"1) ให้เร่งรัดจังหวัดที่ยังไม่เข้าเกณฑ์ · {owner} · ภายใน 30/9/2570",
        "3) รับทราบ",
    ]


def test_thai_letters_are_set_in_sarabun_of_16_points() -> None:
    with ZipFile(io.BytesIO(written(selection("th")))) as held:
        document, styles = (
            held.read(f"word/{name}.xml").decode() for name in ("document", "styles")
        )
    runs = re.findall(r"<w:r>.*?</w:r>", document)
    assert len(runs) > 20
    assert all('w:cs="TH Sarabun New"' in run for run in runs)
    [first] = [run for run in runs if ">1. " in run]
    assert '<w:szCs w:val="32"/>' in first
    normal = re.search(r'<w:style [^>]*w:styleId="Normal".*?</w:style>', styles, re.DOTALL)
    assert normal is not None
    assert '<w:szCs w:val="32"/>' in normal.group()


def test_invented_numbers_are_named_so_on_every_page() -> None:
    opened: Any = Document(io.BytesIO(written(selection("th", names=("stairs",), fictitious=True))))
    assert opened.sections[0].header.paragraphs[0].text.startswith("ข้อมูลสมมติ ไม่ใช่ข้อมูลจริง")


def test_the_same_selection_gives_the_same_bytes() -> None:
    assert written(selection(names=("stand",))) == written(selection(names=("stand",)))
