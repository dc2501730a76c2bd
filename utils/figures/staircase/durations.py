"""Pictures of durations: the time on each step, and from enrolment to the fourth."""

from __future__ import annotations

from collections.abc import Mapping
from math import nan
from typing import Any

import pandas as pd

from utils.figures import invented, theme
from utils.figures.plotly_figure import figure
from utils.measures.staircase.fast_track import PathwayComparison
from utils.measures.staircase.survival import MINIMUM, Survival
from utils.words import Words

_ROW = 54
_TICK_YEARS = 4
_OVER_NOTES = 0.17  # of a row: clear of the text above a dot


def median(survival: Survival, words: Words) -> str:
    """Return a median with its interval in words, or why there is none."""
    if survival.too_few:
        return words("dwell.too_few", n=survival.n, minimum=MINIMUM)
    if survival.median is None:
        return words("dwell.not_reached", n=survival.n, minimum=MINIMUM)
    return words("dwell.median", **_interval(survival, survival.median, words))


def _short(survival: Survival, words: Words) -> str:
    """Return `median` in a form short enough for a picture on a phone."""
    if survival.too_few:
        return median(survival, words)
    if survival.median is None:
        return words("dwell.short_not_reached")
    return words("dwell.short", **_interval(survival, survival.median, words))


def _interval(survival: Survival, middle: float, words: Words) -> dict[str, str]:
    """Return a median, its bounds and the number at risk at that time, as texts.

    An upper bound that is not reached is open.
    """
    high = words("dwell.open") if survival.median_high is None else f"{survival.median_high:.0f}"
    low = middle if survival.median_low is None else survival.median_low
    risk = str(survival.at_risk(middle))
    return {"median": f"{middle:.0f}", "low": f"{low:.0f}", "high": high, "risk": risk}


def dwell(
    by_step: Mapping[str, Survival], last_year: int, words: Words, *, fictitious: bool
) -> dict[str, Any]:
    """Draw the median time on each step with its interval; an unknown one is given in words.

    Parameters
    ----------
    by_step : mapping of step to Survival
        From `utils.measures.staircase.durations.dwell`.
    last_year : int
        The end of the axis in years: a bound that is not reached runs past it.
    words : Words
    fictitious : bool
    """
    known = {step: survival for step, survival in by_step.items() if survival.median is not None}
    names = {
        step: words("dwell.row", step=words(f"step.{step}"), n=survival.n)
        for step, survival in by_step.items()
    }
    bounds = [
        (
            survival.median or 0,
            survival.median_low or survival.median or 0,
            survival.median_high or last_year + 1,
        )
        for survival in known.values()
    ]
    notes = [
        {
            "x": 0 if survival.median is None else survival.median_low or survival.median,
            "y": names[step],
            "text": _short(survival, words),
            "xanchor": "left",
            "yshift": 0 if survival.median is None else 16,
            "showarrow": False,
            "font": {"size": 15, "color": theme.QUIET if survival.median is None else theme.INK},
        }
        for step, survival in by_step.items()
    ]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [middle for middle, _, _ in bounds],
        "y": [names[step] for step in known],
        "marker": {"color": theme.ACCENT, "size": 14},
        "error_x": _spread(bounds),
        "hoverinfo": "skip",
    }
    layout = _rows(list(names.values()), (0, last_year))
    marks = invented.between(len(names), words, fictitious=fictitious, lift=_OVER_NOTES)
    return figure([trace], layout | {"annotations": [*marks, *notes]})


def reached(survival: Survival, words: Words, *, fictitious: bool) -> dict[str, Any]:
    """Draw the share that has reached the fourth step by years since enrolment, with its band.

    `survival`: from `measures.staircase.durations.time_to_top`, with a table. The curve begins at
    enrolment and ends where too few LAOs are still followed; their number is below the axis.
    """
    table = _from_enrolment(survival)
    times = [int(time) for time in table["time"]]
    share = [_reached(left) for left in table["survival"]]
    low = [_reached(bound) for bound in table["high"].fillna(table["survival"])]
    high = [_reached(bound) for bound in table["low"].fillna(table["survival"])]
    ticks = list(range(0, max(times) + 1, _TICK_YEARS))
    step = {"type": "scatter", "mode": "lines", "x": times}
    edge = {"color": theme.LINE, "width": 0, "shape": "hv"}
    band = theme.clear(theme.SEQUENTIAL[1], 0.45)
    tip = words("time_to_top.hover", years="%{x}", share="%{y:.1f}", n="%{customdata}")
    line = {"color": theme.ACCENT, "width": 3, "shape": "hv"}
    return figure(
        [
            step | {"y": low, "line": edge, "hoverinfo": "skip"},
            step
            | {"y": high, "line": edge, "fill": "tonexty", "fillcolor": band, "hoverinfo": "skip"},
            step
            | {
                "y": share,
                "line": line,
                "customdata": [int(n) for n in table["at_risk"]],
                "hovertemplate": f"{tip}<extra></extra>",
            },
        ],
        {
            "height": 350,
            "margin": {"l": 52, "r": 12, "t": 12, "b": 56},
            "xaxis": {
                "tickvals": ticks,
                "ticktext": [f"{time}<br>{survival.at_risk(time)}" for time in ticks],
                "range": [0, max([*times, 1])],
                "tickangle": 0,
            },
            "yaxis": {"range": [0, 100], "nticks": 6},
            "annotations": invented.marks(words, fictitious=fictitious),
        },
    )


def has_curve(survival: Survival) -> bool:
    """Tell whether there is a curve to draw, which takes estimates at two times or more."""
    return len(survival.estimated) > 1


def _from_enrolment(survival: Survival) -> pd.DataFrame:
    """Return the estimated rows, beginning with time 0, when all are at risk."""
    table = survival.estimated
    if (table["time"] == 0).any():
        return table
    begin = table.iloc[:1].assign(time=0, at_risk=survival.n, survival=1.0, low=nan, high=nan)
    return pd.concat([begin.astype(table.dtypes), table], ignore_index=True)


def _reached(survival: float) -> float:
    """Return the percentage that has reached it, to two decimals."""
    return round(100 * (1 - float(survival)), 2)


def pathways(
    comparisons: list[PathwayComparison], words: Words, *, fictitious: bool
) -> dict[str, Any]:
    """Draw the shares of both pathways at the fourth level, with intervals.

    `comparisons`: those with a table.
    """
    rows = [
        (comparison.years, str(name), row)
        for comparison in comparisons
        if comparison.table is not None
        for name, row in comparison.table.to_dict("index").items()
    ]
    names = [
        words("pathway.row", pathway=words(f"pathway.{name}"), years=years, n=row["n"])
        for years, name, row in rows
    ]
    bounds = [(100 * row["share"], 100 * row["low"], 100 * row["high"]) for _, _, row in rows]
    fast = [name == "fast_track" for _, name, _ in rows]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,  # a share of 0 or 100 is on the edge
        "x": [middle for middle, _, _ in bounds],
        "y": names,
        "marker": {
            "color": [theme.OCHRE if quick else theme.ACCENT for quick in fast],
            "symbol": ["diamond" if quick else "circle" for quick in fast],
            "size": 13,
        },
        "error_x": _spread(bounds),
        "hovertext": [
            words("pathway.hover", share=f"{middle:.0f}", low=f"{low:.0f}", high=f"{high:.0f}")
            for middle, low, high in bounds
        ],
        "hoverinfo": "text",
    }
    marks = invented.between(len(names), words, fictitious=fictitious)
    return figure([trace], _rows(names, (0, 100)) | {"annotations": marks})


def _spread(bounds: list[tuple[float, float, float]]) -> dict[str, Any]:
    return {
        "type": "data",
        "symmetric": False,
        "array": [high - middle for middle, _, high in bounds],
        "arrayminus": [middle - low for middle, low, _ in bounds],
        "color": theme.EDGE,
        "thickness": 2.5,
        "width": 6,
    }


def _rows(names: list[str], span: tuple[float, float]) -> dict[str, Any]:
    return {
        "height": 64 + _ROW * len(names),
        "margin": {"l": 44, "r": 28, "t": 12, "b": 40},
        "xaxis": {
            "range": list(span),
            "showgrid": True,
            "gridcolor": theme.GRID,
        },
        "yaxis": {
            "type": "category",  # without points Plotly would assume an axis of numbers
            "automargin": True,
            "categoryorder": "array",
            "categoryarray": names[::-1],
            "showgrid": False,
            "range": [-0.75, len(names) - 0.25],
            "tickfont": {"size": 15, "color": theme.INK},
        },
    }
