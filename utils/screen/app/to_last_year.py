"""The way from the chosen year to the one that a table reaches, or to later results."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.measures.coverage.rounds import later_years
from utils.screen.app import cache, filters, link
from utils.screen.app.filters import Filters
from utils.words import Words


def button(year_be: int, words: Words, place: str) -> None:
    """Offer a fiscal year by a button; `place`: tells it from others on the page."""
    st.button(
        words("year.to_last", year=year_be),
        key=f"{place}.to_last_year",
        on_click=link.put,
        args=(filters.params()["year"], str(year_be)),
    )


def later(awards: pd.DataFrame, chosen: Filters, place: str) -> None:
    """Say which later years have results, whole or in part, with the way to each.

    `awards`: those of whom the page is about, of every year; `place`: as in `button`.
    """
    words = chosen.words
    years = later_years(cache.record().rounds, awards, chosen.question.fiscal_year_be)
    if not years:
        return
    told = [
        words("year.later_whole" if whole else "year.later_part", year=year)
        for year, whole in years.items()
    ]
    st.caption(words("year.later", years=", ".join(told)))
    for year in years:
        button(year, words, f"{place}.{year}")
