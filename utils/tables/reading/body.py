"""The rows under a heading: which are data, and what is wrong with the table as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from utils.tables.declared.columns import Table
from utils.tables.reading.contents import Contents, Sheet
from utils.tables.reading.headings import Heading
from utils.tables.reading.meaning.columns import rows_in_words
from utils.tables.reading.normalise import spelling_key, tidy, visible
from utils.tables.reading.problems import CellProblem, Problem, Severity
from utils.words import LANGS, Lang, Words

_CLOSING: Final = ("รวม", "ทั้งหมด", "หมายเหตุ", "ที่มา", "แหล่งข้อมูล", "total", "sum", "note", "source")
_SHOWN: Final = 200  # characters of a value that a problem quotes


@dataclass(frozen=True, kw_only=True)
class TablePlace:
    """A table in a file, for saying where a problem is."""

    file: str
    heading: Heading
    table: Table

    def problem(self, row: int, fault: CellProblem, value: str) -> Problem:
        """Return the problem of one cell, its column named as in the file."""
        return Problem(
            file=self.file,
            code=fault.code,
            severity=fault.severity,
            row=row,
            column=self.heading.written.get(fault.column, fault.column),
            value=visible(value.strip())[:_SHOWN],
            context=fault.context,
        )

    def remark(
        self, code: str, severity: Severity, *, row: int | None, column: str = "", **more: object
    ) -> Problem:
        """Return a problem of a row or of the heading."""
        return Problem(
            file=self.file, code=code, severity=severity, row=row, column=column, context=more
        )


def heading_problems(
    place: TablePlace, contents: Contents, sheet: Sheet, *, silent: Sequence[str] = ()
) -> Iterator[Problem]:
    """Yield columns that are missing, unknown or repeated, and what the sheet hides or computes.

    `silent`: witnesses whose cells say nothing that could be read: columns unknown as others are.
    """
    heading, row = place.heading, place.heading.row + 1
    for name, column in place.table.columns.items():
        if name not in heading.positions:
            code = "column_missing_optional" if column.nullable else "column_missing"
            severity: Severity = "warning" if column.nullable else "error"
            titles = {"title_th": column.title_th, "title_en": column.title_en}
            yield place.remark(code, severity, row=row, column=name, **titles)
    for name, written in heading.repeated:
        first = heading.written[name]
        yield place.remark("heading_repeated", "error", row=row, column=written, first=first)
    missing = [
        column for name, column in place.table.columns.items() if name not in heading.positions
    ]
    titles = {f"missing_{lang}": ", ".join(one.title(lang) for one in missing) for lang in LANGS}
    others = (heading.written[name] for name in silent)
    for written in (*(text for _, text in heading.unknown), *others):
        code = "column_unknown" if missing else "column_extra"
        yield place.remark(code, "warning", row=row, column=written, **titles)
    unread = [one.name for one in contents.sheets if one is not sheet]
    if unread or contents.hidden:
        names = {f"others_{lang}": _named_sheets(unread, contents.hidden, lang) for lang in LANGS}
        yield place.remark("other_sheets", "warning", row=None, sheet=sheet.name, **names)
    for name, position in heading.positions.items():
        if position in sheet.formulas:
            yield place.remark(
                "formula", "warning", row=sheet.formulas[position] + 1, column=heading.written[name]
            )

    yield from _of_sheet(place, sheet)


def _of_sheet(place: TablePlace, sheet: Sheet) -> Iterator[Problem]:
    """Yield what is hidden among the cells that were read, and numbers shown divided."""
    heading = place.heading
    if rows := [row + 1 for row in sheet.hidden_rows if row > heading.row]:
        code = "rows_filtered" if sheet.is_filtered else "rows_hidden"
        yield place.remark(code, "warning", row=rows[0], count=len(rows), **rows_in_words(rows))
    if sheet.hidden_columns:
        headings = sheet.rows[heading.row]
        names = (tidy(headings[at]) if at < len(headings) else "" for at in sheet.hidden_columns)
        columns = ", ".join(
            name or letter(at) for name, at in zip(names, sheet.hidden_columns, strict=True)
        )
        yield place.remark("columns_hidden", "warning", row=heading.row + 1, columns=columns)
    for name, position in heading.positions.items():
        if scaled := sheet.scaled.get(position):
            fault = CellProblem(name, "shown_scaled", "warning", {"shown": scaled.shown})
            yield place.problem(scaled.row + 1, fault, scaled.held)


def letter(column: int) -> str:
    """Return the letters by which spreadsheets name a column, counted from 0: A, B, … AA."""
    before, last = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _named_sheets(shown: Sequence[str], hidden: Sequence[str], lang: Lang) -> str:
    words = Words(lang)
    return ", ".join([*shown, *(words("check.hidden_sheet", sheet=name) for name in hidden)])


def split(
    place: TablePlace, grid: Sequence[Sequence[str]]
) -> tuple[dict[int, dict[str, str]], list[Problem]]:
    """Split the rows under the heading into data, by row number, and problems of all others.

    Blank rows are skipped. A repeated heading, and the totals and notes that end a table, are left
    out and reported.
    """
    first = place.heading.row + 1
    filled = {
        number: cells
        for number, cells in enumerate(grid[first:], first + 1)
        if any(tidy(cell) for at, cell in enumerate(cells) if at not in place.heading.remarks)
    }
    remarks = []
    for number in _headings_again(place, grid, filled):
        remarks.append(place.remark("heading_again", "warning", row=number))
        del filled[number]
    for number in _closing(place, filled):
        text = " ".join(filter(None, map(tidy, filled[number])))[:_SHOWN]
        remarks.append(place.remark("closing_row", "warning", row=number, text=text))
        del filled[number]
    remarks += [
        place.remark("cell_outside", "warning", row=number, text=text)
        for number, cells in filled.items()
        if (text := _outside(place, cells))
    ]
    if not filled:
        severity: Severity = "warning" if place.table.may_be_empty else "error"
        remarks.append(place.remark("no_rows", severity, row=first))
    return {number: _named(place, cells) for number, cells in filled.items()}, remarks


def key_problems(place: TablePlace, typed: Mapping[int, Mapping[str, Any]]) -> Iterator[Problem]:
    """Yield the rows whose key an earlier row has already."""
    columns = place.table.columns
    required = [name for name in place.table.key if not columns[name].nullable]
    first_rows: dict[tuple[object, ...], int] = {}
    for number, values in typed.items():
        if not required or any(values[name] is None for name in required):
            continue
        keys = tuple(values[name] for name in place.table.key)
        first = first_rows.setdefault(keys, number)
        if first != number:
            shown = ", ".join("–" if one is None else str(one) for one in keys)
            column = place.heading.written.get(place.table.key[0], "")
            yield place.remark(
                "duplicate_key", "error", row=number, column=column, key=shown, first_row=first
            )


def _named(place: TablePlace, cells: Sequence[str]) -> dict[str, str]:
    at = {**place.heading.witnesses, **place.heading.positions}
    return {name: cells[here] if here < len(cells) else "" for name, here in at.items()}


def _headings_again(
    place: TablePlace, grid: Sequence[Sequence[str]], filled: Mapping[int, Sequence[str]]
) -> list[int]:
    heading = [spelling_key(cell) for cell in grid[place.heading.row]]
    return [
        number
        for number, cells in filled.items()
        if [spelling_key(cell) for cell in cells] == heading
    ]


def _closing(place: TablePlace, filled: Mapping[int, Sequence[str]]) -> list[int]:
    """Return the last rows that begin like a total or a note and lack a required cell."""
    closing: list[int] = []
    for number in reversed(list(filled)):
        cells = filled[number]
        start = spelling_key(next(filter(None, map(tidy, cells))))
        named = _named(place, cells)
        is_short = any(
            not named[name].strip() and not place.table.columns[name].nullable
            for name in place.heading.positions
        )
        if not (is_short and start.startswith(_CLOSING)):
            break
        closing.append(number)
    return closing[::-1]


def _outside(place: TablePlace, cells: Sequence[str]) -> str:
    heading = place.heading
    known = (*heading.positions.values(), *heading.witnesses.values(), *heading.remarks)
    headed = {*known, *(at for at, _ in heading.unknown)}
    texts = [tidy(cell) for at, cell in enumerate(cells) if at not in headed]
    return " ".join(filter(None, texts))[:_SHOWN]
