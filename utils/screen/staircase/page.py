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
from utils.screen.staircase.view import StaircaseView


def notice(view: StaircaseView) -> None:
    """Say that the tables are invented, with the switch that turns them off; else nothing."""
    if staircase_view.replaceable():
        off = "fictitious.notice_off"
        fictitious_switch.notice(view.words, on=view.fictitious, off=off, place="staircase")


def prepare(chosen: Filters) -> None:
    """Compute what the page shows first under some filters, and keep it."""
    view = staircase_view.view(chosen)
    if not view.whole.is_empty:
        staircase_view.picture(view)
        one_year.prepare(view)


def how_to_load(view: StaircaseView) -> None:
    """Say what the table is, that it is not public, and how to load one."""
    words = view.words
    st.header(words("stair.empty_title"), anchor=False)
    st.markdown(words("stair.empty"))


def answer(view: StaircaseView) -> None:
    """Draw the three numbers, the steps and the sentence; offer the years, and all as a table."""
    words = view.words
    if not view.covered:
        missing_year.missing(view, "staircase")
    components.mount("stairs", staircase_view.picture(view), key="stairs")
    choose_year(view)
    heavy = (staircase_lists_part.MOVERS,)
    with tables.folded(words("stair.table"), key="stair_table", instead_of=heavy) as opened:
        if opened:
            totals = step_totals(view.here, view.year)
            tables.show(
                staircase_rows.steps(totals, view.year, words),
                words,
                name=staircase_view.file_name(view, "steps"),
                key="stair_rows",
                about=staircase_view.about(view, words("stair.on_it_note")),
            )


def choose_year(view: StaircaseView) -> None:
    """Offer the fiscal years on a slider, named by whether this table reaches them."""
    words, whole = view.words, view.whole
    param = filters.params()["year"]
    key, write = link.follow(param, "staircase")
    names = {
        year: year if whole.covers(int(year)) else words("stair.no_data_year", year=year)
        for year in param.options
    }
    st.select_slider(
        words("stair.year", years=missing_year.held(whole)),
        sorted(param.options),
        format_func=names.__getitem__,
        key=key,
        on_change=write,
    )


def choose_part(view: StaircaseView) -> str:
    """Offer what to look at more closely; return the code of the chosen part."""
    words = view.words
    return choice.among(
        params.PART, words("stair.parts"), lambda name: words(f"part.{name}"), place="staircase"
    )
