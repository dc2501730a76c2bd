"""Provinces gained and lost between two states of coverage: two years, or two releases."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from utils.measures.coverage.coverage import UNKNOWN
from utils.measures.coverage.record import Record

Turn = Literal["gained", "left_window", "not_known", "still", "still_not"]
TURNED: tuple[Turn, ...] = ("gained", "left_window", "not_known")
"""The turns of provinces that are not as they were."""


def between(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Compare two states of the same provinces.

    Parameters
    ----------
    before, now : DataFrame
        From `utils.measures.coverage.coverage.by_province`.

    Returns
    -------
    DataFrame, one row per province of the target, indexed by province_code
        `before`, `now` : the state in each. `turn` : gained: counted now, and not, or not known to
        be, before; left_window: counted before, and certainly not now, as its last result lies
        before the window; not_known: counted before, and a list not at hand may count it still;
        still: counted in both; still_not: counted in neither. Without a row where no list is at
        hand in either state.

    Notes
    -----
    Source: `measures.coverage.coverage.by_province`. No source gives a result an expiry, and a
    list that is missing takes nothing from a province.
    """
    target = before.index[
        ~before["status"].isin(["outside", *UNKNOWN])
        & ~now["status"].reindex(before.index).isin(["outside", *UNKNOWN])
    ]
    was, is_now = before.loc[target, "status"], now.loc[target, "status"]
    turn = pd.Series("still_not", index=target, dtype="string")
    turn[is_now == "counted"] = "gained"
    turn[was == "counted"] = "left_window"
    turn[(was == "counted") & (is_now == "not_known")] = "not_known"
    turn[(was == "counted") & (is_now == "counted")] = "still"
    return pd.DataFrame({"before": was, "now": is_now, "turn": turn})


def year_before(record: Record, fiscal_year_be: int) -> int | None:
    """Return the latest fiscal year with a result before a given one; None where there is none.

    Notes
    -----
    Source: the table `awards`; years without a result are not compared.
    """
    years = record.awards["fiscal_year_be"]
    earlier = years[years < fiscal_year_be]
    return None if earlier.empty else int(earlier.max())
