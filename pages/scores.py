"""What makes an LAO strong or weak? Totals, components and indicators of a selection."""

import streamlit as st

from utils.screen import frame
from utils.screen.scores import page as score_page
from utils.screen.scores import parts as score_parts
from utils.screen.scores import view as score_view

chosen = frame.begin("scores")
seen = score_view.view(chosen)

score_page.notice(seen)
if seen.whole.is_empty:
    score_page.how_to_load(seen)
    st.stop()

score_page.choose(seen)
score_page.answer(seen)
score_parts.draw(score_page.choose_part(seen), seen)
