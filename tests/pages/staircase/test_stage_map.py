"""Provinces by stage: the map, and how many are at each stage."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.opened import MARK, component, everything, open_page, short_table
from tests.pages.staircase.enrolment import MADE, counts
from utils.words import LANGS, Lang, Words


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_of_stages_has_fixed_classes_and_says_what_it_is(lang: Lang) -> None:
    def scale(map_: dict[str, Any]) -> list[tuple[str, str]]:
        return [(row["label"], row["fill"]) for row in map_["classes"]]

    maps = [
        component(open_page("map", show="stage", lang=lang, year=year, trial="1"), "map")
        for year in ("2550", "2563", "2569")
    ]
    assert scale(maps[0]) == scale(maps[1]) == scale(maps[2])
    assert {map_["mark"] for map_ in maps} == {MARK[lang]}
    assert [sum(row["count"] for row in map_["classes"]) for map_ in maps] == [77, 77, 77]


@pytest.mark.parametrize("lang", LANGS)
def test_provinces_by_stage_are_those_of_the_map_and_say_what_they_are(lang: Lang) -> None:
    app = open_page("staircase", year="2563", part="map", lang=lang)
    table = short_table(app, "shares_rows")
    assert len(table.columns) == 2  # no real centre city on fictitious tables
    assert MARK[lang].lower() in table.columns[1].lower()
    shown = [row["count"] for row in component(app, "stage_map")["classes"]]
    assert counts(list(table.iloc[:, 1])) == shown[:8]
    assert sum(shown[:8]) == 76
    assert f"{sum(shown[:7])}" in table.columns[1]  # those that have reported


def test_the_centre_city_has_its_stage_once_a_real_table_is_loaded(real: None) -> None:
    assert real is None
    assert "LAO-11-001" in MADE
    words = Words("en")
    app = open_page("staircase", year="2563", part="map", lang="en")
    table = short_table(app, "shares_rows").set_index(words("staircase.column.stage"))
    # One office of sixteen has reported, of one of its provinces: nothing is known of the others.
    assert table[words("staircase.column.stage_best", n=1)].to_dict() == {
        "Level of step 1": "0/1",
        "Level of step 2": "0/1",
        "Level of step 3": "1/1",
        "Level of step 4": "0/1",
        "Step unknown": "0/1",
        "Withdrew": "0/1",
        "Reported: none": "0/1",
        "Not reported (outside the base)": "75",
    }
    told = words("who_reported.offices", year=2563, n=1, of=16, provinces=1, total=76)
    assert told in component(app, "stairs")["figures"][0]["notes"]
    assert component(app, "stairs")["sentence"].endswith(told)
    painted = {row["label"]: row for row in component(app, "stage_map")["classes"]}
    silent = painted[words("stage.not_reported")]
    assert (silent["count"], silent["pattern"]) == (75, "hatch")
    assert painted[words("stage.none")]["count"] == 0
    assert sum(counts(list(table[words("staircase.column.stage_centre")]))) == 76
    province = open_page("province", province="TH-11", lang="en", trial="1")
    lead = component(province, "step_timeline")["lead"]
    assert "Level of step 3" in lead
    assert "assumed list" in lead
    assert "assumed list" not in everything(
        open_page("staircase", year="2563", part="moves", lang="en")
    )


def test_no_centre_city_is_named_beside_fictitious_steps() -> None:
    app = open_page("province", province="TH-60", lang="en", trial="1")
    lead = component(app, "step_timeline")["lead"]
    assert "centre" not in lead
