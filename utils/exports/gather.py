"""What files are made from, straight from the store: for files made without the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from utils import paths, settings
from utils.desk import store
from utils.desk.releases import Release
from utils.figures import labels, province_sheet
from utils.figures.province_facts import GROUPINGS, Place
from utils.figures.province_sheet import Sheet
from utils.figures.slide import Material, Selection, SlideName
from utils.measures import coverage, evidence, groups
from utils.measures.areas import Area, inside
from utils.measures.record import Record
from utils.measures.rules import Question, RuleCode
from utils.measures.staircase import Staircase
from utils.tables import shipped
from utils.words import Words

_SLIDE_TABLES = ("pilots", "municipalities")


class EmptyAreaError(Exception):
    """The chosen areas share no province."""


class NoSuchProvinceError(Exception):
    """No province has this ISO code."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asks for on a command line; `year` None for the record's last."""

    rule: RuleCode
    year: int | None
    window: int | None
    area: Area
    slides: tuple[SlideName, ...]
    fictitious: bool
    words: Words
    address: str


def gather(asked: Asked, release: Release) -> tuple[Selection, Material]:
    """Return the selection that was asked for, with the tables of a release.

    Raises
    ------
    EmptyAreaError
        If the areas share no province.
    """
    load = partial(store.table, shown=release)
    record = Record.of(load)
    real = _staircase(load, fictitious=False)
    invented = asked.fictitious and real.is_empty and settings.fictitious()
    material = Material(
        record=record,
        staircase=_invented(load) if invented else real,
        tables={name: load(name) for name in _SLIDE_TABLES},
    )
    return _selection(asked, record, release, load, fictitious=invented), material


def gather_province(
    asked: Asked, iso_code: str, release: Release
) -> tuple[Selection, Sheet, Record]:
    """Return a province's selection, what its brief says, and the record; no area is asked for.

    Raises
    ------
    NoSuchProvinceError
        If no province has this code.
    """
    load = partial(store.table, shown=release)
    record = Record.of(load)
    found = record.provinces[record.provinces["iso_code"] == iso_code].to_dict("records")
    if not found:
        raise NoSuchProvinceError(iso_code)
    [province], question, say = found, _question(asked, record), asked.words
    states = coverage.by_province(record, question)
    place = Place(
        province=province,
        question=question,
        evidence=evidence.of_province(record, question, province["province_code"]),
        counted={by: groups.coverage_by(states, record.provinces, by) for by in GROUPINGS.values()},
        register=load("municipalities"),
        centre_cities=record.centre_cities,
        areas=_names(load, record),
        years=(record.first_year_be, record.last_year_be),
    )
    codes = {"province": iso_code} | _codes(asked, question) | {"release": release.number}
    chosen = Selection(
        question=question,
        codes=(province["province_code"],),
        area=str(province[f"name_{say.lang}"]),
        words=say,
        slides=(),
        release=release.number,
        released=release.published.date().isoformat(),
        link=f"{asked.address}province?{urlencode(codes)}",
    )
    sheet = province_sheet.sheet(place, load("pilots"), load("press_facts"), say)
    return chosen, sheet, record


def _question(asked: Asked, record: Record) -> Question:
    year = record.last_year_be if asked.year is None else asked.year
    return Question(rule=asked.rule, fiscal_year_be=year, window_years=asked.window)


def _names(load: Callable[[str], pd.DataFrame], record: Record) -> labels.AreaTables:
    return labels.AreaTables(
        clusters=load("clusters"), offices=load("offices"), provinces=record.provinces
    )


def _codes(asked: Asked, question: Question) -> dict[str, Any]:
    """Return year, rule and window by code, as the pages' own links hold them."""
    return {
        "year": question.fiscal_year_be,
        "rule": asked.rule,
        "window": "all" if asked.window is None else asked.window,
        "lang": asked.words.lang,
    }


def _selection(
    asked: Asked,
    record: Record,
    release: Release,
    load: Callable[[str], pd.DataFrame],
    *,
    fictitious: bool,
) -> Selection:
    codes = inside(asked.area, record.provinces)
    if not codes:
        raise EmptyAreaError
    question = _question(asked, record)
    own = {
        "region": asked.area.region,
        "cluster": asked.area.cluster,
        "office": asked.area.office,
        "slides": ",".join(asked.slides),
        "invented": "yes" if fictitious else "no",
        "release": release.number,
    }
    return Selection(
        question=question,
        codes=codes,
        area=labels.area(asked.area, _names(load, record), asked.words),
        words=asked.words,
        slides=asked.slides,
        release=release.number,
        released=release.published.date().isoformat(),
        link=f"{asked.address}present?{urlencode(_codes(asked, question) | own, safe=',')}",
        fictitious=fictitious,
    )


def _invented(load: Callable[[str], pd.DataFrame]) -> Staircase:
    def load_invented(name: str) -> pd.DataFrame:
        held = ("enrolment", "step_evidence", "municipalities")
        return shipped.load(name, data=paths.FICTITIOUS) if name in held else load(name)

    return _staircase(load_invented, fictitious=True)


def _staircase(load: Callable[[str], pd.DataFrame], *, fictitious: bool) -> Staircase:
    return Staircase(
        enrolment=load("enrolment"),
        evidence=load("step_evidence"),
        register=load("municipalities"),
        provinces=load("provinces"),
        levels=load("step_levels"),
        requirements=load("step_requirements"),
        fictitious=fictitious,
    )
