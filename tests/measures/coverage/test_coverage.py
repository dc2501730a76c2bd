"""Coverage counted on one's fingers, from the eight awards of conftest.py."""

import pytest

from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, RuleCode


def states(record: Record, rule: RuleCode, year: int, window: int | None = 3) -> dict[str, str]:
    question = Question(rule=rule, fiscal_year_be=year, window_years=window)
    status = coverage_coverage.by_province(record, question)["status"]
    return {str(code): str(value) for code, value in status.items()}


def test_ever_counts_every_province_with_a_row(record: Record) -> None:
    assert states(record, "a", 2562) == {
        "10": "outside",
        "20": "counted",
        "30": "counted",
        "40": "counted",
        "50": "none",
        "60": "none",
    }


def test_the_window_includes_the_chosen_year_and_leaves_older_results_visible(
    record: Record,
) -> None:
    # 2560-2562 holds 20 and 40; the row of 30 is from 2555
    result = states(record, "b", 2562)
    assert result["20"] == result["40"] == "counted"
    assert result["30"] == "older"
    # eight years back from 2562 begins in 2555
    assert states(record, "b", 2562, window=8)["30"] == "counted"
    assert states(record, "b", 2562, window=7)["30"] == "older"


def test_a_window_of_all_years_leaves_nothing_older(record: Record) -> None:
    # 20 has a ชมเชย of 2555 and nothing after it until 2561
    assert states(record, "c", 2560)["20"] == "older"
    assert states(record, "c", 2560, window=None)["20"] == "counted"
    # what a rule leaves out stays left out: the centre of 40 comes in 2562
    assert states(record, "d", 2561, window=None)["40"] == "other"


def test_only_marked_prizes_count_as_excellent_or_prize(record: Record) -> None:
    # 20: ดีเยี่ยม and ชมเชย; 30: a commitment prize, not marked; 40: ดี and ดีมาก
    assert states(record, "c", 2562) == {
        "10": "outside",
        "20": "counted",
        "30": "other",
        "40": "other",
        "50": "none",
        "60": "none",
    }


def test_the_centre_city_itself_must_have_the_result(record: Record) -> None:
    # centre of 20 is L20b (2562), of 40 L40b (2562), of 50 none
    assert states(record, "d", 2562)["20"] == "counted"
    assert states(record, "d", 2561)["20"] == "other"
    assert states(record, "d", 2562)["50"] == "none"
    assert states(record, "d", 2561)["40"] == "other"


def test_the_headline_leaves_bangkok_outside(record: Record) -> None:
    table = coverage_coverage.by_province(record, Question(rule="a", fiscal_year_be=2562))
    assert coverage_coverage.headline(table) == Bounds(at_least=3, not_known=0, total=5)
    assert coverage_coverage.not_counted(table) == ["50", "60"]


def test_a_year_after_the_record_is_no_data_and_not_zero(record: Record) -> None:
    table = coverage_coverage.by_province(record, Question(rule="b", fiscal_year_be=2566))
    assert set(table["status"]) == {"no_data", "outside"}
    assert table["municipalities"].isna().all()
    assert coverage_coverage.headline(table) == Bounds(at_least=None, not_known=0, total=5)
    assert coverage_coverage.not_counted(table) == []
    assert coverage_coverage.counted_rows(record, Question(rule="a", fiscal_year_be=2566)).empty


def test_years_and_municipalities_are_counted_up_to_the_year(record: Record) -> None:
    table = coverage_coverage.by_province(record, Question(rule="a", fiscal_year_be=2561))
    row = table.loc["20"]
    assert (row["first_year_be"], row["latest_year_be"], row["municipalities"]) == (2555, 2561, 1)
    later = coverage_coverage.by_province(record, Question(rule="a", fiscal_year_be=2562))
    assert later.loc["40", "municipalities"] == 2
    assert later.loc["50", "municipalities"] == 0


@pytest.mark.parametrize(
    ("rule", "rows"),
    # (a) all but Bangkok's; (b) 2560-2562; (c) two ชมเชย and one ดีเยี่ยม, one of them too old
    [("a", 7), ("b", 5), ("c", 2), ("d", 2)],
)
def test_the_counted_rows_explain_the_headline(record: Record, rule: RuleCode, rows: int) -> None:
    question = Question(rule=rule, fiscal_year_be=2562)
    result = coverage_coverage.counted_rows(record, question)
    assert len(result) == rows
    table = coverage_coverage.by_province(record, question)
    assert result["province_code"].nunique() == coverage_coverage.headline(table).at_least


def test_rule_a_has_no_window() -> None:
    assert Question(rule="a", fiscal_year_be=2562).first_year_be is None
    assert Question(rule="b", fiscal_year_be=2562).first_year_be == 2560
    assert Question(rule="b", fiscal_year_be=2562, window_years=None).first_year_be is None


def test_a_window_is_the_readers_own_where_the_rule_has_one_and_it_is_not_three_years() -> None:
    def own(rule: RuleCode, n: int | None) -> bool:
        return Question(rule=rule, fiscal_year_be=2562, window_years=n).own_window

    assert not own("b", 3)
    assert own("b", 5)
    assert own("d", None)
    assert not own("a", 5)


def test_the_best_result_is_the_highest_up_to_the_year(record: Record) -> None:
    best = coverage_coverage.by_province(record, Question(rule="a", fiscal_year_be=2561))["best"]
    assert best.dropna().to_dict() == {
        "10": "national",
        "20": "national",
        "30": "national",
        "40": "good",
    }
    later = coverage_coverage.by_province(record, Question(rule="a", fiscal_year_be=2562))["best"]
    assert later["40"] == "very_good"
    assert later[["50", "60"]].isna().all()


def test_a_window_without_a_round_counts_nothing_and_is_not_zero(record: Record) -> None:
    question = Question(rule="b", fiscal_year_be=2560, window_years=2)  # rows: 2555, 2558, 2561
    table = coverage_coverage.by_province(record, question)
    assert set(table["status"]) == {"no_round", "outside"}
    assert coverage_coverage.headline(table) == Bounds(
        at_least=None, not_known=0, total=5, no_round=True
    )
    assert coverage_coverage.not_counted(table) == []
    assert coverage_coverage.counted_rows(record, question).empty
    assert not coverage_coverage.answerable(record, question)
    # One year more reaches 2558, a round in which only Bangkok won: that is a true zero.
    known = Question(rule="b", fiscal_year_be=2560, window_years=3)
    assert coverage_coverage.headline(coverage_coverage.by_province(record, known)) == Bounds(
        at_least=0, not_known=0, total=5
    )
