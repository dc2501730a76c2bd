"""Headings that are not known: what stands under each, and which column it may mean."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from pydantic_core import PydanticCustomError
from rapidfuzz import fuzz

from utils.tables.declared.columns import Kind, Table
from utils.tables.places import split_type
from utils.tables.reading import headings, scalars
from utils.tables.reading.headings import Chosen, Grid, Heading
from utils.tables.reading.layout.asides import is_needless
from utils.tables.reading.layout.names import choices_of
from utils.tables.reading.normalise import spelling_key, tidy

_SAMPLES: Final = 3
_SIGNS: Final = 16  # of a digest: more than the files of an office can share by chance
_LIKE: Final = 60.0  # of 100: what a heading must share with a title to be a guess
_TELLING: Final = 40.0  # what values add that few columns may hold, or take where they do not fit
_LONG: Final = 4  # letters from which a heading may be a part of a title
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
    asked = {at: written for at, written in heading.unknown if not is_needless(written)}
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


def explained(grid: Grid, table: Table) -> int:
    """Return how many headings of a sheet a table explains: known ones, and good guesses."""
    heading = headings.find(grid, table) or _likeliest(grid, table, {})
    if heading is None:
        return 0
    missing = [name for name in table.columns if name not in heading.named]
    guessed = {
        _guess(written, _values(grid, heading, at), missing, table)
        for at, written in heading.unknown
    }
    return len(heading.named) + len(guessed - {None})


def signature(grid: Grid) -> str:
    """Return what two files with the same headings share; empty where there is no heading."""
    row = _heading_row(grid)
    if row is None:
        return ""
    keys = [key for cell in grid[row] if (key := spelling_key(cell))]
    return hashlib.sha256("|".join(keys).encode()).hexdigest()[:_SIGNS]


def _likeliest(grid: Grid, table: Table, chosen: Chosen) -> Heading | None:
    """Return the first row of several texts, none of them a number, as a heading."""
    row = _heading_row(grid)
    return None if row is None else headings.at_row(grid, row, table, chosen)


def _heading_row(grid: Grid) -> int | None:
    for row, cells in enumerate(grid[: headings.LOOK_AT]):
        texts = [text for cell in cells if (text := tidy(cell))]
        if len(texts) >= _WORDS and not any(map(scalars.is_number, texts)):
            return row
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
    scorer = fuzz.WRatio if len(key) >= _LONG else fuzz.ratio
    alike = max(scorer(key, spelling_key(title)) for title in titles)
    if not values:
        return alike
    if column.choices:
        fits = all(spelling_key(one) in choices_of(table, name) for one in values)
        return alike + _TELLING if fits else alike - _TELLING
    may, tells = _MAY.get(column.kind, (None, 0.0))
    if may is None:
        return alike
    return alike + tells if all(map(may, values)) else alike - _TELLING


def _is_year(text: str) -> bool:
    try:
        scalars.year_be(text)
    except PydanticCustomError:
        return False
    return True


_MAY: Final[Mapping[Kind, tuple[Callable[[str], bool], float]]] = {
    "year": (_is_year, _TELLING),
    "lao": (lambda text: text.startswith("LAO-") or split_type(text)[0] is not None, _TELLING),
    "integer": (scalars.is_number, 0.0),
    "number": (scalars.is_number, 0.0),
}
