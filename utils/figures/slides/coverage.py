"""Slides: where we stand, the map, and the way to the deadline."""

from __future__ import annotations

import pandas as pd

from utils.figures import labels, map_data, rows
from utils.figures.coverage import key_figures
from utils.figures.coverage import sentences as coverage_sentences
from utils.figures.coverage.choropleth import paint
from utils.figures.coverage.pace import PaceLines
from utils.figures.coverage.sentences import RecordYears, Standing
from utils.figures.map_data import Frame
from utils.figures.slides import country_map, pace_line, pictures
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import groups as coverage_groups
from utils.measures.coverage import pace as pace_measures
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.firmness import firmness
from utils.measures.coverage.pace import Target
from utils.measures.coverage.rules import RULES

LABELLED = 16  # names that find room beside the map


def stand(context: SlideContext) -> Slide:
    """Return one number, the rule it is counted by, and what it is by the others."""
    words, record = context.words, context.record
    main = context.standing()
    shown = [context.standing(rule) for rule in RULES]
    years = (record.first_year_be, record.last_result_year_be)
    main_count, *others = [
        pictures.count(key_figures.figure(one, words, years=years, ever=None))
        for one in (main, *(one for one in shown if one.question != main.question))
    ]
    span = RecordYears(
        first_year_be=years[0],
        last_year_be=years[1],
        deadline_year_be=_target(context).deadline_year_be,
    )
    whole = coverage_sentences.where_we_stand(
        main, context.standing("d"), area=context.chosen.area, span=span, words=words
    )
    firm = key_figures.firm(firmness(record, main.question, context.chosen.codes), words)
    return Slide(
        name="stand",
        title=words("slide.stand"),
        sentence=_standing(main, context),
        kind="number",
        figure=pictures.number(main_count, others, words("slide.counted")),
        table=_by_rule(shown, context),
        basis=context.basis,
        notes=(whole, *key_figures.as_of(main, years[1], words), *firm),
    )


def on_map(context: SlideContext) -> Slide:
    """Return the provinces by their state, those not counted named where there is room."""
    words, question = context.words, context.chosen.question
    waiting = list(coverage_coverage.waiting_states(context.states).index)
    whole = context.material.states(question)
    painted = paint(whole, "status", words, question=question)
    around = Frame(
        outlines="",
        views=("outlines",),
        label=words("map.label", measure=words("map.measure.status"), year=question.fiscal_year_be),
        area=context.chosen.codes,
    )
    shown = map_data.picture(painted, around, words, counts=True)
    named = waiting if len(waiting) <= LABELLED else []
    return Slide(
        name="map",
        title=words("slide.map"),
        sentence=_mapped(context, waiting),
        kind="map",
        figure=country_map.country(shown, named),
        table=rows.states(context.states, context.record.provinces, words, question=question),
        basis=context.basis,
        notes=(words("source.outlines"),),
    )


def pace(context: SlideContext) -> Slide:
    """Return the actual line against the straight reference to the target."""
    words, lines = context.words, _lines(context)
    basis = labels.yearly_basis(context.chosen.question, context.record.first_year_be, words)
    return Slide(
        name="pace",
        title=words("slide.pace"),
        sentence=_at_deadline(lines, context),
        kind="line",
        figure=pace_line.pace_line(lines, words),
        table=rows.pace(lines, words),
        basis=context.sourced(basis),
        notes=(
            coverage_sentences.at_the_deadline(lines, words),
            words("pace.note", start=_target(context).reference_year_be),
        ),
    )


def _standing(main: Standing, context: SlideContext) -> str:
    words, year = context.words, main.question.fiscal_year_be
    bounds = main.bounds
    if bounds.at_least is None:
        return context.unknown
    share = coverage_groups.share_of(bounds.at_least, bounds.total)
    return words(
        "slide.stand_sentence" if bounds.exact else "slide.stand_between",
        year=year,
        area=context.where,
        counted=bounds.at_least,
        total=bounds.total,
        n=bounds.not_known,
        percent="" if share is None else words("sentence.percent", share=labels.percent(share)),
    )


def _mapped(context: SlideContext, waiting: list[str]) -> str:
    words, main = context.words, context.standing()
    year = main.question.fiscal_year_be
    if main.bounds.at_least is None:
        return context.unknown
    key = "slide.map_sentence" if main.bounds.exact else "slide.map_between"
    key = key if waiting else "slide.map_all"
    return words(key, year=year, area=context.where, n=len(waiting), total=main.bounds.total)


def _at_deadline(lines: PaceLines, context: SlideContext) -> str:
    words = context.words
    bounds = lines.at_the_deadline
    if bounds.at_least is None:
        return context.unknown
    gap = bounds.total - bounds.at_least
    reached = "slide.pace_sentence" if gap else "slide.pace_reached"
    return words(
        reached if bounds.exact else "slide.pace_between",
        deadline=lines.deadline_year_be,
        area=context.where,
        counted=bounds.at_least,
        total=bounds.total,
        gap=gap,
        n=bounds.not_known,
    )


def _by_rule(shown: list[Standing], context: SlideContext) -> pd.DataFrame:
    words, first = context.words, context.record.first_year_be
    return pd.DataFrame(
        {
            words("filter.rule"): [labels.rule(one.question, words) for one in shown],
            words("slide.window"): [labels.window(one.question, first, words) for one in shown],
            words("column.counted_at_least"): pd.array(
                [one.bounds.at_least for one in shown], dtype="Int64"
            ),
            words("column.not_known"): pd.array(
                [_not_known(one.bounds) for one in shown], dtype="Int64"
            ),
            words("slide.total"): pd.array([one.bounds.total for one in shown], dtype="Int64"),
            words("slide.caveat"): [one.caveat for one in shown],
        }
    )


def _not_known(bounds: Bounds) -> int | None:
    return None if bounds.at_least is None else bounds.not_known


def _target(context: SlideContext) -> Target:
    return pace_measures.judged(context.record.targets, context.record.last_year_be)


def _lines(context: SlideContext) -> PaceLines:
    states = pace_measures.statuses_by_year(context.record, context.chosen.question)
    return PaceLines.of(context.record, _target(context), context.chosen.codes, states)
