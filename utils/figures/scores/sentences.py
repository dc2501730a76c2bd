"""One sentence that says how the assessments of a year came out."""

from __future__ import annotations

from utils.figures.scores import names as score_names
from utils.figures.scores.key_figures import KeyFigures
from utils.measures.scores.summary import Reached
from utils.words import Words


def sentence(
    answer: KeyFigures, words: Words, *, area: str, fictitious: bool, kind: str = ""
) -> str:
    """Return the year's scores in one sentence; its first words say so where they are invented.

    `kind`: the chosen type of LAO in words, empty for every type.
    """
    before = words("fictitious.before_sentence") if fictitious else ""
    year, brief = answer.fiscal_year_be, answer.brief
    where = words("sentence.area", name=area) if area else ""
    where += words("scores.sentence_kind", name=kind) if kind else ""
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
        passed=_passed(answer.passed, words),
        results=_results(answer.results, words),
    )


def _passed(passed: Reached, words: Words) -> str:
    if not passed.n:
        return words("scores.sentence_nobody_passed")
    return words("scores.sentence_passed", n=passed.reached, total=passed.n)


def _results(results: Reached, words: Words) -> str:
    if not results.n:
        return words("scores.sentence_nobody_results")
    assumed = words("scores.sentence_assumed") if results.assumed else ""
    return words("scores.sentence_results", n=results.reached, total=results.n, assumed=assumed)
