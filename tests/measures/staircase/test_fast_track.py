"""The comparison of pathways, by hand: matched, weighted, and declined where too few."""

from __future__ import annotations

import pytest

from tests.measures.stair import staircase
from utils.measures.staircase.fast_track import PathwayComparison, compare
from utils.measures.staircase.record import Staircase


def two_strata(*, size: int = 10) -> Staircase:
    """Two strata: ทต. of 2560 with twice as many standard LAOs, ทม. of 2560 with half as many.

    After three years: of ทต. half of the standard and all of the fast track are at the top; of
    ทม. none.
    """
    groups = [
        # type, first step, last step, how many reach it, how many in all
        *(("ทต.", "1", "4", size, 2 * size), ("ทต.", "F1", "F3", size, size)),
        *(("ทม.", "1", "4", 0, size), ("ทม.", "F1", "F3", 0, 2 * size)),
        # strata of one pathway only
        *(("ทน.", "1", "4", 5, 5), ("อบต.", "F1", "F3", 5, 5)),
    ]
    laos, rows = {}, []
    for lao_type, first, last, reach, count in groups:
        for at in range(count):
            lao = f"{lao_type}{first}-{at:02}"
            laos[lao] = ("20", lao_type)
            rows += [(lao, 2560 + year, first) for year in range(3)]
            rows.append((lao, 2563, last if at < reach else first))
    return staircase(rows, laos=laos)


def table(comparison: PathwayComparison) -> dict[object, dict[object, float]]:
    assert comparison.table is not None
    return {name: row.to_dict() for name, row in comparison.table.iterrows()}


def test_standard_laos_weigh_as_much_as_the_fast_ones_of_their_stratum() -> None:
    comparison = compare(two_strata(), years=3)
    assert (comparison.years, comparison.strata, comparison.left_out) == (3, 2, 10)
    rows = table(comparison)
    # fast track: 10 of 30. standard: ทต. weighs 10/20 each, ทม. 20/10: (10 x 0.5) / 30
    assert (rows["fast_track"]["n"], rows["fast_track"]["reached"]) == (30, 10)
    assert rows["fast_track"]["share"] == pytest.approx(1 / 3)
    assert (rows["standard"]["n"], rows["standard"]["reached"]) == (30, 10)
    assert rows["standard"]["share"] == pytest.approx(1 / 6)
    # Kish: 30 squared over (20 x 0.25 + 10 x 4)
    assert rows["standard"]["n_effective"] == pytest.approx(20)
    assert rows["fast_track"]["n_effective"] == pytest.approx(30)


def test_intervals_are_wilsons() -> None:
    row = table(compare(two_strata(), years=3))["fast_track"]
    # 10 of 30 with z = 1.96: (10 + 1.92) / (30 + 3.84) = 0.3523, give or take
    # 1.96 / 33.84 x sqrt(30 x 1/3 x 2/3 + 0.96) = 0.1600
    assert row["low"] == pytest.approx(0.1923, abs=5e-4)
    assert row["high"] == pytest.approx(0.5122, abs=5e-4)


def test_before_the_years_are_over_nothing_has_been_reached() -> None:
    rows = table(compare(two_strata(), years=2))
    assert rows["fast_track"]["reached"] == rows["standard"]["reached"] == 0


def test_too_few_after_weighting_are_not_compared() -> None:
    # effective: 20 of 30 standard LAOs become 4 x 20 / 10 = 8
    comparison = compare(two_strata(size=4), years=3)
    assert comparison.too_few
    assert comparison.strata == 2


def test_whoever_has_not_had_the_time_is_left_aside() -> None:
    comparison = compare(two_strata(), years=4)
    assert (comparison.too_few, comparison.strata, comparison.left_out) == (True, 0, 0)
    assert compare(staircase([]), years=3).too_few
