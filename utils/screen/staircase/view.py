"""Which tables of the staircase are in use, and what the pages ask of them.

Real tables where any row of enrolment is loaded; invented ones only until then, only where the
setting and the switch of the interface allow them.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils import settings
from utils.figures import invented, labels
from utils.figures.staircase import sentence as staircase_sentence
from utils.figures.staircase import steps as staircase_steps
from utils.figures.staircase.follow_rows import usual
from utils.measures.staircase.distribution import step_totals
from utils.measures.staircase.follow_up import thresholds
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.summary import InBrief, in_brief
from utils.screen import params
from utils.screen.app import cache, link, release_shown
from utils.screen.app import provenance as about_file
from utils.screen.app.filters import Filters
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class View:
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


def view(chosen: Filters, *, threshold_years: int | None = None) -> View:
    """Return the tables in use for what the reader chose."""
    whole = tables(chosen)
    return View(
        whole=whole,
        here=_within(whole, chosen.codes),
        chosen=chosen,
        threshold_years=threshold_years,
    )


def own_threshold() -> int | None:
    """Return the threshold that the address holds, None for the default."""
    years = link.value(params.LONGER)
    return None if years == params.LONGER.default else int(years)


def tables(chosen: Filters) -> Staircase:
    """Return the tables in use: the real ones, or the invented ones while there are none."""
    return _loaded(fictitious=replaceable() and chosen.invented_allowed)


def of_kind(*, fictitious: bool) -> Staircase:
    """Return the real tables, or the invented ones."""
    return _loaded(fictitious=fictitious)


def replaceable() -> bool:
    """Tell whether invented tables may be used at all: none is loaded, and the setting agrees."""
    return settings.fictitious() and _loaded(fictitious=False).is_empty


def brief(seen: View) -> InBrief:
    """Return the year in a few numbers."""
    return _brief(seen.here, seen.year, seen.threshold_years)


def latest(seen: View) -> InBrief:
    """Return the last year of the table in a few numbers."""
    return _brief(seen.here, seen.whole.last_year_be, seen.threshold_years)


def sentence(seen: View) -> str:
    """Return the year in one sentence."""
    return staircase_sentence.sentence(
        brief(seen),
        seen.words,
        area=seen.chosen.area,
        years=(seen.whole.first_year_be, seen.whole.last_year_be),
        threshold_years=seen.threshold_years,
        fictitious=seen.fictitious,
    )


def rule(seen: View) -> str:
    """Return the threshold in words: the reader's own, or those of each step by default."""
    say, whole = seen.words, seen.whole
    if seen.threshold_years is not None:
        return say("follow.own_rule", n=seen.threshold_years)
    found = usual(thresholds(whole), say)
    years = labels.years(whole.first_year_be, whole.last_year_be)
    return say("follow.usual", years=years, thresholds=found)


def levels(seen: View) -> dict[str, str]:
    """Return the level of every step, as text."""
    table = seen.whole.levels
    return {step: str(level) for step, level in zip(table["step"], table["level"], strict=True)}


def held(whole: Staircase, say: Words) -> list[str]:
    """Return which years the table holds and where it is from, line by line."""
    kind = "fictitious" if whole.fictitious else "real"
    return [
        say(
            "stair.as_of",
            years=labels.years(whole.first_year_be, whole.last_year_be),
            source=say(f"stair.source.{kind}"),
        )
    ]


def about(seen: View, definition: str) -> tuple[str, ...]:
    """Return what a file must say of itself: kind, definition, year, area, source and link."""
    say, chosen = seen.words, seen.chosen
    said = (say("fictitious.words"),) if seen.fictitious else ()
    return (
        *said,
        definition,
        f"{say('filter.year')}: {seen.year}",
        about_file.area(chosen),
        *held(seen.whole, say),
        release_shown.home("staircase", seen.link),
    )


def file_name(seen: View, name: str) -> str:
    """Return the name of a file."""
    return invented.file_name(name, fictitious=seen.fictitious)


def to_provinces(codes: pd.Series, seen: View) -> list[str]:
    """Return the addresses of provinces given by code, the shared filters kept."""
    isos = codes.map(cache.table("provinces").set_index("province_code")["iso_code"])
    return [link.address("province", {"province": iso} | seen.chosen.link) for iso in isos]


@cache.kept
def picture(seen: View) -> dict[str, object]:
    """Return what the component `stairs` shows."""
    say = seen.words
    shown = staircase_steps.data(
        step_totals(seen.here, seen.year), levels(seen), seen.year, say, fictitious=seen.fictitious
    )
    numbers = staircase_steps.figures(
        brief(seen), say, longer_rule=rule(seen), notes=held(seen.whole, say)
    )
    return shown | {
        "figures": numbers,
        "sentence": sentence(seen),
        "address": link.address("staircase", seen.link),
        "copyLabel": say("overview.copy"),
        "copiedLabel": say("overview.copied"),
    }


@cache.kept
def _loaded(*, fictitious: bool) -> Staircase:
    load = cache.with_invented if fictitious else cache.table
    return Staircase.of(load, fictitious=fictitious)


@cache.kept
def _within(whole: Staircase, codes: tuple[str, ...]) -> Staircase:
    return whole if len(codes) == len(whole.provinces) else whole.within(codes)


@cache.kept
def _brief(here: Staircase, year: int, threshold_years: int | None) -> InBrief:
    return in_brief(here, year, threshold_years)
