"""Headings of values side by side: a column a year, a column an indicator."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from utils.tables.declared.columns import Table
from utils.tables.places import split_type
from utils.tables.reading.layout.names import choices_of, column_of, is_annotation
from utils.tables.reading.normalise import arabic_digits, spelling_key

_YEAR: Final = re.compile(r"(?<![0-9])(25[4-9][0-9]|20[0-4][0-9])(?![0-9])")
_YEAR_WORDS: Final = re.compile(
    r"ปีงบประมาณ|ปีงบ|ประจำปี|ปี|พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|fiscal year|year|\bFY\b|B\.?E\.?",
    re.IGNORECASE,
)
_INDICATOR: Final = re.compile(
    r"(?:ตัวชี้วัด\s?(?:ที่|ข้อที่|ข้อ)?|ตชว\s?\.?\s?(?:ที่)?|ข้อ(?:ที่)?|\b(?:indicator|ind\.?|KPI))"
    r"\s?(?:no\.?|#)?\s?\.?\s?(?P<n>[0-9]{1,2}(?:\.[0-9]{1,2})?)(?![0-9.])",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"(?P<n>[0-9]{1,2}(?:\.[0-9]{1,2})?)(?=$|\s|\.\s|\)\s?)")
_NAME: Final = re.compile("[ก-ฮเแโใไ]")
_NOT_A_SCORE: Final = re.compile(r"เต็ม|น้ำหนัก|ร้อยละ|ระดับ|ผ่าน|max|weight", re.IGNORECASE)
_LEAST_BARE: Final = 3  # numbers alone that make a row of indicators


class Wide(NamedTuple):
    """A column of the file that holds one value of several rows.

    `given`: what its heading says of other columns, as written: (("fiscal_year_be", "2562"),);
    `column`: the column that its cells hold; `is_named`: whether the heading says so.
    """

    position: int
    written: str
    given: tuple[tuple[str, str], ...]
    column: str
    is_named: bool


def read(
    parts_at: dict[int, tuple[str, ...]], table: Table, taken: Collection[str]
) -> tuple[Wide, ...]:
    """Return the columns of a heading that stand side by side; none where fewer than two differ.

    `parts_at`: the texts of each column of the file, from top to bottom; `taken`: the columns that
    the file has as columns of their own.
    """
    if table.across is None:
        return ()
    by = tuple(name for name in table.across.by if name not in taken)
    found = tuple(
        wide
        for position, parts in parts_at.items()
        if (wide := _wide(position, parts, table, by)) is not None and wide.column not in taken
    )
    found = _of_laos(_without_lone_numbers(found, parts_at), table)
    return found if len({wide.given for wide in found}) > 1 else ()


def names_any(parts: tuple[str, ...], table: Table) -> bool:
    """Tell whether a heading may stand side by side with others of its kind."""
    return table.across is not None and _wide(0, parts, table, table.across.by) is not None


@lru_cache(maxsize=20_000)
def _wide(position: int, parts: tuple[str, ...], table: Table, by: tuple[str, ...]) -> Wide | None:
    given: dict[str, str] = {}
    rests: list[str] = []
    for text in (arabic_digits(one) for one in parts):
        rest = text
        for name, value, left in _said(text, " ".join((*rests, text)), table, by):
            if given.setdefault(name, value) != value:
                return None
            rest = left
        rests.append(rest)
    if not given or table.across is None:
        return None
    written = " ".join(parts)
    ordered = tuple((name, given[name]) for name in by if name in given)
    said = [one for rest in rests[::-1] if (one := column_of(rest, table)) is not None]
    named = [one for one in said if one not in {*table.key, *table.across.by}]
    if named:
        return Wide(position, written, ordered, named[0], is_named=True)
    units = table.columns[table.across.value]
    if _NOT_A_SCORE.search(rests[-1]) and rests[-1] not in {units.unit_th, units.unit_en}:
        return None
    plain = rests[-1] == "" or is_annotation(rests[-1]) or _names_an_indicator(ordered)
    return Wide(position, written, ordered, table.across.value, is_named=False) if plain else None


def _names_an_indicator(given: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether an indicator is given: its name may stand behind its number."""
    return any(name == "indicator" for name, _ in given)


def _said(
    text: str, whole: str, table: Table, by: tuple[str, ...]
) -> Iterator[tuple[str, str, str]]:
    """Yield what a text says of the columns `by`: column, value, and the text without it."""
    for name in by:
        kind = table.columns[name].kind
        if kind == "year" and len(found := _YEAR.findall(text)) == 1:
            text = _plain(_YEAR_WORDS.sub(" ", _YEAR.sub(" ", text)))
            yield name, found[0], text
        elif kind == "integer" and (match := _INDICATOR.search(text) or _INDICATOR.search(whole)):
            text = _plain(_INDICATOR.sub(" ", text)) if _INDICATOR.search(text) else ""
            yield name, match["n"], text
        elif kind == "integer" and (bare := _BARE.match(text)):
            text = _plain(text[bare.end() :].lstrip(".)"))
            yield name, bare["n"], text
        elif kind == "lao" and is_lao(text):
            yield name, text, ""
            text = ""
        elif kind == "choice" and (code := choices_of(table, name).get(spelling_key(text))):
            text = ""
            yield name, code, text


def is_lao(text: str) -> bool:
    """Tell whether a text is the identifier of an LAO, or a name with its type."""
    lao_type, name = split_type(text)
    return text.startswith("LAO-") or (lao_type is not None and _NAME.match(name) is not None)


def is_year(text: str) -> bool:
    """Tell whether a text is a year and nothing else."""
    return _YEAR.fullmatch(arabic_digits(text)) is not None


def indicator_of(text: str) -> str | None:
    """Return the number in a cell such as "ตัวชี้วัดที่ 3 …" or "2.1 …"; None where there is none."""
    plain = arabic_digits(text)
    match = _INDICATOR.match(plain) or _BARE.match(plain)
    return None if match is None else match["n"]


def _plain(text: str) -> str:
    """Return what is left of a heading; brackets and signs alone are nothing."""
    return " ".join(text.split()).strip(" .:;,-–()[]/")


def _of_laos(found: tuple[Wide, ...], table: Table) -> tuple[Wide, ...]:
    """Return the columns of several LAOs where there are any; one alone begins a row of data."""
    lao = next((name for name, one in table.columns.items() if one.kind == "lao"), "")
    of_laos = tuple(wide for wide in found if lao in dict(wide.given))
    if len({dict(wide.given)[lao] for wide in of_laos}) > 1:
        return of_laos
    return tuple(wide for wide in found if wide not in of_laos)


def _without_lone_numbers(
    found: tuple[Wide, ...], parts_at: dict[int, tuple[str, ...]]
) -> tuple[Wide, ...]:
    """Leave out numbers that nothing calls indicators, unless they stand in a row."""
    indicators = {wide.position for wide in found if _names_an_indicator(wide.given)}
    lone = {
        position
        for position in indicators
        if not _INDICATOR.search(arabic_digits(" ".join(parts_at[position])))
    }
    is_a_row = len(lone) >= _LEAST_BARE or len(lone) < len(indicators)
    return found if is_a_row else tuple(one for one in found if one.position not in lone)
