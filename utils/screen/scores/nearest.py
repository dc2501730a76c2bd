"""Provinces without a covered city: the LAO nearest in each, in the order of the country."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from utils.figures.scores import names as score_names
from utils.figures.scores import nearest_rows
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.scores import nearest as score_nearest
from utils.measures.scores import selection
from utils.measures.scores.levels import levels
from utils.measures.scores.reading import score_reading
from utils.screen import params
from utils.screen.app import cache, city_links, tables
from utils.screen.scores import answer as score_answer
from utils.screen.scores.view import ScoresView
from utils.screen.staircase import view as staircase_view


def draw(view: ScoresView) -> None:
    """Draw the remaining provinces of the area; each LAO leads to its card."""
    words = view.words
    st.header(words("scores.nearest"), anchor=False)
    order = _order(view)
    found = order[order["province_code"].isin(view.chosen.codes)]
    lead = _lead(view, of=order["province_code"].nunique(), here=found["province_code"].nunique())
    st.markdown(lead)
    if found.empty:
        return
    names = score_answer.lao_names(view.whole, tuple(found["lao_id"].dropna().unique()), words)
    table = nearest_rows.nearest(
        found, names, view.whole.provinces, words, fictitious=view.fictitious
    )
    shown = found.dropna(subset="lao_id") if view.fictitious else found
    picked = tables.plain(
        table,
        words,
        name=score_answer.file_name(view, "nearest"),
        key="nearest_rows",
        about=score_answer.about(view, lead.replace("**", "")),
        missing=words("table.missing"),
        links={words("scores.column.nearest"): _cards(shown["lao_id"], view)},
    )
    city_links.go(picked, view.chosen)


def _lead(view: ScoresView, *, of: int, here: int) -> str:
    """Return which provinces these are, by which rule, and how they are ordered."""
    words = view.words
    kind = "fictitious" if view.fictitious else "real"
    assessor = score_answer.assessor(view)
    said = [words(f"scores.nearest_lead.{kind}", n=here, of=of, assessor=assessor)]
    if view.fictitious:
        said.append(score_names.acting(view.whole.cutoffs, "area_result", words))
    return " · ".join([*said, words("scores.nearest_rule")])


def _cards(ids: pd.Series, view: ScoresView) -> list[dict[str, str] | None]:
    """Return the way to the card of each LAO; None where it has none."""
    known = set(params.city_param().options)
    return [
        {"id": lao, "href": city_links.address(lao, view.chosen)} if lao in known else None
        for lao in ids
    ]


@cache.kept
def _order(view: ScoresView) -> pd.DataFrame:
    """Return the country's remaining provinces with their nearest LAOs, nearest first."""
    return score_nearest.order_of_nearness(score_nearest.candidates(_remaining(view), _laos(view)))


def _remaining(view: ScoresView) -> list[str]:
    """Return the country's provinces without a covered city.

    By the award record and the chosen rule; among invented LAOs by their area results alone.
    """
    if view.fictitious:
        whole = score_reading(view.whole)
        totals = selection.of_year(whole.totals, view.year)
        judged = levels(totals, view.whole.cutoffs, "area_result")
        return score_nearest.without_area_result(judged, whole.where, view.whole.provinces)
    question = view.chosen.question
    last = min(question.fiscal_year_be, cache.record().last_year_be)
    return list(coverage_coverage.remaining(cache.states(replace(question, fiscal_year_be=last))))


def _laos(view: ScoresView) -> pd.DataFrame:
    """Return the province, the level of the step and the total of every LAO of the register.

    Steps are read only from tables of the same kind: real, or invented.
    """
    whole = score_reading(view.whole)
    totals = selection.of_year(whole.totals, view.year, view.assessor)
    totals = totals[totals["edition"] == view.edition]
    table = whole.where[["province_code"]]
    table = table.assign(total=totals.set_index("lao_id")["total"].reindex(table.index))
    stair = staircase_view.tables(view.chosen)
    if stair.is_empty or stair.fictitious != view.fictitious:
        return table.assign(level=pd.Series(pd.NA, index=table.index, dtype="Int64"))
    return table.assign(level=stair.at(view.year).set_index("lao_id")["level"].reindex(table.index))
