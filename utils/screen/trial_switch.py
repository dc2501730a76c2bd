"""The switch of trial mode, at one place on every page, and the band above what it lets in."""

from __future__ import annotations

import streamlit as st

from utils.screen.app import link, trial
from utils.screen.scores import tables_in_use as score_tables
from utils.screen.staircase import tables_in_use as staircase_tables
from utils.words import Words

_KEY = "trial.switch"


def switch(words: Words) -> None:
    """Draw the switch in the sidebar; nothing once all real tables are loaded."""
    if not _is_offered():
        return
    on = trial.is_on()
    if st.session_state.get(_KEY) != on:
        st.session_state[_KEY] = on
    st.sidebar.toggle(words("trial.switch"), key=_KEY, on_change=_follow)


def band(words: Words) -> None:
    """Say above the title that trial data are shown, while they are."""
    if trial.is_on() and _is_offered():
        with st.container(key="trial_band"):
            st.markdown(words("trial.band"))


def _is_offered() -> bool:
    """Tell whether any invented table may stand in."""
    return staircase_tables.replaceable() or score_tables.replaceable()


def _follow() -> None:
    link.put(trial.TRIAL, trial.ON if st.session_state[_KEY] else trial.OFF)
