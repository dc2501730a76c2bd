"""Slide: the staircase, from a real table, or from an invented one that was asked for."""

from __future__ import annotations

import pandas as pd

from utils.figures import labels
from utils.figures.slides.slide import Seen, Slide
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import sentence as staircase_sentence
from utils.measures.staircase.distribution import step_totals
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.summary import in_brief


def stairs(seen: Seen) -> Slide | None:
    """Return how many LAOs stand on each step, at the year's end or the table's last."""
    whole, say = seen.material.staircase, seen.words
    if whole.is_empty or (whole.fictitious and not seen.chosen.fictitious):
        return None
    chosen = seen.chosen.question.fiscal_year_be
    year = chosen if whole.covers(chosen) else whole.last_year_be
    here = whole.within(seen.chosen.codes)
    totals = step_totals(here, year)
    return Slide(
        name="stairs",
        title=say("slide.stairs"),
        sentence=_sentence(here, year, seen),
        kind="bars",
        figure={"rows": _bars(totals, seen), "nested": False},
        table=staircase_rows.steps(totals, year, say),
        basis=" · ".join(
            [
                say("slide.stairs_basis", year=year),
                seen.chosen.area or say("filter.everywhere"),
                say(f"stair.source.{'fictitious' if whole.fictitious else 'real'}"),
            ]
        ),
        notes=(
            staircase_sentence.sentence(
                in_brief(here, year),
                say,
                area=seen.chosen.area,
                years=(whole.first_year_be, whole.last_year_be),
                threshold_years=None,
                fictitious=whole.fictitious,
            ),
        ),
        fictitious=whole.fictitious,
    )


def _sentence(here: Staircase, year: int, seen: Seen) -> str:
    say, brief = seen.words, in_brief(here, year)
    before = say("fictitious.before_sentence") if here.fictitious else ""
    if brief.enrolled is None:
        years = labels.years(here.first_year_be, here.last_year_be)
        return before + say("stair.sentence_unknown", year=year, years=years)
    if brief.moves is None:
        return before + say("slide.stairs_now", year=year, area=seen.where, n=brief.enrolled)
    up, down = brief.moves["up"], brief.moves["down"]
    return before + say(
        "slide.stairs_sentence", year=year, area=seen.where, n=brief.enrolled, up=up, down=down
    )


def _bars(totals: pd.DataFrame, seen: Seen) -> list[dict[str, object]]:
    say = seen.words
    most = totals["count"].max()
    return [
        {
            "name": say(f"step.{step}"),
            "value": None if pd.isna(n) else int(n),
            "total": 0 if pd.isna(most) else int(most),
            "text": say("unknown.year") if pd.isna(n) else str(n),
        }
        for step, n in totals["count"].items()
    ]
