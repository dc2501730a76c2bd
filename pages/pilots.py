"""What do pilot cities show the others? Cities side by side, and each programme by itself."""

import streamlit as st

from utils.screen import effect, frame, pilots, programmes

chosen = frame.begin("pilots", needs_area=False)

group = pilots.choose_view(chosen)
if group == "compare":
    pilots.choose_cities(chosen)
    pilots.compare(chosen)
    st.stop()
if group == "effect":
    effect.show(chosen)
    st.stop()
programmes.show(group, chosen)
