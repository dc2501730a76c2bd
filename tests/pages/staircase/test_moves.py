"""Moves between two years, and the list of who moved, against the committed tables."""

from __future__ import annotations

import pytest

from tests.pages.opened import component, folded, open_page, short_table, unfold
from tests.pages.staircase.enrolment import rows_of
from utils.words import LANGS, Lang, Words

SIDES = (("from", 2562), ("to", 2563))


def test_moves_up_are_those_of_the_table() -> None:
    # Up: both years have a row with a step, neither withdrawn, on one pathway a later step, on two
    # a higher level.
    order = ("1", "2", "3", "4", "F1", "F2", "F3")
    level = dict(zip(order, (1, 2, 3, 4, 3, 3, 4), strict=True))
    by_key = {(row["lao_id"], row["fiscal_year_be"]): row for row in rows_of("enrolment")}
    up = 0
    for (lao, year), row in by_key.items():
        before = by_key.get((lao, str(int(year) - 1)))
        if year != "2563" or before is None or "withdrawn" in {row["status"], before["status"]}:
            continue
        if before["status"] == "graduated" or not (row["step"] and before["step"]):
            continue
        same = row["pathway"] == before["pathway"]
        places = order.index if same else level.__getitem__
        up += places(row["step"]) > places(before["step"])
    numbers = component(open_page("staircase", year="2563"), "stairs")["figures"]
    assert numbers[1]["number"] == str(up) == "25"


@pytest.mark.parametrize("lang", LANGS)
def test_moves_by_a_grouping_state_their_base(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", year="2563", by="lao_type", lang=lang)
    table = short_table(app, "moves_rows")
    inside = [words(f"move.{move}") for move in ("up", "stay", "down", "left", "not_reported")]
    assert (table[inside].sum(axis=1) == table[words("staircase.column.base")]).all()
    small = table[table[words("staircase.column.base")] < 10]
    assert set(small[words("staircase.column.share_up")]) <= {words("share.none")}


@pytest.mark.parametrize("lang", LANGS)
def test_who_moved_is_listed_by_name_with_the_way_to_the_province(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", year="2563", move="all", lang=lang)
    table = app.dataframe[0].value
    moved = table[words("column.move")].value_counts()
    # As the headline says: 25 of 131 moved up.
    inside = ("up", "stay", "down", "left", "not_reported")
    assert moved[words("move.up")] == 25
    assert sum(moved.get(words(f"move.{move}"), 0) for move in inside) == 131
    up = table[table[words("column.move")] == words("move.up")]
    before, after = (words(f"staircase.column.{side}_step", year=year) for side, year in SIDES)
    assert (up[before] != up[after]).all()
    for link in table[words("column.province")].astype(str):
        start, _, name = link.partition("#")
        assert start.startswith("province?province=TH-")
        assert name


def test_who_moved_up_is_listed_first() -> None:
    words = Words("en")
    table = unfold(open_page("staircase", year="2563", lang="en"), words("moves.list_title"))
    assert list(table[words("column.move")]) == [words("move.up")] * 25


@pytest.mark.parametrize("move", ["down", "left", "not_reported"])
def test_a_link_that_names_a_move_opens_its_list(move: str) -> None:
    words = Words("en")
    app = open_page("staircase", year="2563", move=move, lang="en")
    table = app.dataframe[0].value
    assert set(table[words("column.move")]) == {words(f"move.{move}")}
    app = open_page("staircase", year="2563", lang="en")
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
    [shown] = (
        open_page("staircase", year="2563", move="down")
        .dataframe[0]
        .value[Words("th")("column.lao")]
    )
    assert len(fell) == 1
    assert names[fell[0]] in shown


def test_the_lists_are_built_when_asked_for() -> None:
    words = Words("en")
    app = open_page("staircase", year="2563", lang="en")
    assert words("moves.list_title") in folded(app)
    assert not app.dataframe
