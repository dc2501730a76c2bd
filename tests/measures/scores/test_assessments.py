"""Assessments: read once from a record, and narrowed to an area, a type, an edition or a year."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import EDITION, REVISED, assessed, same, shipped_record
from tests.measures.stair import frame
from utils.measures.scores.assessments import (
    ScoreReading,
    edition_of,
    of_year,
    other_editions,
    score_reading,
    selected,
)
from utils.measures.scores.editions import EditionsNotComparableError
from utils.measures.scores.levels import levels
from utils.measures.scores.record import ScoreRecord
from utils.measures.scores.summary import (
    Middle,
    component_summary,
    middle,
    reached,
    score_shares,
    scores_in_brief,
)
from utils.tables.declared import schemas

PLACES = {"A": ("ทน.", "10"), "B": ("ทต.", "10"), "C": ("ทต.", "50"), "D": ("ทต.", "50")}


def reading(*assessments: list[dict[str, object]]) -> ScoreReading:
    where = pd.DataFrame(PLACES, index=["lao_type", "province_code"]).T.astype("string")
    totals = scoring.totals(*assessments).drop(columns="lao_type").join(where, on="lao_id")
    return ScoreReading(
        lpa=scoring.lpa(),
        known=scoring.known(*assessments),
        parts=scoring.parts(*assessments),
        totals=totals,
        where=where,
    )


def cutoffs() -> pd.DataFrame:
    return frame(
        schemas.SCORE_CUTOFFS,
        [
            {"scale": "self_pass", "lao_type": "ทต.", "level": "pass", "low_percent": 60}
            | {"confidence": "stated"},
            {"scale": "area_result", "level": "very_good", "low_percent": 70}
            | {"confidence": "assumed"},
            {"scale": "area_result", "level": "good", "low_percent": 60}
            | {"confidence": "assumed"},
        ],
    )


def test_the_edition_of_a_year_is_that_of_most_of_its_assessments() -> None:
    mixed = scoring.totals(
        assessed("A", {1: 9}),
        assessed("B", {1: 9}, edition=REVISED),
        assessed("C", {1: 9}, edition=REVISED),
        assessed("D", {1: 9}, year=2563),
    )
    assert edition_of(mixed, 2562) == REVISED
    assert edition_of(mixed, 2563) == EDITION
    assert edition_of(mixed, 2564) is None
    assert [other_editions(mixed, year) for year in (2562, 2563, 2564)] == [1, 0, 0]


def test_a_selection_holds_an_area_a_type_and_one_edition_of_every_year() -> None:
    whole = reading(
        assessed("A", same(15)),
        assessed("B", same(15)),
        assessed("B", same(15), year=2561),
        assessed("C", same(15)),
        assessed("D", same(15), edition=REVISED),
    )
    country = selected(whole, fiscal_year_be=2562, province_codes=("10", "50"))
    assert country.totals["lao_id"].tolist() == ["A", "B", "B", "C"]
    assert len(country.known) == 40
    assert len(country.parts) == 8
    narrow = selected(whole, fiscal_year_be=2562, province_codes=("10",), lao_type="ทต.")
    assert narrow.totals["fiscal_year_be"].tolist() == [2561, 2562]
    assert set(narrow.known["lao_id"]) == {"B"}
    assert of_year(narrow.totals, 2562, "self")["lao_id"].tolist() == ["B"]
    assert of_year(narrow.totals, 2562, "area").empty
    assert selected(whole, fiscal_year_be=2570, province_codes=("10",)).totals.empty


def test_the_median_and_the_middle_half_need_five() -> None:
    assert middle(pd.Series([], dtype="Float64")) == Middle(n=0)
    assert middle(pd.Series([1, 2, pd.NA, 9, 4], dtype="Float64")) == Middle(n=4)
    assert middle(pd.Series([1, 2, 3, 4, 9], dtype="Float64")) == Middle(
        n=5, median=3, low=2, high=4
    )


def test_a_brief_counts_the_assessed_and_those_with_a_total() -> None:
    # 15 of 30 throughout, but 15 of 20 on the last: (50 + 100 x 75 / 140) / 2.
    five = [assessed(lao, same(15)) for lao in "ACDEF"]
    result = scores_in_brief(scoring.totals(*five, assessed("B", {1: 30})))
    assert result.assessed == 6
    assert result.total.n == 5
    assert result.total.median == pytest.approx((50 + 100 * 75 / 140) / 2)
    one = scores_in_brief(scoring.totals(five[0], assessed("B", {1: 30})))
    assert (one.assessed, one.total) == (2, Middle(n=1))  # one city is no median
    with pytest.raises(EditionsNotComparableError):
        scores_in_brief(
            scoring.totals(assessed("A", {1: 1}), assessed("B", {1: 1}, edition=REVISED))
        )


def test_components_are_described_over_those_that_know_enough_of_them() -> None:
    table = component_summary(
        scoring.parts(
            *(assessed(lao, same(15, range(1, 6))) for lao in "ADEF"),  # 50 %
            assessed("B", same(30, range(1, 5))),  # 100 %, four of five
            assessed("C", {1: 0, 6: 30}),  # one of five: left out
        )
    )
    first = table.loc[1]
    assert (first["n"], first["median"], first["assessed"]) == (5, 50, 6)
    assert (first["known"], first["of"], first["derived"]) == (25, 30, 0)
    assert table.loc[2, "n"] == 0
    assert table.loc[2, ["low", "median", "high"]].isna().all()
    assert (table.loc[2, "known"], table.loc[2, "of"]) == (1, 30)


def test_levels_are_counted_on_their_own_scale_and_those_without_a_cutoff_left_out() -> None:
    own = scoring.totals(assessed("A", same(20)), assessed("B", same(10)), assessed("C", {1: 1}))
    passed = reached(levels(own, cutoffs(), "self_pass"), cutoffs(), "self_pass")
    # A: (66.7 + 100 x 100 / 140) / 2 passes at 60; B does not; C has no total.
    assert (passed.n, passed.counts, passed.reached) == (2, (("pass", 1),), 1)
    assert not passed.assumed
    area = scoring.totals(
        assessed("A", same(20), assessor="area"), assessed("B", same(18), assessor="area")
    )
    # A: 69.0 good; B: (60 + 100 x 90 / 140) / 2 = 62.1 good
    figure = reached(levels(area, cutoffs(), "area_result"), cutoffs(), "area_result")
    assert figure.counts == (("good", 2), ("very_good", 0))
    assert figure.assumed
    other = scoring.totals(assessed("A", same(20)), lao_type="อบจ.")
    assert reached(levels(other, cutoffs(), "self_pass"), cutoffs(), "self_pass").n == 0


def test_shares_fall_into_the_classes_of_totals() -> None:
    scores = {1: 0, 2: 14.99, 3: 15, 4: 18, 5: 27, 6: 30, 10: 14}
    shares = score_shares(scoring.known(assessed("A", scores))).set_index("indicator")
    assert shares["class_low"].to_dict() == {1: 0, 2: 0, 3: 50, 4: 60, 5: 90, 6: 90, 10: 70}
    assert shares.loc[10, "percent"] == 70
    assert score_shares(scoring.known()).empty


def record() -> ScoreRecord:
    """Return A, with part of component 2 from the LPA, and B, of which too little is known."""
    laos = [
        {"lao_id": lao, "lao_type": "ทต.", "province_code": "50", "name_th": lao} for lao in "AB"
    ]
    result = {"lao_id": "A", "fiscal_year_be": 2561, "average_percent": 80}
    return replace(
        shipped_record(fictitious=False),
        scores=scoring.table(assessed("A", same(15, range(1, 9))), assessed("B", {1: 30})),
        lpa=frame(schemas.LPA_RESULTS, [result]),
        indicators=scoring.indicators(),
        components=scoring.components(),
        conversions=scoring.conversions([(9, "average", 0, 0), (9, "average", 100, 30)]),
        municipalities=frame(schemas.MUNICIPALITIES, laos),
    )


def test_a_record_is_read_through_to_the_total() -> None:
    reading = score_reading(record())
    assert reading.lpa["band"].tolist() == ["very_good"]
    first, second = reading.totals.to_dict("records")
    # component 1: 50 %; component 2: 15 x 3 + 24 (80 % of 30) of 120 = 57.5 %
    assert first["total"] == pytest.approx(53.75)
    assert (first["known"], first["derived"], first["of"]) == (9, 1, 10)
    assert (first["lao_type"], first["province_code"], first["region6"]) == ("ทต.", "50", "North")
    assert pd.isna(second["total"])
    assert reading.where.index.tolist() == ["A", "B"]
    assert reading.known["derived"].sum() == 1
    assert len(reading.parts) == 4


def test_a_record_is_read_once() -> None:
    one = record()
    assert score_reading(one) is score_reading(one)
    assert score_reading(one) is not score_reading(replace(one))


def test_the_shipped_record_is_empty_and_reads_as_empty() -> None:
    reading = score_reading(shipped_record(fictitious=False))
    assert [len(table) for table in (reading.known, reading.parts, reading.totals)] == [0, 0, 0]
