"""Recognise which tables a file holds, sheet by sheet: by headings, by its name, by choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import PurePath
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading import guesses, headings
from utils.tables.reading.contents import (
    GUIDE_SHEET,
    MAX_COLUMNS,
    OWN_SHEETS,
    Contents,
    Sheet,
    hidden_sheet_problems,
    other_sheets_problem,
)
from utils.tables.reading.headings import NONE_CHOSEN, Chosen, Fit
from utils.tables.reading.layout import across
from utils.tables.reading.normalise import spelling_key, tidy
from utils.tables.reading.problems import Problem

_ALIKE: Final = 0.5  # of 1: at least half of the headings fit
_NAMED_LIKE: Final = 90.0  # of 100: how much of a table's name stands in the name of a file
_SHORT: Final = 6  # letters of a name that no other word holds by chance
_KNOWN: Final = 2  # headings that a file must share with the table of its name
_TURNED: Final = 3  # columns named one below another by no chance
_DATA_ROWS: Final = 2  # rows of several cells that may be a table


class Part(NamedTuple):
    """One table of a file: a sheet, or a whole text file, and the tables it may be.

    `tables`: likeliest first; none where no table fits.
    """

    contents: Contents
    tables: tuple[Table, ...]


def parts(
    contents: Contents, *, named: Table | None = None, chosen: Chosen = NONE_CHOSEN
) -> tuple[Part, ...]:
    """Return every sheet that holds a table; what is not read is told with the first of them.

    The desk's own sheets, and those of its form that were left empty, are passed over.

    Parameters
    ----------
    contents : Contents
    named : Table, optional
        The table that the sender named: then sheets are read as no other.
    chosen : mapping
        What a person said of headings, as `headings.find` takes it.
    """
    rest = _to_read(contents)
    single = [_upright(replace(rest, sheets=(one,)), named, chosen) for one in rest.sheets]
    rest = replace(rest, sheets=tuple(sheet for sheet, _ in single))
    fitting = [
        (sheet, alone, tables)
        for sheet, alone in single
        if (tables := _tables(alone, named, chosen))
    ]
    if not fitting:
        return (Part(rest, () if named is None or not rest.sheets else (named,)),)
    others = [one for one in rest.sheets if all(one is not sheet for sheet, _, _ in fitting)]
    alike = Counter(tables[0] for _, _, tables in fitting)
    same = [sheet for sheet, _, tables in fitting if alike[tables[0]] > 1]
    told = _told(rest, same, others)
    found = []
    for at, (sheet, alone, tables) in enumerate(fitting):
        name = rest.file if len(fitting) == 1 else f"{rest.file} [{sheet.name}]"
        own = tuple(replace(one, file=name) for one in (told if at == 0 else ()))
        problems = (*alone.problems, *own)
        found.append(Part(replace(alone, file=name, hidden=(), problems=problems), tables))
    return tuple(found)


def candidates(contents: Contents, chosen: Chosen = NONE_CHOSEN) -> tuple[Table, ...]:
    """Return the tables that a file may hold, likeliest first.

    The likeliest is the one that the headings fit best, unless a table that officers send has as
    many of them, or the one that the file is named after. After it come those that fit as well, or
    have as many of the headings. Where none fits, it is the table that the file is named after, if
    it shares some headings.
    """
    fits = _fits(contents, chosen)
    alike = [(fit, table) for fit, table in fits if fit.likeness >= _ALIKE]
    if not alike:
        named = _named_after(contents.file)
        return tuple(table for fit, table in fits if table is named and fit.known >= _KNOWN)
    most, _ = alike[0]
    sent = [(fit, table) for fit, table in alike if table.sent and fit.known >= most.known]
    named = _named_after(contents.file)
    told = [(fit, table) for fit, table in fits if table is named and fit.known >= most.known]
    first, table_chosen = [*told, *sent, *alike][0]
    others = [
        table
        for fit, table in alike
        if table is not table_chosen
        and (fit.likeness >= first.likeness or fit.known >= first.known)
    ]
    return (table_chosen, *others)


def as_likely(contents: Contents, chosen: Chosen = NONE_CHOSEN) -> tuple[Table, ...]:
    """Return the tables that a file may be as well as the likeliest: they know as many headings.

    None where the name of the file tells which it is: then nobody needs to be asked.
    """
    first, *others = candidates(contents, chosen) or (None,)
    if first is None or _named_after(contents.file) is first:
        return ()
    known = _fit(contents, first, chosen).known
    return tuple(one for one in others if one and _fit(contents, one, chosen).known == known)


def meant(contents: Contents) -> Table | None:
    """Return the table that a file was probably meant as: by its name, or by what it holds."""
    if (named := _named_after(contents.file)) is not None:
        return named
    scored = [
        (guesses.explained(sheet.rows, table), fit, table)
        for fit, table in _fits(contents, NONE_CHOSEN)
        for sheet in contents.sheets
    ]
    most, _, table = max(scored, key=lambda one: one[:2])
    return table if most >= _KNOWN else None


def unknown_table(contents: Contents) -> tuple[Problem, ...]:
    """Return the problem that the headings fit no table, and which one was probably meant."""
    table = meant(contents)
    if table is None:
        problem = Problem(file=contents.file, code="unknown_table")
    else:
        context = headings.expected(table)
        problem = Problem(file=contents.file, code="unknown_table_meant", context=context)
    return (problem, *hidden_sheet_problems(contents))


def _upright(contents: Contents, named: Table | None, chosen: Chosen) -> tuple[Sheet, Contents]:
    """Return contents of one sheet, turned where its headings stand in its first column."""
    [sheet] = contents.sheets
    if len(sheet.rows) > MAX_COLUMNS:
        return sheet, contents
    rows = [list(cells) for cells in zip_longest(*sheet.rows, fillvalue="")]
    turned = replace(contents, sheets=(Sheet(rows=rows, name=sheet.name, is_turned=True),))
    columns = _columns(turned, named, chosen)
    is_data = any(across.is_year(cell) or across.is_lao(cell) for row in rows[1:] for cell in row)
    if not is_data or columns < _TURNED or columns <= _columns(contents, named, chosen):
        return sheet, contents
    told = _note(contents, "sheet_turned")
    return turned.sheets[0], replace(turned, problems=(*contents.problems, told))


def _columns(contents: Contents, named: Table | None, chosen: Chosen) -> int:
    """Return how many columns of the likeliest table stand in a heading, one below each."""
    table = next(iter(_tables(contents, named, chosen)), None)
    heading = None if table is None else headings.find(contents.sheets[0].rows, table, chosen)
    return 0 if heading is None else len(heading.positions)


def _tables(contents: Contents, named: Table | None, chosen: Chosen) -> tuple[Table, ...]:
    if named is None:
        return candidates(contents, chosen)
    is_there = headings.find(contents.sheets[0].rows, named, chosen) is not None
    return (named,) if is_there else ()


def _to_read(contents: Contents) -> Contents:
    """Return contents without the desk's own sheets, and without those of its form left empty."""
    names = {sheet.name for sheet in contents.sheets}
    rest = [
        sheet
        for sheet in contents.sheets
        if sheet.name not in OWN_SHEETS or candidates(replace(contents, sheets=(sheet,)))
    ]
    filled = [sheet for sheet in rest if GUIDE_SHEET not in names or _is_filled(sheet, contents)]
    return replace(contents, sheets=tuple(filled or rest))


def _is_filled(sheet: Sheet, contents: Contents) -> bool:
    likely = next(iter(candidates(replace(contents, sheets=(sheet,)))), None)
    heading = None if likely is None else headings.find(sheet.rows, likely)
    return heading is None or any(any(map(tidy, row)) for row in sheet.rows[heading.row + 1 :])


def _told(contents: Contents, same: Sequence[Sheet], others: Sequence[Sheet]) -> list[Problem]:
    """Return what is told of the sheets of a workbook: those of one table, those that have none."""
    told = []
    if same:
        names = ", ".join(one.name for one in same)
        told.append(_note(contents, "sheets_read", sheets=names))
    data = [one.name for one in others if _may_hold_a_table(one)]
    if data or contents.hidden:
        told.append(other_sheets_problem(contents.file, data, contents.hidden))
    rest = [one.name for one in others if one.name not in data]
    if rest:
        told.append(_note(contents, "sheets_without_rows", others=", ".join(rest)))
    return told


def _note(contents: Contents, code: str, **context: object) -> Problem:
    return Problem(file=contents.file, code=code, severity="note", context=context)


def _may_hold_a_table(sheet: Sheet) -> bool:
    several = [cells for cells in sheet.rows if sum(bool(tidy(cell)) for cell in cells) > 1]
    return len(several) >= _DATA_ROWS


def _named_after(file: str) -> Table | None:
    """Return the table whose name or title stands in the name of a file; None for none."""
    stem = spelling_key(PurePath(file.partition(" [")[0]).stem)
    scored = [
        (fuzz.partial_ratio(key, stem), len(key), name)
        for name, table in schemas.ALL.items()
        for key in map(spelling_key, (name, table.title_th, table.title_en))
        if len(stem) >= len(key) >= _SHORT
    ]
    score, _, name = max(scored, default=(0.0, 0, ""))
    return schemas.ALL[name] if score >= _NAMED_LIKE else None


def _fits(contents: Contents, chosen: Chosen) -> list[tuple[Fit, Table]]:
    """Return how well each table fits, best first."""
    fits = [(_fit(contents, table, chosen), table) for table in schemas.ALL.values()]
    return sorted(fits, key=lambda one: one[0], reverse=True)


def _fit(contents: Contents, table: Table, chosen: Chosen) -> Fit:
    fits = (headings.fit(one.rows, table, chosen) for one in contents.sheets)
    return max(fits, default=Fit(0.0, 0))
