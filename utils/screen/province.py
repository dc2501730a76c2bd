"""The pieces of the province page."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import choropleth, labels, map_data, rows, why
from utils.figures import timeline as timeline_figure
from utils.figures.map_data import Frame
from utils.figures.timeline import Span
from utils.figures.why import Names
from utils.measures.groups import Grouping
from utils.measures.rules import Question
from utils.screen import about, cache, city_links, components, filters, server, tables
from utils.screen.cache import record, table
from utils.screen.components import Chart
from utils.screen.filters import Filters
from utils.tables.schemas import PILOTS
from utils.words import Words


def reason(chosen: Filters, code: str) -> None:
    """Say why the province is shown as it is, what is known of its place, and name its cities."""
    said = _reason(chosen.question, code, chosen.words)
    shown = said | {"cities": city_links.links(_of_province(chosen.question, code), chosen)}
    city_links.go(components.mount("facts", shown, key="facts"), chosen)


@cache.kept
def _of_province(question: Question, code: str) -> tuple[str, ...]:
    """Return the LAOs of a province that have a result or take part in a programme."""
    pilots = table("pilots")
    here = pilots.loc[pilots["province_code"] == code, "lao_id"].dropna()
    known = cache.province_evidence(question, code).known["lao_id"]
    return tuple(sorted({*known, *here}))


@cache.kept
def _reason(question: Question, code: str, say: Words) -> dict[str, Any]:
    found = cache.province_evidence(question, code)
    province = cache.province(code)
    sentence = why.why(
        found,
        question,
        Names(
            province=_named(province, say),
            centre=_centre(code, say),
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
    return {
        "status": labels.status(found.status, question, say),
        "lead": sentence,
        "notes": list(press),
        "items": _facts(question, code, say),
    }


def _named(province: Mapping[Hashable, Any], say: Words) -> str:
    """Return a province's name as it stands in a sentence; Bangkok is no province."""
    name = str(province[f"name_{say.lang}"])
    return say("province.named", name=name) if province["in_target"] else name


def small_map(chosen: Filters, code: str) -> str | None:
    """Draw where the province lies; return the neighbour that was clicked."""
    shown = _small_map(chosen.question, code, chosen.words)
    return components.mount("map", shown, key="province_map")


@cache.kept
def _small_map(question: Question, code: str, say: Words) -> dict[str, Any]:
    states = cache.states(question)
    painted = choropleth.paint(states, "status", say, question=question)
    around = Frame(
        outlines=server.outlines_address(),
        views=("outlines",),
        label=say("map.label", measure=say("measure.status"), year=question.fiscal_year_be),
        area=tuple(states.index),
        chosen=code,
    )
    return map_data.data(painted, states, around, say, counts=False)


def results(chosen: Filters, code: str) -> None:
    """Draw the awarded municipalities on a timeline, and every row behind it."""
    say = chosen.words
    known = cache.province_evidence(chosen.question, code).known
    if not record().covers(chosen.question.fiscal_year_be):
        st.info(say("overview.unknown_note", last=record().last_year_be))
        return
    if known.empty:
        st.info(say("province.no_rows"))
        return
    components.chart(_timeline(chosen.question, code, say), key="timeline")
    with tables.folded(say("province.rows", n=len(known)), key="province_rows") as opened:
        if opened:
            shown = rows.awards(known, record().provinces, table("municipalities"), say)
            st.caption(say("overview.rows_note", n=len(known)))
            tables.show(
                shown,
                say,
                name="province_rows",
                key="province_rows_table",
                about=about.of_province(chosen, code),
            )


@cache.kept
def _timeline(question: Question, code: str, say: Words) -> Chart:
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
    return Chart(
        figure=timeline_figure.timeline(marks, span, say),
        said=say("province.timeline_alt", n=known["lao_id"].nunique()),
        notes=(say("province.timeline_note"),),
    )


def programmes(chosen: Filters, code: str) -> None:
    """List the pilots and sister programmes of the province."""
    say = chosen.words
    here = _programmes(code, say)
    if here.empty:
        st.info(say("province.no_programmes"))
        return
    tables.plain(
        here,
        say,
        name="programmes",
        key="pilots",
        about=about.of_province_table(chosen, code, PILOTS),
    )


@cache.kept
def _programmes(code: str, say: Words) -> pd.DataFrame:
    pilots = table("pilots")
    here = pilots[pilots["province_code"] == code]
    return rows.pilots(here, record().provinces, table("municipalities"), say)


def _facts(question: Question, code: str, say: Words) -> list[dict[str, str]]:
    province = cache.province(code)
    items = []
    named: tuple[tuple[str, Grouping], ...] = (
        ("region", "region4"),
        ("cluster", "cluster_code"),
        ("office", "office_number"),
    )
    for term, grouping in named:
        group = province[grouping]
        value = (
            say("province.unknown") if pd.isna(group) else _group(question, grouping, group, say)
        )
        items.append({"term": say(f"province.{term}"), "value": value})
    if not pd.isna(province["office_number_other"]):
        other = filters.group_name(province["office_number_other"], "office_number", say)
        items[-1]["value"] = say("province.office_other", name=items[-1]["value"], other=other)
    basis = labels.basis(question, record().first_year_be, say)
    items.append({"term": say("province.basis"), "value": basis})
    centre = _centre(code, say)
    if centre:
        value = say("province.centre_note", name=centre)
        items.insert(0, {"term": say("province.centre"), "value": value})
    return items


def _group(question: Question, grouping: Grouping, group: str | int, say: Words) -> str:
    counted = cache.coverage_by(question, grouping)
    row = counted[counted.index == group].to_dict("records")[0]
    name = filters.group_name(group, grouping, say)
    if pd.isna(row["counted"]):
        return f"{name} · {say('group.unknown', total=row['total'])}"
    count = say("group.count", counted=row["counted"], total=row["total"])
    return say("province.group_line", name=name, counted=count)


def _centre(code: str, say: Words) -> str:
    centres = table("centre_cities")
    ids = centres[centres["province_code"] == code]["lao_id"]
    if ids.empty:
        return ""
    names = rows.municipality_names(ids, table("municipalities"), say)
    return str(names.iloc[0])
