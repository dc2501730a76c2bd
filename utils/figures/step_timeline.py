"""A province's enrolled LAOs over the years: one line each, one mark a year, its step inside."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import invented, theme
from utils.words import Words

_ROW = 46
_LEVELS = ("1", "2", "3", "4", "unknown")
_DARK = ("3", "4")


def timeline(
    years: pd.DataFrame, span: tuple[int, int], words: Words, *, fictitious: bool
) -> dict[str, Any]:
    """Draw one row an LAO, one square a fiscal year.

    Parameters
    ----------
    years : DataFrame
        Rows of `Staircase.years` with `name`: the LAO's name.
    span : tuple of int
        First and last fiscal year of the axis.
    words : Words
    fictitious : bool
    """
    names = list(dict.fromkeys(years["name"]))
    shown = years.assign(kind=years["level"].astype("string").fillna("unknown"))
    return {
        "data": [
            _marks(shown[shown["kind"] == level], level, words)
            for level in _LEVELS
            if (shown["kind"] == level).any()
        ],
        "layout": {
            "template": theme.template(),
            "height": 110 + _ROW * len(names),
            "margin": {"l": 44, "r": 8, "t": 64, "b": 36},
            "showlegend": True,
            "xaxis": {
                "tick0": span[0],
                "dtick": 4,
                "tickformat": "d",
                "range": [span[0] - 0.7, span[1] + 0.7],
                "tickangle": 0,
            },
            "yaxis": {
                "automargin": True,
                "categoryorder": "array",
                "categoryarray": names[::-1],
                "range": [-0.7, len(names) - 0.3],
                "showgrid": True,
            },
            "annotations": invented.between(len(names), words, fictitious=fictitious),
        },
    }


def _marks(rows: pd.DataFrame, level: str, words: Words) -> dict[str, Any]:
    steps = rows["step"].fillna("?")
    return {
        "type": "scatter",
        "x": [int(year) for year in rows["fiscal_year_be"]],
        "y": list(rows["name"]),
        "name": words(f"level_class.{level}"),
        "mode": "markers+text",
        "text": list(steps),
        "textfont": {"size": 12, "color": theme.PAPER if level in _DARK else theme.INK},
        "marker": {
            "symbol": "square",
            "color": theme.LEVELS[level].fill,
            "size": 22,
            "line": {"width": 1, "color": theme.EDGE},
        },
        "hovertext": [
            words("step_year.hover", lao=name, year=year, step=words(f"step.{step}"))
            for name, year, step in zip(
                rows["name"], rows["fiscal_year_be"], rows["step"].fillna("unknown"), strict=True
            )
        ],
        "hoverinfo": "text",
    }
