"""Provinces by their stage on the staircase: the map and its table, for two pages."""

from __future__ import annotations

from typing import Any

from utils.figures import stage_map, stair_rows
from utils.figures.map_data import Frame
from utils.measures import stages
from utils.screen import cache, server, stairs, tables
from utils.screen.stairs import View


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
    return stage_map.data(found, around, say, fictitious=seen.fictitious, counts=True)


def table(seen: View) -> None:
    """Draw the map of stages as a table."""
    say = seen.words
    found = stages.province_stages(seen.whole, seen.year).loc[list(seen.chosen.codes)]
    tables.show(
        stair_rows.stages(found, cache.table("provinces"), say),
        say,
        name=stairs.file_name(seen, "stages"),
        key="stage_rows",
        about=stairs.about(seen, say("stage.note")),
    )
