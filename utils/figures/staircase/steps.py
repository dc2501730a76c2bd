"""The four steps and the fast track, as data for the component `stairs`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from utils.figures import invented, map_data, theme
from utils.words import Words

STANDARD = ("1", "2", "3", "4")
FAST = ("F1", "F2", "F3")
UNKNOWN = ("unknown",)
# How many LAOs one dot may stand for: the smallest number is used whose dots fit on a step.
_DOTS = (1, 5, 10, 50, 100, 500)
_MOST_DOTS = 70


def data(
    totals: pd.DataFrame,
    levels: Mapping[str, str],
    fiscal_year_be: int,
    words: Words,
    *,
    fictitious: bool,
) -> dict[str, Any]:
    """Return the data of the picture.

    Parameters
    ----------
    totals : DataFrame
        From `utils.measures.staircase.distribution.step_totals`.
    levels : mapping
        From a step to its level, "1" to "4".
    fiscal_year_be : int
        Fiscal year of the counts.
    words : Words
    fictitious : bool
        Whether the counts come from fictitious tables; the picture then says so on every step.
    """
    highest = totals["count"].max()
    known = not pd.isna(highest)
    before = invented.before(words, fictitious=fictitious)
    each = next(n for n in _DOTS if highest <= n * _MOST_DOTS) if known else 1
    compared = bool(totals["change"].notna().any())
    since = words("staircase.dots_since", year=fiscal_year_be - 1) if compared else ""
    dots = words("staircase.dots", n=each, since=since)
    tracks = (("standard", STANDARD), ("fast_track", FAST), ("unknown", UNKNOWN))
    rows = {str(step): row for step, row in totals.to_dict("index").items()}
    return {
        "mark": invented.mark(words, fictitious=fictitious),
        "each": each,
        "note": f"{dots} · {words('staircase.levels_assumed')}" if known else "",
        "tracks": [
            {
                "name": name,
                "title": words(f"staircase.track.{name}"),
                "said": before
                + words(
                    "staircase.said",
                    track=words(f"staircase.track.{name}"),
                    year=fiscal_year_be,
                    steps="; ".join(_description(step, rows[step], words) for step in steps),
                ),
                "steps": [_step(step, rows[step], levels, fiscal_year_be, words) for step in steps],
            }
            for name, steps in tracks
        ],
    }


def change(value: float) -> str:
    """Return a change since the year before with its sign, as "+3" or "±0"; empty where unknown."""
    if pd.isna(value):
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return f"{sign}{abs(int(value))}"


def _step(
    step: str, row: Mapping[Any, Any], levels: Mapping[str, str], year: int, words: Words
) -> dict[str, Any]:
    known = not pd.isna(row["count"])
    swatch = map_data.legend_row("", theme.LEVELS[levels.get(step, "unknown")])
    return {
        "name": words(f"step.{step}"),
        "about": words(f"step.about.{step}"),
        "count": f"{row['count']:,}" if known else words("overview.unknown"),
        "known": known,
        "laos": row["count"] if known else 0,
        "change": change(row["change"]),
        "since": words("staircase.since", year=year - 1),
        "provinces": words("staircase.provinces", n=row["provinces"]) if known else "",
        **{name: swatch[name] for name in ("fill", "pattern", "dark")},
    }


def _description(step: str, row: Mapping[Any, Any], words: Words) -> str:
    name = words(f"step.{step}")
    if pd.isna(row["count"]):
        return words("staircase.said_unknown", step=name)
    return words("staircase.said_step", step=name, n=row["count"], provinces=row["provinces"])
