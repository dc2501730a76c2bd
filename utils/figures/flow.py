"""Who went where between the ends of two fiscal years, as a flow from left to right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from utils.figures import invented, map_data, theme
from utils.measures.moves import MOVES
from utils.words import Words

HEIGHT = 460
# From above: as on the staircase, the highest step on top, those not on it at the bottom.
_ORDER = ("F3", "F2", "F1", "4", "3", "2", "1", "unknown", "absent")
_GAP = 0.022
_SIDES = (0.001, 0.999)  # Plotly reads 0 as "not given"
_CLEAR = {"up": 0.62, "down": 0.75, "graduated": 0.3, "stay": 0.5}


def flow(
    flows: pd.DataFrame,
    levels: Mapping[str, str],
    fiscal_year_be: int,
    words: Words,
    *,
    fictitious: bool,
) -> dict[str, Any]:
    """Draw the streams between the steps of two years: nodes bear their year, so none turns back.

    Parameters
    ----------
    flows : DataFrame
        From `utils.measures.moves.flows`.
    levels : mapping
        From a step to its level, "1" to "4".
    fiscal_year_be : int
        The later of the two years.
    words : Words
    fictitious : bool

    Returns
    -------
    dict
        A Plotly figure.
    """
    years = (fiscal_year_be - 1, fiscal_year_be)
    places: dict[tuple[int, str], int] = {}
    nodes: list[dict[str, Any]] = []
    for side, column in enumerate(("step_before", "step")):
        for node in _nodes(flows, column, levels):
            name = words(f"step.{node['step']}")
            label = words("flow.node", year=years[side], step=name, n=node["count"])
            places[side, node["step"]] = len(nodes)
            nodes.append(node | {"label": label, "x": _SIDES[side]})
    return {
        "data": [_sankey(nodes, _links(flows, places, years, words))],
        "layout": {
            "template": theme.template(),
            "height": HEIGHT,
            "margin": {"l": 4, "r": 4, "t": 10, "b": 16},
            "annotations": invented.marks(words, fictitious=fictitious, over=True),
        },
    }


def legend(words: Words) -> list[dict[str, Any]]:
    """Return what the colours of the streams mean, for the component `legend`."""
    return [
        map_data.legend_row(words(f"move.{move}"), theme.Swatch(fill=theme.MOVES[move]))
        for move in MOVES
    ]


def said(flows: pd.DataFrame, fiscal_year_be: int, words: Words) -> str:
    """Return the streams in words, the largest moves first."""
    years = (fiscal_year_be - 1, fiscal_year_be)
    parts = [_told(row, years, words) for row in flows.to_dict("records")]
    return words("flow.alt", before=years[0], year=years[1], streams="; ".join(parts))


def _nodes(flows: pd.DataFrame, column: str, levels: Mapping[str, str]) -> list[dict[str, Any]]:
    counts = flows.groupby(column)["count"].sum()
    shown = [step for step in _ORDER if step in counts.index]
    room = (1 - _GAP * (len(shown) - 1)) / max(int(counts.sum()), 1)
    nodes, top = [], 0.0
    for step in shown:
        height = int(counts[step]) * room
        swatch = theme.LEVELS.get(levels.get(step, ""))
        colour = theme.LINE if step == "absent" else swatch.fill if swatch else theme.HATCH
        middle = min(max(top + height / 2, 0.001), 0.999)
        nodes.append({"step": step, "count": int(counts[step]), "y": middle, "color": colour})
        top += height + _GAP
    return nodes


def _links(
    flows: pd.DataFrame, places: Mapping[tuple[int, str], int], years: tuple[int, int], words: Words
) -> dict[str, Any]:
    rows = flows.to_dict("records")
    return {
        "source": [places[0, row["step_before"]] for row in rows],
        "target": [places[1, row["step"]] for row in rows],
        "value": [int(row["count"]) for row in rows],
        "color": [
            theme.clear(theme.MOVES[row["move"]], _CLEAR.get(row["move"], 0.6)) for row in rows
        ],
        "customdata": [_told(row, years, words) for row in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _told(row: Mapping[Any, Any], years: tuple[int, int], words: Words) -> str:
    return words(
        "flow.link",
        before=words(f"step.{row['step_before']}"),
        before_year=years[0],
        after=words(f"step.{row['step']}"),
        year=years[1],
        n=row["count"],
        move=words(f"move.{row['move']}"),
    )


def _sankey(nodes: list[dict[str, Any]], links: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "sankey",
        "arrangement": "fixed",
        "textfont": {"size": 15, "color": theme.INK},
        "node": {
            **{name: [node[name] for node in nodes] for name in ("label", "x", "y", "color")},
            "thickness": 16,
            "pad": 10,
            "line": {"color": theme.EDGE, "width": 0.8},
            "hovertemplate": "%{label}<extra></extra>",
        },
        "link": links,
    }
