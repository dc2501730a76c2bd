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
from utils.screen.staircase.view import StaircaseView


def prepare(view: StaircaseView) -> None:
    """Compute what the part shown first shows, and keep it."""
    if view.covered and view.whole.covers(view.year - 1):
        _flow(view)
        _moved(view, next(by for by in get_args(LaoGrouping) if by == params.BY.default))


def draw(part: str, view: StaircaseView) -> str | None:
    """Draw one part of the page; return the province that was clicked."""
    parts: dict[str, Callable[[StaircaseView], str | None]] = {
        "moves": _moves,
        "groups": staircase_groups.draw,
        "follow": _follow,
        "time": over_time.durations,
        "cohorts": over_time.cohorts,
        "map": _map,
        "enrolled": _enrolled,
    }
    if part not in {"time", "cohorts"} and not view.covered:
        return None  # said above the steps
    return parts[part](view)


def _moves(view: StaircaseView) -> None:
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
    with tables.folded(
        words("moves.flow_table"), key="flow_table", instead_of=(staircase_lists_part.MOVERS,)
    ) as opened:
        if opened:
            tables.show(
                staircase_rows.flows(_streams(view.here, view.year), view.year, words),
                words,
                name=staircase_view.file_name(view, "flows"),
                key="flow_rows",
                about=about,
            )
    staircase_lists_part.who_moved(view)
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


def _follow(view: StaircaseView) -> None:
    words = view.words
    st.header(words("follow.title", year=view.year), anchor=False)
    key, write = link.follow(params.LONGER, "staircase")
    st.selectbox(
        words("follow.threshold"),
        params.LONGER.options,
        format_func=lambda code: (
            words("follow.usual_short") if code == "usual" else words("follow.own", n=code)
        ),
        key=key,
        on_change=write,
        width=420,
    )
    told = staircase_view.brief(view)
    if told.nobody:
        st.info(words("stair.nobody_in_year", year=view.year))
        return
    if told.longer is None:
        st.info(staircase_sentence.longer_unknown(told, words))
        return
    found = _listed(view.here, view.year, view.threshold_years)
    definition = words("follow.lead", n=len(found), year=view.year, rule=staircase_view.rule(view))
    st.markdown(definition)
    unsure = staircase_sentence.perhaps(told, words)
    if unsure:
        st.caption(unsure)
    if found.empty:
        return
    provinces = cache.table("provinces")
    shown = follow_rows.follow_up(found, provinces, view.whole.register, words)
    tables.show(
        shown,
        words,
        name=staircase_view.file_name(view, f"follow_up_{view.year}"),
        key="follow_rows",
        about=staircase_view.about(view, definition),
        links={words("column.province"): staircase_view.to_provinces(found["province_code"], view)},
    )


_listed = cache.kept(follow_up.follow_up)
_counted = cache.kept(staircase_moves.move_counts)
_streams = cache.kept(staircase_moves.flows)


def _map(view: StaircaseView) -> str | None:
    words = view.words
    st.header(words("stage.title", year=view.year), anchor=False)
    st.caption(words("stage.note"))
    picked = components.mount("map", staircase_stage_map_part.picture(view), key="stage_map")
    staircase_lists_part.stage_shares(view)
    with tables.folded(words("map.table"), key="stage_table") as opened:
        if opened:
            staircase_stage_map_part.table(view)
    return picked


def _enrolled(view: StaircaseView) -> None:
    words = view.words
    st.header(words("enrolled.title", year=view.year), anchor=False)
    st.caption(words("enrolled.note"))
    check = enrolled.areas_check(view.whole)
    verdict = "agrees" if check.agrees else "differs"
    found = enrolled.against_denominators(view.whole, cache.table("lao_denominators"), view.year)
    tables.plain(
        staircase_rows.denominators(found, words, fictitious=view.fictitious),
        words,
        name=staircase_view.file_name(view, "enrolled"),
        key="enrolled_rows",
        about=staircase_view.about(view, words("enrolled.note")),
    )
    st.markdown(
        words(
            f"enrolled.check_{verdict}",
            ever=check.ever,
            published=check.published,
            kind=words("fictitious.in_brackets") if view.fictitious else "",
        )
    )
