"""Find the heading of a table, and match columns of the file to columns of the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from utils.tables.declared import witnesses
from utils.tables.declared.columns import Column, Table
from utils.tables.reading.contents import PROBLEMS_HEADING
from utils.tables.reading.normalise import heading_keys, tidy
from utils.words import LANGS

LOOK_AT: Final = 30  # rows searched for a heading, below titles, logos and notes
_ENOUGH: Final = 2  # matching cells that make a row a heading

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The heading row (counted from 0) and the columns that its cells name."""

    row: int
    positions: Mapping[str, int]  # column name -> position in the row
    written: Mapping[str, str]  # column name -> heading as written
    repeated: tuple[tuple[str, str], ...]  # (column name, heading) of a second mention
    unknown: tuple[tuple[int, str], ...]  # (position, heading) of columns the table does not have
    witnesses: Mapping[str, int]  # name -> position of columns that only witness; also in `written`
    remarks: tuple[int, ...] = ()  # positions of what the desk wrote beside the rows, for people


def find(grid: Grid, table: Table) -> Heading | None:
    """Return the heading: the row, among the first, that names most columns; None for none."""
    enough = min(_ENOUGH, len(table.columns))
    best = max(
        (_read(cells, row, table) for row, cells in enumerate(grid[:LOOK_AT])),
        key=lambda heading: len(heading.positions),
        default=None,
    )
    return best if best is not None and len(best.positions) >= enough else None


class Fit(NamedTuple):
    """How well a file fits a table: `likeness` from 0 to 1, and how many headings the table has."""

    likeness: float
    known: int


def fit(grid: Grid, table: Table) -> Fit:
    """Return how well a file fits a table; the likeness is 1 where every heading names a column.

    The likeness is the harmonic mean of two shares: columns of the table that the file has, and
    headings of the file that the table has.
    """
    heading = find(grid, table)
    if heading is None:
        return Fit(0.0, 0)
    matched = len(heading.positions)
    others = len(heading.unknown) + len(heading.witnesses)
    return Fit(2 * matched / (len(table.columns) + matched + others), matched)


def expected(table: Table) -> dict[str, object]:
    """Return the titles of a table and of its columns, as the words of a problem need them."""
    titles = {
        f"expected_{lang}": ", ".join(column.title(lang) for column in table.columns.values())
        for lang in LANGS
    }
    return {"table_th": table.title_th, "table_en": table.title_en, **titles}


def _read(cells: Sequence[str], row: int, table: Table) -> Heading:
    columns, beside = _names(table), _witness_names(table)
    positions: dict[str, int] = {}
    seen: dict[str, int] = {}
    written: dict[str, str] = {}
    repeated: list[tuple[str, str]] = []
    unknown: list[tuple[int, str]] = []
    remarks: list[int] = []
    for position, cell in enumerate(cells):
        text = " ".join(tidy(cell).split())
        name = next((columns[one] for one in heading_keys(text) if one in columns), None)
        witness = next((beside[one] for one in heading_keys(text) if one in beside), None)
        if text == PROBLEMS_HEADING:
            remarks.append(position)
        elif name is not None and name in positions:
            repeated.append((name, text))
        elif name is not None:
            positions[name], written[name] = position, text
        elif witness is not None and witness not in seen:
            seen[witness], written[witness] = position, text
        else:
            unknown += [(position, text)] if text else []
    return Heading(
        row=row,
        positions=positions,
        written=written,
        repeated=tuple(repeated),
        unknown=tuple(unknown),
        witnesses=seen,
        remarks=tuple(remarks),
    )


@cache
def _names(table: Table) -> Mapping[str, str]:
    return _by_heading(table.columns)


@cache
def _witness_names(table: Table) -> Mapping[str, str]:
    return _by_heading(witnesses.of(table))


def _by_heading(columns: Mapping[str, Column]) -> dict[str, str]:
    """Return column names by heading; a heading without (units) only where it fits one column."""
    whole: dict[str, str] = {}
    bare: dict[str, set[str]] = {}
    for name, column in columns.items():
        both = f"{column.title_th} {column.title_en}"  # as the desk's own workbooks write it
        for written in (name, column.title_th, column.title_en, both, *column.aliases):
            first, *rest = heading_keys(written)
            whole[first] = name
            for one in rest:
                bare.setdefault(one, set()).add(name)
    clear = {heading: names.pop() for heading, names in bare.items() if len(names) == 1}
    return {**clear, **whole}
