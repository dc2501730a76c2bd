"""The candidates of remaining provinces and their order, by hand, ties and silence included."""

from __future__ import annotations

import pandas as pd

from tests.measures import scoring
from tests.measures.scoring import assessed, same
from utils.measures.scores.levels import levels
from utils.measures.scores.nearest import candidates, order_of_nearness, without_area_result
from utils.tables import shipped

LAOS = [
    # lao, province, level, total
    ("A1", "20", 3, 70.0),
    ("A2", "20", 3, 75.0),
    ("A3", "20", 2, 90.0),
    ("B1", "30", 3, 75.0),
    ("B2", "30", 3, 75.0),
    ("C1", "40", 2, None),
    ("C2", "40", 2, 10.0),
    ("D1", "50", None, 80.0),
    ("E1", "60", None, None),
    ("F1", "70", 4, None),
]
REMAINING = ["70", "60", "50", "40", "30", "20", "80"]


def nearest_laos() -> pd.DataFrame:
    laos = pd.DataFrame(LAOS, columns=["lao_id", "province_code", "level", "total"])
    dtypes = {"province_code": "string", "level": "Int64", "total": "Float64"}
    return candidates(REMAINING, laos.set_index("lao_id").astype(dtypes))


def test_the_step_goes_before_the_score_and_the_unknown_stand_last() -> None:
    pairs = nearest_laos()[["province_code", "lao_id"]].itertuples(index=False, name=None)
    assert [(code, None if pd.isna(lao) else lao) for code, lao in pairs] == [
        ("20", "A2"),
        ("30", "B1"),
        ("30", "B2"),
        ("40", "C2"),
        ("50", "D1"),
        ("60", None),
        ("70", "F1"),
        ("80", None),
    ]


def test_only_the_provinces_asked_for_have_a_candidate() -> None:
    laos = pd.DataFrame(LAOS, columns=["lao_id", "province_code", "level", "total"])
    assert candidates(["50"], laos.set_index("lao_id"))["lao_id"].tolist() == ["D1"]
    assert candidates([], laos.set_index("lao_id")).empty


def test_provinces_nearest_first_with_ties_in_a_band() -> None:
    table = order_of_nearness(nearest_laos())
    assert table["province_code"].tolist() == ["70", "20", "30", "30", "40", "50", "60", "80"]
    assert table["lao_id"].dropna().tolist() == ["F1", "A2", "B1", "B2", "C2", "D1"]
    # Two LAOs of province 30 tie with one of 20: they are two provinces, in places 2 and 3.
    assert table["order_low"].tolist() == [1, 2, 2, 2, 4, 5, pd.NA, pd.NA]
    assert table["order_high"].tolist() == [1, 3, 3, 3, 4, 5, pd.NA, pd.NA]


def test_a_province_is_covered_by_one_area_result_of_good() -> None:
    rows = scoring.totals(
        assessed("A", {**same(18, range(1, 10)), 10: 12}, assessor="area"),
        assessed("B", {**same(15, range(1, 10)), 10: 10}, assessor="area"),
        assessed("C", same(20)),
        assessed("D", {1: 30}, assessor="area"),
        assessed("X", same(20), assessor="area"),
    )
    judged = levels(rows, shipped.load("score_cutoffs"), "area_result")
    assert judged["level"].tolist() == ["good", "below", pd.NA, "good"]
    where = pd.DataFrame(
        {"province_code": ["20", "30", "40", "50", "10"]}, index=["A", "B", "C", "D", "X"]
    )
    provinces = pd.DataFrame(
        {"province_code": ["10", "20", "30", "40", "50"], "in_target": [False, *[True] * 4]}
    )
    assert without_area_result(judged, where, provinces) == ["30", "40", "50"]
