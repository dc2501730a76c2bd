"""Cities over the years: awards, programmes and steps, on the pilots page and on a city's card."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures.cities import sentences as city_sentences
from utils.figures.cities import timelines
from utils.figures.cities.timelines import Axis, Facts
from utils.measures.cities.programmes import undisputed
from utils.measures.coverage.groups import Grouping
from utils.measures.coverage.rounds import begun, listed_years
from utils.measures.coverage.rules import Question
from utils.measures.staircase.record import Staircase
from utils.screen.app import cache, city_links, components, filters, link, provenance
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.cities import compared as compared_cities
from utils.screen.cities import facts as city_facts
from utils.screen.staircase import tables_in_use as staircase_tables
from utils.screen.staircase import view as staircase_view
from utils.tables.declared.schemas import MUNICIPALITIES, PILOTS
from utils.words import Words

REMOVED = "-"


def show(
    chosen: Filters, ids: tuple[str, ...], *, act: Callable[[str], None] | None = None
) -> str | None:
    """Draw cities; return what was picked: an LAO's id, or a province's ISO code.

    `act`: as in `components.mount`, where cities are compared. Each then leads to its card and has
    a cross to remove it, which is picked as `REMOVED` and the id.
    """
    words, compared = chosen.words, act is not None
    whole = staircase_tables.in_use(trial=chosen.trial)
    data = _picture(city_facts.everywhere(chosen), ids, whole, compared)
    told = staircase_view.told_notes(whole, city_facts.step_years(whole, ids), words)
    steps = [*staircase_view.data_note(whole, words), *told] if told else []
    about = (
        provenance.every_result(chosen),
        provenance.award_list(words),
        provenance.source_of(PILOTS, words),
        *steps,
    )
    picked = components.mount("cities", data, key="cities", about=about, act=act)
    # Outside the picture, so that what stays the same is not sent again with every city.
    if told:
        st.caption(f"{words('city.lane.steps')}: {' · '.join(told)}")
    st.caption(
        words(
            "city.note",
            first=record().first_year_be,
            last=record().last_result_year_be,
            publisher=words("source.publisher"),
        )
    )
    return picked


def prepare(chosen: Filters) -> None:
    """Compute and cache the comparison that the pilots page opens with."""
    whole = staircase_tables.in_use(trial=chosen.trial)
    _picture(city_facts.everywhere(chosen), compared_cities.FIRST, whole, True)  # noqa: FBT003 cached by value


@cache.kept
def _picture(
    chosen: Filters,
    ids: tuple[str, ...],
    whole: Staircase,
    compared: bool,  # noqa: FBT001 cached by value
) -> dict[str, Any]:
    words = chosen.words
    cities = [_city(lao, chosen, whole, linked=compared) for lao in ids]
    lanes = [lane for city in cities for lane in city["lanes"]]
    kinds = {mark["kind"] for lane in lanes for mark in lane["marks"] if "kind" in mark}
    span = _axis(whole)
    return {
        "axis": timelines.axis(span, words),
        "legend": timelines.legend(kinds, words),
        "nothing": words("city.nothing"),
        "remove": words("pilots.remove") if compared else None,
        "rounds": {lane["label"]: _keys_of(lane, "rounds", "ends") for lane in lanes},
        "cities": [
            city | {"lanes": [_keys_of(lane, "label", "marks") for lane in city["lanes"]]}
            for city in cities
        ],
    }


def _keys_of(lane: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: lane[name] for name in names}


@cache.kept
def _axis(whole: Staircase) -> Axis:
    """Return the years from the list's first to the last of list, programmes and steps."""
    steps = () if whole.fictitious or whole.is_empty else (whole.last_year_be,)
    return Axis(
        first_year_be=record().first_year_be,
        last_year_be=max(
            record().last_result_year_be, int(table("pilots")["year_be"].max()), *steps
        ),
        listed={level: listed_years(record().rounds, level) for level in ("national", "area")},
    )


def _city(lao_id: str, chosen: Filters, whole: Staircase, *, linked: bool) -> dict[str, Any]:
    words, question = chosen.words, chosen.question
    place = _place(lao_id, words)
    home = {"province": place["iso"]} | chosen.link
    return {
        "id": lao_id,
        "name": city_links.named(lao_id, words.lang),
        "href": city_links.address(lao_id, chosen) if linked else None,
        "placeHref": link.address("province", home),
        "peers": [
            _peers(lao_id, question, words),
            *city_sentences.step(city_facts.step(whole, lao_id), words),
        ],
        **place,
        **_record(lao_id, city_facts.last_year_be(question), whole, words),
    }


@cache.kept
def _record(lao_id: str, upto_be: int, whole: Staircase, words: Words) -> dict[str, Any]:
    """Return what the list and the programmes hold of a city, under any rule."""
    city, programmes = city_facts.record_of(lao_id, upto_be), city_facts.programmes(lao_id)
    steps = city_facts.steps(whole, lao_id)
    facts = Facts(record=city, programmes=programmes, steps=steps)
    area = begun(record().rounds, "area", upto_be)
    return {
        "counts": [
            {"value": city.national, "term": words("city.count.national")},
            {
                "value": city.area if area else words("city.no_round"),
                "term": words("city.count.area"),
            },
            _entries(programmes, words),
        ],
        "lanes": timelines.lanes(facts, _axis(whole), words),
        "programmes": [_programme(row, words) for row in programmes.to_dict("records")],
        "strengths": city_sentences.strengths(city, words),
        "gaps": city_sentences.gaps(
            city, (record().first_year_be, upto_be), words, area_begun=area
        ),
    }


def _entries(programmes: pd.DataFrame, words: Words) -> dict[str, Any]:
    """Return the number of a city's entries in programmes, disputed ones apart."""
    counted = len(undisputed(programmes))
    disputed = len(programmes) - counted
    term = (
        words("city.count.programmes_apart", n=disputed)
        if disputed
        else words("city.count.programmes")
    )
    return {"value": counted, "term": term}


@cache.kept
def _peers(lao_id: str, question: Question, words: Words) -> str:
    on_list = city_facts.peers_of(lao_id, question)
    return city_sentences.peers(on_list, question, record().first_year_be, words)


@cache.kept
def _place(lao_id: str, words: Words) -> dict[str, Any]:
    where = city_facts.places().loc[lao_id].to_dict()
    province = cache.province(where["province_code"])
    groupings: tuple[Grouping, ...] = ("cluster_code", "office_number")
    known = [(by, province[by]) for by in groupings if not pd.isna(province[by])]
    region = filters.group_name(province["region4"], "region4", words)
    return {
        "kind": MUNICIPALITIES.columns["lao_type"].label(where["lao_type"], words.lang),
        "place": province[f"name_{words.lang}"],
        "iso": province["iso_code"],
        "identity": [
            words("area.region4", name=region),
            *(filters.group_name(code, by, words) for by, code in known),
        ],
    }


def _programme(row: dict[Hashable, Any], words: Words) -> dict[str, str]:
    note = row[f"note_{words.lang}"]
    remark = [words("province.sources_differ"), *([] if pd.isna(note) else [note])]
    return {
        "year": words("table.unknown_year") if pd.isna(row["year_be"]) else str(row["year_be"]),
        "text": timelines.programme(row, words),
        "tag": ": ".join(remark) if row["sources_differ"] else "",
    }
