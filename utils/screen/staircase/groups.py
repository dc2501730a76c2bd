"""Steps by group: how many LAOs of each region, office, type or pathway are on each step."""

from __future__ import annotations

from typing import cast, get_args

import pandas as pd
import streamlit as st

from utils.figures.staircase import rows as staircase_rows
from utils.measures.coverage.groups import Grouping
from utils.measures.staircase.distribution import distribution
from utils.measures.staircase.group_counts import LaoGrouping
from utils.screen.app import cache, filters, link, tables
from utils.screen.app.link import Param
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView
from utils.tables.declared.enrolment import PATHWAY, REGIONAL_NETWORK
from utils.tables.declared.places import LAO_TYPES

BY = Param(name="by", options=get_args(LaoGrouping), default="region4", label="overview.groups")


def draw(view: StaircaseView) -> None:
    """Draw the steps by group in the chosen year; fold those of every year beneath."""
    words = view.words
    st.header(words("staircase.groups.title", year=view.year), anchor=False)
    by = choose(view)
    counts = _step_counts(view.selected, by, groups=_groups(view, by))
    counts = counts[counts["fiscal_year_be"] == view.year]
    if counts.empty:
        st.info(words("staircase.nobody"))
        return
    names = group_names(counts, by, view)
    table = (counts, "group", names, words(f"grouping.{by}"), words)
    reported = " · ".join(staircase_view.reported_note(view))
    st.caption(f"{words('staircase.groups.note')}  \n{reported}")
    tables.plain(
        staircase_rows.steps_by(*table),
        words,
        name=staircase_view.file_name(view, f"steps_by_{by}_{view.year}"),
        invented=view.fictitious,
        key="groups_rows",
        about=staircase_view.about(view, words("staircase.groups.note")),
        file=staircase_rows.steps_file(*table),
    )
    with tables.folded(words("staircase.groups.years"), key="years_table") as opened:
        if opened:
            _draw_years(view)


def choose(view: StaircaseView) -> LaoGrouping:
    """Offer the groupings of LAOs; return the chosen one."""
    words = view.words
    key, write = link.follow(BY, "staircase")
    st.selectbox(
        words(BY.label),
        BY.options,
        format_func=lambda name: words(f"grouping.{name}"),
        key=key,
        on_change=write,
        width=320,
    )
    return cast("LaoGrouping", link.value(BY))


def group_names(counts: pd.DataFrame, by: LaoGrouping, view: StaircaseView) -> dict[object, str]:
    """Return the names of a table's groups by code; the unknown group has none."""
    return {code: _group_name(code, by, view) for code in counts["group"].dropna().unique()}


def _group_name(code: str | int, by: LaoGrouping, view: StaircaseView) -> str:
    words = view.words
    if by == "lao_type":
        return staircase_rows.lao_type(str(code), words)
    if by == "pathway":
        return words(f"pathway.{code}")
    if by == "regional_network":
        return REGIONAL_NETWORK.label(str(code), words.lang)
    grouping: Grouping = by
    return filters.group_name(code, grouping, words)


def _draw_years(view: StaircaseView) -> None:
    words = view.words
    counts = _step_counts(view.selected)
    years = {year: str(year) for year in counts["fiscal_year_be"].unique()}
    table = (counts, "fiscal_year_be", years, words("column.year"), words)
    tables.show(
        staircase_rows.steps_by(*table),
        words,
        name=staircase_view.file_name(view, "steps_by_year"),
        invented=view.fictitious,
        key="years_rows",
        about=staircase_view.about(view, words("staircase.groups.note")),
        file=staircase_rows.steps_file(*table),
    )


def _groups(view: StaircaseView, by: LaoGrouping) -> tuple[str | int, ...]:
    """Return the groups of the chosen area that have reported the year, in reading order.

    One of them without LAOs is a known 0; of a group that is silent nothing is known.
    """
    if by == "lao_type":
        return tuple(choice.code for choice in LAO_TYPES)
    if by == "pathway":
        return tuple(choice.code for choice in PATHWAY.choices)
    provinces = cache.table("provinces")
    told = view.selected.told(view.year)["told"]
    known = told.index[told != "not_reported"]
    in_area = provinces[provinces["province_code"].isin(known)]
    column = "region4" if by == "regional_network" else by
    return tuple(sorted(in_area[column].dropna().unique()))


_step_counts = cache.kept(distribution)
