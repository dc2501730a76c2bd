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
from utils.screen.scores.view import View, judged
from utils.tables.declared.scores import SCORES
from utils.words import Words


@cache.kept
def picture(seen: View) -> dict[str, Any]:
    """Return what the component `scores` shows."""
    say, answer = seen.words, _answer(seen)
    shown = score_brief.data(answer, say, notes=notes(seen), fictitious=seen.fictitious)
    return shown | {
        "sentence": score_brief.sentence(
            answer,
            say,
            area=seen.chosen.area,
            fictitious=seen.fictitious,
            kind="" if seen.lao_type is None else score_names.lao_type_name(seen.lao_type, say),
        ),
        "address": link.address("scores", seen.chosen.link | dict(seen.own)),
        "copyLabel": say("overview.copy"),
        "copiedLabel": say("overview.copied"),
    }


def notes(seen: View) -> list[str]:
    """Return what every total rests on: completeness, conversion, years held and source."""
    say = seen.words
    kind = "fictitious" if seen.fictitious else "real"
    others = _other_editions(seen.whole, seen.year)
    derived = bool(seen.known["derived"].any())
    return [
        say("scores.complete", percent=COMPLETE_PERCENT),
        *([converted(seen)] if derived else []),
        *([say("scores.other_editions", n=others)] if others else []),
        *([say("scores_lpa.national")] if seen.scale is None else []),
        say("scores.held", years=years(seen), source=say(f"scores.source.{kind}")),
    ]


def converted(seen: View) -> str:
    """Return which indicators are converted from LPA results, and whether the rule is assumed.

    Empty where the edition has none.
    """
    return _converted(seen.whole, seen.edition, seen.words)


def years(seen: View) -> str:
    """Return the fiscal years that the tables hold: spans, where none is missing between."""
    return score_names.spans(seen.whole.years_be)


def about(seen: View, definition: str) -> tuple[str, ...]:
    """Return what a file must say of itself: kind, definition, year, area, source and link."""
    say, chosen = seen.words, seen.chosen
    said = (say("fictitious.words"),) if seen.fictitious else ()
    kind = say("scores.every_type") if seen.lao_type is None else seen.lao_type
    return (
        *said,
        definition,
        f"{say('filter.year')}: {seen.year}",
        f"{say('scores.assessor')}: {assessor(seen)}",
        f"{say('scores.type')}: {kind}",
        about_file.area(chosen),
        *notes(seen),
        release_shown.home("scores", chosen.link | dict(seen.own)),
    )


def file_name(seen: View, name: str) -> str:
    """Return the name of a file."""
    return invented.file_name(f"scores_{name}", fictitious=seen.fictitious)


def assessor(seen: View) -> str:
    """Return what the chosen assessor is called."""
    return SCORES.columns["assessor"].label(seen.assessor, seen.words.lang)


def names(seen: View) -> dict[str, str]:
    """Return the names of the LAOs assessed in the year, by type and name."""
    return lao_names(seen.whole, tuple(seen.totals["lao_id"]), seen.words)


@cache.kept
def lao_names(whole: ScoreRecord, ids: tuple[str, ...], say: Words) -> dict[str, str]:
    """Return the names of LAOs by id, in the order of type and name."""
    wanted = set(ids)
    return {lao: name for lao, name in _every_name(whole, say).items() if lao in wanted}


@cache.kept
def _every_name(whole: ScoreRecord, say: Words) -> dict[str, str]:
    return score_names.laos(whole.municipalities["lao_id"], whole.municipalities, say)


def components(seen: View) -> dict[int, str]:
    """Return the names of the edition's components."""
    table = seen.whole.components
    return score_names.components(table[table["edition"] == seen.edition], seen.words)


def indicators(seen: View) -> dict[int, str]:
    """Return the names of the edition's indicators."""
    return score_names.indicators(seen.catalogue, seen.words)


@cache.kept
def _other_editions(whole: ScoreRecord, year: int) -> int:
    return selection.other_editions(score_reading(whole).totals, year)


@cache.kept
def _converted(whole: ScoreRecord, edition: str | None, say: Words) -> str:
    table = whole.conversions
    numbers = lpa_summary.converted(table, edition)
    if not numbers:
        return ""
    acting = table.loc[table["edition"] == edition, "confidence"]
    standing = "assumed" if (acting == "assumed").any() else "stated"
    return say(f"scores_lpa.converted.{standing}", indicators=score_names.spans(numbers))


def _answer(seen: View) -> Answer:
    year, cutoffs = seen.year, seen.whole.cutoffs
    passed, results = (middle.reached(judged(seen, scale), cutoffs, scale) for scale in ASSESSOR_OF)
    return Answer(
        brief=middle.scores_in_brief(seen.totals),
        components=_components(seen.here, year, seen.assessor),
        passed=passed,
        results=results,
        cutoffs=cutoffs,
        names=components(seen),
        assessor=assessor(seen),
        fiscal_year_be=year,
    )


@cache.kept
def _components(here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    return middle.component_summary(selection.of_year(here.parts, year, assessor))
