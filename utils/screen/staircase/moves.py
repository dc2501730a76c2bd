"""Moves on the staircase between two years: how many, and who."""

from __future__ import annotations

from typing import get_args

import pandas as pd
import streamlit as st

from utils.figures.staircase import flow
from utils.figures.staircase import lists as staircase_lists_figure
from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import movers
from utils.measures.staircase import moves as staircase_moves
from utils.measures.staircase.moves import MOVES
from utils.measures.staircase.tallies import LaoGrouping
from utils.screen import params
from utils.screen.app import cache, components, link, tables
from utils.screen.app.components import Chart
from utils.screen.staircase import groups as staircase_groups
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

MOVERS = "movers"


def prepare(view: StaircaseView) -> None:
    """Compute what the part shown first shows, and keep it."""
    if view.covered and view.whole.covers(view.year - 1):
        _flow(view)
        _moved(view, next(by for by in get_args(LaoGrouping) if by == params.BY.default))


def draw(view: StaircaseView) -> None:
    """Draw the moves since the year before: the flow, who moved, and how many of each group."""
    words = view.words
    st.header(words("moves.title", before=view.year - 1, year=view.year), anchor=False)
    if not view.whole.covers(view.year - 1):
        st.info(words("stair.no_year_before"))
        return
    if _streams(view.here, view.year).empty:
        st.info(words("moves.nobody", before=view.year - 1, year=view.year))
        return
    components.chart(_flow(view), key="flow")
    about = staircase_view.about(view, words("moves.base_note"))
    with tables.folded(words("moves.flow_table"), key="flow_table", instead_of=(MOVERS,)) as opened:
        if opened:
            tables.show(
                staircase_rows.flows(_streams(view.here, view.year), view.year, words),
                words,
                name=staircase_view.file_name(view, "flows"),
                key="flow_rows",
                about=about,
            )
    _who_moved(view)
    by = staircase_groups.choose(view)
    st.caption(words("moves.base_note"))
    tables.plain(
        _moved(view, by),
        words,
        name=staircase_view.file_name(view, f"moves_by_{by}"),
        key="moves_rows",
        about=about,
    )


@cache.kept
def _flow(view: StaircaseView) -> Chart:
    found = _streams(view.here, view.year)
    shown = flow.flow(
        found, staircase_view.levels(view), view.year, view.words, fictitious=view.fictitious
    )
    return Chart(
        figure=shown,
        said=flow.said(found, view.year, view.words),
        legend=flow.legend(view.words),
    )


@cache.kept
def _moved(view: StaircaseView, by: LaoGrouping) -> pd.DataFrame:
    words = view.words
    counts = _counted(view.here, by)
    counts = counts[counts["fiscal_year_be"] == view.year]
    names = staircase_groups.names(counts, by, view)
    return staircase_rows.moves(counts, names, words(f"by.{by}"), words)


def _who_moved(view: StaircaseView) -> None:
    """Fold the list of who moved, with its choice of a move; a link that names one unfolds it."""
    words = view.words
    if link.value(params.MOVE) != params.MOVE.default:
        st.session_state.setdefault(MOVERS, True)
    others = ("flow_table", "stair_table")
    with tables.folded(words("movers.title"), key=MOVERS, instead_of=others) as opened:
        if opened:
            _list(view)


def _list(view: StaircaseView) -> None:
    words = view.words
    key, write = link.follow(params.MOVE, "staircase")
    st.selectbox(
        words("movers.filter"),
        params.MOVE.options,
        format_func=lambda code: words("movers.all" if code == "all" else f"move.{code}"),
        key=key,
        on_change=write,
        width=320,
    )
    code = link.value(params.MOVE)
    move = next((one for one in MOVES if one == code), None)
    found = _found(view.here, view.year, move)
    lead = words("movers.lead", n=len(found), before=view.year - 1, year=view.year)
    st.caption(lead)
    if found.empty:
        return
    provinces = cache.table("provinces")
    tables.show(
        staircase_lists_figure.movers(found, provinces, view.whole.register, view.year, words),
        words,
        name=staircase_view.file_name(view, f"who_moved_{view.year}"),
        key="movers_rows",
        about=staircase_view.about(view, lead),
        links={words("column.province"): staircase_view.to_provinces(found["province_code"], view)},
    )


_counted = cache.kept(staircase_moves.move_counts)
_streams = cache.kept(staircase_moves.flows)
_found = cache.kept(movers.movers)
