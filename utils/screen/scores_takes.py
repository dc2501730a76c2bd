"""What would it take? For one LAO, and for the provinces without a covered city."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented, score_names, score_rows, score_strips
from utils.figures.score_names import number
from utils.measures import coverage, nearest, score_selection
from utils.measures.raise_to_level import Raise, what_it_takes
from utils.measures.score_levels import Scale, levels
from utils.measures.score_reading import score_reading
from utils.screen import (
    cache,
    city_links,
    components,
    scores,
    scores_lao,
    scores_view,
    stairs,
    tables,
)
from utils.screen.scores_view import View


def draw(seen: View) -> None:
    """Draw the answer for the chosen LAO, then the order in which provinces are nearest."""
    say = seen.words
    if seen.scale is None:
        st.info(say("scores_lpa.national"))
    elif seen.totals.empty:
        st.info(say("scores.nobody_to_raise", year=seen.year, assessor=scores.assessor(seen)))
    else:
        lao_id = scores_lao.choose(
            seen, scores.names(seen), _first(seen, seen.scale), "scores.lao_outside"
        )
        picked = components.mount("strips", _answer(seen, lao_id, seen.scale), key="takes")
        city_links.go(picked, seen.chosen)
        scores_lao.lpa(seen, lao_id)
    _provinces(seen)


def marks(seen: View) -> str:
    """Return the cut-offs that act on the chosen assessor, assumed ones called so; or that none."""
    say, table = seen.words, seen.whole.cutoffs
    if seen.scale is None:
        return say("scores_lpa.national")
    said = score_names.cutoffs(table, seen.scale, say)
    if score_names.cutoffs_are_assumed(table, seen.scale):
        return say("scores.assumed_are", cutoffs=said)
    return say("scores.stated_are", cutoffs=said)


def _first(seen: View, scale: Scale) -> str:
    judged = scores_view.judged(seen, scale)
    below = set(judged.loc[judged["next_level"].notna(), "lao_id"])
    names = scores.names(seen)
    return next((lao for lao in names if lao in below), next(iter(names)))


@cache.kept
def _answer(seen: View, lao_id: str, scale: Scale) -> dict[str, Any]:
    say, judged = seen.words, scores_view.judged(seen, scale)
    own = judged[judged["lao_id"] == lao_id]
    found = what_it_takes(seen.known, own, seen.whole.components).get(lao_id)
    name = scores.names(seen)[lao_id]
    shown = {
        "mark": invented.mark(say, fictitious=seen.fictitious),
        "card": scores_lao.card(seen, lao_id, name),
        "title": say("scores.takes", name=name, year=seen.year),
        "axis": f"{say('scores.arithmetic')} · {marks(seen)} · {say('scores.names_note')}",
    }
    if found is None:
        return shown | {"lead": _why_not(seen, own), "rows": []}
    rows = score_strips.raised(found, scores.indicators(seen), say)
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


def _provinces(seen: View) -> None:
    say = seen.words
    st.header(say("scores.nearest"), anchor=False)
    remaining = _remaining(seen)
    kind = "fictitious" if seen.fictitious else "real"
    lead = say(f"scores.nearest_lead.{kind}", n=len(remaining), assessor=scores.assessor(seen))
    st.markdown(f"{lead} {say('scores.nearest_rule')}")
    if not remaining:
        return
    found = nearest.candidates(remaining, _laos(seen))
    names = scores.lao_names(seen.whole, tuple(found["lao_id"].dropna()), say)
    tables.show(
        score_rows.nearest(
            found,
            names,
            seen.whole.provinces,
            say,
            fictitious=seen.fictitious,
        ),
        say,
        name=scores.file_name(seen, "nearest"),
        key="nearest_rows",
        one_decimal=True,
        about=scores.about(seen, f"{lead} {say('scores.nearest_rule')}"),
    )


@cache.kept
def _remaining(seen: View) -> tuple[str, ...]:
    """Return the provinces of the area without a covered city.

    By the award record and the chosen rule; among invented LAOs by their area results alone.
    """
    if seen.fictitious:
        whole = score_reading(seen.whole)
        totals = score_selection.of_year(whole.totals, seen.year)
        judged = levels(totals, seen.whole.cutoffs, "area_result")
        codes = nearest.without_area_result(judged, whole.where, seen.whole.provinces)
    else:
        question = seen.chosen.question
        last = min(question.fiscal_year_be, cache.record().last_year_be)
        codes = coverage.remaining(cache.states(replace(question, fiscal_year_be=last)))
    return tuple(code for code in codes if code in seen.chosen.codes)


@cache.kept
def _laos(seen: View) -> pd.DataFrame:
    """Return the province, the level of the step and the total of every LAO of the register.

    Steps are read only from tables of the same kind: real, or invented.
    """
    whole = score_reading(seen.whole)
    totals = score_selection.of_year(whole.totals, seen.year, seen.assessor)
    totals = totals[totals["edition"] == seen.edition]
    table = whole.where[["province_code"]]
    table = table.assign(total=totals.set_index("lao_id")["total"].reindex(table.index))
    stair = stairs.tables(seen.chosen)
    if stair.is_empty or stair.fictitious != seen.fictitious:
        return table.assign(level=pd.Series(pd.NA, index=table.index, dtype="Int64"))
    return table.assign(level=stair.at(seen.year).set_index("lao_id")["level"].reindex(table.index))
