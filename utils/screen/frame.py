"""What surrounds every page: the page list, the shared filters, and the way in."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache
from typing import Any, get_args

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from utils import paths, settings
from utils.desk.migrate import NewerStoreError
from utils.desk.verify import DamagedStoreError
from utils.figures import labels, slide
from utils.figures.choropleth import MEASURES
from utils.figures.theme import css_variables
from utils.measures import areas
from utils.measures.groups import Grouping
from utils.measures.moves import MOVES
from utils.measures.programmes import GROUPS
from utils.measures.tallies import LaoGrouping
from utils.screen import (
    about,
    broken,
    filters,
    link,
    release_note,
    score_tables,
    shown,
    sign_in,
)
from utils.screen.cache import kept, record, table
from utils.screen.filters import Filters
from utils.screen.link import Param, Several
from utils.tables.schemas import ALL, TABLES
from utils.tables.staircase_columns import FICTITIOUS_PREFIX
from utils.words import Words

_LOG = logging.getLogger(__name__)
_INSIDE = "frame.inside"
PAGES = (
    "overview",
    "map",
    "staircase",
    "scores",
    "pilots",
    "province",
    "present",
    "history",
    "methods",
)
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
LAO_TYPE = Param(name="type", options=(areas.ALL, *labels.LAO_TYPES.values()), default=areas.ALL)
ASSESSOR = Param(name="assessor", options=("self", "area", "national"), default="self")
MOVE = Param(name="move", options=("all", *MOVES), default="up")
LONGER = Param(name="longer", options=("usual", *map(str, range(1, 11))), default="usual")
SHAPE = Param(name="shape", options=("dots", "radar"), default="dots")
PROGRAMME = Param(name="programme", options=("compare", *GROUPS, "effect"), default="compare")
HISTORY_PART = Param(name="part", options=("releases", "quality"), default="releases")
ROWS_OF = Param(name="table", options=("", *TABLES), default="")
# The slides of a meeting: which ones in which order, and the one that is shown.
SLIDES = Several(
    name="slides", options=slide.SLIDES, default=link.join(slide.SLIDES), most=len(slide.SLIDES)
)
SLIDE = Param(name="slide", options=("", *map(str, range(1, len(slide.SLIDES) + 1))), default="")
AUTO = Param(name="auto", options=("0", "10", "20", "30", "60"), default="0")
INVENTED = Param(name="invented", options=("no", "yes"), default="no")
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
    "shape": "city_scores.shapes",
    "city": "filter.municipality",
    "from": "history.from",
    "to": "history.to",
    "slides": "present.set",
    "slide": "present.set",
    "auto": "present.auto",
    "invented": "present.invented",
}


def run() -> None:
    """Draw the frame and run the chosen page: all that dashboard.py does."""
    st.session_state[_INSIDE] = True
    try:
        lang = filters.words().lang
        pages = _pages()
        chosen = st.navigation(list(pages.values()), position="top")
        name = next(key for key, page in pages.items() if page == chosen)
        link.carry(filters.SHARED, page=name)
        try:
            shown.begin()
        except (DamagedStoreError, NewerStoreError) as error:
            broken.page(error)
            return
        sign_in.note()
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
        release_note.foot(say, _pictures(name))
        release_note.arrived(say)
        chosen.run()
    finally:
        st.session_state.pop(_INSIDE, None)


def _pictures(page: str) -> dict[str, Any]:
    """Return what the pictures of a page say of themselves as files."""
    code = None
    if page == "province":
        known = record().provinces.set_index("iso_code")["province_code"]
        code = str(known[link.value(province_param())])
    return about.of_pictures(filters.current(), page, code)


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
    _say_refused(say)
    release_note.older(say)
    if not needs_area and chosen.area:
        st.caption(say("area.not_used", area=chosen.area))
    if needs_area and not chosen.codes:
        st.info(say("filter.empty"))
        st.stop()
    return chosen


def _say_refused(say: Words) -> None:
    """Say which values of the link were refused; of compared cities, why."""
    faults = dict(link.refused())
    cities = faults.pop("cities", None)
    if cities is not None:
        st.warning(say(f"pilots.refused.{cities}", most=MOST_CITIES))
    if faults:
        called = (say(_CALLED.get(name, f"filter.{name}")) for name in faults)
        st.warning(say("filter.refused", names=", ".join(called)))


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
    return Param(name="city", options=(*ids, *_invented_ids()), default=ids[0])


def cities_param() -> Several:
    """Return the parameter that names the LAOs compared, as in ?cities=LAO-55-004,LAO-65-005."""
    return Several(
        name="cities",
        options=(*_register_ids(), *_invented_ids()),
        default=link.join(COMPARED_FIRST),
        most=MOST_CITIES,
        apart=FICTITIOUS_PREFIX,
    )


def history_params() -> tuple[Param, Param]:
    """Return the parameters that name the two releases compared: the one shown, with the last."""
    numbers = tuple(str(one.number) for one in shown.every())
    to = shown.release().number
    return (
        Param(name="from", options=numbers, default=str(max(to - 1, 1))),
        Param(name="to", options=numbers, default=str(to)),
    )


@kept
def _register_ids() -> tuple[str, ...]:
    return tuple(dict.fromkeys(table("municipalities")["lao_id"]))


def _invented_ids() -> tuple[str, ...]:
    """Return the invented LAOs with scores, where their tables are in use."""
    held = score_tables.tables()
    return tuple(dict.fromkeys(held.scores["lao_id"])) if held.fictitious else ()


def open_loading(chosen: Filters) -> None:
    """Go to what the page of scores says of loading them, the shared filters kept."""
    _open("scores", {filters.FICTITIOUS.name: "off"}, chosen)


def open_province(iso_code: str, chosen: Filters) -> None:
    """Go to a province's page, the shared filters kept."""
    _open("province", {"province": iso_code}, chosen)


def open_city(lao_id: str, chosen: Filters) -> None:
    """Go to a city's card, the shared filters kept."""
    _open("city", {"city": lao_id}, chosen)


def open_comparison(lao_ids: str, chosen: Filters) -> None:
    """Go to the comparison of cities, joined as in a link, the shared filters kept."""
    _open("pilots", {"cities": lao_ids}, chosen)


def _open(page: str, own: dict[str, str], chosen: Filters) -> None:
    st.switch_page(_pages()[page], query_params=own | chosen.short_link)


@cache
def _style() -> str:
    return (paths.STATIC / "frame.css").read_text("utf-8")


def _own_params(name: str) -> tuple[Param, ...]:
    if name == "scores":
        return (SCORE_PART, LAO_TYPE, assessor_param(), lao_param())
    if name == "history":
        return (HISTORY_PART, ROWS_OF, *history_params())
    own: dict[str, tuple[Param, ...]] = {
        "overview": (GROUPING,),
        "map": (MEASURE, VIEW),
        "staircase": (PART, BY, MOVE, LONGER),
        "province": (province_param(),),
        "methods": (DICTIONARY,),
        "pilots": (PROGRAMME, cities_param(), assessor_param(), SHAPE),
        "city": (city_param(), assessor_param(), SHAPE),
        "present": (SLIDES, SLIDE, AUTO, INVENTED),
        DESK: (),
    }
    return own[name]


def _pages() -> dict[str, StreamlitPage]:
    say = filters.words()
    hidden = HIDDEN if settings.desk() or sign_in.configured() else (*HIDDEN, DESK)
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
