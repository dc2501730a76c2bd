"""What the map component fetches once."""

import gzip
import json

import geopandas
import pandas as pd
import pytest
from shapely import Point

from utils import paths
from utils.figures import outlines


def test_every_province_has_a_path_a_tile_and_both_names() -> None:
    drawn = json.loads(outlines.for_browser())
    provinces = drawn["provinces"]
    assert [one["code"] for one in provinces] == list(outlines.codes())
    assert len({(one["column"], one["row"]) for one in provinces}) == 77
    sawan = next(one for one in provinces if one["code"] == "60")
    assert (sawan["iso"], sawan["th"], sawan["en"], sawan["short"]) == (
        "TH-60",
        "นครสวรรค์",
        "Nakhon Sawan",
        "นว",
    )
    assert all(one["d"].startswith("M") and one["d"].endswith("z") for one in provinces)


def test_it_stays_small() -> None:
    assert len(gzip.compress(outlines.for_browser().encode())) < 25_000


def test_the_north_is_above_the_south() -> None:
    middle = {one["code"]: one["y"] for one in json.loads(outlines.for_browser())["provinces"]}
    assert middle["57"] < middle["10"] < middle["95"]


def test_places_lie_where_the_outlines_do() -> None:
    # The corners of all provinces are those of the picture: 97.34–105.64° E, 5.61–20.46° N.
    drawn = json.loads(outlines.for_browser())
    west, south, east, north = geopandas.read_file(paths.GEO / "provinces.geojson").total_bounds
    corners = outlines.placed(pd.Series([west, east]), pd.Series([north, south]))
    assert corners[0] == (0, 0)
    assert corners[1][0] == 1000
    assert corners[1][1] == pytest.approx(drawn["height"], abs=1)


def test_drawn_back_provinces_leave_a_gap_and_none_is_lost() -> None:
    apart = geopandas.read_file(outlines.apart())
    assert list(apart["province_code"]) == list(outlines.codes())
    assert apart.geometry.is_valid.all()
    metres = apart.to_crs(outlines.PICTURE_CRS).set_index("province_code").geometry
    # Bangkok and Samut Prakan share a border: what is left between them is the gap.
    assert metres["10"].distance(metres["11"]) == pytest.approx(outlines.GAP_M, rel=0.25)
    # Phuket, Ko Samui and Ko Chang.
    islands = {"83": Point(98.35, 7.95), "84": Point(100.0, 9.5), "23": Point(102.33, 12.07)}
    shapes = apart.set_index("province_code").geometry
    assert [code for code, place in islands.items() if not shapes[code].contains(place)] == []
    assert len(gzip.compress(outlines.apart().encode())) < 60_000
