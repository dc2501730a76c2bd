"""Read a table from a file: a typed frame, and every problem in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd

from utils.tables import calendar
from utils.tables.declared.columns import Table
from utils.tables.places import Places
from utils.tables.reading import body, headings
from utils.tables.reading.cells import Row
from utils.tables.reading.contents import Contents, Sheet, hidden_sheet_problems
from utils.tables.reading.files import open_contents
from utils.tables.reading.meaning import columns, witnesses
from utils.tables.reading.problems import CellProblem, Problem, Severity
from utils.tables.reading.rows import validate

FILE_ROW: Final = "file_row"
Rules = Callable[[pd.DataFrame, body.TablePlace], Iterable[Problem]]
MAX_PROBLEMS: Final = 5_000


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The rows of a file, typed, and its problems in the order of the file."""

    frame: pd.DataFrame
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that must be corrected before the table can be used."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not prevent the table from being used."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")


def read(
    source: Path | bytes,
    *,
    name: str,
    table: Table,
    places: Places,
    today: dt.date | None = None,
) -> Reading:
    """Read one table from a CSV file or a workbook.

    Parameters
    ----------
    source : Path or bytes
        The file, or its content.
    name : str
        Its name as the sender knows it: problems quote it, and its ending says what kind it is.
    table : Table
        The declaration to read it by.
    places : Places
        The provinces and LAOs that names are looked up in (`shipped.places()`).
    today : date, optional
        Where given, years that must be past are warned of when they lie after its fiscal year.

    Returns
    -------
    Reading
        `frame` has the declared columns in their order, typed, then `file_row` (Int64): the row
        number that a spreadsheet shows. A row with problems stays; a cell with an error is NA,
        never 0.
    """
    return interpret(open_contents(source, name), table=table, places=places, today=today)


def interpret(
    contents: Contents,
    *,
    table: Table,
    places: Places,
    today: dt.date | None = None,
    rules: Rules | None = None,
) -> Reading:
    """Read one table from contents that are already open: the sheet that fits it best.

    As `read`; `rules` check the table as a whole and return further problems of its rows.
    """
    sheet = max(
        contents.sheets, key=lambda one: headings.fit(one.rows, table), default=Sheet(rows=[])
    )
    heading = headings.find(sheet.rows, table)
    if heading is None:
        problems = contents.problems or _no_heading(contents, table)
        return Reading(frame=_frame({}, table), problems=problems)
    place = body.TablePlace(file=contents.file, heading=heading, table=table)
    data, remarks = body.split(place, sheet.rows)
    judged = columns.judge(data, table, heading.written)
    silent = [name for name in heading.witnesses if witnesses.is_silent(data, name, places)]
    now = None if today is None else calendar.fiscal_year(today)
    typed, faults = _typed(place, judged.cells, places, now)
    frame = _frame(typed, table)
    problems_of_file = [
        *contents.problems,
        *body.heading_problems(place, contents, sheet, silent=silent),
        *_unread(place, data, places, silent),
        *remarks,
        *(_of_column(place, doubt) for doubt in judged.doubts),
        *faults,
        *body.key_problems(place, typed),
        *(() if rules is None else rules(frame, place)),
    ]
    return Reading(frame=frame, problems=_in_order(problems_of_file))


def _no_heading(contents: Contents, table: Table) -> tuple[Problem, ...]:
    context = headings.expected(table)
    missing = Problem(file=contents.file, code="no_heading", context=context)
    return (missing, *hidden_sheet_problems(contents))


def _unread(
    place: body.TablePlace,
    data: Mapping[int, Mapping[str, str]],
    places: Places,
    silent: Sequence[str],
) -> Iterator[Problem]:
    """Yield the witnesses of which some cells say something, and others cannot be read."""
    for name in place.heading.witnesses:
        cells = {} if name in silent else witnesses.unread(data, name, places)
        if cells and name in witnesses.MAY_BE_OTHERS:
            context = columns.rows_in_words(list(cells))
            fault = CellProblem(name, "witness_unread", "warning", context)
            yield place.problem(min(cells), fault, cells[min(cells)])


def _of_column(place: body.TablePlace, doubt: columns.Doubt) -> Problem:
    fault = CellProblem(doubt.column, doubt.code, doubt.severity, doubt.context)
    return place.problem(doubt.rows[0], fault, doubt.value)


def _typed(
    place: body.TablePlace, data: Mapping[int, Mapping[str, str]], places: Places, now: int | None
) -> tuple[dict[int, dict[str, Any]], list[Problem]]:
    typed: dict[int, dict[str, Any]] = {}
    problems: list[Problem] = []
    for number, cells in data.items():
        seen = witnesses.seen(cells, place.table, places)
        row = Row(places=places, fiscal_year_now=now, seen=seen)
        typed[number], faults = validate(cells, table=place.table, row=row)
        problems += [place.problem(number, fault, cells[fault.column]) for fault in faults]
    return typed, problems


def _frame(typed: dict[int, dict[str, Any]], table: Table) -> pd.DataFrame:
    columns = {
        name: pd.Series([values[name] for values in typed.values()], dtype=column.dtype)
        for name, column in table.columns.items()
    }
    return pd.DataFrame({**columns, FILE_ROW: pd.Series(list(typed), dtype="Int64")})


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    ordered = sorted(problems, key=lambda problem: problem.row or 0)
    listed, rest = ordered[:MAX_PROBLEMS], ordered[MAX_PROBLEMS:]
    if rest:
        severity: Severity = "error" if any(p.severity == "error" for p in rest) else "warning"
        more = {"count": len(rest)}
        listed.append(
            Problem(file=rest[0].file, code="more_problems", severity=severity, context=more)
        )
    return tuple(listed)
