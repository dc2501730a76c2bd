"""A province's enrolled LAOs over the years: one row each, one bar per run of years on a step."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import invented, map_data, theme
from utils.figures.plotly_figure import figure
from utils.measures.staircase.step_years import LEVELS
from utils.words import Words

_ROW = 64
_BAR = 30 / _ROW
_NAME = 0.46  # above its bar
_LEVELS = ("1", "2", "3", "4", "unknown")
_DARK = ("3", "4")
# Rows above those of the LAOs: the stage of the province, and that of its centre city.
STAGE_ROWS = ("0-province", "1-centre")
_TICKS = 6  # at most, on a phone
_ENDS = (-0.62, 0.92)  # below the lowest bar and above the highest name: there are the marks


def timeline(
    years: pd.DataFrame, span: tuple[int, int], words: Words, *, fictitious: bool
) -> dict[str, Any]:
    """Draw one row per LAO, with its name above and one bar per run of years on the same step.

    A bar is labelled with its step where there is room, so that no texts overlap on a phone.

    Parameters
    ----------
    years : DataFrame
        Rows of `Staircase.years` with `name`: the LAO's name.
    span : tuple of int
        First and last fiscal year of the axis.
    words : Words
    fictitious : bool

    Returns
    -------
    dict
        A Plotly figure.
    """
    bars = runs(years)
    names = dict(sorted(zip(years["lao_id"], years["name"], strict=True), reverse=True))
    ends = (_ENDS[0], len(names) - 1 + _ENDS[1])
    return figure(
        [_bars(bars, list(names), words)],
        {
            "height": 100 + _ROW * len(names),
            "margin": {"l": 4, "r": 4, "t": 6, "b": 34},
            "uniformtext": {"minsize": 12, "mode": "hide"},
            "xaxis": {
                "tickformat": "d",
                "dtick": _years_between_ticks(span),
                "range": [span[0] - 0.6, span[1] + 0.6],
                "tickangle": 0,
                "showgrid": True,
                "gridcolor": theme.GRID,
            },
            "yaxis": {"visible": False, "range": [ends[0] - 0.25, ends[1] + 0.2]},
            "annotations": [
                *(_named(name, at) for at, name in enumerate(names.values())),
                *invented.at_right(ends, words, fictitious=fictitious),
            ],
        },
    )


def _years_between_ticks(span: tuple[int, int]) -> int:
    """Return whole years: by itself Plotly would label half years of a short table."""
    shown = span[1] - span[0] + 1
    return next((step for step in (1, 2) if shown <= _TICKS * step), 5)


def runs(years: pd.DataFrame) -> pd.DataFrame:
    """Return the runs of consecutive years that an LAO spends on one step.

    Parameters
    ----------
    years : DataFrame
        As in `timeline`.

    Returns
    -------
    DataFrame, one row per run, in order of LAO and year
        `lao_id`, `name`, `level` and `step` (text, "unknown" where not known), `first_be`,
        `last_be`.
    """
    rows = years.sort_values(["lao_id", "fiscal_year_be"])
    rows = rows.assign(
        step=rows["step"].fillna("unknown"),
        level=rows["level"].astype("string").fillna("unknown"),
    )
    breaks = (
        (rows["lao_id"] != rows["lao_id"].shift())
        | (rows["step"] != rows["step"].shift())
        | (rows["fiscal_year_be"] != rows["fiscal_year_be"].shift() + 1).fillna(value=True)
    )
    by_run = rows.groupby(breaks.astype("int64").cumsum())
    firsts = by_run[["lao_id", "name", "level", "step"]].first()
    ends = by_run["fiscal_year_be"].agg(first_be="min", last_be="max")
    return firsts.join(ends).reset_index(drop=True)


def of_stage(stage: pd.Series, row: str, name: str) -> pd.DataFrame:
    """Return a stage by fiscal year as rows for `timeline`, above those of the LAOs.

    `stage`: from `utils.measures.staircase.stages.stage_years`. `row`: one of `STAGE_ROWS`.
    """
    rows = stage.rename("step").reset_index().assign(lao_id=row, name=name)
    level = rows["step"].where(rows["step"].isin(LEVELS)).astype("Int64")
    return rows.assign(level=level)


def legend(years: pd.DataFrame, words: Words) -> tuple[dict[str, Any], ...]:
    """Return the legend of the colours, for the levels that occur."""
    known = set(years["level"].astype("string").fillna("unknown"))
    return tuple(
        map_data.legend_row(words(f"level_class.{level}"), theme.LEVELS[level])
        for level in _LEVELS
        if level in known
    )


def _bars(runs_of_laos: pd.DataFrame, laos: list[str], words: Words) -> dict[str, Any]:
    rows = runs_of_laos.to_dict("records")
    levels = [str(row["level"]) for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [int(row["first_be"]) - 0.5 for row in rows],
        "x": [int(row["last_be"] - row["first_be"]) + 1 for row in rows],
        "y": [laos.index(str(row["lao_id"])) for row in rows],
        "width": _BAR,
        "text": ["?" if row["level"] == "unknown" else row["step"] for row in rows],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {
            "family": theme.FONT,
            "size": 13,
            "color": [theme.PAPER if level in _DARK else theme.INK for level in levels],
        },
        "marker": {
            "color": [theme.LEVELS[level].fill for level in levels],
            "line": {"width": 1, "color": theme.EDGE},
            "pattern": {
                "shape": ["/" if level == "unknown" else "" for level in levels],
                "fgcolor": theme.HATCH,
                "size": 6,
            },
        },
        "hovertext": [_tip(row, words) for row in rows],
        "hoverinfo": "text",
    }


def _tip(row: dict[Any, Any], words: Words) -> str:
    first, last = int(row["first_be"]), int(row["last_be"])
    return words(
        "step_year.hover",
        lao=row["name"],
        year=first if first == last else f"{first}–{last}",
        step=words(f"{'stage' if row['lao_id'] in STAGE_ROWS else 'step'}.{row['step']}"),
    )


def _named(name: str, at: int) -> dict[str, Any]:
    return {
        "text": name,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": at + _NAME,
        "yanchor": "middle",
        "showarrow": False,
        "bgcolor": theme.PAPER,
        "font": {"color": theme.QUIET},
    }
