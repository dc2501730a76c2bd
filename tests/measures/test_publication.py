"""The plan of releases against the days on which they came, counted by hand."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from utils.measures.publication import planned

TODAY = dt.date(2027, 10, 1)
PUBLISHED = {2: dt.date(2027, 3, 1), 3: dt.date(2027, 4, 3), 4: dt.date(2027, 4, 28)}


def test_each_line_says_whether_it_came_and_how_far_from_its_day() -> None:
    days = ("2027-03-01", "2027-04-01", "2027-05-01", "2027-09-30", "2027-10-15", "2027-11-01")
    plan = pd.DataFrame(
        {
            "planned_on": days,
            "content_th": [f"ชุดที่ {n}" for n in range(6)],
            "content_en": [f"part {n}" for n in range(6)],
            "release": pd.array([2, 3, 4, None, None, 9], dtype="Int64"),
        }
    )
    found = {one.content_en: (one.state, one.days) for one in planned(plan, PUBLISHED, today=TODAY)}
    assert found == {
        "part 0": ("on_time", 0),
        "part 1": ("late", 2),
        "part 2": ("early", -3),
        "part 3": ("overdue", -1),
        "part 4": ("due", 14),
        "part 5": ("due", 31),  # no release has this number yet
    }


def test_the_last_planned_comes_first_and_an_empty_plan_has_no_line() -> None:
    empty = pd.DataFrame(columns=["planned_on", "content_th", "content_en", "release"])
    assert planned(empty, PUBLISHED, today=TODAY) == ()
