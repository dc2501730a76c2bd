"""What is wrong with a table as a whole: its heading, its keys; and where in a file that is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from utils.tables.declared.columns import Column, Table
from utils.tables.reading.contents import Contents, Sheet, other_sheets_problem
from utils.tables.reading.headings import Heading
from utils.tables.reading.layout.across import Wide
from utils.tables.reading.layout.asides import is_needless
from utils.tables.reading.layout.data_row import DataRow, Remark
from utils.tables.reading.meaning.columns import rows_in_words
from utils.tables.reading.problems import CellProblem, Problem, Severity
from utils.words import LANGS, Lang

_WIDE_SHOWN: Final = 40  # columns side by side that are listed one by one
_SHOWN: Final = 200  # characters of a value that a problem quotes


NOTHING_WRITTEN: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, kw_only=True)
class TablePlace:
    """A table in a file, for saying where a problem is."""

    file: str
    heading: Heading
    table: Table

    def problem(
        self, row: int, fault: CellProblem, value: str, written: Mapping[str, str] = NOTHING_WRITTEN
    ) -> Problem:
        """Return the problem of one cell, its column named as in the file.

        `written`: what the cells of this row are called, where they stand side by side.
        """
        return Problem(
            file=self.file,
            code=fault.code,
            severity=fault.severity,
            row=row,
            column=written.get(fault.column)
            or self.heading.written.get(fault.column, fault.column),
            value=value.strip()[:_SHOWN],
            context=fault.context,
        )

    def told(self, one: Remark) -> Problem:
        """Return what is told of a row that was understood or set aside."""
        return Problem(
            file=self.file,
            code=one.code,
            severity=one.severity,
            row=one.row,
            column=one.column,
            value=one.value[:_SHOWN],
            context=one.context,
        )

    def remark(
        self, code: str, severity: Severity, *, row: int | None, column: str = "", **more: object
    ) -> Problem:
        """Return a problem of a row or of the heading."""
        return Problem(
            file=self.file, code=code, severity=severity, row=row, column=column, context=more
        )


def other_sheets(contents: Contents, sheet: Sheet) -> Iterator[Problem]:
    """Yield the sheets that are not read where contents hold several."""
    others = [one.name for one in contents.sheets if one is not sheet]
    if others or contents.hidden:
        yield other_sheets_problem(contents.file, others, contents.hidden)


def heading_problems(
    place: TablePlace, sheet: Sheet, rows: Sequence[DataRow], *, silent: Sequence[str] = ()
) -> Iterator[Problem]:
    """Yield what the heading lacks, what it has that is not known, and columns with formulas.

    `silent`: witnesses whose cells say nothing that could be read: columns unknown as others are.
    """
    heading, row = place.heading, place.heading.row + 1
    yield from _missing(place, {name for one in rows for name in one.cells})
    for first, written in heading.repeated:
        yield place.remark("heading_repeated", "error", row=row, column=written, first=first)
    yield from _unknown(place, silent)
    for name, position in heading.positions.items():
        if position in sheet.formulas:
            yield place.remark(
                "formula", "note", row=sheet.formulas[position] + 1, column=heading.written[name]
            )
    if heading.wide:
        told = {f"read_{lang}": wide_in_words(place, lang) for lang in LANGS}
        yield place.remark("wide_read", "note", row=row, **told)


def hidden_problems(place: TablePlace, sheet: Sheet) -> Iterator[Problem]:
    """Yield what is hidden among the cells that were read, and numbers shown divided."""
    heading = place.heading
    if rows := [row + 1 for row in sheet.hidden_rows if row > heading.row]:
        code = "rows_filtered" if sheet.is_filtered else "rows_hidden"
        yield place.remark(code, "warning", row=rows[0], count=len(rows), **rows_in_words(rows))
    if sheet.hidden_columns:
        texts = [" ".join(parts) for parts in heading.texts]
        names = ((texts[at] if at < len(texts) else "", at) for at in sheet.hidden_columns)
        columns = ", ".join(name or letter(at) for name, at in names)
        yield place.remark("columns_hidden", "warning", row=heading.row + 1, columns=columns)
    wide = [(one.column, one.position, {one.column: one.written}) for one in heading.wide]
    for name, position, written in [
        *((name, position, NOTHING_WRITTEN) for name, position in heading.positions.items()),
        *wide,
    ]:
        if scaled := sheet.scaled.get(position):
            fault = CellProblem(name, "shown_scaled", "warning", {"shown": scaled.shown})
            yield place.problem(scaled.row + 1, fault, scaled.held, written)
        concealed = sheet.concealed.get(position)
        if concealed and (rows := [row + 1 for row in concealed.rows if row > heading.row]):
            fault = CellProblem(name, "shown_nothing", "warning", rows_in_words(rows))
            yield place.problem(rows[0], fault, concealed.held, written)


def letter(column: int) -> str:
    """Return the letters by which spreadsheets name a column, counted from 0: A, B, … AA."""
    before, last = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _missing(place: TablePlace, given: Collection[str]) -> Iterator[Problem]:
    """Yield the columns that neither the heading nor a title gives: those that may lack, at once.

    `given`: the columns that rows have.
    """
    row, columns = place.heading.row + 1, place.table.columns
    missing = [name for name in columns if name not in place.heading.named and name not in given]
    for name in missing:
        if not columns[name].nullable:
            titles = {f"title_{lang}": columns[name].title(lang) for lang in LANGS}
            yield place.remark("column_missing", "error", row=row, column=name, **titles)
    optional = [columns[name] for name in missing if columns[name].nullable]
    if optional:
        titles = {
            f"titles_{lang}": ", ".join(one.title(lang) for one in optional) for lang in LANGS
        }
        yield place.remark("columns_missing_optional", "note", row=row, **titles)


def _unknown(place: TablePlace, silent: Sequence[str]) -> Iterator[Problem]:
    """Yield the columns that were not read: to be looked at where the table has more columns."""
    heading, row = place.heading, place.heading.row + 1
    missing = [one for name, one in place.table.columns.items() if name not in heading.named]
    titles = {f"missing_{lang}": ", ".join(one.title(lang) for one in missing) for lang in LANGS}
    others = (heading.written[name] for name in silent)
    for written in (*(text for _, text in heading.unknown), *others):
        if not missing or is_needless(written):
            yield place.remark("column_extra", "note", row=row, column=written)
        else:
            yield place.remark("column_unknown", "warning", row=row, column=written, **titles)
    for written in heading.left_out:
        yield place.remark("column_left_out", "note", row=row, column=written)


def wide_in_words(place: TablePlace, lang: Lang) -> str:
    """Return how columns that stand side by side were read: “2562” → LPA average, year 2562.

    Numbers that follow one another are told as a run: “Indicator 1” … “Indicator 34”.
    """
    columns, runs = place.table.columns, list[list[Wide]]()
    for one in place.heading.wide:
        if runs and _follows(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    said = []
    for run in runs[:_WIDE_SHOWN]:
        first, last = run[0], run[-1]
        values = {name: value for name, value in last.given if dict(first.given)[name] != value}
        given = ", ".join(
            f"{columns[name].title(lang)} {_in_words(columns[name], value, lang)}"
            + (f"–{values[name]}" if name in values else "")
            for name, value in first.given
        )
        written = f"“{first.written}”" + (f" … “{last.written}”" if first is not last else "")
        said.append(f"{written} → {columns[first.column].title(lang)} ({given})")
    more = len(runs) - len(said)
    return "; ".join(said) + (f"; … +{more}" if more else "")


def _in_words(column: Column, value: str, lang: Lang) -> str:
    return column.label(value, lang) if column.choices else value


def _follows(before: Wide, one: Wide) -> bool:
    """Tell whether a column is the next of a run: one number of its heading is one more."""
    if one.column != before.column or len(one.given) != len(before.given):
        return False
    steps = [
        (left, right)
        for (name, left), (other, right) in zip(before.given, one.given, strict=True)
        if (name, left) != (other, right)
    ]
    if len(steps) != 1:
        return False
    [(left, right)] = steps
    return left.isdigit() and right.isdigit() and int(right) == int(left) + 1


def key_problems(
    place: TablePlace, rows: Sequence[DataRow], typed: Sequence[Mapping[str, Any]]
) -> Iterator[Problem]:
    """Yield the rows whose key an earlier row has already; `typed`: the values of `rows`."""
    columns = place.table.columns
    required = [name for name in place.table.key if not columns[name].nullable]
    first_rows: dict[tuple[object, ...], DataRow] = {}
    for row, values in zip(rows, typed, strict=True):
        if not required or any(values[name] is None for name in required):
            continue
        keys = tuple(values[name] for name in place.table.key)
        first = first_rows.setdefault(keys, row)
        if first is not row:
            shown = ", ".join("–" if one is None else str(one) for one in keys)
            column = row.wide or place.heading.written.get(place.table.key[0], "")
            yield place.remark(
                "duplicate_key",
                "error",
                row=row.number,
                column=column,
                key=shown,
                first_row=first.number,
            )
