"""What the address of each page may name besides the shared filters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from utils.desk.store import minutes as store_minutes
from utils.desk.store import store
from utils.exports.pack import since_asked
from utils.figures.coverage.choropleth import MEASURES
from utils.figures.slides import slide
from utils.measures.cities.programmes import GROUPS
from utils.measures.coverage import areas as coverage_areas
from utils.measures.coverage.groups import Grouping
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.group_counts import LaoGrouping
from utils.measures.staircase.moves import MOVES
from utils.screen.app import filters, link, release_shown
from utils.screen.app.cache import kept, record, table
from utils.screen.app.link import Param, Several
from utils.screen.scores import tables_in_use
from utils.tables.declared.places import FICTITIOUS_PREFIX, LAO_TYPES_EN
from utils.tables.declared.schemas import ALL, TABLES


class RowNumber(Param):
    """A value that holds the place of a row in its table, from 1, or nothing."""

    def fault(self, held: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        return None if not held or re.fullmatch("[1-9][0-9]{0,6}", held) else "unknown"


class OfficeNumber(Param):
    """A value that holds the number of an office, 0 for rows of no single office, or nothing."""

    def fault(self, held: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        offices = filters.params()["office"].options[1:]
        return None if held in {"", "0", *offices} else "unknown"


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
    name="type",
    options=(coverage_areas.ALL, *LAO_TYPES_EN.values()),
    default=coverage_areas.ALL,
)
ASSESSOR = Param(name="assessor", options=("self", "area", "national"), default="self")
MOVE = Param(name="move", options=("all", *MOVES), default="up")
LONGER = Param(name="longer", options=("usual", *map(str, range(1, 11))), default="usual")
SHAPE = Param(name="shape", options=("dots", "radar"), default="dots")
PROGRAMME = Param(name="programme", options=("compare", *GROUPS, "effect"), default="compare")
HISTORY_PART = Param(name="part", options=("releases", "quality"), default="releases")
ROWS_OF = Param(name="table", options=("", *TABLES), default="")
# The quality of a release: rows of which office and year, or one by its place; tables of offices.
ROW = RowNumber(name="row", options=(), default="")
ROWS_OFFICE = OfficeNumber(name="of_office", options=(), default="")
ROWS_YEAR = Param(name="of_year", options=("", *map(str, range(2500, 2600))), default="")
OF_OFFICES = Param(
    name="offices_of",
    options=("awards", "enrolment", "scores", "lpa_results", "green_areas"),
    default="awards",
)
QUALITY = (ROWS_OF, ROWS_OFFICE, ROWS_YEAR, ROW, OF_OFFICES)
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
COMPARISON = "pilots"  # the page that compares them

# What readers know a value of the address by, where its widget's words have another key.
CALLED = {
    "lang": "filter.language",
    "group": "overview.groups",
    "show": "filter.measure",
    "view": "filter.view",
    "table": "methods.dictionary_table",
    "of_office": "filter.office",
    "of_year": "filter.year",
    "row": "history.key",
    "offices_of": "quality.offices_of",
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
    "since": "since.with",
    "meeting": "minutes.choose",
}


def own(name: str) -> tuple[Param, ...]:
    """Return what belongs to one page of an address; `name`: of the page."""
    by_page: dict[str, Callable[[], tuple[Param, ...]]] = {
        "overview": lambda: (GROUPING, since_param("overview")),
        "map": lambda: (MEASURE, VIEW),
        "staircase": lambda: (PART, BY, MOVE, LONGER),
        "province": lambda: (province_param(),),
        "methods": lambda: (DICTIONARY,),
        "pilots": lambda: (PROGRAMME, cities_param(), assessor_param(), SHAPE),
        "city": lambda: (city_param(), assessor_param(), SHAPE),
        "scores": lambda: (SCORE_PART, LAO_TYPE, assessor_param(), lao_param()),
        "present": lambda: (
            *(SLIDES, SLIDE, AUTO, INVENTED),
            *(since_param("present"), meeting_param()),
        ),
        "history": lambda: (HISTORY_PART, *QUALITY, *history_params()),
        "desk": tuple,
    }
    return by_page[name]()


def province_param() -> Param:
    """Return the parameter that names a province by its ISO code, as in ?province=TH-60."""
    codes = tuple(record().provinces["iso_code"])
    return Param(name="province", options=codes, default=codes[1])


def lao_param() -> Param:
    """Return the parameter that names an LAO of the score tables in use, empty for none."""
    return _lao_param(tables_in_use.tables())


def assessor_param() -> Param:
    """Return the parameter that names who assessed: the national level only where a score is."""
    usual = ASSESSOR.options[:-1]
    held = tables_in_use.tables().assessors
    return ASSESSOR if "national" in held else replace(ASSESSOR, options=usual)


def city_param() -> Param:
    """Return the parameter that names an LAO by its id, as in ?city=LAO-60-001."""
    return _city_param(tables_in_use.tables())


def cities_param() -> Several:
    """Return the parameter that names the LAOs compared, as in ?cities=LAO-55-004,LAO-65-005."""
    return _cities_param(tables_in_use.tables())


def meeting_param() -> Param:
    """Return the parameter that names a meeting whose minutes are shown, empty for none."""
    with store.opened().connect() as connection:
        numbers = [str(one.number) for one in store_minutes.every(connection)]
    return Param(name="meeting", options=("", *numbers), default="")


def history_params() -> tuple[Param, Param]:
    """Return the parameters that name the two releases compared: the one shown, with the last."""
    numbers = tuple(str(one.number) for one in release_shown.every())
    to = release_shown.release().number
    return (
        Param(name="from", options=numbers, default=str(max(to - 1, 1))),
        Param(name="to", options=numbers, default=str(to)),
    )


def since_param(page: str) -> Param:
    """Return the parameter that names what is compared with: ?since=r3 a release, ?since=2562.

    The page Present opens with the release of the last meeting where its link names a meeting, and
    with the fiscal year before otherwise; others open with the release before where there is one.
    """
    last = int(link.value(filters.params()["year"]))
    years = [year for year in _years_with_results() if year < last]
    numbers = [
        one.number for one in release_shown.every() if one.number < release_shown.release().number
    ]
    releases = [since_asked.code_of(number) for number in numbers]
    first = releases
    if page == "present" and releases:
        met = _last_met()
        first = [one for one in releases if one == met]
    default = next(iter([*first, *map(str, years)]), "")
    options = (*releases, *map(str, years))
    return Param(name="since", options=options or (default,), default=default)


def _last_met() -> str:
    """Return the code of the release of the meeting before the named one; empty for none."""
    held = link.value(meeting_param())
    with store.opened().connect() as connection:
        _, last = store_minutes.with_last(connection, int(held) if held else None)
    return "" if last is None else since_asked.code_of(last.release)


@kept
def _years_with_results() -> tuple[int, ...]:
    years = record().awards["fiscal_year_be"]
    return tuple(sorted({int(year) for year in years}, reverse=True))


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
    """Return the invented LAOs, where their tables of scores are in use."""
    return tuple(held.municipalities["lao_id"].unique()) if held.fictitious else ()
