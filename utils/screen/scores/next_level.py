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
from utils.screen.scores.view import ScoresView


def draw(view: ScoresView) -> None:
    """Draw the answer for the chosen LAO, then the order in which provinces are nearest."""
    words = view.words
    if view.scale is None:
        st.info(words("scores_lpa.national"))
    elif view.totals.empty:
        st.info(
            words("scores.nobody_to_raise", year=view.year, assessor=score_answer.assessor(view))
        )
    else:
        lao_id = score_lao.choose(
            view, score_answer.names(view), _first(view, view.scale), "scores.lao_outside"
        )
        picked = components.mount("strips", _answer(view, lao_id, view.scale), key="takes")
        city_links.go(picked, view.chosen)
        score_lao.lpa(view, lao_id)
    score_nearest_part.draw(view)


def marks(view: ScoresView) -> str:
    """Return the cut-offs that act on the chosen assessor, assumed ones called so; or that none."""
    if view.scale is None:
        return view.words("scores_lpa.national")
    return score_names.acting(view.whole.cutoffs, view.scale, view.words)


def _first(view: ScoresView, scale: Scale) -> str:
    judged = score_view.judged(view, scale)
    below = set(judged.loc[judged["next_level"].notna(), "lao_id"])
    names = score_answer.names(view)
    return next((lao for lao in names if lao in below), next(iter(names)))


@cache.kept
def _answer(view: ScoresView, lao_id: str, scale: Scale) -> dict[str, Any]:
    words, judged = view.words, score_view.judged(view, scale)
    own = judged[judged["lao_id"] == lao_id]
    found = what_it_takes(view.known, own, view.whole.components).get(lao_id)
    name = score_answer.names(view)[lao_id]
    shown = {
        "mark": invented.mark(words, fictitious=view.fictitious),
        "card": score_lao.card(view, lao_id, name),
        "title": words("scores.takes", name=name, year=view.year),
        "axis": f"{words('scores.arithmetic')} · {marks(view)} · {words('scores.names_note')}",
    }
    if found is None:
        return shown | {"lead": _why_not(view, own), "rows": []}
    rows = strips.raised(found, score_answer.indicators(view), words)
    return shown | {
        "number": str(len(found.steps)),
        "of": words("scores.takes_of", n=len(found.steps), points=number(found.points)),
        "lead": _lead(found, str(own["next_level"].iloc[0]), view),
        "rows": rows,
    }


def _lead(found: Raise, level: str, view: ScoresView) -> str:
    return view.words(
        "scores.takes_lead",
        total=number(found.total),
        mark=score_names.whole(found.mark),
        level=score_names.level(level, view.words),
    )


def _why_not(view: ScoresView, own: pd.DataFrame) -> str:
    """Return why there is no answer: no total, no cut-off, or nothing above."""
    row = own.iloc[0]
    if pd.isna(row["total"]):
        return view.words("scores.takes_no_total", known=row["known"], of=row["of"])
    if pd.isna(row["level"]):
        return view.words("scores.takes_no_cutoff")
    total = score_names.percent(row["total"], view.words)
    level = score_names.level(str(row["level"]), view.words)
    return view.words("scores.takes_top", total=total, level=level)
