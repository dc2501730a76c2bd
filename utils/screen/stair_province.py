"""The staircase on the other pages: a province's LAOs, and what the overview says."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures import evidence_rows, rows, stair_rows, step_timeline
from utils.measures import stages
from utils.measures.staircase import Staircase
from utils.screen import cache, components, stair_years, staircase, stairs, tables
from utils.screen.components import Chart
from utils.screen.filters import Filters
from utils.screen.stairs import View
from utils.words import Words


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
    if not seen.covered:
        stair_years.missing(seen, "province")
    components.chart(_timeline(seen.whole, seen.year, code, say), key="step_timeline")
    with tables.folded(say("step_year.table"), key="step_years") as opened:
        if opened:
            shown = stair_rows.step_years(found.assign(name=_names(found, seen.whole, say)), say)
            definition = say("step_year.alt", n=found["lao_id"].nunique())
            tables.show(
                shown,
                say,
                name=stairs.file_name(seen, "province_steps"),
                key="step_years_rows",
                about=stairs.about(seen, definition),
            )
    _evidence(seen, code)


def _evidence(seen: View, code: str) -> None:
    """Fold what the province's LAOs have in evidence for the steps; nothing where none is loaded.

    The table's name says so where it is invented.
    """
    say, whole = seen.words, seen.whole
    found = _evidence_of(whole, code)
    if found.empty:
        return
    kind = say("fictitious.in_brackets") if seen.fictitious else ""
    with tables.folded(say("evidence.table", kind=kind), key="step_evidence") as opened:
        if opened:
            tables.show(
                evidence_rows.evidence(found.assign(name=_names(found, whole, say)), say),
                say,
                name=stairs.file_name(seen, "province_evidence"),
                key="step_evidence_rows",
                about=stairs.about(seen, say("evidence.about")),
            )


def on_overview(chosen: Filters) -> None:
    """Say how many LAOs are on the staircase, from a real table only.

    At the end of the chosen year, or of the table's last where it does not hold that year.
    """
    seen, say = stairs.view(chosen), chosen.words
    if seen.fictitious or seen.whole.is_empty:
        return
    told = stairs.brief(seen) if seen.covered else stairs.latest(seen)
    count = say("overview.enrolled", year=told.fiscal_year_be, n=told.enrolled)
    st.markdown(count if seen.covered else f"{count} · {stair_years.gap(seen)}")


@cache.kept
def _of_province(whole: Staircase, code: str) -> pd.DataFrame:
    years = whole.years
    return years[years["enrolled"] & (years["province_code"] == code)]


@cache.kept
def _evidence_of(whole: Staircase, code: str) -> pd.DataFrame:
    laos = whole.register.loc[whole.register["province_code"] == code, "lao_id"]
    return whole.evidence[whole.evidence["lao_id"].isin(laos)]


def _names(found: pd.DataFrame, whole: Staircase, say: Words) -> pd.Series:
    return rows.municipality_names(found["lao_id"], whole.register, say)


def _centre(whole: Staircase, year: int, code: str, say: Words) -> str:
    """Return the stage of the centre city in words; nothing on fictitious tables or outside."""
    if whole.fictitious or not cache.province(code)["in_target"]:
        return ""
    found = stages.centre_stages(whole, cache.table("centre_cities"), year).loc[code]
    return say("step_year.centre", stage=say(f"stage_share.{found['stage']}"))


def _stage_rows(whole: Staircase, code: str, say: Words) -> list[pd.DataFrame]:
    """Return the rows of stages by year: of the province, and of a real table's centre city."""
    if not cache.province(code)["in_target"]:
        return []
    lists = [None] if whole.fictitious else [None, cache.table("centre_cities")]
    names = (say("step_year.row_province"), say("step_year.row_centre"))
    found = [stages.stage_years(whole, code, centres) for centres in lists]
    shown = zip(found, step_timeline.STAGE_ROWS, names, strict=False)
    return [step_timeline.of_stage(*one) for one in shown if len(one[0])]


@cache.kept
def _timeline(whole: Staircase, year: int, code: str, say: Words) -> Chart:
    found = _of_province(whole, code)
    found = found.assign(name=_names(found, whole, say))
    stage = stages.province_stages(whole, year).loc[code]
    lead = say("step_year.stage", year=year, stage=say(f"stage.{stage['stage']}"))
    return Chart(
        lead=lead + _centre(whole, year, code, say),
        figure=step_timeline.timeline(
            pd.concat([*_stage_rows(whole, code, say), found]),
            (whole.first_year_be, whole.last_year_be),
            say,
            fictitious=whole.fictitious,
        ),
        said=say("step_year.alt", n=found["lao_id"].nunique()),
        legend=step_timeline.legend(found, say),
        notes=tuple(stairs.held(whole, say)),
    )
