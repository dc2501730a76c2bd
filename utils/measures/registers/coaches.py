"""Coaches: how many municipalities of each region have one, and of how many that is not known."""

from __future__ import annotations

from typing import Final

import pandas as pd

MUNICIPAL_TYPES: Final = ("ทน.", "ทม.", "ทต.")


def by_region(
    coaches: pd.DataFrame, municipalities: pd.DataFrame, provinces: pd.DataFrame
) -> pd.DataFrame:
    """Count by region the municipalities with a coach, and those of which it is not known.

    Parameters
    ----------
    coaches, municipalities, provinces : DataFrame
        As the tables of those names. The register of municipalities holds those that have an award
        or an entry, not all of the country.

    Returns
    -------
    DataFrame, a row a region of four
        `region4`; `known`: municipalities with a coach, empty while the table of coaches has no
        row, as none is known then and 0 would be an answer; `not_known`: municipalities without a
        row; `total`: municipalities of the register, each once under its present type.

    Notes
    -----
    Source: the policy paper, which asks for one coach a municipality at least, spread over the
    regions. A municipality without a row may have a coach that nobody has sent.
    """
    present = municipalities.drop_duplicates("lao_id", keep="last")
    present = present[present["lao_type"].isin(MUNICIPAL_TYPES)]
    homes = provinces.set_index("province_code")["region4"]
    regions = present["province_code"].map(homes)
    coached = present["lao_id"].isin(coaches["lao_id"].dropna())
    counts = pd.DataFrame({"region4": regions, "known": coached}).dropna(subset=["region4"])
    grouped = counts.groupby("region4", sort=False)["known"].agg(["sum", "size"]).reset_index()
    known, total = grouped["sum"].astype("Int64"), grouped["size"].astype("Int64")
    return pd.DataFrame(
        {
            "region4": grouped["region4"],
            "known": known if len(coaches) else pd.Series(pd.NA, known.index, dtype="Int64"),
            "not_known": total - known,
            "total": total,
        }
    )
