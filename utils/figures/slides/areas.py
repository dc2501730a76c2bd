"""Slides: the regions, the pilot cities, and the provinces that remain."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.figures.coverage.key_figures import WAITING
from utils.figures.coverage.reports import Register, beside
from utils.figures.slides import pictures
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.cities import programmes as city_programmes
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import groups as coverage_groups
from utils.tables.declared.schemas import PROVINCES


def regions(context: SlideContext) -> Slide:
    """Return n of N by region, in the order of the regions' codes: never by rank."""
    words = context.words
    groups = coverage_groups.coverage_by(context.states, context.record.provinces, "region4")
    names = [PROVINCES.columns["region4"].label(str(code), words.lang) for code in groups.index]
    return Slide(
        name="regions",
        title=words("slide.regions"),
        sentence=_by_region(groups, names, context),
        kind="bars",
        figure=pictures.bars(
            [
                (name, row["counted"], row["total"], _count(row, context))
                for name, row in zip(names, groups.to_dict("records"), strict=True)
            ],
            words("slide.counted"),
            words("pack.not_counted"),
        ),
        table=pd.DataFrame(
            {
                words("group.heading_name"): names,
                words("slide.counted"): groups["counted"].array,
                words("slide.total"): groups["total"].array,
                words("slide.share"): (groups["share"] * 100).round(1).array,
            }
        ),
        basis=context.basis,
        notes=(words("group.note"),),
    )


def pilots(context: SlideContext) -> Slide | None:
    """Return how many places take part in each programme, and how many of them have a result."""
    words, question = context.words, context.chosen.question
    table = context.material.tables["pilots"]
    here = table[table["province_code"].isin(context.chosen.codes)]
    if here.empty:
        return None
    counts = {
        name: len(city_programmes.undisputed(city_programmes.entries(here, name)))
        for name in city_programmes.GROUPS
    }
    most = max(counts.values())
    register = context.material.tables["municipalities"]
    return Slide(
        name="pilots",
        title=words("slide.pilots"),
        sentence=_with_results(here, context),
        kind="bars",
        figure=pictures.bars(
            [(words(f"pilots.view.{name}"), n, most, str(n)) for name, n in counts.items()],
            words("slide.pilots"),
        ),
        table=rows.pilots(here, context.record.provinces, register, words),
        basis=context.sourced(
            f"{words('slide.pilots_basis')} · "
            f"{labels.window(question, context.record.first_year_be, words)}"
        ),
        notes=(words("slide.pilots_note"),),
    )


def remaining(context: SlideContext) -> Slide:
    """Return the provinces not counted yet, by name, grouped by why."""
    words, question, states = context.words, context.chosen.question, context.states
    names = rows.province_names(states.index.to_series(), context.record.provinces, words)
    waiting = states[states["status"].isin(WAITING)]
    listed = {status: list(names[states["status"] == status]) for status in WAITING}
    label = {status: labels.status(status, question, words) for status in WAITING}
    return Slide(
        name="remaining",
        title=words("slide.remaining"),
        sentence=_waiting(context),
        kind="names",
        figure=pictures.names(
            [
                {"label": words("overview.group", label=label[key], n=len(some)), "names": some}
                for key, some in listed.items()
                if some
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


def _count(row: dict[Any, Any], context: SlideContext) -> str:
    words = context.words
    if pd.isna(row["counted"]):
        return words("group.unknown", total=row["total"])
    return labels.counted(row["counted"], row["total"], row["share"], words)


def _by_region(groups: pd.DataFrame, names: list[str], context: SlideContext) -> str:
    words, year = context.words, context.chosen.question.fiscal_year_be
    if groups["counted"].isna().all():
        return context.unknown
    complete = groups["counted"] == groups["total"]
    full = [name for name, all_of_it in zip(names, complete, strict=True) if all_of_it]
    if not full:
        return words("slide.regions_none", year=year, area=context.where, total=len(groups))
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
    some, laos = city_programmes.with_results(here, context.record, question)
    key = "slide.pilots_unknown" if some is None else "slide.pilots_sentence"
    window = labels.window(question, context.record.first_year_be, words)
    return words(key, area=context.where, laos=laos, n=some, window=window)


def _waiting(context: SlideContext) -> str:
    words, question = context.words, context.chosen.question
    counted, total = coverage_coverage.headline(context.states)
    if counted is None:
        return context.unknown
    key = "slide.remaining_sentence" if counted < total else "slide.map_all"
    return words(
        key, year=question.fiscal_year_be, area=context.where, n=total - counted, total=total
    )
