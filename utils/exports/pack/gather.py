"""A selection and its tables straight from the store: for files made without the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from utils import paths, settings
from utils.desk.store import minutes as store_minutes
from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.exports.pack.since_asked import since
from utils.figures import labels
from utils.figures.slides.slide import Material, Selection, SlideName
from utils.measures.changes.comparison import State
from utils.measures.changes.provinces import year_before
from utils.measures.coverage.areas import Area, inside
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, RuleCode
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.tables import shipped
from utils.tables.declared.schemas import Load
from utils.words import Words

_SLIDE_TABLES = ("pilots", "municipalities")
_INVENTED = ("enrolment", "step_evidence", "scores", "lpa_results", "municipalities")


class EmptyAreaError(Exception):
    """The chosen areas share no province."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asks for on a command line.

    `year`: None for the record's last. `meeting`: the number of the one that the files are for.
    `since`: a code, as `utils.exports.pack.since_asked.since` takes it.
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
    since: str = ""


def gather(asked: Asked, release: Release) -> tuple[Selection, Material]:
    """Return the selection that was asked for, with the tables of a release.

    Raises
    ------
    EmptyAreaError
        If the areas share no province.
    NotEarlierError
        If there is no earlier release or fiscal year of the code.
    RefusedError
        If there is no such meeting.
    """
    load = partial(store.table, shown=release)
    real = State.of(load)
    wanted = asked.fictitious and settings.fictitious()
    staircase, scores = real.staircase, real.scores
    if wanted and staircase.is_empty:
        staircase = Staircase.of(_invented(load), fictitious=True)
    if wanted and scores.is_empty:
        scores = ScoreRecord.of(_invented(load), fictitious=True)
    invented = staircase.fictitious or scores.fictitious
    chosen = _selection(asked, real.record, release, load, fictitious=invented)
    before = chosen.since.release
    earlier = None if before is None else partial(store.table, shown=store.release(before))
    material = Material(
        record=real.record,
        staircase=staircase,
        scores=scores,
        tables={name: load(name) for name in _SLIDE_TABLES},
        earlier=None if earlier is None else State.of(earlier),
    )
    return chosen, material


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
        meeting, last = store_minutes.with_last(connection, asked.meeting)
    code = asked.since or str(year_before(record, year) or "")
    codes_of_link = _codes(asked) | {
        "year": year,
        "since": code,
        "invented": "yes" if fictitious else "no",
        "release": release.number,
    }
    return Selection(
        question=Question(rule=asked.rule, fiscal_year_be=year, window_years=asked.window),
        codes=codes,
        area=labels.area(asked.area, names, asked.words),
        words=asked.words,
        slides=asked.slides,
        release=release.number,
        released=release.published.date().isoformat(),
        link=f"{asked.address}present?{urlencode(codes_of_link, safe=',')}",
        fictitious=fictitious,
        meeting=meeting,
        last=last,
        since=since(code, asked.words, release=release.number, fiscal_year_be=year),
    )


def _codes(asked: Asked) -> dict[str, Any]:
    """Return every choice that was made, spelled out by code, as the page's own link holds it."""
    return {
        "rule": asked.rule,
        "window": "all" if asked.window is None else asked.window,
        "region": asked.area.region,
        "cluster": asked.area.cluster,
        "office": asked.area.office,
        "lang": asked.words.lang,
        "slides": ",".join(asked.slides),
        **({} if asked.meeting is None else {"meeting": asked.meeting}),
    }


def _invented(load: Load) -> Load:
    """Return a way to the tables where invented ones stand in, as far as there are any."""

    def load_invented(name: str) -> pd.DataFrame:
        held = name in shipped.INVENTED_NAMES
        return shipped.load(name, data=paths.FICTITIOUS) if held else load(name)

    return load_invented
