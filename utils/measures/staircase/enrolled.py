"""How many LAOs are enrolled, out of all LAOs."""

from __future__ import annotations

import pandas as pd

from utils.measures.coverage.groups import SMALL_GROUP
from utils.measures.staircase.record import Staircase
from utils.tables.declared.places import LAO_TYPES

PUBLISHED_AREAS = 208
"""Areas of LAOs and partners since 2547, by the LA21 & Green City page: no number of LAOs enrolled,
so that nothing is compared with it."""
_TYPES = tuple(choice.code for choice in LAO_TYPES)
_GROUPS = {
    **{name: (name,) for name in _TYPES},
    "municipalities": ("ทน.", "ทม.", "ทต."),
    "all": _TYPES,
}


def against_denominators(
    staircase: Staircase, denominators: pd.DataFrame, fiscal_year_be: int
) -> pd.DataFrame:
    """Compare the enrolled LAOs with the number of LAOs in the country, by type.

    Parameters
    ----------
    staircase : Staircase
    denominators : DataFrame
        As the table `lao_denominators`: two sources that differ, each with its own date.
    fiscal_year_be : int
        Fiscal year, Buddhist era, at whose end the enrolled are counted.

    Returns
    -------
    DataFrame, one row for each basis and group of LAOs, in the order of the table
        `basis`, `lao_group`, `as_of_on` (missing where the source gives no date). `enrolled` : LAOs
        enrolled at the end of the year; `ever` : LAOs enrolled in any year up to then; both are
        missing, never 0, where the table does not reach the year. `total` : LAOs of the group by
        this source. `share` : enrolled / total, missing where the total is under ten. Bangkok and
        Pattaya, which are special bodies and no type of the register, are left out.

    Notes
    -----
    Source: `data/lao_denominators.csv`, where each count has its source and as-of date.
    """
    years = staircase.years
    upto = years[years["fiscal_year_be"] <= fiscal_year_be]
    now, ever = (
        rows.drop_duplicates("lao_id")["lao_type"].value_counts()
        for rows in (staircase.at(fiscal_year_be), upto)
    )
    known = denominators[denominators["lao_group"].isin(_GROUPS)]
    table = known[["basis", "lao_group", "as_of_on"]].reset_index(drop=True)
    covered = staircase.covers(fiscal_year_be)
    for name, counts in (("enrolled", now), ("ever", ever)):
        enrolled = [_sum(counts, group) if covered else None for group in table["lao_group"]]
        table[name] = pd.Series(enrolled, dtype="Int64")
    table["total"] = known["count"].reset_index(drop=True)
    share = table["enrolled"].astype("Float64") / table["total"].astype("Float64")
    table["share"] = share.where(table["total"] >= SMALL_GROUP)
    return table


def _sum(counts: pd.Series, group: str) -> int:
    return int(counts.reindex(list(_GROUPS[group])).fillna(0).sum())
