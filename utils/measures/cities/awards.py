"""One city on the published list: its awards and area results, and those of its peers."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.measures.coverage.coverage import answerable, lists_are_whole
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, within
from utils.measures.peers import AgainstPeers, Peers, against_peers, peers_of


@dataclass(frozen=True, kw_only=True)
class CityRecord:
    """What the published list says of one LAO; years are fiscal years, Buddhist era.

    `awards` : rows of the table `awards`, oldest first. `national_years`, `area_years`,
    `winner_years` : years with a national award, an area result, a national first prize.
    `excellent` : area results of ดีเยี่ยม. `rounds_since` : years with a listed round after its
    latest result; empty where it has no result.
    """

    awards: pd.DataFrame
    national_years: tuple[int, ...]
    area_years: tuple[int, ...]
    winner_years: tuple[int, ...]
    excellent: int
    rounds_since: tuple[int, ...]

    @property
    def national(self) -> int:
        """Return the number of national awards."""
        return int((self.awards["level"] == "national").sum())

    @property
    def area(self) -> int:
        """Return the number of area results."""
        return len(self.awards) - self.national


@dataclass(frozen=True, kw_only=True, eq=False)
class PeersOnList:
    """The peers of one LAO in the register, and how many of them are on the list.

    `with_result` : those with a result at hand inside the question's window, None where no list is
    at hand. `whole` : whether every list of the window is whole, so that there are no more.
    `results` : the LAO's number of results at hand beside theirs, of nobody likewise. `each` : that
    number of every LAO of the register, by lao_id; empty where no list is at hand.
    """

    peers: Peers
    with_result: int | None
    whole: bool
    results: AgainstPeers
    each: pd.Series


def city_record(record: Record, lao_id: str, fiscal_year_be: int) -> CityRecord:
    """Return what the published list says of one LAO up to a fiscal year.

    Returns
    -------
    CityRecord
        Up to the last year of the list where `fiscal_year_be` is later.

    Notes
    -----
    Source: rows of the published list and the table of rounds. That a city is not listed in a round
    does not mean that it failed: it may not have applied.
    """
    awards = record.awards
    known = awards[(awards["lao_id"] == lao_id) & (awards["fiscal_year_be"] <= fiscal_year_be)]
    known = known.sort_values("fiscal_year_be", kind="stable")
    national, area = known[known["level"] == "national"], known[known["level"] == "area"]
    return CityRecord(
        awards=known,
        national_years=_years(national),
        area_years=_years(area),
        winner_years=_years(national[national["prize_class"] == "winner"]),
        excellent=int((area["prize_class"] == "excellent").sum()),
        rounds_since=_rounds_since(record, known, fiscal_year_be),
    )


def peers_on_list(
    record: Record, where: pd.DataFrame, question: Question, lao_id: str
) -> PeersOnList:
    """Count the peers of an LAO that have a result inside the window.

    Parameters
    ----------
    record : Record
    where : DataFrame
        From `utils.measures.peers.places`, of the whole register.
    question : Question
        Only its window is used: every result counts, whatever the rule.
    lao_id : str

    Raises
    ------
    KeyError
        If `where` lacks the LAO.

    Notes
    -----
    Source: peers by `utils.measures.peers.peers_of`, among the LAOs of the register. It has those
    of the list, centre cities and pilots, not all of the country.
    """
    peers = peers_of(lao_id, where, where.index)
    if not answerable(record, question):
        nothing = pd.Series(dtype="Int64")
        return PeersOnList(
            peers=peers, with_result=None, whole=False, results=AgainstPeers(n=0), each=nothing
        )
    counts = within(record.awards, question)["lao_id"].value_counts()
    each = counts.reindex(where.index, fill_value=0).astype("Int64")
    return PeersOnList(
        peers=peers,
        with_result=int((each[list(peers.members)] > 0).sum()),
        whole=lists_are_whole(record, question),
        results=against_peers(peers, each),
        each=each,
    )


def _years(rows: pd.DataFrame) -> tuple[int, ...]:
    return tuple(int(year) for year in rows["fiscal_year_be"].unique())


def _rounds_since(record: Record, known: pd.DataFrame, upto_be: int) -> tuple[int, ...]:
    if known.empty:
        return ()
    listed = record.rounds[record.rounds["status"] == "complete"]["fiscal_year_be"]
    later = listed[(listed > known["fiscal_year_be"].max()) & (listed <= upto_be)]
    return tuple(int(year) for year in sorted(later.unique()))
