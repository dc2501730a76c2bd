"""The staircase on the other pages: a province's LAOs, and what the overview says."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures import rows
from utils.figures.staircase import evidence_rows
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import timeline as staircase_timeline
from utils.measures.staircase import stages
from utils.measures.staircase.record import Staircase
from utils.screen.app import cache, components, tables
from utils.screen.app.components import Chart
from utils.screen.app.filters import Filters
from utils.screen.staircase import missing_year
from utils.screen.staircase import page as staircase_page
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import View
from utils.words import Words


def enrolled(chosen: Filters, code: str) -> None:
    """Draw the steps of a province's LAOs by year, apart from its awards; nothing without a table.

    `code`: the province's code.
    """
    seen, say = staircase_view.view(chosen), chosen.words
    if seen.whole.is_empty:
        return
    st.header(say("province.stairs"), anchor=False)
    staircase_page.notice(seen)
    found = _of_province(seen.whole, code)
    if found.empty:
        st.info(say("province.no_stairs"))
        return
    if not seen.covered:
        missing_year.missing(seen, "province")
    components.chart(_timeline(seen.whole, seen.year, code, say), key="step_timeline")
    with tables.folded(say("step_year.table"), key="step_years") as opened:
        if opened:
            shown = staircase_rows.step_years(
                found.assign(name=_names(found, seen.whole, say)), say
            )
            definition = say("step_year.alt", n=found["lao_id"].nunique())
            tables.show(
                shown,
                say,
                name=staircase_view.file_name(seen, "province_steps"),
                key="step_years_rows",
                about=staircase_view.about(seen, definition),
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
                name=staircase_view.file_name(seen, "province_evidence"),
                key="step_evidence_rows",
                about=staircase_view.about(seen, say("evidence.about")),
            )


def on_overview(chosen: Filters) -> None:
    """Say how many LAOs are on the staircase, from a real table only.

    At the end of the chosen year, or of the table's last where it does not hold that year.
    """
    seen, say = staircase_view.view(chosen), chosen.words
    if seen.fictitious or seen.whole.is_empty:
        return
    told = staircase_view.brief(seen) if seen.covered else staircase_view.latest(seen)
    count = say("overview.enrolled", year=told.fiscal_year_be, n=told.enrolled)
    st.markdown(count if seen.covered else f"{count} · {missing_year.gap(seen)}")


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
    shown = zip(found, staircase_timeline.STAGE_ROWS, names, strict=False)
    return [staircase_timeline.of_stage(*one) for one in shown if len(one[0])]


@cache.kept
def _timeline(whole: Staircase, year: int, code: str, say: Words) -> Chart:
    found = _of_province(whole, code)
    found = found.assign(name=_names(found, whole, say))
    stage = stages.province_stages(whole, year).loc[code]
    lead = say("step_year.stage", year=year, stage=say(f"stage.{stage['stage']}"))
    return Chart(
        lead=lead + _centre(whole, year, code, say),
        figure=staircase_timeline.timeline(
            pd.concat([*_stage_rows(whole, code, say), found]),
            (whole.first_year_be, whole.last_year_be),
            say,
            fictitious=whole.fictitious,
        ),
        said=say("step_year.alt", n=found["lao_id"].nunique()),
        legend=staircase_timeline.legend(found, say),
        notes=tuple(staircase_view.held(whole, say)),
    )
