"""What would it take? For one LAO; then for the provinces without a covered city."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import names as score_names
from utils.figures.scores import strips
from utils.figures.scores.names import number
from utils.measures.scores.levels import Scale
from utils.measures.scores.raise_to_level import Raise, what_it_takes
from utils.screen.app import cache, city_links, components
from utils.screen.scores import answer as score_answer
from utils.screen.scores import lao as score_lao
from utils.screen.scores import nearest as score_nearest_part
from utils.screen.scores import view as score_view
from utils.screen.scores.view import View


def draw(seen: View) -> None:
    """Draw the answer for the chosen LAO, then the order in which provinces are nearest."""
    say = seen.words
    if seen.scale is None:
        st.info(say("scores_lpa.national"))
    elif seen.totals.empty:
        st.info(say("scores.nobody_to_raise", year=seen.year, assessor=score_answer.assessor(seen)))
    else:
        lao_id = score_lao.choose(
            seen, score_answer.names(seen), _first(seen, seen.scale), "scores.lao_outside"
        )
        picked = components.mount("strips", _answer(seen, lao_id, seen.scale), key="takes")
        city_links.go(picked, seen.chosen)
        score_lao.lpa(seen, lao_id)
    score_nearest_part.draw(seen)


def marks(seen: View) -> str:
    """Return the cut-offs that act on the chosen assessor, assumed ones called so; or that none."""
    if seen.scale is None:
        return seen.words("scores_lpa.national")
    return score_names.acting(seen.whole.cutoffs, seen.scale, seen.words)


def _first(seen: View, scale: Scale) -> str:
    judged = score_view.judged(seen, scale)
    below = set(judged.loc[judged["next_level"].notna(), "lao_id"])
    names = score_answer.names(seen)
    return next((lao for lao in names if lao in below), next(iter(names)))


@cache.kept
def _answer(seen: View, lao_id: str, scale: Scale) -> dict[str, Any]:
    say, judged = seen.words, score_view.judged(seen, scale)
    own = judged[judged["lao_id"] == lao_id]
    found = what_it_takes(seen.known, own, seen.whole.components).get(lao_id)
    name = score_answer.names(seen)[lao_id]
    shown = {
        "mark": invented.mark(say, fictitious=seen.fictitious),
        "card": score_lao.card(seen, lao_id, name),
        "title": say("scores.takes", name=name, year=seen.year),
        "axis": f"{say('scores.arithmetic')} · {marks(seen)} · {say('scores.names_note')}",
    }
    if found is None:
        return shown | {"lead": _why_not(seen, own), "rows": []}
    rows = strips.raised(found, score_answer.indicators(seen), say)
    return shown | {
        "number": str(len(found.steps)),
        "of": say("scores.takes_of", n=len(found.steps), points=number(found.points)),
        "lead": _lead(found, str(own["next_level"].iloc[0]), seen),
        "rows": rows,
    }


def _lead(found: Raise, level: str, seen: View) -> str:
    return seen.words(
        "scores.takes_lead",
        total=number(found.total),
        mark=score_names.whole(found.mark),
        level=score_names.level(level, seen.words),
    )


def _why_not(seen: View, own: pd.DataFrame) -> str:
    """Return why there is no answer: no total, no cut-off, or nothing above."""
    row = own.iloc[0]
    if pd.isna(row["total"]):
        return seen.words("scores.takes_no_total", known=row["known"], of=row["of"])
    if pd.isna(row["level"]):
        return seen.words("scores.takes_no_cutoff")
    total = score_names.percent(row["total"], seen.words)
    level = score_names.level(str(row["level"]), seen.words)
    return seen.words("scores.takes_top", total=total, level=level)
