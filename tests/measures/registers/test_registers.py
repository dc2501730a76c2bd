"""What is not set, what is covered, and who has a coach, counted by hand."""

from __future__ import annotations

import pandas as pd

from utils.measures.registers.coaches import by_region
from utils.measures.registers.recommendations import not_set, themes_by_levels
from utils.tables.declared.recommendations import TO_BE_SET


def recommendations() -> pd.DataFrame:
    rows = [
        # level, theme, asks for participation, agency
        ("project", "governance", False, "DLA"),
        ("project", "governance", True, None),
        ("nmt", "environmental_services", False, None),
        ("policy_law", "participation", False, None),
    ]
    names = ["level", "theme", "asks_participation", "receiving_agency"]
    made = pd.DataFrame(rows, columns=names).astype("string")
    made["asks_participation"] = pd.array([row[2] for row in rows], dtype="boolean")
    for name in TO_BE_SET:
        if name not in made:
            made[name] = pd.Series(pd.NA, made.index, dtype="string")
    return made


def test_what_nobody_has_set_is_counted_thing_by_thing() -> None:
    counts = not_set(recommendations())
    assert counts["receiving_agency"] == 3
    assert list(counts.index) == list(TO_BE_SET)
    assert set(counts.drop("receiving_agency")) == {4}


def test_themes_by_levels_has_a_zero_where_nothing_is_covered() -> None:
    counts = themes_by_levels(recommendations())
    assert counts["project"].tolist() == [2, 0, 0, 1]
    assert counts["nmt"].tolist() == [0, 1, 0, 0]
    assert counts["policy_law"].tolist() == [0, 0, 0, 1]
    assert counts["partner"].tolist() == [0, 0, 0, 0]


def register() -> tuple[pd.DataFrame, pd.DataFrame]:
    municipalities = pd.DataFrame(
        [
            ("L20a", "ทต.", "20"),
            ("L20a", "ทม.", "20"),  # the same, upgraded: counted once
            ("L20b", "ทน.", "20"),
            ("L30a", "ทต.", "30"),
            ("L30b", "อบต.", "30"),  # no municipality
        ],
        columns=["lao_id", "lao_type", "province_code"],
    )
    provinces = pd.DataFrame(
        [("20", "Central"), ("30", "Northeast")], columns=["province_code", "region4"]
    )
    return municipalities, provinces


def test_no_coach_is_known_while_there_is_no_list_and_none_is_never_said() -> None:
    told = by_region(pd.DataFrame({"lao_id": []}), *register())
    assert told["known"].isna().all()
    assert told["not_known"].tolist() == told["total"].tolist() == [2, 1]


def test_two_coaches_of_one_municipality_count_it_once() -> None:
    told = by_region(pd.DataFrame({"lao_id": ["L20a", "L20a", "L99"]}), *register())
    assert told["known"].tolist() == [1, 0]
    assert told["not_known"].tolist() == [1, 1]
