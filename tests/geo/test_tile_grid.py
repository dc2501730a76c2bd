"""The tile grid of geo/tile_grid.csv: every province once, neighbours together."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    Row = dict[str, str]
    Cells = dict[str, tuple[int, int]]
    Pair = frozenset[str]

README = Path(__file__).resolve().parents[2] / "geo" / "README.md"

# Achieved by the arrangement; a change must not lose any (the search found no grid with more
# than 112 at an edge, and that one put Mae Hong Son north of Chiang Rai).
TRUE_PAIRS = 178
KEPT_AT_AN_EDGE = 108
KEPT_AT_AN_EDGE_OR_CORNER = 162


@pytest.fixture(scope="module")
def cells(tiles: list[Row]) -> Cells:
    return {row["province_code"]: (int(row["column"]), int(row["row"])) for row in tiles}


def apart(cells: Cells, pair: Pair) -> tuple[int, int]:
    """Columns and rows between two cells, the smaller number first."""
    (column, row), (other_column, other_row) = (cells[code] for code in pair)
    less, more = sorted((abs(column - other_column), abs(row - other_row)))
    return less, more


def kept(cells: Cells, pairs: set[Pair]) -> tuple[int, int]:
    """Count the pairs that meet at an edge, and at an edge or a corner."""
    steps = [apart(cells, pair) for pair in pairs]
    return steps.count((0, 1)), steps.count((0, 1)) + steps.count((1, 1))


def test_counting_tells_edges_corners_and_strangers_apart() -> None:
    corner = {"a": (1, 1), "b": (2, 1), "c": (2, 2), "d": (4, 2)}
    pairs = {frozenset(pair) for pair in ("ab", "bc", "ac", "cd")}
    assert kept(corner, pairs) == (2, 3)  # ab and bc at an edge, ac at a corner, cd apart


def test_each_province_has_its_own_cell(
    tiles: list[Row], cells: Cells, provinces: list[Row]
) -> None:
    assert [row["province_code"] for row in tiles] == sorted(
        row["province_code"] for row in provinces
    )
    assert len(set(cells.values())) == len(tiles) == 77


def test_the_grid_is_narrow_enough_for_a_phone_and_starts_at_one(cells: Cells) -> None:
    columns, rows = zip(*cells.values(), strict=True)
    assert (min(columns), max(columns)) == (1, 9)  # 9 cells of 38 px on a screen of 360 px
    assert (min(rows), max(rows)) == (1, 16)


def test_the_grid_is_one_piece(cells: Cells) -> None:
    left, border = set(cells.values()), [cells["10"]]
    while border:
        column, row = border.pop()
        left.discard((column, row))
        beside = {(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)}
        border += beside & left
        left -= beside
    assert left == set()


def test_true_neighbours_are_those_known_from_the_map(neighbours: set[Pair]) -> None:
    assert len(neighbours) == TRUE_PAIRS
    beside_bangkok = {code for pair in neighbours if "10" in pair for code in pair} - {"10"}
    assert beside_bangkok == {"11", "12", "13", "24", "73", "74"}
    beside_narathiwat = {code for pair in neighbours if "96" in pair for code in pair} - {"96"}
    assert beside_narathiwat == {"94", "95"}


def test_neighbours_stay_together_as_often_as_achieved(cells: Cells, neighbours: set[Pair]) -> None:
    assert kept(cells, neighbours) == (KEPT_AT_AN_EDGE, KEPT_AT_AN_EDGE_OR_CORNER)


def test_neighbours_not_kept_stay_near_but_for_two_long_borders(
    cells: Cells, neighbours: set[Pair]
) -> None:
    # Kanchanaburi is long on the map and has one cell like any other: Tak, Uthai Thani.
    far = {pair for pair in neighbours if sum(apart(cells, pair)) > 3}
    assert far == {frozenset({"63", "71"}), frozenset({"61", "71"})}


def test_north_is_up_and_east_is_right(
    cells: Cells, neighbours: set[Pair], provinces: list[Row]
) -> None:
    """No two neighbours stand the wrong way round by a degree or more between capitals."""
    at = {
        row["province_code"]: (float(row["capital_longitude"]), float(row["capital_latitude"]))
        for row in provinces
    }
    wrong = set()
    for one, two in map(sorted, neighbours):
        east, north = at[two][0] - at[one][0], at[two][1] - at[one][1]
        right, down = cells[two][0] - cells[one][0], cells[two][1] - cells[one][1]
        if (abs(east) >= 1 and east * right < 0) or (abs(north) >= 1 and north * down > 0):
            wrong.add((one, two))
    assert wrong == set()


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("57", "50"), ("50", "10"), ("10", "77"), ("77", "86"), ("86", "84"), ("84", "90")],
)
def test_the_spine_of_the_country_runs_from_north_to_south(
    cells: Cells, upper: str, lower: str
) -> None:
    assert cells[upper][1] < cells[lower][1]


def test_the_gulf_stays_open_water(cells: Cells) -> None:
    # Between the peninsula (Prachuap Khiri Khan) and the east coast (Rayong): no tile.
    row = cells["77"][1]
    assert cells["21"][1] == row
    between = range(cells["77"][0] + 1, cells["21"][0])
    assert len(between) >= 2
    assert not {(column, row) for column in between} & set(cells.values())


def test_the_notes_tell_the_numbers_held_here() -> None:
    text = README.read_text(encoding="utf-8")
    told = re.search(
        r"(\d+) pairs.*?(\d+) at an edge.*?(\d+) at an edge or a corner", text, re.DOTALL
    )
    assert told
    expected = (TRUE_PAIRS, KEPT_AT_AN_EDGE, KEPT_AT_AN_EDGE_OR_CORNER)
    assert tuple(map(int, told.groups())) == expected
