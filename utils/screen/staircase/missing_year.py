"""What the pages say where the table of enrolment does not hold the chosen fiscal year."""

from __future__ import annotations

import streamlit as st

from utils.figures import labels
from utils.measures.staircase.record import Staircase
from utils.screen.app import filters, link
from utils.screen.staircase.view import StaircaseView


def missing(view: StaircaseView, place: str) -> None:
    """Say which years the table holds, and offer the last of them on the same view.

    `place`: the page, which has one such button.
    """
    words, whole = view.words, view.whole
    st.info(gap(view))
    year = last_held(whole)
    if year is not None:
        st.button(
            words("stair.to_last_year", year=year),
            key=f"{place}.to_last_year",
            on_click=link.put,
            args=(filters.params()["year"], year),
        )


def gap(view: StaircaseView) -> str:
    """Return which years the table holds, so that the chosen one is not known."""
    return view.words("stair.no_year", year=view.year, years=held(view.whole))


def held(whole: Staircase) -> str:
    """Return the fiscal years that the table holds."""
    return labels.years(whole.first_year_be, whole.last_year_be)


def last_held(whole: Staircase) -> str | None:
    """Return the last year of the table among those that can be chosen, None where none is."""
    held = (year for year in filters.params()["year"].options if whole.covers(int(year)))
    return max(held, default=None)
