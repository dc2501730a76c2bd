"""Every known score as a share of its maximum, in the classes that totals have too."""

from __future__ import annotations

import numpy as np
import pandas as pd

from utils.measures.scores.summary import CLASS_LOWS


def score_shares(known: pd.DataFrame) -> pd.DataFrame:
    """Return known scores with their share of the maximum and its class.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`.

    Returns
    -------
    DataFrame, the rows and columns of `known`, index kept
        `percent` : 100 x score / maximum; `class_low` : the lower bound of its class, one of 0, 50,
        60, 70, 80 and 90; the class 90 ends with 100, each other before the bound of the next.

    Notes
    -----
    Source: this dashboard's own convention; the bounds hold every cut-off in use, and are the same
    for any selection.
    """
    percent = (100 * known["score"] / known["max_score"]).astype(float).round(9)
    place = np.searchsorted(np.array(CLASS_LOWS), percent.to_numpy(), side="right") - 1
    lows = np.array(CLASS_LOWS)[place]
    return known.assign(percent=percent, class_low=pd.Series(lows, index=known.index))
