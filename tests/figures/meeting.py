"""The selection and the tables of a meeting, for tests of slides and of files made from them."""

from __future__ import annotations

from functools import cache, partial

import pandas as pd

from utils import paths
from utils.figures import slides
from utils.figures.slide import SLIDES, Material, Selection, Slide, SlideName
from utils.measures.record import Record
from utils.measures.rules import Question, RuleCode
from utils.measures.scores_record import ScoreRecord
from utils.measures.staircase import Staircase
from utils.tables import shipped
from utils.words import Lang, Words


@cache
def material(*, fictitious: bool = False) -> Material:
    load = partial(shipped.load, data=paths.FICTITIOUS if fictitious else paths.DATA)
    return Material(
        record=Record.of(shipped.load),
        staircase=Staircase.of(load, fictitious=fictitious),
        scores=ScoreRecord.of(load, fictitious=fictitious),
        tables={name: shipped.load(name) for name in ("pilots", "municipalities")},
    )


def selection(
    lang: Lang = "en",
    *,
    year: int = 2563,
    rule: RuleCode = "b",
    names: tuple[SlideName, ...] = SLIDES,
    fictitious: bool = False,
    codes: tuple[str, ...] | None = None,
) -> Selection:
    provinces: pd.DataFrame = material().record.provinces
    return Selection(
        question=Question(rule=rule, fiscal_year_be=year, window_years=3),
        codes=tuple(provinces["province_code"]) if codes is None else codes,
        area="" if codes is None else "X",
        words=Words(lang),
        slides=names,
        release=7,
        released="2026-11-24",
        link="https://host/present?year=2563",
        fictitious=fictitious,
    )


def made(chosen: Selection) -> dict[SlideName, Slide]:
    found = slides.build(chosen, material(fictitious=chosen.fictitious))
    return {slide.name: slide for slide in found}
