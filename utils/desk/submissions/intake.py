"""Read sent files: which table each sheet holds, its rows, its problems, and conflicts of files."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

import pandas as pd

from utils.desk.store import changes
from utils.desk.store.files import File
from utils.desk.store.rows import (
    IncomingRow,
    Issued,
    ReadRows,
    Row,
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
from utils.tables.reading.contents import Contents, Sheet
from utils.tables.reading.files import open_contents
from utils.tables.reading.headings import NONE_CHOSEN, Chosen, Heading
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading

ByTable = Mapping[str, Chosen]
"""What a person said of headings, by the name of the table."""
NONE_SAID: Final[ByTable] = {}
# Tables in the order they are read in: a province may name a cluster or an office sent with it.
_ORDER: Final = tuple(dict.fromkeys([schemas.CLUSTERS, schemas.OFFICES, *schemas.ALL.values()]))


@dataclass(frozen=True, kw_only=True)
class SentTable:
    """One table in one file: a sheet of a workbook, or a whole text file.

    `name`: as people see it: "form.xlsx [1 Enrolment]". `table`: None where no table fits.
    `chosen`: what the sender said of its headings.
    """

    file: File
    name: str
    contents: Contents
    table: Table | None
    chosen: Chosen = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that the table is read from; None where the file could not be opened."""
        sheets, table = self.contents.sheets, self.table
        if table is None:
            return sheets[0] if sheets else None
        return max(sheets, key=lambda one: headings.fit(one.rows, table, self.chosen), default=None)

    @property
    def heading(self) -> Heading | None:
        """The heading of the table; None where the file has none that is known."""
        if self.sheet is None or self.table is None:
            return None
        return headings.find(self.sheet.rows, self.table, self.chosen)


@dataclass(frozen=True, kw_only=True)
class ReadTable:
    """A table as it was read. `rows`: by the table of record that they belong to.

    `faulty`: the rows of a table with errors, as far as they are known; they go nowhere, but whose
    they are is looked at all the same.
    """

    part: SentTable
    reading: Reading
    rows: dict[str, list[IncomingRow]]
    faulty: list[IncomingRow] = field(default_factory=list)


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
        return set().union(*(one.reading.missing for one in self.read_tables if name in one.rows))

    def read_in(self, name: str, row: Row) -> ReadTable:
        """Return the table that a row of a table of record was read in: a file may hold several."""
        key = key_of(schemas.TABLES[name])
        own = [
            one
            for one in self.read_tables
            if one.part.file.sha256 == row.file_sha256 and name in one.rows
        ]
        found = (
            one
            for one in own
            for sent in one.rows[name]
            if sent.file_row == row.file_row and key(sent.cells) == key(row.cells)
        )
        return next(found, own[0])


def take_in(  # noqa: PLR0913 all but three have names
    sent: Sequence[File],
    read_rows: ReadRows,
    load: Load,
    *,
    issued: Issued,
    today: dt.date,
    chosen: ByTable = NONE_SAID,
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
    chosen : mapping, optional
        What the sender said of headings that are not known, by table.
    """
    intake = Intake(parts=[part for file in _by_name(sent) for part in _parts(file, chosen)])
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


def _parts(file: File, chosen: ByTable) -> Iterator[SentTable]:
    contents = open_contents(file.content, file.name)
    # A draft may wait for longer than its table is declared.
    named = None if file.table is None else schemas.ALL.get(file.table)
    if file.table is not None and named is None:
        yield SentTable(file=file, name=contents.file, contents=contents, table=None)
        return
    said = {
        key: column
        for by_heading in chosen.values()
        for key, column in by_heading.items()
        if column
    }
    of_table = said if named is None else chosen.get(named.name, NONE_CHOSEN)
    for part in recognition.parts(contents, named=named, chosen=of_table):
        table = next(iter(part.tables), None)
        own = NONE_CHOSEN if table is None else chosen.get(table.name, NONE_CHOSEN)
        yield SentTable(
            file=file, name=part.contents.file, contents=part.contents, table=table, chosen=own
        )


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
    reading = check(part.contents, table, today=today, load=load, chosen=part.chosen)
    intake.problems += reading.problems
    sha256 = part.file.sha256
    rows: dict[str, list[IncomingRow]] = {}
    faulty: list[IncomingRow] = []
    if reading.errors:
        faulty = from_frame(reading.frame, table.name, sha256)
    else:
        rows = {
            name: from_frame(frame, name, sha256)
            for name, frame in _tables(reading, table, load, issued)
        }
    intake.read_tables.append(ReadTable(part=part, reading=reading, rows=rows, faulty=faulty))


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
