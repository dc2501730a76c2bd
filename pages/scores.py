"""What makes an LAO strong or weak? Totals, components and indicators of a selection."""

import streamlit as st

from utils.screen import frame
from utils.screen.registers import ways as register_ways
from utils.screen.scores import page as score_page

chosen = frame.begin("scores")
view = score_page.view(chosen)

if view.whole.is_empty:
    score_page.how_to_load(view)
    st.stop()

score_page.choose(view)
score_page.answer(view)
part = score_page.choose_part(view)
score_page.draw(part, view)
if part == "indicators":
    register_ways.of_indicators(chosen)
