"""Where do we stand? One number, its rule, what remains, and the way to it."""

import streamlit as st

from utils.screen import frame
from utils.screen.app import navigate
from utils.screen.coverage import overview
from utils.screen.meeting import since

chosen = frame.begin("overview")
words = chosen.words

answer, picture = st.columns([3, 2], gap="large")
with answer:
    picked = overview.brief(chosen)
    overview.offer_last_year(chosen, "overview.list")
    overview.enrolled(chosen)
with picture:
    picked = overview.small_map(chosen) or picked
if picked:
    navigate.open_province(picked, chosen)

overview.rows_behind(chosen)
picked = since.on_overview(chosen)
if picked:
    navigate.open_province(picked, chosen)

st.header(overview.pace_title(chosen), anchor=False)
overview.pace(chosen)
navigate.offer_evaluation(chosen)

st.header(words("overview.regions"), anchor=False)
overview.groups(chosen)
