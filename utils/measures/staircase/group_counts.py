"""Counting by fiscal year, group and class, each share with its base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from utils.measures.coverage.groups import SMALL_GROUP
from utils.tables.declared.enrolment import PATHWAY
from utils.tables.declared.places import LAO_TYPES

LaoGrouping = Literal[
    "region4",
    "region6",
    "cluster_code",
    "office_number",
    "lao_type",
    "pathway",
    "regional_network",
]
EVERYBODY = "all"
# Orders that are not those of the codes: LAO types by rank, and the usual pathway first.
_ORDERS = {
    "lao_type": tuple(choice.code for choice in LAO_TYPES),
    "pathway": tuple(choice.code for choice in PATHWAY.choices),
}


@dataclass(frozen=True, kw_only=True)
class Classes:
    """What is counted: a column, its classes in reading order, and marks counted separately.

    `outside` : classes that are counted but left out of the base of the shares; `marks` : bool
    columns whose true rows are counted too; `year` : the column of years to count by.
    """

    column: str
    names: tuple[str, ...]
    outside: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    year: str = "fiscal_year_be"


def tally(
    rows: pd.DataFrame,
    classes: Classes,
    by: str | None = None,
    *,
    groups: tuple[str | int, ...] = (),
) -> pd.DataFrame:
    """Count rows by fiscal year, group and class.

    Parameters
    ----------
    rows : DataFrame
        With the column of years, that of the classes, the column `by` and the marks.
    classes : Classes
    by : str, optional
        The column to group by; without it there is one group, "all".
    groups : tuple, optional
        Groups that are listed in every year that has rows, in this order and before any other: one
        without rows is a known 0 in each class.

    Returns
    -------
    DataFrame, one row for each fiscal year, group and class
        The year; `group`, in the order of its kind, the unknown (missing) last; the class; `count`,
        rows of the class; one column per mark, how many of them have it; `base`, rows of the year
        and group that are in the base; `share`, count / base, missing where the base is under ten
        and for classes outside it. Years without rows are left out, and so are groups without rows
        unless they are in `groups`; classes without rows are 0.

    Notes
    -----
    Source: conventions of the programme's readers: a group under ten shows n/N without a
    percentage.
    """
    group = rows[by] if by else pd.Series(EVERYBODY, index=rows.index, dtype="string")
    order = _ORDERS.get(by or "", ())
    present = sorted(group.dropna().unique())
    first = groups or tuple(name for name in order if name in present)
    names = pd.Series([*first, *(name for name in present if name not in first)], dtype=group.dtype)
    place = group.map({name: at for at, name in names.items()}).fillna(len(names)).astype("Int64")
    keys, numbers = [classes.year, "place"], ["count", *classes.marks]
    placed = rows.assign(place=place, count=1)
    counted = placed.groupby([*keys, classes.column])[numbers].sum().reset_index()
    kinds = pd.Series(classes.names, name=classes.column, dtype="string").to_frame()
    years = placed[[classes.year]].drop_duplicates()
    year_groups = years.merge(
        pd.DataFrame({"place": range(len(groups))}, dtype="Int64"), how="cross"
    )
    year_groups = pd.concat([placed[keys], year_groups]).drop_duplicates().sort_values(keys)
    table = year_groups.merge(kinds, how="cross")
    table = table.merge(counted, on=[*keys, classes.column], how="left")
    table[numbers] = table[numbers].astype("Int64").fillna(0)
    inside = ~table[classes.column].isin(classes.outside)
    within = table["count"].where(inside, 0)
    table["base"] = within.groupby([table[name] for name in keys]).transform("sum")
    share = table["count"].astype("Float64") / table["base"].astype("Float64")
    table["share"] = share.where(inside & (table["base"] >= SMALL_GROUP))
    table["group"] = table["place"].map(names).astype(group.dtype)
    return table[[classes.year, "group", classes.column, *numbers, "base", "share"]]
