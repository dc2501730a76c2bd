"""The staircase on the page of a province: its LAOs' steps by year, and their evidence."""

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
from utils.screen.staircase import page as staircase_page
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView
from utils.words import Words


def steps(chosen: Filters, code: str) -> None:
    """Draw the steps of a province's LAOs by year, apart from its awards; nothing without a table.

    `code`: the province's code.
    """
    view, words = staircase_view.view(chosen), chosen.words
    if view.whole.is_empty:
        return
    st.header(words("province.stairs"), anchor=False)
    staircase_page.notice(view)
    found = _of_province(view.whole, code)
    if found.empty:
        st.info(words("province.no_stairs"))
        return
    if not view.covered:
        staircase_page.missing_year(view, "province")
    components.chart(_timeline(view.whole, view.year, code, words), key="step_timeline")
    with tables.folded(words("step_year.table"), key="step_years") as opened:
        if opened:
            shown = staircase_rows.step_years(
                found.assign(name=_names(found, view.whole, words)), words
            )
            definition = words("step_year.alt", n=found["lao_id"].nunique())
            tables.show(
                shown,
                words,
                name=staircase_view.file_name(view, "province_steps"),
                key="step_years_rows",
                about=staircase_view.about(view, definition),
            )
    _evidence(view, code)


def _evidence(view: StaircaseView, code: str) -> None:
    """Fold what the province's LAOs have in evidence for the steps; nothing where none is loaded.

    The table's name says so where it is invented.
    """
    words, whole = view.words, view.whole
    found = _evidence_of(whole, code)
    if found.empty:
        return
    kind = words("fictitious.in_brackets") if view.fictitious else ""
    with tables.folded(words("evidence.table", kind=kind), key="step_evidence") as opened:
        if opened:
            tables.show(
                evidence_rows.evidence(found.assign(name=_names(found, whole, words)), words),
                words,
                name=staircase_view.file_name(view, "province_evidence"),
                key="step_evidence_rows",
                about=staircase_view.about(view, words("evidence.about")),
            )


@cache.kept
def _of_province(whole: Staircase, code: str) -> pd.DataFrame:
    years = whole.years
    return years[years["enrolled"] & (years["province_code"] == code)]


@cache.kept
def _evidence_of(whole: Staircase, code: str) -> pd.DataFrame:
    laos = whole.register.loc[whole.register["province_code"] == code, "lao_id"]
    return whole.evidence[whole.evidence["lao_id"].isin(laos)]


def _names(found: pd.DataFrame, whole: Staircase, words: Words) -> pd.Series:
    return rows.municipality_names(found["lao_id"], whole.register, words)


def _centre(whole: Staircase, year: int, code: str, words: Words) -> str:
    """Return the stage of the centre city in words; nothing on fictitious tables or outside."""
    if whole.fictitious or not cache.province(code)["in_target"]:
        return ""
    found = stages.centre_stages(whole, cache.table("centre_cities"), year).loc[code]
    return words("step_year.centre", stage=words(f"stage_share.{found['stage']}"))


def _stage_rows(whole: Staircase, code: str, words: Words) -> list[pd.DataFrame]:
    """Return the rows of stages by year: of the province, and of a real table's centre city."""
    if not cache.province(code)["in_target"]:
        return []
    lists = [None] if whole.fictitious else [None, cache.table("centre_cities")]
    names = (words("step_year.row_province"), words("step_year.row_centre"))
    found = [stages.stage_years(whole, code, centres) for centres in lists]
    shown = zip(found, staircase_timeline.STAGE_ROWS, names, strict=False)
    return [staircase_timeline.of_stage(*one) for one in shown if len(one[0])]


@cache.kept
def _timeline(whole: Staircase, year: int, code: str, words: Words) -> Chart:
    found = _of_province(whole, code)
    found = found.assign(name=_names(found, whole, words))
    stage = stages.province_stages(whole, year).loc[code]
    lead = words("step_year.stage", year=year, stage=words(f"stage.{stage['stage']}"))
    return Chart(
        lead=lead + _centre(whole, year, code, words),
        figure=staircase_timeline.timeline(
            pd.concat([*_stage_rows(whole, code, words), found]),
            (whole.first_year_be, whole.last_year_be),
            words,
            fictitious=whole.fictitious,
        ),
        said=words("step_year.alt", n=found["lao_id"].nunique()),
        legend=staircase_timeline.legend(found, words),
        notes=tuple(staircase_view.held(whole, words)),
    )
