"""Invented cities, for want of real scores: their notice, their names, and their steps."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

import streamlit as st

from utils.figures import invented
from utils.figures.cities import sentences as city_sentences
from utils.figures.cities import timelines
from utils.figures.cities.timelines import Axis
from utils.measures import peers
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.screen.app import cache, city_links, components, link, navigate
from utils.screen.app.filters import Filters
from utils.screen.cities import compared as compared_cities
from utils.screen.cities import facts as city_facts
from utils.screen.cities import score_sheet
from utils.screen.scores import tables_in_use as score_tables
from utils.screen.scores import view as score_view
from utils.screen.staircase import tables_in_use as staircase_tables
from utils.screen.staircase import view as staircase_view
from utils.tables.declared.schemas import MUNICIPALITIES


def notice(chosen: Filters, ids: tuple[str, ...], *, page: str) -> None:
    """Say that no real score is loaded, how to load one, and where invented cities show scores.

    `page`: name of the page that is drawn.
    """
    view, words = score_sheet.view(chosen), chosen.words
    if not (view.whole.is_empty or view.fictitious):
        return
    are_invented = city_facts.are_invented(ids)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="notice"):
        st.markdown(
            words(f"city_scores.{'invented' if are_invented else 'empty'}"), width="stretch"
        )
        if are_invented:
            _offer("back", compared_cities.FIRST, chosen, page)
        elif view.fictitious:
            _offer(
                "see_invented", _first_invented(view.whole, view.year, view.assessor), chosen, page
            )
        if st.button(words("city_scores.load"), key="city_scores.load"):
            navigate.open_loading(chosen)


def _offer(name: str, ids: tuple[str, ...], chosen: Filters, page: str) -> None:
    """Offer to compare other cities, on the page of the comparison.

    `name`: of the button's words.
    """
    cities, key = link.join(ids), f"city_scores.{name}"

    def put() -> None:
        if page == compared_cities.PAGE_NAME:
            link.put(compared_cities.param(), cities)

    if st.button(chosen.words(key), key=key, on_click=put) and page != compared_cities.PAGE_NAME:
        navigate.open_comparison(cities, chosen)


def options(chosen: Filters, ids: tuple[str, ...]) -> dict[str, str]:
    """Return the names by id of cities that may stand beside `ids`: all real, or all invented."""
    if not city_facts.are_invented(ids):
        return city_links.options(chosen.words.lang)
    whole = score_tables.tables()
    registered = tuple(dict.fromkeys(whole.municipalities["lao_id"]))
    return score_view.lao_names(whole, registered, chosen.words)


@cache.kept
def _first_invented(whole: ScoreRecord, year: int, assessor: str) -> tuple[str, ...]:
    """Return two invented LAOs with totals, with peers of their own region if possible."""
    sheet = score_sheet.sheet(whole, year, assessor)
    known = sheet.totals.dropna().index
    regional = (lao for lao in known if peers.peers_of(lao, sheet.where, known).basis != "type")
    return tuple(islice(regional, 2)) or tuple(known[:2]) or tuple(sheet.where.index[:2])


def show(
    chosen: Filters, ids: tuple[str, ...], *, act: Callable[[str], None] | None = None
) -> str | None:
    """Draw the steps of invented cities over the years, for they have no awards.

    Arguments and return value as in `timelines.show`. Where a real table of enrolment is loaded,
    nothing is known of them.
    """
    everywhere = city_facts.everywhere(chosen)
    whole = staircase_tables.in_use(trial=chosen.trial)
    data = _picture(everywhere, ids, whole, act is not None)
    told = staircase_view.told_notes(whole, city_facts.step_years(whole, ids), chosen.words)
    about = (*staircase_view.data_note(whole, chosen.words), *told)
    picked = components.mount("cities", data, key="cities", about=about, act=act)
    if told:
        st.caption(" · ".join(told))
    return picked


@cache.kept
def _picture(
    chosen: Filters,
    ids: tuple[str, ...],
    whole: Staircase,
    compared: bool,  # noqa: FBT001 cached by value
) -> dict[str, Any]:
    words = chosen.words
    dated = whole if whole.fictitious and not whole.is_empty else cache.record()
    span = Axis(first_year_be=dated.first_year_be, last_year_be=dated.last_year_be, listed={})
    record = score_tables.in_use(trial=chosen.trial)
    names = score_view.lao_names(record, ids, words)
    types = record.municipalities.set_index("lao_id")["lao_type"]
    kind = MUNICIPALITIES.columns["lao_type"]
    known = {lao: city_facts.steps(whole, lao) for lao in ids}
    lanes = {lao: timelines.steps(steps, words) for lao, steps in known.items()}
    return {
        "mark": invented.mark(words, fictitious=True),
        "axis": timelines.axis(span, words),
        "legend": [],
        "nothing": words("city.nothing"),
        "remove": words("pilots.remove") if compared else None,
        "rounds": {lane["label"]: {"rounds": [], "ends": None} for lane in lanes.values()},
        "cities": [
            {
                "id": lao,
                "name": names[lao],
                "href": city_links.address(lao, chosen) if compared else None,
                "kind": kind.label(str(types[lao]), words.lang),
                "place": None,
                "identity": [],
                "counts": [],
                "lanes": [{"label": lanes[lao]["label"], "marks": lanes[lao]["marks"]}],
                "programmes": [],
                "strengths": [],
                "gaps": [] if known[lao] else [words("city.no_step")],
                "peers": [
                    invented.before(words, fictitious=True) + sentence
                    for sentence in city_sentences.step(city_facts.step(whole, lao), words)
                ],
            }
            for lao in ids
        ],
    }
