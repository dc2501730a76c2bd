"""Bounds: what a missing or partial list leaves open, by hand and on the whole record."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd
import pytest

from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import pace as coverage_pace
from utils.measures.coverage import rounds
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import RULES, Question
from utils.tables import shipped

IN_2563 = Question(rule="b", fiscal_year_be=2563)


@pytest.fixture(scope="module")
def country() -> Record:
    """Return the published record with its table of rounds."""
    return Record.of(shipped.load)


def headline(record: Record, question: Question) -> Bounds:
    return coverage_coverage.headline(
        coverage_coverage.statuses(record, question).to_frame("status")
    )


def listed(record: Record, year: int, level: str, status: str) -> Record:
    table = record.rounds.set_index(["fiscal_year_be", "level"])
    table.loc[(year, level), "status"] = status
    return replace(record, rounds=table.reset_index())


def with_awards(record: Record, *rows: tuple[int, str, str, str, str]) -> Record:
    added = pd.DataFrame(
        rows, columns=["fiscal_year_be", "level", "lao_id", "province_code", "certificate_th"]
    ).assign(prize_class="good")
    columns = added.columns.intersection(record.awards.columns)
    typed = added.astype(record.awards.dtypes[columns])
    return replace(record, awards=pd.concat([record.awards, typed]))


def test_a_partial_list_counts_what_it_holds_and_leaves_the_rest_open(record: Record) -> None:
    # Of 2563 the area list is missing; one result of it becomes known, in province 50.
    known = with_awards(record, (2563, "area", "L50a", "50", "ดี"))
    states = coverage_coverage.by_province(known, IN_2563)
    # 2561-2563: 20 and 40 by the whole lists, 50 by the partial one; 30 and 60 may be on it.
    assert states["status"].to_dict() == {
        "10": "outside",
        "20": "counted",
        "30": "not_known",
        "40": "counted",
        "50": "counted",
        "60": "not_known",
    }
    assert states["on_record"].to_dict() | {"10": ""} == {
        "10": "",
        "20": "counted",
        "30": "older",
        "40": "counted",
        "50": "counted",
        "60": "none",
    }
    assert coverage_coverage.headline(states) == Bounds(at_least=3, not_known=2, total=5)
    assert coverage_coverage.not_known(states) == ["30", "60"]
    assert coverage_coverage.not_counted(states) == []
    # A row says that there is a list, whatever the table of rounds says of it.
    stated = rounds.by_year(known.rounds, known.awards, IN_2563)["status"]
    assert stated[2563, "area"] == "partial"


def test_with_the_list_whole_the_rest_is_certainly_not_counted(record: Record) -> None:
    known = with_awards(record, (2563, "area", "L50a", "50", "ดี"))
    whole = listed(listed(known, 2563, "area", "complete"), 2563, "area", "complete")
    whole = replace(
        whole,
        rounds=pd.concat(
            [
                whole.rounds,
                pd.DataFrame([(2563, "national", "no_round")], columns=whole.rounds.columns),
            ]
        ),
    )
    states = coverage_coverage.by_province(whole, IN_2563)
    assert coverage_coverage.headline(states) == Bounds(at_least=3, not_known=0, total=5)
    assert coverage_coverage.not_counted(states) == ["30", "60"]


def test_the_published_record_at_its_end(country: Record) -> None:
    # domain.md: 73, 67, 54, 20 of 76; the area list of 2563 is missing, and in every window.
    expected = {"a": 73, "b": 67, "c": 54, "d": 20}
    for rule in RULES:
        question = Question(rule=rule, fiscal_year_be=2563)
        assert headline(country, question) == Bounds(
            at_least=expected[rule], not_known=76 - expected[rule], total=76
        )
    # FY 2562 counts 2560-2562, whose lists are whole: the bounds meet.
    assert headline(country, replace(IN_2563, fiscal_year_be=2562)).exact


def test_with_every_list_whole_the_bounds_meet(country: Record) -> None:
    whole = listed(country, 2563, "area", "complete")
    bounds = headline(whole, IN_2563)
    assert (bounds.at_least, bounds.at_most, bounds.exact) == (67, 67, True)
    states = coverage_coverage.by_province(whole, IN_2563)
    assert states["status"].value_counts().to_dict() == {
        "counted": 67,
        "older": 6,
        "none": 3,
        "outside": 1,
    }


def test_a_year_after_a_gap_counts_what_is_known(country: Record) -> None:
    # Two true results: of 2564 and of 2567. Nothing else is known of these years.
    later = with_awards(
        country,
        (2564, "national", "LAO-65-005", "65", "ชมเชย"),
        (2567, "area", "LAO-54-001", "54", "ดีมาก"),
    )
    assert later.last_year_be == 2563
    assert later.last_result_year_be == 2567
    assert headline(later, replace(IN_2563, fiscal_year_be=2567)) == Bounds(
        at_least=1, not_known=75, total=76
    )
    # 2568 lies behind every result: there is no list at all.
    assert headline(later, replace(IN_2563, fiscal_year_be=2568)).at_least is None


def test_the_lines_of_the_pace_are_a_band(record: Record) -> None:
    known = with_awards(record, (2563, "area", "L50a", "50", "ดี"))
    statuses = coverage_pace.statuses_by_year(known, IN_2563)
    table = coverage_pace.bounds_by_year(statuses, ["10", "20", "30", "40", "50", "60"])
    assert table.loc[2562].to_dict() == {"counted_at_least": 2, "not_known": 0}
    assert table.loc[2563].to_dict() == {"counted_at_least": 3, "not_known": 2}


@pytest.mark.parametrize("rule", RULES)
def test_the_bounds_hold_the_whole_answer_whatever_is_missing(country: Record, rule: str) -> None:
    """250 random deletions for each rule: of rows, whose lists are then partial, or of lists."""
    random = np.random.default_rng(2563)
    whole = listed(country, 2563, "area", "complete")
    lists = whole.rounds[whole.rounds["status"] == "complete"]
    claimed = 0
    for _ in range(250):
        year = int(random.integers(2561, 2564))
        question = Question(rule=rule, fiscal_year_be=year)  # type: ignore[arg-type]
        truth = headline(whole, question)
        assert truth.exact
        assert truth.at_least is not None
        known = whole.awards[random.random(len(whole.awards)) > random.random()]
        gone = lists.sample(int(random.integers(0, 5)), random_state=random)
        keys = pd.MultiIndex.from_frame(gone[["fiscal_year_be", "level"]])
        known = known[~pd.MultiIndex.from_frame(known[["fiscal_year_be", "level"]]).isin(keys)]
        bounds = headline(_told(whole, known), question)
        if bounds.at_least is None:
            continue  # nothing is at hand, and nothing is claimed
        claimed += 1
        assert bounds.at_most is not None
        assert bounds.at_least <= truth.at_least <= bounds.at_most
    assert claimed > 200


def _told(whole: Record, known: pd.DataFrame) -> Record:
    """Return the record of some of its rows, its table of rounds telling which lists are whole."""
    key = ["fiscal_year_be", "level"]
    counts = [frame.groupby(key).size() for frame in (whole.awards, known)]
    table = whole.rounds.set_index(key)
    for at in counts[0].index:
        held = counts[1].get(at, 0)
        if held < counts[0][at]:
            table.loc[at, "status"] = "partial" if held else "list_missing"
    return replace(whole, awards=known, rounds=table.reset_index())


def test_adding_true_rows_never_lowers_the_lower_bound(country: Record) -> None:
    random = np.random.default_rng(76)
    order = country.awards.sample(frac=1, random_state=random)
    for rule in RULES:
        question = Question(rule=rule, fiscal_year_be=2563)
        last = 0
        for n in range(20, len(order) + 1, 40):
            bounds = headline(_told(country, order.head(n)), question)
            now = 0 if bounds.at_least is None else bounds.at_least
            assert now >= last
            last = now


def test_later_years_with_results_are_told_whole_or_in_part(record: Record) -> None:
    # 2563: the area list is missing, and a row of it has come; 2562 has both lists.
    awards = pd.concat([record.awards, record.awards.tail(1).assign(fiscal_year_be=2563)])
    later = partial(rounds.later_years, record.rounds, awards)
    assert later(2561) == {2562: True, 2563: False}
    assert later(2563) == {}
