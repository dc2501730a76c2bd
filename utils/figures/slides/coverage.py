"""Slides: where we stand, the map, and the way to the deadline."""

from __future__ import annotations

import pandas as pd

from utils.figures import labels, map_data, rows
from utils.figures.coverage import brief as brief_data
from utils.figures.coverage import sentences as coverage_sentences
from utils.figures.coverage.choropleth import paint
from utils.figures.coverage.pace import PaceLines
from utils.figures.coverage.sentences import Span, Standing
from utils.figures.map_data import Frame
from utils.figures.slides.slide import Seen, Slide
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import groups as coverage_groups
from utils.measures.coverage import pace as pace_measures
from utils.measures.coverage.pace import Target
from utils.measures.coverage.rules import RULES

LABELLED = 16  # names that find room beside the map


def stand(seen: Seen) -> Slide:
    """Return one number, the rule it is counted by, and what it is by the others."""
    say, record = seen.words, seen.record
    main = seen.standing()
    shown = [seen.standing(rule) for rule in RULES]
    years = (record.first_year_be, record.last_year_be)
    figure, *others = [
        brief_data.figure(one, say, years=years, ever=None)
        for one in (main, *(one for one in shown if one.question != main.question))
    ]
    span = Span(
        first_year_be=years[0],
        last_year_be=years[1],
        deadline_year_be=_target(seen).deadline_year_be,
    )
    whole = coverage_sentences.where_we_stand(
        main, seen.standing("d"), area=seen.chosen.area, span=span, words=say
    )
    return Slide(
        name="stand",
        title=say("slide.stand"),
        sentence=_standing(main, seen),
        kind="number",
        figure={"main": figure, "others": others},
        table=_by_rule(shown, seen),
        basis=seen.basis,
        notes=(whole, *brief_data.as_of({}, record.last_year_be, say)),
    )


def on_map(seen: Seen) -> Slide:
    """Return the provinces by their state, those not counted named where there is room."""
    say, question = seen.words, seen.chosen.question
    waiting = coverage_coverage.remaining(seen.states)
    whole = seen.material.states(question)
    painted = paint(whole, "status", say, question=question)
    around = Frame(
        outlines="",
        views=("outlines",),
        label=say("map.label", measure=say("measure.status"), year=question.fiscal_year_be),
        area=seen.chosen.codes,
    )
    shown = map_data.data(painted, whole, around, say, counts=True)
    named = waiting if len(waiting) <= LABELLED else []
    return Slide(
        name="map",
        title=say("slide.map"),
        sentence=_mapped(seen, waiting),
        kind="map",
        figure=shown | {"named": named},
        table=rows.states(seen.states, seen.record.provinces, say, question=question),
        basis=seen.basis,
        notes=(say("source.outlines"),),
    )


def pace(seen: Seen) -> Slide:
    """Return the actual line against the straight reference to the target."""
    say, lines = seen.words, _lines(seen)
    basis = labels.yearly_basis(seen.chosen.question, seen.record.first_year_be, say)
    return Slide(
        name="pace",
        title=say("slide.pace"),
        sentence=_at_deadline(lines, seen),
        kind="line",
        figure={
            "years": [int(year) for year in lines.actual.index],
            "actual": [None if pd.isna(n) else int(n) for n in lines.actual],
            "actualName": say("pace.actual"),
            "reference": [
                None if pd.isna(n) else round(float(n), 1)
                for n in lines.reference.reindex(lines.actual.index)
            ],
            "referenceName": say("pace.reference"),
            "target": lines.provinces,
            "targetName": say("pace.target", n=lines.provinces),
            "deadline": lines.deadline_year_be,
            "deadlineName": say("pace.deadline", year=lines.deadline_year_be),
        },
        table=rows.pace(lines, say),
        basis=seen.sourced(basis),
        notes=(
            coverage_sentences.at_the_deadline(
                lines.actual, lines.since, _target(seen), lines.provinces, say
            ),
            say("pace.note", start=_target(seen).reference_year_be),
        ),
    )


def _standing(main: Standing, seen: Seen) -> str:
    say, year = seen.words, main.question.fiscal_year_be
    if main.counted is None:
        return seen.unknown
    share = coverage_groups.share_of(main.counted, main.total)
    return say(
        "slide.stand_sentence",
        year=year,
        area=seen.where,
        counted=main.counted,
        total=main.total,
        percent="" if share is None else say("sentence.percent", share=labels.percent(share)),
    )


def _mapped(seen: Seen, waiting: list[str]) -> str:
    say, main = seen.words, seen.standing()
    year = main.question.fiscal_year_be
    if main.counted is None:
        return seen.unknown
    key = "slide.map_sentence" if waiting else "slide.map_all"
    return say(key, year=year, area=seen.where, n=len(waiting), total=main.total)


def _at_deadline(lines: PaceLines, seen: Seen) -> str:
    say = seen.words
    counted = lines.actual[lines.actual.index <= lines.deadline_year_be].iloc[-1]
    if pd.isna(counted):
        return seen.unknown
    gap = lines.provinces - int(counted)
    key = "slide.pace_sentence" if gap else "slide.pace_reached"
    return say(
        key,
        deadline=lines.deadline_year_be,
        area=seen.where,
        counted=int(counted),
        total=lines.provinces,
        gap=gap,
    )


def _by_rule(shown: list[Standing], seen: Seen) -> pd.DataFrame:
    say, first = seen.words, seen.record.first_year_be
    return pd.DataFrame(
        {
            say("filter.rule"): [labels.rule(one.question, say) for one in shown],
            say("slide.window"): [labels.window(one.question, first, say) for one in shown],
            say("slide.counted"): pd.array([one.counted for one in shown], dtype="Int64"),
            say("slide.total"): pd.array([one.total for one in shown], dtype="Int64"),
            say("slide.caveat"): [one.caveat for one in shown],
        }
    )


def _target(seen: Seen) -> Target:
    return pace_measures.judged(seen.record.targets, seen.record.last_year_be)


def _lines(seen: Seen) -> PaceLines:
    record, target, codes = seen.record, _target(seen), seen.chosen.codes
    counted = pace_measures.counted_by_year(record, seen.chosen.question)
    actual = pace_measures.actual(counted, codes)
    in_target = record.provinces.loc[record.provinces["in_target"], "province_code"]
    total = len(set(codes) & set(in_target))
    return PaceLines(
        actual=actual,
        reference=pace_measures.reference(actual, target, total),
        since=pace_measures.first_since(record, target, codes),
        listed_years=frozenset(record.awards["fiscal_year_be"].unique()),
        provinces=total,
        deadline_year_be=target.deadline_year_be,
    )
