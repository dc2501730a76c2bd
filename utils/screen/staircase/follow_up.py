"""LAOs longer on a step than the threshold: the list to follow up."""

from __future__ import annotations

import streamlit as st

from utils.figures.staircase import follow_rows
from utils.figures.staircase import sentence as staircase_sentence
from utils.measures.staircase import follow_up as follow_up_measure
from utils.screen import params
from utils.screen.app import cache, link, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView


def draw(view: StaircaseView) -> None:
    """Offer the threshold, and list the LAOs that are longer on their step."""
    words = view.words
    st.header(words("follow.title", year=view.year), anchor=False)
    key, write = link.follow(params.LONGER, "staircase")
    st.selectbox(
        words("follow.threshold"),
        params.LONGER.options,
        format_func=lambda code: (
            words("follow.usual_short") if code == "usual" else words("follow.own", n=code)
        ),
        key=key,
        on_change=write,
        width=420,
    )
    told = staircase_view.brief(view)
    if told.nobody:
        st.info(words("stair.nobody_in_year", year=view.year))
        return
    if told.longer is None:
        st.info(staircase_sentence.longer_unknown(told, words))
        return
    found = _listed(view.here, view.year, view.threshold_years)
    definition = words("follow.lead", n=len(found), year=view.year, rule=staircase_view.rule(view))
    st.markdown(definition)
    unsure = staircase_sentence.perhaps(told, words)
    if unsure:
        st.caption(unsure)
    if found.empty:
        return
    provinces = cache.table("provinces")
    shown = follow_rows.follow_up(found, provinces, view.whole.register, words)
    tables.show(
        shown,
        words,
        name=staircase_view.file_name(view, f"follow_up_{view.year}"),
        key="follow_rows",
        about=staircase_view.about(view, definition),
        links={words("column.province"): staircase_view.to_provinces(found["province_code"], view)},
    )


_listed = cache.kept(follow_up_measure.follow_up)
