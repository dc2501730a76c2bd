"""A selection and its tables straight from the store: for files made without the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from utils import paths, settings
from utils.desk import store
from utils.desk.releases import Release
from utils.figures import labels
from utils.figures.slide import Material, Selection, SlideName
from utils.measures.areas import Area, inside
from utils.measures.record import Record
from utils.measures.rules import Question, RuleCode
from utils.measures.staircase import Staircase
from utils.tables import shipped
from utils.words import Words

_SLIDE_TABLES = ("pilots", "municipalities")


class EmptyAreaError(Exception):
    """The chosen areas share no province."""


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
    names = labels.AreaTables(
        clusters=load("clusters"), offices=load("offices"), provinces=record.provinces
    )
    year = record.last_year_be if asked.year is None else asked.year
    return Selection(
        question=Question(rule=asked.rule, fiscal_year_be=year, window_years=asked.window),
        codes=codes,
        area=labels.area(asked.area, names, asked.words),
        words=asked.words,
        slides=asked.slides,
        release=release.number,
        released=release.published.date().isoformat(),
        link=f"{asked.address}present?{urlencode(_codes(asked, year, fictitious), safe=',')}",
        fictitious=fictitious,
    )


def _codes(asked: Asked, year: int, fictitious: bool) -> Mapping[str, Any]:  # noqa: FBT001
    """Return every choice, spelled out by code, as the page's own link holds them."""
    return {
        "year": year,
        "rule": asked.rule,
        "window": "all" if asked.window is None else asked.window,
        "region": asked.area.region,
        "cluster": asked.area.cluster,
        "office": asked.area.office,
        "lang": asked.words.lang,
        "slides": ",".join(asked.slides),
        "invented": "yes" if fictitious else "no",
    }


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
