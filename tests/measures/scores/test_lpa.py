"""LPA results: their averages and bands, one LAO and many, and the scores derived from them."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import EDITION, REVISED, assessed, conversions, indicators, lpa
from tests.measures.stair import frame
from utils.measures.scores.components import component_scores, known_scores
from utils.measures.scores.lpa import (
    converted,
    derived_scores,
    lpa_bands_reached,
    lpa_latest,
    lpa_middles,
)
from utils.tables import shipped
from utils.tables.declared import schemas

# Indicator 6 bends at 50 %, indicator 7 rests on part 3 alone.
POINTS = [
    *((6, "average", 0, 0), (6, "average", 50, 20), (6, "average", 100, 30)),
    *((7, "part_3", 40, 0), (7, "part_3", 90, 30)),
]


def named(**percents: float) -> dict[str, object]:
    return {f"{name}_percent": percent for name, percent in percents.items()}


def result(year: int, lao_id: str = "A", /, **percents: float) -> dict[str, object]:
    return {"lao_id": lao_id, "fiscal_year_be": year, **named(**percents)}


@pytest.mark.parametrize(
    ("average", "band", "passed"),
    [
        (100, "excellent", True),
        (90, "excellent", True),
        (89.99, "very_good", True),
        (80, "very_good", True),
        (79.99, "good", True),
        (70, "good", True),
        (70 - 1e-12, "good", True),
        (69.99, "below", False),
        (0, "below", False),
    ],
)
def test_bands_begin_at_90_80_and_70(average: float, band: str, *, passed: bool) -> None:
    (row,) = lpa([result(2562, average=average)]).to_dict("records")
    assert (row["band"], row["passed"], row["stated"]) == (band, passed, True)


def test_an_average_is_made_of_five_parts_and_not_of_four() -> None:
    five: dict[str, float] = {"part_1": 60, "part_2": 70, "part_3": 80, "part_4": 90, "part_5": 100}
    four = {name: percent for name, percent in five.items() if name != "part_2"}
    table = lpa([result(2561, **five), result(2562, **four), result(2563, **five, average=81)])
    assert table["average_percent"].tolist() == [80, pd.NA, 81]
    assert table["stated"].tolist() == [False, False, True]
    assert table["band"].tolist() == ["very_good", pd.NA, "very_good"]
    assert table["passed"].tolist() == [True, pd.NA, True]


def derived(year: int, *results: dict[str, object]) -> dict[int, tuple[float, int]]:
    rows = scoring.table(assessed("A", {1: 15}, year=year))[
        ["lao_id", "fiscal_year_be", "edition", "assessor"]
    ]
    table = derived_scores(rows, lpa(results), conversions(POINTS))
    triples = table[["indicator", "score", "lpa_year_be"]].itertuples(index=False, name=None)
    return {indicator: (score, year_used) for indicator, score, year_used in triples}


def test_between_two_points_the_conversion_is_linear() -> None:
    # 25 % lies halfway to (50, 20); 75 % halfway from there to (100, 30); 65 of part 3 halfway
    assert derived(2562, result(2562, average=25, part_3=65)) == {6: (10, 2562), 7: (15, 2562)}
    assert derived(2562, result(2562, average=75))[6] == (25, 2562)
    assert derived(2562, result(2562, average=100, part_3=90)) == {6: (30, 2562), 7: (30, 2562)}


def test_outside_its_points_a_conversion_says_nothing() -> None:
    assert derived(2562, result(2562, average=50, part_3=39)) == {6: (20, 2562)}
    assert derived(2562, result(2562, part_3=91)) == {}


def test_the_latest_result_not_after_the_assessment_is_used() -> None:
    results = [result(2560, average=25), result(2561, average=50), result(2563, average=100)]
    assert derived(2562, *results) == {6: (20, 2561)}
    assert derived(2561, *results) == {6: (20, 2561)}
    assert derived(2560, *results) == {6: (10, 2560)}
    assert derived(2559, *results) == {}


def test_a_part_that_the_latest_result_lacks_comes_from_the_one_before() -> None:
    outcome = derived(2562, result(2561, average=25, part_3=65), result(2562, average=50))
    assert outcome == {6: (20, 2562), 7: (15, 2561)}


def test_results_of_another_lao_do_not_count() -> None:
    assert derived(2562, result(2562, "B", average=50)) == {}


def test_an_indicator_of_two_bases_is_refused() -> None:
    points = conversions([(6, "average", 0, 0), (6, "part_1", 100, 30)])
    rows = scoring.table(assessed("A", {1: 15}))
    with pytest.raises(ValueError, match="not both"):
        derived_scores(rows[["lao_id", "fiscal_year_be", "edition"]], lpa(), points)


def known(scores: dict[int, float | None]) -> pd.DataFrame:
    rows = scoring.table(assessed("A", scores))
    return known_scores(rows, indicators(), lpa([result(2562, average=50)]), conversions(POINTS))


def test_a_stated_score_goes_before_a_derived_one() -> None:
    stated = known({1: 15, 6: 5}).set_index("indicator")
    assert stated["score"].to_dict() == {1: 15, 6: 5}
    assert stated["derived"].to_dict() == {1: False, 6: False}
    assert stated["lpa_year_be"].isna().all()


def test_a_derived_score_fills_what_the_table_lacks_or_leaves_empty() -> None:
    for empty in ({}, {6: None}):
        result = known({1: 15, **empty}).set_index("indicator")
        assert result["score"].to_dict() == {1: 15, 6: 20}
        assert result["derived"].to_dict() == {1: False, 6: True}
        assert result.loc[6, "lpa_year_be"] == 2562
        second = component_scores(result.reset_index(), indicators()).iloc[1]
        assert (second["known"], second["derived"], second["of"]) == (1, 1, 5)
        assert second["percent"] == pytest.approx(200 / 3)


def test_an_lpa_result_alone_makes_no_assessment() -> None:
    assert known({}).empty
    assert known({1: None}).empty


def test_the_shipped_conversion_is_in_proportion_to_the_average() -> None:
    rows = scoring.table(assessed("A", {1: 15}, edition="criteria_34"))
    catalogue, points = shipped.load("indicators"), shipped.load("lpa_conversions")
    known = known_scores(rows, catalogue, lpa([result(2562, average=80)]), points)
    made = known[known["derived"]]
    assert made["indicator"].tolist() == list(range(24, 34))
    assert made["score"].tolist() == [24] * 10


BANDS = frame(
    schemas.LPA_BANDS,
    [
        {"band": band, "low_percent": low}
        for band, low in [("good", 70), ("very_good", 80), ("excellent", 90)]
    ],
)


def averages(*percents: float | None, year: int = 2562) -> list[dict[str, object]]:
    return [
        {"lao_id": f"L{at}", "fiscal_year_be": year, "average_percent": percent}
        for at, percent in enumerate(percents)
    ]


def test_bands_are_counted_from_the_highest_and_the_unknown_stand_apart() -> None:
    table = lpa_bands_reached(lpa(averages(95, 90, 89.99, 70, 69.99, None)), BANDS)
    assert table["count"].to_dict() == {
        "excellent": 2,
        "very_good": 1,
        "good": 1,
        "below": 1,
        "unknown": 1,
    }
    assert set(table["base"]) == {5}
    assert table["share"].isna().all()


def test_from_ten_on_there_is_a_share_but_not_of_the_unknown() -> None:
    table = lpa_bands_reached(lpa(averages(*[95] * 4, *[75] * 6, None, None)), BANDS)
    shares = table["share"].to_dict()
    assert pd.isna(shares.pop("unknown"))
    assert shares == {"excellent": 0.4, "very_good": 0, "good": 0.6, "below": 0}
    assert table.loc["unknown", "count"] == 2


def test_nobody_is_no_share_of_nobody() -> None:
    table = lpa_bands_reached(lpa(), BANDS)
    assert table["count"].sum() == 0
    assert set(table["base"]) == {0}
    assert table["share"].isna().all()


def test_the_middle_of_the_average_and_of_every_part() -> None:
    parts = {f"part_{part}_percent": 10.0 * part for part in (1, 2, 3, 4)}
    rows = [
        {"lao_id": "A", "fiscal_year_be": 2562, **parts, "part_5_percent": 50},  # average 30
        {"lao_id": "B", "fiscal_year_be": 2562, "part_1_percent": 30, "average_percent": 80},
        {"lao_id": "C", "fiscal_year_be": 2562},
        *({"lao_id": lao, "fiscal_year_be": 2562, "part_1_percent": 20} for lao in "DEF"),
    ]
    table = lpa_middles(lpa(rows))
    assert table.index.tolist() == ["average_percent", *(f"part_{n}_percent" for n in range(1, 6))]
    assert table["n"].tolist() == [2, 5, 1, 1, 1, 1]
    assert table["median"].dropna().to_dict() == {"part_1_percent": 20}  # the others under five
    assert table["low"].dropna().to_dict() == {"part_1_percent": 20}
    assert set(table["of"]) == {6}


def test_the_latest_result_is_not_later_than_the_year() -> None:
    table = lpa([*averages(70, year=2560), *averages(80, year=2562), *averages(90, year=2563)])
    assert lpa_latest(table, "L0", 2562)["average_percent"].tolist() == [80]
    assert lpa_latest(table, "L0", 2561)["average_percent"].tolist() == [70]
    assert lpa_latest(table, "L0", 2559).empty
    assert lpa_latest(table, "L9", 2562).empty


def test_the_converted_indicators_are_those_of_the_edition() -> None:
    points = conversions([(7, "average", 0, 0), (6, "average", 0, 0), (6, "average", 100, 30)])
    assert converted(points, EDITION) == (6, 7)
    assert converted(points, REVISED) == ()
    assert converted(points, None) == ()
