"""Which prizes count: what rule (c) takes of the awards, and the lesser prizes among them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

LESSER: Mapping[str, str] = {
    "honourable_mention": "honourable",
    "commitment": "commitment_or_regional",
    "regional_outstanding": "commitment_or_regional",
}
"""Kind of each lesser prize, by its class in the table `prizes`."""


def excellent_or_prize(awards: pd.DataFrame, prizes: pd.DataFrame) -> pd.DataFrame:
    """Return the awards whose prize counts for rule (c).

    `awards`, `prizes`: as the tables of those names. Rows of `awards`, index kept.

    Notes
    -----
    Source: the column `counts_for_excellent` of the table `prizes`: area results of ดีเยี่ยม and
    most national prizes. Which ones count is data, not code.
    """
    counting = prizes[prizes["counts_for_excellent"]]
    named = pd.MultiIndex.from_frame(counting[["level", "certificate_th"]])
    return awards[pd.MultiIndex.from_frame(awards[["level", "certificate_th"]]).isin(named)]


def lesser_prizes(awards: pd.DataFrame, prizes: pd.DataFrame) -> pd.DataFrame:
    """Count the lesser national prizes that rule (c) counts and those it leaves out.

    `awards`, `prizes`: as the tables of those names.

    Returns
    -------
    DataFrame, one row per kind of `LESSER` that `awards` holds, in their order
        `counted`, `left_out` : awards, Int64.

    Notes
    -----
    Source: the column `counts_for_excellent` of the table `prizes`. By convention of the
    programme's readers, whoever names rule (c) says which of these prizes it counts.
    """
    lesser = awards[awards["level"] == "national"]
    lesser = lesser[lesser["prize_class"].isin(list(LESSER))]
    kind = lesser["prize_class"].map(LESSER).rename("kind")
    counting = excellent_or_prize(lesser, prizes)
    counted = pd.Series(lesser.index.isin(counting.index), index=lesser.index, dtype="boolean")
    table = pd.DataFrame(
        {"counted": counted.groupby(kind).sum(), "left_out": (~counted).groupby(kind).sum()}
    )
    order = [one for one in dict.fromkeys(LESSER.values()) if one in table.index]
    return table.loc[order].astype("Int64")
