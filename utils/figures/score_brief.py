"""The scores of a selection in four numbers and four components: data for `scores`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import invented, score_names
from utils.measures.score_components import COMPLETE_PERCENT
from utils.measures.score_selection import Reached, ScoresInBrief
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the first screen shows.

    `brief`, `components` : of the chosen assessor, from `utils.measures.score_selection`.
    `passed`, `results` : of self-assessments and of area assessments, each on its own scale.
    `cutoffs` : as the table `score_cutoffs`. `names` : of the components. `assessor` : in words.
    """

    brief: ScoresInBrief
    components: pd.DataFrame
    passed: Reached
    results: Reached
    cutoffs: pd.DataFrame
    names: dict[int, str]
    assessor: str
    fiscal_year_be: int


def data(answer: Answer, words: Words, *, notes: list[str], fictitious: bool) -> dict[str, Any]:
    """Return the four numbers and the components.

    `notes`: completeness, years held, source.
    """
    return {
        "mark": invented.mark(words, fictitious=fictitious),
        "figures": [
            _totals(answer, words, notes),
            _median(answer, words),
            _passed(answer, words),
            _results(answer, words),
        ],
        "title": words("scores.components", assessor=answer.assessor, year=answer.fiscal_year_be),
        "lead": "",
        "axis": words("scores.strip_axis", percent=COMPLETE_PERCENT),
        "rows": [
            component(answer.names[number], row, words)
            for number, row in score_names.numbered(answer.components)
        ],
    }


def component(name: str, row: dict[Any, Any], words: Words) -> dict[str, Any]:
    """Return one component as a row of the component `strips`."""
    known = not pd.isna(row["median"])
    shown = score_names.percent(row["median"], words)
    note = words("scores.known_of", **{part: row[part] for part in ("n", "known", "of")})
    band = not pd.isna(row["low"])
    return {
        "name": name,
        "note": note,
        "low": float(row["low"]) if band else None,
        "high": float(row["high"]) if band else None,
        "at": float(row["median"]) if known else None,
        "text": shown,
        "said": f"{name}: {shown} · {note}",
    }


def sentence(answer: Answer, words: Words, *, area: str, fictitious: bool) -> str:
    """Return the year's scores in one sentence; its first words say so where they are invented."""
    before = words("fictitious.before_sentence") if fictitious else ""
    year, brief = answer.fiscal_year_be, answer.brief
    where = words("sentence.area", name=area) if area else ""
    if not brief.assessed:
        return before + words(
            "scores.sentence_none", year=year, area=where, assessor=answer.assessor
        )
    return before + words(
        "scores.sentence",
        year=year,
        area=where,
        assessor=answer.assessor,
        assessed=brief.assessed,
        n=brief.total.n,
        median=score_names.percent(brief.total.median, words),
        passed=answer.passed.reached,
        judged=answer.passed.n,
        results=answer.results.reached,
        area_n=answer.results.n,
    )


def _totals(answer: Answer, words: Words, notes: list[str]) -> dict[str, Any]:
    brief = answer.brief
    of = score_names.of(brief.total.n, brief.assessed, words)
    known = brief.assessed > 0
    number = str(brief.total.n) if known else None
    window = words("scores.window", year=answer.fiscal_year_be, assessor=answer.assessor)
    return _figure(number, of, words("scores.with_total"), notes, words) | {"window": window}


def _median(answer: Answer, words: Words) -> dict[str, Any]:
    total = answer.brief.total
    number = None if total.median is None else score_names.number(total.median)
    notes = [score_names.middle_half(total, words)] if total.n else []
    window = words("scores.n_laos", n=total.n)
    shown = _figure(number, words("scores.per_cent"), words("scores.median"), notes, words)
    return shown | {"window": window}


def _passed(answer: Answer, words: Words) -> dict[str, Any]:
    found = answer.passed
    note = score_names.cutoffs(answer.cutoffs, "self_pass", words)
    assumed = [words("scores.cutoffs_assumed")] if found.assumed else []
    number = str(found.reached) if found.n else None
    of = score_names.of(found.reached, found.n, words)
    shown = _figure(number, of, words("scores.passed"), [note, *assumed], words)
    return shown | {"window": words("scores.by_self")}


def _results(answer: Answer, words: Words) -> dict[str, Any]:
    found = answer.results
    said = [f"{score_names.level(level, words)} {count}" for level, count in found.counts]
    note = score_names.cutoffs(answer.cutoffs, "area_result", words)
    assumed = [words("scores.assumed_are", cutoffs=note)] if found.assumed else [note]
    number = str(found.reached) if found.n else None
    of = score_names.of(found.reached, found.n, words)
    notes = [" · ".join(said), *assumed] if found.n else assumed
    shown = _figure(number, of, words("scores.results"), notes, words)
    return shown | {"window": words("scores.by_area")}


def _figure(
    number: str | None, of: str, rule: str, notes: list[str], words: Words
) -> dict[str, Any]:
    return {
        "number": words("overview.unknown") if number is None else number,
        "of": "" if number is None else of,
        "rule": rule,
        "notes": notes,
        "known": number is not None,
    }
