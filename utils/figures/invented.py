"""What says, inside a picture and in a file, that its numbers come from fictitious tables.

A picture is cropped and passed on: the words stand in it several times, not beside it.
"""

from __future__ import annotations

from typing import Any

from utils.figures import theme
from utils.words import Words

_PLACES = ((0.22, 0.8), (0.74, 0.62), (0.3, 0.32), (0.78, 0.12))


def mark(words: Words, *, fictitious: bool) -> str:
    """Return the words for a picture; empty for real tables."""
    return words("fictitious.mark") if fictitious else ""


def marks(words: Words, *, fictitious: bool) -> list[dict[str, Any]]:
    """Return the words as notes all over the plot area of a Plotly figure; none for real tables."""
    said = mark(words, fictitious=fictitious)
    return [
        {
            "text": said,
            "x": x,
            "y": y,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "center",
            "yanchor": "middle",
            "showarrow": False,
            "font": {"size": 15, "color": theme.QUIET},
            "bgcolor": theme.PAPER,
            "borderpad": 1,
            "opacity": 0.82,
        }
        for x, y in (_PLACES if said else ())
    ]


def file_name(name: str, *, fictitious: bool) -> str:
    """Return the name of a file, which says so where its rows are invented."""
    return f"fictitious_{name}" if fictitious else name
