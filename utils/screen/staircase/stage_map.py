"""Provinces by their stage on the staircase: the map and its table, for two pages."""

from __future__ import annotations

from typing import Any

from utils.figures.map_data import Frame
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import stage_map as staircase_stage_map_figure
from utils.measures.staircase import stages
from utils.screen.app import cache, server, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import View


@cache.kept
def picture(seen: View) -> dict[str, Any]:
    """Return the map of stages as the component `map` reads it."""
    say = seen.words
    around = Frame(
        outlines=server.outlines_address(),
        views=("outlines", "tiles"),
        label=say("map.label", measure=say("measure.stage"), year=seen.year),
        area=seen.chosen.codes,
    )
    found = stages.province_stages(seen.whole, seen.year)
    return staircase_stage_map_figure.data(
        found, around, say, fictitious=seen.fictitious, counts=True
    )


def table(seen: View) -> None:
    """Draw the map of stages as a table."""
    say = seen.words
    found = stages.province_stages(seen.whole, seen.year).loc[list(seen.chosen.codes)]
    tables.show(
        staircase_rows.stages(found, cache.table("provinces"), say),
        say,
        name=staircase_view.file_name(seen, "stages"),
        key="stage_rows",
        about=staircase_view.about(seen, say("stage.note")),
    )
