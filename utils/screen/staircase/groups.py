"""Steps by group: how many LAOs of each region, office, type or pathway are on each step."""

from __future__ import annotations

from typing import cast

import pandas as pd
import streamlit as st

from utils.figures.staircase import lists as staircase_lists_figure
from utils.figures.staircase import rows as staircase_rows
from utils.measures.coverage.groups import Grouping
from utils.measures.staircase.distribution import distribution
from utils.measures.staircase.tallies import LaoGrouping
from utils.screen import params
from utils.screen.app import cache, filters, link, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import View
from utils.tables.declared.place_columns import LAO_TYPES
from utils.tables.declared.staircase_columns import PATHWAY


def draw(seen: View) -> None:
    """Draw the steps by group in the chosen year, and fold the steps of every year beneath."""
    say = seen.words
    st.header(say("groups.title", year=seen.year), anchor=False)
    by = choose(seen)
    counts = _counted(seen.here, by, groups=_groups(seen, by))
    counts = counts[counts["fiscal_year_be"] == seen.year]
    if counts.empty:
        st.info(say("stair.nobody"))
        return
    named = names(counts, by, seen)
    table = (counts, "group", named, say(f"by.{by}"), say)
    st.caption(say("groups.note"))
    tables.plain(
        staircase_lists_figure.steps_by(*table),
        say,
        name=staircase_view.file_name(seen, f"steps_by_{by}_{seen.year}"),
        key="groups_rows",
        about=staircase_view.about(seen, say("groups.note")),
        file=staircase_lists_figure.steps_file(*table),
    )
    with tables.folded(say("groups.years"), key="years_table") as opened:
        if opened:
            _years(seen)


def choose(seen: View) -> LaoGrouping:
    """Offer what to group LAOs by; return what is chosen."""
    say = seen.words
    key, write = link.follow(params.BY, "staircase")
    st.selectbox(
        say("overview.groups"),
        params.BY.options,
        format_func=lambda name: say(f"by.{name}"),
        key=key,
        on_change=write,
        width=320,
    )
    return cast("LaoGrouping", link.value(params.BY))


def names(counts: pd.DataFrame, by: LaoGrouping, seen: View) -> dict[object, str]:
    """Return what the groups of a table are called, by code; the unknown has no name."""
    return {code: _name(code, by, seen) for code in counts["group"].dropna().unique()}


def _name(code: str | int, by: LaoGrouping, seen: View) -> str:
    say = seen.words
    if by == "lao_type":
        return staircase_rows.lao_type(str(code), say)
    if by == "pathway":
        return say(f"pathway.{code}")
    grouping: Grouping = "region4" if by == "regional_network" else by
    return filters.group_name(code, grouping, say)


def _years(seen: View) -> None:
    say = seen.words
    counts = _counted(seen.here)
    years = {year: str(year) for year in counts["fiscal_year_be"].unique()}
    table = (counts, "fiscal_year_be", years, say("column.year"), say)
    tables.show(
        staircase_lists_figure.steps_by(*table),
        say,
        name=staircase_view.file_name(seen, "steps_by_year"),
        key="years_rows",
        about=staircase_view.about(seen, say("groups.note")),
        file=staircase_lists_figure.steps_file(*table),
    )


def _groups(seen: View, by: LaoGrouping) -> tuple[str | int, ...]:
    """Return the groups that LAOs of the chosen areas may stand in, in reading order."""
    if by == "lao_type":
        return tuple(choice.code for choice in LAO_TYPES)
    if by == "pathway":
        return tuple(choice.code for choice in PATHWAY.choices)
    provinces = cache.table("provinces")
    here = provinces[provinces["province_code"].isin(seen.chosen.codes)]
    column = "region4" if by == "regional_network" else by
    return tuple(sorted(here[column].dropna().unique()))


_counted = cache.kept(distribution)
