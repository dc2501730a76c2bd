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
    assert {key for key, status in ROUNDS.items() if status == "complete"} == published
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
    nothing = [key for key, status in ROUNDS.items() if status == "not_known"]
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


REPORTED = {row["report_id"]: row for row in read(DATA / "reported_results.csv")}


def test_reported_numbers() -> None:
    counts = {
        (row["fiscal_year_be"], row["level"], row["count_of"]): row["reported_count"]
        for row in REPORTED.values()
        if row["reported_count"]
    }
    assert counts == {
        ("2561", "area", "laos"): "107",
        ("2562", "area", "laos"): "107",
        ("2565", "national", "awards"): "39",
        ("2567", "national", "laos"): "33",
        ("2567", "all", "laos"): "81",
    }


def test_reported_results_of_one_city() -> None:
    named = [
        (row["province_code"], row["lao_name_th"], row["fiscal_year_be"], row["prize_class"])
        for row in REPORTED.values()
        if row["lao_name_th"]
    ]
    assert named == [
        ("24", "ทต.พนมสารคาม", "2563", "runner_up_2"),
        ("65", "ทต.บ้านคลอง", "2564", "runner_up_3"),
        ("96", "ทม.สุไหงโก-ลก", "2565", "runner_up_2"),
        ("96", "ทม.สุไหงโก-ลก", "2565", "runner_up_2"),
        ("54", "ทม.แพร่", "2567", "very_good"),
    ]
    tracks = [row["track"] for row in REPORTED.values() if row["province_code"] == "96"]
    assert tracks == ["liveable", "environment"]


def test_a_report_names_its_address_or_says_that_it_was_not_traced() -> None:
    claims = [row for row in REPORTED.values() if row["kind"] == "claim"]
    assert len(claims) == 13
    for row in claims:
        assert (row["how_checked"] == "not_traced") == (not row["address"])
        assert row["claim_th"]
        assert row["claim_en"]


def test_searches_say_where_when_and_in_what() -> None:
    searches = [row for row in REPORTED.values() if row["kind"] == "search"]
    assert [(row["province_code"], row["checked_on"]) for row in searches] == [
        ("82", "2026-11-29"),
        ("49", "2026-11-29"),
    ]
    assert all("not the whole web" in row["source_en"] for row in searches)


def test_34_indicators_in_four_components() -> None:
    rows = read(DATA / "indicators.csv")
    assert [row["indicator"] for row in rows] == [str(number) for number in range(1, 35)]
    sizes = Counter(row["component"] for row in rows)
    assert sizes == {"1": 7, "2": 9, "3": 7, "4": 11}
    from_lpa = [int(row["indicator"]) for row in rows if "LPA" in row["scale"]]
    assert from_lpa == list(range(24, 34))
    assert {row["max_score"] for row in rows} == {"30"}
