"""Slide: which provinces came to be counted since the round before, and which no longer are."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from utils.figures import labels, rows
from utils.figures.slide import Seen, Slide
from utils.measures import since
from utils.measures.rules import Question


def change(seen: Seen) -> Slide:
    """Return what changed between the listed year before the chosen one and the chosen one."""
    say, question = seen.words, seen.chosen.question
    earlier = _year_before(seen)
    before = replace(question, fiscal_year_be=earlier or question.fiscal_year_be)
    found = since.between(seen.states_of(before), seen.states)
    names = rows.province_names(found.index.to_series(), seen.record.provinces, say)
    turned = {turn: sorted(names[found["turn"] == turn]) for turn in ("gained", "lost")}
    return Slide(
        name="change",
        title=say("slide.change"),
        sentence=_sentence(found, earlier, seen),
        kind="names",
        figure={
            "groups": [
                {"label": say(f"slide.{turn}", n=len(some)), "names": some}
                for turn, some in turned.items()
            ]
        },
        table=_table(found, names, before, seen),
        basis=seen.basis,
        notes=(say("slide.change_note"),),
    )


def _year_before(seen: Seen) -> int | None:
    """Return the latest year with a result before the chosen one."""
    years = seen.record.awards["fiscal_year_be"]
    earlier = years[years < seen.chosen.question.fiscal_year_be]
    return None if earlier.empty else int(earlier.max())


def _sentence(found: pd.DataFrame, earlier: int | None, seen: Seen) -> str:
    say, year = seen.words, seen.chosen.question.fiscal_year_be
    if earlier is None or found.empty:
        return say("slide.change_unknown", year=year)
    gained, lost = (int((found["turn"] == turn).sum()) for turn in ("gained", "lost"))
    key = "slide.change_sentence" if gained or lost else "slide.change_none"
    return say(key, before=earlier, year=year, area=seen.where, gained=gained, lost=lost)


def _table(found: pd.DataFrame, names: pd.Series, before: Question, seen: Seen) -> pd.DataFrame:
    say, question = seen.words, seen.chosen.question
    turned = found[found["turn"].isin(["gained", "lost"])]
    return pd.DataFrame(
        {
            say("column.province"): names.reindex(turned.index),
            say("slide.state_at", year=before.fiscal_year_be): [
                labels.status(status, before, say) for status in turned["before"]
            ],
            say("slide.state_at", year=question.fiscal_year_be): [
                labels.status(status, question, say) for status in turned["now"]
            ],
        }
    ).reset_index(drop=True)
