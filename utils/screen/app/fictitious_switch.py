"""What says that tables are invented, with the switch that turns them off."""

from __future__ import annotations

import streamlit as st

from utils.screen.app import filters, link
from utils.words import Words


def notice(words: Words, *, on: bool, off: str, place: str) -> None:
    """Draw the words and the switch.

    `on`: whether invented tables are in use. `off`: key of the words for when they are not.
    `place`: as in `link.follow`.
    """
    key = f"{place}.switch"
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="notice"):
        st.markdown(words("fictitious.notice_on" if on else off), width="stretch")
        if st.session_state.get(key) != on:
            st.session_state[key] = on
        st.toggle(
            words("fictitious.switch"), key=key, on_change=lambda: _switch(key), width="content"
        )


def _switch(key: str) -> None:
    link.put(filters.FICTITIOUS, "on" if st.session_state[key] else "off")
