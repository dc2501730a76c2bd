"""The effect of a change on the headline of each table's own subject, before and after."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from utils.desk.store.changes import Changes
from utils.desk.store.scope import YEAR_FIELD
from utils.measures.scores.assessments import of_year, score_reading
from utils.measures.scores.levels import ASSESSOR_OF, Scale, levels
from utils.measures.scores.record import ScoreRecord
from utils.measures.scores.summary import reached
from utils.measures.staircase.distribution import step_totals
from utils.measures.staircase.record import Staircase
from utils.tables.declared import schemas
from utils.tables.declared.schemas import Load

Subject = Literal["coverage", "steps", "scores", "lpa", "rows"]
SUBJECTS: Final[Mapping[str, Subject]] = {
    **dict.fromkeys(
        ("awards", "prizes", "rounds", "provinces", "centre_cities", "targets"), "coverage"
    ),
    **dict.fromkeys(("enrolment", "step_evidence", "step_levels"), "steps"),
    **dict.fromkeys(("scores", "score_cutoffs", "lpa_conversions"), "scores"),
    **dict.fromkeys(("lpa_results", "lpa_bands"), "lpa"),
}
"""The subject whose headline a table moves; a table without one is told by its number of rows."""


@dataclass(frozen=True, kw_only=True)
class Effect:
    """One count before and after; None where it is not known.

    `what`: a step or "unknown" (steps), "scored", "passed" or "rated" with `scale` (scores), or the
    name of a table (rows). LAOs are counted, but for rows. Coverage is told by its bounds
    (`compare.Headline`) and has no effects here.
    """

    subject: Subject
    what: str
    before: int | None
    after: int | None
    fiscal_year_be: int | None = None
    scale: str = ""


def subjects(names: Collection[str]) -> set[Subject]:
    """Return the subjects of some tables."""
    return {SUBJECTS.get(name, "rows") for name in names}


def of(before: Load, after: Load, table_changes: Mapping[str, Changes]) -> tuple[Effect, ...]:
    """Return what changes do to the headline of the subject of each table that they change.

    Steps, scores and LPA results are counted at the end of each fiscal year that a changed row is
    of, and of the last year with a row after the change. Rows are counted of the tables that have
    no such headline.
    """
    changed = {name: one for name, one in table_changes.items() if not one.is_empty}
    years = _years(changed)
    counts: Mapping[Subject, Callable[[Load, int], Iterator[_Count]]] = {
        "steps": _steps,
        "scores": _scores,
        "lpa": _lpa,
    }
    effects: list[Effect] = []
    for subject, count in counts.items():
        touched = {name for name in changed if SUBJECTS.get(name) == subject}
        if touched:
            of_subject = set().union(*(years[name] for name in touched), _last(subject, after))
            for year in sorted(of_subject):
                pair = dict(count(before, year)), dict(count(after, year))
                effects += [
                    Effect(
                        subject=subject,
                        what=what,
                        scale=scale,
                        fiscal_year_be=year,
                        before=pair[0].get((what, scale)),
                        after=pair[1].get((what, scale)),
                    )
                    for what, scale in dict.fromkeys([*pair[0], *pair[1]])
                ]
    effects += [
        Effect(subject="rows", what=name, before=len(before(name)), after=len(after(name)))
        for name in changed
        if name not in SUBJECTS
    ]
    return tuple(one for one in effects if one.before or one.after)


def years_of_lists(table_changes: Mapping[str, Changes]) -> set[int]:
    """Return the fiscal years whose results, or whose rounds, changes alter."""
    of_lists = {name: one for name, one in table_changes.items() if name in {"awards", "rounds"}}
    return set().union(*_years(of_lists).values())


_Count = tuple[tuple[str, str], int | None]


def _years(table_changes: Mapping[str, Changes]) -> dict[str, set[int]]:
    """Return the fiscal years of the rows that change, as they were and as they would be."""
    years: dict[str, set[int]] = {}
    for name, change in table_changes.items():
        columns = list(schemas.TABLES[name].columns)
        years[name] = set()
        if YEAR_FIELD in columns:
            at = columns.index(YEAR_FIELD)
            states = [
                *change.added,
                *change.removed,
                *(one for two in change.changed for one in two),
            ]
            years[name] = {row.cells[at] for row in states if row.cells[at] is not None}
    return years


def _last(subject: Subject, load: Load) -> set[int]:
    names = {"steps": "enrolment", "scores": "scores", "lpa": "lpa_results"}
    known = load(names[subject])[YEAR_FIELD].dropna()
    return set() if known.empty else {int(known.max())}


def _steps(load: Load, year: int) -> Iterator[_Count]:
    totals = step_totals(Staircase.of(load, fictitious=False), year)["count"]
    for step, count in totals.items():
        yield (str(step), ""), None if pd.isna(count) else int(count)


def _scores(load: Load, year: int) -> Iterator[_Count]:
    record = ScoreRecord.of(load, fictitious=False)
    totals = of_year(score_reading(record).totals, year)
    scored = of_year(score_reading(record).known, year).dropna(subset="score")
    yield ("scored", ""), scored["lao_id"].nunique()
    scales: tuple[Scale, ...] = ("self_pass", "area_result")
    for scale in scales:
        own = totals[totals["assessor"] == ASSESSOR_OF[scale]]
        result = reached(levels(own, record.cutoffs, scale), record.cutoffs, scale)
        yield ("rated", scale), result.n
        yield ("passed", scale), result.reached


def _lpa(load: Load, year: int) -> Iterator[_Count]:
    results = of_year(score_reading(ScoreRecord.of(load, fictitious=False)).lpa, year)
    yield ("scored", ""), int(results["average_percent"].notna().sum())
    yield ("passed", "lpa"), int(results["passed"].fillna(value=False).sum())
