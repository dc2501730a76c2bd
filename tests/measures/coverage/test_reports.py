"""Reported results beside the award list: how each stands to it, and that none is counted."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pandas as pd
import pytest

from utils import paths
from utils.measures.changes.comparison import State
from utils.measures.coverage.coverage import STATUSES, by_province
from utils.measures.coverage.record import Record
from utils.measures.coverage.reports import awaits, by_standing, of_province, standings
from utils.measures.coverage.rules import RULES, Question
from utils.tables import shipped
from utils.tables.declared import schemas

COLUMNS = schemas.REPORTED_RESULTS.columns
REGISTER = pd.DataFrame(
    [
        # The city was raised from ทต. to ทม.: both names are its own.
        ("L20a", "ทต.", "20", "บางแสน"),
        ("L20a", "ทม.", "20", "บางแสน"),
        ("L40a", "ทต.", "40", "พล"),
        ("L50a", "ทต.", "50", "พล"),
    ],
    columns=["lao_id", "lao_type", "province_code", "name_th"],
)


def entries(*rows: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame([{"kind": "claim"} | row for row in rows]).reindex(columns=list(COLUMNS))
    return frame.astype({name: column.dtype for name, column in COLUMNS.items()})


def standing(record: Record, **row: object) -> str:
    places = record.provinces.assign(iso_code="", name_th="", name_en="")
    return str(standings(entries(row), replace(record, provinces=places), REGISTER).iloc[0])


def with_track(record: Record, track: str | None = None) -> Record:
    """Return a record whose awards are all of one track, or of none."""
    tracks = pd.array([track] * len(record.awards), dtype="string")
    return replace(record, awards=record.awards.assign(track=tracks))


@pytest.fixture
def tracked(record: Record) -> Record:
    return with_track(record)


# Of the record: บางแสน (20) ดีเยี่ยม 2561; พล (40) ดี 2561 and ดีมาก 2562; nothing of พล (50).
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"province_code": "20", "lao_name_th": "ทม.บางแสน", "fiscal_year_be": 2561}, "in_list"),
        ({"province_code": "20", "lao_name_th": "ทต.บางแสน", "fiscal_year_be": 2561}, "in_list"),
        ({"province_code": "20", "lao_name_th": "บางแสน", "fiscal_year_be": 2561}, "in_list"),
        ({"province_code": "20", "lao_name_th": "ทม.บางแสน", "fiscal_year_be": 2564}, "not_listed"),
        ({"province_code": "50", "lao_name_th": "ทต.พล", "fiscal_year_be": 2561}, "not_listed"),
        ({"province_code": "40", "lao_name_th": "ทต.พล", "prize_class": "very_good"}, "in_list"),
        ({"province_code": "40", "lao_name_th": "ทต.ใหม่", "fiscal_year_be": 2561}, "not_listed"),
        ({"province_code": "40", "fiscal_year_be": 2561}, "in_list"),
    ],
)
def test_a_report_is_found_by_city_year_and_prize(
    tracked: Record, row: dict[str, Any], expected: str
) -> None:
    assert standing(tracked, **row) == expected


@pytest.mark.parametrize(
    ("prize", "level", "expected"),
    [
        ("good", "area", "in_list"),
        ("very_good", "area", "differs"),
        ("good", "national", "not_listed"),  # the list has no national row of the city that year
        ("good", "all", "in_list"),
    ],
)
def test_another_prize_of_the_same_city_and_year_differs(
    tracked: Record, prize: str, level: str, expected: str
) -> None:
    city = {"province_code": "40", "lao_name_th": "ทต.พล", "fiscal_year_be": 2561}
    assert standing(tracked, **city, prize_class=prize, level=level) == expected


def test_a_prize_of_another_track_differs(record: Record) -> None:
    row = {"province_code": "20", "fiscal_year_be": 2555, "prize_class": "honourable_mention"}
    liveable = with_track(record, "liveable")
    assert standing(liveable, **row, track="liveable") == "in_list"
    assert standing(liveable, **row, track="environment") == "differs"


# FY 2562: two area results and one national award, of three LAOs; in 2561 two area results.
@pytest.mark.parametrize(
    ("year", "level", "number", "unit", "expected"),
    [
        (2562, "area", 2, "awards", "in_list"),
        (2562, "area", 3, "awards", "differs"),
        (2562, "all", 3, "laos", "in_list"),
        (2562, "all", 3, "awards", "in_list"),
        (2561, "area", 107, "laos", "differs"),
        (2564, "national", 0, "awards", "not_listed"),  # no row of that year is not zero awards
    ],
)
def test_a_number_is_compared_with_the_rows_of_its_year(
    tracked: Record, year: int, level: str, number: int, unit: str, expected: str
) -> None:
    row = {"fiscal_year_be": year, "level": level, "reported_count": number, "count_of": unit}
    assert standing(tracked, **row) == expected


def test_one_lao_with_two_awards_is_one_lao(record: Record) -> None:
    twice = pd.concat([record.awards, record.awards.tail(1)], ignore_index=True)
    whole = with_track(replace(record, awards=twice))
    row = {"fiscal_year_be": 2562, "level": "national", "reported_count": 1}
    assert standing(whole, **row, count_of="laos") == "in_list"
    assert standing(whole, **row, count_of="awards") == "differs"


def test_a_search_found_nothing_whatever_the_list_holds(tracked: Record) -> None:
    assert standing(tracked, kind="search", province_code="20") == "nothing_found"


def test_the_shipped_register_by_hand() -> None:
    # 2561 has 108 area results in the list and not 107; 2562 has 107; Phanom Sarakham is row 416.
    register, load = shipped.load("reported_results"), shipped.load
    found = standings(register, Record.of(load), load("municipalities"))
    by_code = dict(zip(register["report_id"], found, strict=True))
    assert {code for code, one in by_code.items() if one == "differs"} == {"RR-0001"}
    assert {code for code, one in by_code.items() if one == "in_list"} == {"RR-0002", "RR-0004"}
    assert by_standing(found).to_dict() == {
        "not_listed": 10,
        "differs": 1,
        "in_list": 2,
        "nothing_found": 2,
    }


def test_a_report_that_a_steward_certifies_stands_in_the_list() -> None:
    register, load = shipped.load("reported_results"), shipped.load
    phrae = register[register["report_id"] == "RR-0010"]
    record, known = Record.of(load), load("municipalities")
    assert list(standings(phrae, record, known)) == ["not_listed"]
    row = record.awards.tail(1).assign(
        lao_id="LAO-54-006",
        province_code="54",
        fiscal_year_be=2567,
        level="area",
        prize_class="very_good",
    )
    later = replace(record, awards=pd.concat([record.awards, row], ignore_index=True))
    assert list(standings(phrae, later, known)) == ["in_list"]


def test_up_to_the_last_year_of_the_list_only_earlier_reports_are_shown(record: Record) -> None:
    rows = entries(
        {"report_id": "1", "province_code": "20", "fiscal_year_be": 2561},
        {"report_id": "2", "province_code": "20", "fiscal_year_be": 2565},
        {"report_id": "3", "province_code": "20", "kind": "search"},
        {"report_id": "4", "province_code": "30", "fiscal_year_be": 2561},
        {"report_id": "5", "fiscal_year_be": 2561},
    )
    assert record.last_year_be == 2562
    shown = {
        year: list(of_province(rows, record, "20", year)["report_id"]) for year in (2560, 2561)
    }
    assert shown == {2560: ["3"], 2561: ["1", "3"]}
    for year in (2562, 2567):
        assert list(of_province(rows, record, "20", year)["report_id"]) == ["1", "2", "3"]


def test_reports_stand_beside_what_is_not_counted_or_not_known() -> None:
    assert {status for status in STATUSES if not awaits(status)} == {"counted", "outside"}


def test_no_figure_asks_for_the_register() -> None:
    asked: set[str] = set()

    def load(name: str) -> pd.DataFrame:
        asked.add(name)
        return shipped.load(name)

    record = State.of(load).record
    counts = {
        rule: by_province(record, Question(rule=rule, fiscal_year_be=2563))["counted"].sum()
        for rule in RULES
    }
    assert counts == {"a": 73, "b": 67, "c": 54, "d": 20}
    assert {field.name for field in fields(Record)} <= asked
    assert "reported_results" not in asked


# Who may name the table: whoever counts something is none of them.
READS_IT = {
    "tables/declared/reported_results.py",  # declares it
    "measures/quality.py",  # looks for names that match nothing
    "figures/coverage/reports.py",  # puts its rows into words
    "figures/slides/areas.py",  # a note below the names of provinces
    "exports/selection.py",  # hands it to that slide
    "screen/quality/reported.py",  # its page
}


def test_nothing_that_counts_provinces_names_the_register() -> None:
    utils = paths.ROOT / "utils"
    named = {
        path.relative_to(utils).as_posix()
        for path in utils.rglob("*.py")
        if '"reported_results"' in path.read_text("utf-8")
    }
    assert named == READS_IT
