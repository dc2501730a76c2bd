"""What the scores page looks at, and what its pictures and files say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from utils.figures import invented, reported
from utils.figures.scores import names as score_names
from utils.measures.coverage.areas import ALL
from utils.measures.reported import ReportedTable, in_area
from utils.measures.scores import assessments as score_assessments
from utils.measures.scores import lpa as score_lpa
from utils.measures.scores.assessments import ScoreReading, score_reading
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.measures.scores.levels import ASSESSOR_OF, Scale, levels
from utils.measures.scores.record import ScoreRecord
from utils.screen.app import cache, city_links, link, release_shown
from utils.screen.app import provenance as about_file
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.scores import tables_in_use
from utils.tables.declared.places import LAO_TYPES_EN
from utils.tables.declared.scores import SCORES
from utils.words import Words

# Types of LAO by their English abbreviations: an address holds no Thai.
LAO_TYPE = Param(
    name="type",
    options=(ALL, *LAO_TYPES_EN.values()),
    default=ALL,
    label="scores.type",
)
_ASSESSOR = Param(
    name="assessor",
    options=("self", "area", "national"),
    default="self",
    label="scores.assessor",
)


def assessor_param() -> Param:
    """Return the parameter that names who assessed: the national level only where a score is."""
    if "national" in tables_in_use.tables().assessors:
        return _ASSESSOR
    return replace(_ASSESSOR, options=_ASSESSOR.options[:-1])


def last_year_be() -> int | None:
    """Return the fiscal year that the page opens on: the last of the assessor in the address."""
    return tables_in_use.last_year_be(link.value(assessor_param()))


def lao_param() -> Param:
    """Return the parameter that names an LAO of the score tables in use, empty for none."""
    return _lao_param(tables_in_use.tables())


@cache.kept
def _lao_param(record: ScoreRecord) -> Param:
    ids = record.municipalities["lao_id"].unique()
    return Param(name="lao", options=("", *ids), default="", label="scores.lao")


@dataclass(frozen=True, kw_only=True)
class ScoresView:
    """What the page looks at: the tables in use, and what the reader chose.

    `selected`: the reading narrowed to the area, the type and the edition of the year. `lao_type`:
    as in the tables, None for every type. `choices`: name and code of the page's own choices in
    the address, for links.
    """

    whole: ScoreRecord
    selected: ScoreReading
    chosen: Filters
    lao_type: str | None
    assessor: str
    choices: tuple[tuple[str, str], ...]

    @property
    def words(self) -> Words:
        """Return the catalogue in the reader's language."""
        return self.chosen.words

    @property
    def year(self) -> int:
        """Return the fiscal year looked at: the reader's, else the assessor's last."""
        return self.chosen.year_of(self.whole.last_year_of(self.assessor))

    @property
    def fictitious(self) -> bool:
        """Tell whether the tables are invented: everything drawn from them must say so."""
        return self.whole.fictitious

    @property
    def before(self) -> str:
        """Return how every sentence on the tables begins: an invented one says so."""
        return invented.before(self.words, fictitious=self.fictitious)

    @property
    def scale(self) -> Scale | None:
        """Return the scale of the chosen assessor's levels; None at national level."""
        judging: dict[str, Scale] = {assessor: scale for scale, assessor in ASSESSOR_OF.items()}
        return judging.get(self.assessor)

    @property
    def known(self) -> pd.DataFrame:
        """Return the known scores of the year and the assessor."""
        return known_scores(self.selected, self.year, self.assessor)

    @property
    def totals(self) -> pd.DataFrame:
        """Return the totals of the year and the assessor."""
        return _totals(self.selected, self.year, self.assessor)

    @property
    def assessments(self) -> pd.DataFrame:
        """Return the chosen assessor's known scores in the selection: every year and edition."""
        return _assessments(self.whole, self.chosen.codes, self.lao_type, self.assessor)

    @property
    def lpa(self) -> pd.DataFrame:
        """Return the LPA results of the year."""
        return _lpa(self.selected, self.year)

    @property
    def edition(self) -> str | None:
        """Return the edition of the year's assessments, None where there is none."""
        return _edition(self.whole, self.year)

    @property
    def catalogue(self) -> pd.DataFrame:
        """Return the indicators of the edition."""
        table = self.whole.indicators
        return table[table["edition"] == self.edition]


def from_codes(chosen: Filters, codes: Mapping[str, str]) -> ScoresView:
    """Return the tables in use for filters and for `codes`: the page's own choices, by name."""
    whole = tables_in_use.in_use(trial=chosen.trial)
    thai = {english: thai for thai, english in LAO_TYPES_EN.items()}
    lao_type = thai.get(codes.get(LAO_TYPE.name, ""))
    assessor = codes.get(_ASSESSOR.name, _ASSESSOR.default)
    year = chosen.year_of(whole.last_year_of(assessor))
    return ScoresView(
        whole=whole,
        selected=_selected(whole, year, chosen.codes, lao_type),
        chosen=chosen,
        lao_type=lao_type,
        assessor=assessor,
        choices=tuple(codes.items()),
    )


def with_levels(view: ScoresView, scale: Scale) -> pd.DataFrame:
    """Return the year's totals by one scale's assessor, with the level that each reaches."""
    return totals_with_levels(view.whole, view.selected, view.year, scale)


@cache.kept
def known_scores(selected: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    """Return the known scores of a year and an assessor: cached for every language and rule."""
    return score_assessments.of_year(selected.known, year, assessor)


@cache.kept
def totals_with_levels(
    whole: ScoreRecord, selected: ScoreReading, year: int, scale: Scale
) -> pd.DataFrame:
    """Return what `with_levels` returns: cached for every language and rule."""
    everyone, totals = _everyone_with_levels(whole, scale), selected.totals
    is_selected = everyone["lao_id"].isin(totals["lao_id"])
    is_selected &= everyone["edition"].isin(totals["edition"])
    return score_assessments.of_year(everyone[is_selected], year)


@cache.kept
def _everyone_with_levels(whole: ScoreRecord, scale: Scale) -> pd.DataFrame:
    # An LAO's level does not depend on the area: it is computed once for all.
    return levels(score_reading(whole).totals, whole.cutoffs, scale)


@cache.kept
def _selected(
    whole: ScoreRecord, year: int, codes: tuple[str, ...], lao_type: str | None
) -> ScoreReading:
    return score_assessments.selected(
        score_reading(whole), fiscal_year_be=year, province_codes=codes, lao_type=lao_type
    )


@cache.kept
def _totals(selected: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    return score_assessments.of_year(selected.totals, year, assessor)


@cache.kept
def _assessments(
    whole: ScoreRecord, codes: tuple[str, ...], lao_type: str | None, assessor: str
) -> pd.DataFrame:
    reading = score_assessments.narrowed(
        score_reading(whole), province_codes=codes, lao_type=lao_type
    )
    return reading.known[reading.known["assessor"] == assessor]


@cache.kept
def _lpa(selected: ScoreReading, year: int) -> pd.DataFrame:
    return score_assessments.of_year(selected.lpa, year)


@cache.kept
def _edition(whole: ScoreRecord, year: int) -> str | None:
    return score_assessments.edition_of(score_reading(whole).totals, year)


def notes(view: ScoresView) -> list[str]:
    """Return what every total rests on: completeness, conversion, years covered and source."""
    words = view.words
    kind = "fictitious" if view.fictitious else "real"
    editions = _other_editions(view.whole, view.year)
    derived = bool(view.known["derived"].any())
    return [
        words("scores.complete", percent=COMPLETE_PERCENT),
        *([conversion(view)] if derived else []),
        *([words("scores.other_editions", n=editions)] if editions else []),
        *([words("scores_lpa.national")] if view.scale is None else []),
        *reported_note(view),
        words("scores.available", years=years_held(view), source=words(f"scores.source.{kind}")),
    ]


def reported_note(view: ScoresView, table: ReportedTable = "scores") -> list[str]:
    """Return in one line who has reported a table of the year; nothing without offices."""
    note = reported_part(view, table)
    return [view.before + note] if note else []


def reported_part(view: ScoresView, table: ReportedTable = "scores") -> str:
    """Return the same as a part of a sentence on the table; empty without offices."""
    return reported.sentence(told(view, table), view.year, view.words)


def told(view: ScoresView, table: ReportedTable) -> pd.DataFrame:
    """Return what each province of the area has told of the year in one of the tables."""
    return in_area(_told(view.whole, view.year, table), view.chosen.codes)


@cache.kept
def _told(whole: ScoreRecord, year: int, table: ReportedTable) -> pd.DataFrame:
    return whole.told(year, table)


def conversion(view: ScoresView) -> str:
    """Return which indicators are converted from LPA results, and whether the rule is assumed.

    Empty where the edition has none.
    """
    return _conversion(view.whole, view.edition, view.words)


def years_held(view: ScoresView) -> str:
    """Return the fiscal years that the tables hold, years in a row as a span."""
    return score_names.spans(view.whole.years_be)


def about(view: ScoresView, definition: str) -> tuple[str, ...]:
    """Return the lines that a file must carry: kind, definition, year, area, source and link."""
    words, chosen = view.words, view.chosen
    invented_note = (words("fictitious.words"),) if view.fictitious else ()
    kind = words("scores.every_type") if view.lao_type is None else view.lao_type
    return (
        *invented_note,
        definition,
        f"{words('filter.year')}: {view.year}",
        f"{words('scores.assessor')}: {assessor_name(view)}",
        f"{words('scores.type')}: {kind}",
        about_file.area(chosen),
        *notes(view),
        release_shown.home("scores", chosen.own_year_link | dict(view.choices)),
    )


def drawn(view: ScoresView) -> tuple[str, ...]:
    """Return what a picture of scores says of the data that it is drawn from."""
    *_, available = notes(view)
    return about_file.drawn(view.chosen, available, counted=(assessor_name(view),))


def file_name(view: ScoresView, name: str) -> str:
    """Return the name of a file, without its ending: an invented table's says so."""
    return invented.file_name(f"scores_{name}", fictitious=view.fictitious)


def assessor_name(view: ScoresView) -> str:
    """Return the name of the chosen assessor."""
    return SCORES.columns["assessor"].label(view.assessor, view.words.lang)


def assessed_names(view: ScoresView) -> dict[str, str]:
    """Return the names of the LAOs assessed in the year by id, in the order of type and name."""
    return lao_names(view.whole, tuple(view.totals["lao_id"]), view.words)


@cache.kept
def lao_names(whole: ScoreRecord, ids: tuple[str, ...], words: Words) -> dict[str, str]:
    """Return the names of LAOs by id, in the order of type and name."""
    requested = set(ids)
    return {lao: name for lao, name in _every_name(whole, words).items() if lao in requested}


@cache.kept
def _every_name(whole: ScoreRecord, words: Words) -> dict[str, str]:
    return score_names.laos(whole.municipalities["lao_id"], whole.municipalities, words)


def component_names(view: ScoresView) -> dict[int, str]:
    """Return the names of the edition's components, by number."""
    table = view.whole.components
    return score_names.components(table[table["edition"] == view.edition], view.words)


def indicator_names(view: ScoresView) -> dict[int, str]:
    """Return the names of the edition's indicators, by number."""
    return score_names.indicators(view.catalogue, view.words)


@cache.kept
def _other_editions(whole: ScoreRecord, year: int) -> int:
    return score_assessments.other_editions(score_reading(whole).totals, year)


@cache.kept
def _conversion(whole: ScoreRecord, edition: str | None, words: Words) -> str:
    table = whole.conversions
    numbers = score_lpa.converted(table, edition)
    if not numbers:
        return ""
    acting = table.loc[table["edition"] == edition, "confidence"]
    confidence = "assumed" if (acting == "assumed").any() else "stated"
    return words(f"scores_lpa.converted.{confidence}", indicators=score_names.spans(numbers))


def cutoffs_in_words(view: ScoresView) -> str:
    """Return the cut-offs for the chosen assessor, assumed ones marked; or that there are none."""
    if view.scale is None:
        return view.words("scores_lpa.national")
    return score_names.acting(view.whole.cutoffs, view.scale, view.words)


def card_link(view: ScoresView, lao_id: str, name: str) -> dict[str, str]:
    """Return a name in a title as a link to the LAO's card."""
    return {"id": lao_id, "name": name, "href": city_links.address(lao_id, view.chosen)}
