"""Which indicators hold LAOs back from their next level: arithmetic, not a cause."""

from __future__ import annotations

import numpy as np
import pandas as pd

from utils.measures.scores.editions import only_edition
from utils.measures.scores.lpa import EXACT
from utils.measures.scores.next_level import least_points, point_worth
from utils.measures.scores.record import ASSESSMENT

_DTYPES = {
    "component": "Int64",
    "of": "Int64",
    "known": "Int64",
    "closed_percent": "Float64",
    "alone": "Int64",
    "needed": "Int64",
}
NOBODY_HELD = pd.DataFrame(columns=list(_DTYPES)).astype(_DTYPES)
"""What `holding_back` returns where totals are not judged: no rows. Never change it in place."""


def holding_back(
    known: pd.DataFrame, judged: pd.DataFrame, components: pd.DataFrame
) -> pd.DataFrame:
    """Return, for each indicator, how much of the gap to the next level it could close.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`.
    judged : DataFrame
        From `utils.measures.scores.levels.levels`, of one edition, one row per LAO.
    components : DataFrame
        As the table `components`.

    Returns
    -------
    DataFrame, indexed by indicator, the largest share of the gap first
        `component`; `of` : LAOs of `judged` that have a total and a level above theirs;
        `known` : those whose score of the indicator is known; `closed_percent` : the share of the
        gap to the next level that the indicator alone would close at its maximum, at most 100 per
        cent, averaged over these LAOs; `alone` : LAOs that it alone would bring to the next level;
        `needed` : LAOs for which `measures.scores.next_level.raise_to` (the fewest indicators, then
        the fewest points) raises it. Indicators without a known score among these LAOs are left
        out.

    Raises
    ------
    EditionsNotComparableError
        If `judged` holds more than one edition.

    Notes
    -----
    Source: this dashboard's own convention. It says where points are missing, not why, nor which
    are easy to gain. Where several solutions are equally small, `needed` counts the one that
    `raise_to` returns.
    """
    edition = only_edition(judged)
    below = judged.dropna(subset="next_low_percent")
    own = components[components["edition"] == edition]
    weights = own.set_index("component")["weight_percent"].astype(float)
    rows = known.merge(below[[*ASSESSMENT, "total", "next_low_percent"]], on=ASSESSMENT)
    rows["worth"] = point_worth(rows, weights)
    rows["room"] = (rows["max_score"] - rows["score"]).astype(float)
    rows["gap"] = (rows["next_low_percent"] - rows["total"]).astype(float)
    rows["closed"] = (100 * rows["worth"] * rows["room"] / rows["gap"]).clip(upper=100)
    rows["alone"] = rows["closed"] >= 100 * (1 - EXACT)
    rows["needed"] = _needed(rows)
    table = rows.groupby("indicator").agg(
        component=("component", "first"),
        known=("closed", "size"),
        closed_percent=("closed", "mean"),
        alone=("alone", "sum"),
        needed=("needed", "sum"),
    )
    table.insert(1, "of", len(below))
    place = table["closed_percent"].astype(float).round(9)
    table = table.assign(place=place).sort_values(["place", "indicator"], ascending=[False, True])
    return table.drop(columns="place").astype(_DTYPES)


def _needed(rows: pd.DataFrame) -> pd.Series:
    """Tell which indicators `raise_to` raises for their assessment."""
    ordered = rows.sort_values([*ASSESSMENT, "indicator"])
    size = ordered.groupby(ASSESSMENT, sort=False).size().to_numpy()
    component, worth, room, gap = (
        np.split(ordered[name].to_numpy(), size.cumsum()[:-1])
        for name in ("component", "worth", "room", "gap")
    )
    more = [
        least_points(component[at], worth[at], room[at], float(gap[at][0]))
        for at in range(len(size))
    ]
    raised = np.concatenate([np.zeros(0), *more]) > 0
    return pd.Series(raised, index=ordered.index)
