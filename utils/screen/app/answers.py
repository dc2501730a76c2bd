"""What the pages ask of the measures, for the filters at hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from utils.figures import labels
from utils.figures.coverage.pace import PaceLines
from utils.figures.coverage.sentences import Standing
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.rules import DEFAULT_RULE, Question
from utils.screen.app import cache
from utils.screen.app.filters import Filters
from utils.words import Words


def states(chosen: Filters) -> pd.DataFrame:
    """Return the state of the chosen area's provinces: rows of `coverage.by_province`."""
    return cache.states(chosen.question).loc[list(chosen.codes)]


def standing(chosen: Filters, question: Question) -> Standing:
    """Return a question and its answer in the chosen area."""
    rounds = cache.rounds_by_year(question)
    return Standing(
        question=question,
        bounds=_headline(question, chosen.codes),
        caveat=caveat(question, chosen.words),
        lists=labels.open_lists(rounds, chosen.words),
        not_held=labels.year_without_round(rounds, chosen.words),
    )


def caveat(question: Question, words: Words) -> str:
    """Return what must stand beside a figure of a question's rule."""
    return labels.caveat(question, cache.lesser_prizes(), words)


@cache.kept
def _headline(question: Question, codes: tuple[str, ...]) -> Bounds:
    return coverage_coverage.headline(cache.states(question).loc[list(codes)])


def ever(chosen: Filters, question: Question) -> Bounds | None:
    """Return the provinces counted from the record's first year on, or None where those are all.

    All: the question's own window begins there or earlier.
    """
    first = question.first_year_be
    if first is None or first <= cache.record().first_year_be:
        return None
    return _headline(replace(question, window_years=None), chosen.codes)


def beside(chosen: Filters) -> Question:
    """Return the question shown beside the chosen one: rule (d), or the default where it is."""
    rule = DEFAULT_RULE if chosen.question.rule == "d" else "d"
    return replace(chosen.question, rule=rule)


def counted_rows(chosen: Filters, question: Question) -> pd.DataFrame:
    """Return the awards behind a question's figure in the chosen area: rows of `awards`."""
    rows = cache.counted_rows(question)
    return rows[rows["province_code"].isin(chosen.codes)]


@cache.kept
def pace_lines(question: Question, codes: tuple[str, ...]) -> PaceLines:
    """Return the lines of the pace chart for an area given by province codes."""
    states = cache.statuses_by_year(replace(question, fiscal_year_be=0))
    return PaceLines.of(cache.record(), cache.target(), codes, states)
