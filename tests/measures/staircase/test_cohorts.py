"""Cohorts, the follow-up list, the comparison of pathways and the denominators, by hand."""

from __future__ import annotations

import pytest

from tests.measures.stair import fictitious, staircase
from utils.measures.staircase.cohorts import COHORT_CLASSES, cohorts

STAIR = staircase()


def test_a_cohort_after_one_two_and_three_years() -> None:
    table = cohorts(STAIR)
    of_2560 = table[table["cohort_be"] == 2560].pivot_table(
        index="years_since", columns="level", values="count"
    )
    result = {year: {name: n for name, n in row.items() if n} for year, row in of_2560.iterrows()}
    # A, B, C, D, E, G, H; C has F1 and F2, both of level 3
    assert result == {
        0: {"1": 3, "2": 2, "3": 1, "4": 1},
        1: {"1": 1, "2": 3, "3": 1, "4": 1, "left": 1},
        2: {"2": 2, "3": 2, "4": 1, "left": 1, "unknown": 1},
        3: {"1": 1, "2": 1, "3": 3, "4": 1, "unknown": 1},  # E is back
    }


def test_the_base_is_the_cohort() -> None:
    table = cohorts(STAIR)
    bases = table.groupby(["cohort_be", "years_since"])["base"].first().to_dict()
    assert bases == {**{(2560, n): 7 for n in range(4)}, **{(2561, n): 1 for n in range(3)}}
    assert table["share"].isna().all()


def test_several_years_of_enrolment_make_one_cohort() -> None:
    table = cohorts(STAIR, span=2)
    bases = table.groupby(["cohort_be", "years_since"])["base"].first().to_dict()
    # F enrolled in 2561 and has had two years only
    assert bases == {(2560, 0): 8, (2560, 1): 8, (2560, 2): 8, (2560, 3): 7}
    with pytest.raises(ValueError, match="one fiscal year"):
        cohorts(STAIR, span=0)


@pytest.mark.parametrize("span", [1, 5, 30])
def test_shares_of_a_cohort_add_up_to_one(span: int) -> None:
    table = cohorts(fictitious(), span=span)
    grouped = table.groupby(["cohort_be", "years_since"])
    assert (grouped["count"].sum() == grouped["base"].first()).all()
    sums = grouped["share"].sum(min_count=1).dropna()
    assert len(sums) > 20
    assert sums.to_numpy() == pytest.approx(1)
    assert (grouped.size() == len(COHORT_CLASSES)).all()


def test_an_empty_table_has_no_cohorts() -> None:
    assert cohorts(staircase([])).empty
