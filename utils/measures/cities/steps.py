"""One LAO on the staircase: its latest known step, and the steps of its peers in that year."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.measures.peers import AgainstPeers, Peers, against_peers, peers_of


@dataclass(frozen=True, kw_only=True)
class StepBesidePeers:
    """The latest known step of an LAO beside its peers'.

    `fiscal_year_be` : the year of that step. `since_be` : the year since which the LAO is on it, or
    an earlier one where `since_known` is false. `peers` : those whose step of that year is known.
    `level` : its level, 1 to 4, beside theirs.
    """

    fiscal_year_be: int
    step: str
    since_be: int
    since_known: bool
    peers: Peers
    level: AgainstPeers


def step_beside_peers(
    years: pd.DataFrame, where: pd.DataFrame, lao_id: str
) -> StepBesidePeers | None:
    """Compare the latest known step of an LAO with the steps of its peers in the same year.

    Parameters
    ----------
    years : DataFrame
        From `utils.measures.staircase.step_years.step_years`.
    where : DataFrame
        From `utils.measures.peers.places`, of the register of the same table.
    lao_id : str

    Returns
    -------
    StepBesidePeers or None
        None where no step of the LAO is known in any year.

    Raises
    ------
    KeyError
        If the LAO has a known step and `where` lacks it.

    Notes
    -----
    Source: peers by `utils.measures.peers.peers_of`; steps of the fast track are compared by their
    level (table `step_levels`).
    """
    known = years.dropna(subset="level")
    own = known[known["lao_id"] == lao_id]
    if own.empty:
        return None
    latest = own.sort_values("fiscal_year_be").iloc[-1].to_dict()
    then = known[known["fiscal_year_be"] == latest["fiscal_year_be"]]
    levels = then.set_index("lao_id")["level"]
    peers = peers_of(lao_id, where, levels.index)
    return StepBesidePeers(
        fiscal_year_be=int(latest["fiscal_year_be"]),
        step=str(latest["step"]),
        since_be=int(latest["step_since_be"]),
        since_known=bool(latest["since_known"]),
        peers=peers,
        level=against_peers(peers, levels),
    )
