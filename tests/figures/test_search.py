"""Options that are found by any of their names."""

import pandas as pd

from utils.figures import search
from utils.words import Words

REGISTER = pd.DataFrame(
    [
        ("L1", "ทม.", "77", "หัวหิน", "Hua Hin"),
        ("L1", "ทน.", "77", "หัวหิน", "Hua Hin"),
        ("L2", "ทต.", "50", "น้ำแพร่พัฒนา", None),
    ],
    columns=["lao_id", "lao_type", "province_code", "name_th", "name_en"],
)
OFFICES = pd.DataFrame(
    [
        (4, "สสภ.4", "สำนักงานสิ่งแวดล้อมภาคที่ 4", "Regional Environment Office 4", "60"),
        (4, "สคพ.4", "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 4", "REPC Office 4", "60"),
    ],
    columns=["office_number", "short_name_th", "name_th", "name_en", "seat_province_code"],
)
PROVINCES = pd.DataFrame(
    {"province_code": ["60"], "name_th": ["นครสวรรค์"], "name_en": ["Nakhon Sawan"]}
)


def test_a_municipality_goes_by_former_name_full_type_and_the_other_language() -> None:
    assert search.municipalities(REGISTER, Words("th")).tolist() == [
        "ทม.หัวหิน (ปัจจุบัน ทน.หัวหิน) · เทศบาลเมืองหัวหิน · Hua Hin TM",
        "ทน.หัวหิน · เทศบาลนครหัวหิน · Hua Hin CM",
        "ทต.น้ำแพร่พัฒนา · เทศบาลตำบลน้ำแพร่พัฒนา",
    ]
    assert search.municipalities(REGISTER, Words("en")).tolist() == [
        "Hua Hin TM (now Hua Hin CM) · Hua Hin town municipality · ทม.หัวหิน · เทศบาลเมืองหัวหิน",
        "Hua Hin CM · Hua Hin city municipality · ทน.หัวหิน · เทศบาลนครหัวหิน",
        "ทต.น้ำแพร่พัฒนา · เทศบาลตำบลน้ำแพร่พัฒนา",
    ]


def test_a_city_is_one_option_whatever_it_was_called() -> None:
    assert search.cities(REGISTER, Words("th")) == {
        "L1": "ทน.หัวหิน · เทศบาลนครหัวหิน · Hua Hin CM · ทม.หัวหิน · เทศบาลเมืองหัวหิน · Hua Hin TM",
        "L2": "ทต.น้ำแพร่พัฒนา · เทศบาลตำบลน้ำแพร่พัฒนา",
    }
    english = search.cities(REGISTER, Words("en"))["L1"]
    assert english.startswith("Hua Hin CM · Hua Hin city municipality · ทน.หัวหิน")


def test_an_office_goes_by_its_short_and_its_long_names_old_and_new() -> None:
    assert search.office(4, OFFICES, PROVINCES, Words("th")) == (
        "สคพ.4 (เดิม สสภ.4) นครสวรรค์ · สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 4 · สำนักงานสิ่งแวดล้อมภาคที่ 4"
    )
    assert search.office(4, OFFICES, PROVINCES, Words("en")) == (
        "REPCO 4 (formerly REO 4), Nakhon Sawan · REPC Office 4 · Regional Environment Office 4"
    )
