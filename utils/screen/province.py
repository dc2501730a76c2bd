"""The pieces of the province page."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from utils.figures import choropleth, map_data, rows, why
from utils.figures import timeline as timeline_figure
from utils.figures.map_data import Frame
from utils.figures.timeline import Span
from utils.figures.why import Names
from utils.measures.evidence import Evidence
from utils.measures.groups import Grouping
from utils.measures.rules import Question
from utils.screen import answers, cache, components, filters, server, tables
from utils.screen.cache import record, table
from utils.screen.filters import Filters
from utils.words import Lang, Words


def reason(chosen: Filters, code: str) -> None:
    """Say why the province is shown as it is, and list what is known of its place."""
    say = chosen.words
    found = _evidence(chosen, code)
    province = _row(code)
    sentence = why.why(
        found,
        chosen.question,
        Names(
            province=_province_name(province, chosen),
            centre=_centre(code, chosen),
            municipality=rows.municipality_names(
                found.known["lao_id"], table("municipalities"), say
            ),
            certificate=rows.certificates(found.known, say),
        ),
        say,
        years=(record().first_year_be, record().last_year_be),
    )
    facts = table("press_facts")
    press = facts[facts["province_code"] == code][f"fact_{say.lang}"]
    shown = {
        "status": say(f"status.{found.status}", n=chosen.question.window_years),
        "lead": sentence,
        "notes": list(press),
        "items": _facts(chosen, province),
    }
    components.mount("facts", shown, key="facts")


def small_map(chosen: Filters, code: str) -> str | None:
    """Draw where the province lies; return the neighbour that was clicked."""
    say, question = chosen.words, chosen.question
    states = cache.states(question)
    painted = choropleth.paint(states, "status", say, window_years=question.window_years)
    around = Frame(
        outlines=server.outlines_address(),
        views=("outlines",),
        label=say("map.label", measure=say("measure.status"), year=question.fiscal_year_be),
        area=tuple(states.index),
        chosen=code,
    )
    shown = map_data.data(painted, states, around, say, counts=False)
    return components.mount("map", shown, key="province_map")


def results(chosen: Filters, code: str) -> None:
    """Draw the awarded municipalities on a timeline, and every row behind it."""
    say = chosen.words
    known = _evidence(chosen, code).known
    if known.empty:
        st.info(say("province.no_rows"))
        return
    st.plotly_chart(
        _timeline(chosen.question, code, say.lang),
        theme=None,
        key="timeline",
        config={"displayModeBar": False},
        alt=say("province.timeline_alt", n=known["lao_id"].nunique()),
    )
    st.caption(say("province.timeline_note"))
    with tables.folded(say("province.rows", n=len(known)), key="province_rows") as opened:
        if opened:
            shown = rows.awards(known, record().provinces, table("municipalities"), say)
            st.caption(say("overview.rows_note"))
            tables.show(
                shown,
                say,
                name="province_rows",
                key="province_rows_table",
                about=answers.about(chosen),
            )


@cache.kept
def _timeline(question: Question, code: str, lang: Lang) -> go.Figure:
    say = Words(lang)
    known = cache.province_evidence(question, code).known
    names = rows.municipality_names(known["lao_id"], table("municipalities"), say)
    certificates = rows.certificates(known, say)
    marks = pd.DataFrame(
        {
            "municipality": names,
            "fiscal_year_be": known["fiscal_year_be"],
            "result": known["prize_class"].where(known["level"] == "area", "national"),
            "said": names + "<br>" + certificates + "<br>" + known["fiscal_year_be"].astype(str),
        }
    ).sort_values(["municipality", "fiscal_year_be"])
    span = Span(
        first_year_be=record().first_year_be,
        last_year_be=record().last_year_be,
        window_first_be=question.first_year_be,
        window_last_be=question.fiscal_year_be,
    )
    return timeline_figure.timeline(marks, span, say)


def programmes(chosen: Filters, code: str) -> None:
    """List the pilots and sister programmes of the province."""
    say = chosen.words
    pilots = table("pilots")
    here = pilots[pilots["province_code"] == code]
    if here.empty:
        st.info(say("province.no_programmes"))
        return
    tables.show(
        rows.pilots(here, record().provinces, table("municipalities"), say),
        say,
        name="programmes",
        key="pilots",
    )


def _evidence(chosen: Filters, code: str) -> Evidence:
    return cache.province_evidence(chosen.question, code)


def _facts(chosen: Filters, province: pd.Series) -> list[dict[str, str]]:
    say = chosen.words
    items = []
    named: tuple[tuple[str, Grouping], ...] = (
        ("region", "region4"),
        ("cluster", "cluster_code"),
        ("office", "office_number"),
    )
    for term, grouping in named:
        group = province[grouping]
        value = say("province.unknown") if pd.isna(group) else _group(chosen, grouping, group)
        items.append({"term": say(f"province.{term}"), "value": value})
    if not pd.isna(province["office_number_other"]):
        other = filters.group_name(province["office_number_other"], "office_number", say)
        items[-1]["value"] = say("province.office_other", name=items[-1]["value"], other=other)
    centre = _centre(str(province["province_code"]), chosen)
    if centre:
        value = say("province.centre_note", name=centre)
        items.insert(0, {"term": say("province.centre"), "value": value})
    return items


def _group(chosen: Filters, grouping: Grouping, group: str | int) -> str:
    say = chosen.words
    counted = cache.coverage_by(chosen.question, grouping)
    row = counted[counted.index == group].to_dict("records")[0]
    text = "–" if pd.isna(row["counted"]) else str(row["counted"])
    return say(
        "province.group_line",
        name=filters.group_name(group, grouping, say),
        counted=say("group.count", counted=text, total=row["total"]),
    )


def _centre(code: str, chosen: Filters) -> str:
    centres = table("centre_cities")
    ids = centres[centres["province_code"] == code]["lao_id"]
    if ids.empty:
        return ""
    names = rows.municipality_names(ids, table("municipalities"), chosen.words)
    return str(names.iloc[0])


def _province_name(province: pd.Series, chosen: Filters) -> str:
    return chosen.words.pick(th=str(province["name_th"]), en=str(province["name_en"]))


def _row(code: str) -> pd.Series:
    provinces = record().provinces
    return provinces[provinces["province_code"] == code].iloc[0]
