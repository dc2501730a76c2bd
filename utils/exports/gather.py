"""A selection and its tables straight from the store: for files made without the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from utils import paths, settings
from utils.desk import minutes, store
from utils.desk.releases import Release
from utils.figures import labels
from utils.figures.slide import Material, Selection, SlideName
from utils.measures.areas import Area, inside
from utils.measures.record import Record
from utils.measures.rules import Question, RuleCode
from utils.measures.scores_record import ScoreRecord
from utils.measures.staircase import Staircase
from utils.tables import shipped
from utils.tables.known import Load
from utils.words import Words

_SLIDE_TABLES = ("pilots", "municipalities")
_INVENTED = ("enrolment", "step_evidence", "scores", "lpa_results", "municipalities")


class EmptyAreaError(Exception):
    """The chosen areas share no province."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asks for on a command line.

    `year`: None for the record's last. `meeting`: the number of the one that the files are for.
    """

    rule: RuleCode
    year: int | None
    window: int | None
    area: Area
    slides: tuple[SlideName, ...]
    fictitious: bool
    words: Words
    address: str
    meeting: int | None = None


def gather(asked: Asked, release: Release) -> tuple[Selection, Material]:
    """Return the selection that was asked for, with the tables of a release.

    Raises
    ------
    EmptyAreaError
        If the areas share no province.
    RefusedError
        If there is no such meeting.
    """
    load = partial(store.table, shown=release)
    record = Record.of(load)
    wanted = asked.fictitious and settings.fictitious()
    staircase, scores = _staircase(load, fictitious=False), _scores(load, fictitious=False)
    if wanted and staircase.is_empty:
        staircase = _staircase(_invented(load), fictitious=True)
    if wanted and scores.is_empty:
        scores = _scores(_invented(load), fictitious=True)
    material = Material(
        record=record,
        staircase=staircase,
        scores=scores,
        tables={name: load(name) for name in _SLIDE_TABLES},
    )
    invented = staircase.fictitious or scores.fictitious
    return _selection(asked, record, release, load, fictitious=invented), material


def _selection(
    asked: Asked,
    record: Record,
    release: Release,
    load: Load,
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
    with store.opened().connect() as connection:
        meeting, last = minutes.with_last(connection, asked.meeting)
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
        meeting=meeting,
        last=last,
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
        **({} if asked.meeting is None else {"meeting": asked.meeting}),
    }


def _invented(load: Load) -> Load:
    """Return a way to the tables where invented ones stand in, as far as there are any."""

    def load_invented(name: str) -> pd.DataFrame:
        return shipped.load(name, data=paths.FICTITIOUS) if name in _INVENTED else load(name)

    return load_invented


def _staircase(load: Load, *, fictitious: bool) -> Staircase:
    return Staircase(
        enrolment=load("enrolment"),
        evidence=load("step_evidence"),
        register=load("municipalities"),
        provinces=load("provinces"),
        levels=load("step_levels"),
        requirements=load("step_requirements"),
        fictitious=fictitious,
    )


def _scores(load: Load, *, fictitious: bool) -> ScoreRecord:
    return ScoreRecord(
        scores=load("scores"),
        lpa=load("lpa_results"),
        indicators=load("indicators"),
        components=load("components"),
        editions=load("editions"),
        mappings=load("edition_mappings"),
        conversions=load("lpa_conversions"),
        cutoffs=load("score_cutoffs"),
        bands=load("lpa_bands"),
        municipalities=load("municipalities"),
        provinces=load("provinces"),
        fictitious=fictitious,
    )
