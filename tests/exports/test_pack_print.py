"""The PDF of a meeting, read again by another program: its pages, its Thai, its numbers."""

from __future__ import annotations

from functools import cache

import pytest
from pypdfium2 import PdfDocument

from tests.exports.reading import squeezed
from tests.figures.slides.meeting import built, made, selection
from utils.exports.pack import offline_page
from utils.exports.pack import pdf as pack_pdf
from utils.exports.pack.pdf import printed
from utils.words import LANGS, Lang

A4 = (595, 842)  # points


@cache
def written(lang: Lang) -> bytes:
    chosen = selection(lang, fictitious=True)
    return printed(chosen, built(chosen), 2547)


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_can_be_read_on_its_page_and_in_the_brief(lang: Lang) -> None:
    document = PdfDocument(written(lang))
    texts = [squeezed(page.get_textpage().get_text_range()) for page in document]
    told = list(made(selection(lang, fictitious=True)).values())
    assert len(texts) == len(told) + 1
    for slide, text in zip(told, texts, strict=False):
        assert squeezed(slide.sentence) in text
        assert squeezed(slide.sentence) in texts[-1]
        assert "24/11/2569" in text
    assert "https://host/present?year=2563" in texts[-1]
    sizes = [tuple(map(round, page.get_size())) for page in document]
    assert sizes == [(960, 540)] * len(told) + [A4]


def test_thai_names_on_the_map_keep_their_marks_in_order() -> None:
    text = PdfDocument(written("th"))[1].get_textpage().get_text_range()
    for name in ("จันทบุรี", "กระบี่", "เพชรบุรี", "มุกดาหาร"):
        assert name in squeezed(text)


def test_thai_reads_the_same_whatever_stands_first() -> None:
    # Sara am with a tone mark comes before any of its parts alone.
    said = "น้ำ ค่ำ กำหนด ป้า เป้าหมาย สิ้นปี ที่ ปู่ ญี่ปุ่น ฐู"
    style = offline_page.style() + "@page { size: 900px 100px }"
    printed_text = PdfDocument(pack_pdf.to_pdf(f"<p>{said}</p>", style, title="", lang="th"))
    text = printed_text[0].get_textpage().get_text_range()
    assert squeezed(text) == squeezed(said)


def test_invented_numbers_are_named_so_on_their_page() -> None:
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(written("th"))]
    marked = [at for at, text in enumerate(pages) if "ข้อมูลสมมติ" in squeezed(text)]
    # Steps and scores that changed, the staircase, what holds back, and the brief that tells all.
    assert marked == [3, 4, 8, 9, 14]


def test_the_same_selection_gives_the_same_bytes() -> None:
    chosen = selection(names=("stand",))
    shown = built(chosen)
    assert printed(chosen, shown, 2547) == printed(chosen, shown, 2547)
