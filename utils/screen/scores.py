"""What the pages ask of the scores, for the filters at hand, and what their files say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import invented, labels, score_brief, score_names
from utils.figures.score_brief import Answer
from utils.measures import score_selection
from utils.measures.score_components import COMPLETE_PERCENT
from utils.measures.score_levels import ASSESSOR_OF, Scale, levels
from utils.measures.score_reading import ScoreReading, score_reading
from utils.measures.scores_record import ScoreRecord
from utils.screen import about as about_file
from utils.screen import cache, frame, link, score_tables
from utils.screen.filters import FICTITIOUS, Filters
from utils.tables.schema_scores import SCORES
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class View:
    """What the page looks at: the tables in use, and what the reader chose.

    `here` : the reading narrowed to the area, the type and the edition of the year. `lao_type` :
    as in the tables, None for every type. `own` : the page's values of the address, for links.
    """

    whole: ScoreRecord
    here: ScoreReading
    chosen: Filters
    lao_type: str | None
    assessor: str
    own: tuple[tuple[str, str], ...]

    @property
    def words(self) -> Words:
        """Return the catalogue in the reader's language."""
        return self.chosen.words

    @property
    def year(self) -> int:
        """Return the chosen fiscal year."""
        return self.chosen.question.fiscal_year_be

    @property
    def fictitious(self) -> bool:
        """Tell whether the tables are invented: whatever is drawn from them must say so."""
        return self.whole.fictitious

    @property
    def scale(self) -> Scale:
        """Return the scale that judges the chosen assessor."""
        return next(scale for scale, assessor in ASSESSOR_OF.items() if assessor == self.assessor)

    @property
    def known(self) -> pd.DataFrame:
        """Return the known scores of the year and the assessor."""
        return known(self.here, self.year, self.assessor)

    @property
    def totals(self) -> pd.DataFrame:
        """Return the totals of the year and the assessor."""
        return _totals(self.here, self.year, self.assessor)

    @property
    def edition(self) -> str | None:
        """Return the edition of the year's assessments, None where there is none."""
        return _edition(self.whole, self.year)

    @property
    def catalogue(self) -> pd.DataFrame:
        """Return the indicators of the edition."""
        table = self.whole.indicators
        return table[table["edition"] == self.edition]

    @property
    def area(self) -> str:
        """Return the name of the area and of the type, empty for the whole country."""
        kind = "" if self.lao_type is None else score_names.lao_type_name(self.lao_type, self.words)
        return " · ".join(part for part in (self.chosen.area, kind) if part)


def view(chosen: Filters) -> View:
    """Return the tables in use for what the reader chose."""
    own = (frame.LAO_TYPE, frame.ASSESSOR, frame.SCORE_PART, frame.lao_param())
    return of(chosen, {p.name: link.value(p) for p in own if link.value(p) != p.default})


def of(chosen: Filters, codes: Mapping[str, str]) -> View:
    """Return the tables in use; `codes`: the page's values that the address spells out, by name."""
    whole = score_tables.in_use(switched_on=(FICTITIOUS.name, "off") not in chosen.choices)
    thai = {english: thai for thai, english in labels.LAO_TYPES.items()}
    lao_type = thai.get(codes.get(frame.LAO_TYPE.name, ""))
    return View(
        whole=whole,
        here=_selected(whole, chosen.question.fiscal_year_be, chosen.codes, lao_type),
        chosen=chosen,
        lao_type=lao_type,
        assessor=codes.get(frame.ASSESSOR.name, frame.ASSESSOR.default),
        own=tuple(codes.items()),
    )


def judged(seen: View, scale: Scale) -> pd.DataFrame:
    """Return the year's totals of one scale's assessor, with the level that they reach."""
    return judgement(seen.whole, seen.here, seen.year, scale)


@cache.kept
def known(here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    """Return the known scores of a year and an assessor: kept, whatever the language or rule."""
    return score_selection.of_year(here.known, year, assessor)


@cache.kept
def judgement(whole: ScoreRecord, here: ScoreReading, year: int, scale: Scale) -> pd.DataFrame:
    """Return what `judged` returns: kept, whatever the language or rule."""
    return levels(score_selection.of_year(here.totals, year), whole.cutoffs, scale)


@cache.kept
def picture(seen: View) -> dict[str, Any]:
    """Return what the component `scores` shows."""
    say, answer = seen.words, _answer(seen)
    shown = score_brief.data(answer, say, notes=notes(seen), fictitious=seen.fictitious)
    return shown | {
        "sentence": score_brief.sentence(answer, say, area=seen.area, fictitious=seen.fictitious),
        "address": link.address("scores", seen.chosen.link | dict(seen.own)),
        "copyLabel": say("overview.copy"),
        "copiedLabel": say("overview.copied"),
    }


def notes(seen: View) -> list[str]:
    """Return what every total rests on: completeness, conversion, years held and source."""
    say = seen.words
    kind = "fictitious" if seen.fictitious else "real"
    conversions = seen.whole.conversions
    derived = bool(seen.known["derived"].any())
    assumed = derived and bool((conversions["confidence"] == "assumed").any())
    return [
        say("scores.complete", percent=COMPLETE_PERCENT),
        *([say("scores.lpa_assumed")] if assumed else []),
        say("scores.held", years=years(seen), source=say(f"scores.source.{kind}")),
    ]


def years(seen: View) -> str:
    """Return the fiscal years that the tables hold: a span where none is missing."""
    held = seen.whole.years_be
    if held[-1] - held[0] + 1 == len(held) > 1:
        return f"{held[0]}–{held[-1]}"
    return ", ".join(str(year) for year in held)


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
        link.home("scores", chosen.link | dict(seen.own)),
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
    return score_names.laos(pd.Series(ids, dtype="string"), whole.municipalities, say)


def components(seen: View) -> dict[int, str]:
    """Return the names of the edition's components."""
    table = seen.whole.components
    return score_names.components(table[table["edition"] == seen.edition], seen.words)


def indicators(seen: View) -> dict[int, str]:
    """Return the names of the edition's indicators."""
    return score_names.indicators(seen.catalogue, seen.words)


def _answer(seen: View) -> Answer:
    year, cutoffs = seen.year, seen.whole.cutoffs
    passed, results = (
        score_selection.reached(judged(seen, scale), cutoffs, scale) for scale in ASSESSOR_OF
    )
    return Answer(
        brief=score_selection.scores_in_brief(seen.totals),
        components=_components(seen.here, year, seen.assessor),
        passed=passed,
        results=results,
        cutoffs=cutoffs,
        names=components(seen),
        assessor=assessor(seen),
        fiscal_year_be=year,
    )


@cache.kept
def _selected(
    whole: ScoreRecord, year: int, codes: tuple[str, ...], lao_type: str | None
) -> ScoreReading:
    return score_selection.selected(
        score_reading(whole), fiscal_year_be=year, province_codes=codes, lao_type=lao_type
    )


@cache.kept
def _totals(here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    return score_selection.of_year(here.totals, year, assessor)


@cache.kept
def _components(here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    return score_selection.component_summary(score_selection.of_year(here.parts, year, assessor))


@cache.kept
def _edition(whole: ScoreRecord, year: int) -> str | None:
    return score_selection.edition_of(score_reading(whole).totals, year)
