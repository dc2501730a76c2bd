"""The ways to the registers: from a city, a province, the pilots and the methods."""

from __future__ import annotations

import streamlit as st

from utils.screen.app import cache, link, navigate
from utils.screen.app.filters import Filters
from utils.screen.registers import selection
from utils.tables.declared.recommendations import RECOMMENDATIONS, THEMES
from utils.tables.declared.registers import BEST_PRACTICES, REGISTERS


def of_city(chosen: Filters, lao_id: str) -> None:
    """Draw the ways to the entries about an LAO; nothing where there are none."""
    _of_place(chosen, lao_id)


def of_province(chosen: Filters, code: str) -> None:
    """Draw the ways to the entries about a province and its LAOs; nothing where there are none."""
    _of_place(chosen, str(cache.province(code)["iso_code"]))


def to_all(chosen: Filters) -> None:
    """Draw the way to the registers."""
    address = link.address("registers", chosen.short_link)
    st.markdown(f"[{chosen.words('registers.all')}]({address})")


def of_themes(chosen: Filters) -> None:
    """Draw the ways to the recommendations of each theme of DELGOSEA."""
    words, theme = chosen.words, RECOMMENDATIONS.columns["theme"]
    ways = [
        f"[{theme.label(code, words.lang)}]"
        f"({selection.address(RECOMMENDATIONS.name, chosen, only=f'theme.{code}')})"
        for code in THEMES
    ]
    st.markdown(words("registers.by_theme", themes=" · ".join(ways)))


def of_indicators(chosen: Filters) -> None:
    """Draw the way from the indicators to the practices that moved one."""
    codes = {selection.REGISTER.name: BEST_PRACTICES.name} | chosen.short_link
    navigate.way("registers", codes, chosen.words("registers.of_indicators"))


def _of_place(chosen: Filters, place: str) -> None:
    words, counts = chosen.words, _counts(place)
    ways = [
        f"[{words('registers.counted', register=one.title(words.lang), n=n)}]"
        f"({selection.address(one.name, chosen, place=place)})"
        for one, n in zip(REGISTERS, counts, strict=True)
        if n
    ]
    if ways:
        st.markdown(words("registers.about_place", ways=" · ".join(ways)))


@cache.kept
def _counts(place: str) -> tuple[int, ...]:
    """Return how many entries of each register are about a place."""
    return tuple(len(selection.about(place, one)) for one in REGISTERS)
