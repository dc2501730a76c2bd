"""What holds for all rows of a sheet: said by its titles, its name, the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from utils.tables.declared.columns import Table
from utils.tables.places import Places, find_laos, split_place
from utils.tables.reading.headings import Heading
from utils.tables.reading.layout import titles
from utils.tables.reading.layout.names import choices_of
from utils.tables.reading.normalise import fold, spelling_key, tidy

_TELLING: Final = 10  # letters of a value that stands in a longer text by no chance
_YEAR: Final = re.compile(r"(?<![0-9])(25[4-9][0-9])(?![0-9])")
_DATE: Final = re.compile(r"[0-9]{1,2}[-._/ ]+(?:[0-9]{1,2}|[ก-๎.]+)[-._/ ]+25[4-9][0-9]")
_TYPE: Final = r"(?:(?:ท[นมต]|อบ[ตจ])\s*\.|เทศบาล(?:นคร|เมือง|ตำบล)|องค์การบริหารส่วน(?:ตำบล|จังหวัด))"
_LAO: Final = re.compile(f"{_TYPE}.+?(?={_TYPE}|$)")


class Names(NamedTuple):
    """The texts that may say what holds for all rows, as people wrote them.

    `above`: what stands above the heading; `sheet`, `file`: their names, empty where there is none.
    """

    above: Sequence[str]
    sheet: str
    file: str

    @property
    def each(self) -> tuple[str, str, str]:
        """The texts, those that say it most surely first."""
        return " ".join(self.above), self.sheet, self.file


def names_of(above: Sequence[Sequence[str]], sheet: str, file: str) -> Names:
    """Return the texts above a heading and the names around them; `file`: with its ending."""
    texts = [text for cells in above for cell in cells if (text := tidy(cell))]
    return Names(texts, tidy(sheet), PurePath(file.partition(" [")[0]).stem)


def year(names: Names, places: Places) -> str | None:
    """Return the one year that the name of a sheet or else of a file gives; a date gives none."""
    named = titles.read(names.sheet, places) if names.sheet else titles.NOTHING
    years = set(_YEAR.findall(_DATE.sub(" ", fold(names.file))))
    return named.year or (years.pop() if len(years) == 1 else None)


def values(
    names: Names, heading: Heading, table: Table, places: Places
) -> Iterator[tuple[str, str]]:
    """Yield the column and value of what a file lacks and its names say: one value each."""
    for name, column in table.columns.items():
        if name in heading.named or column.nullable:
            continue
        if column.choices:
            said = (_choices(text, choices_of(table, name)) for text in names.each)
        elif column.kind == "lao":
            said = (_laos([text], places) for text in (*names.above, names.sheet, names.file))
        else:
            continue
        found = next(filter(None, said), set())
        if len(found) == 1:
            yield name, found.pop()


def _choices(text: str, choices: Mapping[str, str]) -> set[str]:
    said = spelling_key(text)
    if said in choices:
        return {choices[said]}
    return {code for key, code in choices.items() if len(key) >= _TELLING and key in said}


def _laos(texts: Sequence[str], places: Places) -> set[str]:
    """Return the LAOs of the register that texts name, as they are written there."""
    found = set()
    for text in texts:
        for match in _LAO.finditer(fold(text)):
            name, _ = split_place(match[0], places)
            words = name.split()
            tried = (" ".join(words[:n]) for n in range(len(words), 0, -1))
            known = next((one for one in tried if find_laos(one, places, province_code=None)), None)
            found |= set() if known is None else {known}
    return found
