"""Headings that are not known: what stands under each, and which column it may mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from pydantic_core import PydanticCustomError
from rapidfuzz import fuzz

from utils.tables.declared.columns import Kind, Table
from utils.tables.places import split_type
from utils.tables.reading import headings, scalars
from utils.tables.reading.headings import Chosen, Grid, Heading
from utils.tables.reading.layout.asides import SERIAL
from utils.tables.reading.layout.names import choices_of
from utils.tables.reading.normalise import spelling_key, tidy

_SAMPLES: Final = 3
_LIKE: Final = 55.0  # of 100: what a heading shares with a title to be a guess
_FITS: Final = 30.0  # what values that fit the kind of a column add
_WORDS: Final = 2  # texts of a row that may be a heading


class Offer(NamedTuple):
    """A heading to choose a column for: up to three values below it, and the best guess.

    `key`: by which a choice is remembered; `column`: what was chosen, "" for not to be read, None
    where nobody chose; `guess`: a column that the file lacks, None where none is likely.
    """

    written: str
    key: str
    samples: tuple[str, ...]
    column: str | None
    guess: str | None


def offers(grid: Grid, table: Table, chosen: Chosen) -> tuple[Offer, ...]:
    """Return the headings of a sheet that its sender may choose a column for.

    Those are the headings that are not known and those that were chosen before. Where no heading
    is known, the row most like one is taken.
    """
    heading = headings.find(grid, table, chosen) or _likeliest(grid, table, chosen)
    if heading is None:
        return ()
    asked = {at: written for at, written in heading.unknown if spelling_key(written) not in SERIAL}
    asked |= {
        at: written
        for at, parts in enumerate(heading.texts)
        if spelling_key(written := " ".join(parts)) in chosen
    }
    missing = [name for name in table.columns if name not in heading.named]
    offered = []
    for at, written in sorted(asked.items()):
        values = _values(grid, heading, at)
        key = spelling_key(written)
        guess = _guess(written, values, missing, table)
        offered.append(Offer(written, key, values[:_SAMPLES], chosen.get(key), guess))
    return tuple(offered)


def _likeliest(grid: Grid, table: Table, chosen: Chosen) -> Heading | None:
    """Return the first row of several texts, none of them a number, as a heading."""
    for row, cells in enumerate(grid[: headings.LOOK_AT]):
        texts = [text for cell in cells if (text := tidy(cell))]
        if len(texts) >= _WORDS and not any(map(scalars.is_number, texts)):
            return headings.at_row(grid, row, table, chosen)
    return None


def _values(grid: Grid, heading: Heading, at: int) -> tuple[str, ...]:
    texts = (tidy(cells[at]) for cells in grid[heading.row + 1 :] if at < len(cells))
    return tuple(dict.fromkeys(filter(None, texts)))


def _guess(written: str, values: Sequence[str], missing: Sequence[str], table: Table) -> str | None:
    """Return the column that a heading resembles most, what stands below it counted in."""
    scored = [(_likeness(written, values, name, table), name) for name in missing]
    score, name = max(scored, default=(0.0, ""))
    return name if score >= _LIKE else None


def _likeness(written: str, values: Sequence[str], name: str, table: Table) -> float:
    column = table.columns[name]
    titles = (name, column.title_th, column.title_en, *column.aliases)
    key = spelling_key(written)
    alike = max(fuzz.WRatio(key, spelling_key(title)) for title in titles) if key else 0.0
    if not values:
        return alike
    if column.choices:
        fits = all(spelling_key(one) in choices_of(table, name) for one in values)
    else:
        may = _MAY.get(column.kind)
        if may is None:
            return min(alike, 100.0 - _FITS)
        fits = all(map(may, values))
    return min(alike, 100.0 - _FITS) + _FITS if fits else alike - _FITS


def _is_year(text: str) -> bool:
    try:
        scalars.year_be(text)
    except PydanticCustomError:
        return False
    return True


_MAY: Final[Mapping[Kind, Callable[[str], bool]]] = {
    "year": _is_year,
    "integer": scalars.is_number,
    "number": scalars.is_number,
    "lao": lambda text: text.startswith("LAO-") or split_type(text)[0] is not None,
}
