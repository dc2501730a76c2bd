"""Rows that differ between two states of the tables, in words: which row, and each cell of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, NamedTuple

import pandas as pd

from utils.desk.store.releases import Source
from utils.desk.store.rows import Row
from utils.desk.store.scope import LAO_FIELD, YEAR_FIELD
from utils.desk.submissions.compare import ChangeKind, Difference
from utils.desk.submissions.questions import Question
from utils.figures import thai_order
from utils.tables.declared import schemas
from utils.tables.declared.columns import Column, Table
from utils.tables.declared.schemas import Load
from utils.tables.reading.cells import PROVINCE_FIELD
from utils.words import Words

_UNKNOWN: Final = "–"


class Home(NamedTuple):
    """Where an LAO is, and its name with type and province."""

    province_code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Names:
    """The names that rows are told by: of LAOs by id, of provinces by code, of files by SHA-256.

    `homes`: the LAOs, by id, that had not merged into another in the first of the states, as they
    were called there.
    """

    words: Words
    laos: Mapping[str, str]
    provinces: Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, Home] = field(default_factory=dict)

    @classmethod
    def of(cls, states: Sequence[Load], sources: Iterable[Source], words: Words) -> Names:
        """Return the names of some states of the tables; of two names, that of the last state.

        `sources`: the files that rows may come from.
        """
        files = {source.sha256: source.file_name for source in sources}
        provinces: dict[str, str] = {}
        laos: dict[str, str] = {}
        homes: dict[str, Home] = {}
        for load in states:
            named = load("provinces")[["province_code", f"name_{words.lang}"]]
            provinces.update(named.itertuples(index=False, name=None))
        for at, load in enumerate(states):
            register = load("municipalities")
            merged = set(register.loc[register["merged_into"].notna(), "lao_id"])
            rows = register[["lao_id", "lao_type", "name_th", "province_code"]]
            for lao, kind, name, code in rows.itertuples(index=False, name=None):
                laos[lao] = f"{kind}{name} ({provinces.get(code, code)})"
                if at == 0 and lao not in merged:
                    homes[lao] = Home(code, laos[lao])
        return cls(words=words, laos=laos, provinces=provinces, files=files, homes=homes)

    def present_in(self, province_code: str) -> list[str]:
        """Return the LAOs of a province, by id, in the order of their names."""
        here = [lao for lao, one in self.homes.items() if one.province_code == province_code]
        return sorted(here, key=lambda lao: thai_order.key(self.homes[lao].name))

    def cell(self, value: object, column: Column) -> str:
        """Return a cell in words; one that is not known is a dash."""
        if value is None:
            return _UNKNOWN
        if column.choices:
            return {one.code: one.label(self.words.lang) for one in column.choices}.get(
                str(value), str(value)
            )
        if column.kind == "lao":
            return self.laos.get(str(value), str(value))
        if column.kind == "province":
            return self.provinces.get(str(value), str(value))
        if column.kind == "flag":
            return self.words("answer.yes" if value else "answer.no")
        return f"{value:g}" if column.kind == "number" else str(value)

    def row(self, name: str, row: Row) -> str:
        """Return what a row is about: its LAO with type and province, its year, what it says.

        An identifier of our own comes last: it tells the row, and says nothing to a reader.
        """
        table = schemas.TABLES[name]
        values = dict(zip(table.columns, row.cells, strict=True))
        parts = _Parts(table, values, self)
        return " · ".join(dict.fromkeys(filter(None, [*parts.whose(), *parts.what(), parts.key()])))


class _Parts(NamedTuple):
    """The parts of what a row is called. `values`: its cells by column."""

    table: Table
    values: Mapping[str, Any]
    names: Names

    def whose(self) -> list[str]:
        """Return its LAO, or else its province, and its fiscal year."""
        parts = []
        if self.table is schemas.MUNICIPALITIES:
            code = self.values[PROVINCE_FIELD]
            full_name = f"{self.values['lao_type']}{self.values['name_th']}"
            parts.append(f"{full_name} ({self.names.provinces.get(code, code)})")
        elif self.values.get(LAO_FIELD):
            parts.append(self._cell(LAO_FIELD))
        elif self.values.get(PROVINCE_FIELD):
            parts.append(self._cell(PROVINCE_FIELD))
        if self.values.get(YEAR_FIELD):
            parts.append(self.names.words("desk_row.year", year=self.values[YEAR_FIELD]))
        return parts

    def what(self) -> list[str]:
        """Return what else tells the row, by its key and by what it is about."""
        told = {LAO_FIELD, PROVINCE_FIELD, YEAR_FIELD, *self._own()}
        if self.table is schemas.MUNICIPALITIES:
            told |= {"lao_type", "name_th"}
        rest = dict.fromkeys((*self.table.key, *self.table.about))
        return [
            self._cell(name) for name in rest if name not in told and self.values[name] is not None
        ]

    def key(self) -> str:
        """Return the identifier of our own; empty where the key is what a row says."""
        known = (self.values[name] for name in self._own())
        return " ".join(str(value) for value in known if value is not None)

    def _own(self) -> list[str]:
        return [name for name in self.table.key if self.table.columns[name].kind == "code"]

    def _cell(self, name: str) -> str:
        return self.names.cell(self.values[name], self.table.columns[name])


class CellChange(NamedTuple):
    """One cell that differs, in words; before or after is None where the row is not there."""

    column: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        """Return the cell in one line: its heading, then old → new, or what there is of both."""
        states = [one for one in (self.before, self.after) if one is not None]
        return f"{self.column}: {' → '.join(states)}"


@dataclass(frozen=True, kw_only=True)
class DifferingRow:
    """One row that differs, to be told in words; each part is worked out when it is asked for."""

    difference: Difference
    names: Names

    @cached_property
    def about(self) -> str:
        """Which row it is; of one that becomes another, as it was."""
        return self.names.row(self.difference.table, self._state)

    @cached_property
    def cells(self) -> tuple[CellChange, ...]:
        """The cells that differ; of a row added or removed, those that are known."""
        one = self.difference
        columns = schemas.TABLES[one.table].columns.values()
        before, after = (
            None if state is None else state.cells for state in (one.before, one.after)
        )
        changed = []
        for at, column in enumerate(columns):
            states = [None if cells is None else cells[at] for cells in (before, after)]
            if states[0] == states[1]:
                continue
            told = [
                None if cells is None else self.names.cell(value, column)
                for cells, value in zip((before, after), states, strict=True)
            ]
            changed.append(CellChange(column.title(self.names.words.lang), *told))
        return tuple(changed)

    @property
    def cells_beside_name(self) -> tuple[CellChange, ...]:
        """The cells that differ; of a row added or removed, those that its name does not tell."""
        if self.difference.what == "changed":
            return self.cells
        table = schemas.TABLES[self.difference.table]
        told = {LAO_FIELD, PROVINCE_FIELD, YEAR_FIELD, *table.key, *table.about}
        titles = {
            table.columns[name].title(self.names.words.lang) for name in told & set(table.columns)
        }
        return tuple(cell for cell in self.cells if cell.column not in titles)

    @property
    def facts(self) -> dict[str, object]:
        """What it is, by the headings of the tables in which it is told: kind, table, province."""
        one, words = self.difference, self.names.words
        codes = [self.names.provinces.get(code, code) for code in one.provinces]
        return {
            words("history.what"): words(f"desk.what.{one.what}"),
            words("history.table"): schemas.TABLES[one.table].title(words.lang),
            words("filter.province"): ", ".join(codes),
            words("history.key"): self.about,
        }

    @property
    def origin(self) -> dict[str, object]:
        """What it means, and the file and row it comes from."""
        words, state = self.names.words, self._state if self._new is None else self._new
        return {
            words("history.meaning"): words(f"desk.meaning.{self.difference.meaning}"),
            words("history.file"): self.names.files.get(state.file_sha256, state.file_sha256),
            words("history.file_row"): state.file_row,
            "SHA-256": state.file_sha256,  # two files may have one name
        }

    @property
    def _new(self) -> Row | None:
        return self.difference.after

    @property
    def _state(self) -> Row:
        state = self.difference.before or self.difference.after
        if state is None:
            raise ValueError("a row that differs is in one of two states at least")
        return state


def rows_of(differences: Iterable[Difference], names: Names) -> list[DifferingRow]:
    """Return the rows that differ: what is removed first, then changed, then added; by province."""
    order = {"removed": 0, "changed": 1, "added": 2}
    tables = list(schemas.TABLES)
    ordered = sorted(
        differences,
        key=lambda one: (tables.index(one.table), order[one.what], one.provinces),
    )
    return [DifferingRow(difference=one, names=names) for one in ordered]


class AskedRow(NamedTuple):
    """A row that the sender is asked about, and the same to be told in words."""

    question: Question
    row: DifferingRow


def asked(question: Question, names: Names) -> AskedRow:
    """Return a question with its row in words: what would be removed, or become another."""
    what: ChangeKind = "changed"
    if question.after is None or question.before is None:
        what = "removed" if question.after is None else "added"
    difference = Difference(
        table=question.table,
        what=what,
        meaning="correction",
        provinces=(),
        before=question.before,
        after=question.after,
    )
    return AskedRow(question, DifferingRow(difference=difference, names=names))


def frame(rows: Sequence[DifferingRow], words: Words) -> pd.DataFrame:
    """Return a line for each row: its kind, name, cells "old → new", table, province and origin.

    Columns are headed in words. Of a row added or removed, what its name says is not said again.
    """
    first = [words(heading) for heading in ("history.what", "history.key", "desk_row.cells")]
    lines = [
        {**one.facts, first[-1]: " · ".join(map(str, one.cells_beside_name)), **one.origin}
        for one in rows
    ]
    table = pd.DataFrame(lines)
    return table[[*first, *table.columns.drop(first)]] if lines else table


def cell_frame(rows: Sequence[DifferingRow], words: Words) -> pd.DataFrame:
    """Return a line for each cell that differs, for a spreadsheet: as `frame`, old and new apart.

    Headed in words; the old value of a row added, and the new one of a row removed, are empty.
    """
    column, before, after = (
        words("desk_row.column"),
        words("history.before"),
        words("history.after"),
    )
    return pd.DataFrame(
        {**one.facts, column: cell.column, before: cell.before, after: cell.after, **one.origin}
        for one in rows
        for cell in one.cells
    )
