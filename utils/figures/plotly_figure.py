"""The one place where a Plotly figure is made: from the house's template, held to Plotly's classes.

A figure is written as what Plotly.js reads and is sent as it is written: Plotly's own classes would
say the same in more bytes. They are asked whether they know every property and every word of it,
which costs them 2 to 15 ms; so each shape of a figure is asked about once in a process, and the
figures of one picture differ in their numbers and texts alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

import plotly.graph_objects as go

from utils.figures import theme

# Texts of a reader's language: any words will do.
_TEXTS = frozenset({"name", "text", "hovertext", "hovertemplate", "ticktext", "customdata"})
_known: set[Hashable] = set()


def figure(traces: list[dict[str, Any]], layout: Mapping[str, Any]) -> dict[str, Any]:
    """Return a figure as Plotly.js reads it.

    Parameters
    ----------
    traces : list of dict
        Each with its `type`.
    layout : mapping
        What differs from the template: no frame, quiet grid, our font.

    Raises
    ------
    ValueError
        Where Plotly does not know a property, or does not take what it is given.

    Examples
    --------
    >>> figure([{"type": "scatter", "x": [1]}], {"height": 300})["layout"]["height"]
    300
    """
    figure = {"data": traces, "layout": {"template": template(), **layout}}
    shape = _shape({"data": traces, "layout": layout})
    if shape not in _known:
        go.Figure(deepcopy(figure))  # refuses what it does not know; it moves the types of traces
        _known.add(shape)
    return figure


@cache
def template() -> dict[str, Any]:
    """Return the layout every figure starts from."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "linecolor": theme.LINE,
        "tickcolor": theme.LINE,
        "ticks": "outside",
        "tickfont": {"size": 14, "color": theme.QUIET},
        "fixedrange": True,
    }
    return {
        "layout": {
            "font": {"family": theme.FONT, "size": 15, "color": theme.INK},
            "paper_bgcolor": theme.PAPER,
            "plot_bgcolor": theme.PAPER,
            "margin": {"l": 44, "r": 8, "t": 44, "b": 36},
            "showlegend": False,
            "legend": {
                "orientation": "h",
                "x": 0,
                "y": 1.02,
                "yanchor": "bottom",
                "itemclick": False,
                "itemdoubleclick": False,
                "font": {"size": 15},
            },
            "xaxis": axis,
            "yaxis": axis | {"showgrid": True, "gridcolor": theme.GRID, "linecolor": theme.PAPER},
            "hoverlabel": {
                "font": {"family": theme.FONT, "size": 14, "color": theme.INK},
                "bgcolor": theme.PAPER,
                "bordercolor": theme.LINE,
            },
        }
    }


def _shape(value: Any, name: str = "") -> Hashable:  # noqa: ANN401 whatever JSON holds
    """Return what Plotly judges of a part of a figure: properties, kinds of values, fixed words."""
    if isinstance(value, Mapping):
        return frozenset((key, _shape(one, key)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return "list", frozenset(_shape(one, name) for one in value)
    if isinstance(value, str):
        free = name in _TEXTS or name.endswith("color")  # all colours are the theme's
        return "words" if free else value
    return "number" if isinstance(value, int | float) else type(value).__name__
