"""Slide: the staircase, from a real table, or from an invented one that was asked for."""

from __future__ import annotations

import pandas as pd

from utils.figures import invented, labels, reported
from utils.figures.slides import pictures
from utils.figures.slides.pictures import Row
from utils.figures.slides.slide import Slide, SlideContext
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import sentences
from utils.measures.staircase.distribution import step_totals
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.summary import in_brief


def stairs(context: SlideContext) -> Slide | None:
    """Return how many LAOs stand on each step, at the year's end or the table's last."""
    whole, words = context.material.staircase, context.words
    if whole.is_empty or (whole.fictitious and not context.chosen.fictitious):
        return None
    chosen = context.chosen.question.fiscal_year_be
    year = chosen if whole.covers(chosen) else whole.last_year_be
    here = whole.within(context.chosen.codes)
    totals = step_totals(here, year)
    return Slide(
        name="stairs",
        title=words("slide.stairs"),
        sentence=_sentence(here, year, context),
        kind="bars",
        figure=pictures.bars(_bars(totals, context), words("slide.stairs")),
        table=staircase_rows.steps(totals, year, words),
        basis=" · ".join(
            [
                words("slide.stairs_basis", year=year),
                context.chosen.area or words("filter.everywhere"),
                *filter(None, [reported.sentence(here.told(year), year, words)]),
                words(f"staircase.source.{'fictitious' if whole.fictitious else 'real'}"),
            ]
        ),
        notes=(
            sentences.sentence(
                in_brief(here, year),
                words,
                area=context.chosen.area,
                years=(whole.first_year_be, whole.last_year_be),
                threshold_years=None,
                fictitious=whole.fictitious,
            ),
            words("staircase.levels_assumed"),
            *filter(None, [reported.so_far(here.told(year), words)]),
        ),
        fictitious=whole.fictitious,
    )


def _sentence(here: Staircase, year: int, context: SlideContext) -> str:
    words, brief = context.words, in_brief(here, year)
    before = invented.before(words, fictitious=here.fictitious)
    if brief.unreported:
        return before + sentences.unreported(brief, words)
    if brief.enrolled is None:
        years = labels.years(here.first_year_be, here.last_year_be)
        return before + words("staircase.sentence_unknown", year=year, years=years)
    known = {"year": year, "area": context.where, "n": brief.enrolled}
    if brief.moves is None or not brief.base:
        said = words("slide.stairs_now", **known)
    else:
        up, down = brief.moves["up"], brief.moves["down"]
        said = words("slide.stairs_sentence", **known, up=up, down=down)
    return before + reported.sentence_so_far(said, here.told(year), words)


def _bars(totals: pd.DataFrame, context: SlideContext) -> list[Row]:
    words, most = context.words, totals["count"].max()
    known = {step: None if pd.isna(n) else int(n) for step, n in totals["count"].items()}
    return [
        (words(f"step.{step}"), n, most, words("table.unknown_year") if n is None else str(n))
        for step, n in known.items()
    ]
