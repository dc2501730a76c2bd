"""Compare two states of the tables: which rows differ, in which provinces, what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

import pandas as pd
from sqlalchemy import Engine

from utils.desk.store import changes, store
from utils.desk.store.changes import Changes
from utils.desk.store.releases import Release
from utils.desk.store.rows import Row, StoredRow, stored_rows, to_frame
from utils.desk.store.scope import provinces_by_lao, provinces_of
from utils.desk.submissions import effect
from utils.desk.submissions.effect import Effect
from utils.measures.changes import meaning as changes_meaning
from utils.measures.changes.meaning import Meaning
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, RuleCode
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load

ChangeKind = Literal["added", "changed", "removed"]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One row that differs. `provinces`: codes, empty where the row belongs to none.

    `before`, `after`: the row in each state, None where that state does not have it.
    """

    table: str
    what: ChangeKind
    meaning: Meaning
    provinces: tuple[str, ...]
    before: Row | None
    after: Row | None


@dataclass(frozen=True, kw_only=True)
class Headline:
    """The headline of one state of the tables: provinces counted, between their bounds.

    `states`: from `utils.measures.coverage.coverage.by_province`, which it counts.
    """

    question: Question
    bounds: Bounds
    states: pd.DataFrame = field(compare=False)


@dataclass(frozen=True, kw_only=True)
class TableDifferences:
    """What differs between two states. `unchanged`: how many sent rows are as before, by table.

    `effects`: what it does to the headline of each changed table's own subject. `states`: load the
    tables before and after.
    """

    differences: tuple[Difference, ...]
    unchanged: Mapping[str, int]
    before: tuple[Headline, ...]
    after: tuple[Headline, ...]
    effects: tuple[Effect, ...]
    states: tuple[Load, Load] = field(compare=False)

    @property
    def moves_coverage(self) -> bool:
        """Whether a table changes that coverage is counted from; enrolments move steps alone."""
        return "coverage" in effect.subjects(self.tables)

    @property
    def tables(self) -> dict[str, Counter[tuple[ChangeKind, Meaning]]]:
        """How many rows differ in each table, by the kind of change and its meaning."""
        counts: dict[str, Counter[tuple[ChangeKind, Meaning]]] = {}
        for one in self.differences:
            counts.setdefault(one.table, Counter())[one.what, one.meaning] += 1
        return counts

    @property
    def provinces(self) -> dict[str, Counter[tuple[ChangeKind, Meaning]]]:
        """How many rows differ in each province, by its code; those of no province under ""."""
        counts: dict[str, Counter[tuple[ChangeKind, Meaning]]] = {}
        for one in self.differences:
            for code in one.provinces or ("",):
                counts.setdefault(code, Counter())[one.what, one.meaning] += 1
        return dict(sorted(counts.items()))


def releases(engine: Engine, earlier: Release, later: Release) -> TableDifferences:
    """Compare two releases, in either order."""
    names = sorted(earlier.since.keys() | later.since.keys())
    table_changes: dict[str, Changes] = {}
    with engine.connect() as connection:
        register_rows = [
            row
            for number in (earlier.number, later.number)
            for row in stored_rows(connection, "municipalities", number)
        ]
        for name in (one for one in names if earlier.since.get(one) != later.since.get(one)):
            before = stored_rows(connection, name, earlier.number)
            after = [row.as_incoming() for row in stored_rows(connection, name, later.number)]
            table_changes[name] = changes.replaced(name, before, after)
    first, second = (partial(store.table, shown=one, engine=engine) for one in (earlier, later))
    return _comparison(first, second, table_changes, register_rows)


def with_changes(
    engine: Engine, at: Release, table_changes: Mapping[str, Changes], load: Load
) -> TableDifferences:
    """Compare a release with what changes would make of it; `load`: loads the tables after them."""
    with engine.connect() as connection:
        register_rows: list[Row] = list(stored_rows(connection, "municipalities", at.number))
    register_rows += table_changes.get("municipalities", Changes()).begun()
    published = partial(store.table, shown=at, engine=engine)
    return _comparison(published, load, table_changes, register_rows)


def rows_alone(
    engine: Engine, at: Release, table_changes: Mapping[str, Changes], load: Load
) -> list[Difference]:
    """Return the rows that changes of a release would alter, without what that does to headlines.

    `load`: loads the tables with names for what the rows refer to.
    """
    with engine.connect() as connection:
        register_rows: list[Row] = list(stored_rows(connection, "municipalities", at.number))
    register_rows += table_changes.get("municipalities", Changes()).begun()
    published = partial(store.table, shown=at, engine=engine)
    return _all_differences(published, load, table_changes, register_rows)


def headlines(load: Load, years: Collection[int] = ()) -> tuple[Headline, ...]:
    """Return the headlines by the default rule and by the rule nearest to the cabinet resolution.

    Both are for the last year with a complete list: the two numbers that the overview opens with.
    `years`: fiscal years (B.E.) that come after them, each once.
    """
    record = Record.of(load)
    rules: tuple[RuleCode, ...] = ("b", "d")
    questions = [
        Question(rule=rule, fiscal_year_be=year)
        for year in (record.last_year_be, *years)
        for rule in rules
    ]
    counted = [coverage_coverage.by_province(record, one) for one in questions]
    return tuple(
        Headline(question=question, bounds=coverage_coverage.headline(states), states=states)
        for question, states in zip(questions, counted, strict=True)
    )


def _comparison(
    before: Load, after: Load, table_changes: Mapping[str, Changes], register_rows: Sequence[Row]
) -> TableDifferences:
    years = effect.years_of_lists(table_changes) - {Record.of(after).last_year_be}
    return TableDifferences(
        differences=tuple(_all_differences(before, after, table_changes, register_rows)),
        unchanged={name: change.unchanged for name, change in table_changes.items()},
        before=headlines(before, sorted(years)),
        after=headlines(after, sorted(years)),
        effects=effect.of(before, after, table_changes),
        states=(before, after),
    )


def _all_differences(
    before: Load, after: Load, table_changes: Mapping[str, Changes], register_rows: Sequence[Row]
) -> list[Difference]:
    laos = provinces_by_lao(register_rows)
    steps = after("step_levels")
    levels = dict(zip(steps["step"], steps["level"].astype(int), strict=True))
    return [
        difference
        for name, change in table_changes.items()
        for difference in _differences(name, change, before, levels, laos)
    ]


def _differences(
    name: str,
    change: Changes,
    before: Load,
    levels: Mapping[str, int],
    laos: Mapping[str, set[str]],
) -> Iterator[Difference]:
    where = provinces_of(schemas.TABLES[name], laos)
    pairs: list[tuple[ChangeKind, Meaning, StoredRow | None, Row | None]] = [
        *(("changed", "correction", old, new) for old, new in change.changed),
        *(("removed", "correction", old, None) for old in change.removed),
    ]
    if change.added:
        added = to_frame(change.added, name)
        meanings = changes_meaning.of_added(name, before(name), added, levels=levels)
        pairs += [
            ("added", meaning, None, row)
            for meaning, row in zip(meanings, change.added, strict=True)
        ]
    for what, meaning, old, new in pairs:
        codes = set().union(*(where(row.cells) for row in (old, new) if row is not None))
        yield Difference(
            table=name,
            what=what,
            meaning=meaning,
            provinces=tuple(sorted(codes)),
            before=old,
            after=new,
        )
