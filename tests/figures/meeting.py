"""The selection and the tables of a meeting, for tests of slides and of files made from them."""

from __future__ import annotations

from functools import cache

import pandas as pd

from utils import paths
from utils.figures import slides
from utils.figures.slide import SLIDES, Material, Selection, Slide, SlideName
from utils.measures.record import Record
from utils.measures.rules import Question, RuleCode
from utils.measures.staircase import Staircase
from utils.tables import shipped
from utils.words import Lang, Words


@cache
def material(*, fictitious: bool = False) -> Material:
    folder = paths.FICTITIOUS if fictitious else paths.DATA
    enrolment, evidence, register = (
        shipped.load(name, data=folder) for name in ("enrolment", "step_evidence", "municipalities")
    )
    return Material(
        record=Record.of(shipped.load),
        staircase=Staircase(
            enrolment=enrolment,
            evidence=evidence,
            register=register,
            provinces=shipped.load("provinces"),
            levels=shipped.load("step_levels"),
            requirements=shipped.load("step_requirements"),
            fictitious=fictitious,
        ),
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
