"""Who is on which step? Who moves, and who is longer on a step than the threshold."""

import streamlit as st

from utils.screen import frame
from utils.screen.staircase import one_year
from utils.screen.staircase import page as staircase_page
from utils.screen.staircase import view as staircase_view

chosen = frame.begin("staircase")
seen = staircase_view.view(chosen, threshold_years=staircase_view.own_threshold())

staircase_page.notice(seen)
if seen.whole.is_empty:
    staircase_page.how_to_load(seen)
    st.stop()

staircase_page.answer(seen)
part = staircase_page.choose_part(seen)
picked = one_year.draw(part, seen)
if picked:
    frame.open_province(picked, chosen)
