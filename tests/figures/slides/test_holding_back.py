"""The slide of what holds cities back, against scores counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from tests.figures.slides.meeting import made, material, selection
from tests.measures import scoring
from tests.measures.scoring import Scores, assessed, same, shipped_record
from utils.figures.slides import build
from utils.figures.slides.slide import Slide

# Half of the points: 50 %, where ทต. pass at 60.
HALF = {**same(15, range(1, 10)), 10: 10}
# 84 of 150 and 84 of 140: 58 %; every indicator closes the two missing by itself.
NEAR = {1: 0, **same(21, range(2, 6)), **same(18, range(6, 10)), 10: 12}
FULL = {**same(30, range(1, 10)), 10: 20}


def held(*scores: Scores, year: int = 2562) -> Slide | None:
    """Return the slide where LAOs of the type ทต. have these scores."""
    real = shipped_record(fictitious=False)
    register = real.municipalities
    ids = register.loc[register["lao_type"] == "ทต.", "lao_id"].drop_duplicates()
    rows = [assessed(lao, one) for lao, one in zip(ids, scores, strict=False)]
    named = {"name_th": "ชื่อ", "name_en": "Name", "name_th_status": "given"}
    record = replace(
        real,
        scores=scoring.table(*rows),
        indicators=scoring.indicators().assign(**named),
        components=scoring.components(),
    )
    chosen = selection(year=year, names=("holding",))
    result = build.build(chosen, replace(material(), scores=record))
    return result[0] if result else None


def test_ten_and_more_are_told_as_the_share_of_the_gap() -> None:
    slide = held(*[HALF] * 10, FULL)
    assert slide is not None
    # Of the gap of 10: indicator 6 closes 15 x 50/140 = 5.357, indicator 1 closes 15/3 = 5.
    assert [(row["value"], row["text"]) for row in slide.figure["rows"]] == [
        *[(53.6, "53.6%")] * 4,
        (50.0, "50.0%"),
    ]
    assert slide.figure["nested"] is False
    assert slide.sentence == (
        "FY 2562: 10 LAOs can still reach a higher level; the indicator that would close most of "
        "the gap at its maximum is 6. Name, 53.6% on average"
    )
    assert "a calculation, not a cause" in slide.basis
    assert "FY 2562 · Self-assessment" in slide.basis
    assert len(slide.table) == 10
    assert not slide.fictitious


def test_fewer_are_told_as_n_of_n() -> None:
    slide = held(NEAR, HALF)
    assert slide is not None
    assert slide.figure["nested"] is True
    first = slide.figure["rows"][0]
    assert (first["value"], first["total"], first["text"]) == (1, 2, "1/2")
    assert "alone, at its maximum, would bring 1 of 2 there" in slide.sentence
    assert "%" not in slide.sentence


def test_where_no_indicator_is_enough_by_itself_it_says_so() -> None:
    slide = held(HALF, HALF)
    assert slide is not None
    # Of the gap of 10 no indicator closes more than 5.4: see above.
    assert {row["text"] for row in slide.figure["rows"]} == {"0/2"}
    assert slide.sentence == (
        "FY 2562: 2 LAOs can still reach a higher level, but no single indicator would bring any "
        "of them there"
    )


def test_the_last_year_stands_in_for_one_without_scores_and_says_so() -> None:
    slide = held(NEAR, year=2563)
    assert slide is not None
    assert slide.sentence.startswith("FY 2562:")


def test_nobody_below_a_level_and_nobody_known_are_two_things() -> None:
    top = held(FULL)
    assert top is not None
    assert held({1: 3}) is None  # no total is known: nothing to say
    assert top.sentence == "FY 2562: none of the 1 LAO with a total has a higher level to reach"
    assert (top.kind, top.figure["groups"], top.figure["marks"]) == ("names", [], [])


def test_without_real_scores_it_is_left_out_unless_invented_ones_are_asked_for() -> None:
    assert held() is None
    asked = selection("th", names=("holding",), fictitious=True)
    assert made(replace(asked, fictitious=False)) == {}
    invented = made(asked)["holding"]
    assert invented.fictitious
    assert invented.sentence.startswith("[ข้อมูลสมมติ ไม่ใช่ข้อมูลจริง] ปีงบประมาณ พ.ศ. 2563")
    assert invented.basis.endswith("ข้อมูลสมมติ")
    assert isinstance(invented.table, pd.DataFrame)
    # Real tables never take their place, and invented ones never that of real ones.
    chosen = selection(names=("holding",))
    assert build.build(chosen, material(fictitious=True)) == ()
