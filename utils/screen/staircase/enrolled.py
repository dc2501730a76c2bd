"""LAOs enrolled in the staircase, of all there are and beside the published count."""

from __future__ import annotations

import streamlit as st

from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import enrolled as enrolled_measures
from utils.screen.app import cache, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView


def draw(view: StaircaseView) -> None:
    """Draw how many of all LAOs are enrolled, and whether the published count agrees with ours."""
    words = view.words
    st.header(words("enrolled.title", year=view.year), anchor=False)
    st.caption(words("enrolled.note"))
    check = enrolled_measures.areas_check(view.whole)
    verdict = "agrees" if check.agrees else "differs"
    enrolment = enrolled_measures.against_denominators(
        view.whole, cache.table("lao_denominators"), view.year
    )
    tables.plain(
        staircase_rows.denominators(enrolment, words, fictitious=view.fictitious),
        words,
        name=staircase_view.file_name(view, "enrolled"),
        invented=view.fictitious,
        key="enrolled_rows",
        about=staircase_view.about(view, words("enrolled.note")),
    )
    st.markdown(
        words(
            f"enrolled.check_{verdict}",
            ever=check.ever,
            published=check.published,
            kind=words("fictitious.in_brackets") if view.fictitious else "",
        )
    )
