"""The staircase on the province page: the steps of its LAOs by year, and their evidence."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures import invented, rows
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
    """Draw the steps of a province's LAOs by year; nothing where no table is in use.

    `code`: the province's code.
    """
    view, words = staircase_view.view(chosen), chosen.words
    if view.whole.is_empty:
        return
    st.header(words("province.stairs"), anchor=False)
    step_years = _step_years(view.whole, code)
    if step_years.empty:
        st.info(_nobody(view, code))
        return
    if not view.covered:
        staircase_page.missing_year(view, "province")
    components.chart(
        _timeline(view.whole, view.year, code, words),
        key="step_timeline",
        about=staircase_view.drawn(view, province=code),
    )
    with tables.folded(words("step_year.table"), key="step_years") as opened:
        if opened:
            listed = _listed_years(view.whole, code)
            table = staircase_rows.step_years(
                listed.assign(name=_names(listed, view.whole, words)), words
            )
            definition = words("step_year.alt", n=step_years["lao_id"].nunique())
            tables.show(
                table,
                words,
                name=staircase_view.file_name(view, "province_steps"),
                invented=view.fictitious,
                key="step_years_rows",
                about=staircase_view.about(view, definition),
            )
    _draw_evidence(view, code)


def _draw_evidence(view: StaircaseView, code: str) -> None:
    """Fold the evidence that the province's LAOs have for their steps, where any is loaded."""
    words, whole = view.words, view.whole
    evidence = _evidence(whole, code)
    if evidence.empty:
        return
    kind = words("fictitious.in_brackets") if view.fictitious else ""
    with tables.folded(words("staircase.evidence.table", kind=kind), key="step_evidence") as opened:
        if opened:
            tables.show(
                staircase_rows.evidence(
                    evidence.assign(name=_names(evidence, whole, words)), words
                ),
                words,
                name=staircase_view.file_name(view, "province_evidence"),
                invented=view.fictitious,
                key="step_evidence_rows",
                about=staircase_view.about(view, words("staircase.evidence.about")),
            )


@cache.kept
def _step_years(whole: Staircase, code: str) -> pd.DataFrame:
    years = whole.years
    return years[years["enrolled"] & (years["province_code"] == code)]


@cache.kept
def _listed_years(whole: Staircase, code: str) -> pd.DataFrame:
    """Return the years of the province's LAOs, with the one in which an LAO withdrew."""
    years = whole.years
    gone = (years["state"] == "withdrawn").fillna(value=False) & years["reported"]
    return years[(years["enrolled"] | gone) & (years["province_code"] == code)]


def _nobody(view: StaircaseView, code: str) -> str:
    """Return that no LAO of the province is in the table, and what the province has told."""
    words = view.words
    if not view.covered or not cache.province(code)["in_target"]:
        return words("province.no_stairs")
    stage = stages.province_stages(view.whole, view.year)["stage"][code]
    said = words("step_year.stage", year=view.year, stage=words(f"stage.{stage}"))
    before = invented.before(words, fictitious=view.fictitious)
    return f"{before}{words('province.no_stairs')} · {said}"


@cache.kept
def _evidence(whole: Staircase, code: str) -> pd.DataFrame:
    laos = whole.register.loc[whole.register["province_code"] == code, "lao_id"]
    return whole.evidence[whole.evidence["lao_id"].isin(laos)]


def _names(table: pd.DataFrame, whole: Staircase, words: Words) -> pd.Series:
    return rows.municipality_names(table["lao_id"], whole.register, words)


def _centre_stage(whole: Staircase, year: int, code: str, words: Words) -> str:
    """Return the stage of the centre city in words; empty for invented tables and for Bangkok."""
    if whole.fictitious or not cache.province(code)["in_target"]:
        return ""
    centre = stages.centre_stages(whole, cache.record().centre_cities, year).loc[code]
    return words("step_year.centre", stage=words(f"stage_share.{centre['stage']}"))


def _stage_rows(whole: Staircase, code: str, words: Words) -> list[pd.DataFrame]:
    """Return the rows of stages by year: of the province, and of a real table's centre city."""
    if not cache.province(code)["in_target"]:
        return []
    lists = [None] if whole.fictitious else [None, cache.record().centre_cities]
    names = (words("step_year.row_province"), words("step_year.row_centre"))
    stage_years = [stages.stage_years(whole, code, centres) for centres in lists]
    rows_of_stages = zip(stage_years, staircase_timeline.STAGE_ROWS, names, strict=False)
    return [staircase_timeline.of_stage(*row) for row in rows_of_stages if len(row[0])]


@cache.kept
def _timeline(whole: Staircase, year: int, code: str, words: Words) -> Chart:
    step_years = _step_years(whole, code)
    step_years = step_years.assign(name=_names(step_years, whole, words))
    stage = stages.province_stages(whole, year).loc[code]
    before = invented.before(words, fictitious=whole.fictitious)
    lead = words("step_year.stage", year=year, stage=words(f"stage.{stage['stage']}"))
    return Chart(
        lead=before + lead + _centre_stage(whole, year, code, words),
        figure=staircase_timeline.timeline(
            pd.concat([*_stage_rows(whole, code, words), step_years]),
            (whole.first_year_be, whole.last_year_be),
            words,
            fictitious=whole.fictitious,
        ),
        said=before + words("step_year.alt", n=step_years["lao_id"].nunique()),
        legend=staircase_timeline.legend(step_years, words),
        notes=(*staircase_view.data_note(whole, words), words("staircase.levels_assumed")),
    )
