"""What makes an LAO strong or weak? Totals, components and indicators of a selection."""

import streamlit as st

from utils.screen import frame, scores_page, scores_parts, scores_view

chosen = frame.begin("scores")
seen = scores_view.view(chosen)

scores_page.notice(seen)
if seen.whole.is_empty:
    scores_page.how_to_load(seen)
    st.stop()

scores_page.choose(seen)
scores_page.answer(seen)
scores_parts.draw(scores_page.choose_part(seen), seen)
