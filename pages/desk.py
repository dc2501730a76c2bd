"""The data desk: bring tables in, see what is wrong, publish a version, go back."""

import streamlit as st

from utils.screen import frame
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import gate
from utils.screen.desk import page as desk_page

chosen = frame.begin("desk")
words = chosen.words

if why := gate.why_shut():
    st.info(words("desk_page.shut"))
    st.markdown(words(f"desk_page.shut_{why}"))
    st.stop()

engine = gate.engine(words)
rights = gate.rights(engine, words)
desk_actions.show_outcome()
getattr(desk_page, desk_page.choose(rights, words))(engine, rights, words)
