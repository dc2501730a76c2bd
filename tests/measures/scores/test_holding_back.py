"""Which indicators hold LAOs back, by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import REVISED, assessed, same
from utils.measures.scores.editions import EditionsNotComparableError
from utils.measures.scores.holding_back import holding_back
from utils.measures.scores.levels import levels
from utils.tables import shipped

FULL = {**same(30, range(1, 10)), 10: 20}
# 150 points of component 1 and 140 of component 2 are half of the total each.
HALF = {**same(15, range(1, 10)), 10: 10}


def holding(*rows: list[dict[str, object]]) -> pd.DataFrame:
    judged = levels(scoring.totals(*rows), shipped.load("score_cutoffs"), "self_pass")
    return holding_back(scoring.known(*rows), judged, scoring.components())


def test_an_indicator_holds_the_share_of_the_gap_that_it_alone_would_close() -> None:
    # A stands at 50 and passes at 60; B, with indicator 1 at 0 only, at 50 - 5 = 45.
    table = holding(
        assessed("A", HALF),
        assessed("B", {**HALF, 1: 0}),
        assessed("C", FULL),
    )
    assert table["of"].tolist() == [2] * 10
    # indicator 1: 15/3 = 5 of 10, and 30/3 = 10 of 15; indicator 2: 5 of 10 and 5 of 15
    assert table.loc[1, "closed_percent"] == pytest.approx(100 * (1 / 2 + 2 / 3) / 2)
    assert table.loc[2, "closed_percent"] == pytest.approx(100 * (1 / 2 + 1 / 3) / 2)
    # indicator 6: 15 x 50/140 = 5.357 of 10 and of 15; 10: 10 x 50/140 = 3.571
    assert table.loc[6, "closed_percent"] == pytest.approx(100 * (5.357143 * (1 / 10 + 1 / 15)) / 2)
    assert table.index.tolist() == [1, 6, 7, 8, 9, 2, 3, 4, 5, 10]
    # A needs two of component 2 (6 and 7); B indicator 1 (10) and 6 (5.36)
    assert table["needed"].to_dict() == {
        **same(0, range(1, 11)),
        1: 1,
        6: 2,
        7: 1,
    }
    assert table["alone"].sum() == 0


def test_an_indicator_that_suffices_alone_closes_no_more_than_all() -> None:
    # 84 of 150 and 84 of 140: 58 %, 2 below the pass; indicator 1 alone gives 10, and 6 gives
    # 12 x 50/140 = 4.29: it is cheaper by the point, so it is the one needed
    scores = {1: 0, **same(21, range(2, 6)), **same(18, range(6, 10)), 10: 12}
    table = holding(assessed("A", scores)).sort_index()
    assert table["closed_percent"].tolist() == [100] * 10
    assert table["alone"].tolist() == [1] * 10
    assert table.index[table["needed"] == 1].tolist() == [6]


def test_unknown_indicators_take_no_part() -> None:
    scores = {number: score for number, score in HALF.items() if number != 1}
    table = holding(assessed("A", HALF), assessed("B", scores))
    assert (table.loc[1, "of"], table.loc[1, "known"]) == (2, 1)
    assert table.loc[1, "closed_percent"] == pytest.approx(50)
    assert table.loc[2, "known"] == 2


def test_nobody_below_a_level_is_held_back() -> None:
    assert holding(assessed("A", FULL)).empty
    assert holding(assessed("A", {1: 3})).empty
    assert holding().empty


def test_two_editions_are_refused() -> None:
    rows = scoring.totals(assessed("A", HALF), assessed("B", HALF, edition=REVISED))
    judged = levels(rows, shipped.load("score_cutoffs"), "self_pass")
    with pytest.raises(EditionsNotComparableError):
        holding_back(scoring.known(assessed("A", HALF)), judged, scoring.components())
