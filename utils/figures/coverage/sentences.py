"""Sentences on the coverage of provinces, in either language: now, at the deadline and ahead."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.figures import labels
from utils.measures.coverage.groups import share_of
from utils.measures.coverage.outlook import MINIMUM_YEARS, Outlook
from utils.measures.coverage.pace import Target
from utils.measures.coverage.rules import Question
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A question and its answer: `counted` (None where unknown) of `total` provinces.

    `caveat`: what must be said beside the figure, from `utils.figures.labels.caveat`.
    """

    question: Question
    counted: int | None
    total: int
    caveat: str = ""

    def without_round(self, last_year_be: int) -> bool:
        """Tell whether nothing is counted because there was no round, rather than no data.

        `last_year_be`: the last fiscal year of the record.
        """
        return self.counted is None and self.question.fiscal_year_be <= last_year_be


@dataclass(frozen=True, kw_only=True)
class RecordYears:
    """The first and last fiscal year of the record, and the deadline of its target."""

    first_year_be: int
    last_year_be: int
    deadline_year_be: int


def where_we_stand(
    main: Standing, centre: Standing, *, area: str, span: RecordYears, words: Words
) -> str:
    """Return the sentence of the overview: provinces counted, rule, window, gap and source.

    Parameters
    ----------
    main : Standing
        By the chosen rule.
    centre : Standing
        By rule (d), which is nearest to the wording of the resolution.
    area : str
        Name of the chosen area, empty for the whole country.
    span : RecordYears words : Words
    """
    publisher = words("source.publisher")
    year = main.question.fiscal_year_be
    if main.without_round(span.last_year_be):
        window = labels.window(main.question, span.first_year_be, words)
        return words("sentence.no_round", year=year, window=window, publisher=publisher)
    if main.counted is None:
        return words("sentence.unknown", year=year, last=span.last_year_be, publisher=publisher)
    share = share_of(main.counted, main.total)
    gap = main.total - main.counted
    return words(
        "sentence.known",
        year=year,
        area=words("sentence.area", name=area) if area else "",
        counted=main.counted,
        total=main.total,
        percent="" if share is None else words("sentence.percent", share=labels.percent(share)),
        rule=labels.rule(main.question, words),
        window=_terms(main, span.first_year_be, words),
        gap=words("sentence.gap", n=gap, deadline=span.deadline_year_be)
        if gap
        else words("sentence.no_gap", deadline=span.deadline_year_be),
        centre=""
        if main.question.rule == "d"
        else words(
            "sentence.centre",
            counted=centre.counted,
            total=centre.total,
            window=_terms(centre, span.first_year_be, words),
        ),
        publisher=publisher,
    )


def _terms(standing: Standing, first_year_be: int, words: Words) -> str:
    """Return the years that a figure counts, and its caveat."""
    window = labels.window(standing.question, first_year_be, words)
    return f"{window} · {standing.caveat}" if standing.caveat else window


def at_the_deadline(
    actual: pd.Series, since: pd.Series, target: Target, provinces: int, words: Words
) -> str:
    """Return the count at the deadline, and the provinces assessed since the resolution.

    Parameters
    ----------
    actual, since : Series
        From `utils.measures.coverage.pace.actual` and `utils.measures.coverage.pace.first_since`.
    target : Target
    provinces : int
        Provinces of the target in the chosen area.
    words : Words
    """
    counted = int(actual[actual.index <= target.deadline_year_be].iloc[-1])
    parts = [words("pace.since_item", n=n, year=year) for year, n in since.items()]
    return words(
        "pace.summary" if counted < provinces else "pace.summary_reached",
        deadline=target.deadline_year_be,
        counted=counted,
        total=provinces,
        gap=provinces - counted,
        since=", ".join(parts),
    )


def road_ahead(outlook: Outlook, words: Words) -> str:
    """Return the pace needed and the projection for a deadline ahead, or why there is none."""
    if outlook.verdict in {"passed", "reached"}:
        return words(f"outlook.{outlook.verdict}", deadline=outlook.deadline_year_be)
    return words(
        f"outlook.{outlook.verdict}",
        deadline=outlook.deadline_year_be,
        total=outlook.provinces,
        needed=_number(outlook.needed_per_year),
        years=outlook.years_used,
        minimum=MINIMUM_YEARS,
        expected=_number(outlook.expected),
        low=_number(outlook.low),
        high=_number(outlook.high),
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
