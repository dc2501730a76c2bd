"""The staircase's lists: who moved, one by one, and how many provinces stand on each stage."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures.staircase import lists as staircase_lists_figure
from utils.measures.staircase import movers, stages
from utils.measures.staircase.moves import MOVES
from utils.screen import params
from utils.screen.app import cache, link, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

MOVERS = "movers"


def who_moved(view: StaircaseView) -> None:
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


def stage_shares(view: StaircaseView) -> None:
    """Draw how many provinces of the area stand on each stage; by centre cities if they are real.

    Real centre cities have no place on fictitious tables.
    """
    words, named = view.words, _shares(view)
    note = words("stage_share.note") if view.fictitious else words("stage_share.note_centre")
    st.caption(note)
    tables.plain(
        staircase_lists_figure.shares(named, words),
        words,
        name=staircase_view.file_name(view, f"stage_shares_{view.year}"),
        key="shares_rows",
        about=staircase_view.about(view, note),
        file=staircase_lists_figure.shares_file(named, words),
    )


@cache.kept
def _shares(view: StaircaseView) -> dict[str, pd.DataFrame]:
    """Return the shares of stages by what they are called."""
    words, codes = view.words, list(view.chosen.codes)
    best = stages.province_stages(view.whole, view.year).loc[codes]
    shares = stages.stage_shares(best)
    heading = "column.stage_best_fictitious" if view.fictitious else "column.stage_best"
    named = {words(heading, n=shares["base"].iloc[0]): shares}
    if not view.fictitious:
        centres = stages.centre_stages(view.whole, cache.table("centre_cities"), view.year)
        named[words("column.stage_centre")] = stages.stage_shares(centres.loc[codes])
    return named


_found = cache.kept(movers.movers)
