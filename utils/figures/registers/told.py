"""A register in words, whichever it is: all is read from its declaration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from utils.tables import calendar
from utils.tables.declared.columns import Column, Table
from utils.tables.declared.recommendations import TO_BE_SET
from utils.tables.declared.shared import CONFIDENCE, LAO
from utils.words import Lang, Words

_LISTED: Final = frozenset({"choice", "lao", "province", "year", "date", "integer"})
_MOST_LETTERS: Final = 70  # of a text in a list; longer ones stand on the card and in the files
_SOURCES: Final = ("source_", "place_")
_OTHER: Final[Mapping[Lang, str]] = {"th": "_en", "en": "_th"}

Row = Mapping[Hashable, Any]


@dataclass(frozen=True, kw_only=True)
class Names:
    """What codes are called: LAOs and provinces by code; `cities`: LAOs of an entry by its key.

    `cities` holds those of another table, such as `recommendation_cities`; it may be empty.
    """

    laos: Mapping[str, str]
    provinces: Mapping[str, str]
    cities: Mapping[str, tuple[str, ...]]
    words: Words


def columns(table: Table, lang: Lang) -> dict[str, Column]:
    """Return the columns for a reader: no key, and of a text in both languages the reader's."""
    return {
        name: column
        for name, column in table.columns.items()
        if name not in table.key and not _is_other(name, table, lang)
    }


def filters(table: Table) -> dict[str, Column]:
    """Return the columns with a few allowed values, which readers choose by."""
    return {
        name: column
        for name, column in table.columns.items()
        if column.kind == "choice" and column.choices != CONFIDENCE.choices
    }


def title(row: Row, table: Table, names: Names) -> str:
    """Return how an entry is called: its first column that holds something."""
    for name, column in columns(table, names.words.lang).items():
        if not pd.isna(row[name]):
            return cell(row[name], column, names)
    return str(row[table.key[0]])


def cell(value: Any, column: Column, names: Names) -> str:  # noqa: ANN401 a cell of any table
    """Return a cell that holds something in words."""
    words = names.words
    match column.kind:
        case "choice":
            return column.label(str(value), words.lang)
        case "lao":
            return names.laos.get(str(value), str(value))
        case "province":
            return names.provinces.get(str(value), str(value))
        case "date":
            return calendar.date_be(dt.date.fromisoformat(str(value)))
        case "flag":
            return words("registers.yes" if value else "registers.no")
        case _:
            return str(value)


def unknown(name: str, words: Words) -> str:
    """Return what is said of an empty cell: that nobody has set it, or that no source says it."""
    return words("registers.not_set" if name in TO_BE_SET else "registers.not_stated")


def listed(rows: pd.DataFrame, table: Table, names: Names) -> pd.DataFrame:
    """Return entries for a list: key, title, cities and what is short; empty columns are left out.

    `rows`: of the table of the register. Headings in the reader's language.
    """
    words, records = names.words, rows.to_dict("records")
    heads, *_ = columns(table, words.lang)
    shown = {
        table.columns[table.key[0]].title(words.lang): [row[table.key[0]] for row in records],
        table.columns[heads].title(words.lang): [title(row, table, names) for row in records],
    }
    if cities := _cities(records, table, names):
        shown[LAO.title(words.lang)] = cities
    for name, column in columns(table, words.lang).items():
        if name != heads and rows[name].notna().any() and _is_short(name, column, rows):
            shown[column.title(words.lang)] = _told(rows[name], column, names)
    return pd.DataFrame(shown)


def _is_short(name: str, column: Column, rows: pd.DataFrame) -> bool:
    """Tell whether a column fits a list: a value of a few, a number, or a text of a line."""
    if column.kind == "text":
        return not name.startswith(_SOURCES) and rows[name].str.len().max() <= _MOST_LETTERS
    return column.kind in _LISTED and column.choices != CONFIDENCE.choices


def whole(rows: pd.DataFrame, table: Table, names: Names) -> pd.DataFrame:
    """Return entries with every column, for a file; an empty cell is not known or not set."""
    words, records = names.words, rows.to_dict("records")
    key = table.key[0]
    shown = {table.columns[key].title(words.lang): list(rows[key])}
    if cities := _cities(records, table, names):
        shown[LAO.title(words.lang)] = cities
    for name, column in columns(table, words.lang).items():
        shown[column.title(words.lang)] = _told(rows[name], column, names)
    return pd.DataFrame(shown)


def _told(values: pd.Series, column: Column, names: Names) -> list[str]:
    return ["" if pd.isna(value) else cell(value, column, names) for value in values]


def _cities(records: Sequence[Row], table: Table, names: Names) -> list[str]:
    """Return the LAOs of each entry that another table gives it; empty where there is none."""
    if not names.cities:
        return []
    own = [names.cities.get(str(row[table.key[0]]), ()) for row in records]
    return [", ".join(names.laos.get(lao, lao) for lao in laos) for laos in own]


def _is_other(name: str, table: Table, lang: Lang) -> bool:
    """Tell whether a column is the other language's of a pair."""
    return name.endswith(_OTHER[lang]) and f"{name[:-3]}_{lang}" in table.columns
