"""Slide: LAOs up and down the steps since last time; left out without a table to show."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import rows
from utils.figures.slides import since_words
from utils.figures.slides.slide import Seen, Slide
from utils.measures.changes.comparison import Comparison
from utils.measures.staircase.moves import MOVES, OUTSIDE_BASE

_ALWAYS = ("up", "stay", "down")  # told where nobody did so too


def moved(seen: Seen) -> Slide | None:
    """Return how many LAOs moved which way, by name in the table."""
    found, stair = seen.comparison, seen.material.staircase
    invented = stair.fictitious
    # Invented tables are of no release: there is nothing to compare them with.
    if found is None or found.step_years is None or (invented and found.of_releases):
        return None
    if invented and not seen.chosen.fictitious:
        return None
    say, steps = seen.words, found.steps[found.steps["cause"] == "new"]
    counts = steps["move"].value_counts()
    return Slide(
        name="moved",
        title=say("slide.moved"),
        sentence=_sentence(counts, found, seen),
        kind="bars",
        figure={"rows": _bars(counts, seen), "nested": False},
        table=_table(steps, seen),
        basis=since_words.basis(
            say("since.moved_basis"),
            found,
            found.step_years,
            say(f"stair.source.{'fictitious' if invented else 'real'}"),
            seen,
        ),
        notes=(say(f"since.moved_note.{'releases' if found.of_releases else 'years'}"),),
        fictitious=invented,
    )


def _sentence(counts: pd.Series, found: Comparison, seen: Seen) -> str:
    say = seen.words
    base = int(counts.drop(list(OUTSIDE_BASE), errors="ignore").sum())
    return (say("fictitious.before_sentence") if seen.material.staircase.fictitious else "") + say(
        "since.moved_sentence",
        **since_words.ends(found, seen, found.step_years),
        area=seen.where,
        base=base,
        up=int(counts.get("up", 0)),
        down=int(counts.get("down", 0)),
    )


def _bars(counts: pd.Series, seen: Seen) -> list[dict[str, Any]]:
    most = int(counts.max()) if len(counts) else 0
    shown = [move for move in MOVES if move in _ALWAYS or move in counts]
    return [
        {
            "name": seen.words(f"since.move.{move}"),
            "value": int(counts.get(move, 0)),
            "total": most,
            "text": str(int(counts.get(move, 0))),
        }
        for move in shown
    ]


def _table(steps: pd.DataFrame, seen: Seen) -> pd.DataFrame:
    """Return the LAOs whose step is another, by move, province and code: no ranking."""
    say, stair = seen.words, seen.material.staircase
    place = steps["move"].map({name: at for at, name in enumerate(MOVES)})
    ordered = steps.assign(place=place).sort_values(["place", "province_code", "lao_id"])
    some = ordered[~ordered["move"].isin(["stay", "graduated"])]
    return pd.DataFrame(
        {
            say("column.province"): rows.province_names(
                some["province_code"], stair.provinces, say
            ).array,
            say("column.lao"): rows.municipality_names(some["lao_id"], stair.register, say).array,
            say("since.step_before"): [say(f"step.{step}") for step in some["came_from"]],
            say("since.step_now"): [say(f"step.{step}") for step in some["went_to"]],
            say("column.move"): [say(f"since.move.{move}") for move in some["move"]],
        }
    )
