"""Green space of LAOs compared with the standards: share of the area, and m² a person."""

from __future__ import annotations

import pandas as pd


def green_space(areas: pd.DataFrame, standards: pd.DataFrame, lao_types: pd.Series) -> pd.DataFrame:
    """Compare the green space of LAOs with every standard that applies to them.

    Parameters
    ----------
    areas, standards : DataFrame
        As the tables `green_areas` and `green_standards`. For each measure, standards for a type
        take precedence over those for every type.
    lao_types : Series of str, indexed by lao_id
        Type of each LAO.

    Returns
    -------
    DataFrame, one row per LAO, fiscal year and standard
        `lao_id`, `fiscal_year_be`, `measure`, `minimum`; `value` : 100 x green area / area of the
        LAO (share_percent), or green area / inhabitants (m2_per_person); `met` : boolean, at
        least the minimum. Both are missing where an area or the population is not known or zero.

    Notes
    -----
    Source: the required shares are those of ONEP (ทน. 15 %, ทม. 20 %, ทต. and อบต. 25 %); 9 m2 a
    person is the WHO's, 16 a Thai figure; all are in the table `green_standards`.
    """
    green = areas["green_area_m2"].astype("Float64")
    values = areas[["lao_id", "fiscal_year_be"]].assign(
        lao_type=areas["lao_id"].map(lao_types),
        share_percent=100 * green / _above_zero(areas["area_m2"]),
        m2_per_person=green / _above_zero(areas["population"]),
    )
    long = values.melt(
        id_vars=["lao_id", "fiscal_year_be", "lao_type"], var_name="measure", value_name="value"
    )
    of_all = standards["lao_type"].isna()
    typed, general = standards[~of_all], standards[of_all].drop(columns="lao_type")
    own = long.merge(typed, on=["measure", "lao_type"])
    rest = long[~_pairs(long).isin(_pairs(typed))].merge(general, on="measure")
    rows = pd.concat([own, rest])
    rows["met"] = (rows["value"] >= rows["minimum"]).astype("boolean").mask(rows["value"].isna())
    names = ["lao_id", "fiscal_year_be", "measure", "minimum"]
    rows = rows.sort_values(names, ignore_index=True)
    return rows[[*names, "value", "met"]]


def standards_for(standards: pd.DataFrame, lao_type: str) -> pd.DataFrame:
    """Return the standards that apply to a type of LAO.

    `standards`: as the table `green_standards`. For each measure, those for the type take
    precedence over those for every type.

    Notes
    -----
    Source: as for `green_space`.
    """
    typed = standards[(standards["lao_type"] == lao_type).fillna(value=False)]
    general = standards[standards["lao_type"].isna()]
    return pd.concat([typed, general[~general["measure"].isin(typed["measure"])]])


def _above_zero(numbers: pd.Series) -> pd.Series:
    known = numbers.astype("Float64")
    return known.where(known > 0)


def _pairs(rows: pd.DataFrame) -> pd.Series:
    return rows["measure"] + " " + rows["lao_type"].fillna("")
