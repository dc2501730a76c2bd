"""Who is on which step? Who moves, and who is longer on a step than the threshold."""

import streamlit as st

from utils.screen import frame
from utils.screen.app import navigate
from utils.screen.staircase import page as staircase_page
from utils.screen.staircase import view as staircase_view

chosen = frame.begin("staircase")
view = staircase_view.view(chosen, threshold_years=staircase_view.chosen_threshold())

if view.whole.is_empty:
    staircase_page.how_to_load(view)
    st.stop()

staircase_page.answer(view)
part = staircase_page.choose_part(view)
picked = staircase_page.draw(part, view)
if picked:
    navigate.open_province(picked, chosen)
