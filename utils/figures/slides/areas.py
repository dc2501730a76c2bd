"""Slides: the regions, the pilot cities, and the provinces that remain."""

from __future__ import annotations

import pandas as pd

from utils.figures import labels, rows
from utils.figures.coverage.reports import Register, beside
from utils.figures.slides import pictures
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.cities import programmes as city_programmes
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import groups as coverage_groups
from utils.measures.coverage.coverage import Bounds
from utils.tables.declared.schemas import PILOTS, PROVINCES


def regions(context: SlideContext) -> Slide | None:
    """Return n of N by region, in the order of the regions' codes: never by rank.

    None where nothing is known of the year.
    """
    words = context.words
    groups = coverage_groups.coverage_by(context.states, context.record.provinces, "region4")
    if groups["counted_at_least"].isna().all():
        return None
    names = [PROVINCES.columns["region4"].label(str(code), words.lang) for code in groups.index]
    bounds = list(coverage_groups.group_bounds(groups).values())
    exact = all(one.exact for one in bounds)
    return Slide(
        name="regions",
        title=words("slide.regions"),
        sentence=_by_region(groups, names, context),
        kind="bars",
        figure=pictures.bars(
            [
                (name, one.at_least, one.total, labels.between(one, words))
                for name, one in zip(names, bounds, strict=True)
            ],
            words("slide.counted" if exact else "column.counted_at_least"),
            words("pack.not_counted" if exact else "column.not_known"),
        ),
        table=pd.DataFrame(
            {
                words("group.heading_name"): names,
                words("column.counted_at_least"): groups["counted_at_least"].array,
                words("column.not_known"): groups["not_known"].array,
                words("slide.total"): groups["total"].array,
                words("slide.share"): (groups["share"] * 100).round(1).array,
            }
        ),
        basis=context.basis,
        notes=(words("group.note"),),
    )


def pilots(context: SlideContext) -> Slide | None:
    """Return how many LAOs take part in the programmes, and how many of them have a result.

    Of all programmes first, then of each that has LAOs here: an LAO may be in several.
    """
    words, question, record = context.words, context.chosen.question, context.record
    table = context.material.tables["pilots"]
    here = table[table["province_code"].isin(context.chosen.codes)]
    if here.empty:
        return None
    counts = {words("slide.pilots_all"): city_programmes.with_results(here, record, question)} | {
        words(f"pilots.view.{name}"): city_programmes.with_results(
            city_programmes.entries(here, name), record, question
        )
        for name in city_programmes.GROUPS
    }
    exact = all(one.exact for one in counts.values())
    register = context.material.tables["municipalities"]
    return Slide(
        name="pilots",
        title=words("slide.pilots"),
        sentence=_with_results(here, context),
        kind="bars",
        figure=pictures.bars(
            [
                (name, one.at_least, one.total, labels.between(one, words))
                for name, one in counts.items()
                if one.total
            ],
            words("slide.pilots_with"),
            words("slide.pilots_without" if exact else "column.not_known"),
        ),
        table=rows.pilots(here, context.record.provinces, register, words),
        basis=context.sourced(
            f"{words('slide.pilots_basis')} · "
            f"{labels.window(question, record.first_year_be, words)} · "
            f"{words('slide.pilots_source', source=PILOTS.source(words.lang))}"
        ),
        notes=(words("slide.pilots_note"),),
    )


def remaining(context: SlideContext) -> Slide | None:
    """Return the provinces not counted yet, by name, grouped by why; None where it is not known."""
    words, question, states = context.words, context.chosen.question, context.states
    bounds = coverage_coverage.headline(states)
    if bounds.at_least is None:
        return None
    names = rows.province_names(states.index.to_series(), context.record.provinces, words)
    waiting = coverage_coverage.waiting_states(states)
    return Slide(
        name="remaining",
        title=words("slide.remaining" if bounds.exact else "slide.not_known"),
        sentence=_waiting(bounds, context),
        kind="names",
        figure=pictures.names(
            [
                {
                    "label": words(
                        "overview.group",
                        label=labels.on_record(some.iloc[0].to_dict(), question, words),
                        n=len(some),
                    ),
                    "names": list(names[some.index]),
                }
                for some in coverage_coverage.by_record(waiting)
            ]
        ),
        table=rows.states(waiting, context.record.provinces, words, question=question),
        basis=context.basis,
        notes=_reported(context),
    )


def _reported(context: SlideContext) -> tuple[str, ...]:
    """Return which of these provinces have a reported result, which is not counted."""
    tables = context.material.tables
    register = Register(
        entries=tables["reported_results"], record=context.record, laos=tables["municipalities"]
    )
    said = beside(register, context.states, context.chosen.question, context.words)
    return (said,) if said else ()


def _by_region(groups: pd.DataFrame, names: list[str], context: SlideContext) -> str:
    words, year = context.words, context.chosen.question.fiscal_year_be
    bounds = list(coverage_groups.group_bounds(groups).values())
    full = [name for name, one in zip(names, bounds, strict=True) if one.at_least == one.total]
    if not full:
        exact = all(one.exact for one in bounds)
        key = "slide.regions_none" if exact else "slide.regions_not_known"
        return words(key, year=year, area=context.where, total=len(groups))
    return words(
        "slide.regions_sentence",
        year=year,
        area=context.where,
        n=len(full),
        total=len(groups),
        names=", ".join(full),
    )


def _with_results(here: pd.DataFrame, context: SlideContext) -> str:
    words, question = context.words, context.chosen.question
    bounds = city_programmes.with_results(here, context.record, question)
    if bounds.at_least is None:
        key = "slide.pilots_unknown"
    else:
        key = "slide.pilots_sentence" if bounds.exact else "slide.pilots_between"
    window = labels.window(question, context.record.first_year_be, words)
    return words(
        key,
        area=context.where,
        laos=bounds.total,
        n=bounds.at_least,
        unknown=bounds.not_known,
        window=window,
    )


def _waiting(bounds: Bounds, context: SlideContext) -> str:
    words, question = context.words, context.chosen.question
    n = bounds.total - (bounds.at_least or 0)
    key = "slide.remaining_sentence" if bounds.exact else "slide.map_between"
    return words(
        key if n else "slide.map_all",
        year=question.fiscal_year_be,
        area=context.where,
        n=n,
        total=bounds.total,
    )
