"""My area: where it stands, whom to call, what is missing, and until when."""

import streamlit as st

from utils.screen import frame
from utils.screen.app import navigate
from utils.screen.area import (
    at_hand,
    feedback,
    files,
    item,
    laos,
    listed,
    selection,
    standing,
    ways,
)
from utils.screen.area import round as area_round
from utils.screen.meeting import since

chosen = selection.choose(frame.begin("area"))
words, area = chosen.words, selection.of(chosen)

answer, picture = st.columns([5, 3], gap="large")
with picture:
    picked = standing.zoomed_map(chosen)
    if note := selection.disputed(chosen):
        st.caption(note)
with answer:
    standing.draw(chosen)
    with st.spinner(words("area_page.asking")):
        present = at_hand.told(at_hand.items(chosen, area), chosen)
    st.header(words("area_page.worklist", area=selection.named(area, words)), anchor=False)
    item.draw(chosen, area, present)
    listed.draw(chosen, area, present)
if picked:
    navigate.open_province(picked, chosen)

if area.is_country:
    st.header(words("area_page.by_office"), anchor=False)
    standing.by_office(chosen, present)

st.header(words("area_page.round"), anchor=False)
held = area_round.of(area)
area_round.draw(chosen, held)

st.header(words("area_page.laos"), anchor=False)
laos.draw(chosen)

st.header(words("area_page.changes"), anchor=False)
if changed := since.on_overview(chosen):
    navigate.open_province(changed, chosen)

st.header(words("area_page.files"), anchor=False)
files.take(chosen, area, present, held)
feedback.of_area(chosen)
ways.to_mechanism(chosen)
