"""What the address of each page may name besides the shared filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from utils.desk import minutes, store
from utils.figures import labels, slide
from utils.figures.choropleth import MEASURES
from utils.measures import areas
from utils.measures.groups import Grouping
from utils.measures.moves import MOVES
from utils.measures.programmes import GROUPS
from utils.measures.scores_record import ScoreRecord
from utils.measures.tallies import LaoGrouping
from utils.screen import link, score_tables, shown
from utils.screen.cache import kept, record, table
from utils.screen.link import Param, Several
from utils.tables.schemas import ALL, TABLES
from utils.tables.staircase_columns import FICTITIOUS_PREFIX

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
# Resolutions go on over as many slides as they need.
SLIDE = Param(name="slide", options=("", *map(str, range(1, 100))), default="")
AUTO = Param(name="auto", options=("0", "10", "20", "30", "60"), default="0")
INVENTED = Param(name="invented", options=("no", "yes"), default="no")
DICTIONARY = Param(name="table", options=tuple(ALL), default="awards")

# Two pilots of one programme, which the page opens with: Nan and Phitsanulok.
COMPARED_FIRST = ("LAO-55-004", "LAO-65-005")
MOST_CITIES = 8

# What readers know a value of the address by, where its widget's words have another key.
CALLED = {
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
    "meeting": "minutes.choose",
}


def own(name: str) -> tuple[Param, ...]:
    """Return what belongs to one page of an address; `name`: of the page."""
    by_page: dict[str, Callable[[], tuple[Param, ...]]] = {
        "overview": lambda: (GROUPING,),
        "map": lambda: (MEASURE, VIEW),
        "staircase": lambda: (PART, BY, MOVE, LONGER),
        "province": lambda: (province_param(),),
        "methods": lambda: (DICTIONARY,),
        "pilots": lambda: (PROGRAMME, cities_param(), assessor_param(), SHAPE),
        "city": lambda: (city_param(), assessor_param(), SHAPE),
        "scores": lambda: (SCORE_PART, LAO_TYPE, assessor_param(), lao_param()),
        "present": lambda: (SLIDES, SLIDE, AUTO, INVENTED, meeting_param()),
        "history": lambda: (HISTORY_PART, ROWS_OF, *history_params()),
        "desk": tuple,
    }
    return by_page[name]()


def province_param() -> Param:
    """Return the parameter that names a province by its ISO code, as in ?province=TH-60."""
    codes = tuple(record().provinces["iso_code"])
    return Param(name="province", options=codes, default=codes[1])


def lao_param() -> Param:
    """Return the parameter that names an LAO of the score tables in use, empty for none."""
    return _lao_param(score_tables.tables())


def assessor_param() -> Param:
    """Return the parameter that names who assessed: the national level only where a score is."""
    usual = ASSESSOR.options[:-1]
    held = score_tables.tables().assessors
    return ASSESSOR if "national" in held else replace(ASSESSOR, options=usual)


def city_param() -> Param:
    """Return the parameter that names an LAO by its id, as in ?city=LAO-60-001."""
    return _city_param(score_tables.tables())


def cities_param() -> Several:
    """Return the parameter that names the LAOs compared, as in ?cities=LAO-55-004,LAO-65-005."""
    return _cities_param(score_tables.tables())


def meeting_param() -> Param:
    """Return the parameter that names a meeting whose minutes are shown, empty for none."""
    with store.opened().connect() as connection:
        numbers = [str(one.number) for one in minutes.every(connection)]
    return Param(name="meeting", options=("", *numbers), default="")


def history_params() -> tuple[Param, Param]:
    """Return the parameters that name the two releases compared: the one shown, with the last."""
    numbers = tuple(str(one.number) for one in shown.every())
    to = shown.release().number
    return (
        Param(name="from", options=numbers, default=str(max(to - 1, 1))),
        Param(name="to", options=numbers, default=str(to)),
    )


@kept
def _lao_param(held: ScoreRecord) -> Param:
    ids = held.municipalities["lao_id"].unique()
    return Param(name="lao", options=("", *ids), default="")


@kept
def _city_param(held: ScoreRecord) -> Param:
    ids = _register_ids()
    return Param(name="city", options=(*ids, *_invented_ids(held)), default=ids[0])


@kept
def _cities_param(held: ScoreRecord) -> Several:
    return Several(
        name="cities",
        options=(*_register_ids(), *_invented_ids(held)),
        default=link.join(COMPARED_FIRST),
        most=MOST_CITIES,
        apart=FICTITIOUS_PREFIX,
    )


@kept
def _register_ids() -> tuple[str, ...]:
    return tuple(table("municipalities")["lao_id"].unique())


@kept
def _invented_ids(held: ScoreRecord) -> tuple[str, ...]:
    """Return the invented LAOs with scores, where their tables are in use."""
    return tuple(held.scores["lao_id"].unique()) if held.fictitious else ()
