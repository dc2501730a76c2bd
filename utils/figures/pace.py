"""The pace chart: what was counted each year, against a straight reference to the target."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from utils.figures import theme
from utils.measures.rounds import SERIES_BREAK_YEAR_BE
from utils.words import Words

HEIGHT = 360


@dataclass(frozen=True, kw_only=True)
class PaceLines:
    """The measured lines: Series indexed by fiscal_year_be, from `utils.measures.pace`.

    `listed_years`: fiscal years whose results are in the record; they get a mark.
    """

    actual: pd.Series
    reference: pd.Series
    since: pd.Series
    listed_years: frozenset[int]
    provinces: int
    deadline_year_be: int


def pace_chart(lines: PaceLines, words: Words, *, chosen_year_be: int) -> go.Figure:
    """Draw the lines, labelled where they end, with the break of series and the deadline."""
    figure = go.Figure()
    _reference(figure, lines, words)
    _since(figure, lines, words)
    _actual(figure, lines, words, chosen_year_be)
    _marks(figure, lines, words)
    years = lines.actual.index
    ticks = [year for year in years if year in lines.listed_years]
    figure.update_layout(
        template=theme.template(), height=HEIGHT, hovermode="closest", showlegend=True
    )
    figure.update_xaxes(tickvals=ticks, range=[years[0] - 0.5, years[-1] + 1.2], tickangle=0)
    figure.update_yaxes(range=[0, lines.provinces * 1.12], nticks=5)
    return figure


def _actual(figure: go.Figure, lines: PaceLines, words: Words, chosen: int) -> None:
    shown = lines.actual
    sizes = [
        14 if year == chosen else 8 if year in lines.listed_years else 0 for year in shown.index
    ]
    figure.add_trace(
        go.Scatter(
            x=shown.index,
            y=shown.astype(float),
            name=words("pace.actual"),
            mode="lines+markers",
            line={"color": theme.ACCENT, "width": 3.5, "shape": "hv"},
            marker={"color": theme.ACCENT, "size": sizes},
            hovertext=[words("pace.hover", year=year, n=n) for year, n in shown.items()],
            hoverinfo="text",
        )
    )
    figure.add_annotation(
        x=shown.index[-1],
        y=float(shown.iloc[-1]),
        text=f"<b>{shown.iloc[-1]}</b>",
        showarrow=False,
        xanchor="left",
        xshift=14,
        font={"color": theme.ACCENT, "size": 18},
    )


def _since(figure: go.Figure, lines: PaceLines, words: Words) -> None:
    figure.add_trace(
        go.Scatter(
            x=lines.since.index,
            y=lines.since.astype(float),
            name=words("pace.since"),
            mode="markers",
            marker={
                "color": theme.PAPER,
                "size": 10,
                "symbol": "diamond",
                "line": {"color": theme.INK, "width": 2},
            },
            hovertext=[
                f"{words('pace.since')} · {words('pace.hover', year=year, n=n)}"
                for year, n in lines.since.items()
            ],
            hoverinfo="text",
        )
    )


def _reference(figure: go.Figure, lines: PaceLines, words: Words) -> None:
    figure.add_trace(
        go.Scatter(
            x=lines.reference.index,
            y=lines.reference.astype(float),
            name=words("pace.reference"),
            mode="lines",
            line={"color": theme.QUIET, "width": 2, "dash": "dash"},
            hovertext=[
                f"{words('pace.reference')} · {words('pace.hover', year=year, n=f'{n:.1f}')}"
                for year, n in lines.reference.items()
            ],
            hoverinfo="text",
        )
    )


def _marks(figure: go.Figure, lines: PaceLines, words: Words) -> None:
    figure.add_hline(y=lines.provinces, line={"color": theme.INK, "width": 1.5})
    figure.add_annotation(
        x=lines.actual.index[0] - 0.4,
        y=lines.provinces,
        text=words("pace.target", n=lines.provinces),
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
    )
    break_at = SERIES_BREAK_YEAR_BE - 0.5
    figure.add_vline(x=break_at, line={"color": theme.EDGE, "width": 1.5, "dash": "dot"})
    figure.add_annotation(
        x=break_at,
        y=0,
        yref="paper",
        text=words("pace.break") + "  ",
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
        font={"color": theme.QUIET, "size": 14},
    )
    figure.add_annotation(
        x=lines.deadline_year_be,
        y=lines.provinces,
        text=words("pace.deadline", year=lines.deadline_year_be),
        showarrow=False,
        yanchor="bottom",
        xanchor="center",
    )
