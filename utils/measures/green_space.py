"""Green areas of LAOs against what is asked for: share of the area, and square metres a person."""

from __future__ import annotations

import pandas as pd


def green_space(areas: pd.DataFrame, fiscal_year_be: int) -> pd.DataFrame:
    """Return each LAO's latest known green area up to a fiscal year, in both measures.

    Parameters
    ----------
    areas : DataFrame
        As the table `green_areas`: `green_area_m2` and `area_m2` in square metres, `population` in
        people; each may be missing.
    fiscal_year_be : int
        Fiscal year, Buddhist era.

    Returns
    -------
    DataFrame, one row per LAO with a row up to that year, indexed by lao_id
        `fiscal_year_be` : of the row used. `share_percent` : green area / whole area, 0-100.
        `m2_per_person` : green area / population. Missing where one of the two is: unknown is
        never zero.

    Notes
    -----
    Source: the measures in which the standards of the table `green_standards` are stated.
    """
    upto = areas[areas["fiscal_year_be"] <= fiscal_year_be].sort_values("fiscal_year_be")
    latest = upto.drop_duplicates("lao_id", keep="last").set_index("lao_id")
    green = latest["green_area_m2"].astype("Float64")
    whole, people = latest["area_m2"].astype("Float64"), latest["population"].astype("Float64")
    return pd.DataFrame(
        {
            "fiscal_year_be": latest["fiscal_year_be"],
            "share_percent": green / whole.where(whole > 0) * 100,
            "m2_per_person": green / people.where(people > 0),
        }
    )


def asked_for(standards: pd.DataFrame, lao_type: str) -> pd.DataFrame:
    """Return the standards that apply to a type of LAO.

    `standards`: as the table `green_standards`; a row without a type applies to every type.

    Notes
    -----
    Source: the table `green_standards`, which names the source of each value.
    """
    return standards[standards["lao_type"].isna() | (standards["lao_type"] == lao_type)]
