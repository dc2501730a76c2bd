"""Provinces gained and lost between two states of coverage: two years, or two releases."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from utils.measures.coverage.record import Record

Turn = Literal["gained", "lost", "still", "still_not"]


def between(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """Compare two states of the same provinces.

    Parameters
    ----------
    before, now : DataFrame
        From `utils.measures.coverage.coverage.by_province`.

    Returns
    -------
    DataFrame, one row per province of the target known in both, indexed by province_code
        `before`, `now` : the status in each. `turn` : gained: counted now and not before; lost:
        counted before and not now; still: counted in both; still_not: in neither. Provinces whose
        status is unknown in either state are left out: unknown is never a loss.

    Notes
    -----
    Source: `measures.coverage.coverage.by_province`. A province that is no longer counted has its
    results before the window; no source says that a result expires.
    """
    known = before["counted"].notna() & now["counted"].reindex(before.index).notna()
    codes = before.index[known]
    was, is_now = (states.loc[codes, "counted"].astype(bool) for states in (before, now))
    turn = pd.Series("still", index=codes, dtype="string")
    turn[~was & ~is_now] = "still_not"
    turn[is_now & ~was] = "gained"
    turn[was & ~is_now] = "lost"
    return pd.DataFrame(
        {"before": before.loc[codes, "status"], "now": now.loc[codes, "status"], "turn": turn}
    )


def year_before(record: Record, fiscal_year_be: int) -> int | None:
    """Return the latest fiscal year with a result before a given one; None where there is none.

    Notes
    -----
    Source: the table `awards`; years without a result are not compared.
    """
    years = record.awards["fiscal_year_be"]
    earlier = years[years < fiscal_year_be]
    return None if earlier.empty else int(earlier.max())
