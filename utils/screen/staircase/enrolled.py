"""LAOs enrolled in the staircase, of all there are and beside the published count."""

from __future__ import annotations

import streamlit as st

from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import enrolled as enrolled_measures
from utils.screen.app import cache, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView


def draw(view: StaircaseView) -> None:
    """Draw how many of all LAOs are enrolled, and what the published number of areas counts."""
    words = view.words
    st.header(words("enrolled.title", year=view.year), anchor=False)
    reported = " · ".join(staircase_view.reported_note(view))
    st.caption(f"{words('enrolled.note')}  \n{reported}")
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
    st.caption(words("enrolled.areas", published=enrolled_measures.PUBLISHED_AREAS))
