"""The outlines: with a table beside them, and as the map component fetches them once."""

import gzip
import hashlib
import json
from collections.abc import Callable

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


def numbered(order: list[str]) -> pd.DataFrame:
    """Return a table in which every province has its own code as a number."""
    index = pd.Index(order, name="province_code", dtype="string")
    return pd.DataFrame({"n": [int(code) for code in order]}, index=index)


def test_a_table_meets_the_outlines_by_code_and_nothing_is_lost() -> None:
    joined = outlines.with_table(numbered(list(outlines.codes())[::-1]))
    assert isinstance(joined, geopandas.GeoDataFrame)
    assert joined.crs == "EPSG:4326"
    assert list(joined.index) == list(outlines.codes())
    assert [f"{n}" for n in joined["n"]] == list(outlines.codes())
    assert joined.loc["83", "name_en"] == "Phuket"
    assert joined.geometry["83"].contains(Point(98.35, 7.95))
    assert len(joined) == 77
    assert joined.geometry.notna().all()


@pytest.mark.parametrize(
    ("fault", "match"),
    [
        (lambda codes: codes[:-1], "96"),
        (lambda codes: [*codes, "99"], "99"),
        (lambda codes: [*codes, "10"], "one-to-one"),
    ],
    ids=["lacks one", "one without an outline", "one twice"],
)
def test_a_table_that_is_not_one_row_a_province_is_refused(
    fault: Callable[[list[str]], list[str]], match: str
) -> None:
    with pytest.raises(ValueError, match=match):
        outlines.with_table(numbered(fault(list(outlines.codes()))))


def test_joining_never_changes_the_cached_outlines() -> None:
    before = outlines.for_browser()
    joined = outlines.with_table(numbered(list(outlines.codes())))
    joined["name_en"] = "changed"
    outlines.for_browser.cache_clear()
    assert outlines.for_browser() == before


def test_the_browser_is_sent_the_same_bytes_until_the_outlines_change() -> None:
    # Browsers keep them under an address that holds their digest. New outlines, new digests here.
    digests = [
        hashlib.sha256(text.encode()).hexdigest()[:16]
        for text in (outlines.for_browser(), outlines.apart())
    ]
    assert digests == ["494a60f9da2fbe4c", "48d66c5bbac35675"]


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
