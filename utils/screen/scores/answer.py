"""What the scores page says and shows first, and what its files say of themselves."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import invented
from utils.figures.scores import brief as score_brief
from utils.figures.scores import names as score_names
from utils.figures.scores.brief import Answer
from utils.measures.scores import lpa_summary, middle, selection
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.measures.scores.levels import ASSESSOR_OF
from utils.measures.scores.reading import ScoreReading, score_reading
from utils.measures.scores.record import ScoreRecord
from utils.screen.app import cache, link, release_shown
from utils.screen.app import provenance as about_file
from utils.screen.scores.view import ScoresView, judged
from utils.tables.declared.scores import SCORES
from utils.words import Words


@cache.kept
def picture(view: ScoresView) -> dict[str, Any]:
    """Return what the component `scores` shows."""
    words, answer = view.words, _answer(view)
    shown = score_brief.data(answer, words, notes=notes(view), fictitious=view.fictitious)
    return shown | {
        "sentence": score_brief.sentence(
            answer,
            words,
            area=view.chosen.area,
            fictitious=view.fictitious,
            kind="" if view.lao_type is None else score_names.lao_type_name(view.lao_type, words),
        ),
        "address": link.address("scores", view.chosen.link | dict(view.own)),
        "copyLabel": words("overview.copy"),
        "copiedLabel": words("overview.copied"),
    }


def notes(view: ScoresView) -> list[str]:
    """Return what every total rests on: completeness, conversion, years held and source."""
    words = view.words
    kind = "fictitious" if view.fictitious else "real"
    others = _other_editions(view.whole, view.year)
    derived = bool(view.known["derived"].any())
    return [
        words("scores.complete", percent=COMPLETE_PERCENT),
        *([converted(view)] if derived else []),
        *([words("scores.other_editions", n=others)] if others else []),
        *([words("scores_lpa.national")] if view.scale is None else []),
        words("scores.held", years=years(view), source=words(f"scores.source.{kind}")),
    ]


def converted(view: ScoresView) -> str:
    """Return which indicators are converted from LPA results, and whether the rule is assumed.

    Empty where the edition has none.
    """
    return _converted(view.whole, view.edition, view.words)


def years(view: ScoresView) -> str:
    """Return the fiscal years that the tables hold: spans, where none is missing between."""
    return score_names.spans(view.whole.years_be)


def about(view: ScoresView, definition: str) -> tuple[str, ...]:
    """Return what a file must say of itself: kind, definition, year, area, source and link."""
    words, chosen = view.words, view.chosen
    said = (words("fictitious.words"),) if view.fictitious else ()
    kind = words("scores.every_type") if view.lao_type is None else view.lao_type
    return (
        *said,
        definition,
        f"{words('filter.year')}: {view.year}",
        f"{words('scores.assessor')}: {assessor(view)}",
        f"{words('scores.type')}: {kind}",
        about_file.area(chosen),
        *notes(view),
        release_shown.home("scores", chosen.link | dict(view.own)),
    )


def file_name(view: ScoresView, name: str) -> str:
    """Return the name of a file."""
    return invented.file_name(f"scores_{name}", fictitious=view.fictitious)


def assessor(view: ScoresView) -> str:
    """Return what the chosen assessor is called."""
    return SCORES.columns["assessor"].label(view.assessor, view.words.lang)


def names(view: ScoresView) -> dict[str, str]:
    """Return the names of the LAOs assessed in the year, by type and name."""
    return lao_names(view.whole, tuple(view.totals["lao_id"]), view.words)


@cache.kept
def lao_names(whole: ScoreRecord, ids: tuple[str, ...], words: Words) -> dict[str, str]:
    """Return the names of LAOs by id, in the order of type and name."""
    wanted = set(ids)
    return {lao: name for lao, name in _every_name(whole, words).items() if lao in wanted}


@cache.kept
def _every_name(whole: ScoreRecord, words: Words) -> dict[str, str]:
    return score_names.laos(whole.municipalities["lao_id"], whole.municipalities, words)


def components(view: ScoresView) -> dict[int, str]:
    """Return the names of the edition's components."""
    table = view.whole.components
    return score_names.components(table[table["edition"] == view.edition], view.words)


def indicators(view: ScoresView) -> dict[int, str]:
    """Return the names of the edition's indicators."""
    return score_names.indicators(view.catalogue, view.words)


@cache.kept
def _other_editions(whole: ScoreRecord, year: int) -> int:
    return selection.other_editions(score_reading(whole).totals, year)


@cache.kept
def _converted(whole: ScoreRecord, edition: str | None, words: Words) -> str:
    table = whole.conversions
    numbers = lpa_summary.converted(table, edition)
    if not numbers:
        return ""
    acting = table.loc[table["edition"] == edition, "confidence"]
    standing = "assumed" if (acting == "assumed").any() else "stated"
    return words(f"scores_lpa.converted.{standing}", indicators=score_names.spans(numbers))


def _answer(view: ScoresView) -> Answer:
    year, cutoffs = view.year, view.whole.cutoffs
    passed, results = (middle.reached(judged(view, scale), cutoffs, scale) for scale in ASSESSOR_OF)
    return Answer(
        brief=middle.scores_in_brief(view.totals),
        components=_components(view.here, year, view.assessor),
        passed=passed,
        results=results,
        cutoffs=cutoffs,
        names=components(view),
        assessor=assessor(view),
        fiscal_year_be=year,
    )


@cache.kept
def _components(here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    return middle.component_summary(selection.of_year(here.parts, year, assessor))
