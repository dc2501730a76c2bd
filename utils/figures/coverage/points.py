"""Municipalities as points over the province outlines, in pydeck."""

from __future__ import annotations

import json
from functools import cached_property

import pandas as pd
import pydeck as pdk

from utils.figures import theme
from utils.words import Words

COUNTED = theme.STATUS["counted"]
OTHER = theme.Swatch(fill=theme.SEQUENTIAL[1])
REPORTED = theme.Swatch(fill=theme.OCHRE)
KINDS = {"reported": REPORTED, "other": OTHER, "counted": COUNTED}
"""How a municipality is painted, the topmost last: counted, with another result, in no list."""
VIEW = pdk.ViewState(latitude=13.1, longitude=101.2, zoom=4.55, min_zoom=4, max_zoom=8)


class CompactDeck(pdk.Deck):  # type: ignore[misc]
    """A deck that is sent as compact JSON: half the bytes, the same picture.

    The JSON is made once: a deck is cached for many readers and never changed.
    """

    def to_json(self) -> str:
        """Return the specification as compact JSON."""
        return self._compact

    @cached_property
    def _compact(self) -> str:
        return json.dumps(json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":"))


def point_map(points: pd.DataFrame, outlines_address: str, words: Words) -> pdk.Deck:
    """Draw municipalities over the outlines.

    Parameters
    ----------
    points : DataFrame
        Indexed by lao_id: `longitude`, `latitude` in degrees; `name`, `result` and `years` for the
        tip; `kind`, one of `KINDS`. Each dot has the id as `i`.
    outlines_address : str
        Address of `outlines.apart` as GeoJSON, fetched once by the browser.
    """
    ground = pdk.Layer(
        "GeoJsonLayer",
        outlines_address,
        id="outlines",
        get_fill_color=theme.rgb(theme.LAND),
        stroked=False,
    )
    dots = [_dots(points[points["kind"] == kind], swatch, kind) for kind, swatch in KINDS.items()]
    layers = [ground, *dots]
    # The wording of the tip is sent once, not with every dot.
    result = words("map.value.year", label="{r}", first="{y}")
    tip = {
        "text": f"{{n}}\n{result}",
        "style": {
            "backgroundColor": theme.PAPER,
            "color": theme.INK,
            "fontFamily": theme.FONT,
            "border": f"1px solid {theme.LINE}",
        },
    }
    # Without a provider there are no tiles to fetch.
    return CompactDeck(layers=layers, initial_view_state=VIEW, tooltip=tip, map_provider=None)


def _dots(points: pd.DataFrame, swatch: theme.Swatch, name: str) -> pdk.Layer:
    placed = [
        {
            "p": [round(row["longitude"], 3), round(row["latitude"], 3)],
            "n": row["name"],
            "r": row["result"],
            "y": row["years"],
            "i": str(lao_id),
        }
        for lao_id, row in points.to_dict("index").items()
    ]
    return pdk.Layer(
        "ScatterplotLayer",
        placed,
        id=name,
        get_position="p",
        get_fill_color=theme.rgb(swatch.fill),
        get_line_color=theme.rgb(theme.POINT_EDGE),
        stroked=True,
        line_width_min_pixels=1,
        radius_min_pixels=5,
        radius_max_pixels=9,
        get_radius=4000,
        pickable=True,
    )
