"""Tables as sheets of a workbook: typed, filtered, printed a page wide, never run as a formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

FONT: Final = "Tahoma"  # on every machine with an office suite, and holds Thai
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDEST: Final = 60
_NAME_LENGTH: Final = 31  # the longest name of a sheet
_A4: Final = 9


@dataclass(frozen=True, kw_only=True)
class Looks:
    """How cells look."""

    plain: Format
    wrapped: Format
    strong: Format
    heading: Format
    link: Format


def looks(book: Workbook) -> Looks:
    """Return how the cells of a workbook look."""
    font = {"font_name": FONT, "font_size": 10, "valign": "top"}
    return Looks(
        plain=book.add_format(font),
        wrapped=book.add_format(font | {"text_wrap": True}),
        strong=book.add_format(font | {"bold": True}),
        heading=book.add_format(font | {"bold": True, "bottom": 1, "text_wrap": True}),
        link=book.add_format(font | {"underline": 1}),
    )


def name(at: int, title: str) -> str:
    """Return a name that a sheet may have: numbered, without signs, short enough."""
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)
    return f"{at} {plain}"[:_NAME_LENGTH].strip()


def table(sheet: Worksheet, frame: pd.DataFrame, looks: Looks, *, first: int) -> None:
    """Write a table with its headings in row `first`, from 0; freeze, filter and print it."""
    for column, heading in enumerate(frame.columns):
        sheet.write_string(first, column, str(heading), looks.heading)
        for row, value in enumerate(frame.iloc[:, column], start=first + 1):
            _cell(sheet, row, column, value, looks.plain)
        sheet.set_column(column, column, _width(str(heading), frame.iloc[:, column]))
    sheet.freeze_panes(first + 1, 1)
    last = first + max(len(frame), 1)
    sheet.autofilter(first, 0, last, max(len(frame.columns) - 1, 0))
    print_one_page_wide(sheet)


def print_one_page_wide(sheet: Worksheet) -> None:
    """Print a sheet one page wide: no row is torn apart."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
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
