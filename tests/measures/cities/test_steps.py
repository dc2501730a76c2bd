"""One LAO's step beside its peers', by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.measures.cities.steps import step_beside_peers

# Town municipalities of the North, and one city municipality.
WHERE = pd.DataFrame(
    [*((f"T{at}", "ทม.", "North") for at in range(7)), ("C0", "ทน.", "North")],
    columns=["lao_id", "lao_type", "region6"],
).set_index("lao_id")
ROWS = [
    # lao, year, step, level, since, since known
    ("T0", 2563, "2", 2, 2562, True),
    ("T0", 2564, "F2", 3, 2564, True),
    ("T0", 2565, None, None, None, None),  # left
    ("T1", 2564, "1", 1, 2560, True),
    ("T2", 2564, "1", 1, 2560, True),
    ("T3", 2564, "2", 2, 2560, True),
    ("T4", 2564, "4", 4, 2560, True),
    ("T5", 2564, "4", 4, 2560, True),
    ("T6", 2564, None, None, None, None),  # its step is not known: nobody's peer
    ("C0", 2564, "3", 3, 2558, False),
    ("T1", 2565, "4", 4, 2565, True),
]
YEARS = pd.DataFrame(
    ROWS, columns=["lao_id", "fiscal_year_be", "step", "level", "step_since_be", "since_known"]
).astype({"level": "Int64", "step_since_be": "Int64", "since_known": "boolean"})


def test_the_latest_known_step_stands_beside_those_of_its_year() -> None:
    result = step_beside_peers(YEARS, WHERE, "T0")
    assert result is not None
    assert (result.fiscal_year_be, result.step, result.since_be) == (2564, "F2", 2564)
    assert result.peers.members == ("T1", "T2", "T3", "T4", "T5")
    level = result.level
    # Of 1, 1, 2, 4 and 4.
    assert (level.n, level.value, level.low, level.median, level.high) == (5, 3, 1, 2, 4)


def test_alone_in_its_class_it_has_no_median() -> None:
    result = step_beside_peers(YEARS, WHERE, "C0")
    assert result is not None
    assert (result.level.n, result.level.median, result.since_known) == (0, None, False)


@pytest.mark.parametrize("lao_id", ["T6", "Z9"])
def test_without_a_known_step_there_is_nothing_to_compare(lao_id: str) -> None:
    assert step_beside_peers(YEARS, WHERE, lao_id) is None
