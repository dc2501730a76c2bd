"""The one reading of a score record: what is known, by indicator, by component and in total."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from utils.measures.peers import places
from utils.measures.scores.components import component_scores, known_scores, total_scores
from utils.measures.scores.lpa import lpa_results
from utils.measures.scores.record import ScoreRecord


@dataclass(frozen=True, kw_only=True, eq=False)
class ScoreReading:
    """What a score record says of every assessment; never change one of its frames in place.

    `lpa` : from `lpa_results`; `known`, `parts`, `totals` : from `known_scores`,
    `component_scores` and `total_scores`, the totals with `lao_type`, `province_code`, `region4`
    and `region6` beside; `where` : from `places`.
    """

    lpa: pd.DataFrame
    known: pd.DataFrame
    parts: pd.DataFrame
    totals: pd.DataFrame
    where: pd.DataFrame


@lru_cache(maxsize=8)
def score_reading(record: ScoreRecord) -> ScoreReading:
    """Read a score record once, for every measure of scores.

    Parameters
    ----------
    record : ScoreRecord

    Returns
    -------
    ScoreReading

    Notes
    -----
    Source: the measures it is made from.
    """
    where = places(record.municipalities, record.provinces)
    lpa = lpa_results(record.lpa, record.bands)
    known = known_scores(record.scores, record.indicators, lpa, record.conversions)
    parts = component_scores(known, record.indicators)
    totals = total_scores(parts, record.components).join(where, on="lao_id")
    return ScoreReading(lpa=lpa, known=known, parts=parts, totals=totals, where=where)
