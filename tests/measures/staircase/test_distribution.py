"""LAOs on each step, and stages of provinces, by hand, on the eight LAOs of stair.py."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures.stair import YEARS, fictitious, staircase
from utils.measures.staircase import distribution as steps
from utils.measures.staircase import stages

STAIR = staircase()


def counts(table: pd.DataFrame, year: int, column: str = "count") -> dict[str, int]:
    rows = table[table["fiscal_year_be"] == year]
    result = dict(zip(rows["step"], rows[column], strict=True))
    return {step: int(count) for step, count in result.items() if count}


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2560, {"1": 3, "2": 2, "3": 1, "4": 1}),
        (2561, {"1": 2, "2": 3, "4": 1, "F1": 1}),
        (2562, {"2": 2, "3": 1, "4": 1, "F2": 1, "unknown": 2}),
        (2563, {"1": 2, "2": 1, "3": 3, "4": 1, "unknown": 1}),
    ],
)
def test_laos_on_each_step(year: int, expected: dict[str, int]) -> None:
    table = steps.distribution(STAIR)
    assert counts(table, year) == expected
    rows = table[table["fiscal_year_be"] == year]
    assert set(rows["base"]) == {sum(expected.values())}
    assert rows["step"].tolist() == list(steps.STEP_CLASSES)


def test_carried_and_paused_are_counted_too() -> None:
    table = steps.distribution(STAIR)
    assert counts(table, 2561, "carried") == {"2": 1}
    assert counts(table, 2563, "paused") == {"2": 1}


def test_levels_join_both_pathways() -> None:
    table = steps.distribution(STAIR, of="level")
    rows = table[table["fiscal_year_be"] == 2562]
    assert dict(zip(rows["level"], rows["count"], strict=True)) == {
        "1": 0,
        "2": 2,
        "3": 2,
        "4": 1,
        "unknown": 2,
    }


def test_groups_keep_the_unknown_as_a_group_of_its_own() -> None:
    table = steps.distribution(STAIR, "regional_network")
    rows = table[table["fiscal_year_be"] == 2563]
    bases = rows.groupby("group", dropna=False)["base"].first()
    assert bases["North"] == 2
    assert bases[bases.index.isna()].tolist() == [6]
    assert rows["group"].isna().tolist() == [False] * 8 + [True] * 8


def test_a_group_without_laos_is_a_known_zero_in_its_place() -> None:
    # By hand: in FY 2563 two LAOs of the eight are of the network North, the other six of none.
    table = steps.distribution(STAIR, "regional_network", groups=("Central", "North", "South"))
    rows = table[table["fiscal_year_be"] == 2563]
    assert rows["group"].iloc[:: len(steps.STEP_CLASSES)].fillna("?").tolist() == [
        "Central",
        "North",
        "South",
        "?",
    ]
    assert rows.groupby("group", sort=False, dropna=False)["base"].first().tolist() == [0, 2, 0, 6]
    empty = rows[rows["group"] == "Central"]
    assert empty["step"].tolist() == list(steps.STEP_CLASSES)
    assert empty[["count", "carried", "paused", "base"]].eq(0).all(axis=None)
    assert empty["share"].isna().all()
    assert rows.dtypes.equals(steps.distribution(STAIR, "regional_network").dtypes)


def test_a_group_that_nobody_named_keeps_its_row() -> None:
    table = steps.distribution(STAIR, "regional_network", groups=("South",))
    rows = table[table["fiscal_year_be"] == 2563]
    assert rows["group"].dropna().unique().tolist() == ["South", "North"]


def test_a_year_that_the_table_does_not_reach_has_no_zero() -> None:
    table = steps.distribution(STAIR, "regional_network", groups=("North",))
    assert table[table["fiscal_year_be"] == 2570].empty


def test_shares_add_up_to_one_in_every_group_of_ten() -> None:
    table = steps.distribution(fictitious(), "region4")
    sums = table.groupby(["fiscal_year_be", "group"])["share"].sum(min_count=1).dropna()
    assert len(sums) > 40
    assert sums.to_numpy() == pytest.approx(1)
    assert table.loc[table["base"] < 10, "share"].isna().all()


def test_every_enrolled_lao_counts_once_in_any_grouping() -> None:
    made_up = fictitious()
    whole = steps.distribution(made_up).groupby("fiscal_year_be")["count"].sum()
    for by in ("region6", "cluster_code", "office_number", "lao_type", "pathway"):
        grouped = steps.distribution(made_up, by).groupby("fiscal_year_be")["count"].sum()
        assert grouped.to_dict() == whole.to_dict()


def test_one_year_beside_the_year_before() -> None:
    table = steps.step_totals(STAIR, 2563)
    # step 3: A and B in province 20, C in 30; the year before only B
    assert table.loc["3"].to_dict() == {
        "count": 3,
        "provinces": 2,
        "carried": 0,
        "paused": 0,
        "before": 1,
        "change": 2,
    }
    assert list(table[["count", "before", "change"]].loc["F2"]) == [0, 1, -1]


def test_a_year_without_data_is_not_zero() -> None:
    assert steps.step_totals(STAIR, 2564)[["count", "provinces", "change"]].isna().all(axis=None)
    first = steps.step_totals(STAIR, 2560)
    assert first["count"].sum() == 7
    assert first[["before", "change"]].isna().all(axis=None)
    assert steps.step_totals(staircase([]), 2563).isna().all(axis=None)
    assert steps.distribution(staircase([])).empty


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2560, {"20": "2", "30": "3", "40": "1", "50": "4", "60": "1"}),
        # E of 40 withdrew by its status
        (2561, {"20": "2", "30": "3", "40": "withdrawn", "50": "4", "60": "1"}),
        # nobody of 40 or 60 has a row: which is neither none nor withdrawn
        (2562, {"20": "3", "30": "3", "40": "not_reported", "50": "4", "60": "not_reported"}),
        (2564, dict.fromkeys(["20", "30", "40", "50", "60"], "no_data")),
    ],
)
def test_the_stage_of_a_province_is_that_of_its_best_lao(
    year: int, expected: dict[str, str]
) -> None:
    table = stages.province_stages(STAIR, year)
    assert table["stage"].to_dict() == {"10": "outside", **expected}


def test_laos_behind_a_stage() -> None:
    table = stages.province_stages(STAIR, 2563)[["laos", "best"]]
    assert list(table.loc["20"]) == [2, 2]
    assert list(table.loc["50"]) == [2, 1]
    assert list(table.loc["60"]) == [1, 0]
    silent = stages.province_stages(STAIR, 2562).loc["40"]
    assert silent[["laos", "best"]].isna().all()
    assert stages.province_stages(STAIR, 2564)[["laos", "best"]].isna().all(axis=None)


def test_provinces_on_each_stage() -> None:
    table = stages.stage_shares(stages.province_stages(STAIR, 2562))
    assert table["count"].to_dict() == {
        "1": 0,
        "2": 0,
        "3": 2,
        "4": 1,
        "unknown": 0,
        "withdrawn": 0,
        "none": 0,
        "not_reported": 2,
    }
    assert set(table["base"].dropna()) == {3}
    assert table["share"].isna().all()
    assert stages.stage_shares(stages.province_stages(STAIR, 2564)).isna().all(axis=None)


def test_what_an_office_has_told_in_full_is_none_and_no_silence() -> None:
    told = staircase(parts=[("40", 2562), ("60", 2563)])
    assert list(stages.province_stages(told, 2562).loc["40"]) == ["withdrawn", 0, 0]
    # H of 60 never withdrew: that its office sent no row of it is no withdrawal
    assert list(stages.province_stages(told, 2563).loc["60"]) == ["unknown", 1, 0]
    rows = [row for row in YEARS if row[0] not in {"E", "H"}]
    emptied = staircase(rows, parts=[("40", 2562)])
    assert list(stages.province_stages(emptied, 2562).loc["40"]) == ["none", 0, 0]
    assert stages.province_stages(emptied, 2562)["stage"]["60"] == "not_reported"


def test_shares_of_stages_add_up() -> None:
    made_up = fictitious()
    table = stages.stage_shares(stages.province_stages(made_up, made_up.last_year_be))
    assert table["count"].sum() == 76
    assert set(table["base"].dropna()) == {75}  # one province has not reported
    assert pd.isna(table["share"]["not_reported"])
    assert table["share"].sum() == pytest.approx(1)


def test_the_stage_of_centre_cities_reads_real_tables_only() -> None:
    centres = pd.DataFrame({"province_code": ["20", "50"], "lao_id": ["A", "F"]}, dtype="string")
    table = stages.centre_stages(STAIR, centres, 2563)
    assert table["stage"].to_dict() == {
        "10": "outside",
        "20": "3",
        "30": "none",
        "40": "none",
        "50": "1",
        "60": "not_reported",
    }
    with pytest.raises(ValueError, match="fictitious"):
        stages.centre_stages(fictitious(), centres, 2563)
