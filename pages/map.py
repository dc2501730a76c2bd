"""Where is it? The provinces by a chosen measure, as outlines and as equal tiles, or as points."""

import streamlit as st

from utils.screen import frame
from utils.screen.app import navigate
from utils.screen.area import ways
from utils.screen.coverage import map as coverage_map
from utils.screen.coverage import points as coverage_points_part

chosen = frame.begin("map")
words = chosen.words

kind, measure, year = st.columns([6, 5, 7], gap="medium")
with kind:
    coverage_map.choose_view(chosen)
with measure:
    coverage_map.choose_measure(chosen)
with year:
    coverage_map.choose_year(chosen)
coverage_map.caption(chosen)

if coverage_map.shows_points():
    coverage_points_part.open_picked(chosen)
    coverage_points_part.draw(chosen)
else:
    picked = coverage_map.provinces(chosen)
    if picked:
        navigate.open_province(picked, chosen)
    coverage_map.table(chosen)
ways.of_area(chosen)
