"""Slides: the regions, the pilot cities, and the provinces that remain."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.figures.coverage.key_figures import WAITING
from utils.figures.slides import pictures
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.cities import programmes as city_programmes
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import groups as coverage_groups
from utils.tables.declared.schemas import PILOTS, PROVINCES
from utils.words import Words


def regions(context: SlideContext) -> Slide | None:
    """Return n of N by region, in the order of the regions' codes: never by rank.

    None where nothing is known of the year.
    """
    words = context.words
    groups = coverage_groups.coverage_by(context.states, context.record.provinces, "region4")
    if groups["counted"].isna().all():
        return None
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
    register = context.material.tables["municipalities"]
    return Slide(
        name="pilots",
        title=words("slide.pilots"),
        sentence=_with_results(here, context),
        kind="bars",
        figure=pictures.bars(
            [
                (name, some, laos, _of_laos(some, laos, words))
                for name, (some, laos) in counts.items()
                if laos
            ],
            words("slide.pilots_with"),
            words("slide.pilots_without"),
        ),
        table=rows.pilots(here, context.record.provinces, register, words),
        basis=context.sourced(
            f"{words('slide.pilots_basis')} · "
            f"{labels.window(question, record.first_year_be, words)} · "
            f"{words('slide.pilots_source', source=PILOTS.source(words.lang))}"
        ),
        notes=(words("slide.pilots_note"),),
    )


def _of_laos(some: int | None, laos: int, words: Words) -> str:
    if some is None:
        return words("group.unknown", total=laos)
    return words("group.count", counted=some, total=laos)


def remaining(context: SlideContext) -> Slide | None:
    """Return the provinces not counted yet, by name, grouped by why; None where it is not known."""
    words, question, states = context.words, context.chosen.question, context.states
    counted, total = coverage_coverage.headline(states)
    if counted is None:
        return None
    names = rows.province_names(states.index.to_series(), context.record.provinces, words)
    waiting = states[states["status"].isin(WAITING)]
    listed = {status: list(names[states["status"] == status]) for status in WAITING}
    label = {status: labels.status(status, question, words) for status in WAITING}
    return Slide(
        name="remaining",
        title=words("slide.remaining"),
        sentence=_waiting(counted, total, context),
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
        notes=(),
    )


def _count(row: dict[Any, Any], context: SlideContext) -> str:
    words = context.words
    if pd.isna(row["counted"]):
        return words("group.unknown", total=row["total"])
    return labels.counted(row["counted"], row["total"], row["share"], words)


def _by_region(groups: pd.DataFrame, names: list[str], context: SlideContext) -> str:
    words, year = context.words, context.chosen.question.fiscal_year_be
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


def _waiting(counted: int, total: int, context: SlideContext) -> str:
    words, question = context.words, context.chosen.question
    key = "slide.remaining_sentence" if counted < total else "slide.map_all"
    return words(
        key, year=question.fiscal_year_be, area=context.where, n=total - counted, total=total
    )
