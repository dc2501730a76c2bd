"""Coverage: how many provinces have an assessed or awarded city, by a counting rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import pandas as pd

from utils.measures.coverage import rounds
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, qualifying, within

Status = Literal["counted", "not_known", "older", "other", "none", "outside", "no_round", "no_data"]
UNKNOWN: tuple[Status, ...] = ("no_round", "no_data")
"""States in which nothing is counted because no list is at hand: never zero."""
STATUSES: tuple[Status, ...] = get_args(Status)
OnRecord = Literal["counted", "older", "other", "none"]
"""What the rows at hand say of a province, whatever list is missing."""
WAITING: tuple[OnRecord, ...] = ("none", "older", "other")
BEST_RESULTS = ("good", "very_good", "excellent", "national")


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """How many provinces of the target a rule counts, between two bounds.

    `at_least` : provinces certainly counted; None where no list is at hand in the window, which is
    never zero. `not_known` : provinces that a list still missing, or not whole, may yet count.
    `total` : provinces of the target. `no_round` : no list is at hand because no round was held.

    Examples
    --------
    >>> Bounds(at_least=67, not_known=9, total=76).at_most
    76
    """

    at_least: int | None
    not_known: int
    total: int
    no_round: bool = False

    @property
    def at_most(self) -> int | None:
        """The provinces counted if every one that is not known were."""
        return None if self.at_least is None else self.at_least + self.not_known

    @property
    def exact(self) -> bool:
        """Whether the bounds meet: every list of the window is whole, or changes nothing."""
        return self.at_least is not None and self.not_known == 0


def counted_rows(record: Record, question: Question) -> pd.DataFrame:
    """Return the awards behind a coverage figure: qualifying, inside the window, in the target.

    Returns
    -------
    DataFrame
        Rows of `record.awards`; Bangkok is left out, as it is outside the 76-province target.
        Empty where the record does not reach the question's year.

    Notes
    -----
    Source: `measures.coverage.rules.qualifying` and `within`; the 76 provinces are those of the
    cabinet resolution of 10 October 2560.
    """
    rows = within(_qualifying(record, question), question)
    if not record.covers(question.fiscal_year_be):
        return rows.iloc[0:0]
    return rows[rows["province_code"].isin(_target_codes(record))]


def by_province(record: Record, question: Question) -> pd.DataFrame:
    """Return the state of every province under a question.

    Parameters
    ----------
    record : Record
    question : Question

    Returns
    -------
    DataFrame, one row per province, indexed by province_code
        `status` : what the map shows
            counted: a qualifying result inside the window; not_known: none at hand, and a list of
            the window is missing or not whole; older, other, none: as `on_record`, where every
            list of the window is whole; outside: Bangkok, not in the target; no_round: no round
            was held inside the window; no_data: no list of the window is at hand.
            `on_record` : what the rows at hand say, whatever is missing. counted; older:
            qualifying results, all before the window; other: results, none of which the rule
            counts; none: no row up to that year.
            `counted` : boolean, missing for not_known, outside, no_round and no_data.
            `first_year_be`, `latest_year_be` : fiscal years of the first and latest result of any
            kind up to the question's year, missing where there is none.
            `municipalities` : number of distinct LAOs with a result of any kind up to that
            year; missing, never 0, where the record does not reach it. `best` : the highest
            result up to that year, one of `BEST_RESULTS`, missing where there is none; any
            national award stands above every area result, as only cities rated ดีเยี่ยม may
            enter the national round.

    Notes
    -----
    Source: `measures.coverage.rules.qualifying` and `within`. By convention of the programme's
    readers an old result is called "older", never "expired".
    """
    known = record.covers(question.fiscal_year_be)
    last = question.fiscal_year_be if known else 0
    upto = record.awards[record.awards["fiscal_year_be"] <= last]
    rows = upto.groupby("province_code").agg(
        first_year_be=("fiscal_year_be", "min"),
        latest_year_be=("fiscal_year_be", "max"),
        municipalities=("lao_id", "nunique"),
    )
    table = rows.assign(best=best_result(upto, by="province_code")).reindex(
        record.provinces["province_code"]
    )
    if known:
        table["municipalities"] = table["municipalities"].astype("Int64").fillna(0)
    table["on_record"] = _on_record(record, question, table.index)
    table["status"] = _with_lists(record, question, table["on_record"])
    counted = (table["status"] == "counted").astype("boolean")
    table["counted"] = counted.mask(table["status"].isin(["not_known", "outside", *UNKNOWN]))
    return table


def statuses(record: Record, question: Question) -> pd.Series:
    """Return the column `status` of `by_province` alone, indexed by province_code.

    Notes
    -----
    Source: as for `by_province`.
    """
    codes = pd.Index(record.provinces["province_code"])
    return _with_lists(record, question, _on_record(record, question, codes))


def answerable(record: Record, question: Question) -> bool:
    """Tell whether a list, whole or in part, is at hand inside a question's window.

    Notes
    -----
    Source: a convention of the programme's readers: without a round no city could pass, so the
    answer is not known and is never shown as zero.
    """
    states = rounds.by_year(record.rounds, record.awards, question)["status"]
    return record.covers(question.fiscal_year_be) and bool(states.isin(rounds.LISTED).any())


def lists_are_whole(record: Record, question: Question) -> bool:
    """Tell whether every list inside a question's window is whole: whoever has no result has none.

    Notes
    -----
    Source: the table `rounds`.
    """
    states = rounds.by_year(record.rounds, record.awards, question)["status"]
    return bool(states.isin(rounds.CLOSED).all())


def headline(states: pd.DataFrame) -> Bounds:
    """Return how many provinces of the target are counted, of `by_province` rows.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560, which asks for 76 provinces; Bangkok is not
    a province and stands outside them. That a missing list leaves provinces not known, and never
    not counted, is this dashboard's own convention.
    """
    status = states.loc[states["status"] != "outside", "status"]
    if status.isin(UNKNOWN).all():
        no_round = bool((status == "no_round").all()) and len(status) > 0
        return Bounds(at_least=None, not_known=0, total=len(status), no_round=no_round)
    return Bounds(
        at_least=int((status == "counted").sum()),
        not_known=int((status == "not_known").sum()),
        total=len(status),
    )


def not_counted(states: pd.DataFrame) -> list[str]:
    """Return the codes of the target's provinces that are certainly not counted, in code order.

    Notes
    -----
    Source: as for `headline`. By convention of the programme's readers provinces are named and
    never ranked.
    """
    counted = states["counted"].fillna(value=True)
    return sorted(states.index[~counted.astype(bool)])


def not_known(states: pd.DataFrame) -> list[str]:
    """Return the codes of the provinces that a list not at hand may yet count, in code order.

    Notes
    -----
    Source: as for `headline`.
    """
    return sorted(states.index[states["status"] == "not_known"])


def waiting_states(states: pd.DataFrame) -> pd.DataFrame:
    """Return the provinces that are not counted, or not known to be, in code order.

    `states`: from `by_province`. Rows of it.

    Notes
    -----
    Source: as for `headline`.
    """
    return states[states["status"].isin(["not_known", *WAITING])].sort_index()


def by_record(states: pd.DataFrame) -> list[pd.DataFrame]:
    """Return rows of `waiting_states` in groups by what is on record of them, no group empty.

    Notes
    -----
    Source: as for `by_province`: those that are in no list come first, then those whose results
    are older, then those with results that the rule does not count.
    """
    groups = [states[states["on_record"] == code] for code in WAITING]
    return [group for group in groups if not group.empty]


def best_result(awards: pd.DataFrame, *, by: str) -> pd.Series:
    """Return the highest of `BEST_RESULTS` in every group of awards.

    `awards`: rows of the table `awards`; `by`: the column to group by. String Series.

    Notes
    -----
    Source: ดี, ดีมาก and ดีเยี่ยม are the programme's levels. Ranking a national award above them
    is this dashboard's own convention: only cities rated ดีเยี่ยม may enter the national round.
    """
    result = awards["prize_class"].where(awards["level"] == "area", "national")
    place = result.map({name: at for at, name in enumerate(BEST_RESULTS)})
    highest = place.groupby(awards[by]).max()
    return highest.map(dict(enumerate(BEST_RESULTS))).astype("string")


def _qualifying(record: Record, question: Question) -> pd.DataFrame:
    return qualifying(
        record.awards, question.rule, prizes=record.prizes, centre_cities=record.centre_cities
    )


def _target_codes(record: Record) -> pd.Series:
    codes: pd.Series = record.provinces.loc[record.provinces["in_target"], "province_code"]
    return codes


def _on_record(record: Record, question: Question, codes: pd.Index) -> pd.Series:
    known = pd.Series("none", index=codes, dtype="string")
    if not record.covers(question.fiscal_year_be):
        return known
    upto = record.awards["fiscal_year_be"] <= question.fiscal_year_be
    rows = _qualifying(record, question)
    older = rows[rows["fiscal_year_be"] <= question.fiscal_year_be]
    known[codes.isin(record.awards.loc[upto, "province_code"])] = "other"
    known[codes.isin(older["province_code"])] = "older"
    known[codes.isin(within(rows, question)["province_code"])] = "counted"
    return known


def _with_lists(record: Record, question: Question, on_record: pd.Series) -> pd.Series:
    """Return what may be said where lists are missing or not whole."""
    lists = rounds.by_year(record.rounds, record.awards, question)["status"]
    status = on_record.copy()
    if not record.covers(question.fiscal_year_be):
        status[:] = "no_data"
    elif not lists.isin(rounds.LISTED).any():
        status[:] = "no_round" if (lists == "no_round").all() else "no_data"
    elif not lists.isin(rounds.CLOSED).all():
        status[status != "counted"] = "not_known"
    status[~status.index.isin(_target_codes(record))] = "outside"
    return status
