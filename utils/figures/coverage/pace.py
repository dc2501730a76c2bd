"""The pace chart: provinces counted each year, and the straight reference line to the target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import theme
from utils.figures.plotly_figure import figure
from utils.measures.coverage.rounds import SERIES_BREAK_YEAR_BE
from utils.words import Words

HEIGHT = 360


@dataclass(frozen=True, kw_only=True)
class PaceLines:
    """The measured lines: Series indexed by fiscal_year_be, from `utils.measures.coverage.pace`.

    `listed_years`: fiscal years with results in the record; they have a marker on the line.
    """

    actual: pd.Series
    reference: pd.Series
    since: pd.Series
    listed_years: frozenset[int]
    provinces: int
    deadline_year_be: int


def pace_chart(lines: PaceLines, words: Words, *, chosen_year_be: int) -> dict[str, Any]:
    """Draw the lines, with the target, the deadline and the break of series marked."""
    years = lines.actual.index
    return figure(
        [_reference(lines, words), _since(lines, words), _actual(lines, words, chosen_year_be)],
        {
            "height": HEIGHT,
            "hovermode": "closest",
            "showlegend": True,
            "xaxis": {
                "tickvals": [int(year) for year in years if year in lines.listed_years],
                "range": [int(years[0]) - 0.5, int(years[-1]) + 1.2],
                "tickangle": 0,
            },
            "yaxis": {"range": [0, lines.provinces * 1.12], "nticks": 5},
            "shapes": _shapes(lines),
            "annotations": _notes(lines, words),
        },
    )


def _actual(lines: PaceLines, words: Words, chosen: int) -> dict[str, Any]:
    shown = lines.actual
    sizes = [
        14 if year == chosen else 8 if year in lines.listed_years else 0 for year in shown.index
    ]
    return {
        "type": "scatter",
        "x": [int(year) for year in shown.index],
        "y": [None if pd.isna(n) else int(n) for n in shown],
        "name": words("pace.actual"),
        "mode": "lines+markers",
        "line": {"color": theme.ACCENT, "width": 3.5, "shape": "hv"},
        "marker": {"color": theme.ACCENT, "size": sizes},
        "hovertext": [
            "" if pd.isna(n) else words("pace.hover", year=year, n=n) for year, n in shown.items()
        ],
        "hoverinfo": "text",
    }


def _since(lines: PaceLines, words: Words) -> dict[str, Any]:
    name = words("pace.since")
    return {
        "type": "scatter",
        "x": [int(year) for year in lines.since.index],
        "y": [float(n) for n in lines.since],
        "name": name,
        "mode": "markers",
        "marker": {
            "color": theme.PAPER,
            "size": 10,
            "symbol": "diamond",
            "line": {"color": theme.INK, "width": 2},
        },
        "hovertext": [
            f"{name} · {words('pace.hover', year=year, n=n)}" for year, n in lines.since.items()
        ],
        "hoverinfo": "text",
    }


def _reference(lines: PaceLines, words: Words) -> dict[str, Any]:
    name = words("pace.reference")
    return {
        "type": "scatter",
        "x": [int(year) for year in lines.reference.index],
        "y": [float(n) for n in lines.reference],
        "name": name,
        "mode": "lines",
        "line": {"color": theme.QUIET, "width": 2, "dash": "dash"},
        "hovertext": [
            f"{name} · {words('pace.hover', year=year, n=f'{n:.1f}')}"
            for year, n in lines.reference.items()
        ],
        "hoverinfo": "text",
    }


def _shapes(lines: PaceLines) -> list[dict[str, Any]]:
    """Return the target as a line across, and the break of series as a dotted line down."""
    at = SERIES_BREAK_YEAR_BE - 0.5
    target = {"x0": 0, "x1": 1, "xref": "paper", "y0": lines.provinces, "y1": lines.provinces}
    broken = {"x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1}
    return [
        {"type": "line", **target, "line": {"color": theme.INK, "width": 1.5}},
        {"type": "line", **broken, "line": {"color": theme.EDGE, "width": 1.5, "dash": "dot"}},
    ]


def _notes(lines: PaceLines, words: Words) -> list[dict[str, Any]]:
    first, last = (int(lines.actual.index[at]) for at in (0, -1))
    reached = int(lines.actual.iloc[-1])
    above = {"y": lines.provinces, "yanchor": "bottom", "showarrow": False}
    return [
        {
            **above,
            "x": first - 0.4,
            "xanchor": "left",
            "text": words("pace.target", n=lines.provinces),
        },
        {
            **above,
            "x": lines.deadline_year_be,
            "xanchor": "center",
            "text": words("pace.deadline", year=lines.deadline_year_be),
        },
        {
            "x": SERIES_BREAK_YEAR_BE - 0.5,
            "y": 0,
            "yref": "paper",
            "xanchor": "right",
            "yanchor": "bottom",
            "xshift": -8,
            "showarrow": False,
            "text": words("pace.break"),
            "font": {"color": theme.QUIET, "size": 14},
        },
        {
            "x": last,
            "y": reached,
            "xanchor": "left",
            "xshift": 14,
            "showarrow": False,
            "text": f"<b>{reached}</b>",
            "font": {"color": theme.ACCENT, "size": 18},
        },
    ]
