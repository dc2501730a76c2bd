"""Coverage by region, cluster and office; counts and shares of groups and classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Literal

import pandas as pd

from utils.measures.coverage.coverage import UNKNOWN, Bounds

Grouping = Literal["region4", "region6", "cluster_code", "office_number"]
SMALL_GROUP = 10


def coverage_by(states: pd.DataFrame, provinces: pd.DataFrame, grouping: Grouping) -> pd.DataFrame:
    """Count covered provinces per group.

    Parameters
    ----------
    states : DataFrame
        From `utils.measures.coverage.coverage.by_province`.
    provinces : DataFrame
        As the table `provinces`.
    grouping : Grouping
        The column of `provinces` to group by.

    Returns
    -------
    DataFrame, one row per group, in the order of the group's code
        `counted_at_least` : provinces certainly counted, missing where no list is at hand.
        `not_known` : provinces that a list not at hand may yet count, missing likewise. `total` :
        provinces of the target in the group. `share` : counted_at_least / total, missing where
        some are not known, and for groups under ten, which are shown as n/N only.

    Notes
    -----
    Source: conventions of the programme's readers; a group under ten shows n/N without a
    percentage.
    """
    where = provinces.set_index("province_code")[grouping]
    rows = states.loc[states["status"] != "outside", "status"]
    group = where.reindex(rows.index).rename("group")
    marks = pd.DataFrame(
        {
            "counted_at_least": rows == "counted",
            "not_known": rows == "not_known",
            "total": True,
        }
    )
    table = marks.groupby(group, sort=True).sum().astype("Int64")
    if rows.isin(UNKNOWN).all():
        table[["counted_at_least", "not_known"]] = pd.NA
    share = table["counted_at_least"].astype("Float64") / table["total"]
    table["share"] = share.mask((table["total"] < SMALL_GROUP) | (table["not_known"] > 0))
    return table


def group_bounds(table: pd.DataFrame) -> dict[Hashable, Bounds]:
    """Return the bounds of every group of `coverage_by`, by its code, in the order of the table.

    Notes
    -----
    Source: as for `coverage_by`.
    """
    return {
        code: Bounds(
            at_least=None if pd.isna(row["counted_at_least"]) else int(row["counted_at_least"]),
            not_known=0 if pd.isna(row["not_known"]) else int(row["not_known"]),
            total=int(row["total"]),
        )
        for code, row in table.to_dict("index").items()
    }


def class_counts(classes: pd.Series, order: pd.Index) -> pd.DataFrame:
    """Count by class, with the unknown left out of the base of the shares.

    Parameters
    ----------
    classes : Series
        One class for each thing counted, missing where it is not known.
    order : Index
        Every class in order, ending with the one for "unknown".

    Returns
    -------
    DataFrame, indexed by `order`
        `count`; `base` : how many have a known class; `share` : count / base, missing for the
        unknown and where the base is under ten.

    Notes
    -----
    Source: as for `coverage_by`.
    """
    unknown = order[-1]
    counts = Counter(classes.astype("string").fillna(unknown))
    base = int(classes.count())
    shared = base >= SMALL_GROUP
    shares = [counts[one] / base if shared and one != unknown else None for one in order]
    return pd.DataFrame(
        {
            "count": pd.array([counts[one] for one in order], dtype="Int64"),
            "base": pd.array([base] * len(order), dtype="Int64"),
            "share": pd.array(shares, dtype="Float64"),
        },
        index=order,
    )


def share_of(counted: int | None, total: int) -> float | None:
    """Return counted / total, or None where it is unknown or the total is under ten.

    Notes
    -----
    Source: conventions of the programme's readers, as for `coverage_by`.
    """
    if counted is None or total < SMALL_GROUP:
        return None
    return counted / total
