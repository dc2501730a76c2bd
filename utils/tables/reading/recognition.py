"""Recognise, by its headings, which table a file holds."""

from __future__ import annotations

from typing import Final

from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading import headings
from utils.tables.reading.contents import Contents, hidden_sheet_problems
from utils.tables.reading.headings import Fit
from utils.tables.reading.problems import Problem

_ALIKE: Final = 0.5  # of 1: at least half of the headings fit


def candidates(contents: Contents) -> tuple[Table, ...]:
    """Return the tables that a file may hold, likeliest first.

    The likeliest is the one that the headings fit best, unless a table that officers send has as
    many of them. After it come those that fit as well, or have as many of the headings.
    """
    fits = [(fit, table) for fit, table in _fits(contents) if fit.likeness >= _ALIKE]
    if not fits:
        return ()
    most, _ = fits[0]
    sent = [(fit, table) for fit, table in fits if table.sent and fit.known >= most.known]
    first, chosen = [*sent, *fits][0]
    others = [
        table
        for fit, table in fits
        if table is not chosen and (fit.likeness >= first.likeness or fit.known >= first.known)
    ]
    return (chosen, *others)


def unknown_table(contents: Contents) -> tuple[Problem, ...]:
    """Return the problem that the headings fit no table, with those of the likeliest one."""
    sent = [(fit, table) for fit, table in _fits(contents) if table.sent]
    context = {**headings.expected(sent[0][1]), "names": ", ".join(schemas.ALL)}
    problem = Problem(file=contents.file, code="unknown_table", context=context)
    return (problem, *hidden_sheet_problems(contents))


def _fits(contents: Contents) -> list[tuple[Fit, Table]]:
    """Return how well each table fits, best first."""
    fits = [(_fit(contents, table), table) for table in schemas.ALL.values()]
    return sorted(fits, key=lambda one: one[0], reverse=True)


def _fit(contents: Contents, table: Table) -> Fit:
    return max((headings.fit(one.rows, table) for one in contents.sheets), default=Fit(0.0, 0))
