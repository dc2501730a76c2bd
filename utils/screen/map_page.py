"""The pieces of the map page."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import labels, map_data, rows
from utils.figures import points as point_figure
from utils.figures.choropleth import MEASURES, MapMeasure, paint
from utils.figures.map_data import Frame
from utils.screen import (
    about,
    answers,
    cache,
    choice,
    cities,
    components,
    filters,
    frame,
    link,
    server,
    stage,
    staircase,
    stairs,
    tables,
)
from utils.screen.cache import record
from utils.screen.filters import Filters


def choose_view(chosen: Filters) -> None:
    """Offer areas or points."""
    say = chosen.words
    choice.among(frame.VIEW, say("filter.view"), lambda name: say(f"map.view.{name}"), place="map")


def choose_measure(chosen: Filters) -> None:
    """Offer what the provinces are coloured by."""
    key, write = link.follow(frame.MEASURE, "map")
    st.selectbox(
        chosen.words("filter.measure"),
        frame.MEASURE.options,
        format_func=lambda name: chosen.words(f"measure.{name}"),
        key=key,
        on_change=write,
        disabled=shows_points(),
    )


def choose_year(chosen: Filters) -> None:
    """Offer the years of the record on a slider; the sidebar holds the same year."""
    param = filters.params()["year"]
    key, write = link.follow(param, "map")
    st.select_slider(
        chosen.words("filter.year"),
        sorted(param.options),
        format_func=filters.names("year", chosen.words.lang).__getitem__,
        key=key,
        on_change=write,
    )


def caption(chosen: Filters) -> None:
    """Say what is shown: measure and year; rule and window where they decide."""
    say, question = chosen.words, chosen.question
    first, year = record().first_year_be, question.fiscal_year_be
    if shows_stage():
        seen = stairs.view(chosen)
        staircase.notice(seen)
        st.caption(say("stage.caption", year=year))
        if not seen.covered:
            st.info(say("stage.no_table"))
        return
    by_rule = shows_points() or _measure() == "status"
    basis = labels.basis(question, first, say) if by_rule else about.every_result(chosen)
    shown = "points" if shows_points() else _measure()
    st.caption(say("map.caption", measure=say(f"measure.{shown}"), basis=basis, year=year))


def shows_points() -> bool:
    """Tell whether municipalities are shown instead of provinces."""
    return link.value(frame.VIEW) == "points"


def shows_stage() -> bool:
    """Tell whether the provinces are coloured by their stage on the staircase."""
    return link.value(frame.MEASURE) == "stage" and not shows_points()


def provinces(chosen: Filters) -> str | None:
    """Draw outlines and tiles from the same classes; return the province that was clicked."""
    if shows_stage():
        return components.mount("map", stage.picture(stairs.view(chosen)), key="map")
    return components.mount("map", _provinces(chosen, _measure()), key="map")


@cache.kept
def _provinces(chosen: Filters, measure: MapMeasure) -> dict[str, Any]:
    say, question = chosen.words, chosen.question
    states = cache.states(question)
    painted = paint(states, measure, say, question=question)
    around = Frame(
        outlines=server.outlines_address(),
        views=("outlines", "tiles"),
        label=say("map.label", measure=say(f"measure.{measure}"), year=question.fiscal_year_be),
        area=chosen.codes,
    )
    return map_data.data(painted, states, around, say, counts=True)


def table(chosen: Filters) -> None:
    """Offer what the map shows as a table."""
    say = chosen.words
    with tables.folded(say("map.table"), key="map_table") as opened:
        if opened and shows_stage():
            stage.table(stairs.view(chosen))
        elif opened:
            shown = rows.states(
                answers.states(chosen),
                record().provinces,
                say,
                question=chosen.question,
            )
            here = {"show": _measure()}
            tables.show(
                shown,
                say,
                name="provinces",
                key="map_rows",
                about=about.states(chosen, link.home("map", chosen.link | here)),
            )


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


def _measure() -> MapMeasure:
    return next(name for name in MEASURES if name == link.value(frame.MEASURE))
