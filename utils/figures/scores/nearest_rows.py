"""The remaining provinces with the LAO nearest to each, as a table for reading."""

from __future__ import annotations

import pandas as pd

from utils.figures import rows
from utils.figures.scores.rows import rounded
from utils.words import Words


def nearest(
    found: pd.DataFrame,
    names: dict[str, str],
    provinces: pd.DataFrame,
    words: Words,
    *,
    fictitious: bool,
) -> pd.DataFrame:
    """Return the remaining provinces in their order, a row for each LAO that is nearest in one.

    `found`: rows of `measures.scores.nearest.order_of_nearness`. Invented values say so in their
    headings and stand beside invented LAOs only: no column of provinces, no row without an LAO.
    """
    shown = found.dropna(subset="lao_id") if fictitious else found
    mark = words("fictitious.in_brackets") if fictitious else ""
    bands = zip(shown["order_low"], shown["order_high"], strict=True)
    table = pd.DataFrame(
        {
            words("scores.column.order") + mark: [_band(low, high, words) for low, high in bands],
            words("scores.column.nearest"): shown["lao_id"].map(names).astype("string").array,
            words("scores.column.step_level") + mark: shown["level"].array,
            words("scores.column.total") + mark: rounded(shown["total"]),
        }
    )
    if not fictitious:
        where = rows.province_names(shown["province_code"], provinces, words)
        table.insert(1, words("column.province"), where.array)
    return table


def _band(low: float, high: float, words: Words) -> str:
    if pd.isna(low):
        return words("scores.unknown")
    return str(low) if low == high else f"{low}–{high}"
