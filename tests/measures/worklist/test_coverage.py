"""What the award list asks of offices, on the eight awards of conftest.py: by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, RuleCode
from utils.measures.worklist import candidates, coverage
from utils.measures.worklist.item import Item

NOTHING = pd.DataFrame({"province_code": [], "level": [], "total": []}).rename_axis("lao_id")


def asked(record: Record, rule: RuleCode = "b", window: int = 3) -> dict[str, Item]:
    question = Question(rule=rule, fiscal_year_be=2562, window_years=window)
    return {one.item_id: one for one in coverage.items(record, question, NOTHING)}


def of(items: dict[str, Item], rule: str) -> list[str]:
    return [one.province_code for one in items.values() if one.rule == rule]


def test_who_is_not_counted_is_listed_with_the_nearest_and_who_is_counted_is_not(
    record: Record,
) -> None:
    items = asked(record)
    # 20 and 40 have results in 2560-2562; that of 30 is of 2555, 50 and 60 have none
    assert of(items, "province_waiting") == ["30", "50", "60"]
    older = items["province_waiting.2562.30.b"]
    assert (older.laos, older.rows) == (("L30a",), (("awards", ("AL-2",)),))
    assert dict(older.facts) == {"status": "older", "on_record": "older"}
    # of 50 only the centre city is known, of 60 nothing
    assert items["province_waiting.2562.50.b"].laos == ("L50a",)
    assert items["province_waiting.2562.60.b"].laos == ()


def test_a_centre_city_without_a_result_is_listed_and_one_with_a_result_is_not(
    record: Record,
) -> None:
    # of the centres, L20b and L40b have results of 2562
    [only] = [one for one in asked(record).values() if one.rule == "centre_without_result"]
    assert (only.province_code, only.lao_id) == ("50", "L50a")
    # asked by (d), the provinces say it themselves
    items = asked(record, rule="d")
    assert of(items, "centre_without_result") == []
    assert of(items, "province_waiting") == ["30", "50", "60"]
    assert items["province_waiting.2562.30.d"].laos == ()


def test_a_window_that_ends_names_whose_last_result_is_of_its_first_year(record: Record) -> None:
    # a window of the year alone: both counted provinces leave it at its end
    assert of(asked(record, window=1), "window_ends") == ["20", "40"]
    # in one of two years their results of 2562 stay for another year
    assert of(asked(record, window=2), "window_ends") == []
    assert of(asked(record, rule="a"), "window_ends") == []


def test_a_list_that_is_not_whole_is_listed_and_leaves_provinces_not_known(record: Record) -> None:
    assert of(asked(record), "list_open") == []
    rounds = record.rounds.copy()
    area = (rounds["fiscal_year_be"] == 2562) & (rounds["level"] == "area")
    rounds.loc[area, "status"] = "partial"
    items = asked(replace(record, rounds=rounds))
    assert items["list_open.2562.area"].rows == (("rounds", (2562, "area")),)
    waiting = [one for one in items.values() if one.rule == "province_waiting"]
    assert {dict(one.facts)["status"] for one in waiting} == {"not_known"}


def test_a_year_that_the_record_does_not_reach_asks_nothing(record: Record) -> None:
    question = Question(rule="b", fiscal_year_be=2566)
    assert coverage.items(record, question, NOTHING) == ()


def test_the_nearest_are_those_with_the_latest_result_then_the_step_then_the_total(
    record: Record,
) -> None:
    merits = pd.DataFrame(
        {
            "lao_id": ["L30b", "L30c", "L30d", "L30e"],
            "province_code": "30",
            "level": pd.array([3, 3, 4, None], dtype="Int64"),
            "total": [50.0, 60.0, None, 90.0],
        }
    ).set_index("lao_id")
    question = Question(rule="b", fiscal_year_be=2562)
    near = candidates.nearest(record, question, merits)
    # L30a has a result of 2555; then level 4, then level 3 with the higher total; no fourth
    assert near.loc[near["province_code"] == "30", "lao_id"].tolist() == ["L30a", "L30d", "L30c"]
