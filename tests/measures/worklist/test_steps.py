"""What the staircase asks of offices: of each rule an LAO that raises it and one that does not."""

from __future__ import annotations

from dataclasses import replace

from tests.measures.stair import YEARS, staircase
from utils.measures.worklist import steps
from utils.measures.worklist.item import Item

STAIR = staircase()


def of(items: tuple[Item, ...], rule: str) -> list[str]:
    return [one.lao_id for one in items if one.rule == rule]


def test_silence_is_an_item_only_where_the_province_has_reported() -> None:
    # H has no row after 2561, and of its province nothing was sent for 2563
    assert of(steps.items(STAIR, 2563), "lao_not_reported") == []
    told = staircase(parts=[("60", 2563)])
    assert of(steps.items(told, 2563), "lao_not_reported") == ["H"]
    # B has no row of 2561, and A of the same province has; C of another one has its own
    assert of(steps.items(STAIR, 2561), "lao_not_reported") == ["B"]


def test_evidence_of_the_next_step_is_asked_of_who_could_move_up() -> None:
    found = {one.lao_id: one for one in steps.items(STAIR, 2563) if one.rule == "evidence_lacking"}
    # D is paused, G has graduated, H is not known
    assert sorted(found) == ["A", "B", "C", "E", "F"]
    assert dict(found["F"].facts) == {"step": "2", "lacking": "activity"}
    # with its activity on record, F lacks nothing
    whole = staircase(evidence=[("F", 2563, "activity")])
    assert "F" not in of(steps.items(whole, 2563), "evidence_lacking")


def test_long_on_a_step_is_longer_than_three_quarters_of_all() -> None:
    laos = {f"L{n}": ("20", "ทต.") for n in range(10)} | {"S": ("20", "ทต."), "T": ("20", "ทต.")}
    # ten LAOs leave step 1 after a year; S is on it for five, T for one
    rows = [
        (f"L{n}", year, "1" if year == 2560 else "2")
        for n in range(10)
        for year in range(2560, 2566)
    ]
    rows += [("S", year, "1") for year in range(2560, 2566)]
    rows += [("T", year, "1") for year in (2564, 2565)]
    found = [
        one
        for one in steps.items(staircase(rows, laos=laos, evidence=()), 2565)
        if one.rule == "long_on_step" and one.lao_id in "ST"
    ]
    assert [(one.lao_id, dict(one.facts)["years"]) for one in found] == [("S", 5)]


def test_no_coach_is_what_a_row_says_and_an_empty_cell_says_nothing() -> None:
    enrolment = STAIR.enrolment.copy()
    of_2563 = enrolment["fiscal_year_be"] == 2563
    enrolment.loc[of_2563 & (enrolment["lao_id"] == "A"), "coach_assigned"] = False
    enrolment.loc[of_2563 & (enrolment["lao_id"] == "C"), "coach_assigned"] = True
    changed = replace(STAIR, enrolment=enrolment)
    [only] = [one for one in steps.items(changed, 2563) if one.rule == "no_coach"]
    assert (only.lao_id, only.rows) == ("A", (("enrolment", ("A", 2563)),))


def test_a_year_without_a_table_asks_nothing() -> None:
    assert steps.items(STAIR, 2570) == ()
    assert steps.items(staircase([row for row in YEARS if row[0] == "A"]), 2559) == ()
