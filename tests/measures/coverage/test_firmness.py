"""How firm the headline is: by hand, and against leaving out and counting again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage.firmness import firmness
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.tables import shipped

ASKED = Question(rule="b", fiscal_year_be=2563)


@pytest.fixture(scope="module")
def country() -> Record:
    return Record.of(shipped.load)


def counted(record: Record) -> int:
    return int((coverage_coverage.statuses(record, ASKED) == "counted").sum())


def test_rows_cities_and_years_by_hand(record: Record) -> None:
    # 2560-2562: 20 by L20a (2561) and L20b (2562); 40 by L40a (2561, 2562) and L40b (2562)
    result = firmness(record, Question(rule="b", fiscal_year_be=2562), ["20", "30", "40"])
    assert (result.counted, result.one_row, result.one_city) == (2, 0, 0)
    assert result.last_seen == {2562: 2}
    # Rule (d), the centre itself: one row each.
    centre = firmness(record, Question(rule="d", fiscal_year_be=2562), ["20", "30", "40"])
    assert (centre.counted, centre.one_row, centre.one_city) == (2, 2, 2)


def test_the_headline_rests_on_what_leaving_out_takes_away(country: Record) -> None:
    codes = list(country.provinces["province_code"])
    result = firmness(country, ASKED, codes)
    assert (result.counted, result.one_row, result.one_city) == (67, 7, 18)
    # 35 of the 67 were last seen before 2563.
    assert result.last_seen == {2563: 32, 2562: 32, 2561: 3}
    rows = coverage_coverage.counted_rows(country, ASKED)
    for column, expected in (("award_id", result.one_row), ("lao_id", result.one_city)):
        lost = [
            67 - counted(replace(country, awards=country.awards[country.awards[column] != one]))
            for one in rows[column].unique()
        ]
        assert set(lost) <= {0, 1}
        assert sum(lost) == expected
