"""The pieces of the scores page: its notice, its choices, its answer, and what lies below."""

from __future__ import annotations

import streamlit as st

from utils.figures.labels import LAO_TYPES
from utils.figures.scores import names as score_names
from utils.figures.scores import rows as score_rows_figure
from utils.measures.scores import selection
from utils.screen import params
from utils.screen.app import choice, components, fictitious_switch, link
from utils.screen.app.filters import Filters
from utils.screen.scores import answer as score_answer
from utils.screen.scores import download, tables_in_use
from utils.screen.scores import parts as score_parts
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
        score_answer.picture(view)
        score_parts.prepare(view)


def answer(view: ScoresView) -> None:
    """Draw the four numbers, the components and the sentence; offer every LAO as a table."""
    components.mount("scores", score_answer.picture(view), key="scores")
    if view.totals.empty:
        return
    parts = selection.of_year(view.here.parts, view.year, view.assessor)
    download.folded(
        view,
        download.LAOS,
        lambda: score_rows_figure.laos(view.totals, parts, score_answer.names(view), view.words),
        view.words("scores.laos_note"),
        laos=score_answer.names(view),
    )


def choose_part(view: ScoresView) -> str:
    """Offer what to look at more closely; return the code of the chosen part."""
    words = view.words
    return choice.among(
        params.SCORE_PART,
        words("stair.parts"),
        lambda code: words(f"scores.part.{code}"),
        place="scores",
    )
