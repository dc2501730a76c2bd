"""The parts of the staircase page that depend on its year: moves, follow-up list, map, numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pandas as pd
import streamlit as st

from utils.figures import flow, follow_rows, stair_rows, stair_sentence
from utils.measures import enrolled, follow_up, moves
from utils.measures.tallies import LaoGrouping
from utils.screen import (
    cache,
    components,
    link,
    params,
    stage,
    stair_groups,
    stair_lists,
    stair_time,
    stairs,
    tables,
)
from utils.screen.components import Chart
from utils.screen.stairs import View


def prepare(seen: View) -> None:
    """Compute what the part shown first shows, and keep it."""
    if seen.covered and seen.whole.covers(seen.year - 1):
        _flow(seen)
        _moved(seen, next(by for by in get_args(LaoGrouping) if by == params.BY.default))


def draw(part: str, seen: View) -> str | None:
    """Draw one part of the page; return the province that was clicked."""
    parts: dict[str, Callable[[View], str | None]] = {
        "moves": _moves,
        "groups": stair_groups.draw,
        "follow": _follow,
        "time": stair_time.durations,
        "cohorts": stair_time.cohorts,
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
    about = stairs.about(seen, say("moves.base_note"))
    with tables.folded(
        say("moves.flow_table"), key="flow_table", instead_of=(stair_lists.MOVERS,)
    ) as opened:
        if opened:
            tables.show(
                stair_rows.flows(_streams(seen.here, seen.year), seen.year, say),
                say,
                name=stairs.file_name(seen, "flows"),
                key="flow_rows",
                about=about,
            )
    stair_lists.who_moved(seen)
    by = stair_groups.choose(seen)
    st.caption(say("moves.base_note"))
    tables.plain(
        _moved(seen, by),
        say,
        name=stairs.file_name(seen, f"moves_by_{by}"),
        key="moves_rows",
        about=about,
    )


@cache.kept
def _flow(seen: View) -> Chart:
    found = _streams(seen.here, seen.year)
    shown = flow.flow(found, stairs.levels(seen), seen.year, seen.words, fictitious=seen.fictitious)
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
    names = stair_groups.names(counts, by, seen)
    return stair_rows.moves(counts, names, say(f"by.{by}"), say)


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
    told = stairs.brief(seen)
    if told.nobody:
        st.info(say("stair.nobody_in_year", year=seen.year))
        return
    if told.longer is None:
        st.info(stair_sentence.longer_unknown(told, say))
        return
    found = _listed(seen.here, seen.year, seen.threshold_years)
    definition = say("follow.lead", n=len(found), year=seen.year, rule=stairs.rule(seen))
    st.markdown(definition)
    unsure = stair_sentence.perhaps(told, say)
    if unsure:
        st.caption(unsure)
    if found.empty:
        return
    provinces = cache.table("provinces")
    shown = follow_rows.follow_up(found, provinces, seen.whole.register, say)
    tables.show(
        shown,
        say,
        name=stairs.file_name(seen, f"follow_up_{seen.year}"),
        key="follow_rows",
        about=stairs.about(seen, definition),
        links={say("column.province"): stairs.to_provinces(found["province_code"], seen)},
    )


_listed = cache.kept(follow_up.follow_up)
_counted = cache.kept(moves.move_counts)
_streams = cache.kept(moves.flows)


def _map(seen: View) -> str | None:
    say = seen.words
    st.header(say("stage.title", year=seen.year), anchor=False)
    st.caption(say("stage.note"))
    picked = components.mount("map", stage.picture(seen), key="stage_map")
    stair_lists.stage_shares(seen)
    with tables.folded(say("map.table"), key="stage_table") as opened:
        if opened:
            stage.table(seen)
    return picked


def _enrolled(seen: View) -> None:
    say = seen.words
    st.header(say("enrolled.title", year=seen.year), anchor=False)
    st.caption(say("enrolled.note"))
    check = enrolled.areas_check(seen.whole)
    verdict = "agrees" if check.agrees else "differs"
    found = enrolled.against_denominators(seen.whole, cache.table("lao_denominators"), seen.year)
    tables.plain(
        stair_rows.denominators(found, say, fictitious=seen.fictitious),
        say,
        name=stairs.file_name(seen, "enrolled"),
        key="enrolled_rows",
        about=stairs.about(seen, say("enrolled.note")),
    )
    st.markdown(
        say(
            f"enrolled.check_{verdict}",
            ever=check.ever,
            published=check.published,
            kind=say("fictitious.in_brackets") if seen.fictitious else "",
        )
    )
