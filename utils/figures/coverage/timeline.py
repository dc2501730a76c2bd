"""A province's municipalities over the years: one row each, one mark per result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels, theme
from utils.figures.plotly_figure import figure
from utils.measures.coverage.coverage import BEST_RESULTS
from utils.words import Words

# Shape and lightness both show the result, so either is enough.
_MARKS = {
    "good": ("circle-open", theme.SEQUENTIAL[3]),
    "very_good": ("circle", theme.SEQUENTIAL[2]),
    "excellent": ("circle", theme.SEQUENTIAL[4]),
    "national": ("diamond", theme.INK),
}
_ROW = 30
_TICK_YEARS = 4


@dataclass(frozen=True, kw_only=True)
class Axis:
    """The years of the axis, and of the window that the rule counts (None: from the first year)."""

    first_year_be: int
    last_year_be: int
    window_first_be: int | None
    window_last_be: int


def timeline(results: pd.DataFrame, span: Axis, words: Words) -> dict[str, Any]:
    """Draw one row per municipality, one mark per result.

    Parameters
    ----------
    results : DataFrame
        `municipality` (its name), `fiscal_year_be`, `result` (one of `BEST_RESULTS`) and `said`
        (the text of the tip).
    span : Axis words : Words

    Returns
    -------
    dict
        A Plotly figure.
    """
    names = list(dict.fromkeys(results["municipality"]))
    known = [result for result in BEST_RESULTS if (results["result"] == result).any()]
    return figure(
        [_marks(results[results["result"] == result], result, words) for result in known],
        {
            "height": 110 + _ROW * len(names),
            "showlegend": True,
            "xaxis": {
                "tick0": span.first_year_be,
                "dtick": _TICK_YEARS,
                "tickformat": "d",
                "range": [span.first_year_be - 0.7, span.last_year_be + 0.7],
                "tickangle": 0,
            },
            "yaxis": {
                "automargin": True,
                "categoryorder": "array",
                "categoryarray": names[::-1],
                "showgrid": True,
            },
            "shapes": _window(span),
        },
    )


def _marks(rows: pd.DataFrame, result: str, words: Words) -> dict[str, Any]:
    symbol, colour = _MARKS[result]
    return {
        "type": "scatter",
        "x": [int(year) for year in rows["fiscal_year_be"]],
        "y": list(rows["municipality"]),
        "name": labels.result(result, words),
        "mode": "markers",
        "marker": {
            "symbol": symbol,
            "color": colour,
            "size": 13,
            "line": {"width": 2, "color": colour},
        },
        "hovertext": list(rows["said"]),
        "hoverinfo": "text",
    }


def _window(span: Axis) -> list[dict[str, Any]]:
    """Shade the fiscal years that the rule counts."""
    if span.window_first_be is None:
        return []
    return [
        {
            "type": "rect",
            "x0": span.window_first_be - 0.5,
            "x1": span.window_last_be + 0.5,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "fillcolor": theme.WASH,
            "line": {"width": 0},
            "layer": "below",
        }
    ]
