"""Provinces, clusters, offices and departments, against facts known by hand."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PROVINCES = {row["province_code"]: row for row in read("provinces.csv")}


def test_all_77_units_and_76_in_the_target() -> None:
    assert len(read("provinces.csv")) == len(PROVINCES) == 77
    outside = [row["name_th"] for row in PROVINCES.values() if row["in_target"] == "false"]
    assert outside == ["กรุงเทพมหานคร"]
    assert {row["in_target"] for row in PROVINCES.values()} == {"true", "false"}


def test_iso_codes_carry_the_province_code() -> None:
    assert all(row["iso_code"] == f"TH-{code}" for code, row in PROVINCES.items())
    known = {"38": "Bueng Kan", "60": "Nakhon Sawan", "96": "Narathiwat"}
    assert {code: PROVINCES[code]["name_en"] for code in known} == known


@pytest.mark.parametrize("column", ["name_th", "name_en", "abbreviation_th"])
def test_names_and_abbreviations_are_unique(column: str) -> None:
    values = [row[column] for row in PROVINCES.values()]
    assert all(values)
    assert len(set(values)) == 77


def test_abbreviations_have_two_letters_outside_bangkok() -> None:
    longer = [
        row["abbreviation_th"] for row in PROVINCES.values() if len(row["abbreviation_th"]) > 2
    ]
    assert longer == ["กทม"]
    assert PROVINCES["50"]["abbreviation_th"] == "ชม"


def test_regions_hold_the_known_numbers() -> None:
    # Thailand's four regions: 17 + 20 + 14 provinces in the North, Northeast and South; the
    # Central region of the award list holds the other 26, Bangkok among them.
    assert Counter(row["region4"] for row in PROVINCES.values()) == {
        "North": 17,
        "Northeast": 20,
        "South": 14,
        "Central": 26,
    }
    # The six-region division: 9 + 20 + 22 + 7 + 5 + 14 = 77.
    assert Counter(row["region6"] for row in PROVINCES.values()) == {
        "North": 9,
        "Northeast": 20,
        "Central": 22,
        "East": 7,
        "West": 5,
        "South": 14,
    }


def test_18_clusters_each_with_provinces_and_bangkok_in_none() -> None:
    clusters = [row["cluster_code"] for row in read("clusters.csv")]
    assert clusters == [f"C{number:02}" for number in range(1, 19)]
    used = {row["cluster_code"] for row in PROVINCES.values()}
    assert used == {*clusters, ""}
    assert [code for code, row in PROVINCES.items() if not row["cluster_code"]] == ["10"]


def test_border_cluster_is_the_three_southern_provinces() -> None:
    border = [row for row in read("clusters.csv") if row["name_th"] == "ภาคใต้ชายแดน"]
    members = [
        row["name_th"]
        for row in PROVINCES.values()
        if row["cluster_code"] == border[0]["cluster_code"]
    ]
    assert members == ["ปัตตานี", "ยะลา", "นราธิวาส"]


def test_16_offices_each_under_both_names() -> None:
    offices = read("offices.csv")
    assert [(row["office_number"], row["short_name_th"]) for row in offices] == [
        (str(number), f"{short}.{number}") for number in range(1, 17) for short in ("สสภ", "สคพ")
    ]
    assert offices[7]["name_th"] == "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 4"
    assert PROVINCES[offices[7]["seat_province_code"]]["name_th"] == "นครสวรรค์"
    # the day of the change of name is not known: the note says so in place of a date
    assert all(not row["valid_from_on"] + row["valid_to_on"] for row in offices)
    assert all("not in our sources" in row["note"] for row in offices)


def test_every_office_has_provinces_and_sits_in_one_of_them() -> None:
    numbers = {row["office_number"] for row in read("offices.csv")}
    assert {row["office_number"] for row in PROVINCES.values()} == {*numbers, ""}
    for row in read("offices.csv"):
        assert PROVINCES[row["seat_province_code"]]["office_number"] == row["office_number"]


def test_three_offices_on_which_sources_differ() -> None:
    differ = {
        row["name_th"]: (row["office_number"], row["office_number_other"])
        for row in PROVINCES.values()
        if row["office_confidence"] == "disputed"
    }
    assert differ == {
        "สมุทรปราการ": ("13", "6"),
        "หนองบัวลำภู": ("10", "9"),
        "พัทลุง": ("14", "16"),
    }
    others = [row for row in PROVINCES.values() if row["name_th"] not in differ]
    assert not any(row["office_number_other"] for row in others)


def test_the_department_changes_its_name_without_a_gap() -> None:
    former, present = read("departments.csv")
    assert (former["short_name_en"], present["short_name_en"]) == ("DEQP", "DCCE")
    assert present["valid_from_on"] == "2023-08-18"
    last = date.fromisoformat(former["valid_to_on"])
    assert last + timedelta(days=1) == date(2023, 8, 18)
    assert former["valid_from_on"] == present["valid_to_on"] == ""
    assert former["department_code"] == present["department_code"]


def test_capitals_lie_in_thailand() -> None:
    for row in PROVINCES.values():
        assert 5.6 < float(row["capital_latitude"]) < 20.5
        assert 97.3 < float(row["capital_longitude"]) < 105.7
