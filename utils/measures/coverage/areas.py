"""Which provinces lie in an area: a region, a cluster, an office, or the overlap of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

ALL = "all"
REGIONS: dict[str, Literal["region4", "region6"]] = {"4": "region4", "6": "region6"}

REGION_CODES = (
    *(f"4-{name}" for name in ("North", "Northeast", "Central", "South")),
    *(f"6-{name}" for name in ("North", "Northeast", "Central", "East", "West", "South")),
)


@dataclass(frozen=True, kw_only=True)
class Area:
    """A part of the country, given by the codes of its filters; `ALL` where one is not set.

    `region`: how many regions the country is divided into, and the name, as in "4-North".
    `cluster`: a code of the table `clusters`. `office`: a number of the table `offices`, as text.
    """

    region: str = ALL
    cluster: str = ALL
    office: str = ALL


def inside(area: Area, provinces: pd.DataFrame) -> tuple[str, ...]:
    """Return the codes of the provinces in an area, including Bangkok where it belongs to it.

    Parameters
    ----------
    area : Area
        The result is empty where the filters share no province, or no province has a code.
    provinces : DataFrame
        As the table of that name.

    Returns
    -------
    tuple of str
        In the order of the table: `Area(region="4-South")` gives ("80", "81", …).

    Notes
    -----
    Source: the columns of the table `provinces`.
    """
    inside_area = pd.Series(data=True, index=provinces.index)
    if area.region != ALL:
        size, _, name = area.region.partition("-")
        inside_area &= provinces[REGIONS[size]] == name
    if area.cluster != ALL:
        inside_area &= (provinces["cluster_code"] == area.cluster).fillna(value=False)
    if area.office != ALL:
        numbers = provinces["office_number"].astype("string")
        inside_area &= (numbers == area.office).fillna(value=False)
    return tuple(provinces.loc[inside_area, "province_code"])
