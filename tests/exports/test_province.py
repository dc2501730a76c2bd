"""The brief of one province, opened again: one page, its numbers by hand, and from the store."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from docx import Document
from pypdfium2 import PdfDocument

from tests.exports.reading import squeezed
from utils.exports.__main__ import main
from utils.exports.gather import release_tables
from utils.exports.letter import LetterForm
from utils.exports.province import brief as province_brief
from utils.exports.selection import Request, of_province
from utils.figures.coverage.province_sheet import ProvinceSheet
from utils.figures.slides.slide import Selection
from utils.words import Lang, Words

SONGKHLA, NARATHIWAT, KRABI = "TH-90", "TH-96", "TH-81"


def asked(lang: Lang, **codes: str) -> Request:
    return Request(words=Words(lang), codes=tuple(codes.items()), address="https://host/")


def told(code: str, lang: Lang = "th", **codes: str) -> tuple[Selection, ProvinceSheet]:
    tables = release_tables()
    chosen = of_province(asked(lang, **codes), code, tables)
    return chosen, province_brief.compose_sheet(chosen, tables)


def docx_lines(data: bytes) -> list[str]:
    opened: Any = Document(io.BytesIO(data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in opened.paragraphs), *cells]


def pdf_pages(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in PdfDocument(data)]


def test_songkhla_by_hand() -> None:
    # Rows 505 to 529 of the published list: 25 of them, the 515th a doubled one, in ten
    # municipalities; 18 are of FY 2561 to 2563. The South holds 14 provinces, 11 of them counted.
    chosen, sheet = told(SONGKHLA)
    assert sheet.title == "สรุปสถานะเมืองสิ่งแวดล้อมยั่งยืน จังหวัดสงขลา"
    assert sheet.status == "นับตามเกณฑ์นี้"
    assert "มีผล 18 รายการ จาก 9 เทศบาล" in sheet.lead
    assert dict(sheet.facts)["ภาค"] == "ภาคใต้ · อย่างน้อย 11/14 · ไม่ทราบ 3"
    assert dict(sheet.facts)["เมืองศูนย์กลางจังหวัด"].startswith("ทน.สงขลา · รายชื่อเป็นข้อสันนิษฐาน")
    names, results = (list(sheet.results[name]) for name in sheet.results)
    assert len(names) == 10
    assert sum(text.count(" · ") + 1 for text in results) == 24
    assert sum(text.count("*") for text in results) == 18
    assert results[-1] == "2552 รองชนะเลิศ อันดับ 3 (505)"  # the one without a counted result
    assert "2563* ชนะเลิศ (514, 515)" in results[4]
    assert not sheet.unsaid
    assert chosen.link == (
        "https://host/province?province=TH-90&year=2563&rule=b&window=3&lang=th&release=1"
    )


@pytest.mark.parametrize(
    ("code", "lang"), [(SONGKHLA, "th"), (SONGKHLA, "en"), (NARATHIWAT, "en"), ("TH-10", "th")]
)
def test_both_files_say_the_same_and_the_pdf_is_one_page(code: str, lang: Lang) -> None:
    chosen, sheet = told(code, lang)
    lines = docx_lines(province_brief.write("docx", chosen, sheet, 2547))
    [page] = pdf_pages(province_brief.write("pdf", chosen, sheet, 2547))
    whole = squeezed(page)
    parts = [
        *(sheet.title, sheet.lead, sheet.source, chosen.link, *sheet.notes, *sheet.programmes),
        *(value for fact in sheet.facts for value in fact),
        *(str(cell) for cell in sheet.results.to_numpy().ravel()),
    ]
    assert [part for part in parts if squeezed(part) not in whole] == []
    assert [part for part in parts if not any(part in line for line in lines)] == []


def test_what_is_reported_is_told_beside_the_name_and_not_counted() -> None:
    _, sheet = told(NARATHIWAT)
    assert sheet.status == "ไม่ทราบ เพราะบัญชีในช่วงปีที่นับยังไม่ครบ"
    assert "ยังไม่พบเทศบาลของจังหวัดนี้ในบัญชีที่มี" in sheet.lead
    assert len(sheet.results) == 0
    assert [("สุไหงโก-ลก" in note, "(ไม่นับ)" in note) for note in sheet.notes] == [(True, True)] * 2
    assert sheet.unsaid == "ยังไม่พบเทศบาลของจังหวัดนี้ในบัญชีที่เผยแพร่ จนถึงปีที่เลือก"


def test_a_year_beyond_the_record_is_not_zero() -> None:
    _, sheet = told(SONGKHLA, "en", year="2566")
    assert sheet.status == "No data"
    assert dict(sheet.facts)["Region"] == "South · No data (of 14)"
    assert "not known, which is not zero" in sheet.unsaid
    assert len(sheet.results) == 0


def test_thai_digits_on_request_and_never_in_the_link() -> None:
    chosen, sheet = told(SONGKHLA)
    form = LetterForm(meeting="3/2569", agenda="4.1", thai_digits=True)
    lines = docx_lines(province_brief.write("docx", chosen, sheet, 2547, form))
    assert "การประชุมครั้งที่ ๓/๒๕๖๙ · ระเบียบวาระที่ ๔.๑" in lines
    assert "๒๕๕๒ รองชนะเลิศ อันดับ ๓ (๕๐๕)" in lines
    assert [line for line in lines if re.search(r"(?<![A-Za-z0-9])[0-9]", line)] == [
        f"{Words('th')('pack.link')}: {chosen.link}"
    ]
    assert any("LA21" in line for line in lines)  # a name
    [page] = pdf_pages(province_brief.write("pdf", chosen, sheet, 2547, form))
    assert "๒๕๕๒รองชนะเลิศอันดับ๓(๕๐๕)" in squeezed(page)


def test_what_finds_no_room_is_counted_and_the_page_stays_one() -> None:
    chosen, _ = told(SONGKHLA)
    _, sheet = told(SONGKHLA)
    grown = pd.concat([sheet.results] * 2).head(12)
    full = replace(
        sheet, results=grown, unsaid=chosen.words("province.brief.more", cities=8, results=20)
    )
    assert len(pdf_pages(province_brief.write("pdf", chosen, full, 2547))) == 1


def test_the_command_writes_a_file_a_province_twice_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    for folder in ("one", "two"):
        out = ["--out", str(tmp_path / folder), "--lang", "en"]
        assert main(["province", KRABI, *out]) == 0
    names = [f"province_TH-81_r1_2563_b_en.{kind}" for kind in ("docx", "pdf")]
    assert capsys.readouterr().out.splitlines() == names * 2
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert main(["province", "TH-99", "--lang", "en"]) == 1
    assert capsys.readouterr().err == "No province has the code TH-99\n"
