"""Steps by group and by year, against the committed tables."""

from __future__ import annotations

import pytest

from tests.pages.opened import component, open_page, short_table, unfold
from tests.pages.staircase.enrolment import counts, rows_of
from utils.figures.staircase import rows as staircase_rows
from utils.tables.declared.places import LAO_TYPES
from utils.words import LANGS, Lang, Words


@pytest.mark.parametrize("by", ["region4", "office_number", "lao_type", "pathway"])
@pytest.mark.parametrize("lang", LANGS)
def test_steps_by_group_add_up_to_the_staircase(by: str, lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", year="2563", part="groups", by=by, lang=lang)
    table = short_table(app, "groups_rows")
    steps = [name for name in table if name not in {words(f"grouping.{by}"), words("column.laos")}]
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


@pytest.mark.parametrize("lang", LANGS)
def test_every_group_there_is_has_its_row_also_without_anybody(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", part="groups", by="lao_type", lang=lang, year="2547")
    table = short_table(app, "groups_rows").set_index(words("grouping.lao_type"))
    assert table.index.tolist() == [
        staircase_rows.lao_type(choice.code, words) for choice in LAO_TYPES
    ]
    ids = {row["lao_id"] for row in rows_of("enrolment") if row["fiscal_year_be"] == "2547"}
    enrolled = {row["lao_type"] for row in rows_of("municipalities") if row["lao_id"] in ids}
    absent = [one.code for one in LAO_TYPES if one.code not in enrolled]
    assert absent
    for code in absent:
        assert {str(value) for value in table.loc[staircase_rows.lao_type(code, words)]} == {"0"}


def test_the_groups_of_an_area_are_its_own() -> None:
    app = open_page(
        "staircase", year="2563", part="groups", by="region4", region="4-South", lang="en"
    )
    assert list(short_table(app, "groups_rows")["4 regions"]) == ["South"]


def test_an_area_without_anyone_says_so() -> None:
    app = open_page("staircase", part="groups", year="2548", office="14")
    assert not app.exception
    assert app.info[0].value == Words("th")("staircase.nobody")


def test_steps_of_every_year_stand_in_one_table() -> None:
    words = Words("en")
    app = open_page("staircase", year="2563", part="groups", lang="en")
    table = unfold(app, words("staircase.groups.years")).set_index(words("column.year"))
    assert list(table.index) == [str(year) for year in range(2547, 2570)]
    assert table.loc["2563", "Step 1"] == "35 (22.4%)"
