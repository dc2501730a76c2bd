"""Which column of a table a text names: by its name, its titles, its aliases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from utils.tables.declared import witnesses
from utils.tables.declared.columns import Column, Table
from utils.tables.reading.normalise import heading_keys, spelling_key, tidy

# What stands below a heading and names no column of its own: a unit, or the number of the column.
_ANNOTATION: Final = re.compile(
    r"\(.*\)|[0-9๐-๙]{1,2}|ร้อยละ|%|คะแนน|ค่า|บาท|ตร\.?\s?ม\.?|ไร่|คน|แห่ง|พ\.?\s?ศ\.?|หน่วย.*"
    r"|per cent|points"
)


def one_line(text: str) -> str:
    """Return a cell of a heading as one line of plain words."""
    return " ".join(tidy(text).split())


def is_annotation(text: str) -> bool:
    """Tell whether a text below a heading says only its unit, or counts the columns."""
    return _ANNOTATION.fullmatch(text.casefold()) is not None


def column_of(text: str, table: Table) -> str | None:
    """Return the column that a text names, with or without (units); None where it names none."""
    columns = _columns(table)
    return next((columns[one] for one in _keys(text) if one in columns), None)


def column_of_parts(parts: tuple[str, ...], table: Table) -> str | None:
    """Return the column that the rows of a heading name at one place, from top to bottom.

    The lowest row names it, or all of them together; one above does where those below it hold a
    unit.
    """
    if not parts:
        return None
    tried = (parts[-1], " ".join(parts), " ".join(parts[-2:]), f"{parts[0]} {parts[-1]}")
    for text in dict.fromkeys(tried):
        if (name := column_of(text, table)) is not None:
            return name
    if len(parts) > 1 and is_annotation(parts[-1]):
        return column_of_parts(parts[:-1], table)
    return None


@lru_cache(maxsize=20_000)
def _keys(text: str) -> tuple[str, ...]:
    return heading_keys(text)


def witness_of_parts(parts: tuple[str, ...], table: Table) -> str | None:
    """Return the witness of a table that a heading names: a column beside it that says where."""
    known = _witnesses(table)
    tried = (*parts[::-1], " ".join(parts))
    return next((known[one] for text in tried for one in _keys(text) if one in known), None)


@cache
def _columns(table: Table) -> Mapping[str, str]:
    return _by_heading(table.columns)


@cache
def _witnesses(table: Table) -> Mapping[str, str]:
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


@cache
def choices_of(table: Table, column: str) -> Mapping[str, str]:
    """Return the codes of a column's allowed values by the spelling keys of their words."""
    return {
        spelling_key(written): choice.code
        for choice in table.columns[column].choices
        for written in (choice.code, choice.th, choice.en, *choice.aliases)
    }
