"""What would it take? For one LAO; then for the provinces without a covered city."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import names as score_names
from utils.figures.scores import nearest_rows, strips
from utils.figures.scores.names import number
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.scores import nearest as score_nearest
from utils.measures.scores import selection
from utils.measures.scores.levels import Scale, levels
from utils.measures.scores.raise_to_level import Raise, what_it_takes
from utils.measures.scores.reading import score_reading
from utils.screen import params
from utils.screen.app import cache, city_links, components, tables
from utils.screen.scores import lpa as score_lpa_part
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView
from utils.screen.staircase import tables_in_use as staircase_tables


def draw(view: ScoresView) -> None:
    """Draw the answer for the chosen LAO, then the order in which provinces are nearest."""
    words = view.words
    if view.scale is None:
        st.info(words("scores_lpa.national"))
    elif view.totals.empty:
        st.info(words("scores.nobody_to_raise", year=view.year, assessor=score_view.assessor(view)))
    else:
        lao_id = score_lpa_part.choose_lao(
            view, score_view.names(view), _first(view, view.scale), "scores.lao_outside"
        )
        picked = components.mount("strips", _answer(view, lao_id, view.scale), key="takes")
        city_links.go(picked, view.chosen)
        score_lpa_part.of_lao(view, lao_id)
    _draw_nearest(view)


def _first(view: ScoresView, scale: Scale) -> str:
    judged = score_view.judged(view, scale)
    below = set(judged.loc[judged["next_level"].notna(), "lao_id"])
    names = score_view.names(view)
    return next((lao for lao in names if lao in below), next(iter(names)))


@cache.kept
def _answer(view: ScoresView, lao_id: str, scale: Scale) -> dict[str, Any]:
    words, judged = view.words, score_view.judged(view, scale)
    own = judged[judged["lao_id"] == lao_id]
    found = what_it_takes(view.known, own, view.whole.components).get(lao_id)
    name = score_view.names(view)[lao_id]
    shown = {
        "mark": invented.mark(words, fictitious=view.fictitious),
        "card": score_view.card(view, lao_id, name),
        "title": words("scores.takes", name=name, year=view.year),
        "axis": " · ".join(
            (words("scores.arithmetic"), score_view.cutoffs(view), words("scores.names_note"))
        ),
    }
    if found is None:
        return shown | {"lead": _why_not(view, own), "rows": []}
    rows = strips.raised(found, score_view.indicators(view), words)
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


def _draw_nearest(view: ScoresView) -> None:
    """Draw the remaining provinces of the area; each LAO leads to its card."""
    words = view.words
    st.header(words("scores.nearest"), anchor=False)
    order = _order(view)
    found = order[order["province_code"].isin(view.chosen.codes)]
    lead = _nearest_lead(
        view, of=order["province_code"].nunique(), here=found["province_code"].nunique()
    )
    st.markdown(lead)
    if found.empty:
        return
    names = score_view.lao_names(view.whole, tuple(found["lao_id"].dropna().unique()), words)
    table = nearest_rows.nearest(
        found, names, view.whole.provinces, words, fictitious=view.fictitious
    )
    shown = found.dropna(subset="lao_id") if view.fictitious else found
    picked = tables.plain(
        table,
        words,
        name=score_view.file_name(view, "nearest"),
        key="nearest_rows",
        about=score_view.about(view, lead.replace("**", "")),
        missing=words("table.missing"),
        links={words("scores.column.nearest"): _cards(shown["lao_id"], view)},
    )
    city_links.go(picked, view.chosen)


def _nearest_lead(view: ScoresView, *, of: int, here: int) -> str:
    """Return which provinces these are, by which rule, and how they are ordered."""
    words = view.words
    kind = "fictitious" if view.fictitious else "real"
    assessor = score_view.assessor(view)
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
    stair = staircase_tables.in_use(switched_on=view.chosen.invented_allowed)
    if stair.is_empty or stair.fictitious != view.fictitious:
        return table.assign(level=pd.Series(pd.NA, index=table.index, dtype="Int64"))
    return table.assign(level=stair.at(view.year).set_index("lao_id")["level"].reindex(table.index))
