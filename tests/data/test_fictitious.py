"""The fictitious tables: rebuilt byte for byte, never to be taken for real, with every case."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
FICTITIOUS = DATA / "fictitious"
TABLES = (
    *("municipalities.csv", "enrolment.csv", "step_evidence.csv"),
    *("scores.csv", "lpa_results.csv", "reported_parts.csv"),
)
BUILT_FROM = ("provinces.csv", "indicators.csv", "lpa_conversions.csv")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


REGISTER, ENROLMENT, EVIDENCE, SCORES, LPA, PARTS = (read(FICTITIOUS / name) for name in TABLES)
PROVINCES = {row["province_code"]: row for row in read(DATA / "provinces.csv")}
BY_LAO: dict[str, list[dict[str, str]]] = {}
for one in ENROLMENT:
    BY_LAO.setdefault(one["lao_id"], []).append(one)


def test_the_script_rebuilds_its_files_byte_for_byte(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "fictitious"
    folder.mkdir(parents=True)
    for name in (*BUILT_FROM, *TABLES):
        shutil.copyfile(DATA / name, tmp_path / "data" / name)
    for script in FICTITIOUS.glob("*.py"):
        shutil.copyfile(script, folder / script.name)
    # another order of sets, and no locale: neither may matter
    subprocess.run(
        [sys.executable, "-m", "data.fictitious.build_fictitious"],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env={"PYTHONHASHSEED": "7", "LC_ALL": "C"},
    )
    for name in TABLES:
        assert (folder / name).read_bytes() == (FICTITIOUS / name).read_bytes()


def test_every_invented_name_says_so() -> None:
    for row in REGISTER:
        assert row["name_th"].startswith("สมมติ ")
        assert row["name_en"].startswith("Fictitious ")
        assert PROVINCES[row["province_code"]]["name_th"] in row["name_th"]
        assert row["note"] == "ข้อมูลสมมติ"
        assert not row["latitude"] + row["longitude"]
    assert {row["note"].split(":")[0] for row in ENROLMENT} == {"", "ข้อมูลสมมติ"}
    assert all("สมมติ" in row["expanded_to"] for row in EVIDENCE if row["expanded_to"])


def test_every_row_of_every_invented_file_says_so() -> None:
    for name in TABLES:
        rows = read(FICTITIOUS / name)
        assert {row["ข้อมูลสมมติ"] for row in rows} == {"ข้อมูลสมมติ"}, name


def test_invented_and_real_ids_never_meet() -> None:
    tables = (REGISTER, ENROLMENT, EVIDENCE, SCORES, LPA)
    invented = {row["lao_id"] for rows in tables for row in rows}
    assert all(lao.startswith("FIC-") for lao in invented)
    for path in [*DATA.glob("*.csv"), *(DATA / "published").glob("*.csv")]:
        text = path.read_text("utf-8-sig")
        assert "FIC-" not in text
        assert "สมมติ ๐" not in text
    for name in TABLES:
        assert "LAO-" not in (FICTITIOUS / name).read_text("utf-8")


def test_the_readme_says_it_in_both_languages() -> None:
    text = (FICTITIOUS / "README.md").read_text("utf-8")
    assert "ข้อมูลสมมติ ไม่ใช่ข้อมูลจริง" in text
    assert "Every file in this folder is **invented**" in " ".join(text.split())
    assert all(f"| `{name}` |" in text for name in TABLES)


def test_the_published_totals_are_kept() -> None:
    assert len(BY_LAO) == len(REGISTER) == 208
    years = sorted(int(row["fiscal_year_be"]) for row in ENROLMENT)
    assert (years[0], years[-1]) == (2547, 2569)
    networks = {row["regional_network"] for row in ENROLMENT} - {""}
    assert networks == {"North", "Central", "Northeast", "South"}
    homes = {row["province_code"] for row in REGISTER}
    assert "10" not in homes
    assert len(homes) == 70


def test_no_type_is_more_frequent_than_in_the_country() -> None:
    counted = {
        row["lao_group"]: int(row["count"])
        for row in read(DATA / "lao_denominators.csv")
        if row["basis"] == "dla_2563"
    }
    types = Counter(row["lao_type"] for row in REGISTER)
    assert set(types) == {"ทน.", "ทม.", "ทต.", "อบต.", "อบจ."}
    assert all(count <= counted[name] for name, count in types.items())
    agencies = Counter(row["province_code"] for row in REGISTER if row["lao_type"] == "อบจ.")
    assert set(agencies.values()) == {1}  # a province has one


def test_one_row_an_lao_and_year_from_its_first_year_on() -> None:
    keys = [(row["lao_id"], row["fiscal_year_be"]) for row in ENROLMENT]
    assert keys == sorted(set(keys))
    assert {row["lao_id"] for row in EVIDENCE} <= set(BY_LAO)
    assert len({row["evidence_id"] for row in EVIDENCE}) == len(EVIDENCE)


def late(row: dict[str, str]) -> bool:
    return row["applied_on"] > f"{int(row['fiscal_year_be']) - 543}-09-30"


@pytest.mark.parametrize(
    "case",
    [
        "missing year",
        "change of pathway",
        "fall",
        "withdrawal",
        "return",
        "pause",
        "graduation",
        "late application",
        "no self-assessment",
        "late self-assessment",
        "unknown step",
        "no coach",
        "unknown coach",
        "unknown network",
        "end without a word",
    ],
)
def test_every_awkward_case_is_there_more_than_once(case: str) -> None:
    pairs = [pair for rows in BY_LAO.values() for pair in pairwise(rows)]
    lasts = [rows[-1] for rows in BY_LAO.values()]
    applied = [row for row in ENROLMENT if row["applied_on"]]
    counts = {
        "missing year": sum(
            int(b["fiscal_year_be"]) - int(a["fiscal_year_be"]) > 1 for a, b in pairs
        ),
        "change of pathway": sum(a["pathway"] != b["pathway"] for a, b in pairs),
        "fall": sum(
            bool(b["step"]) and a["pathway"] == b["pathway"] and a["step"] > b["step"]
            for a, b in pairs
        ),
        "withdrawal": sum(row["status"] == "withdrawn" for row in ENROLMENT),
        "return": sum(a["status"] == "withdrawn" for a, _ in pairs),
        "pause": sum(row["status"] == "paused" for row in ENROLMENT),
        "graduation": sum(row["status"] == "graduated" for row in ENROLMENT),
        "late application": sum(late(row) for row in applied),
        "no self-assessment": sum(not row["self_assessed_on"] for row in applied),
        "late self-assessment": sum(row["self_assessed_on"] > row["applied_on"] for row in applied),
        "unknown step": sum(not row["step"] for row in ENROLMENT),
        "no coach": sum(row["coach_assigned"] == "false" for row in ENROLMENT),
        "unknown coach": sum(not row["coach_assigned"] for row in ENROLMENT),
        "unknown network": sum(not row["regional_network"] for row in ENROLMENT),
        "end without a word": sum(
            row["status"] in {"active", "paused"} and row["fiscal_year_be"] < "2569"
            for row in lasts
        ),
    }
    assert counts[case] > 1


def test_most_steps_take_one_to_three_years() -> None:
    lengths = []
    for rows in BY_LAO.values():
        began = rows[0]
        for before, after in pairwise(rows):
            if "" in {before["step"], after["step"]} or before["step"] == after["step"]:
                continue
            lengths.append(int(after["fiscal_year_be"]) - int(began["fiscal_year_be"]))
            began = after
    assert sum(1 <= years <= 3 for years in lengths) > 0.6 * len(lengths)


def test_evidence_is_there_for_most_second_steps_and_lacking_for_some() -> None:
    driven = {row["lao_id"] for row in EVIDENCE if row["requirement"] == "activity"}
    second = {row["lao_id"] for row in ENROLMENT if row["step"] in {"2", "3", "4"}}
    assert 0.8 * len(second) < len(second & driven) < len(second)


def test_parts_are_told_of_provinces_without_rows_and_some_are_silent() -> None:
    with_rows = {(row["lao_id"].split("-")[1], row["fiscal_year_be"]) for row in ENROLMENT}
    told = {(row["province_code"], row["fiscal_year_be"]) for row in PARTS}
    assert not with_rows & told
    assert len(told) == len(PARTS)
    assert all(row["note"] == "ข้อมูลสมมติ" for row in PARTS)
    target = {code for code, row in PROVINCES.items() if row["in_target"] == "true"}
    years = {row["fiscal_year_be"] for row in ENROLMENT}
    silent = {(code, year) for code in target for year in years} - with_rows - told
    assert 0 < len(silent) < len(told)
