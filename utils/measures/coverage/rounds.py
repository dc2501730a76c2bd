"""Assessment rounds by year and level: "no round" is not "no data", and neither means 0."""

from __future__ import annotations

from typing import Literal

import pandas as pd

RoundStatus = Literal["listed", "no_round", "list_missing", "no_data"]
SERIES_BREAK_YEAR_BE = 2561
"""The area level begins in this fiscal year; earlier years counted national awards only."""


def status_of(rounds: pd.DataFrame, fiscal_year_be: int, level: str) -> RoundStatus:
    """Return the state of one level's round in one fiscal year.

    Parameters
    ----------
    rounds : DataFrame
        As the table `rounds`, one row per (fiscal_year_be, level).
    fiscal_year_be : int
        Fiscal year, Buddhist era.
    level : str
        national or area.

    Returns
    -------
    RoundStatus
        listed: its results are in the published list. no_round: none took place. list_missing: it
        took place, but its list is not in the table of awards. no_data: nothing is known, as of any
        year that is not in `rounds`.

    Notes
    -----
    Source: the table `rounds`, where each row gives its basis. By convention of the programme's
    readers these are different states, and none of them is zero.
    """
    chosen = rounds[(rounds["fiscal_year_be"] == fiscal_year_be) & (rounds["level"] == level)]
    if chosen.empty:
        return "no_data"
    status: RoundStatus = chosen["status"].iloc[0]
    return status


def listed_years(rounds: pd.DataFrame, level: str) -> tuple[int, ...]:
    """Return the fiscal years with a round of one level in the published list, in order.

    `rounds`: as the table of that name. `level`: "national" or "area".

    Notes
    -----
    Source: the table `rounds`, which gives the reason for every state.
    """
    listed = rounds[(rounds["level"] == level) & (rounds["status"] == "listed")]
    return tuple(sorted(int(year) for year in listed["fiscal_year_be"]))


def begun(rounds: pd.DataFrame, level: str, upto_be: int) -> bool:
    """Tell whether the published list has a round of one level up to a fiscal year.

    Notes
    -----
    Source: as for `listed_years`. Before the first round a missing result means nothing.
    """
    return any(year <= upto_be for year in listed_years(rounds, level))
