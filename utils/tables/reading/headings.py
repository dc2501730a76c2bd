"""Find the heading of a table, and match columns of the file to columns of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from utils.tables.declared.columns import Table
from utils.tables.reading.contents import PROBLEMS_HEADING
from utils.tables.reading.layout import across
from utils.tables.reading.layout.across import Wide
from utils.tables.reading.layout.names import (
    column_of,
    column_of_parts,
    one_line,
    witness_of_parts,
)
from utils.tables.reading.normalise import spelling_key
from utils.words import LANGS

LOOK_AT: Final = 30  # rows searched for a heading, below titles, logos and notes
_ENOUGH: Final = 2  # matching cells that make a row a heading
_NUMBERED: Final = re.compile(r"[^ก-๎a-zA-Z]*[0-9๐-๙]")
_TICK: Final = "1"
_MOST: Final = 2  # of the cells side by side, half must fit
_DEEPEST: Final = 3  # rows that one heading may have

Grid = Sequence[Sequence[str]]
Chosen = Mapping[str, str]
"""What somebody said of headings: the column that each means, "" for none, by its spelling key."""
NONE_CHOSEN: Final[Chosen] = {}


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The heading (its rows counted from 0) and the columns that its cells name."""

    first: int
    row: int  # the last row of the heading: data begin below it
    positions: Mapping[str, int]  # column name -> position in the row
    written: Mapping[str, str]  # column name -> heading as written
    repeated: tuple[tuple[str, str], ...]  # (first heading, heading) of a second mention
    unknown: tuple[tuple[int, str], ...]  # (position, heading) of columns the table does not have
    witnesses: Mapping[str, int]  # name -> position of columns that only witness; also in `written`
    remarks: tuple[int, ...] = ()  # positions of what the desk wrote beside the rows, for people
    left_out: tuple[str, ...] = ()  # headings that somebody chose not to send
    wide: tuple[Wide, ...] = ()  # columns that stand side by side
    texts: tuple[tuple[str, ...], ...] = ()  # what is written at each position, row by row

    @property
    def named(self) -> frozenset[str]:
        """The columns of the table that the file has, in whatever form."""
        given = {name for wide in self.wide for name, _ in wide.given}
        return frozenset({*self.positions, *given, *(wide.column for wide in self.wide)})


def find(grid: Grid, table: Table, chosen: Chosen = NONE_CHOSEN) -> Heading | None:
    """Return the heading: the rows, among the first, that name most columns; None for none.

    A heading may have up to three rows: groups above, columns below. One row is preferred where
    more of them name no more columns. `chosen`: what a person said that headings mean.
    """
    enough = min(_ENOUGH, len(table.columns))
    best = max(
        _candidates(grid, table, chosen),
        key=lambda one: (len(one.named), -len(one.repeated), one.first - one.row),
        default=None,
    )
    return best if best is not None and len(best.named) >= enough else None


def at_row(grid: Grid, row: int, table: Table, chosen: Chosen = NONE_CHOSEN) -> Heading:
    """Return what one row says as a heading, whether it is one or not."""
    return _read(_parts(grid, row, 1), (row, row), table, chosen)


class Fit(NamedTuple):
    """How well a file fits a table: `likeness` from 0 to 1, and how many headings the table has."""

    likeness: float
    known: int


def fit(grid: Grid, table: Table, chosen: Chosen = NONE_CHOSEN) -> Fit:
    """Return how well a file fits a table; the likeness is 1 where every heading names a column.

    The likeness is the harmonic mean of two shares: columns of the table that the file has, and
    headings of the file that the table has.
    """
    heading = find(grid, table, chosen)
    if heading is None:
        return Fit(0.0, 0)
    if not _holds_values(grid, heading, table):
        return Fit(0.0, 0)
    matched = len(heading.named)
    return Fit(2 * matched / (len(table.columns) + matched + len(heading.unknown)), matched)


def _holds_values(grid: Grid, heading: Heading, table: Table) -> bool:
    """Tell whether cells side by side may be what the table holds there: numbers, or words."""
    kinds = {one.position: table.columns[one.column].kind for one in heading.wide}
    cells = [
        (kinds[at], text)
        for row in grid[heading.row + 1 : heading.row + 1 + LOOK_AT]
        for at, cell in enumerate(row)
        if at in kinds and (text := one_line(cell))
    ]
    fitting = [
        not _NUMBERED.match(text) or text == _TICK
        if kind == "text"
        else kind not in {"number", "integer"} or _NUMBERED.match(text) is not None
        for kind, text in cells
    ]
    return not fitting or _MOST * sum(fitting) >= len(fitting)


def expected(table: Table) -> dict[str, object]:
    """Return the titles of a table and of its columns, as the words of a problem need them."""
    titles = {
        f"expected_{lang}": ", ".join(column.title(lang) for column in table.columns.values())
        for lang in LANGS
    }
    return {"table_th": table.title_th, "table_en": table.title_en, **titles}


def _candidates(grid: Grid, table: Table, chosen: Chosen) -> Iterator[Heading]:
    """Yield what the first rows say as headings, rows that name nothing passed over."""
    looked_at = grid[:LOOK_AT]
    says = [any(_says(cell, table, chosen) for cell in cells) for cells in looked_at]
    for first in range(len(looked_at)):
        for last in range(first, min(first + _DEEPEST, len(looked_at))):
            if any(says[first : last + 1]):
                parts = _parts(grid, first, last - first + 1)
                if last > first and any(_holds_data(one, table) for one in parts):
                    break  # the rows of data have begun
                yield _read(parts, (first, last), table, chosen)


def _holds_data(parts: tuple[str, ...], table: Table) -> bool:
    """Tell whether a column of LAOs or years has one of them right below its heading."""
    for above, below in pairwise(parts):
        name = column_of(above, table)
        kind = None if name is None else table.columns[name].kind
        if kind == "lao" and across.is_lao(below):
            return True
        if kind == "year" and across.is_year(below) and not across.is_year(above):
            return True
    return False


def _says(cell: str, table: Table, chosen: Chosen) -> bool:
    text = one_line(cell)
    if not text:
        return False
    return (
        column_of(text, table) is not None
        or across.names_any((text,), table)
        or spelling_key(text) in chosen
    )


def _parts(grid: Grid, first: int, depth: int) -> list[tuple[str, ...]]:
    """Return what the rows of a heading say at each position, from top to bottom.

    A group stands above several columns, written once: it is carried to the right over the columns
    that have a text of their own below it.
    """
    rows = [[one_line(cell) for cell in cells] for cells in grid[first : first + depth]]
    *groups, last = [list(one) for one in zip(*zip_longest(*rows, fillvalue=""), strict=True)] or [
        []
    ]
    below = last
    for row in groups[::-1]:
        own = list(row)
        for at in range(1, len(row)):
            if not row[at] and below[at] and not own[at]:
                row[at] = row[at - 1]
        below = [one or under for one, under in zip(row, below, strict=True)]
    return [tuple(filter(None, one)) for one in zip(*groups, last, strict=True)]


def _read(
    parts_at: Sequence[tuple[str, ...]], rows: tuple[int, int], table: Table, chosen: Chosen
) -> Heading:
    written_at = {at: " ".join(parts) for at, parts in enumerate(parts_at) if parts}
    remarks = tuple(at for at, parts in enumerate(parts_at) if PROBLEMS_HEADING in parts)
    said = {at: _said(text, table, chosen) for at, text in written_at.items()}
    left_out = tuple(written_at[at] for at, name in said.items() if name == "")
    open_at = [at for at in written_at if at not in remarks and said[at] != ""]
    names = {at: said[at] or column_of_parts(parts_at[at], table) for at in open_at}
    wide = _side_by_side({at: parts_at[at] for at in open_at if not said[at]}, names, table)
    wide_at = {one.position for one in wide}
    positions: dict[str, int] = {}
    repeated: list[tuple[str, str]] = []
    witnesses: dict[str, int] = {}
    unknown: list[tuple[int, str]] = []
    for at in (one for one in open_at if one not in wide_at):
        name = names[at]
        if name is None:
            witness = witness_of_parts(parts_at[at], table)
            if witness is None or witness in witnesses:
                unknown.append((at, written_at[at]))
            else:
                witnesses[witness] = at
        elif name in positions:
            repeated.append((written_at[positions[name]], written_at[at]))
        else:
            positions[name] = at
    once, again = _once(wide)
    return Heading(
        first=rows[0],
        row=rows[1],
        positions=positions,
        written={name: written_at[at] for name, at in {**positions, **witnesses}.items()},
        repeated=(*repeated, *again),
        unknown=tuple(unknown),
        witnesses=witnesses,
        remarks=remarks,
        left_out=left_out,
        wide=once,
        texts=tuple(parts_at),
    )


def _said(text: str, table: Table, chosen: Chosen) -> str | None:
    """Return the column that a person chose for a heading, "" for none; None where nobody did."""
    name = chosen.get(spelling_key(text))
    return name if name in {None, "", *table.columns} else None


def _side_by_side(
    parts_at: Mapping[int, tuple[str, ...]], names: Mapping[int, str | None], table: Table
) -> tuple[Wide, ...]:
    """Return the columns that stand side by side, among those that are no key of the table."""
    if table.across is None:
        return ()
    by = {name for name in table.across.by if table.columns[name].kind != "lao"}
    own = {*table.key} - by
    may = {
        at: parts
        for at, parts in parts_at.items()
        if names[at] not in own and across.names_any(parts, table)
    }
    taken = {name for at, name in names.items() if name is not None and at not in may}
    return across.read(may, table, taken)


def _once(wide: tuple[Wide, ...]) -> tuple[tuple[Wide, ...], list[tuple[str, str]]]:
    """Return the columns side by side that say something new, and those that repeat one."""
    first: dict[object, Wide] = {}
    again = []
    for one in wide:
        earlier = first.setdefault((one.given, one.column), one)
        if earlier is not one:
            again.append((earlier.written, one.written))
    return tuple(first.values()), again
