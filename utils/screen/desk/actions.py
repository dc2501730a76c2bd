"""Buttons that act at the desk, and what is said of it: done, or why it was refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from utils.desk.refusal import RefusedError
from utils.screen.app import sign_in
from utils.words import Words

OPEN: Final = "desk.open"  # the submission that is looked at
_DONE: Final = "desk.done"
_REFUSED: Final = "desk.refused"
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plain(text: str) -> str:
    """Return a text so that Markdown shows its signs and follows none of them."""
    return _SIGNS.sub(r"\\\1", text)


def button(label: str, act: Callable[[], str], words: Words, *, key: str, **drawn: Any) -> None:  # noqa: ANN401
    """Draw a button that does something at the desk before the page is drawn again.

    `act` returns what is said above the page when it is done; a refusal is said there as well.
    Texts that are typed it takes from `typed`: they may be newer than the page.
    """
    st.button(label, key=key, on_click=_do, args=(act, words), **drawn)


def _do(act: Callable[[], str], words: Words) -> None:
    try:
        sign_in.must_hold()
        st.session_state[_DONE] = act()
    except RefusedError as refused:
        st.session_state[_REFUSED] = refused.message(words.lang)


def typed(key: str) -> str:
    """Return what stands in a field of the page now."""
    return str(st.session_state.get(key, ""))


def tell() -> None:
    """Say once what the last button has done, or why it did not: above, and in sight as well."""
    with st.container():  # always there, so that what lies below keeps its place and its state
        if done := st.session_state.pop(_DONE, None):
            st.success(plain(done))
            st.toast(plain(done))
        if refused := st.session_state.pop(_REFUSED, None):
            st.error(plain(refused))
            st.toast(plain(refused))
