"""The sentence of a year on the staircase: what it says adds up, and what it cannot say is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from utils.figures.staircase.sentences import sentence
from utils.measures.staircase.summary import InBrief
from utils.words import LANGS, Lang, Words

# Of seven enrolled the year before, two rose, two stayed, one fell, one left, one is not reported.
YEAR = InBrief(
    fiscal_year_be=2561,
    enrolled=7,
    steps={"1": 2, "2": 3, "3": 0, "4": 1, "F1": 1, "F2": 0, "F3": 0, "unknown": 0},
    moves={
        "up": 2,
        "stay": 2,
        "down": 1,
        "left": 1,
        "not_reported": 1,
        "new": 1,
        "graduated": 0,
    },
    base=7,
    longer=2,
    perhaps_longer=0,
)


def sentence_of(brief: InBrief, lang: Lang = "en", *, threshold_years: int | None = None) -> str:
    return sentence(
        brief,
        Words(lang),
        area="",
        years=(2560, 2563),
        threshold_years=threshold_years,
        fictitious=False,
    )


def test_the_moves_of_the_sentence_are_its_base() -> None:
    assert sentence_of(YEAR) == (
        "In fiscal year 2561, 7 LAOs were on the staircase: "
        "Step 1 (2), Step 2 (3), Step 4 (1), F1 (1). Compared with the year before, 2 of 7 moved "
        "up, 2 stayed on the same step, 1 moved down, 1 withdrew and 1 has no step reported; "
        "1 is new. 2 have been on a step longer than its 75th percentile."
    )
    assert "ไม่มีรายงานขั้น 1 แห่ง" in sentence_of(YEAR, "th")


def test_a_table_of_one_year_is_named_by_that_year() -> None:
    absent = replace(YEAR, fiscal_year_be=2570, enrolled=None, steps=None)
    told = sentence(
        absent, Words("en"), area="", years=(2569, 2569), threshold_years=None, fictitious=False
    )
    assert "covers FY 2569:" in told


@pytest.mark.parametrize("lang", LANGS)
def test_a_threshold_of_the_readers_own_is_named(lang: Lang) -> None:
    sentence = Words(lang)("staircase.sentence_longer_own", n=2, years=3)
    assert sentence_of(YEAR, lang, threshold_years=3).endswith(sentence)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_known_is_no_number(lang: Lang) -> None:
    words = Words(lang)
    none_set = replace(YEAR, longer=None, perhaps_longer=None)
    assert sentence_of(none_set, lang).endswith(words("staircase.no_threshold_note", minimum=10))
    too_early = replace(YEAR, longer=None, perhaps_longer=5)
    assert sentence_of(too_early, lang).endswith(words("staircase.perhaps_longer", n=5))
    untold = sentence_of(replace(YEAR, longer=None, without_threshold=3), lang)
    assert untold.endswith(words("staircase.without_threshold", n=3, minimum=10))
    some = sentence_of(replace(YEAR, perhaps_longer=4), lang)
    assert words("staircase.sentence_longer", n=2) in some
    assert some.endswith(words("staircase.perhaps_longer", n=4))


def test_where_nobody_was_nobody_moved() -> None:
    moves = dict.fromkeys(YEAR.moves or {}, 0)
    steps = dict.fromkeys(YEAR.steps or {}, 0)
    nobody = replace(YEAR, enrolled=0, steps=steps, moves=moves, base=0, longer=0)
    assert sentence_of(nobody) == (
        "In fiscal year 2561, no LAO was on the staircase in the provinces that have reported."
    )
    everybody_left = replace(nobody, base=2, moves=moves | {"left": 2})
    assert "2 withdrew" in sentence_of(everybody_left)


def test_a_year_outside_the_table_names_the_years_inside() -> None:
    # 2559 lies before the table's beginning, not after its end
    assert sentence_of(InBrief(fiscal_year_be=2559)) == (
        "The enrolment table covers FY 2560–2563: there are no data for fiscal year 2559."
    )
