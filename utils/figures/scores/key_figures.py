"""The scores of a selection in four numbers and by component: data for the component `scores`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import invented, labels
from utils.figures.scores import names as score_names
from utils.figures.scores import strips
from utils.measures.coverage.groups import share_of
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.measures.scores.summary import Reached, ScoresInBrief
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class KeyFigures:
    """The measures that the key figures are made of.

    `brief`, `components` : of the chosen assessor, from `utils.measures.scores.summary`.
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


def data(
    measured: KeyFigures, words: Words, *, notes: list[str], fictitious: bool
) -> dict[str, Any]:
    """Return the four numbers and the components.

    `notes`: on completeness, years covered and source.
    """
    return {
        "mark": invented.mark(words, fictitious=fictitious),
        "figures": [
            _totals(measured, words),
            _median(measured, words),
            _passed(measured, words),
            _results(measured, words),
        ],
        "title": words(
            "scores.components", assessor=measured.assessor, year=measured.fiscal_year_be
        ),
        "notes": notes,
        "axis": words("scores.strip_axis", percent=COMPLETE_PERCENT),
        "rows": [
            component(measured.names[number], row, words)
            for number, row in score_names.numbered(measured.components)
        ],
    }


def component(name: str, row: dict[Any, Any], words: Words) -> dict[str, Any]:
    """Return one component as a row of the component `strips`."""
    note = words("scores.known_of", **{part: row[part] for part in ("n", "known", "of")})
    return strips.half(name, row, note, words)


def _totals(measured: KeyFigures, words: Words) -> dict[str, Any]:
    brief = measured.brief
    shown = _counted(brief.total.n, brief.assessed, words("scores.with_total"), words)
    window = words("scores.window", year=measured.fiscal_year_be, assessor=measured.assessor)
    return shown | {"window": window, "notes": []}


def _median(measured: KeyFigures, words: Words) -> dict[str, Any]:
    total = measured.brief.total
    number = None if total.median is None else score_names.number(total.median)
    shown = _figure(number, "%", words("scores.median"), words)
    if number is None and total.n:
        shown["number"] = words("scores.few")
    notes = [score_names.middle_half(total, words)] if total.n else []
    return shown | {"window": words("scores.n_laos", n=total.n), "notes": notes}


def _passed(measured: KeyFigures, words: Words) -> dict[str, Any]:
    passed = measured.passed
    shown = _counted(passed.reached, passed.n, words("scores.passed"), words)
    note = score_names.cutoffs(measured.cutoffs, "self_pass", words)
    assumed = score_names.cutoffs_are_assumed(measured.cutoffs, "self_pass")
    notes = [note, words("scores.cutoffs_assumed")] if assumed else [note]
    return shown | {"window": words("scores.by_self"), "notes": notes}


def _results(measured: KeyFigures, words: Words) -> dict[str, Any]:
    results = measured.results
    shown = _counted(results.reached, results.n, words("scores.results"), words)
    counts = [f"{score_names.level(level, words)} {count}" for level, count in results.counts]
    marks = score_names.cutoffs(measured.cutoffs, "area_result", words)
    # This concerns the cut-offs shown, whether or not they apply to any total.
    assumed = score_names.cutoffs_are_assumed(measured.cutoffs, "area_result")
    printed = words("scores.assumed_are", cutoffs=marks) if assumed else marks
    notes = [" · ".join(counts), printed] if results.n else [printed]
    return shown | {"window": words("scores.by_area"), "notes": notes}


def _counted(counted: int, total: int, rule: str, words: Words) -> dict[str, Any]:
    """Return n of N as a key figure, with a percentage from ten on; unknown where N is 0."""
    share = share_of(counted, total)
    percent = "" if share is None else words("sentence.percent", share=labels.percent(share))
    number = f"{counted:,}" if total else None
    return _figure(number, words("scores.of", total=total), rule + percent, words)


def _figure(number: str | None, of: str, rule: str, words: Words) -> dict[str, Any]:
    return {
        "number": words("overview.unknown") if number is None else number,
        "of": "" if number is None else of,
        "rule": rule,
        "known": number is not None,
    }
