"""What the scores page looks at, and what its pictures and files say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from utils.figures import invented, labels
from utils.figures.scores import names as score_names
from utils.measures.scores import lpa_summary, selection
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.measures.scores.levels import ASSESSOR_OF, Scale, levels
from utils.measures.scores.reading import ScoreReading, score_reading
from utils.measures.scores.record import ScoreRecord
from utils.screen import params
from utils.screen.app import cache, city_links, link, release_shown
from utils.screen.app import provenance as about_file
from utils.screen.app.filters import Filters
from utils.screen.scores import tables_in_use
from utils.tables.declared.scores import SCORES
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class ScoresView:
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
    def scale(self) -> Scale | None:
        """Return the scale that judges the chosen assessor; none judges the national level."""
        judging: dict[str, Scale] = {assessor: scale for scale, assessor in ASSESSOR_OF.items()}
        return judging.get(self.assessor)

    @property
    def known(self) -> pd.DataFrame:
        """Return the known scores of the year and the assessor."""
        return known(self.here, self.year, self.assessor)

    @property
    def totals(self) -> pd.DataFrame:
        """Return the totals of the year and the assessor."""
        return _totals(self.here, self.year, self.assessor)

    @property
    def assessments(self) -> pd.DataFrame:
        """Return the chosen assessor's known scores of every year and edition of the selection."""
        return _assessments(self.whole, self.chosen.codes, self.lao_type, self.assessor)

    @property
    def lpa(self) -> pd.DataFrame:
        """Return the LPA results of the year."""
        return _lpa(self.here, self.year)

    @property
    def edition(self) -> str | None:
        """Return the edition of the year's assessments, None where there is none."""
        return _edition(self.whole, self.year)

    @property
    def catalogue(self) -> pd.DataFrame:
        """Return the indicators of the edition."""
        table = self.whole.indicators
        return table[table["edition"] == self.edition]


def view(chosen: Filters) -> ScoresView:
    """Return the tables in use for what the reader chose."""
    own = (params.LAO_TYPE, params.ASSESSOR, params.SCORE_PART, params.lao_param())
    return of(chosen, {p.name: link.value(p) for p in own if link.value(p) != p.default})


def of(chosen: Filters, codes: Mapping[str, str]) -> ScoresView:
    """Return the tables in use; `codes`: the page's values that the address spells out, by name."""
    whole = tables_in_use.in_use(switched_on=chosen.invented_allowed)
    thai = {english: thai for thai, english in labels.LAO_TYPES.items()}
    lao_type = thai.get(codes.get(params.LAO_TYPE.name, ""))
    return ScoresView(
        whole=whole,
        here=_selected(whole, chosen.question.fiscal_year_be, chosen.codes, lao_type),
        chosen=chosen,
        lao_type=lao_type,
        assessor=codes.get(params.ASSESSOR.name, params.ASSESSOR.default),
        own=tuple(codes.items()),
    )


def judged(view: ScoresView, scale: Scale) -> pd.DataFrame:
    """Return the year's totals of one scale's assessor, with the level that they reach."""
    return judgement(view.whole, view.here, view.year, scale)


@cache.kept
def known(here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    """Return the known scores of a year and an assessor: kept, whatever the language or rule."""
    return selection.of_year(here.known, year, assessor)


@cache.kept
def judgement(whole: ScoreRecord, here: ScoreReading, year: int, scale: Scale) -> pd.DataFrame:
    """Return what `judged` returns: kept, whatever the language or rule."""
    everyone, mine = _everyone_judged(whole, scale), here.totals
    held = everyone["lao_id"].isin(mine["lao_id"]) & everyone["edition"].isin(mine["edition"])
    return selection.of_year(everyone[held], year)


@cache.kept
def _everyone_judged(whole: ScoreRecord, scale: Scale) -> pd.DataFrame:
    # A level is an LAO's own: it is judged once, not for every area.
    return levels(score_reading(whole).totals, whole.cutoffs, scale)


@cache.kept
def _selected(
    whole: ScoreRecord, year: int, codes: tuple[str, ...], lao_type: str | None
) -> ScoreReading:
    return selection.selected(
        score_reading(whole), fiscal_year_be=year, province_codes=codes, lao_type=lao_type
    )


@cache.kept
def _totals(here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    return selection.of_year(here.totals, year, assessor)


@cache.kept
def _assessments(
    whole: ScoreRecord, codes: tuple[str, ...], lao_type: str | None, assessor: str
) -> pd.DataFrame:
    reading = selection.narrowed(score_reading(whole), province_codes=codes, lao_type=lao_type)
    return reading.known[reading.known["assessor"] == assessor]


@cache.kept
def _lpa(here: ScoreReading, year: int) -> pd.DataFrame:
    return selection.of_year(here.lpa, year)


@cache.kept
def _edition(whole: ScoreRecord, year: int) -> str | None:
    return selection.edition_of(score_reading(whole).totals, year)


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


def cutoffs(view: ScoresView) -> str:
    """Return the cut-offs that act on the chosen assessor, assumed ones called so; or that none."""
    if view.scale is None:
        return view.words("scores_lpa.national")
    return score_names.acting(view.whole.cutoffs, view.scale, view.words)


def card(view: ScoresView, lao_id: str, name: str) -> dict[str, str]:
    """Return what makes of a name in a title a link to the card."""
    return {"id": lao_id, "name": name, "href": city_links.address(lao_id, view.chosen)}
