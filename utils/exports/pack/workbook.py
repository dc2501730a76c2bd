"""The tables behind the slides as one workbook: typed, filtered, and never run as a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from utils.exports.office_zip import frozen
from utils.exports.pack import about as pack_about
from utils.figures.slides.slide import Selection, Slide

FONT = "Tahoma"  # on every machine with an office suite, and holds Thai
_FIRST = 3  # rows before a table's headings: message, basis, an empty one
_WIDEST = 60
_NAME_LENGTH = 31  # the longest name of a sheet
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, kw_only=True)
class _Looks:
    plain: Format
    wrapped: Format
    strong: Format
    heading: Format
    link: Format


def workbook(chosen: Selection, slides: Sequence[Slide], first_year_be: int) -> bytes:
    """Return an XLSX file: contents, a sheet for each slide, definitions and sources.

    `first_year_be`: the first fiscal year of the record.
    """
    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": chosen.words("pack.title")})
        looks = _looks(book)
        names = [_sheet_name(at, slide) for at, slide in enumerate(slides, start=1)]
        contents = book.add_worksheet(chosen.words("pack.contents"))
        for name, slide in zip(names, slides, strict=True):
            _table(book.add_worksheet(name), slide, chosen, looks)
        _contents(contents, chosen, list(zip(names, slides, strict=True)), looks, first_year_be)
        _definitions(book.add_worksheet(chosen.words("pack.definitions")), chosen, slides, looks)
    return frozen(target.getvalue(), chosen.released)


def _looks(book: Workbook) -> _Looks:
    font = {"font_name": FONT, "font_size": 10, "valign": "top"}
    return _Looks(
        plain=book.add_format(font),
        wrapped=book.add_format(font | {"text_wrap": True}),
        strong=book.add_format(font | {"bold": True}),
        heading=book.add_format(font | {"bold": True, "bottom": 1, "text_wrap": True}),
        link=book.add_format(font | {"underline": 1}),
    )


def _sheet_name(at: int, slide: Slide) -> str:
    """Return a name that a sheet may have: numbered, without signs, short enough."""
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in slide.title)
    return f"{at} {plain}"[:_NAME_LENGTH].strip()


def _contents(
    sheet: Worksheet,
    chosen: Selection,
    named: list[tuple[str, Slide]],
    looks: _Looks,
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
    _printed(sheet)


def _table(sheet: Worksheet, slide: Slide, chosen: Selection, looks: _Looks) -> None:
    warning = pack_about.warning([slide], chosen.words)
    sheet.write_string(0, 0, slide.sentence, looks.strong)
    sheet.write_string(
        1, 0, " · ".join(part for part in (warning, slide.basis) if part), looks.plain
    )
    sheet.write_string(2, 0, pack_about.release(chosen), looks.plain)
    table = slide.table
    for column, heading in enumerate(table.columns):
        sheet.write_string(_FIRST, column, str(heading), looks.heading)
        for row, value in enumerate(table.iloc[:, column], start=_FIRST + 1):
            _cell(sheet, row, column, value, looks.plain)
        sheet.set_column(column, column, _width(str(heading), table.iloc[:, column]))
    sheet.freeze_panes(_FIRST + 1, 1)
    last = _FIRST + max(len(table), 1)
    sheet.autofilter(_FIRST, 0, last, max(len(table.columns) - 1, 0))
    _printed(sheet)


def _printed(sheet: Worksheet) -> None:
    """Print a sheet one page wide: no row is torn apart."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _cell(
    sheet: Worksheet,
    row: int,
    column: int,
    value: Any,  # noqa: ANN401 a cell of any table
    look: Format,
) -> None:
    """Write a number as a number, a text as a text, and nothing where nothing is known."""
    if pd.isna(value) or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_number(row, column, float(value), look)


def _width(heading: str, values: pd.Series) -> int:
    longest = max((len(str(value)) for value in values), default=0)
    return min(max(longest, len(heading), 8) + 2, _WIDEST)


def _definitions(
    sheet: Worksheet, chosen: Selection, slides: Sequence[Slide], looks: _Looks
) -> None:
    rows = [(slide.title, note) for slide in slides for note in (slide.basis, *slide.notes)]
    sheet.write_string(0, 0, chosen.words("pack.slide"), looks.heading)
    sheet.write_string(0, 1, chosen.words("pack.definitions"), looks.heading)
    for at, (title, note) in enumerate(rows, start=1):
        sheet.write_string(at, 0, title, looks.plain)
        sheet.write_string(at, 1, note, looks.wrapped)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 120)
    _printed(sheet)
