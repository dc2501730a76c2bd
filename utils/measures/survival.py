"""Time until something happens, with those to whom it has not happened yet counted properly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.measures.groups import SMALL_GROUP

MINIMUM = SMALL_GROUP
CONFIDENCE = 0.95
_Z = 1.959964  # of the normal distribution, for 95 per cent in the middle
_HAIR = 1e-9  # 0.5 as a product of fractions


@dataclass(frozen=True, kw_only=True, eq=False)
class Survival:
    """A Kaplan-Meier estimate, or the word that the group is too small for one.

    `n` : members of the group; `events` : those to whom it happened. `table` : None where `n` is
    under `MINIMUM`, else one row for each time at which a member's observation ends, with `time`,
    `at_risk` (members observed until just before it), `events`, `censored`, `survival` (share to
    whom it has not happened by then) and `low`, `high`, the bounds of its 95 % interval, missing
    where the share is 1 or 0. `median` : the first time at which the share falls to one half or
    below; `median_low`, `median_high` : its 95 % interval, the median alone where the curve is
    surely above one half before it and surely below at it. Each is None where not reached.
    """

    n: int
    events: int
    table: pd.DataFrame | None = None
    median: float | None = None
    median_low: float | None = None
    median_high: float | None = None

    @property
    def too_few(self) -> bool:
        """Whether the group is under the minimum, so that nothing is shown."""
        return self.table is None


def kaplan_meier(times: pd.Series, happened: pd.Series) -> Survival:
    """Estimate how long it takes until something happens.

    Parameters
    ----------
    times : Series, numbers of 0 or more
        For each member the time until it happened, or until its observation ended without it.
    happened : Series of bool, indexed as `times`
        False is censoring: it happens later than the time, if ever, and nobody knows when.

    Returns
    -------
    Survival

    Notes
    -----
    Source: this dashboard's own convention.
    Method: the Kaplan-Meier estimator, with intervals on the log-log scale from Greenwood's
    variance, and the interval of the median by inverting that of the curve (statsmodels,
    SurvfuncRight). Nothing is estimated for fewer than ten members.
    """
    count, events = len(times), int(happened.sum())
    if count < MINIMUM:
        return Survival(n=count, events=events)
    table = _ends(times.astype(float), happened.astype(bool))
    if not events:
        return Survival(n=count, events=0, table=_with_interval(table.assign(survival=1.0, se=0.0)))
    from statsmodels.duration.survfunc import SurvfuncRight  # noqa: PLC0415 it takes two seconds

    curve = SurvfuncRight(times.to_numpy(dtype=float), happened.to_numpy(dtype=int))
    with np.errstate(divide="ignore", invalid="ignore"):  # where the curve ends at 0
        low, high = curve.quantile_ci(0.5, alpha=1 - CONFIDENCE)
    steps = pd.DataFrame({"survival": curve.surv_prob, "se": curve.surv_prob_se}, curve.surv_times)
    table = table.join(steps, on="time")
    table[["survival", "se"]] = table[["survival", "se"]].ffill().fillna({"survival": 1, "se": 0})
    halved = table.loc[table["survival"] <= 1 / 2 + _HAIR, "time"]
    median = None if halved.empty else float(halved.iloc[0])
    return Survival(
        n=count,
        events=events,
        table=_with_interval(table),
        median=median,
        median_low=median if np.isnan(low) else float(low),
        median_high=median if np.isnan(high) else _reached(high),
    )


def _ends(times: pd.Series, happened: pd.Series) -> pd.DataFrame:
    ends = pd.DataFrame({"time": times, "events": happened, "censored": ~happened})
    table = ends.groupby("time", as_index=False)[["events", "censored"]].sum()
    ended = table["events"] + table["censored"]
    table.insert(1, "at_risk", len(times) - ended.cumsum() + ended)
    return table


def _with_interval(table: pd.DataFrame) -> pd.DataFrame:
    share = table["survival"].where(table["survival"].between(_HAIR, 1 - _HAIR))
    spread = np.exp(_Z * table["se"] / (share * np.log(share)))
    bounds = table.assign(low=share ** (1 / spread), high=share**spread)
    return bounds.drop(columns="se")


def _reached(time: float) -> float | None:
    return float(time) if np.isfinite(time) else None
