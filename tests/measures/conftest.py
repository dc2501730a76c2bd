"""A record small enough to count on one's fingers."""

import pandas as pd
import pytest

from utils.measures.coverage.record import Record

PROVINCES = [
    # code, in_target, region4, region6, cluster, office
    ("10", False, "Central", "Central", None, None),
    ("20", True, "Central", "East", "C01", 13),
    ("30", True, "Northeast", "Northeast", "C02", 11),
    ("40", True, "Northeast", "Northeast", "C02", 10),
    ("50", True, "North", "North", "C03", 1),
    ("60", True, "North", "Central", "C04", 4),
]
AWARDS = [
    # year, level, lao, province, certificate
    (2555, "national", "L20a", "20", "ชมเชย"),
    (2555, "national", "L30a", "30", "มุ่งมั่น"),
    (2558, "national", "L10a", "10", "ชมเชย"),
    (2561, "area", "L20a", "20", "ดีเยี่ยม"),
    (2561, "area", "L40a", "40", "ดี"),
    (2562, "area", "L40a", "40", "ดีมาก"),
    (2562, "area", "L40b", "40", "ดี"),
    (2562, "national", "L20b", "20", "ชมเชย"),
]
PRIZES = [
    ("ชมเชย", "national", "honourable_mention", True),
    ("มุ่งมั่น", "national", "commitment", False),
    ("ดีเยี่ยม", "area", "excellent", True),
    ("ดีมาก", "area", "very_good", False),
    ("ดี", "area", "good", False),
]
# Every list up to 2562 is whole; of 2563 one round was held, and its list is missing.
LISTED = {(2555, "national"), (2558, "national"), (2561, "area"), (2562, "area")}
LISTED |= {(2562, "national")}
ROUNDS = [
    *(
        (year, level, "complete" if (year, level) in LISTED else "no_round")
        for year in range(2555, 2563)
        for level in ("national", "area")
    ),
    (2563, "area", "list_missing"),
]


@pytest.fixture
def record() -> Record:
    provinces = pd.DataFrame(
        PROVINCES,
        columns=[
            "province_code",
            "in_target",
            "region4",
            "region6",
            "cluster_code",
            "office_number",
        ],
    ).astype({"province_code": "string", "in_target": "bool", "office_number": "Int64"})
    awards = pd.DataFrame(
        AWARDS, columns=["fiscal_year_be", "level", "lao_id", "province_code", "certificate_th"]
    ).astype({"province_code": "string", "fiscal_year_be": "Int64"})
    awards["award_id"] = [f"AL-{at}" for at in range(1, len(AWARDS) + 1)]
    awards["prize_class"] = awards["certificate_th"].map({row[0]: row[2] for row in PRIZES})
    return Record(
        provinces=provinces,
        awards=awards,
        prizes=pd.DataFrame(
            PRIZES, columns=["certificate_th", "level", "prize_class", "counts_for_excellent"]
        ),
        centre_cities=pd.DataFrame(
            {"province_code": ["20", "40", "50"], "lao_id": ["L20b", "L40b", "L50a"]}
        ),
        rounds=pd.DataFrame(
            ROUNDS,
            columns=["fiscal_year_be", "level", "status"],
        ),
        targets=pd.DataFrame(
            {
                "target_id": ["T1"],
                "target_provinces": [5],
                "reference_fiscal_year_be": [2560],
                "deadline_fiscal_year_be": [2563],
            }
        ),
    )
