"""The scores page: its notice, its choices, its answer, and the part that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures.labels import LAO_TYPES
from utils.figures.scores import brief as score_brief
from utils.figures.scores import names as score_names
from utils.figures.scores import rows as score_rows_figure
from utils.figures.scores.brief import Answer
from utils.measures.scores import middle, selection
from utils.measures.scores.levels import ASSESSOR_OF
from utils.measures.scores.reading import ScoreReading
from utils.screen import params
from utils.screen.app import cache, choice, components, fictitious_switch, link
from utils.screen.app.filters import Filters
from utils.screen.scores import download, next_level, tables_in_use
from utils.screen.scores import heat as score_heat_part
from utils.screen.scores import indicators as score_indicators_part
from utils.screen.scores import lpa as score_lpa_part
from utils.screen.scores import totals as score_totals_part
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView
from utils.tables.declared.scores import SCORES


def notice(view: ScoresView) -> None:
    """Say that the tables are invented, with the switch that turns them off; else nothing."""
    if tables_in_use.replaceable():
        fictitious_switch.notice(
            view.words, on=view.fictitious, off="scores.notice_off", place="scores"
        )


def how_to_load(view: ScoresView) -> None:
    """Say what the tables are, that they are not public, and how to load them."""
    words = view.words
    st.header(words("scores.empty_title"), anchor=False)
    st.markdown(words("scores.empty"))


def choose(view: ScoresView) -> None:
    """Offer the assessor and the type of LAO side by side."""
    words = view.words
    names = {english: score_names.lao_type_name(thai, words) for thai, english in LAO_TYPES.items()}
    with st.container(horizontal=True, key="score_choices"):
        choice.among(
            params.assessor_param(),
            words("scores.assessor"),
            lambda code: SCORES.columns["assessor"].label(code, words.lang),
            place="scores",
        )
        key, write = link.follow(params.LAO_TYPE, "scores")
        st.selectbox(
            words("scores.type"),
            params.LAO_TYPE.options,
            format_func=lambda code: names.get(code, words("scores.every_type")),
            key=key,
            on_change=write,
            width=200,
        )


def prepare(chosen: Filters) -> None:
    """Compute what the page shows first under some filters, and keep it."""
    view = score_view.of(chosen, {})
    if not view.whole.is_empty:
        _picture(view)
        score_indicators_part.prepare(view)


def answer(view: ScoresView) -> None:
    """Draw the four numbers, the components and the sentence; offer every LAO as a table."""
    components.mount("scores", _picture(view), key="scores")
    if view.totals.empty:
        return
    parts = selection.of_year(view.here.parts, view.year, view.assessor)
    download.folded(
        view,
        download.LAOS,
        lambda: score_rows_figure.laos(view.totals, parts, score_view.names(view), view.words),
        view.words("scores.laos_note"),
        laos=score_view.names(view),
    )


@cache.kept
def _picture(view: ScoresView) -> dict[str, Any]:
    """Return what the component `scores` shows."""
    words, answer = view.words, _brief(view)
    shown = score_brief.data(
        answer, words, notes=score_view.notes(view), fictitious=view.fictitious
    )
    return shown | {
        "sentence": score_brief.sentence(
            answer,
            words,
            area=view.chosen.area,
            fictitious=view.fictitious,
            kind="" if view.lao_type is None else score_names.lao_type_name(view.lao_type, words),
        ),
        "address": link.address("scores", view.chosen.link | dict(view.own)),
        "copyLabel": words("overview.copy"),
        "copiedLabel": words("overview.copied"),
    }


def _brief(view: ScoresView) -> Answer:
    year, cutoffs = view.year, view.whole.cutoffs
    passed, results = (
        middle.reached(score_view.judged(view, scale), cutoffs, scale) for scale in ASSESSOR_OF
    )
    return Answer(
        brief=middle.scores_in_brief(view.totals),
        components=_component_summary(view.here, year, view.assessor),
        passed=passed,
        results=results,
        cutoffs=cutoffs,
        names=score_view.components(view),
        assessor=score_view.assessor(view),
        fiscal_year_be=year,
    )


@cache.kept
def _component_summary(here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    return middle.component_summary(selection.of_year(here.parts, year, assessor))


def choose_part(view: ScoresView) -> str:
    """Offer what to look at more closely; return the code of the chosen part."""
    words = view.words
    return choice.among(
        params.SCORE_PART,
        words("stair.parts"),
        lambda code: words(f"scores.part.{code}"),
        place="scores",
    )


def draw(part: str, view: ScoresView) -> None:
    """Draw one part of the page."""
    parts: dict[str, Callable[[ScoresView], None]] = {
        "indicators": score_indicators_part.draw,
        "heat": score_heat_part.draw,
        "totals": score_totals_part.totals,
        "assessors": score_totals_part.assessors,
        "lpa": score_lpa_part.draw,
        "takes": next_level.draw,
    }
    if view.totals.empty and part not in {"assessors", "lpa", "takes"}:
        st.info(_nothing(view))
        return
    parts[part](view)


def _nothing(view: ScoresView) -> str:
    words, table = view.words, view.whole.scores
    held = table.loc[table["assessor"] == view.assessor, "fiscal_year_be"]
    assessor, years = score_view.assessor(view), score_names.spans(sorted(set(held)))
    if not years:
        return words("scores.none_by", assessor=assessor)
    return words("scores.no_year", year=view.year, assessor=assessor, years=years)
