"""Scores beside peers' by hand: the middle half, tied places, no place below completeness."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import REVISED, Scores, assessed, same
from utils.measures.cities.scores import (
    Distance,
    ScoreSheet,
    beside_peers,
    farthest,
    latest_assessment,
    score_sheet,
)
from utils.measures.peers import AgainstPeers
from utils.measures.scores.assessments import ScoreReading

LAOS = [*((f"T{at}", "ทต.", "North") for at in range(6)), ("C0", "ทน.", "North")]
WHERE = pd.DataFrame(LAOS, columns=["lao_id", "lao_type", "region6"]).set_index("lao_id")
# Of 30 points each: 15 are 50 per cent; indicator 10 has 20, so that 15 would be 75.
FIVES: dict[int, float | None] = {**same(15, range(1, 10)), 10: 10}


def scored(points: float) -> dict[int, float | None]:
    """Return a total of `points` per cent, the same on every indicator."""
    return {**same(0.3 * points, range(1, 10)), 10: 0.2 * points}


def sheet(**laos: Scores) -> ScoreSheet:
    rows = [assessed(lao, scores) for lao, scores in laos.items()]
    reading = ScoreReading(
        lpa=scoring.lpa(),
        known=scoring.known(*rows),
        parts=scoring.parts(*rows),
        totals=scoring.totals(*rows),
        where=WHERE,
    )
    return score_sheet(reading, 2562, "self")


def numbers(compared: AgainstPeers) -> tuple[float | None, ...]:
    """Return n, the value, and the peers' lower quartile, median and upper quartile."""
    all_five = (compared.n, compared.value, compared.low, compared.median, compared.high)
    return tuple(None if one is None else round(one, 9) for one in all_five)


PEERS: dict[str, Scores] = {
    f"T{at}": scored(points) for at, points in enumerate((40, 60, 62, 70, 80), start=1)
}


def test_every_score_stands_beside_the_middle_half_of_the_peers() -> None:
    beside = beside_peers(sheet(T0=FIVES, C0=scored(99), **PEERS), "T0")
    assert beside.peers.members == ("T1", "T2", "T3", "T4", "T5")
    assert numbers(beside.total) == (5, 50, 60, 62, 70)
    assert set(beside.components) == {1, 2}
    assert set(beside.indicators) == set(range(1, 11))
    others = (*beside.components.values(), *beside.indicators.values())
    assert {numbers(one) for one in others} == {(5, 50, 60, 62, 70)}
    assert (beside.place, beside.of) == ((5, 5), 6)


def test_tied_totals_share_a_band_of_places() -> None:
    beside = beside_peers(sheet(T0=scored(62), **PEERS), "T0")
    assert (beside.place, beside.of) == ((3, 4), 6)


def test_below_completeness_there_is_no_total_and_no_place_but_what_is_known_is_compared() -> None:
    # Three of five indicators of component 2: 60 per cent are known, under 80.
    beside = beside_peers(sheet(T0=same(15, range(1, 9)), **PEERS), "T0")
    assert (beside.total.value, beside.place, beside.of) == (None, None, 5)
    assert beside.components[1].value == pytest.approx(50)
    assert beside.components[2].value is None
    assert beside.indicators[8].value == pytest.approx(50)
    assert beside.indicators[9].value is None
    assert beside.indicators[9].median == pytest.approx(62)
    assert beside.known == {1: (5, 5), 2: (3, 5)}


def test_peers_without_a_total_are_nobodys_peers() -> None:
    beside = beside_peers(sheet(T0=FIVES, **PEERS | {"T5": same(30, range(1, 9))}), "T0")
    assert beside.peers.members == ("T1", "T2", "T3", "T4")
    # four are too few for a median and for a place
    assert numbers(beside.indicators[1]) == (4, 50, None, None, None)
    assert (beside.place, beside.of) == (None, 5)


def test_alone_in_its_class_it_has_no_median_and_no_place() -> None:
    beside = beside_peers(sheet(C0=FIVES, **PEERS), "C0")
    assert numbers(beside.total) == (0, 50, None, None, None)
    assert (beside.place, beside.of) == (None, 1)


def test_a_year_without_assessments_compares_nobody() -> None:
    rows = assessed("T0", FIVES)
    reading = ScoreReading(
        lpa=scoring.lpa(),
        known=scoring.known(rows),
        parts=scoring.parts(rows),
        totals=scoring.totals(rows),
        where=WHERE,
    )
    empty = score_sheet(reading, 2560, "self")
    beside = beside_peers(empty, "T0")
    assert (empty.edition, beside.total, beside.place) == (None, AgainstPeers(n=0), None)
    assert (beside.components, beside.indicators, beside.known) == ({}, {}, {})
    assert beside_peers(score_sheet(reading, 2562, "area"), "T0").total == AgainstPeers(n=0)


def test_the_edition_of_most_assessments_of_the_year_is_compared() -> None:
    rows = [*(assessed(lao, scores) for lao, scores in PEERS.items())]
    rows.append(assessed("T0", scored(90), edition=REVISED))
    reading = ScoreReading(
        lpa=scoring.lpa(),
        known=scoring.known(*rows),
        parts=scoring.parts(*rows),
        totals=scoring.totals(*rows),
        where=WHERE,
    )
    result = score_sheet(reading, 2562, "self")
    assert result.edition == scoring.EDITION
    assert "T0" not in result.totals.index


def against(*pairs: tuple[float | None, float | None]) -> dict[int, AgainstPeers]:
    return {
        number: AgainstPeers(n=5, value=value, median=median)
        for number, (value, median) in enumerate(pairs, start=1)
    }


def test_the_farthest_above_and_below_come_first_and_ties_are_kept() -> None:
    result = against((70, 60), (90, 60), (65, 60), (80, 70), (60, 60), (40, 60), (50, 60))
    assert farthest(result, above=True, count=2) == (
        Distance(2, 30),
        Distance(1, 10),
        Distance(4, 10),
    )
    assert farthest(result, above=False) == (Distance(6, -20), Distance(7, -10))


def test_unknown_scores_and_those_without_a_median_tell_no_distance() -> None:
    assert farthest(against((None, 60), (70, None)), above=True) == ()


def test_the_latest_assessment_is_of_the_last_year_with_a_total_and_from_outside() -> None:
    totals = pd.DataFrame(
        [
            ("T0", 2561, "area", 80.0),
            ("T0", 2562, "self", 90.0),
            ("T0", 2562, "area", 70.0),
            ("T0", 2563, "self", None),
            ("T1", 2563, "self", None),
        ],
        columns=["lao_id", "fiscal_year_be", "assessor", "total"],
    )
    # of 2563 too little is known for a total
    assert latest_assessment(totals, "T0") == (2562, "area")
    assert latest_assessment(totals, "T1") is None
