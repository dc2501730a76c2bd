"""Buttons that act at the desk, and their outcome: done, or why it was refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from utils.desk.refusal import RefusedError
from utils.desk.submissions import forms
from utils.screen.app import link, sign_in
from utils.screen.app.link import Param, Several
from utils.screen.app.release_shown import Submitted
from utils.tables.declared import schemas
from utils.words import Words

PART: Final = Param(
    name="part",
    options=("send", "round", "sent", "back", "people"),
    default="send",
    label="desk_page.part",
)
FORM: Final = Several(
    name="form",
    options=forms.tables(regional=False),
    default="enrolment,step_evidence",
    label="desk_page.tables",
    most=len(schemas.TABLES),
)
"""The tables of the workbook to fill in."""
OPEN: Final = Submitted(name="submission", options=(), default="", label="desk_page.which")
"""The submission that is open, in the address."""
_DONE: Final = "desk.done"
_REFUSED: Final = "desk.refused"
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def submission_link(submission_id: str) -> dict[str, str]:
    """Return the cell of a table that opens a submission: its id, and its address."""
    codes = {PART.name: "sent", OPEN.name: submission_id}
    return {"id": submission_id, "href": link.address("desk", codes)}


def open_submission(submission_id: str) -> None:
    """Put a submission that is to be opened into the address, as `submission_link` names it."""
    link.put(PART, "sent")
    link.put(OPEN, submission_id)


def escaped(text: str) -> str:
    """Return a text with the signs of Markdown escaped: what strangers typed is shown as it is."""
    return _SIGNS.sub(r"\\\1", text)


def button(label: str, act: Callable[[], str], words: Words, *, key: str, **drawn: Any) -> None:  # noqa: ANN401
    """Draw a button that acts at the desk before the page is drawn again.

    `act` returns the message that `show_outcome` draws above the page, as it does a refusal. It
    reads typed texts by `typed`: they may be newer than the page.
    """
    st.button(label, key=key, on_click=_act, args=(act, words), **drawn)


def _act(act: Callable[[], str], words: Words) -> None:
    try:
        sign_in.must_hold()
        st.session_state[_DONE] = act()
    except RefusedError as refused:
        st.session_state[_REFUSED] = refused.message(words.lang)


def typed(key: str) -> str:
    """Return the present text of a field of the page."""
    return str(st.session_state.get(key, ""))


def show_outcome() -> None:
    """Say once what the last button did, or why it was refused: above the page, and as a toast."""
    with st.container():  # always there, so that the widgets below keep their place and state
        if done := st.session_state.pop(_DONE, None):
            st.success(escaped(done))
            st.toast(escaped(done))
        if refused := st.session_state.pop(_REFUSED, None):
            st.error(escaped(refused))
            st.toast(escaped(refused))
