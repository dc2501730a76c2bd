"""Each programme of the table `pilots`: what it is about, who is in it, and what is known."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import labels, map_data, rows
from utils.figures.cities import green_space as city_green_space
from utils.figures.cities import programmes
from utils.figures.cities.programmes import EntryPlaces, grouped
from utils.figures.map_data import Frame
from utils.measures.cities.green_space import green_space
from utils.measures.cities.programmes import disputed_laos, entries, with_results
from utils.measures.coverage import coverage
from utils.measures.coverage.coverage import Bounds
from utils.screen.app import (
    cache,
    city_links,
    components,
    link,
    provenance,
    server,
    tables,
    to_last_year,
)
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.cities import facts as city_facts
from utils.tables.declared.schemas import PILOTS

PLANS = ("solve", "prevent", "create")
OF_PROVINCES = "la21"
OF_GREEN_SPACE = "urban_green"


def show(group: str, chosen: Filters) -> None:
    """Draw one programme, and its entries as a table; `group`: a key of `GROUPS` in measures."""
    sources = (provenance.source_of(PILOTS, chosen.words), provenance.award_list(chosen.words))
    about = provenance.drawn(chosen, *sources)
    year = _year_with_data(group, chosen)
    if year is not None:
        to_last_year.button(year, chosen.words, "pilots")
    if group == OF_PROVINCES:
        text, map_column = st.columns([3, 2], gap="large")
        with map_column:
            picked = components.mount("map", _map(chosen), key="model_map", about=about[:2])
            city_links.go(picked, chosen)
        with text:
            picked = components.mount("board", _board(group, chosen), key="board", about=about)
    else:
        picked = components.mount("board", _board(group, chosen), key="board", about=about)
    city_links.go(picked, chosen)
    words = chosen.words
    with tables.folded(words("programme.table"), key=f"programme.{group}") as opened:
        if opened:
            tables.show(
                rows.pilots(
                    entries(table("pilots"), group),
                    record().provinces,
                    table("municipalities"),
                    words,
                ),
                words,
                name=group,
                key=f"programme_rows.{group}",
                about=provenance.of_table(chosen, PILOTS),
            )


@cache.kept
def _board(group: str, chosen: Filters) -> dict[str, Any]:
    words = chosen.words
    programme = entries(table("pilots"), group)
    places = EntryPlaces(
        register=table("municipalities"),
        provinces=record().provinces,
        to_city=lambda lao: city_links.address(lao, chosen),
        to_province=lambda iso: link.address("province", {"province": iso} | chosen.link),
    )
    listed = grouped(group, programme, table("pilot_themes"), record().provinces, words)
    return {
        **_answer(group, chosen),
        "asides": _asides(group, chosen),
        "groups": programmes.groups(listed, places, words),
        "notes": programmes.notes(listed, programme, words),
    }


def _year_with_data(group: str, chosen: Filters) -> int | None:
    """Return a year to offer where the chosen one leaves something empty; else None."""
    areas, year = table("green_areas"), chosen.question.fiscal_year_be
    if group == OF_GREEN_SPACE and not areas.empty and year < areas["fiscal_year_be"].min():
        return int(areas["fiscal_year_be"].max())
    return record().last_year_be if _bounds(group, chosen).at_least is None else None


def _bounds(group: str, chosen: Filters) -> Bounds:
    """Return how many of a programme's places have a result in the window."""
    programme, question = entries(table("pilots"), group), chosen.question
    if group == OF_PROVINCES:
        return coverage.headline(cache.states(question).loc[list(programme["province_code"])])
    return with_results(programme, record(), question)


def _answer(group: str, chosen: Filters) -> dict[str, Any]:
    """Return how many places a programme has, and how many of them have a result in the window."""
    words, question = chosen.words, chosen.question
    programme, bounds = entries(table("pilots"), group), _bounds(group, chosen)
    kind = "provinces" if group == OF_PROVINCES else "cities"
    named = labels.basis if group == OF_PROVINCES else labels.window
    basis = named(question, record().first_year_be, words)
    if bounds.at_least is None:
        key = "programme.unknown"
    else:
        key = f"programme.{kind}" if bounds.exact else f"programme.{kind}_between"
    numbers = {"n": bounds.at_least, "total": bounds.total, "unknown": bounds.not_known}
    result = words(key, basis=basis, **numbers)
    disputed = disputed_laos(programme)
    disputed_note = [words("programme.disputed_apart", n=disputed)] if disputed else []
    return {
        "known": True,
        "number": str(bounds.total),
        "of": words(f"programme.of_{kind}"),
        "lead": [words(f"programme.about.{group}"), result, *disputed_note],
    }


def _asides(group: str, chosen: Filters) -> list[dict[str, Any]]:
    """Return what stands beside a programme's entries, though most of it is not public."""
    words = chosen.words
    if group == "eco_city":
        plans = [
            {"term": words(f"programme.plan.{plan}"), "value": words("green.unknown")}
            for plan in PLANS
        ]
        return [
            {
                "title": words("programme.plans"),
                "items": plans,
                "note": words("programme.no_status"),
            }
        ]
    return _green(chosen) if group == OF_GREEN_SPACE else []


def _green(chosen: Filters) -> list[dict[str, Any]]:
    words, standards = chosen.words, table("green_standards")
    held = table("green_areas")
    areas = held[held["fiscal_year_be"] <= chosen.question.fiscal_year_be]
    types = city_facts.places()["lao_type"]
    measured = green_space(areas, standards, types)
    first = entries(table("pilots"), OF_GREEN_SPACE)["lao_id"]
    names = {
        lao: (city_links.named(lao, words.lang), str(types[lao]))
        for lao in dict.fromkeys([*first, *areas["lao_id"]])
    }
    return [
        {
            "title": words("green.title"),
            "items": city_green_space.against(measured, standards, names, words),
            "note": _green_note(held, areas, chosen),
        },
        {
            "title": words("green.standards"),
            "items": city_green_space.standards(standards, words),
            "note": city_green_space.sources(standards, words),
        },
    ]


def _green_note(held: pd.DataFrame, upto: pd.DataFrame, chosen: Filters) -> str:
    """Return where the values are from, or why there are none: no table, or none up to the year."""
    words = chosen.words
    if held.empty:
        return words("green.empty")
    if not upto.empty:
        return words("green.note")
    years = held["fiscal_year_be"]
    return words(
        "green.none_up_to",
        year=chosen.question.fiscal_year_be,
        years=labels.years(int(years.min()), int(years.max())),
    )


@cache.kept
def _map(chosen: Filters) -> dict[str, Any]:
    words, question = chosen.words, chosen.question
    model = set(entries(table("pilots"), OF_PROVINCES)["province_code"])
    states = cache.states(question)
    frame = Frame(
        outlines=server.outlines_address(),
        views=("outlines",),
        label=words("programme.map"),
        area=tuple(states.index),
    )
    return map_data.data(programmes.paint(states, model, words), frame, words, counts=True)
