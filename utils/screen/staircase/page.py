"""The staircase page: its answer, and the chosen part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from utils.figures.staircase import key_figures
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import steps as staircase_steps
from utils.measures.staircase.distribution import step_totals
from utils.screen.app import (
    cache,
    choice,
    components,
    filters,
    link,
    navigate,
    tables,
    to_last_year,
)
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.staircase import (
    cohorts,
    durations,
    enrolled,
    follow_up,
    groups,
    moves,
    stage_map,
    tables_in_use,
    who_reported,
)
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

_PARTS: Final[Mapping[str, Callable[[StaircaseView], str | None]]] = {
    "moves": moves.draw,
    "groups": groups.draw,
    "follow": follow_up.draw,
    "time": durations.draw,
    "cohorts": cohorts.draw,
    "map": stage_map.draw,
    "enrolled": enrolled.draw,
}
PART = Param(name="part", options=tuple(_PARTS), default="moves", label="filter.parts")


def how_to_load(view: StaircaseView) -> None:
    """Explain what the table is, that it is not public, and how to load one."""
    words = view.words
    st.header(words("staircase.empty_title"), anchor=False)
    st.markdown(words("staircase.empty"))
    if st.button(words("load.desk"), key="load.desk", type="primary"):
        navigate.open_form("enrolment,step_evidence", view.chosen)
    if tables_in_use.replaceable():
        st.caption(words("trial.to_try"))


def missing_year(view: StaircaseView, place: str) -> None:
    """Say which years the table holds, and offer the last of them.

    `place`: name of the page, which has one such button.
    """
    words, whole = view.words, view.whole
    st.info(staircase_view.missing_year_note(view))
    year = staircase_view.last_year(whole)
    if year is not None:
        to_last_year.button(int(year), words, place)


def prepare(chosen: Filters) -> None:
    """Compute and cache what the page shows first under some filters."""
    view = staircase_view.view(chosen)
    if not view.whole.is_empty:
        _picture(view)
        moves.prepare(view)


def answer(view: StaircaseView) -> None:
    """Draw the three numbers, the steps and the sentence; offer the years, and fold a table."""
    words = view.words
    if not view.covered:
        missing_year(view, "staircase")
    components.mount("stairs", _picture(view), key="stairs", about=staircase_view.drawn(view))
    choose_year(view)
    heavy = (moves.MOVERS,)
    with tables.folded(words("staircase.table"), key="stair_table", instead_of=heavy) as opened:
        if opened:
            totals = step_totals(view.selected, view.year)
            tables.show(
                staircase_rows.steps(totals, view.year, words),
                words,
                name=staircase_view.file_name(view, "steps"),
                invented=view.fictitious,
                key="stair_rows",
                about=staircase_view.about(view, words("staircase.on_it_note")),
            )
    who_reported.draw(view)


@cache.kept
def _picture(view: StaircaseView) -> dict[str, object]:
    """Return what the component `stairs` shows."""
    words = view.words
    data = staircase_steps.data(
        step_totals(view.selected, view.year),
        staircase_view.levels(view),
        view.year,
        words,
        fictitious=view.fictitious,
    )
    numbers = key_figures.figures(
        staircase_view.brief(view),
        words,
        longer_rule=staircase_view.threshold_in_words(view),
        notes=[*staircase_view.reported_note(view), *staircase_view.data_note(view.whole, words)],
    )
    return data | {
        "note": " · ".join(filter(None, [data["note"], *staircase_view.so_far_note(view)])),
        "figures": numbers,
        "sentence": staircase_view.sentence(view),
        "address": link.address("staircase", view.link),
        "copyLabel": words("overview.copy"),
        "copiedLabel": words("overview.copied"),
    }


def choose_year(view: StaircaseView) -> None:
    """Offer the fiscal years on a slider; those that the table does not hold are marked."""
    words, whole = view.words, view.whole
    param = filters.params()["year"]
    key, write = link.follow(param, "staircase")
    names = {
        year: year if whole.covers(int(year)) else words("staircase.no_data_year", year=year)
        for year in param.options
    }
    st.select_slider(
        words("staircase.year", years=staircase_view.years_held(whole)),
        sorted(param.options),
        format_func=names.__getitem__,
        key=key,
        on_change=write,
    )


def choose_part(view: StaircaseView) -> str:
    """Offer the parts of the page; return the code of the chosen one."""
    words = view.words
    return choice.among(
        PART, words, lambda name: words(f"staircase.part.{name}"), place="staircase"
    )


def draw(part: str, view: StaircaseView) -> str | None:
    """Draw one part of the page; return the province that was clicked."""
    if part not in {"time", "cohorts"} and not view.covered:
        return None  # `answer` has said that the year is missing
    return _PARTS[part](view)


PAGE = Page(
    name="staircase",
    params=lambda: (PART, groups.BY, moves.MOVE, staircase_view.LONGER),
    opens_in_trial=tables_in_use.replaceable,
    last_year=tables_in_use.last_year_be,
    parts=PART,
    prepare=prepare,
    drawn=(".stairs .tracks svg, .stMarkdown ol",),
)
