"""Moves between consecutive years, by hand, on the eight LAOs of stair.py."""

from __future__ import annotations

import pytest

from tests.measures.stair import staircase
from utils.measures.staircase import moves as staircase_moves
from utils.measures.staircase.moves import MOVES, Move, flows, movers

STAIR = staircase()
ALL = staircase_moves.moves(STAIR)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (
            2561,
            {
                "A": "up",
                "B": "not_reported",
                "C": "up",
                "D": "down",
                "E": "left",
                "F": "new",
                "G": "stay",
                "H": "stay",
            },
        ),
        # E is away in both years
        (
            2562,
            {
                "A": "stay",
                "B": "not_reported",
                "C": "up",
                "D": "stay",
                "F": "not_reported",
                "G": "graduated",
                "H": "not_reported",
            },
        ),
        (
            2563,
            {
                "A": "up",
                "B": "stay",
                "C": "stay",
                "D": "stay",
                "E": "new",
                "F": "not_reported",
                "G": "graduated",
                "H": "not_reported",
            },
        ),
    ],
)
def test_every_lao_has_one_move_a_year(year: int, expected: dict[str, str]) -> None:
    rows = ALL[ALL["fiscal_year_be"] == year]
    assert dict(zip(rows["lao_id"], rows["move"], strict=True)) == expected


def test_the_first_year_has_no_moves() -> None:
    assert set(ALL["fiscal_year_be"]) == {2561, 2562, 2563}


def test_two_years_apart() -> None:
    result = staircase_moves.moves_between(STAIR, STAIR, (2560, 2562))
    assert dict(zip(result["lao_id"], result["move"], strict=True)) == {
        "A": "up",
        "B": "up",  # a year without a row lies between: its steps are known at both ends
        "C": "up",  # 2, then F2, which is level 3
        "D": "down",
        "E": "left",
        "F": "new",
        "G": "stay",
        "H": "not_reported",
    }
    consecutive = staircase_moves.moves_between(STAIR, STAIR, (2562, 2563))
    assert consecutive["move"].tolist() == ALL[ALL["fiscal_year_be"] == 2563]["move"].tolist()


def test_the_last_reported_rows_of_two_states() -> None:
    rows = [("A", 2560, "1"), ("H", 2560, "1"), ("G", 2560, "4"), ("E", 2560, "1")]
    earlier = staircase(rows)
    result = staircase_moves.moves_as_reported(earlier, STAIR, 2561)
    assert dict(zip(result["lao_id"], result["move"], strict=True)) == {
        "A": "up",
        "B": "new",
        "C": "new",
        "D": "new",
        "E": "left",
        "F": "new",
        "G": "stay",
        "H": "stay",
    }


def test_counts_and_their_base() -> None:
    counts = staircase_moves.move_counts(STAIR).set_index(["fiscal_year_be", "move"])
    # enrolled at the end of 2560: A to E, G, H; of 2561, less G, who had graduated: A to D, F, H
    assert counts["base"].groupby("fiscal_year_be").first().to_dict() == {2561: 7, 2562: 6, 2563: 6}
    of_2561 = counts.xs(2561)["count"].to_dict()
    assert of_2561 == {
        "up": 2,
        "stay": 2,
        "down": 1,
        "left": 1,
        "not_reported": 1,
        "new": 1,
        "graduated": 0,
    }
    inside = counts[~counts.index.get_level_values("move").isin(staircase_moves.OUTSIDE_BASE)]
    assert (inside["count"].groupby("fiscal_year_be").sum() == [7, 6, 6]).all()
    assert counts["share"].isna().all()  # fewer than ten


def test_shares_are_of_the_base_and_new_ones_have_none() -> None:
    laos = {f"L{n}": ("20", "ทต.") for n in range(11)}
    rows = [(lao, 2560, "1") for lao in list(laos)[:10]]
    rows += [(lao, 2561, "2" if lao < "L4" else "1") for lao in laos]
    counts = staircase_moves.move_counts(staircase(rows, laos=laos)).set_index("move")
    # L0, L1, L2, L3 up; L10 is new
    assert counts["count"].to_dict() == {
        "up": 4,
        "stay": 6,
        "down": 0,
        "left": 0,
        "not_reported": 0,
        "new": 1,
        "graduated": 0,
    }
    assert counts.loc["up", "share"] == pytest.approx(0.4)
    assert counts.loc[["new", "graduated"], "share"].isna().all()


def test_a_graduate_stands_outside_the_base_whatever_comes_after() -> None:
    # G graduates in 2561 and leaves in 2562, D graduates and is active again on its step: neither
    # can rise from where it stood, so of the three of 2561 the base of 2562 is A alone
    rows: list[tuple[object, ...]] = [
        *(("A", 2560, "1"), ("A", 2561, "1"), ("A", 2562, "2")),
        *(("D", 2560, "4"), ("D", 2561, "4", "graduated"), ("D", 2562, "4")),
        *(("G", 2560, "4"), ("G", 2561, "4", "graduated"), ("G", 2562, "4", "withdrawn")),
    ]
    stair = staircase(rows)
    counts = staircase_moves.move_counts(stair)
    counts = counts[(counts["fiscal_year_be"] == 2562) & (counts["count"] > 0)]
    assert dict(zip(counts["move"], counts["count"], strict=True)) == {"up": 1, "graduated": 2}
    assert set(counts["base"]) == {1}
    streams = staircase_moves.flows(stair, 2562)[["step_before", "step", "move"]]
    assert set(streams.itertuples(index=False, name=None)) == {
        ("1", "2", "up"),
        ("4", "4", "graduated"),
        ("4", "absent", "graduated"),
    }


def test_a_graduate_that_goes_on_stays_outside_the_base_until_it_leaves() -> None:
    # D graduates in 2561 and is active in 2562 and 2563; G does so, leaves in 2562, is back in 2563
    rows: list[tuple[object, ...]] = [
        *(("D", 2560, "3"), ("D", 2561, "3", "graduated"), ("D", 2562, "3"), ("D", 2563, "4")),
        *(("G", 2560, "4"), ("G", 2561, "4", "graduated"), ("G", 2562, "4", "withdrawn")),
        *(("G", 2563, "1"), ("G", 2564, "2"), ("D", 2564, "4")),
    ]
    table = staircase_moves.moves(staircase(rows)).set_index(["lao_id", "fiscal_year_be"])["move"]
    assert table.xs("D").to_dict() == {
        2561: "stay",
        2562: "graduated",
        2563: "graduated",
        2564: "graduated",
    }
    assert table.xs("G").to_dict() == {2561: "stay", 2562: "graduated", 2563: "new", 2564: "up"}
    counts = staircase_moves.move_counts(staircase(rows))
    assert counts.groupby("fiscal_year_be")["base"].first().to_dict() == {
        2561: 2,
        2562: 0,
        2563: 0,
        2564: 1,
    }


def test_counts_by_group_add_up() -> None:
    by_type = staircase_moves.move_counts(STAIR, "lao_type")
    whole = staircase_moves.move_counts(STAIR)
    keys = ["fiscal_year_be", "move"]
    assert (
        by_type.groupby(keys)["count"].sum().to_dict()
        == whole.groupby(keys)["count"].sum().to_dict()
    )


def test_types_stand_in_the_order_of_their_rank() -> None:
    # by spelling อบต. and ทต. would come before ทน.
    counts = staircase_moves.move_counts(STAIR, "lao_type")
    groups = counts.loc[counts["fiscal_year_be"] == 2561, "group"]
    assert list(groups.unique()) == ["ทน.", "ทม.", "ทต.", "อบต."]
    paths = staircase_moves.move_counts(STAIR, "pathway")
    assert list(paths.loc[paths["fiscal_year_be"] == 2561, "group"].unique()) == [
        "standard",
        "fast_track",
    ]


def test_flows_fill_the_steps_of_both_years() -> None:
    streams = staircase_moves.flows(STAIR, 2561)
    result = {
        (row["step_before"], row["step"]): (row["move"], row["count"])
        for row in streams.to_dict("records")
    }
    assert result == {
        ("1", "2"): ("up", 1),  # A
        ("2", "2"): ("not_reported", 1),  # B, carried
        ("2", "F1"): ("up", 1),  # C
        ("3", "2"): ("down", 1),  # D
        ("1", "absent"): ("left", 1),  # E
        ("absent", "1"): ("new", 1),  # F
        ("4", "4"): ("stay", 1),  # G
        ("1", "1"): ("stay", 1),  # H
    }


def test_an_empty_table_has_no_moves() -> None:
    empty = staircase([])
    assert staircase_moves.moves(empty).empty
    assert staircase_moves.move_counts(empty).empty
    assert staircase_moves.flows(empty, 2563).empty


def moved(year: int, move: Move | None = None) -> list[tuple[str, str, str, str]]:
    table = movers(STAIR, year, move)
    columns = table[["lao_id", "step_before", "step", "move"]]
    return [tuple(row) for row in columns.itertuples(index=False, name=None)]


def test_every_lao_has_its_steps_and_its_move() -> None:
    assert moved(2561) == [
        ("A", "1", "2", "up"),
        ("C", "2", "F1", "up"),  # by level
        ("G", "4", "4", "stay"),  # graduates in the later year
        ("H", "1", "1", "stay"),
        ("D", "3", "2", "down"),
        ("E", "1", "absent", "left"),
        ("B", "2", "2", "not_reported"),  # no row of 2561: its step is carried over
        ("F", "absent", "1", "new"),
    ]
    assert moved(2563) == [
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
    assert moved(2561, "down") == [("D", "3", "2", "down")]
    assert moved(2561, "graduated") == []
    assert sum(len(moved(2561, move)) for move in MOVES) == len(moved(2561)) == 8


def test_an_area_lists_its_own() -> None:
    table = movers(STAIR.within({"30"}), 2561)
    assert list(table["lao_id"]) == ["C", "D"]


@pytest.mark.parametrize("year", [2560, 2564])
def test_nobody_is_listed_where_a_year_is_missing(year: int) -> None:
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
