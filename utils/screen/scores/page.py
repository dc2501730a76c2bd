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
from utils.screen.scores.view import View
from utils.tables.declared.scores import SCORES


def notice(seen: View) -> None:
    """Say that the tables are invented, with the switch that turns them off; else nothing."""
    if tables_in_use.replaceable():
        fictitious_switch.notice(
            seen.words, on=seen.fictitious, off="scores.notice_off", place="scores"
        )


def how_to_load(seen: View) -> None:
    """Say what the tables are, that they are not public, and how to load them."""
    say = seen.words
    st.header(say("scores.empty_title"), anchor=False)
    st.markdown(say("scores.empty"))


def choose(seen: View) -> None:
    """Offer the assessor and the type of LAO side by side."""
    say = seen.words
    names = {english: score_names.lao_type_name(thai, say) for thai, english in LAO_TYPES.items()}
    with st.container(horizontal=True, key="score_choices"):
        choice.among(
            params.assessor_param(),
            say("scores.assessor"),
            lambda code: SCORES.columns["assessor"].label(code, say.lang),
            place="scores",
        )
        key, write = link.follow(params.LAO_TYPE, "scores")
        st.selectbox(
            say("scores.type"),
            params.LAO_TYPE.options,
            format_func=lambda code: names.get(code, say("scores.every_type")),
            key=key,
            on_change=write,
            width=200,
        )


def prepare(chosen: Filters) -> None:
    """Compute what the page shows first under some filters, and keep it."""
    seen = score_view.of(chosen, {})
    if not seen.whole.is_empty:
        score_answer.picture(seen)
        score_parts.prepare(seen)


def answer(seen: View) -> None:
    """Draw the four numbers, the components and the sentence; offer every LAO as a table."""
    components.mount("scores", score_answer.picture(seen), key="scores")
    if seen.totals.empty:
        return
    parts = selection.of_year(seen.here.parts, seen.year, seen.assessor)
    download.folded(
        seen,
        download.LAOS,
        lambda: score_rows_figure.laos(seen.totals, parts, score_answer.names(seen), seen.words),
        seen.words("scores.laos_note"),
        laos=score_answer.names(seen),
    )


def choose_part(seen: View) -> str:
    """Offer what to look at more closely; return the code of the chosen part."""
    say = seen.words
    return choice.among(
        params.SCORE_PART,
        say("stair.parts"),
        lambda code: say(f"scores.part.{code}"),
        place="scores",
    )
