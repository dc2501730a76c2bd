"""Survival analysis: the time until an event, with members still waiting for it censored."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.measures.coverage.groups import SMALL_GROUP

MINIMUM = SMALL_GROUP
CONFIDENCE = 0.95
_Z = 1.959964  # quantile of the normal distribution for a two-sided 95 % interval
_HAIR = 1e-9  # tolerance: 0.5 may be a product of fractions


@dataclass(frozen=True, kw_only=True, eq=False)
class Survival:
    """A Kaplan-Meier estimate, or only the size of a group too small for one.

    `n` : members of the group; `events` : members for whom the event happened. `table` : None where
    `n` is under the minimum, else one row for each time at which a member's observation ends, with
    `time`, `at_risk` (members observed until just before it), `events`, `censored`, `survival`
    (share for whom the event has not happened by then; missing where fewer members than the minimum
    are at risk), and `low`, `high`, the bounds of its 95 % interval, which are missing also where
    the share is 1 or 0. `median` : the first time at which the share falls to one half or below;
    `median_low`, `median_high` : its 95 % interval; it shrinks to the median where the interval of
    the curve lies above one half just before it and below one half at it. Each of the three is None
    where it is not reached while enough members are at risk; so is an upper bound at a time when
    the share has fallen to 0, as the curve has no interval there.
    """

    n: int
    events: int
    table: pd.DataFrame | None = None
    median: float | None = None
    median_low: float | None = None
    median_high: float | None = None

    @property
    def too_few(self) -> bool:
        """Whether the group is smaller than the minimum, so that nothing is estimated."""
        return self.table is None

    @property
    def estimated(self) -> pd.DataFrame:
        """The rows of `table` with an estimate; an empty table where there is none."""
        return pd.DataFrame() if self.table is None else self.table.dropna(subset="survival")

    def at_risk(self, time: float) -> int:
        """Return how many members are observed until just before `time`. Needs a table."""
        rows = pd.DataFrame() if self.table is None else self.table[self.table["time"] >= time]
        return 0 if rows.empty else int(rows["at_risk"].iloc[0])


def kaplan_meier(times: pd.Series, happened: pd.Series, *, minimum: int = MINIMUM) -> Survival:
    """Estimate the time until an event.

    Parameters
    ----------
    times : Series, numbers of 0 or more
        For each member the time until the event, or until its observation ended without one.
    happened : Series of bool, indexed as `times`
        False means censored: the event comes later than the time, if ever.
    minimum : int
        How many members must be at risk for an estimate, at the start and at every later time.

    Returns
    -------
    Survival

    Notes
    -----
    Source: this dashboard's own convention.
    Method: the Kaplan-Meier estimator, with intervals on the log-log scale from Greenwood's
    variance, and the interval of the median by inverting that of the curve (statsmodels,
    SurvfuncRight). Nothing is estimated for fewer than ten members, nor once fewer than ten are at
    risk: from there on single members would move the curve.
    """
    count, events = len(times), int(happened.sum())
    if count < max(minimum, 1):
        return Survival(n=count, events=events)
    table = _ends(times.astype(float), happened.astype(bool))
    if not events:
        whole = _with_interval(table.assign(survival=1.0, se=0.0), minimum)
        return Survival(n=count, events=0, table=whole)
    from statsmodels.duration.survfunc import SurvfuncRight  # noqa: PLC0415 it takes two seconds

    curve = SurvfuncRight(times.to_numpy(dtype=float), happened.to_numpy(dtype=int))
    with np.errstate(divide="ignore", invalid="ignore"):  # where the curve ends at 0
        low, high = curve.quantile_ci(0.5, alpha=1 - CONFIDENCE)
    steps = pd.DataFrame({"survival": curve.surv_prob, "se": curve.surv_prob_se}, curve.surv_times)
    table = table.join(steps, on="time")
    table[["survival", "se"]] = table[["survival", "se"]].ffill().fillna({"survival": 1, "se": 0})
    table = _with_interval(table, minimum)
    halved = table.loc[table["survival"] <= 1 / 2 + _HAIR, "time"]
    if halved.empty:
        return Survival(n=count, events=events, table=table)
    median = float(halved.iloc[0])
    return Survival(
        n=count,
        events=events,
        table=table,
        median=median,
        median_low=median if np.isnan(low) else float(low),
        median_high=_upper(table, median if np.isnan(high) else float(high)),
    )


def _ends(times: pd.Series, happened: pd.Series) -> pd.DataFrame:
    ends = pd.DataFrame({"time": times, "events": happened, "censored": ~happened})
    table = ends.groupby("time", as_index=False)[["events", "censored"]].sum()
    ended = table["events"] + table["censored"]
    table.insert(1, "at_risk", len(times) - ended.cumsum() + ended)
    return table


def _with_interval(table: pd.DataFrame, minimum: int) -> pd.DataFrame:
    table = table.assign(survival=table["survival"].where(table["at_risk"] >= minimum))
    share = table["survival"].where(table["survival"].between(_HAIR, 1 - _HAIR))
    spread = np.exp(_Z * table["se"] / (share * np.log(share)))
    bounds = table.assign(low=share ** (1 / spread), high=share**spread)
    return bounds.drop(columns="se")


def _upper(table: pd.DataFrame, time: float) -> float | None:
    """Return the upper bound of a median where the curve is estimated and above 0 there."""
    left = table.loc[table["time"] == time, "survival"]
    return time if (left > _HAIR).any() else None
