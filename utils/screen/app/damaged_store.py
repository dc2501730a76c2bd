"""What stands in place of every page where the store cannot be shown: why, and no number."""

from __future__ import annotations

import streamlit as st

from utils.desk.store.migrate import NewerStoreError
from utils.desk.store.verify import DamagedStoreError
from utils.screen.app import filters


def page(error: DamagedStoreError | NewerStoreError) -> None:
    """Draw the page that names what is wrong with the store, in the reader's language."""
    words = filters.words()
    st.set_page_config(page_title=f"{words('error.damaged')} · {words('app.title')}", layout="wide")
    with st.sidebar:
        st.header(words("app.title"), anchor=False)
        filters.draw_language()
    st.title(words("error.damaged"), anchor=False)
    if isinstance(error, NewerStoreError):
        st.error(words("desk.newer_store", revision=error))
        return
    st.error(words("desk.damaged"))
    # As plain text: what an engine says of its file is nobody's Markdown.
    st.text("\n".join(f"• {damage.message(words.lang)}" for damage in error.damages))
    st.markdown(words("error.damaged_how"))
