"""One city on the published list: what it holds of it, and how its peers stand there."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.measures.coverage import answerable
from utils.measures.record import Record
from utils.measures.rules import Question, within


@dataclass(frozen=True, kw_only=True)
class CityRecord:
    """What the list holds of one LAO; years are fiscal years, Buddhist era.

    `awards` : rows of the table `awards`, oldest first. `national_years`, `area_years`,
    `winner_years` : years with a national award, an area result, a national first prize.
    `excellent` : area results of ดีเยี่ยม. `rounds_since` : years with a listed round after its
    latest result, empty where it has none.
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


@dataclass(frozen=True, kw_only=True)
class Peers:
    """The other LAOs of the register with a city's present type and region.

    `others` : how many. `with_result` : those with a result inside the question's window, None
    where the list does not say.
    """

    lao_type: str
    region4: str
    others: int
    with_result: int | None


def city_record(record: Record, lao_id: str, fiscal_year_be: int) -> CityRecord:
    """Return what the list holds of one LAO up to a fiscal year.

    Returns
    -------
    CityRecord
        Up to the list's last year where `fiscal_year_be` lies after it.

    Notes
    -----
    Source: rows of the published list and the table of rounds. That a city is not on the list of
    a round says something of the list only: it may not have applied.
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


def peers_on_list(record: Record, register: pd.DataFrame, question: Question, lao_id: str) -> Peers:
    """Count the peers of an LAO, and those with a result inside the window.

    Parameters
    ----------
    record : Record
    register : DataFrame
        As the table `municipalities`, the present type of an LAO on its last row.
    question : Question
        Its window is used; which results count is not: every result does.
    lao_id : str

    Raises
    ------
    KeyError
        If the register does not hold the LAO.

    Notes
    -----
    Source: peers are of the same LAO type and region, a convention of the programme's readers.
    The register holds LAOs of the list, centre cities and pilots, not all of the country.
    """
    present = register.drop_duplicates("lao_id", keep="last").set_index("lao_id")
    regions = record.provinces.set_index("province_code")["region4"]
    region = present["province_code"].map(regions)
    alike = (present["lao_type"] == present["lao_type"][lao_id]) & (region == region[lao_id])
    others = present.index[alike & (present.index != lao_id)]
    seen = within(record.awards, question)["lao_id"]
    return Peers(
        lao_type=str(present["lao_type"][lao_id]),
        region4=str(region[lao_id]),
        others=len(others),
        with_result=int(others.isin(seen).sum()) if answerable(record, question) else None,
    )


def _years(rows: pd.DataFrame) -> tuple[int, ...]:
    return tuple(int(year) for year in rows["fiscal_year_be"].unique())


def _rounds_since(record: Record, known: pd.DataFrame, upto_be: int) -> tuple[int, ...]:
    if known.empty:
        return ()
    listed = record.rounds[record.rounds["status"] == "listed"]["fiscal_year_be"]
    later = listed[(listed > known["fiscal_year_be"].max()) & (listed <= upto_be)]
    return tuple(int(year) for year in sorted(later.unique()))
