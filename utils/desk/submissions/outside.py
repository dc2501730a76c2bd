"""Whose the rows of a file with errors are: told together with its errors, not only after them."""

from __future__ import annotations

from collections.abc import Iterator

from utils.desk.store.rows import IncomingRow, ReadRows, Row
from utils.desk.store.scope import (
    EVERYTHING,
    LAO_FIELD,
    YEAR_FIELD,
    Scope,
    applies_to,
    provinces_by_lao,
    provinces_of,
)
from utils.desk.submissions.intake import Intake, ReadTable
from utils.tables.declared.columns import Table
from utils.tables.reading.cells import PROVINCE_FIELD
from utils.tables.reading.problems import Problem


def of_faulty(intake: Intake, read_rows: ReadRows, allowed: Scope) -> Iterator[Problem]:
    """Yield the rows of tables with errors that the sender may not touch, as far as is known.

    A row whose LAO, province or year could not be read is passed over: its own error says so.
    """
    if allowed == EVERYTHING:
        return
    laos = provinces_by_lao([*read_rows("municipalities"), *intake.rows("municipalities")])
    for one in intake.read_tables:
        table = one.part.table
        if table is None or not one.faulty:
            continue
        if not applies_to(allowed, table):
            yield Problem(file=one.part.name, code="not_of_an_office")
            continue
        provinces = provinces_of(table, laos)
        for row in one.faulty:
            codes = provinces(row.cells)
            if codes and allowed.provinces is not None and not codes <= allowed.provinces:
                yield of_row("outside_office", row, one, table, allowed)
            elif _is_of_another_year(row, table, allowed):
                yield of_row("outside_year", row, one, table, allowed)


def of_row(code: str, row: Row, one: ReadTable, table: Table, allowed: Scope) -> Problem:
    """Return the problem of a row that the sender may not touch, under its own heading."""
    heading = one.part.heading
    written = {} if heading is None else heading.written
    places = (LAO_FIELD, PROVINCE_FIELD)
    of_year = code == "outside_year"
    names = (YEAR_FIELD,) if of_year else tuple(name for name in places if name in table.columns)
    return Problem(
        file=one.part.name,
        code=code,
        row=row.file_row,
        column=next((written[name] for name in names if name in written), ""),
        context={"year": allowed.fiscal_year_be},
    )


def _is_of_another_year(row: IncomingRow, table: Table, allowed: Scope) -> bool:
    if allowed.fiscal_year_be is None or YEAR_FIELD not in table.columns:
        return False
    year = row.cells[list(table.columns).index(YEAR_FIELD)]
    return year is not None and year != allowed.fiscal_year_be
