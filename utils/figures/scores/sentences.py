"""The sentence of the scores: LAOs assessed in a year, their median, passes and area results."""

from __future__ import annotations

from utils.figures import invented
from utils.figures.scores import names as score_names
from utils.figures.scores.key_figures import KeyFigures
from utils.measures.scores.summary import Reached
from utils.words import Words


def sentence(
    measured: KeyFigures, words: Words, *, area: str, fictitious: bool, kind: str = ""
) -> str:
    """Return the sentence, which begins by saying so where the scores are invented.

    `kind`: the chosen type of LAO in words, empty for every type.
    """
    before = invented.before(words, fictitious=fictitious)
    year, brief = measured.fiscal_year_be, measured.brief
    where = words("sentence.area", name=area) if area else ""
    where += words("scores.sentence_kind", name=kind) if kind else ""
    if not brief.assessed:
        return before + words(
            "scores.sentence_none", year=year, area=where, assessor=measured.assessor
        )
    return before + words(
        "scores.sentence",
        year=year,
        area=where,
        assessor=measured.assessor,
        assessed=brief.assessed,
        n=brief.total.n,
        median=score_names.median(brief.total, words),
        passed=_passed(measured.passed, words),
        results=_results(measured.results, words),
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
