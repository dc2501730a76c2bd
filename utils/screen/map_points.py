"""The municipalities as points: the picture, the table behind it, and the way to a city's card."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures import labels, map_data, rows
from utils.figures import points as point_figure
from utils.screen import about, cache, cities, components, link, server, tables
from utils.screen.cache import record
from utils.screen.filters import Filters

_PICKED = "map.picked"


def points(chosen: Filters) -> None:
    """Draw municipalities with known coordinates, and all of them as a table."""
    say = chosen.words
    if not record().covers(chosen.question.fiscal_year_be):
        st.info(say("overview.unknown_note", last=record().last_year_be))
        return
    found = cache.municipalities(chosen.question)
    found = found[found["province_code"].isin(chosen.codes)]
    placed = _placed(found, chosen)
    note = say("map.points_note", known=len(placed), all=len(found))
    counted = int(placed["counted"].sum())
    picture, told = st.columns([3, 2], gap="large")
    with picture:
        st.pydeck_chart(
            point_figure.point_map(placed, server.outlines_address("geojson")),
            height=530,
            key="points",
            alt=note,
            on_select=_keep_pick,
        )
    with told:
        legend = [
            map_data.legend_row(say("status.counted"), point_figure.COUNTED, counted),
            map_data.legend_row(say("map.points_other"), point_figure.OTHER, len(placed) - counted),
        ]
        components.mount("legend", {"classes": legend}, key="points_legend")
        st.caption(note)
        st.caption(say("source.outlines"))
    with tables.folded(say("map.points_table"), key="points_table") as opened:
        if opened:
            shown = rows.municipalities(
                found, record().provinces, cache.table("municipalities"), say
            )
            here = {"view": "points"}
            # In the order of the rows.
            ids = found.sort_index().sort_values("province_code", kind="stable").index
            cards = [cities.address(str(lao), chosen) for lao in ids]
            tables.show(
                shown,
                say,
                name="municipalities",
                key="points_rows",
                about=about.states(chosen, link.home("map", chosen.link | here)),
                links={say("column.municipality"): cards},
            )


def open_picked(chosen: Filters) -> None:
    """Open the card of the municipality whose point was clicked."""
    cities.go(st.session_state.pop(_PICKED, None), chosen)


def _keep_pick() -> None:
    objects = st.session_state["points"]["selection"]["objects"]
    picked = [dot["i"] for dots in objects.values() for dot in dots]
    if picked:
        st.session_state[_PICKED] = picked[0]


def _placed(found: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    say = chosen.words
    register = cache.table("municipalities").drop_duplicates("lao_id", keep="last")
    placed = found.join(register.set_index("lao_id")[["longitude", "latitude"]])
    placed = placed[placed["longitude"].notna()]
    ids = placed.index.to_series()
    named = rows.municipality_names(ids, cache.table("municipalities"), say)
    said = [
        map_data.years(
            row["first_year_be"], row["latest_year_be"], labels.result(row["best"], say), say
        )
        for row in placed.to_dict("records")
    ]
    return placed.assign(name=named, said=said)
