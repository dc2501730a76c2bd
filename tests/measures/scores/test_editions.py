"""Two editions meet through a declared mapping, or not at all."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import EDITION, REVISED, assessed
from tests.measures.stair import frame
from utils.measures.scores.editions import EditionsNotComparableError, in_edition, only_edition
from utils.tables import shipped
from utils.tables.declared import schemas

CATALOGUE = scoring.indicators(EDITION, REVISED)


def mappings(pairs: Iterable[tuple[int, int]]) -> pd.DataFrame:
    return frame(
        schemas.EDITION_MAPPINGS,
        [
            {
                "from_edition": EDITION,
                "from_indicator": old,
                "to_edition": REVISED,
                "to_indicator": new,
            }
            for old, new in pairs
        ],
    )


def translated(known: pd.DataFrame, pairs: Iterable[tuple[int, int]]) -> dict[int, float]:
    translated_scores = in_edition(known, mappings(pairs), CATALOGUE, REVISED)
    assert translated_scores["edition"].eq(REVISED).all()
    return dict(zip(translated_scores["indicator"], translated_scores["score"], strict=True))


def test_a_mapped_score_keeps_its_share_of_the_maximum() -> None:
    known = scoring.known(assessed("A", {1: 15, 2: 30, 3: 6, 10: 10}))
    # 15 of 30 is 10 of the 20 of indicator 10; 10 of 20 is 15 of 30; 3 is not mapped
    translated_scores = in_edition(known, mappings([(1, 10), (2, 2), (10, 1)]), CATALOGUE, REVISED)
    assert translated_scores["indicator"].tolist() == [1, 2, 10]
    assert translated_scores["score"].tolist() == [15, 30, 10]
    assert translated_scores["max_score"].tolist() == [30, 30, 20]
    assert translated_scores["component"].tolist() == [1, 1, 2]


def test_scores_of_the_edition_itself_stay_as_they_are() -> None:
    own = scoring.known(assessed("A", {1: 9}, edition=REVISED))
    assert translated(own, []) == {1: 9}
    both = scoring.known(assessed("A", {1: 9}, edition=REVISED), assessed("A", {1: 21, 2: 12}))
    assert translated(both, [(1, 1), (2, 2)]) == {1: 9, 2: 12}


def test_without_a_mapping_editions_are_not_compared() -> None:
    known = scoring.known(assessed("A", {1: 15}))
    with pytest.raises(EditionsNotComparableError, match="no declared mapping from made"):
        translated(known, [])
    shipped_mappings = shipped.load("edition_mappings")
    with pytest.raises(EditionsNotComparableError, match="to revised"):
        in_edition(known, shipped_mappings, CATALOGUE, REVISED)


def test_a_mapping_reads_one_way() -> None:
    known = scoring.known(assessed("A", {1: 15}, edition=REVISED))
    with pytest.raises(EditionsNotComparableError, match="from revised to made"):
        in_edition(known, mappings([(1, 1)]), CATALOGUE, EDITION)


@pytest.mark.parametrize("pairs", [[(1, 1), (1, 2)], [(1, 1), (2, 1)]])
def test_dividing_or_joining_indicators_is_refused(pairs: list[tuple[int, int]]) -> None:
    known = scoring.known(assessed("A", {1: 15}))
    with pytest.raises(EditionsNotComparableError, match="not one indicator to one"):
        translated(known, pairs)


def test_rows_of_two_editions_are_refused_by_name() -> None:
    rows = scoring.known(assessed("A", {1: 15}), assessed("A", {1: 15}, edition=REVISED))
    with pytest.raises(EditionsNotComparableError, match="made and revised"):
        only_edition(rows)
    assert only_edition(rows[rows["edition"] == EDITION]) == EDITION
    assert only_edition(rows.iloc[0:0]) is None
