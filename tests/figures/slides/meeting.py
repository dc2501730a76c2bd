"""The selection and the tables of a meeting, for tests of slides and of files made from them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

import pandas as pd

from utils import paths
from utils.figures.slides import build
from utils.figures.slides.slide import SLIDES, Material, Selection, Slide, SlideName
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, RuleCode
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.tables import shipped
from utils.tables.minutes import Meeting, Resolution
from utils.words import Lang, Words

RESOLVED = (
    Resolution(
        number=1,
        version=2,
        slide="remaining",
        text="ให้เร่งรัดจังหวัดที่ยังไม่เข้าเกณฑ์",
        owner="สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 1",
        due_on="2027-09-30",
        noted_at="2026-11-28T03:30:00.000000+00:00",
    ),
    Resolution(
        number=2,
        version=1,
        slide="map",
        text="ถอนแล้ว",
        owner="",
        due_on=None,
        noted_at="2026-11-28T03:10:00.000000+00:00",
        is_withdrawn=True,
    ),
    Resolution(
        number=3,
        version=1,
        slide="",
        text="รับทราบ",
        owner="",
        due_on=None,
        noted_at="2026-11-28T03:20:00.000000+00:00",
    ),
)
LAST = Meeting(
    number=4,
    version=1,
    title="คณะกรรมการ ครั้งที่ 1/2569",
    held_on="2026-08-03",
    release=6,
    selection="year=2563",
    follows=None,
    noted_at="2026-08-03T03:00:00.000000+00:00",
    resolutions=RESOLVED[2:],
)
HELD = replace(
    LAST,
    number=5,
    title="คณะกรรมการ ครั้งที่ 2/2569",
    held_on="2026-11-28",
    release=7,
    follows=4,
    resolutions=RESOLVED,
)


@cache
def material(*, fictitious: bool = False) -> Material:
    load = partial(shipped.load, data=paths.FICTITIOUS if fictitious else paths.DATA)
    return Material(
        record=Record.of(shipped.load),
        staircase=Staircase.of(load, fictitious=fictitious),
        scores=ScoreRecord.of(load, fictitious=fictitious),
        tables={
            name: shipped.load(name)
            for name in ("pilots", "municipalities", "reported_results", "offices")
        },
    )


def selection(
    lang: Lang = "en",
    *,
    year: int = 2563,
    rule: RuleCode = "b",
    names: tuple[SlideName, ...] = SLIDES,
    fictitious: bool = False,
    codes: tuple[str, ...] | None = None,
    meeting: Meeting | None = HELD,
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
        meeting=meeting,
        last=LAST if meeting else None,
    )


@cache
def built(chosen: Selection) -> tuple[Slide, ...]:
    """Return the slides of a selection, built once: most tests look at the same, in turn."""
    return build.build(chosen, material(fictitious=chosen.fictitious))


def made(chosen: Selection) -> dict[SlideName, Slide]:
    return {slide.name: slide for slide in built(chosen)}
