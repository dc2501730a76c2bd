"""The parts of the staircase page that depend on its year: moves, follow-up list, map, numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pandas as pd
import streamlit as st

from utils.figures.staircase import flow, follow_rows
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import sentence as staircase_sentence
from utils.measures.staircase import enrolled, follow_up
from utils.measures.staircase import moves as staircase_moves
from utils.measures.staircase.tallies import LaoGrouping
from utils.screen import params
from utils.screen.app import cache, components, link, tables
from utils.screen.app.components import Chart
from utils.screen.staircase import groups as staircase_groups
from utils.screen.staircase import lists as staircase_lists_part
from utils.screen.staircase import over_time
from utils.screen.staircase import stage_map as staircase_stage_map_part
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import View


def prepare(seen: View) -> None:
    """Compute what the part shown first shows, and keep it."""
    if seen.covered and seen.whole.covers(seen.year - 1):
        _flow(seen)
        _moved(seen, next(by for by in get_args(LaoGrouping) if by == params.BY.default))


def draw(part: str, seen: View) -> str | None:
    """Draw one part of the page; return the province that was clicked."""
    parts: dict[str, Callable[[View], str | None]] = {
        "moves": _moves,
        "groups": staircase_groups.draw,
        "follow": _follow,
        "time": over_time.durations,
        "cohorts": over_time.cohorts,
        "map": _map,
        "enrolled": _enrolled,
    }
    if part not in {"time", "cohorts"} and not seen.covered:
        return None  # said above the steps
    return parts[part](seen)


def _moves(seen: View) -> None:
    say = seen.words
    st.header(say("moves.title", before=seen.year - 1, year=seen.year), anchor=False)
    if not seen.whole.covers(seen.year - 1):
        st.info(say("stair.no_year_before"))
        return
    if _streams(seen.here, seen.year).empty:
        st.info(say("moves.nobody", before=seen.year - 1, year=seen.year))
        return
    components.chart(_flow(seen), key="flow")
    about = staircase_view.about(seen, say("moves.base_note"))
    with tables.folded(
        say("moves.flow_table"), key="flow_table", instead_of=(staircase_lists_part.MOVERS,)
    ) as opened:
        if opened:
            tables.show(
                staircase_rows.flows(_streams(seen.here, seen.year), seen.year, say),
                say,
                name=staircase_view.file_name(seen, "flows"),
                key="flow_rows",
                about=about,
            )
    staircase_lists_part.who_moved(seen)
    by = staircase_groups.choose(seen)
    st.caption(say("moves.base_note"))
    tables.plain(
        _moved(seen, by),
        say,
        name=staircase_view.file_name(seen, f"moves_by_{by}"),
        key="moves_rows",
        about=about,
    )


@cache.kept
def _flow(seen: View) -> Chart:
    found = _streams(seen.here, seen.year)
    shown = flow.flow(
        found, staircase_view.levels(seen), seen.year, seen.words, fictitious=seen.fictitious
    )
    return Chart(
        figure=shown,
        said=flow.said(found, seen.year, seen.words),
        legend=flow.legend(seen.words),
    )


@cache.kept
def _moved(seen: View, by: LaoGrouping) -> pd.DataFrame:
    say = seen.words
    counts = _counted(seen.here, by)
    counts = counts[counts["fiscal_year_be"] == seen.year]
    names = staircase_groups.names(counts, by, seen)
    return staircase_rows.moves(counts, names, say(f"by.{by}"), say)


def _follow(seen: View) -> None:
    say = seen.words
    st.header(say("follow.title", year=seen.year), anchor=False)
    key, write = link.follow(params.LONGER, "staircase")
    st.selectbox(
        say("follow.threshold"),
        params.LONGER.options,
        format_func=lambda code: (
            say("follow.usual_short") if code == "usual" else say("follow.own", n=code)
        ),
        key=key,
        on_change=write,
        width=420,
    )
    told = staircase_view.brief(seen)
    if told.nobody:
        st.info(say("stair.nobody_in_year", year=seen.year))
        return
    if told.longer is None:
        st.info(staircase_sentence.longer_unknown(told, say))
        return
    found = _listed(seen.here, seen.year, seen.threshold_years)
    definition = say("follow.lead", n=len(found), year=seen.year, rule=staircase_view.rule(seen))
    st.markdown(definition)
    unsure = staircase_sentence.perhaps(told, say)
    if unsure:
        st.caption(unsure)
    if found.empty:
        return
    provinces = cache.table("provinces")
    shown = follow_rows.follow_up(found, provinces, seen.whole.register, say)
    tables.show(
        shown,
        say,
        name=staircase_view.file_name(seen, f"follow_up_{seen.year}"),
        key="follow_rows",
        about=staircase_view.about(seen, definition),
        links={say("column.province"): staircase_view.to_provinces(found["province_code"], seen)},
    )


_listed = cache.kept(follow_up.follow_up)
_counted = cache.kept(staircase_moves.move_counts)
_streams = cache.kept(staircase_moves.flows)


def _map(seen: View) -> str | None:
    say = seen.words
    st.header(say("stage.title", year=seen.year), anchor=False)
    st.caption(say("stage.note"))
    picked = components.mount("map", staircase_stage_map_part.picture(seen), key="stage_map")
    staircase_lists_part.stage_shares(seen)
    with tables.folded(say("map.table"), key="stage_table") as opened:
        if opened:
            staircase_stage_map_part.table(seen)
    return picked


def _enrolled(seen: View) -> None:
    say = seen.words
    st.header(say("enrolled.title", year=seen.year), anchor=False)
    st.caption(say("enrolled.note"))
    check = enrolled.areas_check(seen.whole)
    verdict = "agrees" if check.agrees else "differs"
    found = enrolled.against_denominators(seen.whole, cache.table("lao_denominators"), seen.year)
    tables.plain(
        staircase_rows.denominators(found, say, fictitious=seen.fictitious),
        say,
        name=staircase_view.file_name(seen, "enrolled"),
        key="enrolled_rows",
        about=staircase_view.about(seen, say("enrolled.note")),
    )
    st.markdown(
        say(
            f"enrolled.check_{verdict}",
            ever=check.ever,
            published=check.published,
            kind=say("fictitious.in_brackets") if seen.fictitious else "",
        )
    )
