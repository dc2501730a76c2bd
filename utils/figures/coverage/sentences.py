"""Sentences on the coverage of provinces, in either language: now, at the deadline and ahead."""

from __future__ import annotations

from dataclasses import dataclass

from utils.figures import labels
from utils.figures.coverage.pace import PaceLines
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.groups import share_of
from utils.measures.coverage.outlook import MINIMUM_YEARS, Outlook
from utils.measures.coverage.rules import Question
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A question and its answer: provinces counted, between their bounds.

    `caveat`: what must be said beside the figure, from `utils.figures.labels.caveat`. `lists`: the
    lists of the window that are missing or not whole, from `utils.figures.labels.open_lists`.
    `not_held`: that there was no round in the year, from `utils.figures.labels.year_without_round`.
    """

    question: Question
    bounds: Bounds
    caveat: str = ""
    lists: str = ""
    not_held: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordYears:
    """The first and last fiscal year with a result, and the deadline of the target."""

    first_year_be: int
    last_year_be: int
    deadline_year_be: int


def where_we_stand(
    main: Standing, centre: Standing, *, area: str, span: RecordYears, words: Words
) -> str:
    """Return the sentence of the overview: provinces counted, rule, window, gap and source.

    Where a list of the window is missing, the provinces that it may count are not known; nothing is
    said of a gap.

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
    year, counted = main.question.fiscal_year_be, main.bounds.at_least
    if main.bounds.no_round:
        window = labels.window(main.question, span.first_year_be, words)
        return words("sentence.no_round", year=year, window=window, publisher=publisher)
    if counted is None:
        return words("sentence.unknown", year=year, last=span.last_year_be, publisher=publisher)
    return words(
        "sentence.known" if main.bounds.exact else "sentence.between",
        year=year,
        area=words("sentence.area", name=area) if area else "",
        counted=counted,
        total=main.bounds.total,
        percent=_percent(main.bounds, words),
        rule=labels.rule(main.question, words),
        window=_terms(main, span.first_year_be, words),
        gap=_gap(main.bounds.total - counted, span.deadline_year_be, words),
        n=main.bounds.not_known,
        lists=main.lists,
        centre=_centre(centre, span, words) if main.question.rule != "d" else "",
        publisher=publisher,
    )


def _percent(bounds: Bounds, words: Words) -> str:
    share = share_of(bounds.at_least, bounds.total)
    return "" if share is None else words("sentence.percent", share=labels.percent(share))


def _gap(n: int, deadline_year_be: int, words: Words) -> str:
    return words("sentence.gap" if n else "sentence.no_gap", n=n, deadline=deadline_year_be)


def _centre(centre: Standing, span: RecordYears, words: Words) -> str:
    bounds = centre.bounds
    return words(
        "sentence.centre" if bounds.exact else "sentence.centre_between",
        counted=bounds.at_least,
        total=bounds.total,
        n=bounds.not_known,
        window=_terms(centre, span.first_year_be, words),
    )


def _terms(standing: Standing, first_year_be: int, words: Words) -> str:
    """Return the years that a figure counts, and its caveat."""
    window = labels.window(standing.question, first_year_be, words)
    return f"{window} · {standing.caveat}" if standing.caveat else window


def at_the_deadline(lines: PaceLines, words: Words) -> str:
    """Return the count at the deadline, and the provinces assessed since the resolution."""
    bounds = lines.at_the_deadline
    since = ", ".join(
        words("pace.since_item" if lines.is_whole(year) else "pace.since_at_least", n=n, year=year)
        for year, n in zip(lines.since.index.astype(int).tolist(), lines.since, strict=True)
    )
    if bounds.at_least is None:
        return words("pace.summary_unknown", deadline=lines.deadline_year_be, since=since)
    reached = bounds.exact and bounds.at_least >= bounds.total
    key = "pace.summary" if bounds.exact else "pace.summary_between"
    return words(
        "pace.summary_reached" if reached else key,
        deadline=lines.deadline_year_be,
        counted=bounds.at_least,
        total=bounds.total,
        gap=bounds.total - bounds.at_least,
        n=bounds.not_known,
        since=since,
    )


def road_ahead(outlook: Outlook, words: Words) -> str:
    """Return the pace needed and the projection for a deadline ahead, or why there is none."""
    if outlook.verdict in {"passed", "reached"}:
        return words(f"outlook.{outlook.verdict}", deadline=outlook.deadline_year_be)
    return words(
        f"outlook.{outlook.verdict}",
        deadline=outlook.deadline_year_be,
        most="" if outlook.exact else words("outlook.at_most"),
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
