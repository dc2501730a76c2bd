"""Moves on the staircase between two years: how many, and who."""

from __future__ import annotations

from typing import get_args

import pandas as pd
import streamlit as st

from utils.figures.staircase import flow, sentences
from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import moves as move_measures
from utils.measures.staircase.group_counts import LaoGrouping
from utils.measures.staircase.moves import MOVES
from utils.screen.app import cache, components, link, tables
from utils.screen.app.components import Chart
from utils.screen.app.link import Param
from utils.screen.staircase import groups as staircase_groups
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

MOVERS = "movers"
MOVE = Param(name="move", options=("all", *MOVES), default="up", label="moves.list_filter")


def prepare(view: StaircaseView) -> None:
    """Compute and cache what the part shows first."""
    if view.covered and view.whole.covers(view.year - 1):
        _flow_chart(view)
        _moves_by(
            view, next(one for one in get_args(LaoGrouping) if one == staircase_groups.BY.default)
        )


def draw(view: StaircaseView) -> None:
    """Draw the moves since the year before: the flow, who moved, and how many in each group."""
    words = view.words
    st.header(words("moves.title", before=view.year - 1, year=view.year), anchor=False)
    if not view.whole.covers(view.year - 1):
        st.info(words("staircase.no_year_before"))
        return
    brief = staircase_view.brief(view)
    if brief.unreported or brief.unreported_before:
        st.info(
            sentences.unreported(brief, words)
            if brief.unreported
            else sentences.no_moves(brief, words)
        )
        return
    if _flows(view.selected, view.year).empty:
        st.info(words("moves.nobody", before=view.year - 1, year=view.year))
        return
    components.chart(_flow_chart(view), key="flow", about=staircase_view.drawn(view))
    about = staircase_view.about(view, words("moves.base_note"))
    with tables.folded(words("moves.flow_table"), key="flow_table", instead_of=(MOVERS,)) as opened:
        if opened:
            tables.show(
                staircase_rows.flows(_flows(view.selected, view.year), view.year, words),
                words,
                name=staircase_view.file_name(view, "flows"),
                invented=view.fictitious,
                key="flow_rows",
                about=about,
            )
    _who_moved(view)
    by = staircase_groups.choose(view)
    st.caption(words("moves.base_note"))
    tables.plain(
        _moves_by(view, by),
        words,
        name=staircase_view.file_name(view, f"moves_by_{by}"),
        invented=view.fictitious,
        key="moves_rows",
        about=about,
    )


@cache.kept
def _flow_chart(view: StaircaseView) -> Chart:
    flows = _flows(view.selected, view.year)
    figure = flow.flow(
        flows, staircase_view.levels(view), view.year, view.words, fictitious=view.fictitious
    )
    return Chart(
        figure=figure,
        said=view.before + flow.description(flows, view.year, view.words),
        legend=flow.legend(view.words),
    )


@cache.kept
def _moves_by(view: StaircaseView, by: LaoGrouping) -> pd.DataFrame:
    words = view.words
    counts = _move_counts(view.selected, by)
    counts = counts[counts["fiscal_year_be"] == view.year]
    names = staircase_groups.group_names(counts, by, view)
    return staircase_rows.moves(counts, names, words(f"grouping.{by}"), words)


def _who_moved(view: StaircaseView) -> None:
    """Fold the list of who moved, by a chosen move; a link that names a move unfolds it."""
    words = view.words
    if link.value(MOVE) != MOVE.default:
        st.session_state.setdefault(MOVERS, True)
    heavy = ("flow_table", "stair_table")
    with tables.folded(words("moves.list_title"), key=MOVERS, instead_of=heavy) as opened:
        if opened:
            _list_movers(view)


def _list_movers(view: StaircaseView) -> None:
    words = view.words
    key, write = link.follow(MOVE, "staircase")
    st.selectbox(
        words(MOVE.label),
        MOVE.options,
        format_func=lambda code: words("moves.list_all" if code == "all" else f"move.{code}"),
        key=key,
        on_change=write,
        width=320,
    )
    code = link.value(MOVE)
    move = next((move for move in MOVES if move == code), None)
    laos = _movers(view.selected, view.year, move)
    lead = view.before + words("moves.list_lead", n=len(laos), before=view.year - 1, year=view.year)
    st.caption(lead)
    if laos.empty:
        return
    provinces = cache.table("provinces")
    tables.show(
        staircase_rows.movers(laos, provinces, view.whole.register, view.year, words),
        words,
        name=staircase_view.file_name(view, f"who_moved_{view.year}"),
        invented=view.fictitious,
        key="movers_rows",
        about=staircase_view.about(view, lead),
        links={
            words("column.province"): staircase_view.province_links(laos["province_code"], view)
        },
    )


_move_counts = cache.kept(move_measures.move_counts)
_flows = cache.kept(move_measures.flows)
_movers = cache.kept(move_measures.movers)
