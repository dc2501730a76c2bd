"""Who has reported, by hand: rows, an empty part told in full, and silence."""

from __future__ import annotations

import pandas as pd

from tests.measures.stair import YEARS, staircase
from utils.measures.reported import Reported, in_area, reported, told_by_office, told_by_province

STAIR = staircase(parts=[("60", 2562), ("60", 2560)])


def test_a_province_tells_of_rows_of_none_or_nothing() -> None:
    # 2562: A and B (20), C and D (30), F (50) have rows; the office of 60 has sent an empty part
    told = STAIR.told(2562)
    assert told["told"].to_dict() == {
        "20": "rows",
        "30": "rows",
        "40": "not_reported",
        "50": "rows",
        "60": "none",
    }
    assert told["office_number"].to_dict() == {"20": 13, "30": 11, "40": 10, "50": 1, "60": 4}


def test_rows_stand_above_what_was_told_of_the_part() -> None:
    assert STAIR.told(2560)["told"]["60"] == "rows"


def test_what_is_told_of_one_table_is_not_told_of_another() -> None:
    assert STAIR.told(2562, "step_evidence")["told"].eq("not_reported").all()
    assert STAIR.told(2561, "step_evidence")["told"].to_dict()["20"] == "rows"


def test_offices_and_provinces_are_counted() -> None:
    told = STAIR.told(2562)
    assert reported(told) == Reported(offices=4, of_offices=5, provinces=4, of_provinces=5)
    here = in_area(told, ["10", "40", "60"])  # Bangkok is not in the target
    assert reported(here) == Reported(offices=1, of_offices=2, provinces=1, of_provinces=2)
    assert reported(in_area(told, ["10"])) == Reported(
        offices=0, of_offices=0, provinces=0, of_provinces=0
    )


def test_an_office_counts_once_one_of_its_provinces_does() -> None:
    provinces = STAIR.provinces.assign(
        office_number=pd.Series([None, 1, 1, 1, 2, 2], dtype="Int64")
    )
    told = told_by_province(
        STAIR.enrolment,
        STAIR.parts,
        STAIR.register,
        provinces,
        table="enrolment",
        fiscal_year_be=2562,
    )
    offices = told_by_office(told)
    assert offices.to_dict("index") == {
        1: {"provinces": 3, "reported": 2},
        2: {"provinces": 2, "reported": 2},
    }


def test_one_office_of_five_is_not_the_country() -> None:
    nine = staircase([row for row in YEARS if row[0] in {"F", "G"}])
    assert reported(nine.told(2561)) == Reported(
        offices=1, of_offices=5, provinces=1, of_provinces=5
    )
    assert not nine.within(["20"]).knows(2561)
    assert nine.within(["50"]).knows(2561)
    assert not nine.within(["50"]).knows(2570)
