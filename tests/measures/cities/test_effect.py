"""Pilots against LAOs alike, by hand, on made-up tables: matched, weighted, declined if few."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import REVISED, assessed, same
from utils.measures.cities.effect import (
    PilotEffect,
    award_panel,
    pilot_effect,
    score_panel,
    start_years,
)
from utils.measures.scores.editions import EditionsNotComparableError

START = 2560
YEARS = (2558, 2559, START, 2561, 2562)

Group = tuple[str, int, str, float, float, bool]


def where(groups: list[Group]) -> pd.DataFrame:
    rows = [
        (f"{name}{at}", lao_type, "North")
        for name, size, lao_type, *_ in groups
        for at in range(size)
    ]
    table = pd.DataFrame(rows, columns=["lao_id", "lao_type", "region4"])
    return table.set_index("lao_id")


def panel(groups: list[Group], *, wiggle: float = 0) -> pd.DataFrame:
    """Return values before and after for every LAO of a group, every other one off by `wiggle`."""
    rows = [
        (f"{name}{at}", year, before if year < START else 99 if year == START else after + off)
        for name, size, _, before, after, _ in groups
        for at in range(size)
        for off in [wiggle if at % 2 else -wiggle]
        for year in YEARS
    ]
    return pd.DataFrame(rows, columns=["lao_id", "fiscal_year_be", "value"])


def starts(groups: list[Group]) -> pd.Series:
    ids = [f"{name}{at}" for name, size, *_, pilot in groups if pilot for at in range(size)]
    return pd.Series(START, index=ids, dtype="Int64")


# name, LAOs, type, value before, value after, pilot
GROUPS: list[Group] = [
    ("P", 8, "ทต.", 50, 60, True),
    ("p", 4, "ทม.", 50, 58, True),
    ("X", 4, "ทต.", 40, 43, False),
    ("x", 8, "ทม.", 40, 46, False),
    ("Z", 5, "ทน.", 0, 90, False),
]
NO_AWARDS = pd.DataFrame({"lao_id": [], "fiscal_year_be": [], "value": []})


def test_the_effect_is_the_change_of_pilots_less_that_of_those_alike() -> None:
    effect = pilot_effect(panel(GROUPS), NO_AWARDS, starts(GROUPS), where(GROUPS))
    assert (effect.pilots, effect.dated, effect.valued, effect.matched) == (12, 12, 12, 12)
    assert effect.others == 12
    # pilots: (8 x 10 + 4 x 8) / 12; alike, weighing as much: (8 x 3 + 4 x 6) / 12
    assert effect.pilots_change == pytest.approx(112 / 12)
    assert effect.others_change == pytest.approx(4)
    assert effect.effect == pytest.approx(64 / 12)
    assert effect.low is not None
    assert effect.high is not None
    assert effect.low < 64 / 12 < effect.high


def test_the_interval_is_that_of_clustered_errors() -> None:
    groups: list[Group] = [("P", 10, "ทต.", 50, 60, True), ("X", 10, "ทต.", 40, 43, False)]
    effect = pilot_effect(panel(groups, wiggle=1), NO_AWARDS, starts(groups), where(groups))
    assert effect.effect == pytest.approx(7)
    # every LAO is 1 off the mean of its ten: the variance of a mean is 10/100, of the difference
    # 0.2, times 20/19 x 19/18 for 20 clusters and 2 coefficients; t of 19 degrees is 2.093
    spread = 2.093024 * (0.2 * 20 / 18) ** 0.5
    assert effect.low == pytest.approx(7 - spread)
    assert effect.high == pytest.approx(7 + spread)
    assert effect == pilot_effect(panel(groups, wiggle=1), NO_AWARDS, starts(groups), where(groups))


def test_the_start_year_itself_is_on_neither_side() -> None:
    rows = panel(GROUPS)
    without = rows[rows["fiscal_year_be"] != START]
    args = (NO_AWARDS, starts(GROUPS), where(GROUPS))
    assert pilot_effect(rows, *args) == pilot_effect(without, *args)


def test_those_alike_have_as_many_awards_before_the_start() -> None:
    groups: list[Group] = [
        ("P", 10, "ทต.", 50, 60, True),
        ("X", 3, "ทต.", 40, 43, False),
        ("Y", 3, "ทต.", 40, 90, False),
    ]
    won = [f"{name}{at}" for name, size in (("P", 10), ("X", 3)) for at in range(size)]
    awards = pd.DataFrame({"lao_id": won, "fiscal_year_be": START - 1, "value": 1.0})
    later = pd.DataFrame({"lao_id": ["X0", "Y0"], "fiscal_year_be": START, "value": 1.0})
    effect = pilot_effect(panel(groups), pd.concat([awards, later]), starts(groups), where(groups))
    assert (effect.matched, effect.others) == (10, 3)
    assert effect.effect == pytest.approx(7)


def test_nine_matched_pilots_are_not_enough() -> None:
    groups: list[Group] = [
        ("P", 9, "ทต.", 50, 60, True),
        ("p", 5, "อบต.", 50, 60, True),
        ("X", 9, "ทต.", 40, 43, False),
    ]
    effect = pilot_effect(panel(groups), NO_AWARDS, starts(groups), where(groups))
    assert effect.not_enough_data
    # five have nobody alike
    assert effect == PilotEffect(pilots=14, dated=14, valued=14, matched=9, others=9)


def test_pilots_without_a_year_or_without_values_tell_nothing_and_match_nobody() -> None:
    groups: list[Group] = [("P", 12, "ทต.", 50, 60, True), ("X", 4, "ทต.", 40, 43, False)]
    known = starts(groups)
    known = known.mask(known.index == "P0")
    rows = panel(groups)
    rows = rows[~((rows["lao_id"] == "P1") & (rows["fiscal_year_be"] < START))]
    effect = pilot_effect(rows, NO_AWARDS, known, where(groups))
    assert (effect.pilots, effect.dated, effect.valued, effect.matched) == (12, 11, 10, 10)
    assert effect.others == 4
    assert effect.effect == pytest.approx(7)


def test_no_pilot_at_all_is_not_enough() -> None:
    groups: list[Group] = [("X", 4, "ทต.", 40, 43, False)]
    effect = pilot_effect(panel(groups), NO_AWARDS, starts(groups), where(groups))
    assert effect == PilotEffect(pilots=0, dated=0, valued=0, matched=0, others=0)


def test_a_pilot_starts_with_its_first_year_that_sources_agree_on() -> None:
    pilots = pd.DataFrame(
        {
            "lao_id": pd.array(["A", "A", "B", "C", "C", None], dtype="string"),
            "year_be": pd.array([2562, 2560, None, 2555, 2561, 2550], dtype="Int64"),
            "sources_differ": pd.array([False, False, False, True, False, False], dtype="boolean"),
        }
    )
    starts = start_years(pilots)
    assert starts.index.tolist() == ["A", "B", "C"]
    assert starts.tolist() == [2560, pd.NA, 2561]


def test_a_listed_year_without_the_lao_is_zero_awards() -> None:
    awards = pd.DataFrame(
        {"lao_id": ["A", "A", "B"], "fiscal_year_be": pd.array([2559, 2559, 2562], dtype="Int64")}
    )
    laos = pd.DataFrame({"lao_type": ["ทต."] * 3}, index=["A", "B", "C"])
    rows = award_panel(awards, laos).itertuples(index=False, name=None)
    assert list(rows) == [
        ("A", 2559, 2),
        ("A", 2562, 0),
        ("B", 2559, 0),
        ("B", 2562, 1),
        ("C", 2559, 0),
        ("C", 2562, 0),
    ]


def test_totals_of_one_edition_and_assessor_are_compared() -> None:
    full = {**same(30, range(1, 10)), 10: 20}
    table = scoring.totals(assessed("A", full), assessed("B", {1: 3}))
    assert list(score_panel(table).itertuples(index=False, name=None)) == [("A", 2562, 100)]
    with pytest.raises(ValueError, match="one assessor"):
        score_panel(scoring.totals(assessed("A", full), assessed("A", full, assessor="area")))
    with pytest.raises(EditionsNotComparableError):
        score_panel(scoring.totals(assessed("A", full), assessed("A", full, edition=REVISED)))
