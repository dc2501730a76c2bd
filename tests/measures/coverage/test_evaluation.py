"""What became of the target by its end: on one's fingers, and on the whole record."""

from __future__ import annotations

import csv
from dataclasses import replace

import pandas as pd
import pytest

from utils import paths
from utils.measures.coverage import evaluation, pace
from utils.measures.coverage.pace import Target
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.tables import shipped

TARGET = Target(target_id="T1", provinces=5, reference_year_be=2560, deadline_year_be=2563)
# One upgraded LAO: its last row tells its type.
REGISTER = pd.DataFrame(
    [
        *(("L20a", "ทน."), ("L20b", "ทต."), ("L40a", "ทต."), ("L30a", "ทม.")),
        *(("L40b", "ทต."), ("L40b", "ทม.")),
    ],
    columns=["lao_id", "lao_type"],
)


@pytest.fixture
def reaching(record: Record) -> Record:
    """Return the small record with one result of 2563, whose list is missing but for it."""
    row = record.awards.iloc[[4]].assign(fiscal_year_be=2563)  # L40a, of province 40
    awards = pd.concat([record.awards, row], ignore_index=True)
    return replace(record, awards=awards.astype(record.awards.dtypes))


@pytest.fixture(scope="module")
def country() -> Record:
    return Record.of(shipped.load)


@pytest.fixture(scope="module")
def of_cabinet(country: Record) -> Target:
    return pace.judged(country.targets, country.last_year_be)


def test_the_rules_at_both_ends(reaching: Record) -> None:
    table = evaluation.by_rule(reaching, TARGET)
    # At the end of 2563 lists of 2561 and 2562 are whole and that of 2563 holds one result: of
    # five provinces, those without one may be on what is missing of it.
    # (a) 2560: 20 and 30; 2563: these and 40.
    assert table.loc["a"].to_dict() == {
        "at_reference": 2,
        "at_least": 3,
        "not_known": 2,
        "total": 5,
        "kept": 2,
        "came_in": 1,
        "unseen": 0,
    }
    # (b) no round was held in 2559 and 2560, the one of 2558 counts Bangkok alone: 0; 20 and 40.
    assert list(table.loc["b", ["at_reference", "at_least", "not_known"]]) == [0, 2, 3]
    assert list(table.loc["b", ["kept", "came_in", "unseen"]]) == [0, 2, 0]
    # (d) L20b and L40b in 2562
    assert list(table.loc["d", ["at_least", "not_known", "came_in"]]) == [2, 3, 2]


def test_a_target_without_a_list_is_not_known_and_never_zero(record: Record) -> None:
    later = replace(TARGET, reference_year_be=2563, deadline_year_be=2566)
    table = evaluation.by_rule(record, later)
    assert table.loc["b", ["at_least", "not_known", "kept", "came_in", "unseen"]].isna().all()
    assert table.loc["b", "total"] == 5
    types = evaluation.by_type(record, evaluation.at_the_end("b", later), REGISTER)
    assert types.isna().all(axis=None)


def test_courses_tell_before_from_after(record: Record) -> None:
    table = evaluation.courses(record, TARGET)
    # 20: 2555 and 2561; 30: 2555 alone; 40: 2561 alone; 50 and 60: no row; 10 is no province of it
    assert table["course"].to_dict() == {
        "20": "kept",
        "30": "before_only",
        "40": "new",
        "50": "none",
        "60": "none",
    }
    assert table["first_since_be"].dropna().to_dict() == {"20": 2561, "40": 2561}
    counts = evaluation.arrivals(table, TARGET)
    assert counts.to_dict("list") == {"first": [2, 0, 0], "new": [1, 0, 0], "cumulated": [2, 2, 2]}
    assert counts.index.tolist() == [2561, 2562, 2563]


def test_types_of_the_laos_that_count(reaching: Record) -> None:
    question = Question(rule="b", fiscal_year_be=2563)
    table = evaluation.by_type(reaching, question, REGISTER)
    # 2561-2563: L20a (ทน.), L20b and L40a (ทต.), L40b (ทม. by its last row); L30a only in 2555
    assert table["laos"].to_dict() == {"ทน.": 1, "ทต.": 2, "ทม.": 1}
    assert table["provinces"].to_dict() == {"ทน.": 1, "ทต.": 2, "ทม.": 1}


def test_models_need_a_row_to_be_known() -> None:
    levels = pd.DataFrame({"step": ["3", "4", "F2", "F3"], "level": [3, 4, 3, 4]})
    rows = pd.DataFrame(
        [
            ("A", 2562, "4"),
            ("A", 2563, "4"),
            ("B", 2563, "F3"),
            ("C", 2563, "F2"),
            ("D", 2564, "4"),
        ],
        columns=["lao_id", "fiscal_year_be", "step"],
    )
    assert evaluation.models_reached(rows, levels, 2563) == 2  # A and B
    assert evaluation.models_reached(rows, levels, 2561) is None


def test_the_cabinet_target_by_every_rule(country: Record, of_cabinet: Target) -> None:
    table = evaluation.by_rule(country, of_cabinet)
    assert table["at_reference"].tolist() == [56, 33, 33, 11]
    assert table["at_least"].tolist() == [73, 67, 54, 20]
    assert table["not_known"].tolist() == [3, 9, 22, 56]
    # kept + came in = at least; kept + unseen = at the reference
    assert table["kept"].tolist() == [56, 31, 30, 2]
    assert table["came_in"].tolist() == [17, 36, 24, 18]
    assert table["unseen"].tolist() == [0, 2, 3, 9]


def rows_of(path: str) -> list[dict[str, str]]:
    with (paths.DATA / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_courses_of_76_provinces_counted_from_the_file(
    country: Record, of_cabinet: Target
) -> None:
    target = {r["province_code"] for r in rows_of("provinces.csv") if r["in_target"] == "true"}
    years: dict[str, set[int]] = {code: set() for code in target}
    for row in rows_of("awards.csv"):
        if row["province_code"] in target:
            years[row["province_code"]].add(int(row["fiscal_year_be"]))
    before = {code for code, of in years.items() if min(of, default=9999) <= 2560}
    since = {code for code, of in years.items() if max(of, default=0) > 2560}

    table = evaluation.courses(country, of_cabinet)
    named = {name: set(rows.index) for name, rows in table.groupby("course")}
    assert named["kept"] == before & since
    assert named["new"] == since - before
    assert named["before_only"] == before - since == {"22", "48", "74", "75", "76", "81"}
    assert named["none"] == {"49", "82", "96"}  # Mukdahan, Phang-nga, Narathiwat
    assert [len(named[name]) for name in evaluation.COURSES] == [50, 17, 6, 3]

    counts = evaluation.arrivals(table, of_cabinet)
    assert counts["cumulated"].tolist() == [55, 67, 67]
    assert counts["new"].tolist() == [11, 6, 0]
    since_resolution = pace.first_since(country, of_cabinet, list(target))
    assert counts["cumulated"].to_dict() == since_resolution.to_dict()


def test_types_of_the_whole_record(country: Record, of_cabinet: Target) -> None:
    question = evaluation.at_the_end("b", of_cabinet)
    table = evaluation.by_type(country, question, shipped.load("municipalities"))
    # counted from data/awards.csv, FY 2561-2563, with the last row of data/municipalities.csv
    assert table.loc[["ทน.", "ทม.", "ทต."], "laos"].tolist() == [10, 33, 141]
    assert table.loc[["ทน.", "ทม.", "ทต."], "provinces"].tolist() == [8, 30, 60]
