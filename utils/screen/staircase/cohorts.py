"""What became of the LAOs of each year of enrolment."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures.staircase import cohorts as staircase_cohorts_figure
from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import cohorts as cohort_measures
from utils.measures.staircase.record import Staircase
from utils.screen.app import cache, components
from utils.screen.staircase import download
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

SPAN = 4


def draw(view: StaircaseView) -> None:
    """Draw what became of the LAOs by their years of enrolment."""
    words = view.words
    st.header(words("cohort.lead"), anchor=False)
    st.caption(staircase_view.all_years(view))
    found = _followed(view.here)
    if found.empty:
        unknown, _ = staircase_view.left_out(view.here)
        st.info(words("cohort.no_entry" if unknown else "stair.nobody"))
        return
    components.mount("cohorts", _panels(view), key="cohorts")
    download.folded(
        view, "cohorts", staircase_rows.cohorts(found, SPAN, words), words("cohort.axis")
    )


@cache.kept
def _panels(view: StaircaseView) -> dict[str, Any]:
    return staircase_cohorts_figure.data(
        _followed(view.here), SPAN, view.words, fictitious=view.fictitious
    )


@cache.kept
def _followed(here: Staircase) -> pd.DataFrame:
    return cohort_measures.cohorts(here, span=SPAN)
