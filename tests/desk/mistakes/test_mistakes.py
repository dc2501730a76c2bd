"""No plausible mistake changes what is published without a stop that names it.

``python -m tests.desk.mistakes.test_mistakes`` tries 500; the tests try some of each kind.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.desk.filled import fill
from tests.desk.mistakes import officer
from tests.desk.mistakes.officer import Mistake
from tests.desk.people import STEWARD
from utils.desk.store import store
from utils.desk.store.rows import key_of
from utils.desk.submissions import acts, compare
from utils.desk.submissions.plan import Plan
from utils.tables.declared import schemas
from utils.words import LANGS

WHOLE = 500
IN_THE_SUITE = 60
_OWN = frozenset({schemas.AWARD_LIST_FAULTS.name, schemas.REPORTED_PARTS.name})


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return a store with two published years, which no test changes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", STEWARD)
        file = tmp_path_factory.mktemp("mistakes") / "esc.sqlite"
        fill(f"sqlite:///{file}")
        engine = store.opened(f"sqlite:///{file}")
        officer.begin(engine)
        yield engine
        store.close()


def stops(plan: Plan) -> list[str]:
    """Return what names a mistake: errors, warnings, and rows that are asked about one by one."""
    named = [problem.code for problem in (*plan.errors, *plan.warnings)]
    return [*named, *(question.kind for question in plan.questions)]


def faults(engine: Engine, plan: Plan) -> Iterator[str]:
    """Yield what a mistake would do unnoticed; nothing where all is as it should be."""
    for problem in plan.problems:
        if not all(problem.message(lang) and problem.remedy(lang) for lang in LANGS):
            yield f"{problem.code} has no words"
    if any(one.removed for name, one in plan.changes.items() if name not in _OWN):
        yield "a row goes although nobody said so"
    for name, change in plan.changes.items():
        key = key_of(schemas.TABLES[name])
        if any(key(before.cells) != key(after.cells) for before, after in change.changed):
            yield f"{name}: a row takes the place of another"
    if not stops(plan):
        yield from _unnoticed(engine, plan)


def _unnoticed(engine: Engine, plan: Plan) -> Iterator[str]:
    """Yield what a plan that nothing stops does to what is published."""
    for name, change in plan.changes.items():
        for before, after in change.changed if name not in _OWN else ():
            pairs = zip(before.cells, after.cells, strict=True)
            if any(old is not None and old != new for old, new in pairs):
                yield f"{name}: a published value is overwritten without a word"
    states = zip(compare.headlines(_load(engine, plan)), compare.headlines(plan.load), strict=True)
    moved = sum(
        abs((after.bounds.at_least or 0) - (before.bounds.at_least or 0))
        for before, after in states
    )
    rows = sum(len(one.added) + len(one.changed) for one in plan.changes.values())
    if moved > 2 * rows:  # two headlines, each by one province a row at most
        yield f"{rows} rows move the headlines by {moved}"


def _load(engine: Engine, plan: Plan) -> schemas.Load:
    return lambda name: store.table(name, plan.at, engine)


def tried(engine: Engine, seed: int) -> tuple[Mistake, Plan]:
    mistake = officer.mistake(engine, seed)
    return mistake, acts.check(engine, mistake.sender, [mistake.file], mistake.order)


def test_no_mistake_goes_through_unnoticed(begun: Engine) -> None:
    found = {}
    for seed in range(IN_THE_SUITE):
        mistake, plan = tried(begun, seed)
        if wrong := list(faults(begun, plan)):
            found[seed, mistake.kind] = wrong
    assert not found


SILENT = {"sent_again", "last_years_file_renamed", "partial", "next_year", "list_in_part"}
"""Kinds that may have nothing to say: they change nothing, or add what is new."""


def test_every_other_kind_is_named(begun: Engine) -> None:
    named: dict[str, set[bool]] = {}
    for seed in range(IN_THE_SUITE, 3 * IN_THE_SUITE):
        mistake, plan = tried(begun, seed)
        named.setdefault(mistake.kind, set()).add(bool(stops(plan)) or plan.is_empty)
    assert {kind for kind, told in named.items() if False in told} <= SILENT


def main() -> int:
    """Try all mistakes; print how many of each kind were stopped, and every fault."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", STEWARD)
        url = f"sqlite:///{Path(folder) / 'esc.sqlite'}"
        fill(url)
        engine = store.opened(url)
        officer.begin(engine)
        counts: Counter[tuple[str, str]] = Counter()
        wrong = 0
        for seed in range(WHOLE):
            mistake, plan = tried(engine, seed)
            told = "stopped" if stops(plan) else "empty" if plan.is_empty else "passes"
            counts[mistake.kind, told] += 1
            for fault in faults(engine, plan):
                wrong += 1
                sys.stdout.write(f"{seed} {mistake.kind}: {fault}\n")
        for (kind, told), n in sorted(counts.items()):
            sys.stdout.write(f"{kind:26} {told:8} {n}\n")
        store.close()
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
