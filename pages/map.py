"""Where is it? The provinces by a chosen measure, as outlines and as equal tiles, or as points."""

import streamlit as st

from utils.screen import frame, map_page, map_points

chosen = frame.begin("map")
say = chosen.words

kind, measure, year = st.columns([6, 5, 7], gap="medium")
with kind:
    map_page.choose_view(chosen)
with measure:
    map_page.choose_measure(chosen)
with year:
    map_page.choose_year(chosen)
map_page.caption(chosen)

if map_page.shows_points():
    map_points.open_picked(chosen)
    map_points.draw(chosen)
else:
    picked = map_page.provinces(chosen)
    if picked:
        frame.open_province(picked, chosen)
    map_page.table(chosen)
