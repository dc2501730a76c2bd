"""Two years, and two assessors, by hand: only what is known on both sides counts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import EDITION, REVISED, assessed, same
from utils.measures.scores.change import Spread, change, self_against_area, spread
from utils.measures.scores.editions import EditionsNotComparableError

CATALOGUE = scoring.indicators(EDITION, REVISED)
WEIGHTS = scoring.components(EDITION, REVISED)
FIRST = {**same(15, range(1, 10)), 10: 10}  # every indicator at one half


def changed(known: pd.DataFrame) -> list[dict[Any, Any]]:
    table = change(known, CATALOGUE, WEIGHTS, years_be=(2561, 2562))
    return table.to_dict("records")


def test_a_change_is_that_of_the_total_over_the_common_indicators() -> None:
    # component 1 rises by 30 of 150; indicator 5 is new and indicator 6 gone: neither counts
    before = {number: score for number, score in FIRST.items() if number != 5}
    after = {**same(15, range(7, 10)), 10: 10, 1: 27, 2: 15, 3: 15, 4: 15, 5: 30}
    (row,) = changed(
        scoring.known(assessed("A", before, year=2561), assessed("A", after, year=2562))
    )
    assert (row["common"], row["of"]) == (8, 10)
    # 60 and 72 of 120 in component 1; 55 of 110 in component 2 both times
    assert row["before"] == pytest.approx(50)
    assert row["after"] == pytest.approx(55)
    assert row["change"] == pytest.approx(5)


def test_too_little_in_common_gives_no_change() -> None:
    fewer = {number: score for number, score in FIRST.items() if number > 2}
    (row,) = changed(
        scoring.known(assessed("A", FIRST, year=2561), assessed("A", fewer, year=2562))
    )
    assert row["common"] == 8
    assert pd.isna(row["before"])
    assert pd.isna(row["change"])


def test_each_assessor_is_compared_with_itself() -> None:
    rows = changed(
        scoring.known(
            assessed("A", FIRST, year=2561),
            assessed("A", same(15), year=2562, assessor="area"),
            assessed("B", FIRST, year=2561, assessor="area"),
            assessed("B", FIRST, year=2562, assessor="area"),
            assessed("C", FIRST, year=2561),
            assessed("C", FIRST, year=2563),
        )
    )
    assert [(row["lao_id"], row["assessor"], row["change"]) for row in rows] == [("B", "area", 0)]


def test_two_editions_are_not_compared_over_time() -> None:
    known = scoring.known(
        assessed("A", FIRST, year=2561), assessed("A", FIRST, year=2562, edition=REVISED)
    )
    with pytest.raises(EditionsNotComparableError):
        changed(known)
    assert changed(known[known["fiscal_year_be"] == 2561]) == []
    assert changed(scoring.known()) == []


def test_over_rating_is_self_minus_area_on_what_both_scored() -> None:
    known = scoring.known(
        assessed("A", {1: 30, 2: 15, 3: 30, 10: 20}),
        assessed("A", {1: 15, 2: 15, 10: 18, 4: 0}, assessor="area"),
        assessed("B", {1: 30}),
        assessed("B", {1: 15}, assessor="area", year=2561),
        assessed("C", {1: 3}),
        assessed("C", {1: 9}, assessor="area"),
    )
    table = self_against_area(known).set_index("lao_id")
    # A: 65 against 48 of 80 on the indicators 1, 2 and 10
    assert table["common"].to_dict() == {"A": 3, "C": 1}
    assert table.loc["A", "self_percent"] == pytest.approx(81.25)
    assert table.loc["A", "area_percent"] == pytest.approx(60)
    assert table["over_rating"].to_dict() == {"A": pytest.approx(21.25), "C": pytest.approx(-20)}


def test_derived_scores_are_nobodys_judgement() -> None:
    known = scoring.known(
        assessed("A", {1: 30, 6: 20}), assessed("A", {1: 15, 6: 20}, assessor="area")
    )
    known["derived"] = known["indicator"] == 6
    (row,) = self_against_area(known).to_dict("records")
    assert (row["common"], row["over_rating"]) == (1, pytest.approx(50))


def test_the_spread_of_differences() -> None:
    spread_of = spread(pd.Series([-10.0, 0, 10, 20, None, 30], dtype="Float64"))
    assert spread_of == Spread(n=5, above=3, level=1, below=1, low=0, median=10, high=20)
    four = spread(pd.Series([-10.0, 0, 10, 20], dtype="Float64"))
    assert four == Spread(n=4, above=2, level=1, below=1)  # too few for a median
    assert spread(pd.Series([], dtype="Float64")) == Spread(n=0, above=0, level=0, below=0)
