"""What the cells of a column say of one another: units, fractions, dates, states.

One cell alone does not tell whether 0.835 is per cent or a fraction, or whether 3/4/2021 is in
March or April; its column often does. Each judgement is told once a column, with its rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from utils.tables.declared import witnesses
from utils.tables.declared.columns import Column, Table
from utils.tables.places import NOWHERE, Places
from utils.tables.reading.gathered import runs
from utils.tables.reading.layout.data_row import DataRow
from utils.tables.reading.layout.names import column_of
from utils.tables.reading.meaning import blanks, dates, units
from utils.tables.reading.meaning.wildcards import filled
from utils.tables.reading.normalise import fold, spelling_key, tidy
from utils.tables.reading.problems import Severity
from utils.tables.reading.scalars import is_number
from utils.words import LANGS, Words

Cells = dict[int, str]
"""The tidy texts of one column that are no blanks, by the place of their row among all, from 0."""
_SERIALS: Final = range(20_000, 80_000)  # days since 1900 by which spreadsheets keep 1954 to 2119
_SHORTENED: Final = range(1947, 1976)  # what spreadsheets make of พ.ศ. 2547-2575 typed as 47-75
_RUNS: Final = 12  # runs of rows that a remark lists
_MOSTLY: Final = 2  # of the swapped dates: fewer of either kind may be chance
_IN_BRACKETS = re.compile(r"\((?:หน่วย *:? *|in )?([^()]+)\)")
_UNIT_NOTE = re.compile(r"(?:หน่วย(?:นับ)?(?!งาน)|unit) *[:=]? *([^()\s]+)")
_TICKS: Final = frozenset(
    {"1", "/", "✓", "✔", "√", "x", "×", "☑", "●", "*", "yes", "ใช่", "มี", "ได้รับ"}
)
_STATE_COLUMNS: Final = ("status", "note")


class Doubt(NamedTuple):
    """A remark about a column: its code, and the first of the cells it is about.

    `first`: the place of its row among all, from 0; `value`: its text.
    """

    column: str
    code: str
    severity: Severity
    first: int
    value: str
    context: Mapping[str, object]


@dataclass(frozen=True)
class Judged:
    """How the cells are to be read: `cells` without those that nobody can read, and the doubts."""

    cells: list[dict[str, str]]
    doubts: list[Doubt] = field(default_factory=list)


class _Reading(NamedTuple):
    """What a judge makes of a column: texts to read in place of those written, and its doubts."""

    instead: Mapping[int, str | None]
    doubts: Sequence[Doubt]


def judge(
    rows: Sequence[DataRow],
    table: Table,
    headings: Mapping[str, str],
    above: Sequence[Sequence[str]] = (),
    places: Places = NOWHERE,
) -> Judged:
    """Judge the cells of a table column by column, before they are read one by one.

    Parameters
    ----------
    rows : sequence of DataRow
    table : Table
    headings : mapping of column name to the heading as written
    above : sequence of rows of text
        What stands above the heading: a note there may name the unit of all numbers.
    places : Places
        The provinces that a cell with lost letters may name.

    Returns
    -------
    Judged
        The cells of each row. One that cannot be read without an answer of the sender is left out;
        its column has an error then. Others keep their texts, or hold what they mean: 83.5 for
        "83.5 %".
    """
    judged = Judged(*_lost_letters(rows, table, places))
    month_first = _month_first(judged.cells, table)
    numbers = [row.number for row in rows]
    notes = [word for one in above for text in one for word in _UNIT_NOTE.findall(fold(text))]
    for name, column in table.columns.items():
        heading = headings.get(name) or next((row.written.get(name, "") for row in rows), "")
        place = _Place(name, column, table, heading, notes, numbers, month_first)
        for one in _JUDGES.get(column.kind, ()):
            reading = one(_filled(judged.cells, name, column), place)
            judged.doubts.extend(reading.doubts)
            for at, instead in reading.instead.items():
                if instead is None:
                    del judged.cells[at][name]
                else:
                    judged.cells[at][name] = instead
    return judged


def _lost_letters(
    rows: Sequence[DataRow], table: Table, places: Places
) -> tuple[list[dict[str, str]], list[Doubt]]:
    """Return the cells with lost letters filled in where one allowed value fits, and what is told.

    Columns beside the table are looked at as well. The name of an LAO is never filled in: the
    register does not hold them all.
    """
    cells, doubts = [dict(row.cells) for row in rows], []
    numbers = [row.number for row in rows]
    for name, column in {**witnesses.of(table), **table.columns}.items():
        allowed = _allowed(column, places)
        texts = _filled(cells, name, column) if allowed else {}
        found = {at: code for at, text in texts.items() if (code := filled(text, allowed))}
        for at, code in found.items():
            cells[at][name] = code
        if found:
            words = {code: text for text, code in reversed(allowed.items())}
            read = dict.fromkeys(f"“{texts[at]}” → “{words[found[at]]}”" for at in found)
            place = _Place(name, column, table, "", (), numbers, frozenset())
            listed = "; ".join(list(read)[:_RUNS])
            doubts.append(place.doubt("letters_filled", "warning", _of(texts, found), read=listed))
    return cells, doubts


def _allowed(column: Column, places: Places) -> dict[str, str]:
    """Return the codes of what a column may hold, by its words; the Thai ones come first."""
    if column.kind == "province":
        return {name: code for code, name in places.province_names.items()}
    return {
        written: choice.code
        for choice in column.choices
        for written in (choice.th, choice.en, choice.code, *choice.aliases)
    }


def _filled(rows: Sequence[Mapping[str, str]], name: str, column: Column) -> Cells:
    texts = ((at, tidy(cells[name])) for at, cells in enumerate(rows) if name in cells)
    return {at: text for at, text in texts if not blanks.is_blank(text, column.kind)}


class _Place(NamedTuple):
    name: str
    column: Column
    table: Table
    heading: str
    notes: Sequence[str]  # units that notes above the table name
    numbers: Sequence[int]  # of the rows in the file
    month_first: frozenset[str]  # columns of dates that hold one with its month first

    def doubt(
        self, code: str, severity: Severity, cells: Mapping[int, str], **context: object
    ) -> Doubt:
        first, rows = min(cells), sorted({self.numbers[at] for at in cells})
        titles = {f"unit_{lang}": self.column.unit(lang) or "–" for lang in LANGS}
        listed = {**rows_in_words(rows), **titles, **context}
        return Doubt(self.name, code, severity, first, cells[first], listed)


def rows_in_words(rows: Sequence[int]) -> dict[str, str]:
    """Return row numbers as the words of a problem need them: "rows 2, 4–9" for {rows}."""
    key, parts = "check.row" if len(rows) == 1 else "check.at_rows", runs(rows).split(", ")
    text = ", ".join([*parts[:_RUNS], *(["…"] if len(parts) > _RUNS else [])])
    return {f"rows_{lang}": Words(lang)(key, row=text) for lang in LANGS}


def _units(cells: Cells, place: _Place) -> _Reading:
    """Read numbers that have their own unit beside them; doubt those that have another."""
    own = units.unit_of(place.column)
    instead: dict[int, str | None] = {}
    right: dict[str, Cells] = {}
    other: dict[str, Cells] = {}
    for number, text in cells.items():
        found = None if is_number(text) else units.measured(text)
        if found is not None:
            is_own = found.unit in own
            (right if is_own else other).setdefault(found.word, {})[number] = text
            instead[number] = found.number if is_own else None
    doubts = [place.doubt("unit_written", "note", rows, word=word) for word, rows in right.items()]
    doubts += [place.doubt("unit_other", "error", rows, word=word) for word, rows in other.items()]
    return _Reading(instead, doubts)


def _heading_unit(cells: Cells, place: _Place) -> _Reading:
    """Doubt a whole column whose heading, or a note above it, names another unit: (ล้านบาท)."""
    own = units.unit_of(place.column)
    folded = fold(place.heading)
    # The last word of a column's own title is no unit: of "Whole area" it is a part of its name.
    last = [] if column_of(place.heading, place.table) == place.name else folded.split()[1:][-1:]
    said = [*_IN_BRACKETS.findall(folded), *last]
    found = [(word, units.of_word(word)) for word in said]
    found += [(word, units.of_word(word)) for word in place.notes if units.is_about(word, own)]
    for word, unit in found:
        if unit is not None and own and unit not in own and cells:
            doubt = place.doubt("unit_of_heading", "error", cells, word=word.strip())
            return _Reading(dict.fromkeys(cells), (doubt,))
    return _Reading({}, ())


def _fractions(cells: Cells, place: _Place) -> _Reading:
    """Doubt percentages that may be fractions: all up to 1, or some below it among larger ones."""
    if units.PERCENT not in units.unit_of(place.column):
        return _Reading({}, ())
    bare = {number: text for number, text in cells.items() if is_number(text)}
    values = {number: float(fold(text).replace(",", "")) for number, text in bare.items()}
    if not any(0 < value <= 1 for value in values.values()):
        return _Reading({}, ())
    if all(0 <= value <= 1 for value in values.values()):
        doubt = place.doubt("percent_fractions", "error", bare)
        return _Reading(dict.fromkeys(bare), (doubt,))
    small = {number: bare[number] for number, value in values.items() if 0 < value < 1}
    return _Reading({}, (place.doubt("percent_mixed", "warning", small),) if small else ())


def _nones(cells: Cells, place: _Place) -> _Reading:
    """Doubt ไม่มี among numbers: it may be zero, or not known."""
    none = {number: text for number, text in cells.items() if blanks.says_none(text)}
    doubts = (place.doubt("none_or_unknown", "error", none),) if none else ()
    return _Reading(dict.fromkeys(none), doubts)


def _states(cells: Cells, place: _Place) -> _Reading:
    """Tell states that stand in place of a value, such as ไม่เข้าร่วม: the value is not known."""
    allowed = {
        spelling_key(written)
        for choice in place.column.choices
        for written in (choice.code, choice.th, choice.en, *choice.aliases)
    }
    states: dict[str, Cells] = {}
    for number, text in cells.items():
        if blanks.is_state(text) and spelling_key(text) not in allowed:
            states.setdefault(spelling_key(text), {})[number] = text
    named = [one for one in _STATE_COLUMNS if one in place.table.columns and one != place.name]
    code = "state_written" if named else "state_unplaced"
    titles = {f"where_{lang}": place.table.columns[named[0]].title(lang) for lang in LANGS if named}
    severity: Severity = "warning" if place.column.nullable else "error"
    doubts = [place.doubt(code, severity, rows, **titles) for rows in states.values()]
    rows = (number for one in states.values() for number in one)
    return _Reading(dict.fromkeys(rows, "" if place.column.nullable else None), doubts)


def _ticks(cells: Cells, place: _Place) -> _Reading:
    """Doubt ticks in place of a name that another table has: which one is not said."""
    ticks = {at: text for at, text in cells.items() if text.casefold() in _TICKS}
    if place.column.refers_to is None or not ticks:
        return _Reading({}, ())
    titles = {f"title_{lang}": place.column.title(lang) for lang in LANGS}
    doubt = place.doubt("tick_written", "error", ticks, **titles)
    return _Reading(dict.fromkeys(ticks), (doubt,))


def _dates(cells: Cells, place: _Place) -> _Reading:
    """Doubt dates that may have their month first, and numbers that stand for days."""
    found = {number: dates.written(text) for number, text in cells.items()}
    read = {number: one for number, one in found.items() if one is not None}
    instead: dict[int, str | None] = {}
    doubts = []
    serials = _of(cells, (n for n in cells if cells[n].isdecimal() and int(cells[n]) in _SERIALS))
    if serials:
        doubts.append(place.doubt("date_serial", "error", serials))
    for form in ("day_first", "year_first"):
        alike = {number: one for number, one in read.items() if one.form == form}
        month_first = [number for number, one in alike.items() if one.is_month_first]
        is_told = any(one.is_day_first for one in alike.values())
        elsewhere = form == "day_first" and place.month_first and not is_told
        either = [number for number, one in alike.items() if one.may_be_month_first]
        doubted = _of(cells, (*month_first, *(either if month_first or elsewhere else ())))
        if doubted:
            first = cells[month_first[0]] if month_first else cells[either[0]]
            doubts.append(place.doubt("date_month_first", "error", doubted, first=first))
            instead |= dict.fromkeys(doubted)
    rest = {number: one for number, one in read.items() if number not in instead}
    doubts += _eras(_of(cells, rest), rest, place)
    return _Reading({**instead, **dict.fromkeys(serials)}, doubts)


def _eras(cells: Cells, read: Mapping[int, dates.Written], place: _Place) -> Iterator[Doubt]:
    """Yield doubts of dates as a spreadsheet keeps them: era, century, and day for month."""
    kept = {number: one for number, one in read.items() if one.form == "year_first" and one.ce()}
    buddhist = _of(cells, (number for number, one in kept.items() if one.year in dates.BE_YEARS))
    if buddhist:
        day = kept[min(buddhist)].ce()
        yield place.doubt("date_era", "warning", buddhist, date_ce=str(day))
    shortened = _of(cells, (number for number, one in kept.items() if one.year in _SHORTENED))
    if shortened:
        year = kept[min(shortened)].year
        yield place.doubt("date_century", "warning", shortened, year=year, year_be=year + 600)
    typed = [one for one in read.values() if one.form == "day_first"]
    swapped = _of(cells, (number for number, one in kept.items() if one.may_be_month_first))
    if (
        min(len(typed), len(kept)) >= _MOSTLY
        and all(one.day > dates.MONTHS_OF_A_YEAR for one in typed)
        and all(one.day <= dates.MONTHS_OF_A_YEAR for one in kept.values())
        and swapped
    ):
        yield place.doubt("date_swapped", "warning", swapped)


def _of(cells: Cells, numbers: Iterator[int] | Sequence[int] | Mapping[int, object]) -> Cells:
    return {number: cells[number] for number in numbers}


def _month_first(rows: Sequence[Mapping[str, str]], table: Table) -> frozenset[str]:
    names = [name for name, column in table.columns.items() if column.kind == "date"]
    return frozenset(
        name
        for name in names
        for texts in rows
        if (one := dates.written(tidy(texts.get(name, "")))) is not None
        if one.form == "day_first" and one.is_month_first
    )


_Judge = Callable[[Cells, _Place], _Reading]
_NUMBERS: Final[tuple[_Judge, ...]] = (_states, _nones, _heading_unit, _fractions, _units)
_JUDGES: Final[Mapping[str, tuple[_Judge, ...]]] = {
    "number": _NUMBERS,
    "integer": _NUMBERS,
    "text": (_ticks,),
    "date": (_states, _dates),
    "year": (_states,),
    "flag": (_states,),
    "choice": (_states,),
}
