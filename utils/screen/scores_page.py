"""The pieces of the scores page: its notice, its choices, its answer, and what lies below."""

from __future__ import annotations

import streamlit as st

from utils.figures import score_names, score_rows
from utils.figures.labels import LAO_TYPES
from utils.measures import score_selection
from utils.screen import (
    choice,
    components,
    link,
    params,
    score_tables,
    scores,
    scores_file,
    scores_parts,
    scores_view,
    switch,
)
from utils.screen.filters import Filters
from utils.screen.scores_view import View
from utils.tables.schema_scores import SCORES


def notice(seen: View) -> None:
    """Say that the tables are invented, with the switch that turns them off; else nothing."""
    if score_tables.replaceable():
        switch.notice(seen.words, on=seen.fictitious, off="scores.notice_off", place="scores")


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
    seen = scores_view.of(chosen, {})
    if not seen.whole.is_empty:
        scores.picture(seen)
        scores_parts.prepare(seen)


def answer(seen: View) -> None:
    """Draw the four numbers, the components and the sentence; offer every LAO as a table."""
    components.mount("scores", scores.picture(seen), key="scores")
    if seen.totals.empty:
        return
    parts = score_selection.of_year(seen.here.parts, seen.year, seen.assessor)
    scores_file.folded(
        seen,
        scores_file.LAOS,
        lambda: score_rows.laos(seen.totals, parts, scores.names(seen), seen.words),
        seen.words("scores.laos_note"),
        laos=scores.names(seen),
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
