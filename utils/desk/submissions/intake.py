"""Sent files are read: which table each sheet holds, its rows, its problems, and conflicts."""

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
from utils.desk.store.rows import Incoming, Present, incoming, key_of, to_frame
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
    """One table in one file: a sheet of a workbook, or a whole text file. `name`: for people."""

    file: File
    name: str
    contents: Contents
    table: Table | None

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that the table is read from, None where nothing could be read."""
        sheets, table = self.contents.sheets, self.table
        if table is None:
            return sheets[0] if sheets else None
        return max(sheets, key=lambda one: headings.fit(one.rows, table), default=None)


@dataclass(frozen=True, kw_only=True)
class Read:
    """A part that was read. `rows`: by the table of record they belong to."""

    part: SentTable
    reading: Reading
    rows: dict[str, list[Incoming]]

    @property
    def missing(self) -> set[str]:
        """The columns that the file leaves out."""
        problems = self.reading.problems
        return {one.column for one in problems if one.code == "column_missing_optional"}


@dataclass(kw_only=True)
class Intake:
    """What came in: the parts that were read, and every problem, in the order of the files."""

    parts: list[SentTable] = field(default_factory=list)
    read: list[Read] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def tables(self) -> list[str]:
        """The tables of record that rows came in for."""
        return list(dict.fromkeys(name for one in self.read for name in one.rows))

    def rows(self, name: str) -> list[Incoming]:
        """Return the rows that came in for a table."""
        return [row for one in self.read for row in one.rows.get(name, ())]

    def missing(self, name: str) -> set[str]:
        """Return the columns that a file of a table leaves out."""
        return set().union(*(one.missing for one in self.read if name in one.rows))

    def name_of(self, sha256: str) -> str:
        """Return the name of a file that came in."""
        return next(one.part.name for one in self.read if one.part.file.sha256 == sha256)


def take_in(sent: Sequence[File], present: Present, load: Load, *, today: dt.date) -> Intake:
    """Read sent files against a release.

    Parameters
    ----------
    sent : sequence of File
    present : Present
        The rows of the release; what comes in of one table is seen by the next ones, so
        that an LAO and its enrolment may be sent together.
    load : Load
        The tables of the release.
    today : date
        The day in Thailand.
    """
    taken = Intake(parts=[part for file in _by_name(sent) for part in _parts(file)])
    for part in taken.parts:
        if part.table is None:
            taken.problems += part.contents.problems or recognition.unknown_table(part.contents)
    for table in _ORDER:
        for part in (one for one in taken.parts if one.table is table):
            _read(part, table, taken, _overlaid(taken, present, load), today)
    taken.problems += _conflicts(taken)
    return taken


def _by_name(sent: Sequence[File]) -> Iterator[File]:
    """Tell files of one name apart: their problems name the file alone."""
    seen: Counter[str] = Counter()
    for file in sent:
        name = PurePath(file.name.replace("\\", "/"))
        seen[name.name] += 1
        n = seen[name.name]
        yield file if n == 1 else file._replace(name=f"{name.stem} ({n}){name.suffix}")


def _parts(file: File) -> Iterator[SentTable]:
    contents = open_contents(file.content, file.name)
    if file.table is not None:
        named = schemas.ALL[file.table] if contents.sheets else None
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
    """Return contents without what the desk put into a workbook and nobody filled."""
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


def _overlaid(taken: Intake, present: Present, load: Load) -> Load:
    def loaded(name: str) -> pd.DataFrame:
        sent = taken.rows(name)
        if not sent:
            return load(name)
        made = changes.amended(name, present(name), sent)
        return to_frame(changes.result(present(name), made), name)

    return loaded


def _read(part: SentTable, table: Table, taken: Intake, load: Load, today: dt.date) -> None:
    reading = check(part.contents, table, today=today, load=load)
    taken.problems += reading.problems
    rows: dict[str, list[Incoming]] = {}
    if not reading.errors:
        sha256 = part.file.sha256
        rows = {
            name: incoming(frame, name, sha256) for name, frame in _tables(reading, table, load)
        }
    taken.read.append(Read(part=part, reading=reading, rows=rows))


def _tables(reading: Reading, table: Table, load: Load) -> Iterator[tuple[str, pd.DataFrame]]:
    if table is not schemas.AWARD_LIST:
        yield table.name, reading.frame
        return
    made = published.tables_from(reading, load("prizes"))
    yield schemas.AWARDS.name, made.awards.assign(file_row=made.awards["source_row"])
    yield schemas.AWARD_LIST_FAULTS.name, made.faults.assign(file_row=made.faults["source_row"])


def _conflicts(taken: Intake) -> Iterator[Problem]:
    """Tell rows of one key in two files: an error where they disagree, a remark where they agree.

    The later of two rows that agree is dropped.
    """
    for name in taken.tables:
        key = key_of(schemas.TABLES[name])
        first: dict[object, tuple[str, Incoming]] = {}
        for one in taken.read:
            kept = []
            for row in one.rows.get(name, ()):
                there = first.setdefault(key(row.cells), (one.part.name, row))
                if there[1] is row:
                    kept.append(row)
                else:
                    yield _conflict(one.part.name, row, *there)
            if name in one.rows:
                one.rows[name] = kept


def _conflict(name: str, row: Incoming, other: str, there: Incoming) -> Problem:
    agree = row.cells == there.cells
    return Problem(
        file=name,
        code="files_repeat" if agree else "files_conflict",
        severity="warning" if agree else "error",
        row=row.file_row,
        context={"other": other, "other_row": there.file_row},
    )
