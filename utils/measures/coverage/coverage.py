"""Coverage: how many provinces have an assessed or awarded city, by a counting rule."""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd

from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, qualifying, within

Status = Literal["counted", "older", "other", "none", "outside", "no_round", "no_data"]
UNKNOWN: tuple[Status, ...] = ("no_round", "no_data")
"""States in which nothing is counted because nothing is known: never zero."""
STATUSES: tuple[Status, ...] = get_args(Status)
BEST_RESULTS = ("good", "very_good", "excellent", "national")


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
        `status` : one of `STATUSES`, as the map shows it
            counted: a qualifying result inside the window. older: qualifying results, all of them
            before the window. other: results, none of which the rule counts. none: no row in the
            published list up to that year. outside: Bangkok, which is not in the target. no_round:
            the list has no round inside the window. no_data: the record does not reach the year.
        `counted` : boolean, missing for outside, no_round and no_data.
        `first_year_be`, `latest_year_be` : fiscal years of the first and latest result of any kind
        up to the question's year, missing where there is none.
        `municipalities` : number of distinct LAOs with a result of any kind up to that year;
        missing, never 0, where the record does not reach it.
        `best` : the highest result up to that year, one of `BEST_RESULTS`, missing where there is
        none; any national award ranks above every area result, as only cities rated ดีเยี่ยม may
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
    table["status"] = _status(record, question, table.index)
    counted = (table["status"] == "counted").astype("boolean")
    table["counted"] = counted.mask(table["status"].isin(["outside", *UNKNOWN]))
    return table


def answerable(record: Record, question: Question) -> bool:
    """Tell whether the record reaches the question's year and lists a round inside its window.

    Notes
    -----
    Source: a convention of the programme's readers: without a round no city could pass, so the
    answer is not known and is never shown as zero.
    """
    return record.covers(question.fiscal_year_be) and not within(record.awards, question).empty


def headline(states: pd.DataFrame) -> tuple[int | None, int]:
    """Return (provinces counted, provinces in the target) for rows of `by_province`, as (67, 76).

    The first is None where nothing is known: unknown is never zero.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560, which asks for 76 provinces; Bangkok is not a
    province and is not one of them.
    """
    in_target = states[states["status"] != "outside"]
    if in_target["counted"].isna().all():
        return None, len(in_target)
    return int(in_target["counted"].sum()), len(in_target)


def remaining(states: pd.DataFrame) -> list[str]:
    """Return the codes of the target's provinces that are not counted, in code order.

    Notes
    -----
    Source: as for `headline`. By convention of the programme's readers provinces are named and
    never ranked.
    """
    waiting = states["counted"].fillna(value=True)
    return sorted(states.index[~waiting.astype(bool)])


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


def _status(record: Record, question: Question, codes: pd.Index) -> pd.Series:
    status = pd.Series("none", index=codes, dtype="string")
    if record.covers(question.fiscal_year_be):
        upto = record.awards["fiscal_year_be"] <= question.fiscal_year_be
        rows = _qualifying(record, question)
        older = rows[rows["fiscal_year_be"] <= question.fiscal_year_be]
        status[codes.isin(record.awards.loc[upto, "province_code"])] = "other"
        status[codes.isin(older["province_code"])] = "older"
        status[codes.isin(within(rows, question)["province_code"])] = "counted"
        if not answerable(record, question):
            status[:] = "no_round"
    else:
        status[:] = "no_data"
    status[~codes.isin(_target_codes(record))] = "outside"
    return status
