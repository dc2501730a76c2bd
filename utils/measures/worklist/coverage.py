"""Items that the award list raises: provinces not counted, windows that end, lists still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd

from utils.measures.coverage import coverage, rounds
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import RULES, Question
from utils.measures.worklist import candidates
from utils.measures.worklist.item import Item


def items(record: Record, question: Question, merits: pd.DataFrame) -> tuple[Item, ...]:
    """Return what the award list asks of offices at the end of the question's year.

    Parameters
    ----------
    record : Record
    question : Question
    merits : DataFrame
        As in `measures.worklist.candidates.nearest`.

    Returns
    -------
    tuple of Item
        province_waiting: a province of the target that is not counted, or not known to be, with the
        LAOs nearest to bringing it in. centre_without_result: a provincial-centre city that rule
        (d) does not count, unless the question is asked by (d). window_ends: a counted province
        whose last result that counts is of the first year of the window, so that it leaves the
        window at the end of the year. list_open: a round inside the window whose list is missing or
        not whole; of no province.

    Notes
    -----
    Source: `measures.coverage.rules`; that these are what an office acts on is this dashboard's own
    convention.
    """
    if not record.covers(question.fiscal_year_be):
        return ()
    states = coverage.by_province(record, question)
    return (
        *_waiting(record, question, states, merits),
        *_centres(record, question),
        *_ending(record, question, states),
        *_open_lists(record, question),
    )


def _waiting(
    record: Record, question: Question, states: pd.DataFrame, merits: pd.DataFrame
) -> Iterator[Item]:
    laos = candidates.nearest(record, question, merits).groupby("province_code")["lao_id"]
    near = {str(code): tuple(ids) for code, ids in laos}
    listed = _awards_of(record, question.fiscal_year_be, "province_code")
    for row in coverage.waiting_states(states).reset_index().to_dict("records"):
        code = str(row["province_code"])
        yield Item(
            rule="province_waiting",
            fiscal_year_be=question.fiscal_year_be,
            province_code=code,
            about=question.rule,
            facts=(("status", row["status"]), ("on_record", row["on_record"])),
            rows=_rows(listed.get(code, ())),
            laos=near.get(code, ()),
        )


def _centres(record: Record, question: Question) -> Iterator[Item]:
    if question.rule == "d":
        return
    by_centre = replace(question, rule="d")
    states = coverage.waiting_states(coverage.by_province(record, by_centre))
    centres = record.centre_cities.set_index("province_code")["lao_id"]
    listed = _awards_of(record, question.fiscal_year_be, "lao_id")
    status = states["status"].to_dict()
    for code, lao in centres.reindex(states.index).dropna().items():
        yield Item(
            rule="centre_without_result",
            fiscal_year_be=question.fiscal_year_be,
            province_code=str(code),
            lao_id=str(lao),
            facts=(("status", status[code]),),
            rows=_rows(listed.get(str(lao), ())),
        )


def _ending(record: Record, question: Question, states: pd.DataFrame) -> Iterator[Item]:
    first = question.first_year_be
    if first is None or not RULES[question.rule].windowed:
        return
    counted = coverage.counted_rows(record, question)
    last = counted.groupby("province_code")["fiscal_year_be"].max()
    ending = set(last.index[last == first]) & set(states.index[states["status"] == "counted"])
    for code in sorted(ending):
        own = counted[counted["province_code"] == code]
        yield Item(
            rule="window_ends",
            fiscal_year_be=question.fiscal_year_be,
            province_code=code,
            about=question.rule,
            facts=(("first", first),),
            rows=_rows(own.sort_values("fiscal_year_be", kind="stable")["award_id"]),
            laos=tuple(sorted(own["lao_id"].unique())),
        )


def _open_lists(record: Record, question: Question) -> Iterator[Item]:
    states = rounds.still_open(rounds.by_year(record.rounds, record.awards, question))
    for row in states.reset_index().to_dict("records"):
        year, level = int(row["fiscal_year_be"]), str(row["level"])
        yield Item(
            rule="list_open",
            fiscal_year_be=year,
            about=level,
            facts=(("level", level), ("status", row["status"])),
            rows=(("rounds", (year, level)),),
        )


def _awards_of(record: Record, fiscal_year_be: int, by: str) -> dict[str, list[str]]:
    """Return the identifiers of the awards up to a year, the latest first, by a column."""
    upto = record.awards[record.awards["fiscal_year_be"] <= fiscal_year_be]
    ordered = upto.sort_values("fiscal_year_be", ascending=False, kind="stable")
    found: dict[str, list[str]] = {}
    for key, award in zip(ordered[by], ordered["award_id"], strict=True):
        found.setdefault(str(key), []).append(str(award))
    return found


def _rows(awards: Iterable[str]) -> tuple[tuple[str, tuple[str | int, ...]], ...]:
    return tuple(("awards", (str(award),)) for award in awards)
