"""The published list and the tables about it, against facts known by hand."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
PUBLISHED = DATA / "published" / "award_list_fy2547_2563.csv"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


ROUNDS = {
    (int(row["fiscal_year_be"]), row["level"]): row["status"] for row in read(DATA / "rounds.csv")
}


def test_the_published_list_is_untouched() -> None:
    content = PUBLISHED.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfregion,")
    assert content.count(b"\r\n") == 542
    digest = "0124da0f0cc6f1793cd245f57188155d7f4a5dbba4a7737e0df0c8358349805c"
    assert hashlib.sha256(content).hexdigest() == digest


def test_every_certificate_has_its_prize_class() -> None:
    levels = {"national": "ระดับประเทศ", "area": "ระดับพื้นที่"}
    declared = [(levels[r["level"]], r["certificate_th"]) for r in read(DATA / "prizes.csv")]
    rows = Counter((r["Type of Certificate"], r["Certificate"]) for r in read(PUBLISHED))
    assert len(declared) == len(set(declared)) == 20
    assert set(declared) == set(rows)
    assert rows["ระดับประเทศ", "รางวัลชมเชย (ทบ.)"] == 86


def test_all_prizes_count_but_good_and_very_good() -> None:
    not_counted = [
        row["certificate_th"]
        for row in read(DATA / "prizes.csv")
        if row["counts_for_excellent"] == "false"
    ]
    assert not_counted == ["ระดับดีมาก", "ระดับดี"]


def test_rounds_cover_both_levels_of_every_year() -> None:
    assert list(ROUNDS) == [(y, lev) for y in range(2547, 2571) for lev in ("national", "area")]


def test_listed_rounds_are_those_of_the_published_list() -> None:
    levels = {"ระดับประเทศ": "national", "ระดับพื้นที่": "area"}
    published = {
        (int(row["fiscal year"]), levels[row["Type of Certificate"]]) for row in read(PUBLISHED)
    }
    assert {key for key, status in ROUNDS.items() if status == "listed"} == published
    assert sorted(year for year, level in published if level == "area") == [2561, 2562]


def test_the_area_level_begins_in_2561() -> None:
    assert {ROUNDS[year, "area"] for year in range(2547, 2561)} == {"no_round"}


def test_rounds_known_without_a_list() -> None:
    missing = [key for key, status in ROUNDS.items() if status == "list_missing"]
    assert missing == [
        (2563, "area"),
        (2564, "national"),
        (2565, "national"),
        (2567, "national"),
        (2567, "area"),
    ]


def test_years_between_national_rounds_and_after_the_record() -> None:
    between = (2548, 2549, 2551, 2553, 2554, 2556, 2557, 2560, 2561)
    assert {ROUNDS[year, "national"] for year in between} == {"no_round"}
    nothing = [key for key, status in ROUNDS.items() if status == "no_data"]
    # national 2566, 2568, 2569, 2570; area 2564, 2565, 2566, 2568, 2569, 2570
    assert len(nothing) == 10
    assert min(nothing) == (2564, "area")


def test_every_round_says_on_what_it_rests() -> None:
    assert all(row["basis_th"] and row["basis_en"] for row in read(DATA / "rounds.csv"))


def test_the_cabinet_target() -> None:
    (target,) = read(DATA / "targets.csv")
    assert target["target_provinces"] == "76"
    assert target["reference_fiscal_year_be"] == "2560"
    assert target["deadline_fiscal_year_be"] == "2563"
    assert target["resolved_on"] == "2017-10-10"
    assert "fiscal year 2563" in target["note_en"]
    assert "อ่านเป็นปีงบประมาณ" in target["note_th"]


def test_press_facts() -> None:
    facts = {row["fact_id"]: row for row in read(DATA / "press_facts.csv")}
    counts = {
        (row["assessment_year_be"], row["level"]): row["awards_count"]
        for row in facts.values()
        if row["awards_count"]
    }
    assert counts == {
        ("2561", "area"): "107",
        ("2562", "area"): "107",
        ("2565", "national"): "39",
        ("2567", "national"): "33",
        ("2567", "all"): "81",
    }
    kolok = facts["press-2565-sungai-kolok"]
    assert (kolok["province_code"], kolok["lao_name_th"]) == ("96", "สุไหงโก-ลก")


def test_press_facts_after_the_record_are_named_as_not_counted() -> None:
    for row in read(DATA / "press_facts.csv"):
        after = int(row["assessment_year_be"]) > 2563
        assert after == ("ยังไม่นับรวม" in row["fact_th"]) == ("Not yet counted" in row["fact_en"])
        assert row["source"].startswith("press")
        assert "http" not in row["source"]


def test_34_indicators_in_four_components() -> None:
    rows = read(DATA / "indicators.csv")
    assert [row["indicator"] for row in rows] == [str(number) for number in range(1, 35)]
    sizes = Counter(row["component"] for row in rows)
    assert sizes == {"1": 7, "2": 9, "3": 7, "4": 11}
    from_lpa = [int(row["indicator"]) for row in rows if "LPA" in row["scale"]]
    assert from_lpa == list(range(24, 34))
    assert {row["max_score"] for row in rows} == {"30"}
