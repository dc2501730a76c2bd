"""LPA results of a handful of LAOs, counted by hand."""

from __future__ import annotations

import pandas as pd

from tests.measures.scoring import EDITION, REVISED, conversions, lpa
from tests.measures.stair import frame
from utils.measures.scores.lpa_summary import converted, lpa_bands_reached, lpa_latest, lpa_middles
from utils.tables.declared import schemas

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
    ]
    table = lpa_middles(lpa(rows))
    assert table.index.tolist() == ["average_percent", *(f"part_{n}_percent" for n in range(1, 6))]
    assert table["n"].tolist() == [2, 2, 1, 1, 1, 1]
    assert table["median"].tolist() == [55, 20, 20, 30, 40, 50]
    assert table["low"].isna().all()
    assert set(table["of"]) == {3}


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
