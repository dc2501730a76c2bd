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
from utils.screen.staircase.view import View

MOVERS = "movers"


def who_moved(seen: View) -> None:
    """Fold the list of who moved, with its choice of a move; a link that names one unfolds it."""
    say = seen.words
    if link.value(params.MOVE) != params.MOVE.default:
        st.session_state.setdefault(MOVERS, True)
    others = ("flow_table", "stair_table")
    with tables.folded(say("movers.title"), key=MOVERS, instead_of=others) as opened:
        if opened:
            _list(seen)


def _list(seen: View) -> None:
    say = seen.words
    key, write = link.follow(params.MOVE, "staircase")
    st.selectbox(
        say("movers.filter"),
        params.MOVE.options,
        format_func=lambda code: say("movers.all" if code == "all" else f"move.{code}"),
        key=key,
        on_change=write,
        width=320,
    )
    code = link.value(params.MOVE)
    move = next((one for one in MOVES if one == code), None)
    found = _found(seen.here, seen.year, move)
    lead = say("movers.lead", n=len(found), before=seen.year - 1, year=seen.year)
    st.caption(lead)
    if found.empty:
        return
    provinces = cache.table("provinces")
    tables.show(
        staircase_lists_figure.movers(found, provinces, seen.whole.register, seen.year, say),
        say,
        name=staircase_view.file_name(seen, f"who_moved_{seen.year}"),
        key="movers_rows",
        about=staircase_view.about(seen, lead),
        links={say("column.province"): staircase_view.to_provinces(found["province_code"], seen)},
    )


def stage_shares(seen: View) -> None:
    """Draw how many provinces of the area stand on each stage; by centre cities if they are real.

    Real centre cities have no place on fictitious tables.
    """
    say, named = seen.words, _shares(seen)
    note = say("stage_share.note") if seen.fictitious else say("stage_share.note_centre")
    st.caption(note)
    tables.plain(
        staircase_lists_figure.shares(named, say),
        say,
        name=staircase_view.file_name(seen, f"stage_shares_{seen.year}"),
        key="shares_rows",
        about=staircase_view.about(seen, note),
        file=staircase_lists_figure.shares_file(named, say),
    )


@cache.kept
def _shares(seen: View) -> dict[str, pd.DataFrame]:
    """Return the shares of stages by what they are called."""
    say, codes = seen.words, list(seen.chosen.codes)
    best = stages.province_stages(seen.whole, seen.year).loc[codes]
    shares = stages.stage_shares(best)
    heading = "column.stage_best_fictitious" if seen.fictitious else "column.stage_best"
    named = {say(heading, n=shares["base"].iloc[0]): shares}
    if not seen.fictitious:
        centres = stages.centre_stages(seen.whole, cache.table("centre_cities"), seen.year)
        named[say("column.stage_centre")] = stages.stage_shares(centres.loc[codes])
    return named


_found = cache.kept(movers.movers)
