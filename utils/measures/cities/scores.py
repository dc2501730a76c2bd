"""The scores of one LAO beside its peers': total, components, indicators and rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from utils.measures.peers import (
    MINIMUM_PEERS,
    AgainstPeers,
    Peers,
    against_peers,
    peers_of,
    rank_bands,
)
from utils.measures.scores.assessments import ScoreReading, edition_of, of_year


@dataclass(frozen=True, kw_only=True, eq=False)
class ScoreSheet:
    """The scores of one fiscal year, edition and assessor, in per cent, one row per LAO.

    `edition` : None where the year has no assessment. `totals` : missing where too few indicators
    are known. `parts` : as in `ScoreReading`. `components` : one column per component, missing
    where less than 80 % of its indicators are known. `indicators` : one column per indicator, its
    score as a percentage of the maximum.
    `where` : from `utils.measures.peers.places`.
    """

    edition: str | None
    totals: pd.Series
    parts: pd.DataFrame
    components: pd.DataFrame
    indicators: pd.DataFrame
    where: pd.DataFrame


class Known(NamedTuple):
    """How many indicators of a component have a known score, and how many it has."""

    known: int
    of: int


@dataclass(frozen=True, kw_only=True, eq=False)
class BesidePeers:
    """One LAO beside its peers that have a total.

    `components`, `indicators` : by number. `known` : how much is known of each component, by
    number; empty without an assessment. `place` : the first and last rank of the LAOs that tie with
    it, 1 for the highest total, among `of` LAOs (itself and its peers); None without a total or
    with fewer than five peers.
    """

    peers: Peers
    total: AgainstPeers
    components: Mapping[int, AgainstPeers]
    indicators: Mapping[int, AgainstPeers]
    known: Mapping[int, Known]
    place: tuple[int, int] | None
    of: int


class Distance(NamedTuple):
    """An indicator, and the LAO's percentage minus the peers' median, in percentage points."""

    indicator: int
    points: float


def latest_assessment(totals: pd.DataFrame, lao_id: str) -> tuple[int, str] | None:
    """Return the fiscal year and assessor of the latest assessment of an LAO that has a total.

    Parameters
    ----------
    totals : DataFrame
        From `utils.measures.scores.components.total_scores`.
    lao_id : str

    Returns
    -------
    tuple of int and str, or None
        Of several in one year that of the national level comes first, then the area's; None where
        no total is known.

    Notes
    -----
    Source: this dashboard's own convention: the latest year tells most, and an outside assessor
    more than the LAO itself.
    """
    own = totals[(totals["lao_id"] == lao_id) & totals["total"].notna()]
    if own.empty:
        return None
    years = own["fiscal_year_be"]
    given = set(own.loc[years == years.max(), "assessor"])
    return int(years.max()), next(one for one in _OUTSIDE_FIRST if one in given)


def score_sheet(reading: ScoreReading, fiscal_year_be: int, assessor: str) -> ScoreSheet:
    """Arrange the scores of one fiscal year and assessor as tables, for the edition of the year.

    Parameters
    ----------
    reading : ScoreReading
    fiscal_year_be : int
        Its edition is that of `utils.measures.scores.assessments.edition_of`.
    assessor : str
        self, area or national.

    Returns
    -------
    ScoreSheet

    Notes
    -----
    Source: `utils.measures.scores.components`; a component with less than 80 % of its indicators
    known is not compared, by this dashboard's own convention.
    """
    edition = edition_of(reading.totals, fiscal_year_be)
    totals, parts, known = (
        rows[rows["edition"] == edition]
        for frame in (reading.totals, reading.parts, reading.known)
        for rows in [of_year(frame, fiscal_year_be, assessor)]
    )
    shares = known.assign(percent=100 * known["score"] / known["max_score"])
    return ScoreSheet(
        edition=edition,
        totals=totals.set_index("lao_id")["total"],
        parts=parts,
        components=_wide(parts[parts["complete"]], "component"),
        indicators=_wide(shares, "indicator"),
        where=reading.where,
    )


def beside_peers(sheet: ScoreSheet, lao_id: str) -> BesidePeers:
    """Compare every score of an LAO with those of its peers.

    Parameters
    ----------
    sheet : ScoreSheet
    lao_id : str

    Returns
    -------
    BesidePeers

    Raises
    ------
    KeyError
        If the register has no such LAO.

    Notes
    -----
    Source: `utils.measures.peers`: the peers are chosen among the LAOs with a total, and are the
    same for all scores of an LAO; its rank is among itself and them.
    """
    totals = sheet.totals.dropna()
    peers = peers_of(lao_id, sheet.where, totals.index)
    group = totals[totals.index.isin([lao_id, *peers.members])]
    place = None
    if len(peers.members) >= MINIMUM_PEERS and lao_id in group.index:
        bands = rank_bands(group).astype(int)
        place = (int(bands["rank_low"][lao_id]), int(bands["rank_high"][lao_id]))
    return BesidePeers(
        peers=peers,
        total=against_peers(peers, totals),
        components=_each(peers, sheet.components),
        indicators=_each(peers, sheet.indicators),
        known=_known(sheet.parts, lao_id),
        place=place,
        of=len(group),
    )


def farthest(
    indicators: Mapping[int, AgainstPeers], *, above: bool, count: int = 3
) -> tuple[Distance, ...]:
    """Return the indicators in which an LAO is farthest above, or below, its peers' median.

    Parameters
    ----------
    indicators : mapping
        From `BesidePeers`.
    above : bool
        Whether to return those above the median, or those below it.
    count : int
        How many; those that tie with the last one are returned too.

    Returns
    -------
    tuple of Distance
        Farthest first, then by number, without indicators whose score is unknown, or known for
        fewer than five peers, or equal to the median.

    Notes
    -----
    Source: this dashboard's own convention; a median of fewer than five says too little.
    """
    sign = 1 if above else -1
    distances = [
        (number, round(sign * (beside.value - beside.median), 9))
        for number, beside in indicators.items()
        if beside.value is not None and beside.median is not None
    ]
    ordered = sorted(
        (distance for distance in distances if distance[1] > 0),
        key=lambda distance: (-distance[1], distance[0]),
    )
    least = ordered[count - 1][1] if len(ordered) > count else 0
    return tuple(Distance(number, sign * points) for number, points in ordered if points >= least)


_OUTSIDE_FIRST = ("national", "area", "self")


def _known(parts: pd.DataFrame, lao_id: str) -> dict[int, Known]:
    own = parts[parts["lao_id"] == lao_id]
    counts = zip(own["component"], own["known"], own["of"], strict=True)
    return {int(number): Known(int(known), int(of)) for number, known, of in counts}


def _wide(rows: pd.DataFrame, columns: str) -> pd.DataFrame:
    return rows.pivot_table(index="lao_id", columns=columns, values="percent").astype(float)


def _each(peers: Peers, wide: pd.DataFrame) -> dict[int, AgainstPeers]:
    """Return `against_peers` of every column; arrays take a tenth of the time of a series each."""
    own = wide.reindex([peers.lao_id]).to_numpy()[0]
    theirs = wide[wide.index.isin(peers.members)].to_numpy()
    return {
        int(number): AgainstPeers.of(None if np.isnan(value) else float(value), one[~np.isnan(one)])
        for number, value, one in zip(wide.columns, own, theirs.T, strict=True)
    }
