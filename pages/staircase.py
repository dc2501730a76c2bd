"""Who is on which step? Who moves, and who is longer on a step than the threshold."""

import streamlit as st

from utils.screen import frame, stair_parts, staircase, stairs

chosen = frame.begin("staircase")
seen = stairs.view(chosen, threshold_years=stairs.own_threshold())

staircase.notice(seen)
if seen.whole.is_empty:
    staircase.how_to_load(seen)
    st.stop()

staircase.answer(seen)
part = staircase.choose_part(seen)
picked = stair_parts.draw(part, seen)
if picked:
    frame.open_province(picked, chosen)
