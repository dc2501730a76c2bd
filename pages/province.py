"""One province whole: why it is shown as it is, its cities over the years, its programmes."""

import streamlit as st

from utils.screen import frame
from utils.screen.app import navigate, province_choice
from utils.screen.area import ways
from utils.screen.coverage import overview, province, province_files
from utils.screen.desk import ask_correction
from utils.screen.registers import ways as register_ways
from utils.screen.staircase import province as staircase_province

chosen = frame.begin("province")
words = chosen.words

by_name, by_city, _ = st.columns(3, gap="medium")
with by_name:
    code = province_choice.choose(chosen)
with by_city:
    province_choice.search(chosen)
told, place = st.columns([7, 4], gap="large")
with told:
    province.reason(chosen, code)
    ways.of_province(chosen, code)
    register_ways.of_province(chosen, code)
    overview.offer_last_year(chosen, "province.list")
    province.later_results(chosen, code)
    province_files.take(chosen, code)
    st.header(words("province.timeline"), anchor=False)
    province.results(chosen, code)
    st.header(words("province.programmes"), anchor=False)
    province.programmes(chosen, code)
    staircase_province.steps(chosen, code)
    ask_correction.ask_about("province_code", code, chosen)
with place:
    picked = province.small_map(chosen, code)
if picked:
    navigate.open_province(picked, chosen)
