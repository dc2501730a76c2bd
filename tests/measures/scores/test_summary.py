"""A selection by hand: quartiles of indicators, the weakest, classes of the total."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import EDITION, REVISED, assessed
from utils.measures.scores.editions import EditionsNotComparableError
from utils.measures.scores.summary import indicator_summary, total_classes, weakest

CATALOGUE = scoring.indicators(EDITION, REVISED)


def summary() -> pd.DataFrame:
    """Five LAOs: indicator 1 of all, 2 of three, 3 of two, 10 of one."""
    return indicator_summary(
        scoring.known(
            assessed("A", {1: 0, 2: 10, 3: 15, 10: 5}),
            assessed("B", {1: 6, 2: 20, 3: 15}),
            assessed("C", {1: 12, 2: 30}),
            assessed("D", {1: 18}),
            assessed("E", {1: 30}),
        ),
        CATALOGUE,
    )


def test_an_indicator_is_described_by_those_that_know_it() -> None:
    table = summary()
    assert table.index.tolist() == list(range(1, 11))
    assert table["of"].tolist() == [5] * 10
    # 0 6 12 18 30: quartiles are the second and fourth; 66 of 150
    one = table.loc[1]
    assert (one["known"], one["low"], one["median"], one["high"]) == (5, 6, 12, 18)
    assert one["percent"] == pytest.approx(44)
    # 10 20 30: three are too few for a median and quartiles, not for 60 of 90
    two = table.loc[2]
    assert two["known"] == 3
    assert two[["low", "median", "high"]].isna().all()
    assert two["percent"] == pytest.approx(100 * 60 / 90)
    assert table.loc[10, "percent"] == pytest.approx(25)


def test_what_nobody_knows_has_no_number() -> None:
    row = summary().loc[4]
    assert row["known"] == 0
    assert row[["low", "median", "high", "percent"]].isna().all()


def test_two_editions_have_no_summary() -> None:
    rows = scoring.known(assessed("A", {1: 15}), assessed("B", {1: 15}, edition=REVISED))
    with pytest.raises(EditionsNotComparableError):
        indicator_summary(rows, CATALOGUE)


def test_an_empty_selection_has_no_row() -> None:
    assert indicator_summary(scoring.known(), CATALOGUE).empty


def test_the_weakest_come_first_and_ties_with_the_last_are_kept() -> None:
    # shares: 10: 25 %, 1: 44 %, 3: 50 %, 2: 66.7 %
    assert weakest(summary(), 2).index.tolist() == [10, 1]
    assert weakest(summary()).index.tolist() == [10, 1, 3, 2]
    tied = summary()
    tied.loc[2, "percent"] = 44.0
    assert weakest(tied, 2).index.tolist() == [10, 1, 2]


def classes(*totals: float | None) -> pd.DataFrame:
    return total_classes(pd.DataFrame({"total": pd.array(totals, dtype="Float64")}))


def test_a_class_begins_with_its_bound() -> None:
    table = classes(0, 49.99, 50, 59.99, 60, 69.99, 70 - 1e-12, 79.99, 80, 89.99, 90, 100, None)
    assert table["count"].to_dict() == {
        "0": 2,
        "50": 2,
        "60": 2,
        "70": 2,
        "80": 2,
        "90": 2,
        "unknown": 1,
    }
    assert table["base"].tolist() == [12] * 7
    assert table["share"].tolist()[:6] == [pytest.approx(1 / 6)] * 6
    assert table["share"].isna().tolist()[6]


def test_under_ten_known_totals_have_no_share() -> None:
    table = classes(*[60] * 9, *[None] * 5)
    assert table["share"].isna().all()
    assert (table.loc["60", "count"], table.loc["60", "base"]) == (9, 9)
    assert classes(*[60] * 10).loc["60", "share"] == 1
    assert classes()["count"].tolist() == [0] * 7
