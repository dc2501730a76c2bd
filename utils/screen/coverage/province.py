"""The province page: why the province counts or not, where it lies, its results and programmes."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import labels, rows
from utils.figures.coverage import province_facts, reports
from utils.figures.coverage import timeline as timeline_figure
from utils.figures.coverage.province_facts import ProvinceMaterial
from utils.figures.coverage.timeline import Axis
from utils.measures.coverage.rules import Question
from utils.screen.app import (
    cache,
    city_links,
    components,
    navigate,
    provenance,
    province_choice,
    tables,
    to_last_year,
)
from utils.screen.app.cache import record, table
from utils.screen.app.components import Chart
from utils.screen.app.filters import Filters
from utils.screen.app.page import Page
from utils.screen.coverage import status_map
from utils.tables.declared.schemas import PILOTS
from utils.words import Words


def reason(chosen: Filters, code: str) -> None:
    """Say why the province counts or not, what areas it belongs to, and name its cities."""
    data, iso = _reason(chosen.question, code, chosen.words), str(cache.province(code)["iso_code"])
    shown = data | {
        "cities": city_links.links(_of_province(chosen.question, code), chosen),
        "register": navigate.to_register(iso, chosen) if data["notes"] else None,
    }
    picked = components.mount("facts", shown, key="facts")
    if picked == navigate.REGISTER:
        navigate.open_register(iso, chosen)
    city_links.go(picked, chosen)


def later_results(chosen: Filters, code: str) -> None:
    """Say that the province has results after the chosen year, with the way to them."""
    awards = record().awards
    to_last_year.later(awards[awards["province_code"] == code], chosen, "province.later")


@cache.kept
def reported(question: Question, code: str, words: Words) -> tuple[str, ...]:
    """Return what stands beside a province that is not counted: `reports.notes`."""
    status = cache.province_evidence(question, code).status
    return reports.notes(reports.Register.of(table), question, code, status, words)


@cache.kept
def _of_province(question: Question, code: str) -> tuple[str, ...]:
    """Return the LAOs of a province that have a result or take part in a programme."""
    pilots = table("pilots")
    participants = pilots.loc[pilots["province_code"] == code, "lao_id"].dropna()
    known = cache.province_evidence(question, code).known["lao_id"]
    return tuple(sorted({*known, *participants}))


@cache.kept
def material(question: Question, code: str) -> ProvinceMaterial:
    """Return the tables and numbers from which a province is described under a question."""
    return ProvinceMaterial.of(
        table,
        question,
        code,
        evidence=cache.province_evidence(question, code),
        coverage_by=partial(cache.coverage_by, question),
    )


@cache.kept
def _reason(question: Question, code: str, words: Words) -> dict[str, Any]:
    province = material(question, code)
    facts = [
        *province_facts.facts(province, words),
        (words("province.basis"), labels.basis(question, record().first_year_be, words)),
    ]
    return {
        "status": labels.status(province.evidence.status, question, words),
        "lead": province_facts.lead(province, words),
        "notes": list(reported(question, code, words)),
        "items": [{"term": term, "value": value} for term, value in facts],
    }


def small_map(chosen: Filters, code: str) -> str | None:
    """Draw where the province lies; return the neighbour that was clicked."""
    everywhere = tuple(cache.states(chosen.question).index)
    picture = status_map.data(chosen.question, everywhere, chosen.words, chosen=code)
    about = provenance.drawn_by_rule(chosen, province=code)
    return components.mount("map", picture, key="province_map", about=about)


def results(chosen: Filters, code: str) -> None:
    """Draw the awarded municipalities on a timeline, and fold every row behind it."""
    words = chosen.words
    known = cache.province_evidence(chosen.question, code).known
    if not record().covers(chosen.question.fiscal_year_be):
        st.info(words("overview.unknown_note", last=record().last_result_year_be))
        return
    if known.empty:
        st.info(words("province.no_rows"))
        return
    components.chart(
        _timeline(chosen.question, code, words),
        key="timeline",
        about=provenance.drawn_of_list(chosen, province=code),
    )
    with tables.folded(words("province.rows", n=len(known)), key="province_rows") as opened:
        if opened:
            awards = rows.awards(known, record().provinces, table("municipalities"), words)
            st.caption(words("overview.rows_note", n=len(known)))
            tables.show(
                awards,
                words,
                name="province_rows",
                key="province_rows_table",
                about=provenance.of_province(chosen, code),
            )


@cache.kept
def _timeline(question: Question, code: str, words: Words) -> Chart:
    known = cache.province_evidence(question, code).known
    names = rows.municipality_names(known["lao_id"], table("municipalities"), words)
    certificates = rows.certificates(known, words)
    marks = pd.DataFrame(
        {
            "municipality": names,
            "fiscal_year_be": known["fiscal_year_be"],
            "result": known["prize_class"].where(known["level"] == "area", "national"),
            "said": names + "<br>" + certificates + "<br>" + known["fiscal_year_be"].astype(str),
        }
    ).sort_values(["municipality", "fiscal_year_be"])
    span = Axis(
        first_year_be=record().first_year_be,
        last_year_be=record().last_result_year_be,
        window_first_be=question.first_year_be,
        window_last_be=question.fiscal_year_be,
    )
    return Chart(
        figure=timeline_figure.timeline(marks, span, words),
        said=words("province.timeline_alt", n=known["lao_id"].nunique()),
        notes=(words("province.timeline_note"),),
    )


def programmes(chosen: Filters, code: str) -> None:
    """List the entries of the province in pilots and sister programmes."""
    words = chosen.words
    listed = _programmes(code, words)
    if listed.empty:
        st.info(words("province.no_programmes"))
        return
    tables.plain(
        listed,
        words,
        name="programmes",
        key="pilots",
        about=provenance.of_province_table(chosen, code, PILOTS),
    )


@cache.kept
def _programmes(code: str, words: Words) -> pd.DataFrame:
    pilots = table("pilots")
    entries = pilots[pilots["province_code"] == code]
    return rows.pilots(entries, record().provinces, table("municipalities"), words)


PAGE = Page(
    name="province",
    params=lambda: (province_choice.param(),),
    needs_area=False,
    example={"province": "TH-60"},
    drawn=(".facts .status", ".facts .lead", ".provinces .legend li"),
)
