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
from utils.screen.scores.view import View
from utils.screen.staircase import view as staircase_view


def draw(seen: View) -> None:
    """Draw the remaining provinces of the area; each LAO leads to its card."""
    say = seen.words
    st.header(say("scores.nearest"), anchor=False)
    order = _order(seen)
    found = order[order["province_code"].isin(seen.chosen.codes)]
    lead = _lead(seen, of=order["province_code"].nunique(), here=found["province_code"].nunique())
    st.markdown(lead)
    if found.empty:
        return
    names = score_answer.lao_names(seen.whole, tuple(found["lao_id"].dropna().unique()), say)
    table = nearest_rows.nearest(
        found, names, seen.whole.provinces, say, fictitious=seen.fictitious
    )
    shown = found.dropna(subset="lao_id") if seen.fictitious else found
    picked = tables.plain(
        table,
        say,
        name=score_answer.file_name(seen, "nearest"),
        key="nearest_rows",
        about=score_answer.about(seen, lead.replace("**", "")),
        missing=say("table.missing"),
        links={say("scores.column.nearest"): _cards(shown["lao_id"], seen)},
    )
    city_links.go(picked, seen.chosen)


def _lead(seen: View, *, of: int, here: int) -> str:
    """Return which provinces these are, by which rule, and how they are ordered."""
    say = seen.words
    kind = "fictitious" if seen.fictitious else "real"
    assessor = score_answer.assessor(seen)
    said = [say(f"scores.nearest_lead.{kind}", n=here, of=of, assessor=assessor)]
    if seen.fictitious:
        said.append(score_names.acting(seen.whole.cutoffs, "area_result", say))
    return " · ".join([*said, say("scores.nearest_rule")])


def _cards(ids: pd.Series, seen: View) -> list[dict[str, str] | None]:
    """Return the way to the card of each LAO; None where it has none."""
    known = set(params.city_param().options)
    return [
        {"id": lao, "href": city_links.address(lao, seen.chosen)} if lao in known else None
        for lao in ids
    ]


@cache.kept
def _order(seen: View) -> pd.DataFrame:
    """Return the country's remaining provinces with their nearest LAOs, nearest first."""
    return score_nearest.order_of_nearness(score_nearest.candidates(_remaining(seen), _laos(seen)))


def _remaining(seen: View) -> list[str]:
    """Return the country's provinces without a covered city.

    By the award record and the chosen rule; among invented LAOs by their area results alone.
    """
    if seen.fictitious:
        whole = score_reading(seen.whole)
        totals = selection.of_year(whole.totals, seen.year)
        judged = levels(totals, seen.whole.cutoffs, "area_result")
        return score_nearest.without_area_result(judged, whole.where, seen.whole.provinces)
    question = seen.chosen.question
    last = min(question.fiscal_year_be, cache.record().last_year_be)
    return list(coverage_coverage.remaining(cache.states(replace(question, fiscal_year_be=last))))


def _laos(seen: View) -> pd.DataFrame:
    """Return the province, the level of the step and the total of every LAO of the register.

    Steps are read only from tables of the same kind: real, or invented.
    """
    whole = score_reading(seen.whole)
    totals = selection.of_year(whole.totals, seen.year, seen.assessor)
    totals = totals[totals["edition"] == seen.edition]
    table = whole.where[["province_code"]]
    table = table.assign(total=totals.set_index("lao_id")["total"].reindex(table.index))
    stair = staircase_view.tables(seen.chosen)
    if stair.is_empty or stair.fictitious != seen.fictitious:
        return table.assign(level=pd.Series(pd.NA, index=table.index, dtype="Int64"))
    return table.assign(level=stair.at(seen.year).set_index("lao_id")["level"].reindex(table.index))
