"""Levels by cut-offs, on two scales that are never mixed: self-assessment and area result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import numpy as np
import pandas as pd

from utils.measures.scores.lpa import BELOW, EXACT

Scale = Literal["self_pass", "area_result"]
ASSESSOR_OF: Mapping[Scale, str] = {"self_pass": "self", "area_result": "area"}


def levels(totals: pd.DataFrame, cutoffs: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Return the level of each total on one scale, by the cut-offs for the type of LAO.

    Parameters
    ----------
    totals : DataFrame
        From `utils.measures.scores.components.total_scores`, with a column `lao_type`.
    cutoffs : DataFrame
        As the table `score_cutoffs`. Cut-offs for a type take precedence over those for every type.
    scale : Scale
        self_pass applies to self-assessments only, area_result to assessments of the area only.

    Returns
    -------
    DataFrame, the rows of `totals` by the assessor of the scale, index kept
        `level` : the highest level whose cut-off the total reaches, "below" where it reaches none;
        `next_level`, `next_low_percent` : the level above and its cut-off, missing on the highest;
        all missing where the total is unknown or the type has no cut-off. `assumed` : boolean,
        whether a cut-off that applies to the row is assumed, missing where none applies.

    Notes
    -----
    Source: self-assessments pass at 70 % (ทน., ทม.) or 60 % (ทต., อบต.), by the programme's
    criteria. The cut-offs of ดี, ดีมาก and ดีเยี่ยม are not public: those of the table
    `score_cutoffs` are assumed, and are called so wherever they apply.
    """
    rows = totals[totals["assessor"] == ASSESSOR_OF[scale]]
    marks = cutoffs[cutoffs["scale"] == scale].sort_values("low_percent")
    general = marks[marks["lao_type"].isna()]
    judged = [
        _judged(group, _ladder(marks, general, str(lao_type)))
        for lao_type, group in rows.groupby("lao_type", dropna=False)
    ]
    table = pd.concat(judged) if judged else _judged(rows, general)
    return table.loc[rows.index]


def _ladder(marks: pd.DataFrame, general: pd.DataFrame, lao_type: str) -> pd.DataFrame:
    own = marks[(marks["lao_type"] == lao_type).fillna(value=False)]
    return general if own.empty else own


def _judged(rows: pd.DataFrame, ladder: pd.DataFrame) -> pd.DataFrame:
    lows = ladder["low_percent"].to_numpy(dtype=float)
    names = [BELOW, *ladder["level"]]
    total = rows["total"].to_numpy(dtype=float, na_value=np.nan)
    reached = np.searchsorted(lows - EXACT, total, side="right")
    acting = rows["total"].notna() & (not ladder.empty)
    at = pd.Series(reached, index=rows.index).where(acting)
    following = at + 1
    return rows.assign(
        level=at.map(dict(enumerate(names))).astype("string"),
        next_level=following.map(dict(enumerate(names))).astype("string"),
        next_low_percent=at.map(dict(enumerate(lows))).astype("Float64"),
        assumed=pd.Series(ladder["confidence"].eq("assumed").any(), index=rows.index)
        .astype("boolean")
        .where(acting),
    )
