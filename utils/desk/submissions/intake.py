"""Read sent files: which table each sheet holds, its rows, its problems, and conflicts of files."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
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
    Row,
    from_frame,
    key_of,
    to_frame,
)
from utils.desk.store.scope import LAO_FIELD
from utils.desk.submissions import new_laos
from utils.desk.submissions.questions import Answers, Question
from utils.tables import published
from utils.tables.check import check
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.declared.schemas import Load
from utils.tables.places import index_places
from utils.tables.reading import guesses, headings, recognition
from utils.tables.reading.cells import EVERYBODY, Sender
from utils.tables.reading.contents import Contents, Sheet
from utils.tables.reading.files import open_contents
from utils.tables.reading.headings import NONE_CHOSEN, Chosen, Heading
from utils.tables.reading.normalise import spelling_key
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import FILE_ROW, Reading
from utils.words import LANGS

ByTable = Mapping[str, Chosen]
"""What a person said of headings, by the name of the table."""
OF_THE_WHOLE: Final = "="
"""Begins the keys of what a person said of all rows of a file, not of a heading."""
NAMED: Final = "*"
"""Stands in place of a table: there, files are known by their headings, as which table each is."""
ANSWERS: Final = "open-year-"
"""Begins the names of the files that answers at the desk become: they add and amend, always."""
# Tables in the order they are read in: a province may name a cluster or an office sent with it.
_REGISTER: Final = schemas.MUNICIPALITIES.name
_ORDER: Final = tuple(dict.fromkeys([schemas.CLUSTERS, schemas.OFFICES, *schemas.ALL.values()]))


@dataclass(frozen=True, kw_only=True)
class SentTable:
    """One table in one file: a sheet of a workbook, or a whole text file.

    `name`: as people see it: "form.xlsx [1 Enrolment]". `table`: None where no table fits.
    `chosen`: what the sender said of its headings; `given`: of columns that it lacks.
    `others`: the tables that it fits as well as this one.
    """

    file: File
    name: str
    contents: Contents
    table: Table | None
    chosen: Chosen = field(default_factory=dict)
    given: Chosen = field(default_factory=dict)
    others: tuple[Table, ...] = ()

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
    they are is looked at all the same. `sound`: those of them without an error, as `rows`.
    """

    part: SentTable
    reading: Reading
    rows: dict[str, list[IncomingRow]]
    faulty: list[IncomingRow] = field(default_factory=list)
    sound: dict[str, list[IncomingRow]] = field(default_factory=dict)


@dataclass(kw_only=True)
class Intake:
    """The sent tables, those that were read, and every problem, in the order of the files.

    `proposed`: rows for the register of LAOs that the files name; `questions`: about them.
    """

    parts: list[SentTable] = field(default_factory=list)
    read_tables: list[ReadTable] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    proposed: list[IncomingRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def tables(self) -> list[str]:
        """The names of the tables of record that rows were sent for, or are proposed for."""
        sent = [name for one in self.read_tables for name in one.rows]
        return list(dict.fromkeys([*sent, *([_REGISTER] if self.proposed else [])]))

    def sends(self, name: str) -> bool:
        """Tell whether rows were sent for a table, not proposed alone."""
        return any(name in one.rows for one in self.read_tables)

    def rows(self, name: str) -> list[IncomingRow]:
        """Return the rows sent for a table, and those proposed for it."""
        sent = [row for one in self.read_tables for row in one.rows.get(name, ())]
        return [*sent, *self.proposed] if name == _REGISTER else sent

    def missing(self, name: str) -> set[str]:
        """Return the columns that some file of a table leaves out."""
        return set().union(*(one.reading.missing for one in self.read_tables if name in one.rows))

    def is_answered(self, name: str) -> bool:
        """Tell whether all rows of a table come from answers at the desk."""
        files = [one.part.file for one in self.read_tables if name in one.rows]
        return all(file.name.startswith(ANSWERS) for file in files)

    def read_in(self, name: str) -> Callable[[Row], ReadTable]:
        """Return a function that gives the table that a row of a table of record was read in.

        A file may hold several; a row that was proposed stands in a table of another name.
        """
        key = key_of(schemas.TABLES[name])
        tables: dict[tuple[object, ...], ReadTable] = {}
        by_file: dict[str, ReadTable] = {}
        for one in sorted(self.read_tables, key=lambda one: name not in one.rows):
            by_file.setdefault(one.part.file.sha256, one)
            for row in one.rows.get(name, ()):
                tables.setdefault((row.file_sha256, row.file_row, key(row.cells)), one)

        def of_row(row: Row) -> ReadTable:
            place = (row.file_sha256, row.file_row, key(row.cells))
            return tables.get(place) or by_file[row.file_sha256]

        return of_row


@dataclass(frozen=True)
class Against:
    """What sent files are read against.

    `read_rows`, `load`: rows and tables of a release. `issued`: the identifiers ever given.
    `answers`: what the sender has said of single rows; `chosen`: of headings that are not known, by
    table. `today`: the day in Thailand. `sender`: the provinces that the sender answers for.
    """

    read_rows: ReadRows
    load: Load
    issued: Issued
    answers: Answers
    today: dt.date
    chosen: ByTable = field(default_factory=dict)
    sender: Sender = EVERYBODY


def take_in(sent: Sequence[File], against: Against) -> Intake:
    """Read sent files against a release.

    Rows sent of one table count for the tables read after it, so that an LAO and its enrolment may
    be sent together; an LAO that the register lacks is proposed for it (`new_laos`).
    """
    intake = Intake(
        parts=[part for file in _by_name(sent) for part in _parts(file, against.chosen)]
    )
    for part in intake.parts:
        if part.table is None:
            intake.problems += part.contents.problems or recognition.unknown_table(part.contents)
    for table in _ORDER:
        for part in (one for one in intake.parts if one.table is table):
            _read(part, table, intake, against)
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
        for table, by_heading in chosen.items()
        for key, column in by_heading.items()
        if table != NAMED
        if column and not key.startswith(OF_THE_WHOLE)
    }
    named = named or _remembered(contents, chosen)
    of_table = said if named is None else chosen.get(named.name, NONE_CHOSEN)
    for part in recognition.parts(contents, named=named, chosen=of_table):
        table = next(iter(part.tables), None)
        own = NONE_CHOSEN if table is None else chosen.get(table.name, NONE_CHOSEN)
        yield SentTable(
            file=file,
            name=part.contents.file,
            contents=part.contents,
            table=table,
            chosen=own,
            given=_given(part.contents.file, table, own),
            others=() if named else recognition.as_likely(part.contents, of_table),
        )


def signatures(contents: Contents) -> set[str]:
    """Return what the sheets of a file share with those of the next file of that kind."""
    return {guesses.signature(sheet.rows) for sheet in contents.sheets} - {""}


def _remembered(contents: Contents, chosen: ByTable) -> Table | None:
    """Return the table that the sender, or the office, named for a file of these headings."""
    named = chosen.get(NAMED, NONE_CHOSEN)
    names = {named.get(one, "") for one in signatures(contents)} if named else set()
    return schemas.ALL.get(names.pop()) if len(names) == 1 else None


def whole_key(part: str, column: str) -> str:
    """Return the key under which the value of a column for all rows of a part is kept.

    It is kept among the choices of headings; no heading has such a key.
    """
    return f"{OF_THE_WHOLE}{column}{OF_THE_WHOLE}{spelling_key(part)}"


def _given(part: str, table: Table | None, chosen: Chosen) -> Chosen:
    names = () if table is None else table.columns
    keys = {name: whole_key(part, name) for name in names}
    return {name: chosen[key] for name, key in keys.items() if key in chosen}


def _overlaid(intake: Intake, against: Against) -> Load:
    def loaded(name: str) -> pd.DataFrame:
        if not intake.rows(name):
            return against.load(name)
        return to_frame(_rows_so_far(name, intake, against), name)

    return loaded


def _rows_so_far(name: str, intake: Intake, against: Against) -> list[Row]:
    """Return the rows of a table as they would be by what was read so far."""
    stored = against.read_rows(name)
    return changes.result(stored, changes.amended(name, stored, intake.rows(name)))


def _read(part: SentTable, table: Table, intake: Intake, against: Against) -> None:
    load = _overlaid(intake, against)
    reading = _checked(part, table, load, against)
    if _propose(part, table, reading, intake, against):
        load = _overlaid(intake, against)
        reading = _checked(part, table, load, against)
    intake.problems += [*_guessed(part, table), *reading.problems]
    sha256, is_sound = part.file.sha256, not reading.errors
    sound = reading if is_sound else _without_errors(reading)
    rows: dict[str, list[IncomingRow]] = {}
    if is_sound or not sound.frame.empty:
        rows = {
            name: from_frame(frame, name, sha256)
            for name, frame in _tables(sound, table, load, against.issued)
        }
    one = ReadTable(part=part, reading=reading, rows=rows)
    if not is_sound:
        faulty = from_frame(reading.frame, table.name, sha256)
        one = replace(one, rows={}, faulty=faulty, sound=rows)
    intake.read_tables.append(one)


def _without_errors(reading: Reading) -> Reading:
    """Return a reading of the rows without an error; of none where an error is of no one row."""
    wrong = {one.row for one in reading.errors}
    if None in wrong:
        return replace(reading, frame=reading.frame.iloc[0:0])
    return replace(reading, frame=reading.frame[~reading.frame[FILE_ROW].isin(wrong)])


def _guessed(part: SentTable, table: Table) -> Iterator[Problem]:
    """Yield that a file may be another table, where nothing tells which."""
    if part.others:
        titles = {
            f"{what}_{lang}": ", ".join(one.title(lang) for one in tables)
            for lang in LANGS
            for what, tables in (("table", [table]), ("others", part.others))
        }
        yield Problem(file=part.name, code="table_guessed", severity="warning", context=titles)


def _checked(part: SentTable, table: Table, load: Load, against: Against) -> Reading:
    return check(
        part.contents,
        table,
        today=against.today,
        load=load,
        chosen=part.chosen,
        given=part.given,
        sender=against.sender,
    )


def _propose(
    part: SentTable, table: Table, reading: Reading, intake: Intake, against: Against
) -> bool:
    """Propose the LAOs that a table names and the register lacks; tell whether there are any."""
    if LAO_FIELD not in table.columns or table is schemas.MUNICIPALITIES:
        return False
    places = index_places(against.load("provinces"))
    named = list(new_laos.candidates(reading, part.sheet, part.heading, places))
    proposals = new_laos.propose(
        named,
        _rows_so_far(_REGISTER, intake, against) if named else (),
        issued=against.issued(_REGISTER, LAO_FIELD) if named else (),
        answers=against.answers,
        sha256=part.file.sha256,
    )
    intake.questions += proposals.questions
    intake.proposed += proposals.rows
    return bool(proposals.rows)


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
