"""What each number means, where it comes from, and how it is computed."""

import streamlit as st

from utils.screen import frame
from utils.screen.quality import methods
from utils.screen.registers import ways as register_ways

chosen = frame.begin("methods")
words = chosen.words

st.markdown(words("methods.lead"))
register_ways.to_all(chosen)

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
