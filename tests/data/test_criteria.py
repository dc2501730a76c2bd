"""The shipped criteria, against what is stated and what is said to be assumed."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"


def read(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_two_editions_of_which_one_has_a_catalogue() -> None:
    years = {
        row["edition"]: (row["first_year_be"], row["last_year_be"]) for row in read("editions")
    }
    assert years == {"criteria_34": ("2561", "2567"), "criteria_2568": ("2568", "")}
    assert {row["confidence"] for row in read("editions")} == {"assumed"}
    assert Counter(row["edition"] for row in read("indicators")) == {"criteria_34": 34}


def test_four_components_weigh_a_quarter_each() -> None:
    rows = read("components")
    assert [row["name_th"] for row in rows] == [
        "เมืองอยู่ดี",
        "คนมีสุข",
        "สิ่งแวดล้อมยั่งยืน",
        "เมืองแห่งการเรียนรู้และการบริหารจัดการที่ดี",
    ]
    assert [row["weight_percent"] for row in rows] == ["25"] * 4
    assert {row["name_status"] for row in rows} == {"stated"}


def test_the_self_assessment_passes_by_type_as_stated() -> None:
    rows = [row for row in read("score_cutoffs") if row["scale"] == "self_pass"]
    passes = {row["lao_type"]: row["low_percent"] for row in rows}
    assert passes == {"ทน.": "70", "ทม.": "70", "ทต.": "60", "อบต.": "60"}
    assert {(row["level"], row["confidence"]) for row in rows} == {("pass", "stated")}


def test_the_levels_of_area_results_are_assumed_and_of_every_type() -> None:
    rows = [row for row in read("score_cutoffs") if row["scale"] == "area_result"]
    assert [row["level"] for row in rows] == ["good", "very_good", "excellent"]
    assert {(row["lao_type"], row["confidence"]) for row in rows} == {("", "assumed")}


def test_the_lpa_bands_are_those_of_its_department() -> None:
    bands = {row["name_th"]: row["low_percent"] for row in read("lpa_bands")}
    assert bands == {"ดีเด่น": "90", "ดีมาก": "80", "ดี": "70"}


def test_ten_indicators_are_converted_from_the_lpa_by_an_assumed_rule() -> None:
    rows = read("lpa_conversions")
    assert sorted({int(row["indicator"]) for row in rows}) == list(range(24, 34))
    points = {(row["lpa_basis"], row["lpa_percent"], row["score"]) for row in rows}
    assert points == {("average", "0", "0"), ("average", "100", "30")}
    assert {row["confidence"] for row in rows} == {"assumed"}


def test_the_green_standards() -> None:
    rows = read("green_standards")
    shares = {r["lao_type"]: r["minimum"] for r in rows if r["measure"] == "share_percent"}
    assert shares == {"ทน.": "15", "ทม.": "20", "ทต.": "25", "อบต.": "25"}
    people = [(r["lao_type"], r["minimum"]) for r in rows if r["measure"] == "m2_per_person"]
    assert people == [("", "9"), ("", "16")]
