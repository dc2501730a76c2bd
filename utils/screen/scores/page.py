"""The scores page: its choices, its answer, and the chosen part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.figures.scores import key_figures
from utils.figures.scores import names as score_names
from utils.figures.scores import rows as score_rows_figure
from utils.figures.scores.key_figures import KeyFigures
from utils.figures.scores.sentences import sentence
from utils.measures.scores import assessments, summary
from utils.measures.scores.assessments import ScoreReading
from utils.measures.scores.levels import ASSESSOR_OF
from utils.screen.app import cache, choice, components, link, navigate, to_last_year
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.scores import (
    download,
    heat,
    indicators,
    lpa,
    next_level,
    tables_in_use,
    totals,
    who_reported,
)
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView
from utils.tables.declared.places import LAO_TYPES_EN
from utils.tables.declared.scores import SCORES

_PARTS: Final[Mapping[str, Callable[[ScoresView], None]]] = {
    "indicators": indicators.draw,
    "heat": heat.draw,
    "totals": totals.draw,
    "assessors": totals.draw_assessors,
    "lpa": lpa.draw,
    "takes": next_level.draw,
}
PART = Param(name="part", options=tuple(_PARTS), default="indicators", label="filter.parts")


def view(chosen: Filters) -> ScoresView:
    """Return the tables in use for what the reader chose."""
    own = PAGE.params()
    return score_view.from_codes(
        chosen, {p.name: link.value(p) for p in own if link.value(p) != p.default}
    )


def how_to_load(view: ScoresView) -> None:
    """Explain what the tables are, that they are not public, and how to load them."""
    words = view.words
    st.header(words("scores.empty_title"), anchor=False)
    st.markdown(words("scores.empty"))
    if st.button(words("load.desk"), key="load.desk", type="primary"):
        navigate.open_form("scores,lpa_results", view.chosen)
    if tables_in_use.replaceable():
        st.caption(words("trial.to_try"))


def choose(view: ScoresView) -> None:
    """Offer the assessor and the type of LAO side by side."""
    words = view.words
    names = {
        english: score_names.lao_type_name(thai, words) for thai, english in LAO_TYPES_EN.items()
    }
    with st.container(horizontal=True, key="score_choices"):
        choice.among(
            score_view.assessor_param(),
            words,
            lambda code: SCORES.columns["assessor"].label(code, words.lang),
            place="scores",
        )
        key, write = link.follow(score_view.LAO_TYPE, "scores")
        st.selectbox(
            words(score_view.LAO_TYPE.label),
            score_view.LAO_TYPE.options,
            format_func=lambda code: names.get(code, words("scores.every_type")),
            key=key,
            on_change=write,
            width=200,
        )


def prepare(chosen: Filters) -> None:
    """Compute and cache what the page shows first under some filters."""
    view = score_view.from_codes(chosen, {})
    if not view.whole.is_empty:
        _picture(view)
        indicators.prepare(view)


def answer(view: ScoresView) -> None:
    """Draw the four numbers, the components and the sentence; fold a table of all LAOs beneath."""
    components.mount("scores", _picture(view), key="scores", about=score_view.drawn(view))
    who_reported.draw(view)
    if view.totals.empty:
        return
    parts = assessments.of_year(view.selected.parts, view.year, view.assessor)
    download.folded(
        view,
        download.LAOS,
        lambda: score_rows_figure.laos(
            view.totals, parts, score_view.assessed_names(view), view.words
        ),
        view.words("scores.laos_note"),
        laos=score_view.assessed_names(view),
    )


@cache.kept
def _picture(view: ScoresView) -> dict[str, Any]:
    """Return what the component `scores` shows."""
    words, brief = view.words, _brief(view)
    said = sentence(
        brief,
        words,
        area=view.chosen.area,
        fictitious=view.fictitious,
        kind="" if view.lao_type is None else score_names.lao_type_name(view.lao_type, words),
    )
    data = key_figures.data(brief, words, notes=score_view.notes(view), fictitious=view.fictitious)
    parts = (said.removesuffix("."), score_view.reported_part(view))
    return data | {
        "sentence": " · ".join(part for part in parts if part),
        "address": link.address("scores", view.chosen.own_year_link | dict(view.choices)),
        "copyLabel": words("overview.copy"),
        "copiedLabel": words("overview.copied"),
    }


def _brief(view: ScoresView) -> KeyFigures:
    year, cutoffs = view.year, view.whole.cutoffs
    passed, results = (
        summary.reached(score_view.with_levels(view, scale), cutoffs, scale)
        for scale in ASSESSOR_OF
    )
    return KeyFigures(
        brief=summary.scores_in_brief(view.totals),
        components=_component_summary(view.selected, year, view.assessor),
        passed=passed,
        results=results,
        cutoffs=cutoffs,
        names=score_view.component_names(view),
        assessor=score_view.assessor_name(view),
        fiscal_year_be=year,
    )


@cache.kept
def _component_summary(selected: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    return summary.component_summary(assessments.of_year(selected.parts, year, assessor))


def choose_part(view: ScoresView) -> str:
    """Offer the parts of the page; return the code of the chosen one."""
    words = view.words
    return choice.among(PART, words, lambda code: words(f"scores.part.{code}"), place="scores")


def draw(part: str, view: ScoresView) -> None:
    """Draw one part of the page."""
    if view.totals.empty and part not in {"assessors", "lpa", "takes"}:
        st.info(_no_scores(view))
        year = tables_in_use.last_year_be(view.assessor)
        if year is not None and year != view.year:
            to_last_year.button(year, view.words, "scores")
        return
    _PARTS[part](view)


def _no_scores(view: ScoresView) -> str:
    """Return why the part is empty: no scores by this assessor at all, or none in this year."""
    words, scores = view.words, view.whole.scores
    own_years = scores.loc[scores["assessor"] == view.assessor, "fiscal_year_be"]
    assessor, years = score_view.assessor_name(view), score_names.spans(sorted(set(own_years)))
    if not years:
        return words("scores.none_by", assessor=assessor)
    return words("scores.no_year", year=view.year, assessor=assessor, years=years)


PAGE = Page(
    name="scores",
    params=lambda: (
        *(score_view.LAO_TYPE, score_view.assessor_param(), PART),
        score_view.lao_param(),
    ),
    opens_in_trial=tables_in_use.replaceable,
    last_year=score_view.last_year_be,
    parts=PART,
    prepare=prepare,
    drawn=(".scores .rows .row, .stMarkdown ol, .stAlert",),
)
