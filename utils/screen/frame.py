"""What surrounds every page: the page list, the shared filters, and the way in."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache
from typing import get_args

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from utils import paths, settings
from utils.figures import labels
from utils.figures.choropleth import MEASURES
from utils.figures.theme import css_variables
from utils.measures.groups import Grouping
from utils.measures.moves import MOVES
from utils.measures.programmes import GROUPS
from utils.measures.tallies import LaoGrouping
from utils.screen import components, filters, link, score_tables
from utils.screen.cache import record, table
from utils.screen.filters import Filters
from utils.screen.link import Param, Several
from utils.tables.schemas import ALL

_LOG = logging.getLogger(__name__)
_INSIDE = "frame.inside"
PAGES = ("overview", "map", "staircase", "scores", "pilots", "province", "methods")
# Opened from other pages and by link: not in the menu.
HIDDEN = ("city",)
# In the menu of an installation that was started with it; by link it says how.
DESK = "desk"
GROUPING = Param(name="group", options=get_args(Grouping), default="region4")
MEASURE = Param(name="show", options=(*MEASURES, "stage"), default="status")
VIEW = Param(name="view", options=("areas", "points"), default="areas")
PART = Param(
    name="part",
    options=("moves", "groups", "follow", "time", "cohorts", "map", "enrolled"),
    default="moves",
)
BY = Param(name="by", options=get_args(LaoGrouping), default="region4")
SCORE_PART = Param(
    name="part",
    options=("indicators", "heat", "totals", "assessors", "lpa", "takes"),
    default="indicators",
)
# Types of LAO by their English abbreviations: an address holds no Thai.
LAO_TYPE = Param(
    name="type", options=(filters.ALL, *labels.LAO_TYPES.values()), default=filters.ALL
)
ASSESSOR = Param(name="assessor", options=("self", "area", "national"), default="self")
MOVE = Param(name="move", options=("all", *MOVES), default="up")
LONGER = Param(name="longer", options=("usual", *map(str, range(1, 11))), default="usual")
PROGRAMME = Param(name="programme", options=("compare", *GROUPS, "effect"), default="compare")
DICTIONARY = Param(name="table", options=tuple(ALL), default="awards")

# Two pilots of one programme, which the page opens with: Nan and Phitsanulok.
COMPARED_FIRST = ("LAO-55-004", "LAO-65-005")
MOST_CITIES = 8

# What readers know a value of the address by, where its widget's words have another key.
_CALLED = {
    "lang": "filter.language",
    "group": "overview.groups",
    "show": "filter.measure",
    "view": "filter.view",
    "table": "methods.dictionary_table",
    "part": "stair.parts",
    "by": "overview.groups",
    "move": "movers.filter",
    "longer": "follow.threshold",
    "fictitious": "fictitious.switch",
    "type": "scores.type",
    "assessor": "scores.assessor",
    "lao": "scores.lao",
    "programme": "pilots.views",
    "cities": "pilots.cities",
    "city": "filter.municipality",
}


def run() -> None:
    """Draw the frame and run the chosen page: all that dashboard.py does."""
    st.session_state[_INSIDE] = True
    try:
        lang = filters.words().lang
        pages = _pages()
        chosen = st.navigation(list(pages.values()), position="top")
        name = next(key for key, page in pages.items() if page == chosen)
        link.begin(shared=tuple(filters.params().values()), own=_own_params(name), page=name)
        say = filters.words()
        if say.lang != lang:
            st.rerun()  # the menu was named before a change of page gave the language back
        st.set_page_config(
            page_title=f"{say(f'page.{name}')} · {say('app.title')}",
            page_icon=str(paths.STATIC / "icon.png"),
            layout="wide",
        )
        st.html(f"<style>{css_variables()}{_style()}</style>")
        st.sidebar.header(say("app.title"), anchor=False)
        filters.draw()
        with st.sidebar:
            components.mount("steps", {"lang": say.lang}, key="steps")
        chosen.run()
    finally:
        st.session_state.pop(_INSIDE, None)


def begin(name: str, *, needs_area: bool = True) -> Filters:
    """Draw a page's title and return the shared filters: the first line of every page.

    `needs_area`: whether the page has nothing to show where the chosen areas share no province.

    While a pages/ folder exists, Streamlit may run a page file by itself (first request after a
    restart). Declaring the pages turns that off for good; the rerun then enters through
    dashboard.py.
    """
    if _INSIDE not in st.session_state:
        st.navigation(list(_pages().values()), position="top")
        st.rerun()
    chosen = filters.current()
    say = chosen.words
    st.title(say(f"title.{name}"), anchor=False)
    if link.refused():
        called = (say(_CALLED.get(name, f"filter.{name}")) for name in link.refused())
        st.warning(say("filter.refused", names=", ".join(called)))
    if needs_area and not chosen.codes:
        st.info(say("filter.empty"))
        st.stop()
    return chosen


def apologise(error: Exception) -> bool:
    """Say in the reader's language that a part failed; the log keeps what happened."""
    _LOG.error("a page failed", exc_info=error)
    st.error(filters.words()("error.unexpected"))
    return True


def province_param() -> Param:
    """Return the parameter that names a province by its ISO code, as in ?province=TH-60."""
    codes = tuple(record().provinces["iso_code"])
    return Param(name="province", options=codes, default=codes[1])


def lao_param() -> Param:
    """Return the parameter that names an LAO of the score tables in use, empty for none."""
    ids = dict.fromkeys(score_tables.tables().municipalities["lao_id"])
    return Param(name="lao", options=("", *ids), default="")


def assessor_param() -> Param:
    """Return the parameter that names who assessed: the national level only where a score is."""
    usual = ASSESSOR.options[:-1]
    held = score_tables.tables().assessors
    return ASSESSOR if "national" in held else replace(ASSESSOR, options=usual)


def city_param() -> Param:
    """Return the parameter that names an LAO by its id, as in ?city=LAO-60-001."""
    ids = _register_ids()
    return Param(name="city", options=ids, default=ids[0])


def cities_param() -> Several:
    """Return the parameter that names the LAOs compared, as in ?cities=LAO-55-004,LAO-65-005."""
    return Several(
        name="cities", options=_register_ids(), default=link.join(COMPARED_FIRST), most=MOST_CITIES
    )


@cache
def _register_ids() -> tuple[str, ...]:
    return tuple(dict.fromkeys(table("municipalities")["lao_id"]))


def open_province(iso_code: str, chosen: Filters) -> None:
    """Go to a province's page, the shared filters kept."""
    _open("province", {"province": iso_code}, chosen)


def open_city(lao_id: str, chosen: Filters) -> None:
    """Go to a city's card, the shared filters kept."""
    _open("city", {"city": lao_id}, chosen)


def open_comparison(lao_id: str, chosen: Filters) -> None:
    """Go to the comparison with one city chosen, the shared filters kept."""
    _open("pilots", {"cities": lao_id}, chosen)


def _open(page: str, own: dict[str, str], chosen: Filters) -> None:
    shared = filters.params()
    codes = {n: code for n, code in chosen.link.items() if code != shared[n].default}
    st.switch_page(_pages()[page], query_params=own | codes)


@cache
def _style() -> str:
    return (paths.STATIC / "frame.css").read_text("utf-8")


def _own_params(name: str) -> tuple[Param, ...]:
    if name == "scores":
        return (SCORE_PART, LAO_TYPE, assessor_param(), lao_param())
    own: dict[str, tuple[Param, ...]] = {
        "overview": (GROUPING,),
        "map": (MEASURE, VIEW),
        "staircase": (PART, BY, MOVE, LONGER),
        "province": (province_param(),),
        "methods": (DICTIONARY,),
        "pilots": (PROGRAMME, cities_param()),
        "city": (city_param(),),
        DESK: (),
    }
    return own[name]


def _pages() -> dict[str, StreamlitPage]:
    say = filters.words()
    hidden = HIDDEN if settings.desk() else (*HIDDEN, DESK)
    return {
        name: st.Page(
            paths.PAGES / f"{name}.py",
            title=say(f"page.{name}"),
            url_path=name,
            default=name == PAGES[0],
            visibility="hidden" if name in hidden else "visible",
        )
        for name in (*PAGES, DESK, *HIDDEN)
    }
