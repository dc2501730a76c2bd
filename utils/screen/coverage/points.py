"""The map page's other view: municipalities as points, with a table of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st

from utils.figures import labels, map_data, outlines, rows
from utils.figures.coverage import points as point_figure
from utils.measures.coverage import choices
from utils.measures.coverage.municipalities import with_reported
from utils.measures.coverage.rules import Question
from utils.screen.app import (
    cache,
    city_links,
    components,
    provenance,
    release_shown,
    server,
    tables,
)
from utils.screen.app.cache import record
from utils.screen.app.filters import Filters
from utils.words import Words

_PICKED = "map.picked"


@dataclass(frozen=True, kw_only=True)
class _Picture:
    """The points, their text for readers who do not see them, and the data of their legend."""

    deck: pdk.Deck
    alt: str
    legend: dict[str, Any]


def prepare(chosen: Filters) -> None:
    """Compute and cache the picture under some filters."""
    _picture(chosen.question, chosen.codes, chosen.words)


def draw(chosen: Filters) -> None:
    """Draw the municipalities whose coordinates are known; fold a table of all."""
    words = chosen.words
    if _municipalities(chosen.question, chosen.codes).empty:
        st.info(words("overview.unknown_note", last=record().last_result_year_be))
        return
    picture = _picture(chosen.question, chosen.codes, words)
    map_column, legend_column = st.columns([3, 2], gap="large")
    with map_column:
        st.pydeck_chart(
            picture.deck, height=530, key="points", alt=picture.alt, on_select=_keep_pick
        )
    with legend_column:
        about = provenance.drawn_by_rule(chosen)
        components.mount("points", picture.legend, key="points_legend", about=about)
    _table(chosen)


def _table(chosen: Filters) -> None:
    words = chosen.words
    with tables.folded(words("map.points_table"), key="points_table") as opened:
        if opened:
            municipalities = _municipalities(chosen.question, chosen.codes)
            own_codes = {"view": "points"}
            # In the order in which `rows.municipalities` lists them.
            ids = municipalities.sort_index().sort_values("province_code", kind="stable").index
            cards = [city_links.address(str(lao), chosen) for lao in ids]
            tables.show(
                rows.municipalities(
                    municipalities, record().provinces, cache.table("municipalities"), words
                ),
                words,
                name="municipalities",
                key="points_rows",
                about=provenance.states(chosen, release_shown.home("map", chosen.link | own_codes)),
                links={words("column.municipality"): cards},
            )


def open_picked(chosen: Filters) -> None:
    """Open the card of the municipality whose point was clicked."""
    city_links.go(st.session_state.pop(_PICKED, None), chosen)


def _keep_pick() -> None:
    objects = st.session_state["points"]["selection"]["objects"]
    picked = [dot["i"] for dots in objects.values() for dot in dots]
    if picked:
        st.session_state[_PICKED] = picked[0]


@cache.kept
def _municipalities(question: Question, codes: tuple[str, ...]) -> pd.DataFrame:
    reported = [cache.table(name) for name in choices.REPORTED]
    every = with_reported(cache.municipalities(question), reported, cache.table("municipalities"))
    return every[every["province_code"].isin(codes)]


@cache.kept
def _picture(question: Question, codes: tuple[str, ...], words: Words) -> _Picture:
    municipalities = _municipalities(question, codes)
    placed = _placed(municipalities, words)
    note = words("map.points_note", known=len(placed), all=len(municipalities))
    kinds = {
        kind: placed[placed["kind"] == kind]
        for kind in ("counted", "other", "reported")
        if kind != "reported" or (placed["kind"] == kind).any()
    }
    labelled = {"counted": words("status.counted")}
    classes = [
        map_data.legend_row(
            labelled.get(kind) or words(f"map.points_{kind}"), point_figure.KINDS[kind], len(some)
        )
        for kind, some in kinds.items()
    ]
    return _Picture(
        deck=point_figure.point_map(placed, server.outlines_address("geojson"), words),
        alt=note,
        legend={
            "classes": classes,
            "notes": [note, words("source.outlines")],
            "outlines": server.outlines_address(),
            "points": [_pixels(some) for some in kinds.values()],
        },
    )


def _pixels(placed: pd.DataFrame) -> list[tuple[int, int]]:
    """Return where points lie over the outlines, for the picture that readers download."""
    return outlines.placed(placed["longitude"], placed["latitude"])


def _placed(municipalities: pd.DataFrame, words: Words) -> pd.DataFrame:
    register = cache.table("municipalities").drop_duplicates("lao_id", keep="last")
    placed = municipalities.join(register.set_index("lao_id")[["longitude", "latitude"]])
    placed = placed[placed["longitude"].notna()]
    ids = placed.index.to_series()
    names = rows.municipality_names(ids, cache.table("municipalities"), words)
    unlisted = placed["results"].isna()
    results = [
        words("map.points_reported") if pd.isna(code) else labels.result(code, words)
        for code in placed["best"]
    ]
    kinds = placed["counted"].map({True: "counted", False: "other"}).mask(unlisted, "reported")
    years = map(labels.years, placed["first_year_be"], placed["latest_year_be"])
    return placed.assign(name=names, result=results, years=list(years), kind=kinds)
