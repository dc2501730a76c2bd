"""The years up to a target: the pace needed and a projection, or why there is neither."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
import pandas as pd

from utils.measures.coverage.pace import Target
from utils.measures.coverage.rounds import SERIES_BREAK_YEAR_BE

MINIMUM_YEARS = 5
INTERVAL = 0.8
Verdict = Literal["passed", "reached", "too_thin", "projected"]


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """What the record says of the years up to a deadline.

    `verdict` : passed (the deadline is not after the current fiscal year), reached, too_thin (fewer
    than `MINIMUM_YEARS` comparable years), projected. `gap` : provinces still missing at the
    record's last year, or at the deadline where it has passed, at most; `exact` : whether that is
    certain. `provinces`, `deadline_year_be` : the target's. `needed_per_year` : provinces in each
    fiscal year still to come that would close the gap, at most, where the deadline is ahead.
    `expected`, `low`, `high` : provinces at the deadline, and the bounds of an 80 % prediction
    interval, where projected. `years_used` : comparable years in the record.
    """

    verdict: Verdict
    deadline_year_be: int
    provinces: int
    gap: int
    exact: bool
    years_used: int
    needed_per_year: float | None = None
    expected: float | None = None
    low: float | None = None
    high: float | None = None


def outlook(by_year: pd.DataFrame, target: Target, current_year_be: int) -> Outlook:
    """Say what pace a target needs and where the present one leads.

    Parameters
    ----------
    by_year : DataFrame
        From `measures.coverage.pace.bounds_by_year`.
    target : Target
        Its `provinces` are those of the area counted.
    current_year_be : int
        The current fiscal year, Buddhist era.

    Returns
    -------
    Outlook

    Notes
    -----
    Source: this dashboard's own convention.
    Method of the projection: ordinary least squares of provinces counted on fiscal year, over the
    years since the series break (the area level begins in FY 2561), with a prediction interval
    clipped to between 0 and the target. There is none for fewer than five such years. A year with
    provinces that are not known is left out of the line.
    """
    counts = by_year["counted_at_least"]
    exact = by_year["not_known"] == 0
    comparable = counts[exact & (counts.index >= SERIES_BREAK_YEAR_BE)].dropna()
    known = counts[counts.index <= target.deadline_year_be].dropna()
    gap = target.provinces - int(known.iloc[-1])
    used = len(comparable)
    with_verdict = partial(
        Outlook,
        deadline_year_be=target.deadline_year_be,
        provinces=target.provinces,
        gap=gap,
        exact=bool(exact[known.index[-1]]),
        years_used=used,
    )
    if target.deadline_year_be <= current_year_be:
        return with_verdict(verdict="passed")
    if gap <= 0:
        return with_verdict(verdict="reached")
    needed = gap / (target.deadline_year_be - max(current_year_be, int(known.index[-1])))
    if used < MINIMUM_YEARS:
        return with_verdict(verdict="too_thin", needed_per_year=needed)
    expected, low, high = _project(comparable, target)
    return with_verdict(
        verdict="projected", needed_per_year=needed, expected=expected, low=low, high=high
    )


def _project(counts: pd.Series, target: Target) -> tuple[float, float, float]:
    import statsmodels.api as sm  # noqa: PLC0415 two seconds that only a future target needs

    years = counts.index.to_numpy(dtype=float)
    model = sm.OLS(counts.to_numpy(dtype=float), sm.add_constant(years)).fit()
    ahead = model.get_prediction(np.array([[1.0, float(target.deadline_year_be)]]))
    table = ahead.summary_frame(alpha=1 - INTERVAL)
    row = table.iloc[0]
    expected, low, high = (
        float(np.clip(row[name], 0, target.provinces))
        for name in ("mean", "obs_ci_lower", "obs_ci_upper")
    )
    return expected, low, high
