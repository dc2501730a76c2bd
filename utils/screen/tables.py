"""Tables on a page: folded until asked for, readable, and taken home as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd
import streamlit as st

from utils.exports.csv_file import csv_bytes
from utils.words import Words


@contextmanager
def folded(label: str, *, key: str) -> Iterator[bool]:
    """Open a folded section and tell whether the reader has opened it.

    What is inside is built only then: a folded table costs nothing.
    """
    section = st.expander(label, key=key, on_change="rerun")
    with section:
        yield bool(section.open)


def show(table: pd.DataFrame, say: Words, *, name: str, key: str, about: tuple[str, ...]) -> None:
    """Draw a table with its download.

    `name`: file name without its ending. `about`: lines that the file carries below its rows.
    """
    # Words that repeat go over the socket once.
    words = table.select_dtypes(exclude="number").columns
    st.dataframe(table.astype(dict.fromkeys(words, "category")), hide_index=True, key=key)
    st.download_button(
        say("download.csv"),
        csv_bytes(table, about=about),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=f"{key}.download",
        on_click="ignore",
    )
