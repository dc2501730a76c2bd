"""Read a table from a file: a typed frame, and every problem in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import pandas as pd

from utils.tables import districts
from utils.tables.declared.columns import Table
from utils.tables.places import Lao, Places
from utils.tables.reading import body, headings
from utils.tables.reading.cells import Row, Sender
from utils.tables.reading.contents import Contents, Sheet, hidden_sheet_problems
from utils.tables.reading.files import open_contents
from utils.tables.reading.headings import NONE_CHOSEN, Chosen
from utils.tables.reading.layout import catalogue
from utils.tables.reading.layout.arranged import NOTHING_GIVEN, arrange
from utils.tables.reading.layout.catalogue import Catalogue
from utils.tables.reading.layout.data_row import DataRow
from utils.tables.reading.meaning import columns, witnesses
from utils.tables.reading.problems import CellProblem, Problem, Severity
from utils.tables.reading.rows import validate

FILE_ROW: Final = "file_row"
FILE_COLUMN: Final = "file_column"
Rules = Callable[[pd.DataFrame, body.TablePlace], Iterable[Problem]]
MAX_PROBLEMS: Final = 5_000
_NAMED: Final = 12  # LAOs that one remark names
_ONE_OF_A_NAME: Final = ("ทน.", "อบจ.")  # types of which no two LAOs have one name
_ORDER: Final = ("note", "warning", "error")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The rows of a file, typed, and its problems in the order of the file.

    `missing`: columns that the file leaves out. `provinces`: the codes of those that the titles of
    blocks give, by the number of the row.
    """

    frame: pd.DataFrame
    problems: tuple[Problem, ...]
    missing: frozenset[str] = frozenset()
    provinces: Mapping[int, str] = field(default_factory=dict)

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
        Where given, days that must be past are warned of when they lie after it, and years after
        its fiscal year.

    Returns
    -------
    Reading
        `frame` has the declared columns in their order, typed, then `file_row` (Int64): the row
        number that a spreadsheet shows. A row with problems stays; a cell with an error is NA,
        never 0. Where values stand side by side, several rows have the number of one, and
        `file_column` (string) holds the heading that each was made of.
    """
    return interpret(open_contents(source, name), table=table, places=places, today=today)


def interpret(  # noqa: PLR0913 all but one have names
    contents: Contents,
    *,
    table: Table,
    places: Places,
    today: dt.date | None = None,
    rules: Rules | None = None,
    known: Catalogue = catalogue.EMPTY,
    chosen: Chosen = NONE_CHOSEN,
    given: Mapping[str, str] = NOTHING_GIVEN,
    sender: Sender | None = None,
) -> Reading:
    """Read one table from contents that are already open: the sheet that fits it best.

    As `read`; `rules` check the table as a whole and return further problems of its rows; `known`
    is what the criteria say of headings and years, `chosen` what a person said of headings, `given`
    of columns that the file lacks, for all of its rows; `sender` who sends the file: without it
    nobody is told of LAOs that a name alone was taken for.
    """
    sheet = max(
        contents.sheets,
        key=lambda one: headings.fit(one.rows, table, chosen),
        default=Sheet(rows=[]),
    )
    heading = headings.find(sheet.rows, table, chosen)
    if heading is None:
        return Reading(frame=_frame((), (), table), problems=_no_heading(contents, table))
    place = body.TablePlace(file=contents.file, heading=heading, table=table)
    arranged = arrange(sheet, heading, table, places, known, file=contents.file, given=given)
    rows = arranged.rows
    judged = columns.judge(rows, table, heading.written, sheet.rows[: heading.first], places)
    silent = [name for name in heading.witnesses if witnesses.is_silent(rows, name, places)]
    around = Row(places=places, today=today, sender=sender)
    surroundings = list(_surroundings(around, rows, judged.cells, table))
    typed, faults = _typed(place, rows, judged.cells, surroundings)
    frame = _frame(rows, typed, table)
    problems_of_file = [
        *contents.problems,
        *body.other_sheets(contents, sheet),
        *body.heading_problems(place, sheet, rows, silent=silent),
        *body.hidden_problems(place, sheet),
        *_unread(place, rows, places, silent),
        *map(place.told, arranged.remarks),
        *(() if rows else _no_rows(place)),
        *(_of_column(place, rows, doubt) for doubt in judged.doubts),
        *faults,
        *_by_name(place, rows, surroundings),
        *body.key_problems(place, rows, typed),
        *(() if rules is None else rules(frame, place)),
    ]
    has = {*heading.named, *(name for row in rows for name in row.cells)}
    return Reading(
        frame=frame,
        problems=_in_order(problems_of_file),
        missing=frozenset(table.columns) - has,
        provinces=_provinces_said(rows, surroundings),
    )


def _unread(
    place: body.TablePlace, rows: Sequence[DataRow], places: Places, silent: Sequence[str]
) -> Iterator[Problem]:
    """Yield the witnesses of which some cells say something, and others cannot be read."""
    for name in place.heading.witnesses:
        cells = {} if name in silent else witnesses.unread(rows, name, places)
        if cells and name in witnesses.MAY_BE_OTHERS:
            context = columns.rows_in_words(list(cells))
            fault = CellProblem(name, "witness_unread", "warning", context)
            yield place.problem(min(cells), fault, cells[min(cells)])


def _of_column(place: body.TablePlace, rows: Sequence[DataRow], doubt: columns.Doubt) -> Problem:
    fault = CellProblem(doubt.column, doubt.code, doubt.severity, doubt.context)
    first = rows[doubt.first]
    return place.problem(first.number, fault, doubt.value, first.written)


def _no_rows(place: body.TablePlace) -> Iterator[Problem]:
    severity: Severity = "warning" if place.table.may_be_empty else "error"
    yield place.remark("no_rows", severity, row=place.heading.row + 1)


def _no_heading(contents: Contents, table: Table) -> tuple[Problem, ...]:
    if any(one.severity == "error" for one in contents.problems):
        return contents.problems
    context = headings.expected(table)
    missing = Problem(file=contents.file, code="no_heading", context=context)
    return (*contents.problems, missing, *hidden_sheet_problems(contents))


def _surroundings(
    around: Row, rows: Sequence[DataRow], cells: Sequence[Mapping[str, str]], table: Table
) -> Iterator[Row]:
    """Yield what surrounds the cells of each row, from what surrounds those of the file."""
    for one, texts in zip(rows, cells, strict=True):
        yield replace(
            around,
            seen=witnesses.seen(texts, table, around.places, one.provinces),
            province_code=one.province_code,
            provinces=one.provinces,
            likely=one.likely,
            by_name=[],
            warnings=[],
        )


def _provinces_said(rows: Sequence[DataRow], surroundings: Sequence[Row]) -> dict[int, str]:
    """Return the provinces that titles above rows, or their addresses, give, by row number."""
    said = {}
    for one, row in zip(rows, surroundings, strict=True):
        left = row.seen.provinces or frozenset()
        code = row.province_code or (next(iter(left)) if len(left) == 1 else None)
        if code is not None:
            said[one.number] = code
    return said


def _by_name(
    place: body.TablePlace, rows: Sequence[DataRow], surroundings: Sequence[Row]
) -> Iterator[Problem]:
    """Yield, once, the LAOs that a name alone was taken for; those first that may be others.

    An officer is asked about those alone whose name another place of the same office bears.
    """
    found = [
        (one, row, lao)
        for one, row in zip(rows, surroundings, strict=True)
        for lao in row.by_name
        if _may_be_another(lao, row)
    ]
    if not found:
        return
    first = found[0][0]
    names = sorted(
        {(len(districts.with_a_place(lao.name_th)) == 1, lao.full_name) for _, _, lao in found}
    )
    listed = ", ".join(name for _, name in names[:_NAMED])
    more = f", … (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    column = next(name for name, one in place.table.columns.items() if one.kind == "lao")
    fault = CellProblem(column, "lao_by_name", "warning", {"n": len(names), "names": listed + more})
    yield place.problem(first.number, fault, "", first.written)


def _may_be_another(lao: Lao, row: Row) -> bool:
    own = None if row.sender is None else row.sender.provinces
    if own is None:
        return lao.lao_type not in _ONE_OF_A_NAME
    return bool((districts.with_a_place(lao.name_th) & own) - {lao.province_code})


def _typed(
    place: body.TablePlace,
    rows: Sequence[DataRow],
    cells: Sequence[Mapping[str, str]],
    surroundings: Sequence[Row],
) -> tuple[list[dict[str, Any]], list[Problem]]:
    typed: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for one, texts, row in zip(rows, cells, surroundings, strict=True):
        values, faults = validate(texts, table=place.table, row=row)
        typed.append(values)
        problems += [
            place.problem(one.number, fault, one.cells[fault.column], one.written)
            for fault in faults
        ]
    return typed, problems


def _frame(rows: Sequence[DataRow], typed: Sequence[dict[str, Any]], table: Table) -> pd.DataFrame:
    series = {
        name: pd.Series([values[name] for values in typed], dtype=column.dtype)
        for name, column in table.columns.items()
    }
    frame = pd.DataFrame(
        {**series, FILE_ROW: pd.Series([row.number for row in rows], dtype="Int64")}
    )
    if any(row.wide for row in rows):
        frame[FILE_COLUMN] = pd.Series([row.wide or None for row in rows], dtype="string")
    return frame


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    ordered = sorted(problems, key=lambda problem: problem.row or 0)
    listed, rest = ordered[:MAX_PROBLEMS], ordered[MAX_PROBLEMS:]
    if rest:
        severity: Severity = max((p.severity for p in rest), key=_ORDER.index)
        more = {"count": len(rest)}
        listed.append(
            Problem(file=rest[0].file, code="more_problems", severity=severity, context=more)
        )
    return tuple(listed)
