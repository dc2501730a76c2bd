"""Areas on four provinces told by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.measures.coverage.areas import Area, inside

PROVINCES = pd.DataFrame(
    {
        "province_code": ["10", "49", "55", "60"],
        "region4": ["Central", "Northeast", "North", "North"],
        "region6": ["Central", "Northeast", "North", "Central"],
        "cluster_code": pd.array([None, "NE2", "N2", "N4"], dtype="string"),
        "office_number": pd.array([None, 9, 2, 4], dtype="Int64"),
    }
)


@pytest.mark.parametrize(
    ("area", "codes"),
    [
        (Area(), ("10", "49", "55", "60")),
        (Area(region="4-North"), ("55", "60")),
        (Area(region="6-Central"), ("10", "60")),
        (Area(cluster="N2"), ("55",)),
        (Area(office="4"), ("60",)),
        (Area(region="4-North", office="9"), ()),
        (Area(region="4-Nowhere"), ()),
    ],
)
def test_an_area_holds_what_its_filters_share(area: Area, codes: tuple[str, ...]) -> None:
    assert inside(area, PROVINCES) == codes
