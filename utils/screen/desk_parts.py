"""Small pieces of the desk page: texts of strangers shown as they are, acts that may be refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.desk.refusal import RefusedError
from utils.screen import sign_in
from utils.tables.problems import Problem
from utils.words import Words

OPEN: Final = "desk.open"  # the submission that is looked at
_DONE: Final = "desk.done"
_REFUSED: Final = "desk.refused"
_WIDTHS: Final = {  # of the table of problems, in pixels
    "kind": 85,
    "file": 130,
    "row": 55,
    "column": 130,
    "value": 90,
    "problem": 250,
    "remedy": 250,
}
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plain(text: str) -> str:
    """Return a text so that Markdown shows its signs and follows none of them."""
    return _SIGNS.sub(r"\\\1", text)


def button(label: str, act: Callable[[], str], say: Words, *, key: str, **drawn: Any) -> None:  # noqa: ANN401
    """Draw a button that does something at the desk before the page is drawn again.

    `act` returns what is said above the page when it is done; a refusal is said there as well.
    Texts that are typed it takes from `typed`: they may be newer than the page.
    """
    st.button(label, key=key, on_click=_do, args=(act, say), **drawn)


def _do(act: Callable[[], str], say: Words) -> None:
    try:
        sign_in.must_hold()
        st.session_state[_DONE] = act()
    except RefusedError as refused:
        st.session_state[_REFUSED] = refused.message(say.lang)


def typed(key: str) -> str:
    """Return what stands in a field of the page now."""
    return str(st.session_state.get(key, ""))


def tell() -> None:
    """Say once what the last button has done, or why it did not."""
    with st.container():  # always there, so that what lies below keeps its place and its state
        if done := st.session_state.pop(_DONE, None):
            st.success(plain(done))
        if refused := st.session_state.pop(_REFUSED, None):
            st.error(plain(refused))


def show_problems(found: Iterable[Problem], say: Words) -> None:
    """Draw problems as a table: one a row."""
    rows = [
        (
            say(f"check.{one.severity}"),
            one.file,
            one.row,
            one.column,
            one.value,
            one.message(say.lang),
            one.remedy(say.lang),
        )
        for one in found
    ]
    widths = {say(f"form.problems_{name}"): width for name, width in _WIDTHS.items()}
    row = say("form.problems_row")
    st.dataframe(
        pd.DataFrame(rows, columns=list(widths)).astype({row: "Int64"}),
        hide_index=True,
        width="stretch",
        row_height=60,  # two lines and a half: what is wrong and what to do are sentences
        column_config={
            name: st.column_config.Column(width=width) for name, width in widths.items()
        },
    )
