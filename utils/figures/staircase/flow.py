"""A flow chart (Sankey) of the steps of LAOs between the ends of two fiscal years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from utils.figures import invented, map_data, theme
from utils.figures.plotly_figure import figure
from utils.measures.staircase.moves import MOVES
from utils.words import Words

HEIGHT = 480
# From above: the highest step first, LAOs that are not enrolled last.
_ORDER = ("F3", "F2", "F1", "4", "3", "2", "1", "unknown", "absent")
_MARGIN = {"l": 104, "r": 104, "t": 34, "b": 12}  # for the labels, clear of the flows
PLOT = HEIGHT - _MARGIN["t"] - _MARGIN["b"]
_LINE = 22 / PLOT  # of the height: a node is at least as high as a line of text
_GAP = 7 / PLOT
_THICK = 16
_BESIDE = _THICK / 2 + 2
_SIDES = (0.001, 0.999)  # Plotly reads 0 as "not given"


def flow(
    flows: pd.DataFrame,
    levels: Mapping[str, str],
    fiscal_year_be: int,
    words: Words,
    *,
    fictitious: bool,
) -> dict[str, Any]:
    """Draw the flows between the steps of two years, the earlier year at the left.

    Parameters
    ----------
    flows : DataFrame
        From `utils.measures.staircase.moves.flows`.
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
    columns = [flows.groupby(column)["count"].sum() for column in ("step_before", "step")]
    scale = min(_scale(counts) for counts in columns)
    nodes = [
        node | {"side": side, "said": _node_tip(node, years[side], words)}
        for side, counts in enumerate(columns)
        for node in _nodes(counts, scale, levels)
    ]
    places = {(node["side"], node["step"]): at for at, node in enumerate(nodes)}
    drawn = _sankey(nodes, _links(flows, places, words), _pad(columns, scale))
    return figure(
        [drawn],
        {
            "height": HEIGHT,
            "margin": _MARGIN,
            "annotations": [
                *(_label(node, words) for node in nodes),
                *(_heading(side, year, words) for side, year in enumerate(years)),
                *invented.marks(words, fictitious=fictitious, over=True),
            ],
        },
    )


def legend(words: Words) -> tuple[dict[str, Any], ...]:
    """Return the legend of the colours of the flows, as they appear."""
    return tuple(map_data.legend_row(words(f"move.{move}"), _swatch(move)) for move in MOVES)


def description(flows: pd.DataFrame, fiscal_year_be: int, words: Words) -> str:
    """Return the flows in words, as an alternative to the picture."""
    years = (fiscal_year_be - 1, fiscal_year_be)
    parts = [_stream(row, years, words) for row in flows.to_dict("records")]
    return words("flow.alt", before=years[0], year=years[1], streams="; ".join(parts))


def _swatch(move: str) -> theme.Swatch:
    return theme.Swatch(fill=theme.on_paper(theme.MOVES[move], theme.MOVES_OPACITY))


def _scale(counts: pd.Series) -> float:
    """Return the share of the height for one LAO, given that each node has room for its label.

    `counts`: LAOs by node, of one side.
    """
    room = 1 - _GAP * (len(counts) - 1)
    large = sorted((int(count) for count in counts), reverse=True)
    while large:
        scale = (room - _LINE * (len(counts) - len(large))) / sum(large)
        if large[-1] * scale >= _LINE:
            return scale
        large.pop()
    return 0.0


def _pad(columns: list[pd.Series], scale: float) -> float:
    """Return the padding between nodes, in pixels, that makes Plotly use the same scale."""
    rest = 1 - scale * int(columns[0].sum())
    return rest * PLOT / max(max(len(counts) for counts in columns) - 1, 1)


def _nodes(counts: pd.Series, scale: float, levels: Mapping[str, str]) -> list[dict[str, Any]]:
    shown = [step for step in _ORDER if step in counts.index]
    slots = [max(int(counts[step]) * scale, _LINE) for step in shown]
    spare = (1 - sum(slots)) / max(len(shown) - 1, 1)
    nodes, top = [], 0.0
    for step, slot in zip(shown, slots, strict=True):
        swatch = theme.LEVELS.get(levels.get(step, ""))
        colour = theme.LINE if step == "absent" else swatch.fill if swatch else theme.HATCH
        middle = min(max(top + slot / 2, 0.001), 0.999)
        nodes.append({"step": step, "count": int(counts[step]), "y": middle, "color": colour})
        top += slot + spare
    return nodes


def _node_tip(node: Mapping[str, Any], year: int, words: Words) -> str:
    return words("flow.node", year=year, step=words(f"step.{node['step']}"), n=node["count"])


def _label(node: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Return the label beside a node, outside the flows."""
    side = node["side"]
    return {
        "text": words("flow.label", step=words(f"flow.step.{node['step']}"), n=node["count"]),
        "x": side,
        "y": 1 - node["y"],
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left" if side else "right",
        "yanchor": "middle",
        "xshift": _BESIDE if side else -_BESIDE,
        "showarrow": False,
        "font": {"size": 13.5, "color": theme.INK},
    }


def _heading(side: int, year: int, words: Words) -> dict[str, Any]:
    return {
        "text": words("flow.year", year=year),
        "x": side,
        "xref": "paper",
        "xanchor": "left" if side else "right",
        "xshift": -_THICK if side else _THICK,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 8,
        "showarrow": False,
        "font": {"size": 14, "color": theme.QUIET},
    }


def _links(
    flows: pd.DataFrame, places: Mapping[tuple[int, str], int], words: Words
) -> dict[str, Any]:
    rows = flows.to_dict("records")
    return {
        "source": [places[0, row["step_before"]] for row in rows],
        "target": [places[1, row["step"]] for row in rows],
        "value": [int(row["count"]) for row in rows],
        "color": [theme.clear(theme.MOVES[row["move"]], theme.MOVES_OPACITY) for row in rows],
        "customdata": [words(f"move.{row['move']}") for row in rows],
        # Made of the texts of the nodes: a text for each flow would double the size of the figure.
        "hovertemplate": "%{source.customdata} → %{target.customdata}<br>"
        + words("flow.hover", n="%{value}", move="%{customdata}")
        + "<extra></extra>",
    }


def _stream(row: Mapping[Any, Any], years: tuple[int, int], words: Words) -> str:
    return words(
        "flow.link",
        before=words(f"step.{row['step_before']}"),
        before_year=years[0],
        after=words(f"step.{row['step']}"),
        year=years[1],
        n=row["count"],
        move=words(f"move.{row['move']}"),
    )


def _sankey(nodes: list[dict[str, Any]], links: dict[str, Any], pad: float) -> dict[str, Any]:
    return {
        "type": "sankey",
        "arrangement": "fixed",
        "node": {
            **{name: [node[name] for node in nodes] for name in ("y", "color")},
            "x": [_SIDES[node["side"]] for node in nodes],
            # No label: Plotly would write it across the flows.
            "label": [""] * len(nodes),
            "customdata": [node["said"] for node in nodes],
            "thickness": _THICK,
            "pad": pad,
            "line": {"color": theme.EDGE, "width": 0.8},
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        "link": links,
    }
