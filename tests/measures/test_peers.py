"""Peers, places and neighbours by hand, at the edges: few alike, alone, tied, unknown."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures.stair import frame
from utils.measures.peers import (
    AgainstPeers,
    Peers,
    against_peers,
    neighbours,
    peers_of,
    places,
    rank_bands,
)
from utils.tables.declared import schemas

# Six ทต. in the North, five ทม. in the North and one in the South, one ทน. alone in its type.
LAOS = [
    *((f"T{at}", "ทต.", "North") for at in range(6)),
    *((f"M{at}", "ทม.", "North") for at in range(5)),
    ("M5", "ทม.", "South"),
    ("C0", "ทน.", "North"),
]
WHERE = pd.DataFrame(LAOS, columns=["lao_id", "lao_type", "region6"]).set_index("lao_id")


def test_peers_share_type_and_region() -> None:
    assert peers_of("T0", WHERE, WHERE.index) == Peers(
        lao_id="T0",
        lao_type="ทต.",
        region6="North",
        basis="type_and_region",
        members=("T1", "T2", "T3", "T4", "T5"),
    )


def test_four_in_the_region_are_too_few_and_the_type_is_taken_instead() -> None:
    peers = peers_of("M0", WHERE, WHERE.index)
    assert (peers.basis, peers.members) == ("type", ("M1", "M2", "M3", "M4", "M5"))
    lonely = peers_of("M5", WHERE, WHERE.index)
    assert (lonely.basis, lonely.members) == ("type", ("M0", "M1", "M2", "M3", "M4"))


def test_peers_come_from_those_that_have_something_to_compare() -> None:
    peers = peers_of("T0", WHERE, ["T1", "T2", "T3", "T4", "M0"])
    assert (peers.basis, peers.members) == ("type", ("T1", "T2", "T3", "T4"))
    # five in the region are enough even where the LAO itself has nothing
    peers = peers_of("T0", WHERE, ["T1", "T2", "T3", "T4", "T5"])
    assert peers.basis == "type_and_region"


def test_an_lao_alone_in_its_class_has_no_peer_and_no_median() -> None:
    alone = peers_of("C0", WHERE, WHERE.index)
    assert (alone.basis, alone.members) == ("type", ())
    values = pd.Series({"C0": 71.0, "T0": 60.0})
    assert against_peers(alone, values) == AgainstPeers(n=0, value=71.0)


def test_an_unknown_lao_is_refused() -> None:
    with pytest.raises(KeyError):
        peers_of("X", WHERE, WHERE.index)


def test_a_value_beside_the_middle_half_of_its_peers() -> None:
    peers = peers_of("T0", WHERE, WHERE.index)
    values = pd.Series({"T0": 90, "T1": 50, "T2": 60, "T3": 62, "T4": 70, "T5": 80, "M0": 0})
    assert against_peers(peers, values) == AgainstPeers(n=5, value=90, median=62, low=60, high=70)


def test_unknown_values_do_not_count_and_under_five_have_no_median() -> None:
    peers = peers_of("T0", WHERE, WHERE.index)
    values = pd.Series({"T0": None, "T1": 50, "T2": 60, "T3": None, "T4": 70}, dtype="Float64")
    assert against_peers(peers, values) == AgainstPeers(n=3)


def test_ties_share_a_band_and_the_unknown_have_no_place() -> None:
    totals = pd.Series({"A": 80, "B": 70, "C": None, "D": 70 + 1e-12, "E": 60}, dtype="Float64")
    table = rank_bands(totals)
    assert table["rank_low"].tolist() == [1, 2, pd.NA, 2, 4]
    assert table["rank_high"].tolist() == [1, 3, pd.NA, 3, 4]
    assert table["of"].tolist() == [4] * 5


def test_neighbours_are_of_the_same_type_nearest_first() -> None:
    totals = pd.Series(
        {"T0": 70, "T1": 71, "T2": 68, "T3": 72, "T4": None, "T5": 90, "M0": 70},
        dtype="Float64",
    )
    table = neighbours("T0", WHERE, totals, count=2)
    # T2 and T3 are as far from it: both are kept
    assert table["difference"].to_dict() == {"T1": 1, "T2": -2, "T3": 2}
    assert table.index.tolist() == ["T1", "T2", "T3"]
    assert table["total"].tolist() == [71, 68, 72]
    assert neighbours("T4", WHERE, totals).empty
    assert neighbours("C0", WHERE, pd.Series({"C0": 70.0})).empty


def test_the_last_row_of_the_register_gives_the_type() -> None:
    register = frame(
        schemas.MUNICIPALITIES,
        [
            {"lao_id": "A", "lao_type": "ทต.", "province_code": "50", "name_th": "ก"},
            {"lao_id": "A", "lao_type": "ทม.", "province_code": "50", "name_th": "ก"},
        ],
    )
    provinces = pd.DataFrame({"province_code": ["50"], "region4": ["North"], "region6": ["North"]})
    (row,) = places(register, provinces).reset_index().to_dict("records")
    assert row == {
        "lao_id": "A",
        "lao_type": "ทม.",
        "province_code": "50",
        "region4": "North",
        "region6": "North",
    }
