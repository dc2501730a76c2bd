"""Why a province is shown as it is, on the eight awards of conftest.py."""

import pytest

from utils.measures.coverage import evidence
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, RuleCode


@pytest.mark.parametrize(
    ("rule", "code", "status", "counted", "qualifying", "known"),
    [
        # 20 has rows of 2555, 2561 and 2562; the window 2560-2562 holds two
        ("b", "20", "counted", 2, 3, 3),
        ("b", "30", "older", 0, 1, 1),
        # the commitment prize of 30 is not marked as counting
        ("c", "30", "other", 0, 0, 1),
        # L20b, the centre of 20, has one row
        ("d", "20", "counted", 1, 1, 3),
        ("a", "50", "none", 0, 0, 0),
        ("a", "10", "outside", 1, 1, 1),
    ],
)
def test_the_rows_that_decide(
    record: Record,
    rule: RuleCode,
    code: str,
    status: str,
    counted: int,
    qualifying: int,
    known: int,
) -> None:
    result = evidence.of_province(record, Question(rule=rule, fiscal_year_be=2562), code)
    lengths = (len(result.counted), len(result.qualifying), len(result.known))
    assert (result.status, *lengths) == (status, counted, qualifying, known)


def test_the_latest_row_comes_first(record: Record) -> None:
    result = evidence.of_province(record, Question(rule="b", fiscal_year_be=2562), "40")
    assert result.counted[["fiscal_year_be", "lao_id"]].to_numpy().tolist() == [
        [2562, "L40a"],
        [2562, "L40b"],
        [2561, "L40a"],
    ]


def test_after_the_record_nothing_is_known(record: Record) -> None:
    result = evidence.of_province(record, Question(rule="a", fiscal_year_be=2566), "20")
    assert (result.status, len(result.known)) == ("no_data", 0)
