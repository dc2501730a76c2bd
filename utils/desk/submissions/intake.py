"""Read sent files: which table each sheet holds, its rows, its problems, and conflicts of files."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Final

import pandas as pd

from utils.desk.store import changes
from utils.desk.store.files import File
from utils.desk.store.rows import (
    IncomingRow,
    Issued,
    ReadRows,
    from_frame,
    key_of,
    to_frame,
)
from utils.tables import published
from utils.tables.check import check
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.declared.schemas import Load
from utils.tables.reading import headings, recognition
from utils.tables.reading.contents import GUIDE_SHEET, OWN_SHEETS, Contents, Sheet
from utils.tables.reading.files import open_contents
from utils.tables.reading.normalise import tidy
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading

# Tables in the order they are read in: a province may name a cluster or an office sent with it.
_ORDER: Final = tuple(dict.fromkeys([schemas.CLUSTERS, schemas.OFFICES, *schemas.ALL.values()]))


@dataclass(frozen=True, kw_only=True)
class SentTable:
    """One table in one file: a sheet of a workbook, or a whole text file.

    `name`: as people see it: "form.xlsx [1 Enrolment]". `table`: None where no table fits.
    """

    file: File
    name: str
    contents: Contents
    table: Table | None

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that the table is read from; None where the file could not be opened."""
        sheets, table = self.contents.sheets, self.table
        if table is None:
            return sheets[0] if sheets else None
        return max(sheets, key=lambda one: headings.fit(one.rows, table), default=None)


@dataclass(frozen=True, kw_only=True)
class ReadTable:
    """A table as it was read. `rows`: by the table of record that they belong to."""

    part: SentTable
    reading: Reading
    rows: dict[str, list[IncomingRow]]

    @property
    def missing(self) -> set[str]:
        """The columns that the file leaves out."""
        problems = self.reading.problems
        return {one.column for one in problems if one.code == "column_missing_optional"}


@dataclass(kw_only=True)
class Intake:
    """The sent tables, those that were read, and every problem, in the order of the files."""

    parts: list[SentTable] = field(default_factory=list)
    read_tables: list[ReadTable] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def tables(self) -> list[str]:
        """The names of the tables of record that rows were sent for."""
        return list(dict.fromkeys(name for one in self.read_tables for name in one.rows))

    def rows(self, name: str) -> list[IncomingRow]:
        """Return the rows sent for a table."""
        return [row for one in self.read_tables for row in one.rows.get(name, ())]

    def missing(self, name: str) -> set[str]:
        """Return the columns that some file of a table leaves out."""
        return set().union(*(one.missing for one in self.read_tables if name in one.rows))

    def name_of(self, sha256: str) -> str:
        """Return the name of a sent file, by its SHA-256."""
        return next(one.part.name for one in self.read_tables if one.part.file.sha256 == sha256)


def take_in(
    sent: Sequence[File], read_rows: ReadRows, load: Load, *, issued: Issued, today: dt.date
) -> Intake:
    """Read sent files against a release.

    Parameters
    ----------
    sent : sequence of File
    read_rows : ReadRows
        The rows of the release. Rows sent of one table count for the tables read after it, so that
        an LAO and its enrolment may be sent together.
    load : Load
        Loads the tables of the release.
    issued : Issued
        The identifiers ever given.
    today : date
        The day in Thailand.
    """
    intake = Intake(parts=[part for file in _by_name(sent) for part in _parts(file)])
    for part in intake.parts:
        if part.table is None:
            intake.problems += part.contents.problems or recognition.unknown_table(part.contents)
    for table in _ORDER:
        for part in (one for one in intake.parts if one.table is table):
            overlaid = _overlaid(intake, read_rows, load)
            _read(part, table, intake, overlaid, issued=issued, today=today)
    intake.problems += _conflicts(intake)
    return intake


def _by_name(sent: Sequence[File]) -> Iterator[File]:
    """Give files of the same name different ones: problems name nothing but the file."""
    counts: Counter[str] = Counter()
    for file in sent:
        name = PurePath(file.name.replace("\\", "/"))
        counts[name.name] += 1
        n = counts[name.name]
        yield file if n == 1 else file._replace(name=f"{name.stem} ({n}){name.suffix}")


def _parts(file: File) -> Iterator[SentTable]:
    contents = open_contents(file.content, file.name)
    if file.table is not None:
        # A draft may wait for longer than its table is declared.
        named = schemas.ALL.get(file.table) if contents.sheets else None
        yield SentTable(file=file, name=contents.file, contents=contents, table=named)
        return
    contents = _to_read(contents)
    sheets = [replace(contents, sheets=(sheet,)) for sheet in contents.sheets]
    fitting = [one for one in sheets if recognition.candidates(one)]
    if len(fitting) <= 1:
        fitting = [contents]
    for one in fitting:
        name = one.file if one is contents else f"{one.file} [{one.sheets[0].name}]"
        likely = next(iter(recognition.candidates(one)), None)
        yield SentTable(file=file, name=name, contents=replace(one, file=name), table=likely)


def _to_read(contents: Contents) -> Contents:
    """Return contents without the desk's own sheets, and without those of its form left empty."""
    names = {sheet.name for sheet in contents.sheets}
    rest = [
        sheet
        for sheet in contents.sheets
        if sheet.name not in OWN_SHEETS
        or recognition.candidates(replace(contents, sheets=(sheet,)))
    ]
    filled = [sheet for sheet in rest if GUIDE_SHEET not in names or _is_filled(sheet, contents)]
    return replace(contents, sheets=tuple(filled or rest))


def _is_filled(sheet: Sheet, contents: Contents) -> bool:
    likely = next(iter(recognition.candidates(replace(contents, sheets=(sheet,)))), None)
    heading = None if likely is None else headings.find(sheet.rows, likely)
    return heading is None or any(any(map(tidy, row)) for row in sheet.rows[heading.row + 1 :])


def _overlaid(intake: Intake, read_rows: ReadRows, load: Load) -> Load:
    def loaded(name: str) -> pd.DataFrame:
        sent = intake.rows(name)
        if not sent:
            return load(name)
        change = changes.amended(name, read_rows(name), sent)
        return to_frame(changes.result(read_rows(name), change), name)

    return loaded


def _read(  # noqa: PLR0913 all but four have names
    part: SentTable,
    table: Table,
    intake: Intake,
    load: Load,
    *,
    issued: Issued,
    today: dt.date,
) -> None:
    reading = check(part.contents, table, today=today, load=load)
    intake.problems += reading.problems
    rows: dict[str, list[IncomingRow]] = {}
    if not reading.errors:
        sha256 = part.file.sha256
        rows = {
            name: from_frame(frame, name, sha256)
            for name, frame in _tables(reading, table, load, issued)
        }
    intake.read_tables.append(ReadTable(part=part, reading=reading, rows=rows))


def _tables(
    reading: Reading, table: Table, load: Load, issued: Issued
) -> Iterator[tuple[str, pd.DataFrame]]:
    if table is not schemas.AWARD_LIST:
        yield table.name, reading.frame
        return
    listed = published.tables_from(reading, load("prizes"))
    known = published.identified(
        listed, load(schemas.AWARDS.name), issued(schemas.AWARDS.name, "award_id")
    )
    yield schemas.AWARDS.name, known.awards.assign(file_row=listed.awards["source_row"])
    yield (
        schemas.AWARD_LIST_FAULTS.name,
        known.faults.assign(file_row=listed.faults["source_row"]),
    )


def _conflicts(intake: Intake) -> Iterator[Problem]:
    """Yield rows of one key in two files: an error where they disagree, a warning where they agree.

    The later of two rows that agree is dropped.
    """
    for name in intake.tables:
        key = key_of(schemas.TABLES[name])
        first: dict[object, tuple[str, IncomingRow]] = {}
        for one in intake.read_tables:
            rows = []
            for row in one.rows.get(name, ()):
                earlier = first.setdefault(key(row.cells), (one.part.name, row))
                if earlier[1] is row:
                    rows.append(row)
                else:
                    yield _conflict(one.part.name, row, *earlier)
            if name in one.rows:
                one.rows[name] = rows


def _conflict(name: str, row: IncomingRow, other: str, earlier: IncomingRow) -> Problem:
    agree = row.cells == earlier.cells
    return Problem(
        file=name,
        code="files_repeat" if agree else "files_conflict",
        severity="warning" if agree else "error",
        row=row.file_row,
        context={"other": other, "other_row": earlier.file_row},
    )
