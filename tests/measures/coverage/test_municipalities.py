"""Municipalities counted on one's fingers, from the eight awards of conftest.py."""

import pandas as pd

from utils.measures.coverage.municipalities import by_municipality, with_reported
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question


def test_each_municipality_once_with_its_years_and_results(record: Record) -> None:
    table = by_municipality(record, Question(rule="b", fiscal_year_be=2562))
    assert sorted(table.index) == ["L10a", "L20a", "L20b", "L30a", "L40a", "L40b"]
    row = table.loc["L20a"]
    assert (row["first_year_be"], row["latest_year_be"], row["results"]) == (2555, 2561, 2)
    assert table["best"].to_dict() == {
        "L10a": "national",
        "L20a": "national",
        "L20b": "national",
        "L30a": "national",
        "L40a": "very_good",
        "L40b": "good",
    }


def test_counted_follows_rule_and_window(record: Record) -> None:
    table = by_municipality(record, Question(rule="b", fiscal_year_be=2562))
    # 2560-2562; L30a is from 2555 and Bangkok's L10a is outside the target
    assert table.index[table["counted"]].tolist() == ["L20a", "L20b", "L40a", "L40b"]


def test_after_the_record_there_is_nobody(record: Record) -> None:
    assert by_municipality(record, Question(rule="a", fiscal_year_be=2566)).empty


def test_who_is_only_reported_stands_apart_and_has_no_count_of_results(record: Record) -> None:
    listed = by_municipality(record, Question(rule="b", fiscal_year_be=2562))
    register = pd.DataFrame({"lao_id": ["L20a", "L60a"], "province_code": ["20", "60"]})
    enrolment = pd.DataFrame({"lao_id": ["L20a", "L60a", "L60a"], "fiscal_year_be": [2567] * 3})
    scores = pd.DataFrame({"lao_id": ["L60a", "L99x"], "fiscal_year_be": [2566, 2566]})
    table = with_reported(listed, [enrolment, scores], register)
    assert set(table.index) - set(listed.index) == {"L60a"}  # L20a is in the list, L99x unknown
    row = table.loc["L60a"]
    assert (row["province_code"], row["first_year_be"], row["latest_year_be"]) == ("60", 2566, 2567)
    assert row[["results", "best"]].isna().all()
    assert not row["counted"]
    assert with_reported(listed.iloc[:0], [enrolment], register).index.tolist() == ["L20a", "L60a"]
