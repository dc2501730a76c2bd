"""Names as sources write them, under which the tables know nothing."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.measures.quality import unmatched_names
from utils.screen.app import cache, tables
from utils.screen.app.filters import Filters
from utils.screen.quality import rows as quality_rows
from utils.tables.declared import schemas


def show(chosen: Filters) -> None:
    """List the names that the tables know nothing under; each leads to its row."""
    words, found = chosen.words, unmatched()
    st.subheader(words("quality.unmatched", n=len(found)), anchor=False)
    st.caption(words("quality.unmatched_note"))
    if found.empty:
        return
    places = zip(found["table"], found["row"], strict=True)
    told = pd.DataFrame(
        {
            words("history.table"): [
                schemas.TABLES[name].title(words.lang) for name in found["table"]
            ],
            words("history.key"): found["row"],
            words("quality.column"): [
                schemas.TABLES[name].columns[column].title(words.lang)
                for name, column in zip(found["table"], found["column"], strict=True)
            ],
            words("quality.value"): found["value"],
        }
    )
    tables.show(
        told,
        words,
        name="quality_names",
        key="quality.names",
        about=quality_rows.about(words("quality.unmatched_note"), chosen, ""),
        links={words("history.key"): quality_rows.addresses(places, chosen)},
    )


@cache.kept
def unmatched() -> pd.DataFrame:
    """Return `quality.unmatched_names` of the tables shown."""
    return unmatched_names(cache.table)
