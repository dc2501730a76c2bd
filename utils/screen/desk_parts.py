"""Small pieces of the desk page: texts of strangers shown as they are, acts that may be refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

import pandas as pd
import streamlit as st

from utils.desk.refusal import RefusedError
from utils.tables.problems import Problem
from utils.words import Words

T = TypeVar("T")
OPEN: Final = "desk.open"  # the submission that is looked at
_DONE: Final = "desk.done"
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plain(text: str) -> str:
    """Return a text so that Markdown shows its signs and follows none of them."""
    return _SIGNS.sub(r"\\\1", text)


def attempt(act: Callable[[], T], say: Words) -> T | None:
    """Do something at the desk; say why where it is refused."""
    try:
        return act()
    except RefusedError as refused:
        st.error(plain(refused.message(say.lang)))
        return None


def done(message: str) -> None:
    """Run the page again, with a message above it of what was done."""
    st.session_state[_DONE] = message
    st.rerun()


def tell_done() -> None:
    """Show once what the run before has done."""
    if message := st.session_state.pop(_DONE, None):
        st.success(plain(message))


def problems(found: Iterable[Problem], say: Words) -> pd.DataFrame:
    """Return problems as a table: one a row, in the order of the files."""
    names = ("kind", "file", "row", "column", "value", "problem", "remedy")
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
    table = pd.DataFrame(rows, columns=[say(f"form.problems_{name}") for name in names])
    row = say("form.problems_row")
    return table.astype({row: "Int64"})
