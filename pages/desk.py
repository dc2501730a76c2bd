"""The data desk: bring tables in, see what is wrong, publish a version, go back."""

import streamlit as st

from utils.screen import frame
from utils.screen.desk import gate
from utils.screen.desk import page as desk_page
from utils.screen.desk import parts as desk_parts

chosen = frame.begin("desk", needs_area=False)
say = chosen.words

if why := gate.shut():
    st.info(say("desk_page.shut"))
    st.markdown(say(f"desk_page.shut_{why}"))
    st.stop()

at = gate.engine(say)
rights = gate.person(at, say)
desk_parts.tell()
getattr(desk_page, desk_page.choose(rights, say))(at, rights, say)
