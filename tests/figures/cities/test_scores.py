"""Cities' scores as the component is given them: tenths, places in words, ties on one line."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.figures.cities import scores
from utils.figures.cities.scores import Scored
from utils.measures.cities.scores import BesidePeers, Known, ScoreSheet
from utils.measures.peers import AgainstPeers, Peers
from utils.words import Words

EN = Words("en")
CATALOGUE = pd.DataFrame({"component": [1, 1, 2], "indicator": [1, 2, 3]})


def scored(
    total: float | None,
    place: tuple[int, int] | None,
    *,
    peers: int = 5,
    known: tuple[int, int] | None = (14, 20),
    indicators: dict[int, AgainstPeers] | None = None,
) -> Scored:
    members = tuple(f"T{at}" for at in range(peers))
    return Scored(
        lao_id="A",
        name="Alpha",
        href="city?city=A",
        beside=BesidePeers(
            peers=Peers(
                lao_id="A",
                lao_type="ทม.",
                region6="North",
                basis="type_and_region",
                members=members,
            ),
            total=AgainstPeers(n=peers, value=total, median=60, low=50, high=66.66),
            components={1: AgainstPeers(n=3, value=61.25, median=60)},
            indicators=indicators or {},
            known={} if known is None else {1: Known(known[0], 14), 2: Known(known[1], 20)},
            place=place,
            of=peers + 1,
        ),
    )


def test_a_cell_holds_value_quartiles_and_number_in_tenths() -> None:
    [first, second, third] = scores.groups(
        [scored(61.25, (3, 4))], {1: "One", 2: "Two"}, CATALOGUE, {1: "1.", 2: "2.", 3: "3."}, EN
    )
    assert [row["name"] for row in first["rows"]] == ["Total", "One", "Two"]
    assert [row["cells"] for row in first["rows"]] == [
        [[613, 500, 600, 667, 5]],  # 61.25 is 61.3, as people round
        [[613, None, 600, None, 3]],
        [[None, None, None, None, 0]],
    ]
    assert [row["known"] for row in first["rows"]] == [["34/34"], ["14/14"], ["20/20"]]
    assert [row["number"] for row in (*second["rows"], *third["rows"])] == [1, 2, 3]


@pytest.mark.parametrize(
    ("city", "said"),
    [
        (scored(62, (3, 5), peers=20), "Rank 3–5 of 21 (with its peers)"),
        (scored(62, (3, 3)), "Rank 3 of 6 (with its peers)"),
        (scored(62, None, peers=0), "No rank: 0 peers with a total, fewer than 5"),
        (scored(None, None, known=(6, 14)), "No total and no rank: 20 of 34 indicators are known"),
        (
            scored(None, None, known=None),
            "No scores by this assessor in the chosen year, which is not zero",
        ),
    ],
)
def test_a_place_is_a_band_or_the_reason_why_there_is_none(city: Scored, said: str) -> None:
    assert scores.place(city, EN) == said


def test_indicators_equally_far_share_a_line_where_they_are_many() -> None:
    far = {
        number: AgainstPeers(n=5, value=value, median=60)
        for number, value in {1: 80, 2: 70, 3: 70, 4: 50, 24: 51, 25: 51, 26: 51}.items()
    }
    [shown] = scores.cities([scored(62, (1, 1), indicators=far)], EN)
    assert shown["above"] == [[1, 200], [2, 100], [3, 100]]
    assert shown["below"] == [[4, 100], ["24–26", 90]]
    assert (shown["told"], shown["none"]) == (True, "")
    [few] = scores.cities([scored(62, (1, 1), peers=4, indicators=far)], EN)
    assert (few["told"], few["none"]) == (False, EN("city_scores.few_peers", minimum=5))


def test_the_table_names_every_score_and_leaves_the_unknown_empty() -> None:
    result = scores.rows([scored(None, None)], {1: "One"}, {}, EN)
    assert result["Score"].tolist() == ["Total", "One"]
    assert result["The city (%)"].isna().tolist() == [True, False]
    assert result["Peers' lower quartile (%)"].isna().tolist() == [False, True]


def test_every_peer_is_named_with_its_scores_so_that_a_median_can_be_checked() -> None:
    one = scored(62, (1, 1), peers=2).beside
    sheet = ScoreSheet(
        edition="criteria_34",
        totals=pd.Series({"A": 62.04, "T0": 50.0, "T1": None, "Z": 1.0}),
        parts=pd.DataFrame(),
        components=pd.DataFrame({1: {"A": 60.0, "T0": 40.0}}),
        indicators=pd.DataFrame(),
        where=pd.DataFrame(),
    )
    names = {"T1": "Alpha", "T0": "Beta", "A": "Gamma"}
    result = scores.peers_in_scores([one], sheet, names, EN)
    assert result["Peers of"].tolist() == ["Gamma"] * 3
    assert result["LAO"].tolist() == ["Gamma", "Alpha", "Beta"]
    assert result["Total (%)"].tolist() == [62.0, pd.NA, 50.0]
    assert result["Component 1 (%)"].tolist() == [60.0, pd.NA, 40.0]
