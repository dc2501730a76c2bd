"""Component scores and totals by hand: what is missing is left out, never counted as zero."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import assessed, same
from tests.measures.stair import frame
from utils.measures.scores.components import component_scores, known_scores, total_scores
from utils.tables import shipped
from utils.tables.declared import schemas


def test_a_component_is_the_share_of_the_maxima_of_what_is_known() -> None:
    # component 1: 10 + 20 + 30 + 15 of 120, one unknown; component 2: 30 + 10 of 50
    table = scoring.parts(assessed("A", {1: 10, 2: 20, 3: 30, 4: 15, 6: 30, 10: 10}))
    first, second = table.to_dict("records")
    assert (first["known"], first["of"], first["percent"]) == (4, 5, pytest.approx(62.5))
    assert (second["known"], second["of"], second["percent"]) == (2, 5, pytest.approx(80.0))
    assert (first["complete"], second["complete"]) == (True, False)


def test_an_empty_score_and_a_missing_row_are_the_same_and_no_zero() -> None:
    empty = scoring.parts(assessed("A", {1: 15, 2: None}))
    missing = scoring.parts(assessed("A", {1: 15}))
    pd.testing.assert_frame_equal(empty, missing)
    assert empty["percent"].tolist()[0] == 50.0
    assert empty["percent"].isna().tolist() == [False, True]
    zero = scoring.parts(assessed("A", {1: 15, 2: 0}))
    assert zero["percent"].tolist()[0] == 25.0


def test_a_total_is_the_mean_of_components_by_weight() -> None:
    # component 1: 60 of 120 = 50 %; component 2: 98 of 140 = 70 %
    scores = {**same(15, range(1, 5)), 6: 24, 7: 24, 8: 24, 9: 16, 10: 10}
    (row,) = scoring.totals(assessed("A", scores)).to_dict("records")
    assert (row["known"], row["of"], row["complete"]) == (9, 10, True)
    assert row["total"] == pytest.approx(60.0)


def test_weights_that_differ_weigh() -> None:
    weights = scoring.components()
    weights["weight_percent"] = pd.array([75, 25], dtype="Float64")
    rows = assessed("A", {**same(15, range(1, 6)), **same(30, range(6, 10)), 10: 20})
    (row,) = total_scores(scoring.parts(rows), weights).to_dict("records")
    assert row["total"] == pytest.approx(0.75 * 50 + 0.25 * 100)


@pytest.mark.parametrize(("known", "complete"), [(3, False), (4, True), (5, True)])
def test_a_total_needs_four_fifths_of_every_component(known: int, *, complete: bool) -> None:
    scores = {**same(15, range(1, 1 + known)), **same(15, range(6, 10))}
    (row,) = scoring.totals(assessed("A", scores)).to_dict("records")
    assert row["complete"] is complete
    assert pd.isna(row["total"]) is not complete


def test_a_component_of_which_nothing_is_known_leaves_no_total() -> None:
    (row,) = scoring.totals(assessed("A", same(30, range(1, 6)))).to_dict("records")
    assert (row["known"], row["of"], row["complete"]) == (5, 10, False)
    assert pd.isna(row["total"])


def test_two_editions_assessors_and_years_are_assessments_of_their_own() -> None:
    table = scoring.totals(
        assessed("A", same(15)),
        assessed("A", same(30, range(1, 10)), assessor="area"),
        assessed("A", same(30, range(1, 10)), year=2563),
        assessed("A", same(0), year=2568, edition=scoring.REVISED),
    )
    assert len(table) == 4
    # 150 / 150 and 15 x 4 + 15 of 140: 50 % and 75 / 140
    assert table.loc[table["assessor"].eq("self"), "total"].tolist() == [
        pytest.approx((50 + 7500 / 140) / 2),
        pytest.approx(100),
        pytest.approx(0),
    ]


def test_an_edition_without_catalogue_has_no_component_and_no_total() -> None:
    rows = assessed("A", same(30), edition="criteria_2568")
    assert scoring.parts(rows).empty
    assert scoring.totals(rows).empty


def test_the_shipped_criteria_ask_for_6_8_6_and_9_indicators() -> None:
    catalogue, weights = shipped.load("indicators"), shipped.load("components")
    numbers = [*range(1, 7), *range(8, 16), *range(17, 23), *range(24, 33)]

    def total(left_out: int | None) -> pd.DataFrame:
        scores = dict.fromkeys([one for one in numbers if one != left_out], 21.0)
        rows = frame(schemas.SCORES, assessed("A", scores, edition="criteria_34"))
        known = known_scores(rows, catalogue, scoring.lpa(), scoring.conversions())
        return total_scores(component_scores(known, catalogue), weights)

    assert total(None)["total"].tolist() == [pytest.approx(70)]
    assert total(None)[["known", "of"]].to_numpy().tolist() == [[29, 34]]
    assert [total(one)["total"].isna().item() for one in (1, 8, 17, 24)] == [True] * 4


def test_nothing_known_gives_empty_tables() -> None:
    assert scoring.parts().empty
    assert scoring.totals().empty
