"""What is known of the rounds of assessment: which lists are complete, and which are still open."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from utils.measures.coverage.rules import Question

RoundStatus = Literal["complete", "partial", "list_missing", "no_round", "not_known"]
LISTED: tuple[RoundStatus, ...] = ("complete", "partial")
"""States of a round of which the tables hold a list, whole or in part."""
CLOSED: tuple[RoundStatus, ...] = ("complete", "no_round")
"""States of a round to which no further result can come."""
LEVELS = ("national", "area")
SERIES_BREAK_YEAR_BE = 2561
"""The area level begins in this fiscal year; earlier years counted national awards only."""

_FORMER = {"listed": "complete", "no_data": "not_known"}
"""What releases of earlier versions call two of these states."""


def by_year(rounds: pd.DataFrame, awards: pd.DataFrame, question: Question) -> pd.DataFrame:
    """Return the state of every round inside a question's window.

    Parameters
    ----------
    rounds : DataFrame
        As the table `rounds`, one row per (fiscal_year_be, level).
    awards : DataFrame
        As the table `awards`.
    question : Question

    Returns
    -------
    DataFrame, one row per (fiscal_year_be, level), in order
        `status` : a `RoundStatus`. complete: the whole list is in the tables. partial: some of its
        results are. list_missing: the round was held, and none of them is. no_round: none was
        held, also before the first year of `rounds`. not_known: nothing is known, also where
        `rounds` has no row. A round that has results in `awards` and is called none of the first
        two is partial. `results` : rows of `awards`.

    Notes
    -----
    Source: the table `rounds`, each row with its source. That these are different states, and none
    of them zero, is a convention of the programme's readers.
    """
    stated = rounds.assign(status=_stated(rounds)).set_index(["fiscal_year_be", "level"])["status"]
    known_from = int(rounds["fiscal_year_be"].min())
    first = known_from if question.first_year_be is None else question.first_year_be
    years = range(min(first, question.fiscal_year_be), question.fiscal_year_be + 1)
    index = pd.MultiIndex.from_product([years, LEVELS], names=["fiscal_year_be", "level"])
    status = stated.reindex(index).astype("string").fillna("not_known")
    status[index.get_level_values("fiscal_year_be") < known_from] = "no_round"
    results = awards.groupby(["fiscal_year_be", "level"]).size().reindex(index, fill_value=0)
    status[(results > 0) & ~status.isin(LISTED)] = "partial"
    return pd.DataFrame({"status": status, "results": results.astype("Int64")})


def listed_years(rounds: pd.DataFrame, level: str) -> tuple[int, ...]:
    """Return the fiscal years whose round of one level has a list, whole or in part, in order.

    `rounds`: as the table of that name. `level`: one of `LEVELS`.

    Notes
    -----
    Source: the table `rounds`, each row with its source.
    """
    listed = rounds[(rounds["level"] == level) & _stated(rounds).isin(LISTED)]
    return tuple(sorted(int(year) for year in listed["fiscal_year_be"]))


def still_open(states: pd.DataFrame) -> pd.DataFrame:
    """Return the rounds of which a list is missing or not whole.

    `states`: from `by_year`. Rows of it in which further results may come.

    Notes
    -----
    Source: as for `by_year`.
    """
    return states[~states["status"].isin(CLOSED)]


def first_open_year(rounds: pd.DataFrame, awards: pd.DataFrame, question: Question) -> int | None:
    """Return the first fiscal year inside a question's window with a list missing or not whole.

    `rounds`, `awards`: as for `by_year`. None where every list is whole.

    Notes
    -----
    Source: as for `by_year`. What is cumulated over such a year is at least so much.
    """
    years = still_open(by_year(rounds, awards, question)).index.get_level_values("fiscal_year_be")
    return None if years.empty else int(years.min())


def unstated(rounds: pd.DataFrame, awards: pd.DataFrame) -> list[tuple[int, str]]:
    """Return the rounds with results of which `rounds` does not say that a list is at hand.

    `rounds`, `awards`: as for `by_year`. Pairs of fiscal year and level, in order.

    Notes
    -----
    Source: this dashboard's own convention: whether a list is whole is stated together with it.
    """
    listed = rounds[_stated(rounds).isin(LISTED)]
    stated = set(zip(listed["fiscal_year_be"].astype(int), listed["level"], strict=True))
    held = zip(awards["fiscal_year_be"].astype(int), awards["level"], strict=True)
    return sorted(set(held) - stated)


def last_complete_year(rounds: pd.DataFrame) -> int | None:
    """Return the last fiscal year with at least one complete list; None where there is none.

    Notes
    -----
    Source: this dashboard's own convention: pages open on the last year that has a whole list; a
    later year of which only a part is known can be chosen.
    """
    years = rounds.loc[_stated(rounds) == "complete", "fiscal_year_be"]
    return None if years.empty else int(years.max())


def later_years(rounds: pd.DataFrame, awards: pd.DataFrame, fiscal_year_be: int) -> dict[int, bool]:
    """Return the fiscal years after one that have results, each with whether its lists are whole.

    `rounds`: as the table of that name. `awards`: rows of the table `awards`, of the country, a
    province or an LAO. `fiscal_year_be`: Buddhist era.

    Notes
    -----
    Source: as for `by_year`. A year is whole where both levels are complete, or had no round.
    """
    years = sorted(int(year) for year in awards["fiscal_year_be"].unique() if year > fiscal_year_be)
    closed = rounds[_stated(rounds).isin(CLOSED)].groupby("fiscal_year_be")["level"].nunique()
    return {year: closed.get(year, 0) == len(LEVELS) for year in years}


def begun(rounds: pd.DataFrame, level: str, upto_be: int) -> bool:
    """Return whether the tables hold a list of a level up to a fiscal year.

    Notes
    -----
    Source: as for `listed_years`. Before the first round a missing result means nothing.
    """
    return any(year <= upto_be for year in listed_years(rounds, level))


def _stated(rounds: pd.DataFrame) -> pd.Series:
    return rounds["status"].replace(_FORMER)
