"""The tables behind the slides as one workbook: typed, filtered, and never run as a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from utils.exports import sheets
from utils.exports.office_zip import frozen
from utils.exports.pack import about as pack_about
from utils.exports.sheets import Looks
from utils.figures.slides.slide import Selection, Slide

_FIRST = 3  # rows before a table's headings: message, basis, an empty one


def workbook(chosen: Selection, slides: Sequence[Slide], first_year_be: int) -> bytes:
    """Return an XLSX file: contents, a sheet for each slide, definitions and sources.

    `first_year_be`: the first fiscal year of the record.
    """
    target = io.BytesIO()
    with Workbook(target, sheets.OPTIONS) as book:
        book.set_properties({"title": chosen.words("pack.title")})
        looks = sheets.looks(book)
        names = [sheets.name(at, slide.title) for at, slide in enumerate(slides, start=1)]
        contents = book.add_worksheet(chosen.words("pack.contents"))
        for name, slide in zip(names, slides, strict=True):
            _table(book.add_worksheet(name), slide, chosen, looks)
        _contents(contents, chosen, list(zip(names, slides, strict=True)), looks, first_year_be)
        _definitions(book.add_worksheet(chosen.words("pack.definitions")), chosen, slides, looks)
    return frozen(target.getvalue(), chosen.released)


def _contents(
    sheet: Worksheet,
    chosen: Selection,
    named: list[tuple[str, Slide]],
    looks: Looks,
    first_year_be: int,
) -> None:
    words = chosen.words
    warning = pack_about.warning([slide for _, slide in named], words)
    lines = [(words("pack.title"), warning), *pack_about.head(chosen, first_year_be)]
    for at, (name, text) in enumerate(lines):
        sheet.write_string(at, 0, name, looks.strong)
        sheet.write_string(at, 1, text, looks.plain)
    top = len(lines) + 1
    for column, key in enumerate(("slide", "message", "rows")):
        sheet.write_string(top, column, words(f"pack.{key}"), looks.heading)
    for at, (name, slide) in enumerate(named, start=top + 1):
        sheet.write_url(at, 0, f"internal:'{name}'!A1", looks.link, name)
        sheet.write_string(at, 1, slide.sentence, looks.wrapped)
        sheet.write_number(at, 2, len(slide.table), looks.plain)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    sheets.print_one_page_wide(sheet)


def _table(sheet: Worksheet, slide: Slide, chosen: Selection, looks: Looks) -> None:
    warning = pack_about.warning([slide], chosen.words)
    sheet.write_string(0, 0, slide.sentence, looks.strong)
    sheet.write_string(
        1, 0, " · ".join(part for part in (warning, slide.basis) if part), looks.plain
    )
    sheet.write_string(2, 0, pack_about.release(chosen), looks.plain)
    sheets.table(sheet, slide.table, looks, first=_FIRST)


def _definitions(
    sheet: Worksheet, chosen: Selection, slides: Sequence[Slide], looks: Looks
) -> None:
    rows = [(slide.title, note) for slide in slides for note in (slide.basis, *slide.notes)]
    sheet.write_string(0, 0, chosen.words("pack.slide"), looks.heading)
    sheet.write_string(0, 1, chosen.words("pack.definitions"), looks.heading)
    for at, (title, note) in enumerate(rows, start=1):
        sheet.write_string(at, 0, title, looks.plain)
        sheet.write_string(at, 1, note, looks.wrapped)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 120)
    sheets.print_one_page_wide(sheet)
