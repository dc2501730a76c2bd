"""Two small editions by hand: what a mapping joins is compared, what none joins stays apart."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import EDITION, REVISED, assessed, same
from tests.measures.stair import frame
from utils.measures.scores.change import change
from utils.measures.scores.editions import Apart, Comparable, Translated, comparable
from utils.tables.declared import schemas

CATALOGUE = scoring.indicators(EDITION, REVISED)
WEIGHTS = scoring.components(EDITION, REVISED)
# Indicators 5 and 9 have no counterpart; 10 of 20 points becomes 6 of 30, and 6 becomes 10.
MAPPED = [*((number, number) for number in (1, 2, 3, 4, 7, 8)), (10, 6), (6, 10)]


def mappings(pairs: list[tuple[int, int]]) -> pd.DataFrame:
    ends = {"from_edition": EDITION, "to_edition": REVISED}
    rows = [ends | {"from_indicator": old, "to_indicator": new} for old, new in pairs]
    return frame(schemas.EDITION_MAPPINGS, rows)


def compared_scores(
    known: pd.DataFrame, pairs: list[tuple[int, int]], year: int = 2562, edition: str = REVISED
) -> Comparable:
    return comparable(known, mappings(pairs), CATALOGUE, fiscal_year_be=year, edition=edition)


def test_two_editions_are_compared_over_what_the_mapping_joins() -> None:
    known = scoring.known(
        assessed("A", {**same(15, range(1, 10)), 10: 10}, year=2561),
        assessed("A", {**same(21, range(1, 10)), 10: 18}, year=2562, edition=REVISED),
    )
    joined = compared_scores(known, MAPPED)
    assert joined.years_be == (2561, 2562)
    assert joined.translated == (Translated(edition=EDITION, laos=1, mapped=8, of=10),)
    assert joined.apart == ()
    (row,) = change(joined.known, CATALOGUE, WEIGHTS, years_be=(2561, 2562)).to_dict("records")
    assert (row["edition"], row["common"], row["of"]) == (REVISED, 8, 10)
    # Before: one half throughout. After: 84 of 120, and 21 + 21 + 21 + 18 of 110.
    assert row["before"] == pytest.approx(50)
    assert row["after"] == pytest.approx((70 + 100 * 81 / 110) / 2)


def test_without_a_mapping_nothing_is_compared_and_it_is_counted() -> None:
    known = scoring.known(
        assessed("A", same(15), year=2560),
        assessed("A", same(15), year=2561),
        assessed("B", same(15), year=2561),
        assessed("C", same(15), year=2561),
        *(assessed(lao, same(18), edition=REVISED) for lao in "AB"),
    )
    alone = compared_scores(known, [])
    assert alone.years_be is None
    assert alone.apart == (Apart(edition=EDITION, fiscal_year_be=2561, laos=2),)
    assert set(alone.known["edition"]) == {REVISED}


def test_a_year_of_the_same_edition_is_compared_and_later_others_are_counted() -> None:
    known = scoring.known(
        assessed("A", same(15), year=2558),
        assessed("A", same(15), year=2559, edition=REVISED),
        assessed("B", same(15), year=2561),
        *(assessed(lao, same(18), edition=REVISED) for lao in "AB"),
    )
    here = compared_scores(known, [])
    assert here.years_be == (2559, 2562)
    assert here.translated == ()
    assert here.apart == (Apart(edition=EDITION, fiscal_year_be=2561, laos=1),)
    assert set(here.known["lao_id"]) == {"A", "B"}


def test_the_earlier_year_is_one_that_somebody_shares() -> None:
    known = scoring.known(
        assessed("A", {1: 1}, year=2559),
        assessed("A", {1: 1}, year=2560),
        assessed("B", {1: 1}, year=2561),
        assessed("A", {1: 1}, year=2562),
    )
    assert compared_scores(known, [], edition=EDITION).years_be == (2560, 2562)
    assert compared_scores(known, [], 2561, EDITION).years_be is None
    assert compared_scores(known, [], 2570, EDITION).known.empty


def test_a_mapping_the_other_way_joins_nothing() -> None:
    known = scoring.known(
        assessed("A", same(15), year=2561, edition=REVISED), assessed("A", same(18), year=2562)
    )
    assert compared_scores(known, MAPPED, edition=EDITION).years_be is None
