"""The registers as they are shipped: what the papers state, in both languages, with its place."""

from __future__ import annotations

import pytest

from utils.tables import shipped
from utils.tables.declared.columns import Table
from utils.tables.declared.recommendations import THEMES, TO_BE_SET
from utils.tables.declared.registers import REGISTERS

EMPTY = {"coaches", "activities", "joint_bodies"}  # the papers state no entry


@pytest.mark.parametrize("table", REGISTERS, ids=lambda one: one.name)
def test_a_register_without_rows_says_so_in_its_declaration(table: Table) -> None:
    assert shipped.load(table.name).empty == (table.name in EMPTY) == table.may_be_empty


@pytest.mark.parametrize("table", REGISTERS, ids=lambda one: one.name)
def test_a_text_in_one_language_is_there_in_the_other(table: Table) -> None:
    rows = shipped.load(table.name)
    for name in table.columns:
        if name.endswith("_th"):
            assert (rows[name].isna() == rows[f"{name[:-3]}_en"].isna()).all(), name


def test_every_recommendation_has_its_level_theme_and_place_and_nothing_is_set_for_anyone() -> None:
    rows = shipped.load("recommendations")
    # Counted in the paper: 6 for projects, 6 for municipalities, 4 for NMT, 12 for partners and 9
    # of policy and law stand under headings of their level, and 5 of NMT's role in the meeting.
    stated = rows[rows["level_confidence"] == "stated"]
    assert stated["level"].value_counts().to_dict() == {
        "project": 6,
        "municipality": 6,
        "nmt": 9,
        "partner": 12,
        "policy_law": 9,
    }
    assert len(rows) == 75
    assert set(rows["theme"]) <= set(THEMES)
    assert rows[["level", "theme", "place_th", "place_en"]].notna().all(axis=None)
    assert rows[list(TO_BE_SET)].isna().all(axis=None)


def test_the_cities_that_recommendations_came_from_are_the_four_of_the_paper() -> None:
    cities = shipped.load("recommendation_cities")
    assert set(cities["lao_id"]) == {"LAO-90-007", "LAO-57-006", "LAO-12-003", "LAO-95-002"}
    by_city = cities.groupby("recommendation_id").size()
    assert by_city["REC-07"] == 2  # Songkhla and Yala


def test_the_resolution_has_seven_main_agencies_and_three_levels() -> None:
    projects = shipped.load("agency_projects")
    assert (projects["agency_role"] == "main").sum() == 7
    committees = shipped.load("committees")
    assert committees["committee_level"].tolist() == ["province", "cluster", "country"]


def test_the_five_centres_are_counted_and_none_is_named_for_the_paper() -> None:
    centres = shipped.load("learning_centres")
    assert centres["centres"].sum() == 5
    assert centres[["region", "lao_id"]].isna().all(axis=None)


def test_nobody_is_named_as_the_origin_of_an_expansion_where_the_paper_names_none() -> None:
    expansions = shipped.load("expansions")
    assert expansions["to_lao_id"].tolist() == ["LAO-52-007", "LAO-60-002"]
    assert expansions["from_lao_id"].isna().all()
