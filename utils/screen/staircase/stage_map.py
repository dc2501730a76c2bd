"""Provinces by stage on the staircase: the map, its table, and how many are at each stage."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures.map_data import Frame
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import stage_map as stage_map_figure
from utils.measures.staircase import stages
from utils.screen.app import cache, components, server, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView


def draw(view: StaircaseView) -> str | None:
    """Draw the map of stages and how many provinces are at each; return the province clicked."""
    words = view.words
    st.header(words("stage.title", year=view.year), anchor=False)
    reported = " · ".join(staircase_view.reported_note(view))
    st.caption(f"{words('stage.note')}  \n{reported}")
    picked = components.mount(
        "map", picture(view), key="stage_map", about=staircase_view.drawn(view)
    )
    _stage_shares(view)
    with tables.folded(words("map.table"), key="stage_table") as opened:
        if opened:
            table(view)
    return picked


@cache.kept
def picture(view: StaircaseView) -> dict[str, Any]:
    """Return the map of stages as the component `map` reads it."""
    words = view.words
    frame = Frame(
        outlines=server.outlines_address(),
        views=("outlines", "tiles"),
        label=words("map.label", measure=words("map.measure.stage"), year=view.year),
        area=view.chosen.codes,
    )
    province_stages = stages.province_stages(view.whole, view.year)
    return stage_map_figure.data(
        province_stages, frame, words, fictitious=view.fictitious, counts=True
    )


def table(view: StaircaseView) -> None:
    """Draw the map of stages as a table."""
    words, area = view.words, view.chosen.codes
    province_stages = stages.province_stages(view.whole, view.year)
    in_area = staircase_rows.stages(
        province_stages.loc[list(area)], cache.table("provinces"), words
    )
    name = staircase_view.file_name(view, "stages")
    about = staircase_view.about(view, words("stage.note"))
    tables.show(in_area, words, name=name, key="stage_rows", about=about, invented=view.fictitious)
    tables.offer_outlines(
        lambda: province_stages,
        words,
        name=name,
        key="stage_rows",
        area=area,
        about=about,
        invented=view.fictitious,
    )


def _stage_shares(view: StaircaseView) -> None:
    """Draw how many provinces of the area are at each stage, by their best LAO and centre city.

    Invented tables have no centre cities, which are real.
    """
    words, shares = view.words, _shares(view)
    note = words("stage_share.note") if view.fictitious else words("stage_share.note_centre")
    st.caption(note)
    tables.plain(
        staircase_rows.shares(shares, words),
        words,
        name=staircase_view.file_name(view, f"stage_shares_{view.year}"),
        invented=view.fictitious,
        key="shares_rows",
        about=staircase_view.about(view, note),
        file=staircase_rows.shares_file(shares, words),
    )


@cache.kept
def _shares(view: StaircaseView) -> dict[str, pd.DataFrame]:
    """Return the shares of stages by the heading of their column."""
    words, codes = view.words, list(view.chosen.codes)
    best = stages.province_stages(view.whole, view.year).loc[codes]
    shares = stages.stage_shares(best)
    heading = (
        "staircase.column.stage_best_fictitious"
        if view.fictitious
        else "staircase.column.stage_best"
    )
    by_heading = {words(heading, n=shares["base"].iloc[0]): shares}
    if not view.fictitious:
        centres = stages.centre_stages(view.whole, cache.record().centre_cities, view.year)
        by_heading[words("staircase.column.stage_centre")] = stages.stage_shares(centres.loc[codes])
    return by_heading
