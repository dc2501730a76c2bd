"""The map's other view: municipalities as points, with all of them as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st

from utils.figures import labels, map_data, outlines, rows
from utils.figures.coverage import points as point_figure
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
    """The points, what they show in words, and their legend with what a copy is drawn from."""

    deck: pdk.Deck
    said: str
    legend: dict[str, Any]


def prepare(chosen: Filters) -> None:
    """Compute the picture under some filters, and keep it."""
    _picture(chosen.question, chosen.codes, chosen.words)


def draw(chosen: Filters) -> None:
    """Draw municipalities with known coordinates, and all of them as a table."""
    words = chosen.words
    if not record().covers(chosen.question.fiscal_year_be):
        st.info(words("overview.unknown_note", last=record().last_year_be))
        return
    shown = _picture(chosen.question, chosen.codes, words)
    picture, told = st.columns([3, 2], gap="large")
    with picture:
        st.pydeck_chart(shown.deck, height=530, key="points", alt=shown.said, on_select=_keep_pick)
    with told:
        components.mount("points", shown.legend, key="points_legend")
    _table(chosen)


def _table(chosen: Filters) -> None:
    words = chosen.words
    with tables.folded(words("map.points_table"), key="points_table") as opened:
        if opened:
            found = _found(chosen.question, chosen.codes)
            here = {"view": "points"}
            # In the order of the rows.
            ids = found.sort_index().sort_values("province_code", kind="stable").index
            cards = [city_links.address(str(lao), chosen) for lao in ids]
            tables.show(
                rows.municipalities(
                    found, record().provinces, cache.table("municipalities"), words
                ),
                words,
                name="municipalities",
                key="points_rows",
                about=provenance.states(chosen, release_shown.home("map", chosen.link | here)),
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


def _found(question: Question, codes: tuple[str, ...]) -> pd.DataFrame:
    found = cache.municipalities(question)
    return found[found["province_code"].isin(codes)]


@cache.kept
def _picture(question: Question, codes: tuple[str, ...], words: Words) -> _Picture:
    found = _found(question, codes)
    placed = _placed(found, words)
    counted = int(placed["counted"].sum())
    said = words("map.points_note", known=len(placed), all=len(found))
    classes = [
        map_data.legend_row(words("status.counted"), point_figure.COUNTED, counted),
        map_data.legend_row(words("map.points_other"), point_figure.OTHER, len(placed) - counted),
    ]
    return _Picture(
        deck=point_figure.point_map(placed, server.outlines_address("geojson"), words),
        said=said,
        legend={
            "classes": classes,
            "notes": [said, words("source.outlines")],
            "outlines": server.outlines_address(),
            "points": [_drawn(placed[placed["counted"] == counts]) for counts in (True, False)],
        },
    )


def _drawn(placed: pd.DataFrame) -> list[tuple[int, int]]:
    """Return where points lie over the outlines: for the picture that is taken home."""
    return outlines.placed(placed["longitude"], placed["latitude"])


def _placed(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    register = cache.table("municipalities").drop_duplicates("lao_id", keep="last")
    placed = found.join(register.set_index("lao_id")[["longitude", "latitude"]])
    placed = placed[placed["longitude"].notna()]
    ids = placed.index.to_series()
    named = rows.municipality_names(ids, cache.table("municipalities"), words)
    results = [labels.result(code, words) for code in placed["best"]]
    years = map(labels.years, placed["first_year_be"], placed["latest_year_be"])
    return placed.assign(name=named, result=results, years=list(years))
