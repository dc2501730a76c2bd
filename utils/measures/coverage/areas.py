"""Which provinces an area holds: a region, a cluster, an office, or what these share."""

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
    """A part of the country by its codes, `ALL` where a filter is not set.

    `region`: its size and name, as in "4-North". `cluster`: of the table `clusters`. `office`: a
    number of the table `offices`, as text.
    """

    region: str = ALL
    cluster: str = ALL
    office: str = ALL


def inside(area: Area, provinces: pd.DataFrame) -> tuple[str, ...]:
    """Return the codes of the provinces in an area, Bangkok among them where it lies inside.

    Parameters
    ----------
    area : Area
        Filters that share no province give nothing; so does a code that no province has.
    provinces : DataFrame
        As the table of that name.

    Returns
    -------
    tuple of str
        In the order of the table.

    Notes
    -----
    Source: the columns of the table `provinces`.
    """
    held = pd.Series(data=True, index=provinces.index)
    if area.region != ALL:
        size, _, name = area.region.partition("-")
        held &= provinces[REGIONS[size]] == name
    if area.cluster != ALL:
        held &= (provinces["cluster_code"] == area.cluster).fillna(value=False)
    if area.office != ALL:
        numbers = provinces["office_number"].astype("string")
        held &= (numbers == area.office).fillna(value=False)
    return tuple(provinces.loc[held, "province_code"])
