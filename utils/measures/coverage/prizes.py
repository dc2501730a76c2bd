"""The lesser national prizes, which rule (c) counts or leaves out as the table `prizes` says."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import qualifying

LESSER: Mapping[str, str] = {
    "honourable_mention": "honourable",
    "commitment": "commitment_or_regional",
    "regional_outstanding": "commitment_or_regional",
}
"""Kind of each lesser prize, by its class in the table `prizes`."""


def lesser_prizes(record: Record) -> pd.DataFrame:
    """Count the lesser national prizes that rule (c) counts and those it leaves out.

    Returns
    -------
    DataFrame, one row per kind of `LESSER` that the record holds, in their order
        `counted`, `left_out` : awards, Int64.

    Notes
    -----
    Source: the column `counts_for_excellent` of the table `prizes`. By convention of the
    programme's readers, whoever names rule (c) says which of these prizes it counts.
    """
    lesser = record.awards[record.awards["level"] == "national"]
    lesser = lesser[lesser["prize_class"].isin(list(LESSER))]
    kind = lesser["prize_class"].map(LESSER).rename("kind")
    counting = qualifying(lesser, "c", prizes=record.prizes, centre_cities=record.centre_cities)
    counted = pd.Series(lesser.index.isin(counting.index), index=lesser.index, dtype="boolean")
    table = pd.DataFrame(
        {"counted": counted.groupby(kind).sum(), "left_out": (~counted).groupby(kind).sum()}
    )
    order = [one for one in dict.fromkeys(LESSER.values()) if one in table.index]
    return table.loc[order].astype("Int64")
