"""The staircase's lists and group tables: counts, shares and n/N as a reader sees them."""

from __future__ import annotations

import pandas as pd

from tests.measures.stair import fictitious, staircase
from utils.figures.staircase import rows
from utils.measures.staircase import distribution, moves, stages
from utils.words import Words

EN = Words("en")
TINY = staircase()


def test_a_small_group_is_shown_as_n_of_n() -> None:
    counts = distribution.distribution(TINY, "region4")
    counts = counts[counts["fiscal_year_be"] == 2561]
    shown = rows.steps_by(counts, "group", {"North": "North", "Central": "Central"}, "Region", EN)
    # B, A in the centre; C, D in the north-east, which has no name here; F, G, H in the north.
    assert list(shown["Region"]) == ["Central", "North", "Not assigned"]
    assert list(shown["LAOs"]) == [2, 3, 2]
    assert list(shown["Step 1"]) == ["0/2", "2/3", "0/2"]
    assert list(shown["Step 2"]) == ["2/2", "0/3", "1/2"]
    assert list(shown["F1"]) == ["0/2", "0/3", "1/2"]


def test_the_shares_of_a_large_group_sum_to_all_of_it() -> None:
    counts = distribution.distribution(fictitious())
    years = {year: str(year) for year in counts["fiscal_year_be"]}
    file = rows.steps_file(counts, "fiscal_year_be", years, "Year", EN)
    whole = file[file["Year"] == "2563"]
    assert whole["LAOs"].sum() == whole["Base"].iloc[0] == 156
    assert abs(whole["Per cent"].sum() - 100) < 0.5
    shown = rows.steps_by(counts, "fiscal_year_be", years, "Year", EN).set_index("Year")
    assert shown.loc["2563", "Step 1"] == "35 (22.4%)"  # 35 / 156 = 0.2244
    assert shown.loc["2563", "LAOs"] == 156


def test_who_left_and_who_is_new_have_no_step_on_one_side() -> None:
    register = TINY.register.assign(lao_type="ทต.")
    shown = rows.movers(moves.movers(TINY, 2561), _provinces(), register, 2561, EN).set_index(
        "Move"
    )
    assert shown.loc["Withdrew", "Step at the end of 2561"] == "Not on the staircase"
    assert shown.loc["New", "Step at the end of 2560"] == "Not on the staircase"
    assert shown.loc["Step lower than last year", "Province"] == "Province 30"
    assert shown.loc["Withdrew", "State"] == "Withdrawn"


def test_stages_are_those_of_the_target_in_two_ways_side_by_side() -> None:
    result = stages.stage_shares(stages.province_stages(TINY, 2561))
    centres = pd.DataFrame({"lao_id": ["A", "C"]}, dtype="string")
    central = stages.stage_shares(stages.centre_stages(TINY, centres, 2561))
    shown = rows.shares({"best": result, "centre": central}, EN).set_index("Stage")
    # Five provinces: 20 on 2 (A, B), 30 on 3 (C on F1), 40 gone (E left), 50 on 4 (G), 60 on 1 (H).
    assert dict(shown["best"]) == {
        "Level of step 1": "1/5",
        "Level of step 2": "1/5",
        "Level of step 3": "1/5",
        "Level of step 4": "1/5",
        "Step unknown": "0/5",
        "Withdrew": "1/5",
        "Reported: none": "0/5",
        "Not reported (outside the base)": "0",
    }
    assert shown.loc["Level of step 2", "centre"] == "1/5"  # A
    assert shown.loc["Level of step 3", "centre"] == "1/5"  # C
    assert shown.loc["Reported: none", "centre"] == "3/5"
    file = rows.shares_file({"best": result}, EN)
    assert list(file["Base"].dropna()) == [5] * 7
    assert file["Per cent"].isna().all()


def _provinces() -> pd.DataFrame:
    codes = TINY.provinces["province_code"]
    return pd.DataFrame({"province_code": codes, "name_en": "Province " + codes})


def test_a_share_that_is_more_than_none_is_never_told_as_none() -> None:
    assert rows.cell(1, 5333, 1 / 5333, EN) == "1 (less than 0.1%)"
    assert rows.cell(0, 5333, 0.0, EN) == "0 (0.0%)"
    assert rows.cell(3, 5333, 3 / 5333, EN) == "3 (0.1%)"
    assert rows.cell(1, 5333, 1 / 5333, Words("th")) == "1 (น้อยกว่า 0.1%)"
