"""Who moved, by name, on the tiny staircase: each LAO told by hand."""

from __future__ import annotations

import pytest

from tests.measures.stair import staircase
from utils.measures.staircase.movers import movers
from utils.measures.staircase.moves import MOVES, Move, flows

STAIR = staircase()


def told(year: int, move: Move | None = None) -> list[tuple[str, str, str, str]]:
    found = movers(STAIR, year, move)
    columns = found[["lao_id", "step_before", "step", "move"]]
    return [tuple(row) for row in columns.itertuples(index=False, name=None)]


def test_every_lao_has_its_steps_and_its_move() -> None:
    assert told(2561) == [
        ("A", "1", "2", "up"),
        ("C", "2", "F1", "up"),  # by level
        ("G", "4", "4", "stay"),  # graduates in the later year
        ("H", "1", "1", "stay"),
        ("D", "3", "2", "down"),
        ("E", "1", "absent", "left"),
        ("B", "2", "2", "not_reported"),  # no row of 2561: its step is carried over
        ("F", "absent", "1", "new"),
    ]
    assert told(2563) == [
        ("A", "2", "3", "up"),
        ("B", "3", "3", "stay"),
        ("C", "F2", "3", "stay"),  # another pathway, the same level
        ("D", "2", "2", "stay"),
        ("F", "unknown", "1", "not_reported"),
        ("H", "unknown", "unknown", "not_reported"),
        ("E", "absent", "1", "new"),  # back after a withdrawal
        ("G", "4", "4", "graduated"),
    ]


def test_one_move_is_listed_alone() -> None:
    assert told(2561, "down") == [("D", "3", "2", "down")]
    assert told(2561, "graduated") == []
    assert sum(len(told(2561, move)) for move in MOVES) == len(told(2561)) == 8


def test_an_area_lists_its_own() -> None:
    found = movers(STAIR.within({"30"}), 2561)
    assert list(found["lao_id"]) == ["C", "D"]


@pytest.mark.parametrize("year", [2560, 2564])
def test_nobody_is_listed_where_a_year_is_not_held(year: int) -> None:
    assert movers(STAIR, year).empty


@pytest.mark.parametrize("year", [2561, 2562, 2563])
def test_the_list_is_what_the_streams_carry(year: int) -> None:
    keys = ["step_before", "step", "move"]
    listed = movers(STAIR, year).groupby(keys).size()
    assert listed.to_dict() == flows(STAIR, year).set_index(keys)["count"].to_dict()


def test_a_graduate_that_leaves_is_in_the_list_where_the_streams_take_it() -> None:
    rows: list[tuple[object, ...]] = [
        *(("G", 2560, "4"), ("G", 2561, "4", "graduated"), ("G", 2562, "4", "withdrawn")),
        *(("A", 2561, "1"), ("A", 2562, None)),
    ]
    stair = staircase(rows)
    keys = ["step_before", "step", "move"]
    listed = movers(stair, 2562)
    assert listed.set_index("lao_id")["step"].to_dict() == {"A": "unknown", "G": "absent"}
    streams = flows(stair, 2562).set_index(keys)["count"]
    assert listed.groupby(keys).size().to_dict() == streams.to_dict()
