"""Slide: LAOs up and down the steps since last time; left out without a table to show."""

from __future__ import annotations

import pandas as pd

from utils.figures import rows
from utils.figures.slides import pictures, since_words
from utils.figures.slides.pictures import Bar
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.changes.comparison import Comparison
from utils.measures.staircase.moves import MOVES, OUTSIDE_BASE

_ALWAYS = ("up", "stay", "down")  # told where nobody did so too


def moved(context: SlideContext) -> Slide | None:
    """Return how many LAOs moved which way, by name in the table."""
    found, stair = context.comparison, context.material.staircase
    invented = stair.fictitious
    # Invented tables are of no release: there is nothing to compare them with.
    if found is None or found.step_years is None or (invented and found.of_releases):
        return None
    if invented and not context.chosen.fictitious:
        return None
    words, steps = context.words, found.steps[found.steps["cause"] == "new"]
    counts = steps["move"].value_counts()
    return Slide(
        name="moved",
        title=words("slide.moved"),
        sentence=_sentence(counts, found, context),
        kind="bars",
        figure=pictures.bars(_bars(counts, context), words("slide.moved")),
        table=_table(steps, context),
        basis=since_words.basis(
            words("since.moved_basis"),
            found,
            found.step_years,
            words(f"stair.source.{'fictitious' if invented else 'real'}"),
            context,
        ),
        notes=(words(f"since.moved_note.{'releases' if found.of_releases else 'years'}"),),
        fictitious=invented,
    )


def _sentence(counts: pd.Series, found: Comparison, context: SlideContext) -> str:
    words = context.words
    base = int(counts.drop(list(OUTSIDE_BASE), errors="ignore").sum())
    return (
        words("fictitious.before_sentence") if context.material.staircase.fictitious else ""
    ) + words(
        "since.moved_sentence",
        **since_words.ends(found, context, found.step_years),
        area=context.where,
        base=base,
        up=int(counts.get("up", 0)),
        down=int(counts.get("down", 0)),
    )


def _bars(counts: pd.Series, context: SlideContext) -> list[Bar]:
    most = int(counts.max()) if len(counts) else 0
    shown = {m: int(counts.get(m, 0)) for m in MOVES if m in _ALWAYS or m in counts}
    return [
        pictures.bar(context.words(f"since.move.{move}"), n, most, str(n))
        for move, n in shown.items()
    ]


def _table(steps: pd.DataFrame, context: SlideContext) -> pd.DataFrame:
    """Return the LAOs whose step is another, by move, province and code: no ranking."""
    words, stair = context.words, context.material.staircase
    place = steps["move"].map({name: at for at, name in enumerate(MOVES)})
    ordered = steps.assign(place=place).sort_values(["place", "province_code", "lao_id"])
    some = ordered[~ordered["move"].isin(["stay", "graduated"])]
    return pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                some["province_code"], stair.provinces, words
            ).array,
            words("column.lao"): rows.municipality_names(
                some["lao_id"], stair.register, words
            ).array,
            words("since.step_before"): [words(f"step.{step}") for step in some["came_from"]],
            words("since.step_now"): [words(f"step.{step}") for step in some["went_to"]],
            words("column.move"): [words(f"since.move.{move}") for move in some["move"]],
        }
    )
