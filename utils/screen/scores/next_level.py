"""What it takes to reach the next level: for one LAO, and in provinces without a covered city."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import names as score_names
from utils.figures.scores import rows as score_rows
from utils.figures.scores import strips
from utils.figures.scores.names import number
from utils.measures.coverage import coverage
from utils.measures.scores import assessments
from utils.measures.scores import nearest as score_nearest
from utils.measures.scores.assessments import score_reading
from utils.measures.scores.levels import Scale, levels
from utils.measures.scores.next_level import Raise, what_it_takes
from utils.screen.app import cache, city_links, components, tables
from utils.screen.scores import lpa, tables_in_use
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView
from utils.screen.staircase import tables_in_use as staircase_tables


def draw(view: ScoresView) -> None:
    """Draw what the chosen LAO needs, then the remaining provinces by nearness."""
    words = view.words
    if view.scale is None:
        st.info(words("scores_lpa.national"))
    elif view.totals.empty:
        st.info(
            words("scores.nobody_to_raise", year=view.year, assessor=score_view.assessor_name(view))
        )
    else:
        lao_id = lpa.choose_lao(
            view, score_view.assessed_names(view), _first(view, view.scale), "scores.lao_outside"
        )
        picked = components.mount(
            "strips", _answer(view, lao_id, view.scale), key="takes", about=score_view.drawn(view)
        )
        city_links.go(picked, view.chosen)
        lpa.draw_lao(view, lao_id)
    _draw_nearest(view)


def _first(view: ScoresView, scale: Scale) -> str:
    """Return the id of the LAO shown first: one with a level above it, where there is one."""
    totals = score_view.with_levels(view, scale)
    below = set(totals.loc[totals["next_level"].notna(), "lao_id"])
    names = score_view.assessed_names(view)
    return next((lao for lao in names if lao in below), next(iter(names)))


@cache.kept
def _answer(view: ScoresView, lao_id: str, scale: Scale) -> dict[str, Any]:
    words, totals = view.words, score_view.with_levels(view, scale)
    total = totals[totals["lao_id"] == lao_id]
    plan = what_it_takes(view.known, total, view.whole.components).get(lao_id)
    name = score_view.assessed_names(view)[lao_id]
    heading = {
        "card": score_view.card_link(view, lao_id, name),
        "title": words("scores.takes", name=name, year=view.year),
        "axis": " · ".join(
            (
                words("scores.arithmetic"),
                score_view.cutoffs_in_words(view),
                words("scores.names_note"),
            )
        ),
    }
    if plan is None:
        none = heading | {"lead": _why_none(view, total), "rows": []}
        return invented.panel(none, words, fictitious=view.fictitious)
    rows = strips.raised(plan, score_view.indicator_names(view), words)
    shown = heading | {
        "number": str(len(plan.steps)),
        "of": words("scores.takes_of", n=len(plan.steps), points=number(plan.points)),
        "lead": _lead(plan, str(total["next_level"].iloc[0]), view),
        "rows": rows,
    }
    return invented.panel(shown, words, fictitious=view.fictitious)


def _lead(plan: Raise, level: str, view: ScoresView) -> str:
    return view.words(
        "scores.takes_lead",
        total=number(plan.total),
        mark=score_names.whole(plan.mark),
        level=score_names.level(level, view.words),
    )


def _why_none(view: ScoresView, total_row: pd.DataFrame) -> str:
    """Return why there is no answer: no total, no cut-off, or no level above."""
    row = total_row.iloc[0]
    if pd.isna(row["total"]):
        return view.words("scores.takes_no_total", known=row["known"], of=row["of"])
    if pd.isna(row["level"]):
        return view.words("scores.takes_no_cutoff")
    total = score_names.percent(row["total"], view.words)
    level = score_names.level(str(row["level"]), view.words)
    return view.words("scores.takes_top", total=total, level=level)


def _draw_nearest(view: ScoresView) -> None:
    """Draw the remaining provinces of the area; each LAO named leads to its card."""
    words = view.words
    st.header(words("scores.nearest"), anchor=False)
    order = _order(view)
    in_area = order[order["province_code"].isin(view.chosen.codes)]
    lead = _nearest_lead(
        view, n=in_area["province_code"].nunique(), of=order["province_code"].nunique()
    )
    st.markdown(lead)
    if in_area.empty:
        return
    names = score_view.lao_names(view.whole, tuple(in_area["lao_id"].dropna().unique()), words)
    table = score_rows.nearest(
        in_area, names, view.whole.provinces, words, fictitious=view.fictitious
    )
    listed = in_area.dropna(subset="lao_id") if view.fictitious else in_area
    picked = tables.plain(
        table,
        words,
        name=score_view.file_name(view, "nearest"),
        invented=view.fictitious,
        key="nearest_rows",
        about=score_view.about(view, lead.replace("**", "")),
        missing=words("table.missing"),
        links={words("scores.column.nearest"): _cards(listed["lao_id"], view)},
    )
    city_links.go(picked, view.chosen)


def _nearest_lead(view: ScoresView, *, n: int, of: int) -> str:
    """Return which provinces these are, by which rule, and how they are ordered.

    `n`, `of`: remaining provinces in the area and in the country.
    """
    words = view.words
    kind = "fictitious" if view.fictitious else "real"
    assessor = score_view.assessor_name(view)
    lines = [words(f"scores.nearest_lead.{kind}", n=n, of=of, assessor=assessor)]
    if view.fictitious:
        lines.append(score_names.acting(view.whole.cutoffs, "area_result", words))
    return " · ".join([*lines, words("scores.nearest_rule")])


def _cards(ids: pd.Series, view: ScoresView) -> list[dict[str, str] | None]:
    """Return the id and address of each LAO's card; None for one without a card."""
    known = set(tables_in_use.lao_ids())
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
        totals = assessments.of_year(whole.totals, view.year)
        area_levels = levels(totals, view.whole.cutoffs, "area_result")
        return score_nearest.without_area_result(area_levels, whole.where, view.whole.provinces)
    question = view.chosen.question
    year = min(question.fiscal_year_be, cache.record().last_result_year_be)
    return list(coverage.waiting_states(cache.states(replace(question, fiscal_year_be=year))).index)


def _laos(view: ScoresView) -> pd.DataFrame:
    """Return `province_code`, `total` and `level` of step by LAO, for the whole register.

    Real scores are joined with real steps alone, invented ones with invented ones.
    """
    whole = score_reading(view.whole)
    totals = assessments.of_year(whole.totals, view.year, view.assessor)
    totals = totals[totals["edition"] == view.edition]
    table = whole.where[["province_code"]]
    table = table.assign(total=totals.set_index("lao_id")["total"].reindex(table.index))
    staircase = staircase_tables.in_use(trial=view.chosen.trial)
    if staircase.is_empty or staircase.fictitious != view.fictitious:
        return table.assign(level=pd.Series(pd.NA, index=table.index, dtype="Int64"))
    steps = staircase.at(view.year).set_index("lao_id")
    return table.assign(level=steps["level"].reindex(table.index))
