"""The staircase's lists and group tables on their page, against the committed tables."""

from __future__ import annotations

import pytest

from tests.pages.opened import component, folded, open_page, short_table, unfold
from tests.pages.test_staircase import MADE, MARK, everything, real, rows_of
from utils.words import LANGS, Lang, Words

__all__ = ["real"]  # the fixture


def counts(cells: list[str]) -> list[int]:
    """Return the counts of cells like 9 (21.4%) and 3/7."""
    return [int(cell.replace("/", " ").split()[0]) for cell in cells]


@pytest.mark.parametrize("by", ["region4", "office_number", "lao_type", "pathway"])
@pytest.mark.parametrize("lang", LANGS)
def test_steps_by_group_add_up_to_the_staircase(by: str, lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", part="groups", by=by, lang=lang)
    table = short_table(app, "groups_rows")
    steps = [name for name in table if name not in {words(f"by.{by}"), words("column.laos")}]
    assert len(steps) == 8
    totals = {
        step["name"]: int(step["count"])
        for track in component(app, "stairs")["tracks"]
        for step in track["steps"]
    }
    assert {name: sum(counts(list(table[name]))) for name in steps} == totals
    assert [sum(counts(list(row))) for row in table[steps].to_numpy()] == list(
        table[words("column.laos")]
    )
    for row in table.to_dict("records"):
        small = row[words("column.laos")] < 10
        assert all(("/" in row[name]) is small for name in steps)


def test_the_groups_of_an_area_are_its_own() -> None:
    app = open_page("staircase", part="groups", by="region4", region="4-South", lang="en")
    assert list(short_table(app, "groups_rows")["4 regions"]) == ["South"]


def test_an_area_without_anyone_says_so() -> None:
    app = open_page("staircase", part="groups", year="2548", office="14")
    assert not app.exception
    assert app.info[0].value == Words("th")("stair.nobody")


def test_steps_of_every_year_stand_in_one_table() -> None:
    words = Words("en")
    app = open_page("staircase", part="groups", lang="en")
    table = unfold(app, words("groups.years")).set_index(words("column.year"))
    assert list(table.index) == [str(year) for year in range(2547, 2570)]
    assert table.loc["2563", "Step 1"] == "35 (22.4%)"


@pytest.mark.parametrize("lang", LANGS)
def test_who_moved_is_listed_by_name_with_the_way_to_the_province(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", move="all", lang=lang)
    table = app.dataframe[0].value
    moved = table[words("column.move")].value_counts()
    # As the headline says: 25 of 131 moved up.
    inside = ("up", "stay", "down", "left", "not_reported")
    assert moved[words("move.up")] == 25
    assert sum(moved.get(words(f"move.{move}"), 0) for move in inside) == 131
    up = table[table[words("column.move")] == words("move.up")]
    before, after = (words(f"column.{side}_step", year=year) for side, year in SIDES)
    assert (up[before] != up[after]).all()
    for link in table[words("column.province")].astype(str):
        start, _, name = link.partition("#")
        assert start.startswith("province?province=TH-")
        assert name


SIDES = (("from", 2562), ("to", 2563))


def test_who_moved_up_is_listed_first() -> None:
    words = Words("en")
    table = unfold(open_page("staircase", lang="en"), words("movers.title"))
    assert list(table[words("column.move")]) == [words("move.up")] * 25


@pytest.mark.parametrize("move", ["down", "left", "not_reported"])
def test_a_link_that_names_a_move_opens_its_list(move: str) -> None:
    words = Words("en")
    app = open_page("staircase", move=move, lang="en")
    table = app.dataframe[0].value
    assert set(table[words("column.move")]) == {words(f"move.{move}")}
    app = open_page("staircase", lang="en")
    assert not app.dataframe


def test_an_lao_that_falls_is_the_one_of_the_table() -> None:
    # By hand: on one pathway, both years with a row and a step, the later one lower.
    order = ("1", "2", "3", "4", "F1", "F2", "F3")
    by_key = {(row["lao_id"], row["fiscal_year_be"]): row for row in rows_of("enrolment")}
    fell = [
        row["lao_id"]
        for (lao, year), row in by_key.items()
        if year == "2563"
        and (before := by_key.get((lao, "2562")))
        and row["step"]
        and before["step"]
        and row["pathway"] == before["pathway"]
        and order.index(row["step"]) < order.index(before["step"])
    ]
    names = {row["lao_id"]: row["name_th"] for row in rows_of("municipalities")}
    [shown] = open_page("staircase", move="down").dataframe[0].value[Words("th")("column.lao")]
    assert len(fell) == 1
    assert names[fell[0]] in shown


@pytest.mark.parametrize("lang", LANGS)
def test_provinces_by_stage_are_those_of_the_map_and_say_what_they_are(lang: Lang) -> None:
    app = open_page("staircase", part="map", lang=lang)
    table = short_table(app, "shares_rows")
    assert len(table.columns) == 2  # no real centre city on fictitious tables
    assert MARK[lang].lower() in table.columns[1].lower()
    assert "76" in table.columns[1]
    shown = [row["count"] for row in component(app, "stage_map")["classes"]]
    assert counts(list(table.iloc[:, 1])) == shown[:6]
    assert sum(shown[:6]) == 76


def test_the_centre_city_has_its_stage_once_a_real_table_is_loaded(real: None) -> None:
    assert real is None
    assert "LAO-11-001" in MADE
    words = Words("en")
    app = open_page("staircase", part="map", lang="en")
    table = short_table(app, "shares_rows").set_index(words("column.stage"))
    assert table[words("column.stage_best", n=76)].to_dict() == {
        "Level of step 1": "0 (0.0%)",
        "Level of step 2": "0 (0.0%)",
        "Level of step 3": "1 (1.3%)",
        "Level of step 4": "0 (0.0%)",
        "Step unknown": "0 (0.0%)",
        "Not on the staircase": "75 (98.7%)",
    }
    assert sum(counts(list(table[words("column.stage_centre")]))) == 76
    province = open_page("province", province="TH-11", lang="en")
    lead = component(province, "step_timeline")["lead"]
    assert "Level of step 3" in lead
    assert "assumed list" in lead
    assert "assumed list" not in everything(open_page("staircase", part="moves", lang="en"))


def test_no_centre_city_is_named_beside_fictitious_steps() -> None:
    lead = component(open_page("province", province="TH-60", lang="en"), "step_timeline")["lead"]
    assert "centre" not in lead


def test_the_lists_are_built_when_asked_for() -> None:
    words = Words("en")
    app = open_page("staircase", lang="en")
    assert words("movers.title") in folded(app)
    assert not app.dataframe


def test_a_province_tells_its_evidence_and_whom_it_reached() -> None:
    words = Words("en")
    app = open_page("province", lang="en", province="TH-60")
    label = words("evidence.table", kind=words("fictitious.in_brackets"))
    shown = unfold(app, label)
    assert list(shown.columns)[-2:] == ["Partners", "Expanded to"]
    mine = [row for row in rows_of("step_evidence") if row["lao_id"].startswith("FIC-60-")]
    assert len(shown) == len(mine) > 0
    assert shown["Requirement"].notna().all()
    reached = [row["expanded_to"] for row in mine if row["expanded_to"]]
    assert sorted(shown["Expanded to"].dropna()) == sorted(reached)
