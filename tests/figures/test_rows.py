"""Names and tables for reading."""

import pandas as pd

from utils.figures import rows
from utils.figures.coverage.pace import PaceLines
from utils.words import Words

REGISTER = pd.DataFrame(
    [
        ("L1", "ทม.", "77", "หัวหิน", "Hua Hin"),
        ("L1", "ทน.", "77", "หัวหิน", "Hua Hin"),
        ("L2", "ทต.", "50", "น้ำแพร่พัฒนา", None),
    ],
    columns=["lao_id", "lao_type", "province_code", "name_th", "name_en"],
)
PROVINCES = pd.DataFrame(
    {
        "province_code": ["50", "77"],
        "name_th": ["เชียงใหม่", "ประจวบคีรีขันธ์"],
        "name_en": ["Chiang Mai", "Prachuap Khiri Khan"],
    }
)


def test_an_upgraded_city_shows_both_names() -> None:
    ids = pd.Series(["L1", "L2"])
    assert rows.municipality_names(ids, REGISTER, Words("th")).tolist() == [
        "ทน.หัวหิน (เดิม ทม.หัวหิน)",
        "ทต.น้ำแพร่พัฒนา",
    ]


def test_a_name_without_a_known_english_form_stays_thai() -> None:
    ids = pd.Series(["L1", "L2"])
    assert rows.municipality_names(ids, REGISTER, Words("en")).tolist() == [
        "Hua Hin CM (formerly Hua Hin TM)",
        "ทต.น้ำแพร่พัฒนา",
    ]


def test_a_doubled_row_shows_both_source_rows() -> None:
    awards = pd.DataFrame(
        {
            "province_code": ["77"],
            "lao_id": ["L1"],
            "fiscal_year_be": [2563],
            "level": ["national"],
            "certificate_th": ["รางวัลชมเชย (ทบ.)"],
            "prize_class": ["honourable_mention"],
            "track": ["liveable"],
            "source_row": [514],
            "source_row_repeated": pd.array([515], dtype="Int64"),
        }
    )
    shown = rows.awards(awards, PROVINCES, REGISTER, Words("en"))
    assert shown.iloc[0].to_dict() == {
        "Province": "Prachuap Khiri Khan",
        "Municipality": "Hua Hin CM (formerly Hua Hin TM)",
        "Fiscal year": 2563,
        "Level": "National",
        "Award or result": "Honourable mention (Sustainable liveable city)",
        "Source row": "514, 515",
    }


def test_the_pace_table_keeps_unknown_empty() -> None:
    lines = PaceLines(
        by_year=pd.DataFrame(
            {"counted_at_least": [67, 67], "not_known": [0, 9]}, index=[2562, 2563], dtype="Int64"
        ),
        reference=pd.Series({2562: 61.666, 2563: 76.0}, dtype="Float64"),
        since=pd.Series({2563: 67}, dtype="Int64"),
        listed_years=frozenset({2562}),
        open_from_be=2563,
        provinces=76,
        deadline_year_be=2563,
    )
    table = rows.pace(lines, Words("en"))
    assert table["Counted, at least"].tolist() == [67, 67]
    assert table["Not known"].tolist() == [0, 9]
    assert table["Linear reference"].tolist() == [61.7, 76.0]
    assert table["Counting only results since the resolution"].isna().tolist() == [True, False]
