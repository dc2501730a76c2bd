"""What is on the wall? Slides of one message each, full-window, from the pages' own figures."""

import streamlit as st

from utils.screen import frame
from utils.screen.area import ways
from utils.screen.coverage import selection
from utils.screen.meeting import meeting, minutes_form, present, since

chosen = frame.begin("present")

meeting.complete()
meeting.choose(chosen)
present.choose_slides(chosen)
request = present.request(chosen)
present.left_out(request)
with st.container(key="present_choices"):
    earlier, advance = st.columns(2, gap="medium")
with earlier:
    since.choose(chosen)
with advance:
    present.choose_advance(chosen)
present.show(request)
present.take(request)
ways.of_area(chosen)
ways.to_mechanism(chosen)
minutes_form.write(chosen, selection.context(request).chosen)
