"""Green space by hand: the share by type, metres a person for all, the unknown unknown."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures.stair import frame
from utils.measures.cities.green_space import green_space, standards_for
from utils.tables import shipped
from utils.tables.declared import schemas

TYPES = pd.Series({"C": "ทน.", "T": "ทม.", "S": "ทต.", "A": "อบต.", "P": "อบจ."}, dtype="string")


def measured(
    lao_id: str, green: float | None, area: float | None = 1000, population: float | None = 10
) -> pd.DataFrame:
    row = {
        "lao_id": lao_id,
        "fiscal_year_be": 2565,
        "green_area_m2": green,
        "area_m2": area,
        "population": population,
    }
    areas = frame(schemas.GREEN_AREAS, [row])
    return green_space(areas, shipped.load("green_standards"), TYPES)


def of(table: pd.DataFrame, measure: str) -> list[tuple[object, ...]]:
    rows = table[table["measure"] == measure]
    return list(rows[["minimum", "value", "met"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("lao_id", "green", "minimum", "met"),
    [
        ("C", 150, 15, True),
        ("C", 149, 15, False),
        ("T", 200, 20, True),
        ("T", 199, 20, False),
        ("S", 250, 25, True),
        ("A", 249, 25, False),
    ],
)
def test_the_share_is_judged_by_the_type(
    lao_id: str, green: float, minimum: int, *, met: bool
) -> None:
    assert of(measured(lao_id, green), "share_percent") == [(minimum, green / 10, met)]


def test_metres_a_person_are_judged_by_both_figures() -> None:
    assert of(measured("C", 90), "m2_per_person") == [(9, 9, True), (16, 9, False)]
    assert of(measured("C", 160), "m2_per_person") == [(9, 16, True), (16, 16, True)]
    assert of(measured("C", 89), "m2_per_person") == [(9, 8.9, False), (16, 8.9, False)]


@pytest.mark.parametrize(
    ("green", "area", "population"), [(None, 1000, 10), (100, None, None), (100, 0, 0)]
)
def test_what_is_not_known_is_not_judged(
    green: float | None, area: float | None, population: float | None
) -> None:
    table = measured("C", green, area, population)
    assert len(table) == 3
    assert table[["value", "met"]].isna().all(axis=None)


def test_no_green_is_a_known_zero() -> None:
    assert of(measured("C", 0), "share_percent") == [(15, 0, False)]


def test_a_type_without_a_share_of_its_own_has_only_metres() -> None:
    assert of(measured("P", 500), "share_percent") == []
    assert len(measured("P", 500)) == 2


def test_the_shipped_table_is_empty_and_gives_nothing() -> None:
    areas = shipped.load("green_areas")
    assert green_space(areas, shipped.load("green_standards"), TYPES).empty


@pytest.mark.parametrize(
    ("lao_type", "asked"), [("ทน.", [15, 9, 16]), ("อบต.", [25, 9, 16]), ("อบจ.", [9, 16])]
)
def test_the_standards_depend_on_the_type(lao_type: str, asked: list[float]) -> None:
    assert list(standards_for(shipped.load("green_standards"), lao_type)["minimum"]) == asked
