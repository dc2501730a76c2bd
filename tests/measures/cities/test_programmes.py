"""Entries of programmes: which are of one, which are on the list, and under which theme."""

import pandas as pd

from utils.measures.cities.programmes import GROUPS, by_theme, disputed_laos, entries, with_results
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.tables.declared.schemas import PILOTS

TABLE = pd.DataFrame(
    [
        ("p1", "asean_esc_award", pd.NA, pd.NA),
        ("p2", "asean_esc_certificate", "L20a", 2557),
        ("p3", "asean_esc_disputed", "L20a", 2554),
        ("p4", "asean_esc_certificate", "L50a", 2564),
        ("p5", "eco_city", "L40a", 2562),
    ],
    columns=["pilot_id", "programme", "lao_id", "year_be"],
).astype({"lao_id": "string", "year_be": "Int64"})
THEMES = pd.DataFrame(
    [
        ("p2", "waste", "stated", pd.NA, pd.NA),
        ("p2", "green_space", "stated", pd.NA, pd.NA),
        ("p3", "waste", "assumed", "ก", "a"),
    ],
    columns=["pilot_id", "theme", "confidence", "basis_th", "basis_en"],
)


def test_every_role_of_the_table_is_in_one_programme() -> None:
    roles = [role for group in GROUPS.values() for role in group]
    assert sorted(roles) == sorted(choice.code for choice in PILOTS.columns["programme"].choices)


def test_the_latest_year_comes_first_and_unknown_years_last() -> None:
    assert list(entries(TABLE, "asean_esc")["pilot_id"]) == ["p4", "p2", "p3", "p1"]
    assert list(entries(TABLE, "eco_city")["pilot_id"]) == ["p5"]


def test_each_lao_is_counted_once_and_those_without_one_are_left_out(record: Record) -> None:
    result = entries(TABLE, "asean_esc")
    # L20a has a result in 2561, L50a none; Bangkok's entry has no LAO.
    assert with_results(result, record, Question(rule="b", fiscal_year_be=2562)) == Bounds(
        at_least=1, not_known=0, total=2
    )
    assert with_results(result, record, Question(rule="b", fiscal_year_be=2566)) == Bounds(
        at_least=None, not_known=0, total=2
    )


def test_an_lao_with_a_disputed_entry_only_is_counted_apart(record: Record) -> None:
    result = entries(TABLE, "asean_esc")
    assert disputed_laos(result) == 0  # L20a has an entry beside its disputed one
    without = result[result["pilot_id"] != "p2"]
    assert disputed_laos(without) == 1
    # L50a is left, without a result; the result of L20a counts no more.
    assert with_results(without, record, Question(rule="b", fiscal_year_be=2562)) == Bounds(
        at_least=0, not_known=0, total=1
    )


def test_an_entry_stands_under_each_of_its_themes() -> None:
    themed = by_theme(entries(TABLE, "asean_esc"), THEMES)
    pairs = themed[["pilot_id", "theme"]].fillna("-").itertuples(index=False, name=None)
    assert list(pairs) == [
        ("p4", "-"),
        ("p2", "waste"),
        ("p2", "green_space"),
        ("p3", "waste"),
        ("p1", "-"),
    ]
