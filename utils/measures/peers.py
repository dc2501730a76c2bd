"""Whom an LAO is compared with: its peers, its rank among LAOs, and those nearest in score."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

MINIMUM_PEERS = 5
"""Fewer values give neither a median nor quartiles: one of them would be the answer."""
Basis = Literal["type_and_region", "type"]


@dataclass(frozen=True, kw_only=True)
class Peers:
    """The peers of one LAO, without itself, and what they have in common with it.

    `basis` : type_and_region, or type where fewer than five share both. `members` : their ids,
    sorted.
    """

    lao_id: str
    lao_type: str
    region6: str
    basis: Basis
    members: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AgainstPeers:
    """One value of an LAO beside its peers'.

    `value` : its own, None where unknown. `n` : peers whose value is known. `median` : theirs;
    `low`, `high` : bounds of the middle half (lower and upper quartile). All three are None where n
    is under five.
    """

    n: int
    value: float | None = None
    median: float | None = None
    low: float | None = None
    high: float | None = None

    @classmethod
    def of(cls, value: float | None, theirs: np.ndarray) -> AgainstPeers:
        """Compare a value with the known values of peers; quartiles by linear interpolation."""
        if len(theirs) < MINIMUM_PEERS:
            return cls(n=len(theirs), value=value)
        # All three at once: a series asked for each is ten times as slow.
        low, median, high = (float(at) for at in np.percentile(theirs, (25, 50, 75)))
        return cls(n=len(theirs), value=value, median=median, low=low, high=high)


def places(register: pd.DataFrame, provinces: pd.DataFrame) -> pd.DataFrame:
    """Return the type and place of every LAO of a register.

    `register`, `provinces` : as the tables `municipalities` and `provinces`. Returns a DataFrame
    indexed by lao_id with `lao_type`, `province_code`, `region4`, `region6`, from the last row of
    each LAO.

    Notes
    -----
    Source: the tables `municipalities` and `provinces`.
    """
    last = register.drop_duplicates("lao_id", keep="last").set_index("lao_id")
    where = provinces.set_index("province_code")[["region4", "region6"]]
    return last[["lao_type", "province_code"]].join(where, on="province_code")


def peers_of(lao_id: str, where: pd.DataFrame, among: Collection[str]) -> Peers:
    """Choose the peers of an LAO.

    Parameters
    ----------
    lao_id : str
    where : DataFrame
        From `places`.
    among : collection of str
        Ids of the LAOs that can be compared: those with a known total of the same year, edition and
        assessor, for example.

    Returns
    -------
    Peers
        LAOs of the same type in the same one of the six regions; where there are fewer than five,
        LAOs of the same type in the whole country. No members for an LAO that is alone of its type.

    Raises
    ------
    KeyError
        If `where` has no such LAO.

    Notes
    -----
    Source: this dashboard's own convention: the criteria differ by type, and conditions by region.
    """
    own = where.loc[lao_id]
    others = where[where.index.isin(list(among)) & (where.index != lao_id)]
    alike = others[(others["lao_type"] == own["lao_type"]).fillna(value=False)]
    near = alike[(alike["region6"] == own["region6"]).fillna(value=False)]
    enough = len(near) >= MINIMUM_PEERS
    return Peers(
        lao_id=lao_id,
        lao_type=str(own["lao_type"]),
        region6=str(own["region6"]),
        basis="type_and_region" if enough else "type",
        members=tuple(sorted((near if enough else alike).index)),
    )


def against_peers(peers: Peers, values: pd.Series) -> AgainstPeers:
    """Compare one value of an LAO with those of its peers.

    Parameters
    ----------
    peers : Peers
    values : Series of float, indexed by lao_id
        A total, a component's or an indicator's score; missing where unknown.

    Returns
    -------
    AgainstPeers

    Notes
    -----
    Source: this dashboard's own convention; quartiles by linear interpolation.
    """
    known = values.dropna().astype(float)
    value = float(known[peers.lao_id]) if peers.lao_id in known.index else None
    return AgainstPeers.of(value, known[known.index.isin(peers.members)].to_numpy())


def rank_bands(totals: pd.Series) -> pd.DataFrame:
    """Return the rank of every LAO by its total, as a band of ranks where LAOs tie.

    Parameters
    ----------
    totals : Series of float, indexed by lao_id
        Per cent; missing where too few indicators are known.

    Returns
    -------
    DataFrame, indexed as `totals`
        `rank_low`, `rank_high` : the first and last rank of its band, 1 for the highest total;
        missing where the total is; `of` : LAOs with a total. Totals of 90, 80 and 80 have the bands
        1–1, 2–3 and 2–3 of 3.

    Notes
    -----
    Source: this dashboard's own convention: no rank without a total, and ties share a band.
    """
    total = totals.astype(float).round(9)
    ranks = {f"rank_{end}": total.rank(ascending=False, method=method) for end, method in _ENDS}
    return pd.DataFrame(ranks).astype("Int64").assign(of=int(total.count()))


_ENDS: tuple[tuple[str, Literal["min", "max"]], ...] = (("low", "min"), ("high", "max"))


def neighbours(lao_id: str, where: pd.DataFrame, totals: pd.Series, count: int = 5) -> pd.DataFrame:
    """Return the LAOs of the same type whose totals are nearest.

    Parameters
    ----------
    lao_id : str
    where : DataFrame
        From `places`.
    totals : Series of float, indexed by lao_id
        Per cent; missing where too few indicators are known.
    count : int
        How many; those that tie with the last one are returned too.

    Returns
    -------
    DataFrame, indexed by lao_id, nearest first, then by lao_id
        `total`; `difference` : their total minus its own, percentage points. Empty where its own
        total is unknown.

    Raises
    ------
    KeyError
        If `where` has no such LAO.

    Notes
    -----
    Source: this dashboard's own convention.
    """
    alike = where.index[(where["lao_type"] == where.loc[lao_id, "lao_type"]).fillna(value=False)]
    known = totals.dropna().astype(float)
    table = known[known.index.isin(alike)].rename("total").to_frame()
    if lao_id not in table.index:
        return table.iloc[0:0].assign(difference=table["total"].iloc[0:0])
    difference = (table["total"] - float(known[lao_id])).round(9)
    table = table.assign(difference=difference).drop(index=lao_id)
    distance = table["difference"].abs()
    near = table.assign(distance=distance)[distance.rank(method="min") <= count]
    near = near.rename_axis("lao_id").sort_values(["distance", "lao_id"])
    return near.drop(columns="distance")
