"""What a row that is new means, by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.measures.changes.meaning import of_added, of_known_years

LEVELS = {"1": 1, "2": 2, "3": 3, "F1": 3}


def enrolment(*rows: tuple[str, int, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["lao_id", "fiscal_year_be", "step"])
    return frame.astype({"fiscal_year_be": "Int64", "step": "string"})


EARLIER = enrolment(("A", 2566, "3"), ("A", 2567, "2"), ("B", 2567, None))


@pytest.mark.parametrize(
    ("row", "meaning"),
    [
        (("A", 2568, "3"), "progress"),  # 2 in 2567, then 3
        (("A", 2568, "F1"), "progress"),
        (("A", 2568, "2"), "news"),
        (("A", 2568, "1"), "regression"),
        (("A", 2568, None), "news"),  # an unknown step is no fall
        (("A", 2567, "3"), "correction"),  # that year was told before
        (("A", 2560, "1"), "correction"),
        (("B", 2568, "3"), "news"),  # nobody knows where B stood
        (("C", 2560, "1"), "progress"),  # its first
        (("C", 2560, None), "news"),
    ],
)
def test_enrolment(row: tuple[str, int, str | None], meaning: str) -> None:
    assert of_added("enrolment", EARLIER, enrolment(row), levels=LEVELS) == [meaning]


def awards(*rows: tuple[str, int, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["lao_id", "fiscal_year_be", "level", "prize_class"])
    return frame.astype({"fiscal_year_be": "Int64"})


@pytest.mark.parametrize(
    ("row", "meaning"),
    [
        (("A", 2563, "area", "excellent"), "progress"),
        (("A", 2563, "national", "honourable_mention"), "progress"),
        (("A", 2563, "area", "very_good"), "news"),
        (("A", 2563, "area", "good"), "news"),  # a lesser award takes nothing away
        (("A", 2561, "area", "excellent"), "correction"),
        (("B", 2550, "area", "good"), "progress"),
    ],
)
def test_awards(row: tuple[str, int, str, str], meaning: str) -> None:
    # The best so far counts, not the last: very good in 2561, good in 2562.
    earlier = awards(("A", 2562, "area", "good"), ("A", 2561, "area", "very_good"))
    assert of_added("awards", earlier, awards(row), levels=LEVELS) == [meaning]


def test_years_that_are_already_covered_for_an_lao() -> None:
    rows = enrolment(("A", 2567, "1"), ("A", 2568, "1"), ("B", 2560, "1"), ("C", 2560, "1"))
    assert of_known_years(EARLIER, rows).tolist() == [True, False, True, False]


def test_rows_without_a_year_are_news() -> None:
    register = pd.DataFrame({"lao_id": ["A"], "name_th": ["x"]})
    assert of_added("municipalities", register, register, levels=LEVELS) == ["news"]
