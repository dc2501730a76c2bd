"""The pieces of the staircase page: its notice, its answer, and the choice of what lies below."""

from __future__ import annotations

import streamlit as st

from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase.distribution import step_totals
from utils.screen import params
from utils.screen.app import choice, components, fictitious_switch, filters, link, tables
from utils.screen.app.filters import Filters
from utils.screen.staircase import lists as staircase_lists_part
from utils.screen.staircase import missing_year, one_year
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import View


def notice(seen: View) -> None:
    """Say that the tables are invented, with the switch that turns them off; else nothing."""
    if staircase_view.replaceable():
        off = "fictitious.notice_off"
        fictitious_switch.notice(seen.words, on=seen.fictitious, off=off, place="staircase")


def prepare(chosen: Filters) -> None:
    """Compute what the page shows first under some filters, and keep it."""
    seen = staircase_view.view(chosen)
    if not seen.whole.is_empty:
        staircase_view.picture(seen)
        one_year.prepare(seen)


def how_to_load(seen: View) -> None:
    """Say what the table is, that it is not public, and how to load one."""
    say = seen.words
    st.header(say("stair.empty_title"), anchor=False)
    st.markdown(say("stair.empty"))


def answer(seen: View) -> None:
    """Draw the three numbers, the steps and the sentence; offer the years, and all as a table."""
    say = seen.words
    if not seen.covered:
        missing_year.missing(seen, "staircase")
    components.mount("stairs", staircase_view.picture(seen), key="stairs")
    choose_year(seen)
    heavy = (staircase_lists_part.MOVERS,)
    with tables.folded(say("stair.table"), key="stair_table", instead_of=heavy) as opened:
        if opened:
            totals = step_totals(seen.here, seen.year)
            tables.show(
                staircase_rows.steps(totals, seen.year, say),
                say,
                name=staircase_view.file_name(seen, "steps"),
                key="stair_rows",
                about=staircase_view.about(seen, say("stair.on_it_note")),
            )


def choose_year(seen: View) -> None:
    """Offer the fiscal years on a slider, named by whether this table reaches them."""
    say, whole = seen.words, seen.whole
    param = filters.params()["year"]
    key, write = link.follow(param, "staircase")
    names = {
        year: year if whole.covers(int(year)) else say("stair.no_data_year", year=year)
        for year in param.options
    }
    st.select_slider(
        say("stair.year", years=missing_year.held(whole)),
        sorted(param.options),
        format_func=names.__getitem__,
        key=key,
        on_change=write,
    )


def choose_part(seen: View) -> str:
    """Offer what to look at more closely; return the code of the chosen part."""
    say = seen.words
    return choice.among(
        params.PART, say("stair.parts"), lambda name: say(f"part.{name}"), place="staircase"
    )
