"""The data desk: bring tables in, see what is wrong, publish a version, go back."""

import streamlit as st

from utils.screen import desk_gate, desk_page, desk_parts, frame

chosen = frame.begin("desk", needs_area=False)
say = chosen.words

if why := desk_gate.shut():
    st.info(say("desk_page.shut"))
    st.markdown(say(f"desk_page.shut_{why}"))
    st.stop()

at = desk_gate.engine(say)
rights = desk_gate.person(at, say)
desk_parts.tell()
getattr(desk_page, desk_page.choose(rights, say))(at, rights, say)
