"""Slides: the regions, the pilot cities, and the provinces that remain."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.figures.coverage.brief import WAITING
from utils.figures.slides.slide import Seen, Slide
from utils.measures.cities import programmes as city_programmes
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import groups as coverage_groups
from utils.tables.declared.schemas import PROVINCES


def regions(seen: Seen) -> Slide:
    """Return n of N by region, in the order of the regions' codes: never by rank."""
    say = seen.words
    found = coverage_groups.coverage_by(seen.states, seen.record.provinces, "region4")
    names = [PROVINCES.columns["region4"].label(str(code), say.lang) for code in found.index]
    return Slide(
        name="regions",
        title=say("slide.regions"),
        sentence=_by_region(found, names, seen),
        kind="bars",
        figure={
            "rows": [
                _bar(name, row["counted"], row["total"], _count(row, seen))
                for name, row in zip(names, found.to_dict("records"), strict=True)
            ],
            "nested": True,
        },
        table=pd.DataFrame(
            {
                say("group.heading_name"): names,
                say("slide.counted"): found["counted"].array,
                say("slide.total"): found["total"].array,
                say("slide.share"): (found["share"] * 100).round(1).array,
            }
        ),
        basis=seen.basis,
        notes=(say("group.note"),),
    )


def pilots(seen: Seen) -> Slide | None:
    """Return how many places take part in each programme, and how many of them have a result."""
    say, question = seen.words, seen.chosen.question
    table = seen.material.tables["pilots"]
    here = table[table["province_code"].isin(seen.chosen.codes)]
    if here.empty:
        return None
    counts = {
        name: len(city_programmes.undisputed(city_programmes.entries(here, name)))
        for name in city_programmes.GROUPS
    }
    most = max(counts.values())
    register = seen.material.tables["municipalities"]
    return Slide(
        name="pilots",
        title=say("slide.pilots"),
        sentence=_with_results(here, seen),
        kind="bars",
        figure={
            "rows": [
                _bar(say(f"pilots.view.{name}"), n, most, str(n)) for name, n in counts.items()
            ],
            "nested": False,
        },
        table=rows.pilots(here, seen.record.provinces, register, say),
        basis=seen.sourced(
            f"{say('slide.pilots_basis')} · "
            f"{labels.window(question, seen.record.first_year_be, say)}"
        ),
        notes=(say("slide.pilots_note"),),
    )


def remaining(seen: Seen) -> Slide:
    """Return the provinces not counted yet, by name, grouped by why."""
    say, question, states = seen.words, seen.chosen.question, seen.states
    names = rows.province_names(states.index.to_series(), seen.record.provinces, say)
    waiting = states[states["status"].isin(WAITING)]
    listed = {status: list(names[states["status"] == status]) for status in WAITING}
    label = {status: labels.status(status, question, say) for status in WAITING}
    return Slide(
        name="remaining",
        title=say("slide.remaining"),
        sentence=_waiting(seen),
        kind="names",
        figure={
            "groups": [
                {"label": say("overview.group", label=label[key], n=len(some)), "names": some}
                for key, some in listed.items()
                if some
            ]
        },
        table=rows.states(waiting, seen.record.provinces, say, question=question),
        basis=seen.basis,
        notes=(),
    )


def _bar(name: str, value: float, total: float, text: str) -> dict[str, Any]:
    known = not pd.isna(value)
    return {
        "name": name,
        "value": int(value) if known else None,
        "total": int(total),
        "text": text,
    }


def _count(row: dict[Any, Any], seen: Seen) -> str:
    say = seen.words
    if pd.isna(row["counted"]):
        return say("group.unknown", total=row["total"])
    return labels.counted(row["counted"], row["total"], row["share"], say)


def _by_region(found: pd.DataFrame, names: list[str], seen: Seen) -> str:
    say, year = seen.words, seen.chosen.question.fiscal_year_be
    if found["counted"].isna().all():
        return seen.unknown
    complete = found["counted"] == found["total"]
    full = [name for name, all_of_it in zip(names, complete, strict=True) if all_of_it]
    if not full:
        return say("slide.regions_none", year=year, area=seen.where, total=len(found))
    return say(
        "slide.regions_sentence",
        year=year,
        area=seen.where,
        n=len(full),
        total=len(found),
        names=", ".join(full),
    )


def _with_results(here: pd.DataFrame, seen: Seen) -> str:
    say, question = seen.words, seen.chosen.question
    some, laos = city_programmes.with_results(here, seen.record, question)
    key = "slide.pilots_unknown" if some is None else "slide.pilots_sentence"
    window = labels.window(question, seen.record.first_year_be, say)
    return say(key, area=seen.where, laos=laos, n=some, window=window)


def _waiting(seen: Seen) -> str:
    say, question = seen.words, seen.chosen.question
    counted, total = coverage_coverage.headline(seen.states)
    if counted is None:
        return seen.unknown
    key = "slide.remaining_sentence" if counted < total else "slide.map_all"
    return say(key, year=question.fiscal_year_be, area=seen.where, n=total - counted, total=total)
