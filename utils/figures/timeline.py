"""A province's municipalities over the years: one line each, one mark a result."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from utils.figures import theme
from utils.measures.coverage import BEST_RESULTS
from utils.words import Words

# Shape and lightness both tell the result: neither alone has to.
_MARKS = {
    "good": ("circle-open", theme.SEQUENTIAL[3]),
    "very_good": ("circle", theme.SEQUENTIAL[2]),
    "excellent": ("circle", theme.SEQUENTIAL[4]),
    "national": ("diamond", theme.INK),
}
_ROW = 30
_TICK_YEARS = 4


@dataclass(frozen=True, kw_only=True)
class Span:
    """The years of the axis, and the window that the rule counts (first None: from the start)."""

    first_year_be: int
    last_year_be: int
    window_first_be: int | None
    window_last_be: int


def timeline(results: pd.DataFrame, span: Span, words: Words) -> go.Figure:
    """Draw one row a municipality, one mark a result.

    Parameters
    ----------
    results : DataFrame
        `municipality` (name shown), `fiscal_year_be`, `result` (one of `BEST_RESULTS`) and `said`
        (what the tip says).
    span : Span
    words : Words
    """
    names = list(dict.fromkeys(results["municipality"]))
    figure = go.Figure()
    for result in BEST_RESULTS:
        rows = results[results["result"] == result]
        if rows.empty:
            continue
        symbol, colour = _MARKS[result]
        figure.add_trace(
            go.Scatter(
                x=rows["fiscal_year_be"].astype(int),
                y=rows["municipality"],
                name=words(f"result.{result}"),
                mode="markers",
                marker={
                    "symbol": symbol,
                    "color": colour,
                    "size": 13,
                    "line": {"width": 2, "color": colour},
                },
                hovertext=rows["said"],
                hoverinfo="text",
            )
        )
    _window(figure, span)
    figure.update_layout(template=theme.template(), height=110 + _ROW * len(names), showlegend=True)
    figure.update_xaxes(
        tick0=span.first_year_be,
        dtick=_TICK_YEARS,
        tickformat="d",
        range=[span.first_year_be - 0.7, span.last_year_be + 0.7],
        tickangle=0,
    )
    figure.update_yaxes(
        automargin=True, categoryorder="array", categoryarray=names[::-1], showgrid=True
    )
    return figure


def _window(figure: go.Figure, span: Span) -> None:
    """Shade the fiscal years that the rule counts."""
    if span.window_first_be is not None:
        figure.add_vrect(
            x0=span.window_first_be - 0.5,
            x1=span.window_last_be + 0.5,
            fillcolor=theme.WASH,
            line_width=0,
            layer="below",
        )
