"""The lines of the pace chart, by hand."""

import pandas as pd
import pytest

from utils.measures.coverage import pace as coverage_pace
from utils.measures.coverage import rounds
from utils.measures.coverage.outlook import outlook
from utils.measures.coverage.pace import Target
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, RuleCode

ALL = ["10", "20", "30", "40", "50", "60"]
AHEAD = Target(target_id="T2", provinces=76, reference_year_be=2560, deadline_year_be=2575)


def counts(*values: int, not_known: int = 0) -> pd.DataFrame:
    """Return the bounds of years from 2561 on, with provinces not known in the last of them."""
    years = range(2561, 2561 + len(values))
    unknown = [0] * (len(values) - 1) + [not_known]
    table = pd.DataFrame({"counted_at_least": values, "not_known": unknown}, index=years)
    return table.astype("Int64")


def actual(record: Record, rule: RuleCode) -> pd.Series:
    statuses = coverage_pace.statuses_by_year(record, Question(rule=rule, fiscal_year_be=2562))
    return coverage_pace.bounds_by_year(statuses, ALL)["counted_at_least"]


def test_the_actual_line_holds_between_rounds(record: Record) -> None:
    line = actual(record, "a")
    # 20 and 30 from 2555; Bangkok's row of 2558 adds nothing; 40 from 2561
    assert line.to_dict() == {
        2555: 2,
        2556: 2,
        2557: 2,
        2558: 2,
        2559: 2,
        2560: 2,
        2561: 3,
        2562: 3,
    }


def test_a_window_lets_go_of_old_results(record: Record) -> None:
    line = actual(record, "b")
    assert line.tolist() == [2, 2, 2, 0, 0, 0, 2, 2]


def test_the_reference_is_a_straight_line_from_where_the_rule_stood(record: Record) -> None:
    target = coverage_pace.judged(record.targets, 2563)
    line = actual(record, "a")
    # 2 at the end of 2560 to 5 at the end of 2563: one a year
    assert coverage_pace.reference(line, target, 5).to_dict() == {
        2560: 2,
        2561: 3,
        2562: 4,
        2563: 5,
    }


def test_without_the_reference_year_there_is_no_line(record: Record) -> None:
    target = coverage_pace.judged(record.targets, 2563)
    assert coverage_pace.reference(counts(1, 2, 3)["counted_at_least"], target, 5).empty


def test_provinces_since_the_resolution(record: Record) -> None:
    target = coverage_pace.judged(record.targets, 2563)
    assert coverage_pace.first_since(record, target, ALL).to_dict() == {2561: 2, 2562: 2}
    assert coverage_pace.first_since(record, target, ["40"]).to_dict() == {2561: 1, 2562: 1}


def targets(*years: tuple[int, int]) -> pd.DataFrame:
    """Return targets of five provinces each, by (reference year, deadline)."""
    return pd.DataFrame(
        {
            "target_id": [f"T{deadline}" for _, deadline in years],
            "target_provinces": 5,
            "reference_fiscal_year_be": [start for start, _ in years],
            "deadline_fiscal_year_be": [deadline for _, deadline in years],
        }
    )


def test_a_later_target_hides_neither_the_ended_one_nor_the_next() -> None:
    table = targets((2570, 2580), (2560, 2563), (2563, 2575))
    assert coverage_pace.judged(table, 2563).deadline_year_be == 2563
    assert coverage_pace.judged(table, 2576).deadline_year_be == 2575
    assert (
        coverage_pace.judged(table, 2550).deadline_year_be == 2563
    )  # none has ended: the first to come
    following = coverage_pace.ahead(table, 2570)
    assert following is not None
    assert following.deadline_year_be == 2575
    assert coverage_pace.ahead(table, 2580) is None


def test_a_window_without_a_round_is_unknown_and_never_zero(record: Record) -> None:
    # Rows are from 2555, 2558, 2561 and 2562; Bangkok's of 2558 is a round all the same.
    statuses = coverage_pace.statuses_by_year(
        record, Question(rule="b", fiscal_year_be=0, window_years=1)
    )
    line = coverage_pace.bounds_by_year(statuses, ALL)["counted_at_least"]
    assert line[line.notna()].to_dict() == {2555: 2, 2558: 0, 2561: 2, 2562: 2}
    assert coverage_pace.reference(
        line, coverage_pace.judged(record.targets, 2563), 5
    ).empty  # 2560 is not known


def test_a_deadline_behind_us_gets_a_gap_and_no_forecast() -> None:
    past = Target(target_id="T1", provinces=76, reference_year_be=2560, deadline_year_be=2563)
    judgement = outlook(counts(55, 64, 67, 70), past, current_year_be=2570)
    assert (judgement.verdict, judgement.gap, judgement.expected) == ("passed", 9, None)


def test_too_few_years_give_a_pace_but_no_projection() -> None:
    judgement = outlook(counts(55, 64, 67), AHEAD, current_year_be=2570)
    assert judgement.verdict == "too_thin"
    assert judgement.years_used == 3
    # nine provinces over the five fiscal years still to come in 2570: 2571 to 2575
    assert judgement.needed_per_year == pytest.approx(1.8)
    assert judgement.expected is None


def test_a_year_with_provinces_not_known_gives_a_pace_at_most_and_is_no_part_of_the_line() -> None:
    judgement = outlook(counts(40, 42, 44, 46, 48, 40, not_known=36), AHEAD, current_year_be=2570)
    assert (judgement.gap, judgement.exact, judgement.years_used) == (36, False, 5)
    assert judgement.needed_per_year == pytest.approx(7.2)  # 36 over 2571 to 2575
    assert judgement.expected == pytest.approx(68)  # as without the last year


def test_a_straight_record_projects_along_its_line() -> None:
    # two a year from 40 in 2561 reaches 68 in 2575; no scatter, so no width
    judgement = outlook(counts(40, 42, 44, 46, 48), AHEAD, current_year_be=2570)
    assert judgement.verdict == "projected"
    assert judgement.expected == pytest.approx(68)
    assert judgement.low == pytest.approx(68)
    assert judgement.high == pytest.approx(68)


def test_a_scattered_record_has_a_wide_interval_that_ends_at_the_target() -> None:
    judgement = outlook(counts(40, 50, 45, 60, 52), AHEAD, current_year_be=2570)
    assert judgement.low is not None
    assert judgement.high is not None
    assert judgement.expected is not None
    assert 0 <= judgement.low < judgement.expected <= judgement.high <= 76


def test_a_target_reached_needs_no_pace() -> None:
    judgement = outlook(counts(76, 76, 76, 76, 76), AHEAD, current_year_be=2570)
    assert (judgement.verdict, judgement.needed_per_year) == ("reached", None)


@pytest.mark.parametrize(
    ("year", "level", "status"),
    [
        (2561, "area", "complete"),
        (2560, "area", "no_round"),
        (2563, "area", "list_missing"),
        (2569, "area", "not_known"),
        (2563, "national", "not_known"),
        (2540, "national", "no_round"),  # before the first year of the table
    ],
)
def test_the_states_of_a_round_stay_apart(
    record: Record, year: int, level: str, status: str
) -> None:
    alone = Question(rule="b", fiscal_year_be=year, window_years=1)
    states = rounds.by_year(record.rounds, record.awards, alone)["status"]
    assert states[year, level] == status
