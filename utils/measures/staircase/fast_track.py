"""The fast track compared with the four-step staircase, among LAOs that were alike at the start."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.measures.staircase.durations import times_to_top
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.survival import MINIMUM

PATHWAYS = ("standard", "fast_track")
_STRATUM = ["lao_type", "first_year_be"]


@dataclass(frozen=True, kw_only=True, eq=False)
class PathwayComparison:
    """Shares of two pathways at the fourth level, weighted so that they can be compared.

    `years` : fiscal years since enrolment. `strata` : combinations of LAO type and year of
    enrolment that occur in both pathways. `table` : None where a pathway has fewer than ten LAOs in
    them, after weighting; else one row for each pathway with `n` (LAOs), `n_effective` (effective
    number of LAOs after weighting), `reached` (LAOs that reached level 4 in that time), `share`
    (weighted), and `low` and `high`, its 95 % interval. `left_out` : LAOs followed long enough
    whose stratum does not occur in the other pathway.
    """

    years: int
    strata: int
    left_out: int
    table: pd.DataFrame | None = None

    @property
    def too_few(self) -> bool:
        """Whether a pathway has fewer LAOs than the minimum, so that nothing is compared."""
        return self.table is None


def compare(staircase: Staircase, *, years: int) -> PathwayComparison:
    """Compare both pathways by the share of LAOs at the fourth level some years after enrolment.

    Parameters
    ----------
    staircase : Staircase
    years : int
        Whole fiscal years since enrolment.

    Returns
    -------
    PathwayComparison

    Notes
    -----
    Source: this dashboard's own convention.
    Method: only LAOs that enrolled at least that many years before the end of the table; the
    pathway is that at enrolment, whatever it became later. Only strata (LAO type and year of
    enrolment) with LAOs of both pathways; LAOs of the standard pathway are weighted so that each
    stratum weighs as much as it does among those of the fast track. LAOs that withdrew or were no
    longer reported count as not having reached it. Intervals are Wilson's (statsmodels,
    proportion_confint), at Kish's effective number of LAOs. This is a description: LAOs choose
    their pathway, so it does not show what the pathway causes.
    """
    table = times_to_top(staircase)
    last = 0 if staircase.is_empty else staircase.last_year_be
    followed = table[table["first_year_be"] + years <= last]
    fast = followed["pathway"] == "fast_track"
    counted = followed.assign(fast_track=fast, standard=~fast)
    sizes = counted.groupby(_STRATUM)[["standard", "fast_track"]].sum()
    both = sizes[(sizes > 0).all(axis=1)]
    rows = followed.join(both, on=_STRATUM, how="inner")
    left_out = len(followed) - len(rows)
    weight = (rows["fast_track"] / rows["standard"]).where(rows["pathway"] == "standard", 1.0)
    reached = rows["reached"] & (rows["years"] <= years)
    weighted = rows.assign(weight=weight.astype(float), reached=reached.astype(bool))
    shares = pd.DataFrame(
        {name: _share(weighted[weighted["pathway"] == name]) for name in PATHWAYS}
    ).T.rename_axis("pathway")
    if (shares["n_effective"] < MINIMUM).any():
        return PathwayComparison(years=years, strata=len(both), left_out=left_out)
    return PathwayComparison(
        years=years, strata=len(both), left_out=left_out, table=_bounded(shares)
    )


def _share(rows: pd.DataFrame) -> dict[str, float]:
    weight, reached = rows["weight"].to_numpy(), rows["reached"].to_numpy()
    whole = weight.sum()
    return {
        "n": len(rows),
        "n_effective": whole**2 / np.square(weight).sum() if whole else 0.0,
        "reached": int(reached.sum()),
        "share": weight[reached].sum() / whole if whole else np.nan,
    }


def _bounded(shares: pd.DataFrame) -> pd.DataFrame:
    from statsmodels.stats.proportion import proportion_confint  # noqa: PLC0415 two seconds

    count = shares["share"] * shares["n_effective"]
    low, high = proportion_confint(count, shares["n_effective"], alpha=0.05, method="wilson")
    return shares.assign(low=low, high=high).astype({"n": "Int64", "reached": "Int64"})
