"""What the staircase page looks at, and what its pictures and files say of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from utils.figures import invented, labels, reported
from utils.figures.staircase import sentences
from utils.figures.staircase.rows import usual
from utils.measures.staircase import durations
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.stalled import MINIMUM_TABLE_YEARS, thresholds, young_years
from utils.measures.staircase.summary import InBrief, in_brief
from utils.screen.app import cache, filters, link, release_shown
from utils.screen.app import provenance as about_file
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.staircase import tables_in_use
from utils.words import Words

LONGER = Param(
    name="longer",
    options=("usual", *map(str, range(1, 11))),
    default="usual",
    label="follow.threshold",
)


@dataclass(frozen=True, kw_only=True)
class StaircaseView:
    """What a page looks at: the tables in use, whole and narrowed to the chosen area.

    `threshold_years`: the reader's own, for the follow-up list and its numbers; None for the
    default of each step.
    """

    whole: Staircase
    selected: Staircase
    chosen: Filters
    threshold_years: int | None = None

    @property
    def words(self) -> Words:
        """Return the catalogue in the reader's language."""
        return self.chosen.words

    @property
    def year(self) -> int:
        """Return the fiscal year looked at: the reader's, else the table's last."""
        return self.chosen.year_of(None if self.whole.is_empty else self.whole.last_year_be)

    @property
    def fictitious(self) -> bool:
        """Tell whether the tables are invented: everything drawn from them must say so."""
        return self.whole.fictitious

    @property
    def before(self) -> str:
        """Return how every sentence on the tables begins: an invented one says so."""
        return invented.before(self.words, fictitious=self.fictitious)

    @property
    def covered(self) -> bool:
        """Tell whether the table reaches the chosen year."""
        return self.whole.covers(self.year)

    @property
    def link(self) -> dict[str, str]:
        """Return every choice that decides the numbers, for a link."""
        if self.threshold_years is None:
            return self.chosen.own_year_link
        return self.chosen.own_year_link | {LONGER.name: str(self.threshold_years)}


def view(chosen: Filters, *, threshold_years: int | None = None) -> StaircaseView:
    """Return the tables in use for what the reader chose."""
    whole = tables_in_use.in_use(trial=chosen.trial)
    return StaircaseView(
        whole=whole,
        selected=_within(whole, chosen.codes),
        chosen=chosen,
        threshold_years=threshold_years,
    )


def chosen_threshold() -> int | None:
    """Return the threshold in the address; None for the default."""
    years = link.value(LONGER)
    return None if years == LONGER.default else int(years)


def brief(view: StaircaseView) -> InBrief:
    """Return the chosen year in a few numbers."""
    return _brief(view.selected, view.year, view.threshold_years)


def latest(view: StaircaseView) -> InBrief:
    """Return the table's last year in a few numbers."""
    return _brief(view.selected, view.whole.last_year_be, view.threshold_years)


def enrolled_line(view: StaircaseView) -> str:
    """Return how many LAOs are enrolled and who has reported, in the chosen year or the last."""
    words = view.words
    shown = brief(view) if view.covered else latest(view)
    year = shown.fiscal_year_be
    count = (
        sentences.unreported(shown, words)
        if shown.enrolled is None
        else words("overview.enrolled", year=year, n=shown.enrolled)
    )
    missing = [] if view.covered else [missing_year_note(view)]
    return " · ".join([count, *filter(None, [_reported(view.selected, year, words)]), *missing])


def sentence(view: StaircaseView) -> str:
    """Return the chosen year in one sentence."""
    said = sentences.sentence(
        brief(view),
        view.words,
        area=view.chosen.area,
        years=(view.whole.first_year_be, view.whole.last_year_be),
        threshold_years=view.threshold_years,
        fictitious=view.fictitious,
    )
    reported = _reported(view.selected, view.year, view.words)
    return " · ".join([said.removesuffix("."), *filter(None, [reported])])


def threshold_in_words(view: StaircaseView) -> str:
    """Return the threshold in words: the reader's own, or those of each step by default."""
    words, whole = view.words, view.whole
    if view.threshold_years is not None:
        return words("follow.own_rule", n=view.threshold_years)
    young = young_years(whole)
    if young is not None:
        return words("staircase.young_table", years=young, minimum=MINIMUM_TABLE_YEARS)
    by_step = usual(thresholds(whole), words)
    return words("follow.usual", years=years_held(whole), thresholds=by_step)


def levels(view: StaircaseView) -> dict[str, str]:
    """Return the level of every step, as text."""
    table = view.whole.levels
    return {step: str(level) for step, level in zip(table["step"], table["level"], strict=True)}


def data_note(whole: Staircase, words: Words) -> list[str]:
    """Return which years the table holds and where it is from, in one line."""
    if whole.is_empty:
        return [words("stage.no_table")]
    kind = "fictitious" if whole.fictitious else "real"
    return [
        words("staircase.as_of", years=years_held(whole), source=words(f"staircase.source.{kind}"))
    ]


def reported_note(view: StaircaseView) -> list[str]:
    """Return in one line who has reported the year; nothing where the table lacks it."""
    note = _reported(view.selected, view.year, view.words)
    return [invented.before(view.words, fictitious=view.fictitious) + note] if note else []


def so_far_note(view: StaircaseView) -> list[str]:
    """Return that counts are of the provinces that have reported; nothing where all have."""
    return [note] if (note := _so_far(view.selected, view.year, view.words)) else []


def told_notes(whole: Staircase, years: Collection[int], words: Words) -> list[str]:
    """Return what must stand beside steps of LAOs in some fiscal years; nothing without a year.

    Who has reported each year, and that the level of F1 and F2 is assumed.
    """
    before = invented.before(words, fictitious=whole.fictitious)
    told = [before + note for year in sorted(years) if (note := _reported(whole, year, words))]
    return [*told, words("staircase.levels_assumed")] if years else []


def missing_year_note(view: StaircaseView) -> str:
    """Return which years the table holds, where the chosen one is not among them."""
    return view.words("staircase.no_year", year=view.year, years=years_held(view.whole))


def years_held(whole: Staircase) -> str:
    """Return the span of fiscal years that the table holds."""
    return labels.years(whole.first_year_be, whole.last_year_be)


def last_year(whole: Staircase) -> str | None:
    """Return the last year that the table holds of those on offer; None where it holds none."""
    years = (year for year in filters.params()["year"].options if whole.covers(int(year)))
    return max(years, default=None)


def all_years_note(view: StaircaseView) -> str:
    """Return which years the table holds, and how many LAOs durations and cohorts leave out."""
    words = view.words
    years = words("staircase.all_years", years=years_held(view.whole))
    laos, spells_left_out = left_out(view.selected)
    if not laos:
        return years
    return f"{years}  \n{words('staircase.left_out', n=laos, spells=spells_left_out)}"


def about(view: StaircaseView, definition: str) -> tuple[str, ...]:
    """Return the lines that a file must carry: kind, definition, year, area, source and link."""
    words, chosen = view.words, view.chosen
    invented_note = (words("fictitious.words"),) if view.fictitious else ()
    return (
        *invented_note,
        definition,
        f"{words('filter.year')}: {view.year}",
        about_file.area(chosen),
        *reported_note(view),
        *data_note(view.whole, words),
        release_shown.home("staircase", view.link),
    )


def drawn(view: StaircaseView, *, province: str = "") -> tuple[str, ...]:
    """Return what a picture of the staircase says of its data; `province` as in provenance."""
    return about_file.drawn(view.chosen, *data_note(view.whole, view.words), province=province)


def file_name(view: StaircaseView, name: str) -> str:
    """Return the name of a file, without its ending: an invented table's says so."""
    return invented.file_name(name, fictitious=view.fictitious)


def province_links(codes: pd.Series, view: StaircaseView) -> list[str]:
    """Return the addresses of provinces given by code, with the shared filters."""
    isos = codes.map(cache.table("provinces").set_index("province_code")["iso_code"])
    return [link.address("province", {"province": iso} | view.chosen.link) for iso in isos]


@cache.kept
def _within(whole: Staircase, codes: tuple[str, ...]) -> Staircase:
    return whole if len(codes) == len(whole.provinces) else whole.within(codes)


@cache.kept
def _brief(selected: Staircase, year: int, threshold_years: int | None) -> InBrief:
    return in_brief(selected, year, threshold_years)


@cache.kept
def _reported(selected: Staircase, year: int, words: Words) -> str:
    if not selected.covers(year):
        return ""
    return reported.sentence(selected.told(year), year, words)


@cache.kept
def _so_far(selected: Staircase, year: int, words: Words) -> str:
    if not selected.covers(year):
        return ""
    return reported.so_far(selected.told(year), words)


left_out = cache.kept(durations.left_out)
