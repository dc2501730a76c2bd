"""What the staircase page looks at, and what its pictures and files say of it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.figures import invented, labels
from utils.figures.staircase import sentence as staircase_sentence
from utils.figures.staircase.follow_rows import usual
from utils.measures.staircase import spells
from utils.measures.staircase.follow_up import thresholds
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.summary import InBrief, in_brief
from utils.screen import params
from utils.screen.app import cache, filters, link, release_shown
from utils.screen.app import provenance as about_file
from utils.screen.app.filters import Filters
from utils.screen.staircase import tables_in_use
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class StaircaseView:
    """What a page looks at: the tables in use, whole and narrowed to the chosen area.

    `threshold_years`: the reader's own, for the follow-up list and what is told of it; None for
    the default of each step.
    """

    whole: Staircase
    here: Staircase
    chosen: Filters
    threshold_years: int | None = None

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
    def covered(self) -> bool:
        """Tell whether the table reaches the chosen year."""
        return self.whole.covers(self.year)

    @property
    def link(self) -> dict[str, str]:
        """Return every choice that decides the numbers, for a link."""
        own = self.threshold_years
        return self.chosen.link | ({} if own is None else {params.LONGER.name: str(own)})


def view(chosen: Filters, *, threshold_years: int | None = None) -> StaircaseView:
    """Return the tables in use for what the reader chose."""
    whole = tables_in_use.in_use(switched_on=chosen.invented_allowed)
    return StaircaseView(
        whole=whole,
        here=_within(whole, chosen.codes),
        chosen=chosen,
        threshold_years=threshold_years,
    )


def own_threshold() -> int | None:
    """Return the threshold that the address holds, None for the default."""
    years = link.value(params.LONGER)
    return None if years == params.LONGER.default else int(years)


def brief(view: StaircaseView) -> InBrief:
    """Return the year in a few numbers."""
    return _brief(view.here, view.year, view.threshold_years)


def latest(view: StaircaseView) -> InBrief:
    """Return the last year of the table in a few numbers."""
    return _brief(view.here, view.whole.last_year_be, view.threshold_years)


def sentence(view: StaircaseView) -> str:
    """Return the year in one sentence."""
    return staircase_sentence.sentence(
        brief(view),
        view.words,
        area=view.chosen.area,
        years=(view.whole.first_year_be, view.whole.last_year_be),
        threshold_years=view.threshold_years,
        fictitious=view.fictitious,
    )


def rule(view: StaircaseView) -> str:
    """Return the threshold in words: the reader's own, or those of each step by default."""
    words, whole = view.words, view.whole
    if view.threshold_years is not None:
        return words("follow.own_rule", n=view.threshold_years)
    found = usual(thresholds(whole), words)
    years = labels.years(whole.first_year_be, whole.last_year_be)
    return words("follow.usual", years=years, thresholds=found)


def levels(view: StaircaseView) -> dict[str, str]:
    """Return the level of every step, as text."""
    table = view.whole.levels
    return {step: str(level) for step, level in zip(table["step"], table["level"], strict=True)}


def held(whole: Staircase, words: Words) -> list[str]:
    """Return which years the table holds and where it is from, line by line."""
    kind = "fictitious" if whole.fictitious else "real"
    return [
        words(
            "stair.as_of",
            years=labels.years(whole.first_year_be, whole.last_year_be),
            source=words(f"stair.source.{kind}"),
        )
    ]


def gap(view: StaircaseView) -> str:
    """Return which years the table holds, so that the chosen one is not known."""
    return view.words("stair.no_year", year=view.year, years=years_held(view.whole))


def years_held(whole: Staircase) -> str:
    """Return the fiscal years that the table holds."""
    return labels.years(whole.first_year_be, whole.last_year_be)


def last_held(whole: Staircase) -> str | None:
    """Return the last year of the table among those that can be chosen, None where none is."""
    years_held = (year for year in filters.params()["year"].options if whole.covers(int(year)))
    return max(years_held, default=None)


def all_years(view: StaircaseView) -> str:
    """Return which years the table holds, and how many LAOs durations and cohorts leave out."""
    words, whole = view.words, view.whole
    told = words("stair.all_years", years=labels.years(whole.first_year_be, whole.last_year_be))
    laos, begun = left_out(view.here)
    if not laos:
        return told
    return f"{told}  \n{words('stair.left_out', n=laos, spells=begun)}"


def about(view: StaircaseView, definition: str) -> tuple[str, ...]:
    """Return what a file must say of itself: kind, definition, year, area, source and link."""
    words, chosen = view.words, view.chosen
    said = (words("fictitious.words"),) if view.fictitious else ()
    return (
        *said,
        definition,
        f"{words('filter.year')}: {view.year}",
        about_file.area(chosen),
        *held(view.whole, words),
        release_shown.home("staircase", view.link),
    )


def file_name(view: StaircaseView, name: str) -> str:
    """Return the name of a file."""
    return invented.file_name(name, fictitious=view.fictitious)


def to_provinces(codes: pd.Series, view: StaircaseView) -> list[str]:
    """Return the addresses of provinces given by code, the shared filters kept."""
    isos = codes.map(cache.table("provinces").set_index("province_code")["iso_code"])
    return [link.address("province", {"province": iso} | view.chosen.link) for iso in isos]


@cache.kept
def _within(whole: Staircase, codes: tuple[str, ...]) -> Staircase:
    return whole if len(codes) == len(whole.provinces) else whole.within(codes)


@cache.kept
def _brief(here: Staircase, year: int, threshold_years: int | None) -> InBrief:
    return in_brief(here, year, threshold_years)


left_out = cache.kept(spells.left_out)
