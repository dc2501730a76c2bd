"""What each number means, where it comes from, and how it is computed."""

import streamlit as st

from utils.screen import frame
from utils.screen.quality import methods

chosen = frame.begin("methods")
words = chosen.words

st.markdown(words("methods.lead"))

for section in (
    "rules",
    "years",
    "target",
    "sources",
    "faults",
    "staircase",
    "scores",
    "dictionary",
    "measures",
    "owner",
):
    st.header(words(f"methods.{section}"), anchor=section)
    getattr(methods, section)(chosen)
