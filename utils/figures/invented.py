"""Marks in pictures, rows and file names that say that numbers come from fictitious tables.

Pictures are cropped and passed on, so the mark is in the picture, several times, not beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from utils.figures import theme
from utils.words import Words

_EDGE = 0.99  # marks there are right-aligned, so that narrow pictures do not cut them off
# Clear of a curve that rises from the left; and over flows, which leave no free space.
_PLACES = ((0.2, 0.86), (0.56, 0.14), (_EDGE, 0.34))
_OVER = ((0.5, 0.84), (0.5, 0.52), (0.5, 0.2))


def mark(words: Words, *, fictitious: bool) -> str:
    """Return the mark of a picture; empty for real tables."""
    return words("fictitious.mark") if fictitious else ""


def before(words: Words, *, fictitious: bool) -> str:
    """Return how a sentence begins whose numbers are invented; empty for real tables."""
    return words("fictitious.before_sentence") if fictitious else ""


def panel(shown: dict[str, Any], words: Words, *, fictitious: bool) -> dict[str, Any]:
    """Return a panel of the component `strips` with its mark, its sentence beginning by saying so.

    `shown`: as the component reads it, with or without a `lead`.
    """
    lead = shown.get("lead")
    own = {"lead": before(words, fictitious=fictitious) + lead} if lead else {}
    return shown | own | {"mark": mark(words, fictitious=fictitious)}


def marks(words: Words, *, fictitious: bool, over: bool = False) -> list[dict[str, Any]]:
    """Return the mark as annotations spread over a Plotly figure; none for real tables.

    `over`: whether the picture leaves no free space, so that the mark needs a background.
    """
    ground = {"bgcolor": theme.PAPER, "opacity": 0.82} if over else {}
    places = _OVER if over else _PLACES
    return [
        _note(words, x, {"y": y, "yref": "paper"}) | ground
        for x, y in (places if fictitious else ())
    ]


def between(rows: int, words: Words, *, fictitious: bool, lift: float = 0) -> list[dict[str, Any]]:
    """Return the mark as annotations between the rows of a figure with this number of rows.

    `lift`: how far above the middle of the gap, in rows, where the lower row has a text of its own.
    """
    gaps = dict.fromkeys((rows - 0.5, rows // 2 - 0.5, -0.5))
    return [
        _note(words, 0.62 if at % 2 else _EDGE, {"y": y + lift})
        for at, y in enumerate(gaps if fictitious else ())
    ]


def at_right(heights: Sequence[float], words: Words, *, fictitious: bool) -> list[dict[str, Any]]:
    """Return the mark as annotations at the right edge, at heights where nothing else is drawn."""
    return [_note(words, _EDGE, {"y": y}) for y in (heights if fictitious else ())]


def _note(words: Words, x: float, height: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": words("fictitious.mark"),
        "x": x,
        "xref": "paper",
        **height,
        "xanchor": "right" if x == _EDGE else "center",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"color": theme.QUIET},
    }


def in_every_row(table: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return a table of invented rows with a last column that says so in each of them."""
    return table.assign(**{words("fictitious.column"): words("fictitious.mark")})


def file_name(name: str, *, fictitious: bool) -> str:
    """Return a file name, which begins with "fictitious_" where the rows are invented."""
    return f"fictitious_{name}" if fictitious else name
