"""Two states of the tables beside each other: what differs, where, and what that means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from sqlalchemy import Engine

from utils.desk.store import changes, store
from utils.desk.store.changes import Changes
from utils.desk.store.releases import Release
from utils.desk.store.rows import Held, Row, held, to_frame
from utils.desk.store.scope import provinces_of, register
from utils.measures.changes import meaning as changes_meaning
from utils.measures.changes.meaning import Meaning
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, RuleCode
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load

What = Literal["added", "changed", "removed"]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One row that differs. `provinces`: codes, empty where the row belongs to none."""

    table: str
    what: What
    meaning: Meaning
    provinces: tuple[str, ...]
    before: Held | None
    after: Row | None


@dataclass(frozen=True, kw_only=True)
class Headline:
    """The headline of one state: provinces counted (None: not known) of those in the target."""

    question: Question
    counted: int | None
    total: int


@dataclass(frozen=True, kw_only=True)
class TableDifferences:
    """What differs between two states. `unchanged`: rows alike in both, by table."""

    differences: tuple[Difference, ...]
    unchanged: Mapping[str, int]
    before: tuple[Headline, ...]
    after: tuple[Headline, ...]

    @property
    def tables(self) -> dict[str, Counter[tuple[What, Meaning]]]:
        """How many rows differ in each table that does, by what and by meaning."""
        found: dict[str, Counter[tuple[What, Meaning]]] = {}
        for one in self.differences:
            found.setdefault(one.table, Counter())[one.what, one.meaning] += 1
        return found

    @property
    def provinces(self) -> dict[str, Counter[tuple[What, Meaning]]]:
        """How many rows differ in each province, by its code; "" holds those of no province."""
        found: dict[str, Counter[tuple[What, Meaning]]] = {}
        for one in self.differences:
            for code in one.provinces or ("",):
                found.setdefault(code, Counter())[one.what, one.meaning] += 1
        return dict(sorted(found.items()))


def releases(engine: Engine, earlier: Release, later: Release) -> TableDifferences:
    """Compare two releases, whichever was first."""
    names = sorted(earlier.since.keys() | later.since.keys())
    made: dict[str, Changes] = {}
    with engine.connect() as connection:
        register_rows = [
            row
            for number in (earlier.number, later.number)
            for row in held(connection, "municipalities", number)
        ]
        for name in (one for one in names if earlier.since.get(one) != later.since.get(one)):
            before = held(connection, name, earlier.number)
            after = [row.again() for row in held(connection, name, later.number)]
            made[name] = changes.replaced(name, before, after)
    first, second = (partial(store.table, shown=one, engine=engine) for one in (earlier, later))
    return _comparison(first, second, made, register_rows)


def with_changes(
    engine: Engine, at: Release, made: Mapping[str, Changes], load: Load
) -> TableDifferences:
    """Compare a release with what changes would make of it: `load` gives the tables then."""
    with engine.connect() as connection:
        register_rows: list[Row] = list(held(connection, "municipalities", at.number))
    register_rows += made.get("municipalities", Changes()).begun()
    published = partial(store.table, shown=at, engine=engine)
    return _comparison(published, load, made, register_rows)


def headlines(load: Load) -> tuple[Headline, ...]:
    """Return the headline by the default rule and by the resolution's, for the record's last year.

    They are the two that the overview opens with.
    """
    record = Record.of(load)
    rules: tuple[RuleCode, ...] = ("b", "d")
    asked = [Question(rule=rule, fiscal_year_be=record.last_year_be) for rule in rules]
    found = [
        coverage_coverage.headline(coverage_coverage.by_province(record, one)) for one in asked
    ]
    return tuple(
        Headline(question=question, counted=counted, total=total)
        for question, (counted, total) in zip(asked, found, strict=True)
    )


def _comparison(
    before: Load, after: Load, made: Mapping[str, Changes], register_rows: Sequence[Row]
) -> TableDifferences:
    laos = register(register_rows)
    steps = after("step_levels")
    levels = dict(zip(steps["step"], steps["level"].astype(int), strict=True))
    found = [
        difference
        for name, change in made.items()
        for difference in _differences(name, change, before, levels, laos)
    ]
    return TableDifferences(
        differences=tuple(found),
        unchanged={name: change.unchanged for name, change in made.items()},
        before=headlines(before),
        after=headlines(after),
    )


def _differences(
    name: str,
    change: Changes,
    before: Load,
    levels: Mapping[str, int],
    laos: Mapping[str, set[str]],
) -> Iterator[Difference]:
    where = provinces_of(schemas.TABLES[name], laos)
    pairs: list[tuple[What, Meaning, Held | None, Row | None]] = [
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
