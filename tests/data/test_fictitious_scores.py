"""The fictitious scores and LPA results: of invented LAOs only, partial, with every case."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import mean, median

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
Row = dict[str, str]
CONVERTED = {str(number) for number in range(24, 34)}
KEY = ("lao_id", "fiscal_year_be", "assessor", "indicator")


def read(name: str) -> list[Row]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TYPES = {row["lao_id"]: row["lao_type"] for row in read("fictitious/municipalities")}
SCORES = read("fictitious/scores")
LPA = read("fictitious/lpa_results")
COMPONENT = {row["indicator"]: row["component"] for row in read("indicators")}
BY_ASSESSMENT: dict[tuple[str, str, str], list[Row]] = {}
for one in SCORES:
    its = (one["lao_id"], one["fiscal_year_be"], one["assessor"])
    BY_ASSESSMENT.setdefault(its, []).append(one)


def points(rows: Iterable[Row]) -> float:
    return mean(int(row["score"]) for row in rows if row["score"])


def test_they_are_of_the_invented_laos_and_small() -> None:
    assert {row["lao_id"] for row in SCORES + LPA} <= set(TYPES)
    assert "อบจ." not in {TYPES[row["lao_id"]] for row in SCORES}
    paths = [DATA / "fictitious" / f"{name}.csv" for name in ("scores", "lpa_results")]
    assert sum(path.stat().st_size for path in paths) < 900_000


def test_a_score_is_of_the_edition_of_its_year_and_within_its_maximum() -> None:
    assert {row["edition"] for row in SCORES} == {"criteria_34"}
    assert {row["fiscal_year_be"] for row in SCORES} == {str(y) for y in range(2561, 2568)}
    assert all(0 <= int(row["score"]) <= 30 for row in SCORES if row["score"])


def test_indicators_converted_from_the_lpa_are_not_in_them() -> None:
    assert {row["indicator"] for row in SCORES} == set(COMPONENT) - CONVERTED


def test_a_score_stands_once() -> None:
    keys = Counter(tuple(row[name] for name in KEY) for row in SCORES)
    assert set(keys.values()) == {1}


def test_one_year_has_enough_laos_for_a_heat_map_of_a_hundred() -> None:
    rated = {key[0] for key in BY_ASSESSMENT if key[1:] == ("2567", "self")}
    assert len(rated) > 100
    assert {TYPES[lao] for lao in rated} == {"ทน.", "ทม.", "ทต.", "อบต."}


def test_some_are_assessed_by_themselves_only_and_some_by_the_area_too() -> None:
    own = {key[:2] for key in BY_ASSESSMENT if key[2] == "self"}
    area = {key[:2] for key in BY_ASSESSMENT if key[2] == "area"}
    assert area < own
    assert 0.3 < len(area) / len(own) < 0.7


def test_the_national_level_takes_municipalities_that_the_area_took_the_year_before() -> None:
    area = {(key[0], int(key[1])) for key in BY_ASSESSMENT if key[2] == "area"}
    national = {(key[0], int(key[1])) for key in BY_ASSESSMENT if key[2] == "national"}
    assert len(national) >= 10
    assert {(lao, year - 1) for lao, year in national} <= area
    assert "อบต." not in {TYPES[lao] for lao, _ in national}


def test_some_cities_rate_themselves_higher_than_the_area_does_and_most_do_not() -> None:
    above = [
        (points(BY_ASSESSMENT[key[0], key[1], "self"]) - points(rows)) / 30
        for key, rows in BY_ASSESSMENT.items()
        if key[2] == "area"
    ]
    assert 0.15 < sum(gap > 0.06 for gap in above) / len(above) < 0.45
    assert median(above) < 0.05


def known(rows: Iterable[Row]) -> Counter[str]:
    return Counter(COMPONENT[row["indicator"]] for row in rows if row["score"])


@pytest.mark.parametrize(
    "case",
    [
        "indicator without a row",
        "row without a score",
        "component of which little is known",
        "everything known",
        "day not known",
        "day long after the year",
        "city in its own rhythm",
        "rise",
        "fall",
    ],
)
def test_every_awkward_case_is_there_more_than_once(case: str) -> None:
    selfs = {key: rows for key, rows in BY_ASSESSMENT.items() if key[2] == "self"}
    before = {(lao, str(int(year) + 2), one): rows for (lao, year, one), rows in selfs.items()}
    moves = [points(rows) - points(before[key]) for key, rows in selfs.items() if key in before]
    counts = {
        "indicator without a row": sum(len(rows) < 24 for rows in selfs.values()),
        "row without a score": sum(not row["score"] for row in SCORES),
        "component of which little is known": sum(known(rows)["3"] < 5 for rows in selfs.values()),
        "everything known": sum(known(rows).total() == 24 for rows in selfs.values()),
        "day not known": sum(not rows[0]["assessed_on"] for rows in selfs.values()),
        "day long after the year": sum(
            rows[0]["assessed_on"] > f"{int(key[1]) - 542}-09-30" for key, rows in selfs.items()
        ),
        "city in its own rhythm": len({key[0] for key in selfs if int(key[1]) % 2 == 0}),
        "rise": sum(move > 0.5 for move in moves),
        "fall": sum(move < -0.5 for move in moves),
    }
    assert counts[case] > 1


def test_most_cities_have_an_lpa_result_every_year_and_some_have_none() -> None:
    assessed = {row["lao_id"] for row in SCORES}
    years = Counter(row["lao_id"] for row in LPA)
    assert set(years) < assessed
    assert sum(years[lao] == 7 for lao in assessed) > 0.6 * len(assessed)
    assert len(years) > 0.9 * len(assessed)


def test_lpa_results_reach_every_band_and_lack_a_part_now_and_then() -> None:
    averages = [float(row["average_percent"]) for row in LPA if row["average_percent"]]
    bands = Counter(min(int(one // 10), 9) for one in averages)
    assert set(bands) == {6, 7, 8, 9}  # below the pass of 70, ดี, ดีมาก, ดีเด่น
    parts = [[row[f"part_{number}_percent"] for number in range(1, 6)] for row in LPA]
    assert 0 < sum("" in row for row in parts) < 0.2 * len(LPA)
    assert 0 < sum(not row["average_percent"] for row in LPA) < 0.1 * len(LPA)


def test_what_is_noted_says_that_it_is_fictitious() -> None:
    assert {row["note"].split(":")[0] for row in SCORES + LPA} == {"", "ข้อมูลสมมติ"}
