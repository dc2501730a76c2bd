"""LAOs that have been on a step for longer than the threshold: the follow-up list."""

from __future__ import annotations

import streamlit as st

from utils.figures.staircase import rows, sentences
from utils.measures.staircase import stalled
from utils.screen.app import cache, link, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import LONGER, StaircaseView


def draw(view: StaircaseView) -> None:
    """Offer the threshold, and list the LAOs that have been on their step for longer."""
    words = view.words
    st.header(words("follow.title", year=view.year), anchor=False)
    key, write = link.follow(LONGER, "staircase")
    st.selectbox(
        words(LONGER.label),
        LONGER.options,
        format_func=lambda code: (
            words("follow.usual_short") if code == "usual" else words("follow.own", n=code)
        ),
        key=key,
        on_change=write,
        width=420,
    )
    brief = staircase_view.brief(view)
    if brief.unreported:
        st.info(sentences.unreported(brief, words))
        return
    if brief.nobody:
        st.info(words("staircase.nobody_in_year", year=view.year))
        return
    if brief.longer is None:
        st.info(sentences.longer_unknown(brief, words))
        return
    laos = _laos(view.selected, view.year, view.threshold_years)
    definition = view.before + words(
        "follow.lead", n=len(laos), year=view.year, rule=staircase_view.threshold_in_words(view)
    )
    st.markdown(definition)
    if uncertain := sentences.perhaps(brief, words):
        st.caption(uncertain)
    if laos.empty:
        return
    provinces = cache.table("provinces")
    table = rows.follow_up(laos, provinces, view.whole.register, words)
    tables.show(
        table,
        words,
        name=staircase_view.file_name(view, f"follow_up_{view.year}"),
        invented=view.fictitious,
        key="follow_rows",
        about=staircase_view.about(view, definition),
        links={
            words("column.province"): staircase_view.province_links(laos["province_code"], view)
        },
    )


_laos = cache.kept(stalled.follow_up)
