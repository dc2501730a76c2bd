"""The staircase on the other pages: a province's LAOs, and what the overview says."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures import rows, stair_rows, step_timeline
from utils.measures import stages
from utils.measures.staircase import Staircase
from utils.screen import cache, components, staircase, stairs, tables
from utils.screen.components import Chart
from utils.screen.filters import Filters
from utils.screen.stairs import View


def enrolled(chosen: Filters, code: str) -> None:
    """Draw the steps of a province's LAOs by year, apart from its awards; nothing without a table.

    `code`: the province's code.
    """
    seen, say = stairs.view(chosen), chosen.words
    if seen.whole.is_empty:
        return
    st.header(say("province.stairs"), anchor=False)
    staircase.notice(seen)
    found = _of_province(seen.whole, code)
    if found.empty:
        st.info(say("province.no_stairs"))
        return
    components.chart(_timeline(seen, code), key="step_timeline")
    with tables.folded(say("step_year.table"), key="step_years") as opened:
        if opened:
            shown = stair_rows.step_years(found.assign(name=_names(found, seen)), say)
            definition = say("step_year.alt", n=found["lao_id"].nunique())
            tables.show(
                shown,
                say,
                name=stairs.file_name(seen, "province_steps"),
                key="step_years_rows",
                about=stairs.about(seen, definition),
            )


def on_overview(chosen: Filters) -> None:
    """Say how many LAOs are on the staircase, from a real table that reaches the year, only."""
    seen = stairs.view(chosen)
    count = stairs.brief(seen).enrolled
    if not seen.fictitious and count is not None:
        st.markdown(chosen.words("overview.enrolled", year=seen.year, n=count))


@cache.kept
def _of_province(whole: Staircase, code: str) -> pd.DataFrame:
    years = whole.years
    return years[years["enrolled"] & (years["province_code"] == code)]


def _names(found: pd.DataFrame, seen: View) -> pd.Series:
    return rows.municipality_names(found["lao_id"], seen.whole.register, seen.words)


@cache.kept
def _timeline(seen: View, code: str) -> Chart:
    say, whole = seen.words, seen.whole
    found = _of_province(whole, code)
    stage = stages.province_stages(whole, seen.year).loc[code]
    return Chart(
        lead=say("step_year.stage", year=seen.year, stage=say(f"stage.{stage['stage']}")),
        figure=step_timeline.timeline(
            found.assign(name=_names(found, seen)),
            (whole.first_year_be, whole.last_year_be),
            say,
            fictitious=seen.fictitious,
        ),
        said=say("step_year.alt", n=found["lao_id"].nunique()),
        notes=tuple(stairs.held(seen)),
    )
