"""The way from a year that a table does not reach to the last one that it does."""

from __future__ import annotations

import streamlit as st

from utils.screen.app import filters, link
from utils.words import Words


def button(year_be: int, words: Words, place: str) -> None:
    """Offer a fiscal year by a button; `place`: tells it from others on the page."""
    st.button(
        words("year.to_last", year=year_be),
        key=f"{place}.to_last_year",
        on_click=link.put,
        args=(filters.params()["year"], str(year_be)),
    )
