"""The four steps and the fast track, as data for the component `stairs`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from utils.figures import invented, labels, map_data, theme
from utils.figures.staircase import sentence as staircase_sentence
from utils.measures.staircase.summary import InBrief
from utils.words import Words

STANDARD = ("1", "2", "3", "4")
FAST = ("F1", "F2", "F3")
UNKNOWN = ("unknown",)
# How many LAOs one dot stands for: the smallest that keeps a step's dots on the step.
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
    """Return everything the picture shows.

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
        Whether the counts come from fictitious tables: the picture then says so on every step.
    """
    highest = totals["count"].max()
    known = not pd.isna(highest)
    each = next(n for n in _DOTS if highest <= n * _MOST_DOTS) if known else 1
    compared = bool(totals["change"].notna().any())
    since = words("stair.dots_since", year=fiscal_year_be - 1) if compared else ""
    tracks = (("standard", STANDARD), ("fast_track", FAST), ("unknown", UNKNOWN))
    rows = {str(step): row for step, row in totals.to_dict("index").items()}
    return {
        "mark": invented.mark(words, fictitious=fictitious),
        "each": each,
        "note": words("stair.dots", n=each, since=since) if known else "",
        "tracks": [
            {
                "name": name,
                "title": words(f"stair.track.{name}"),
                "said": words(
                    "stair.said",
                    track=words(f"stair.track.{name}"),
                    year=fiscal_year_be,
                    steps="; ".join(_said(step, rows[step], words) for step in steps),
                ),
                "steps": [_step(step, rows[step], levels, fiscal_year_be, words) for step in steps],
            }
            for name, steps in tracks
        ],
    }


def figures(
    brief: InBrief, words: Words, *, longer_rule: str, notes: list[str]
) -> list[dict[str, Any]]:
    """Return the three numbers: who is on the staircase, who moved up, who is long on a step.

    Where nobody is on it, and nobody was the year before, that alone: the rest asks of nobody.
    `longer_rule`: the threshold in words. `notes`: as-of year and source.
    """
    year = brief.fiscal_year_be
    enrolled = _figure(brief.enrolled, words("stair.on_it"), words("stair.on_it_note"), words)
    enrolled["notes"] += notes
    if brief.nobody:
        return [enrolled | {"window": words("window.year", last=year)}]
    if brief.moves is None or brief.base is None:
        # Where the year itself is not covered, that alone is the reason, and is said once.
        why = "" if brief.enrolled is None else words("stair.no_year_before")
        moved = _figure(None, words("stair.moved_up"), why, words)
    else:
        share = brief.share_up
        note = words("stair.moved_note", **brief.moves)
        moved = _figure(brief.moves["up"], words("stair.moved_up"), note, words)
        moved["of"] = words("stair.of", n=brief.base) + (
            "" if share is None else words("sentence.percent", share=labels.percent(share))
        )
    longer = _figure(brief.longer, words("stair.longer"), longer_rule, words)
    unsure = staircase_sentence.perhaps(brief, words)
    if unsure:
        longer["notes"].append(unsure)
    if brief.longer is None and brief.enrolled is not None:
        longer["number"] = words("stair.cannot_tell" if unsure else "stair.none_set")
        if not unsure:
            longer["notes"] = [staircase_sentence.longer_unknown(brief, words)]
    for shown in (enrolled, moved, longer):
        shown["window"] = words("window.year", last=year)
    return [enrolled, moved, longer]


def change(value: float) -> str:
    """Return a change against the year before with its sign; empty where not known."""
    if pd.isna(value):
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return f"{sign}{abs(int(value))}"


def _figure(number: int | None, rule: str, note: str, words: Words) -> dict[str, Any]:
    known = number is not None
    return {
        "number": str(number) if known else words("overview.unknown"),
        "of": words("stair.laos", n=number) if known else "",
        "rule": rule,
        "notes": [note] if known or note else [],
        "known": known,
    }


def _step(
    step: str, row: Mapping[Any, Any], levels: Mapping[str, str], year: int, words: Words
) -> dict[str, Any]:
    known = not pd.isna(row["count"])
    swatch = map_data.legend_row("", theme.LEVELS[levels.get(step, "unknown")])
    return {
        "name": words(f"step.{step}"),
        "about": words(f"step_about.{step}"),
        "count": str(row["count"]) if known else words("overview.unknown"),
        "known": known,
        "laos": row["count"] if known else 0,
        "change": change(row["change"]),
        "since": words("stair.since", year=year - 1),
        "provinces": words("stair.provinces", n=row["provinces"]) if known else "",
        **{name: swatch[name] for name in ("fill", "pattern", "dark")},
    }


def _said(step: str, row: Mapping[Any, Any], words: Words) -> str:
    name = words(f"step.{step}")
    if pd.isna(row["count"]):
        return words("stair.said_unknown", step=name)
    return words("stair.said_step", step=name, n=row["count"], provinces=row["provinces"])
