"""Provinces by their stage on the staircase: the map and its table, for two pages."""

from __future__ import annotations

from typing import Any

from utils.figures.map_data import Frame
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import stage_map as staircase_stage_map_figure
from utils.measures.staircase import stages
from utils.screen.app import cache, server, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView


@cache.kept
def picture(view: StaircaseView) -> dict[str, Any]:
    """Return the map of stages as the component `map` reads it."""
    words = view.words
    around = Frame(
        outlines=server.outlines_address(),
        views=("outlines", "tiles"),
        label=words("map.label", measure=words("measure.stage"), year=view.year),
        area=view.chosen.codes,
    )
    found = stages.province_stages(view.whole, view.year)
    return staircase_stage_map_figure.data(
        found, around, words, fictitious=view.fictitious, counts=True
    )


def table(view: StaircaseView) -> None:
    """Draw the map of stages as a table."""
    words, area = view.words, view.chosen.codes
    whole = stages.province_stages(view.whole, view.year)
    name = staircase_view.file_name(view, "stages")
    about = staircase_view.about(view, words("stage.note"))
    found = staircase_rows.stages(whole.loc[list(area)], cache.table("provinces"), words)
    tables.show(found, words, name=name, key="stage_rows", about=about)
    tables.offer_outlines(lambda: whole, words, name=name, key="stage_rows", area=area, about=about)
