"""A year of the staircase in a few numbers, by hand, on the eight LAOs of stair.py."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures.stair import LAOS, YEARS, fictitious, staircase
from utils.measures.staircase.durations import spells
from utils.measures.staircase.moves import moves
from utils.measures.staircase.summary import InBrief, in_brief

STAIR = staircase()


def test_a_year_by_hand() -> None:
    # 2561: A rises 1 to 2, C from 2 to F1; D falls; F is new; E left; B is not reported;
    # G stays on 4 and graduates, H stays on 1. Seven were enrolled in 2560.
    brief = in_brief(STAIR, 2561, 0)
    assert brief.enrolled == 7
    assert brief.moves == {
        "up": 2,
        "stay": 2,
        "down": 1,
        "left": 1,
        "not_reported": 1,
        "new": 1,
        "graduated": 0,
    }
    assert brief.base == 7
    assert brief.share_up is None  # under ten
    # Longer than 0 years on the step: B on 2, and H on 1; G has no step above it.
    assert brief.longer == 2


def test_without_a_threshold_it_is_not_known_who_is_longer() -> None:
    # no step has ten spells: not 0, but not known; a threshold of the reader's own needs none
    brief = in_brief(STAIR, 2561)
    assert brief.enrolled == 7
    assert (brief.longer, brief.perhaps_longer) == (None, None)
    assert in_brief(STAIR, 2561, 5).longer == 0


# Ten LAOs rise from step 1 after a year, which is its threshold; three spells give step 2 none.
TWELVE = {f"L{at:02}": ("20", "ทต.") for at in range(12)} | {
    "M": ("30", "ทต."),
    "N": ("40", "ทต."),
    "Z": ("60", "ทต."),
}
TEN = [(lao, year, step) for lao in list(TWELVE)[:10] for year, step in ((2560, "1"), (2561, "4"))]
OLD = ("Z", 2558, "4", "graduated")  # with it the table spans the five years a threshold needs


@pytest.mark.parametrize(
    ("code", "longer", "untold"),
    [
        ("20", 1, 1),  # L10 is two years on step 1; L11 on step 2, of which nobody can tell
        ("30", None, None),  # M is on step 2, the only step of the area: no threshold at all
        ("40", 0, 0),  # N has just come to step 1
    ],
)
def test_a_step_without_threshold_is_not_dropped(
    code: str, longer: int | None, untold: int | None
) -> None:
    rows: list[tuple[object, ...]] = [
        OLD,
        *TEN,
        *(("L10", year, "1") for year in (2560, 2561, 2562)),
        *(("L11", year, "2") for year in (2560, 2561, 2562)),
        *(("M", year, "2") for year in (2560, 2561, 2562)),
        *((lao, 2562, "4") for lao in list(TWELVE)[:10]),
        ("N", 2562, "1"),
    ]
    country = staircase(rows, laos=TWELVE)
    brief = in_brief(country.within([code]), 2562)
    assert (brief.longer, brief.without_threshold) == (longer, untold)
    # in 2561 nobody is longer than a year on step 1 for sure, and of step 2 nobody can tell
    if code == "20":
        early = in_brief(country.within([code]), 2561)
        assert (early.longer, early.perhaps_longer, early.without_threshold) == (None, 0, 1)


@pytest.mark.parametrize(
    ("year", "longer", "perhaps"),
    [
        # nobody can be longer than a year in the table's first: but B, C, D, E and H may have come
        # before it; G has no step above its own
        (2560, None, 5),
        # B and H are on their first step still, a year by the table; C rose, D fell, A applied
        (2561, None, 2),
        # D and F two years, both known; B rose, H is silent
        (2563, 2, 0),
    ],
)
def test_whoever_may_have_been_there_before_the_table(
    year: int, longer: int | None, perhaps: int
) -> None:
    brief = in_brief(staircase(entered=False), year, 1)
    assert (brief.longer, brief.perhaps_longer) == (longer, perhaps)


def test_the_first_year_has_no_moves() -> None:
    brief = in_brief(STAIR, 2560)
    assert brief.enrolled == 7
    assert (brief.moves, brief.base, brief.share_up) == (None, None, None)


@pytest.mark.parametrize("year", [2559, 2564])
def test_a_year_that_the_table_does_not_reach(year: int) -> None:
    assert in_brief(STAIR, year) == InBrief(fiscal_year_be=year)


def test_areas_add_up_to_the_country() -> None:
    parts = [in_brief(STAIR.within([code]), 2562) for code in ("20", "30", "40")]
    assert parts[2] == InBrief(fiscal_year_be=2562, unreported=True)
    rest = in_brief(STAIR.within(["50", "60", "10"]), 2562)
    whole = in_brief(STAIR, 2562)
    assert sum(one.enrolled or 0 for one in [*parts, rest]) == whole.enrolled


def test_an_area_is_known_to_have_none_once_its_office_says_so() -> None:
    rows = [row for row in YEARS if row[0] != "E"]
    silent = in_brief(staircase(rows).within(["40"]), 2563)
    assert silent == InBrief(fiscal_year_be=2563, unreported=True)
    told = staircase(rows, parts=[("40", 2562), ("40", 2563)])
    brief = in_brief(told.within(["40"]), 2563)
    assert (brief.enrolled, brief.base, brief.longer) == (0, 0, 0)
    late = in_brief(staircase(rows, parts=[("40", 2563)]).within(["40"]), 2563)
    assert (late.enrolled, late.base, late.unreported_before) == (0, None, True)


def test_a_table_of_few_years_gives_no_threshold_but_the_readers_own() -> None:
    brief = in_brief(STAIR, 2563)
    assert (brief.young_years, brief.longer) == (4, None)
    assert in_brief(STAIR, 2563, 1).young_years is None
    assert in_brief(fictitious(), 2563).young_years is None


def test_an_area_takes_the_thresholds_of_the_country() -> None:
    # One LAO of the province is 15 years on a step; the province has too few spells of its own.
    country = fictitious()
    assert in_brief(country.within(["67"]), 2563).longer == 1


def test_moves_and_spells_of_an_area_are_those_of_its_rows_alone() -> None:
    laos = {lao for lao, (code, _) in LAOS.items() if code in {"20", "30"}}
    alone = staircase([row for row in YEARS if row[0] in laos])
    part = STAIR.within(["20", "30"])
    pd.testing.assert_frame_equal(moves(part), moves(alone))
    pd.testing.assert_frame_equal(spells(part), spells(alone))
