"""What became of the LAOs of each year of enrolment."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures.staircase import cohorts as cohorts_figure
from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import cohorts as cohort_measures
from utils.measures.staircase.record import Staircase
from utils.screen.app import cache, components
from utils.screen.staircase import download
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

_SPAN_YEARS = 4


def draw(view: StaircaseView) -> None:
    """Draw what became of LAOs by their year of enrolment."""
    words = view.words
    st.header(words("cohort.lead"), anchor=False)
    st.caption(staircase_view.all_years_note(view))
    cohorts = _cohorts(view.selected)
    if cohorts.empty:
        n_unknown, _ = staircase_view.left_out(view.selected)
        st.info(words("cohort.no_entry" if n_unknown else "staircase.nobody"))
        return
    components.mount("cohorts", _panels(view), key="cohorts", about=staircase_view.drawn(view))
    download.folded(
        view, "cohorts", staircase_rows.cohorts(cohorts, _SPAN_YEARS, words), words("cohort.axis")
    )


@cache.kept
def _panels(view: StaircaseView) -> dict[str, Any]:
    return cohorts_figure.data(
        _cohorts(view.selected), _SPAN_YEARS, view.words, fictitious=view.fictitious
    )


@cache.kept
def _cohorts(selected: Staircase) -> pd.DataFrame:
    return cohort_measures.cohorts(selected, span=_SPAN_YEARS)
