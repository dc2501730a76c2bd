"""Where an area stands, beside the whole country; the counts of every office for the centre."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.figures import labels
from utils.figures.coverage import key_figures
from utils.figures.worklist.told import Told
from utils.measures.worklist.item import Item
from utils.screen.app import (
    answers,
    cache,
    components,
    link,
    provenance,
    release_shown,
    tables,
)
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.coverage import status_map

_NOTHING: Final = {"title": "", "link": ["", ""]}


def prepare(chosen: Filters) -> None:
    """Compute and keep what the page shows first under some filters."""
    _brief(chosen)
    _map(chosen)


def draw(chosen: Filters) -> None:
    """Draw how many provinces of the area are counted, and of the country beside it."""
    components.mount(
        "brief", _brief(chosen), key="area.standing", about=provenance.drawn_by_rule(chosen)
    )


@cache.kept
def _brief(chosen: Filters) -> dict[str, Any]:
    words, span = chosen.words, (record().first_year_be, record().last_result_year_be)
    main = answers.standing(chosen, chosen.question)
    figure = key_figures.figure(main, words, years=span, ever=None)
    figure["notes"] = key_figures.as_of(main, span[1], words)
    others = []
    if chosen.area:
        country = replace(chosen, codes=tuple(record().provinces["province_code"]), area="")
        whole = key_figures.figure(
            answers.standing(country, chosen.question), words, years=span, ever=None
        )
        others = [whole | {"rule": words("work.country"), "window": "", "notes": []}]
    return {"main": figure, "others": others, "remaining": _NOTHING, "sentence": ""}


def zoomed_map(chosen: Filters) -> str | None:
    """Draw the provinces of the area, named; return the one that was clicked."""
    return components.mount(
        "map", _map(chosen), key="area.map", about=provenance.drawn_by_rule(chosen)
    )


def _map(chosen: Filters) -> dict[str, Any]:
    return status_map.data(chosen.question, chosen.codes, chosen.words, zoomed=bool(chosen.area))


def by_office(chosen: Filters, found: tuple[Told, ...]) -> None:
    """Draw how many items each office has, in the order of their numbers: a count, no rank."""
    words = chosen.words
    offices = _office_of()
    counts = Counter(office for one in found if (office := _office(one.item, offices)) is not None)
    numbers = sorted({*offices.values()})
    provinces = Counter(offices.values())
    names = {
        one: labels.office(one, table("offices"), record().provinces, words) for one in numbers
    }
    frame = pd.DataFrame(
        {
            words("area_page.office"): [names[one] for one in numbers],
            words("area_page.provinces"): [provinces[one] for one in numbers],
            words("area_page.items"): [counts[one] for one in numbers],
            words("area_page.open_area"): [words("area_page.open_area") for _ in numbers],
        }
    )
    picked = tables.plain(
        frame,
        words,
        name="worklist_by_office",
        key="area.offices",
        about=(words("area_page.about"), release_shown.home("area", chosen.link)),
        links={
            words("area_page.open_area"): [
                {
                    "id": str(one),
                    "href": link.address("area", chosen.short_link | {"office": str(one)}),
                }
                for one in numbers
            ]
        },
        file=frame.iloc[:, :3],
        title=words("area_page.by_office"),
    )
    if picked:
        st.query_params["office"] = picked
        st.rerun()


@cache.kept
def _office_of() -> dict[str, int]:
    """Return the office that each province is told to, by the table `provinces`."""
    known = record().provinces.dropna(subset=["office_number"])
    return {
        str(code): int(number)
        for code, number in zip(known["province_code"], known["office_number"], strict=True)
    }


def _office(item: Item, offices: dict[str, int]) -> int | None:
    return item.office_number or offices.get(item.province_code)
