"""A scatter plot of two percentages of each LAO: above the line the second is higher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from utils.figures import invented, theme
from utils.figures.plotly_figure import figure
from utils.figures.scores.names import number
from utils.words import Words

HEIGHT = 440
_LOW, _HIGH = 40, 100  # the same axis for every selection, unless a value is below it


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """Percentages of the same LAOs, in one order: `across`, `up`, and their `names`."""

    across: Sequence[float]
    up: Sequence[float]
    names: Sequence[str]
    across_title: str
    up_title: str


def pairs(shown: Pairs, words: Words, *, fictitious: bool) -> dict[str, Any]:
    """Draw a dot for each LAO, and the line on which both values are the same."""
    low = _LOW if min([*shown.across, *shown.up], default=_LOW) >= _LOW else 0
    tips = [
        words("scores.pair", name=name, across=number(x), up=number(y))
        for name, x, y in zip(shown.names, shown.across, shown.up, strict=True)
    ]
    ends = [low, _HIGH]
    same = {
        "type": "scatter",
        "mode": "lines",
        "x": ends,
        "y": ends,
        "line": {"color": theme.EDGE, "width": 1.5, "dash": "dash"},
        "hoverinfo": "skip",
    }
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [round(x, 1) for x in shown.across],
        "y": [round(y, 1) for y in shown.up],
        "marker": {
            "color": theme.ACCENT,
            "size": 11,
            "opacity": 0.75,
            "line": {"color": theme.PAPER, "width": 1},
        },
        "hovertext": tips,
        "hoverinfo": "text",
    }
    return figure([same, dots], _layout(shown, ends, words, fictitious=fictitious))


def _layout(shown: Pairs, ends: list[int], words: Words, *, fictitious: bool) -> dict[str, Any]:
    axis = {"range": ends, "dtick": 10, "showgrid": True, "gridcolor": theme.GRID}
    quiet = {"showarrow": False, "font": {"size": 14, "color": theme.QUIET}}
    return {
        "height": HEIGHT,
        "margin": {"l": 44, "r": 26, "t": 18, "b": 58},
        "xaxis": axis | {"title": {"text": shown.across_title, "font": {"size": 15}}},
        "yaxis": axis,
        "annotations": [
            *invented.marks(words, fictitious=fictitious),
            quiet
            | {
                "text": words("scores.same"),
                "x": 0.99,
                "y": 0.04,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "right",
            },
        ],
    }
