"""Write problems into a workbook of unknown origin, in a process of its own.

`marked.py` starts it as a bare script; it imports neither pandas nor this project. Standard input
holds the length of the remarks in 8 bytes, the remarks as JSON, then the workbook (where that is
empty, a new one is made); the marked workbook goes to standard output. Formulas are replaced by
their last computed values; macros, external links and names that may call a program are left out.
"""

from __future__ import annotations

import io
import json
import resource
import sys
from copy import copy
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 32_000  # characters: a little less than a cell holds
_WIDTH = 60
_CALLS = frozenset("|[")  # in a name that reaches out of the workbook


def main() -> None:
    """Write the marked workbook to standard output."""
    limits = json.loads(sys.argv[1])
    for kind, most in (
        (resource.RLIMIT_AS, limits["memory"]),
        (resource.RLIMIT_CPU, limits["seconds"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    length = int.from_bytes(sys.stdin.buffer.read(8))
    remarks = json.loads(sys.stdin.buffer.read(length))
    out = io.BytesIO()
    marked(sys.stdin.buffer.read(), remarks).save(out)
    sys.stdout.buffer.write(out.getvalue())


def marked(content: bytes, remarks: dict[str, Any]) -> Any:  # noqa: ANN401 no types are published
    """Return the workbook with the remarks in it."""
    if content:
        book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
        _tame(book)
    else:
        book = Workbook()
        book.remove(book.active)
    for sheet in remarks["sheets"]:
        _beside_rows(book[sheet["name"]], sheet, remarks["heading"])
    if remarks["title"] in book.sheetnames:
        book.remove(book[remarks["title"]])
    _all_problems(book.create_sheet(remarks["title"]), remarks["problems"])
    return book


def _tame(book: Any) -> None:  # noqa: ANN401
    for names in (book.defined_names, *(sheet.defined_names for sheet in book.worksheets)):
        for name in [name for name, one in names.items() if _CALLS & set(str(one.attr_text))]:
            del names[name]
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):  # noqa: SLF001 only those that are there
            if not isinstance(cell, Cell):
                continue
            if cell.hyperlink is not None:
                cell.hyperlink = None
            # Most cells are harmless, and there may be a million.
            if isinstance(cell.value, str) and _is_to_tame(cell):
                _say(cell, cell.value)


def _is_to_tame(cell: Any) -> bool:  # noqa: ANN401
    text = cell.value
    return (
        cell.data_type != "s"
        or text.startswith(_RUNS)
        or len(text) > _WIDEST
        or ILLEGAL_CHARACTERS_RE.search(text) is not None
    )


def _beside_rows(sheet: Any, marks: dict[str, Any], heading: str) -> None:  # noqa: ANN401
    column = _free_column(sheet, marks["heading_row"], heading)
    head = sheet.cell(marks["heading_row"], column)
    _say(head, heading)
    head.font = Font(bold=True)
    sheet.column_dimensions[head.column_letter].width = _WIDTH
    wrapped = _style(sheet, bold=False)
    for row, text in marks["rows"]:
        cell = sheet.cell(row, column)
        cell._style = copy(wrapped)  # noqa: SLF001
        _say(cell, text)


def _style(sheet: Any, *, bold: bool) -> Any:  # noqa: ANN401
    """Return the style of wrapped text, built once: openpyxl would search for it at every cell."""
    cell = Cell(sheet)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell._style  # noqa: SLF001


def _free_column(sheet: Any, heading_row: int, heading: str) -> int:  # noqa: ANN401
    """Return the column of earlier remarks, emptied, or the first one after everything written."""
    filled = [cell for cell in sheet._cells.values() if cell.value is not None]  # noqa: SLF001
    for cell in filled:
        if cell.row == heading_row and cell.value == heading:
            for other in filled:
                if other.column == cell.column and other.row > heading_row:
                    other.value = None
            return int(cell.column)
    merged = [one.max_col for one in sheet.merged_cells.ranges]
    return max([*(cell.column for cell in filled), *merged], default=0) + 1


def _all_problems(sheet: Any, rows: list[list[str]]) -> None:  # noqa: ANN401
    sheet.freeze_panes = "A2"
    heading, wrapped = (_style(sheet, bold=bold) for bold in (True, False))
    for number, texts in enumerate(rows, 1):
        for at, text in enumerate(texts, 1):
            cell = sheet.cell(number, at)
            cell._style = copy(heading if number == 1 else wrapped)  # noqa: SLF001
            _say(cell, text)
    for letter, width in zip("ABCDEFGH", (22, 22, 8, 20, 12, 24, _WIDTH, _WIDTH), strict=True):
        sheet.column_dimensions[letter].width = width


def _say(cell: Any, text: str) -> None:  # noqa: ANN401
    """Write a text that stays a text, whatever sign it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_WIDEST]
    cell.data_type = "s"
    if text.startswith(_RUNS):
        cell.quotePrefix = True


if __name__ == "__main__":
    main()
