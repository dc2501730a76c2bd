"""The office files of a meeting and of a province, opened by another program: LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import pytest
from pypdfium2 import PdfDocument

from tests.exports.reading import squeezed
from tests.exports.test_province import SONGKHLA, told
from tests.figures.slides.meeting import built, made, selection
from utils.exports.letter import LetterForm
from utils.exports.pack import files as pack_files
from utils.exports.province import brief as province_brief
from utils.figures.slides.slide import Slide

SECONDS = 120

Opened = Mapping[str, list[str]]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Return the text of every page of every file, as LibreOffice lays it out, without blanks."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("no LibreOffice on the PATH: `make office` installs it", pytrace=False)
    folder = tmp_path_factory.mktemp("office")
    names = written(folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    done = subprocess.run(
        [*command, *(str(folder / name) for name in names)],
        check=False,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0
    assert "rror" not in done.stdout + done.stderr
    return {name: pages(folder / f"{Path(name).stem}.pdf") for name in names}


def written(folder: Path) -> list[str]:
    """Write what a secretary takes home, with the brief of the province of most results."""
    chosen, real = selection("th", fictitious=True), selection("th")
    shown = built(chosen)
    files = {
        "deck.pptx": pack_files.write("pptx", chosen, shown, 2547),
        "tables.xlsx": pack_files.write("xlsx", chosen, shown, 2547),
    }
    messages = built(real)
    files["brief.docx"] = pack_files.write("docx", real, messages, 2547)
    short = [slide for slide in messages if slide.kind != "resolutions"]
    files["short.docx"] = pack_files.write("docx", real, short, 2547)
    of_province, sheet = told(SONGKHLA)
    form = LetterForm(meeting="3/2569", agenda="4.1")
    files["province.docx"] = province_brief.write("docx", of_province, sheet, 2547, form)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [*files]


def pages(path: Path) -> list[str]:
    document = PdfDocument(path)
    texts = [squeezed(page.get_textpage().get_text_range()) for page in document]
    document.close()
    return texts


def missing(parts: Iterable[str], page: str) -> list[str]:
    """Return the parts that cannot be read on a page, order and blanks apart."""
    return [part for part in parts if squeezed(part) not in page]


def test_every_slide_says_what_the_page_says(opened: Opened) -> None:
    told = made(selection("th", fictitious=True))
    assert len(told) >= 8
    deck = opened["deck.pptx"]
    assert len(deck) == len(told)
    unsaid = {
        name: missing(parts_of(slide), page)
        for (name, slide), page in zip(told.items(), deck, strict=True)
    }
    assert {name: parts for name, parts in unsaid.items() if parts} == {}


def parts_of(slide: Slide) -> list[str]:
    """Return what a slide shows on the wall: its words, its numbers, its names."""
    figure = slide.figure
    parts = [slide.title, slide.sentence, "ครั้งที่ 7 (ณ วันที่ 24/11/2569)"]
    shown = ("name", "number", "text", "owner", "due")  # of bars, and of resolutions
    parts += [str(row[key]) for row in figure.get("rows", ()) for key in shown if row.get(key)]
    parts += [one for group in figure.get("groups", ()) for one in group["names"]]
    parts += [f"{swatch['label']}: {swatch['count']}" for swatch in figure.get("classes", ())]
    if slide.kind == "number":
        parts += [one["number"] for one in (figure["main"], *figure["others"])]
    return [*parts, *(["ข้อมูลสมมติ"] if slide.fictitious else [])]


def test_the_workbook_shows_every_number_of_its_tables(opened: Opened) -> None:
    whole = "".join(opened["tables.xlsx"])
    for slide in made(selection("th", fictitious=True)).values():
        cells = slide.table.astype(object).to_numpy().ravel()
        told = [f"{c:g}" if isinstance(c, float) else str(c) for c in cells if known(c)]
        assert missing([slide.sentence, *told], whole) == []


def known(cell: object) -> bool:
    return cell is not pd.NA and cell == cell  # noqa: PLR0124 what is not a number differs from itself


def test_the_brief_of_the_meeting_holds_every_message(opened: Opened) -> None:
    told = made(selection("th"))
    whole = "".join(opened["brief.docx"])
    assert missing((slide.sentence for slide in told.values()), whole) == []
    # Resolutions are as long as they are; without them it is a page.
    assert len(opened["short.docx"]) == 1


def test_the_brief_of_the_province_with_most_results_is_one_page(opened: Opened) -> None:
    [page] = opened["province.docx"]
    chosen, sheet = told(SONGKHLA)
    cells = [str(cell) for cell in sheet.results.to_numpy().ravel()]
    facts = [value for _, value in sheet.facts]
    parts = [sheet.title, sheet.lead, *facts, *cells, *sheet.programmes, sheet.source, chosen.link]
    assert missing(parts, page) == []
