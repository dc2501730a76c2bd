"""Names written once for several rows: merged in a spreadsheet, and empty below in a text file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from utils.tables.declared import witnesses
from utils.tables.declared.columns import Table
from utils.tables.reading.headings import Heading
from utils.tables.reading.layout.data_row import DataRow, Remark
from utils.tables.reading.meaning.blanks import is_blank
from utils.tables.reading.normalise import spelling_key, tidy

_YEAR: Final = "fiscal_year_be"
_LEAST: Final = 2  # lines of a block: a name with one line alone may be a slip of the next

Line = list[DataRow]
"""The rows of data that one row of the file holds."""


def carried(
    rows: list[DataRow], heading: Heading, table: Table, remarks: list[Remark]
) -> list[DataRow]:
    """Return rows with the name of each block in all of its rows, where that is certain.

    It is where names stand at starts of blocks alone, no name twice, each block has several lines,
    and other columns of the key go on below. Elsewhere an empty name stays empty: it is asked for.
    """
    name = next((one for one, column in table.columns.items() if column.kind == "lao"), None)
    if name is None or name not in heading.positions:
        return rows
    others = [one for one in table.key or (_YEAR,) if one != name and one in table.columns]
    lines = [list(group) for _, group in groupby(rows, key=lambda row: row.number)]
    if not any(_is_empty(line, name, table) for line in lines):
        return rows
    blocks = list(_blocks(lines, name, table))
    names = [spelling_key(block[0][0].cells[name]) for block in blocks]
    is_certain = len(set(names)) == len(names) and all(
        len(block) >= _LEAST and _goes_on(block, others, table) for block in blocks
    )
    if not is_certain or sum(map(len, blocks)) != len(lines):
        return rows
    columns = [name, *witnesses.of(table), *others]
    return [row for block in blocks for row in _whole(block, columns, heading, table, remarks)]


def _blocks(lines: Sequence[Line], name: str, table: Table) -> Iterator[list[Line]]:
    """Yield the lines that begin with a name, each with those below it that have none."""
    block: list[Line] = []
    for line in lines:
        follows = bool(block) and line[0].number == block[-1][0].number + 1
        if not _is_empty(line, name, table):
            if block:
                yield block
            block = [line]
        elif follows:
            block.append(line)
        else:
            break  # an empty name below a title, a total or an empty row: of whom, is not said
    if block:
        yield block


def _is_empty(line: Line, name: str, table: Table) -> bool:
    return _is_blank(line[0], name, table)


def _is_blank(row: DataRow, name: str, table: Table) -> bool:
    kind = table.columns[name].kind if name in table.columns else "text"
    return is_blank(tidy(row.cells.get(name, "")), kind)


def _goes_on(block: Sequence[Line], others: Sequence[str], table: Table) -> bool:
    """Tell whether the other columns of the key are there in every row, and never twice alike."""
    first = block[0][0]
    keys = []
    for line in block:
        for row in line:
            said = [name for name in others if not _is_blank(row, name, table)]
            if not said:
                return False
            filled = (row if name in said else first for name in others)
            texts = zip(filled, others, strict=True)
            keys.append(tuple(spelling_key(one.cells.get(name, "")) for one, name in texts))
    return len(set(keys)) == len(keys)


def _whole(
    block: Sequence[Line],
    columns: Sequence[str],
    heading: Heading,
    table: Table,
    remarks: list[Remark],
) -> Iterator[DataRow]:
    first = block[0][0]
    yield from block[0]
    for line in block[1:]:
        missing = [
            name
            for name in columns
            if _is_blank(line[0], name, table) and not _is_blank(first, name, table)
        ]
        for name in missing:
            value, written = tidy(first.cells[name]), heading.written.get(name, "")
            remarks.append(Remark("name_carried", "note", line[0].number, value, written))
        for row in line:
            yield replace(row, cells={**row.cells, **{one: first.cells[one] for one in missing}})
