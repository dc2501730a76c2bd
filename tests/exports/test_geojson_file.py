"""The provinces as GeoJSON: all 77, each with its own row, and nothing made up where unknown."""

import io
import json
from typing import Any

import geopandas
import pandas as pd
import pytest

from utils import paths
from utils.exports.geojson_file import geojson_bytes
from utils.figures.outlines import codes

NAMES = {"10": "Bangkok", "50": "Chiang Mai", "83": "Phuket"}


def table(order: tuple[str, ...]) -> pd.DataFrame:
    """Return a table whose `n` is the province's own code, unknown for Bangkok."""
    numbers = [None if code == "10" else int(code) for code in order]
    index = pd.Index(order, name="province_code", dtype="string")
    return pd.DataFrame({"n": pd.array(numbers, dtype="Int64")}, index=index)


def properties(data: bytes) -> dict[str, dict[str, Any]]:
    rows = [feature["properties"] for feature in json.loads(data)["features"]]
    return {row["province_code"]: row for row in rows}


def test_each_of_the_77_carries_its_own_row_whatever_the_order() -> None:
    rows = properties(geojson_bytes(table(codes()[::-1]), area=("50", "83"), about=()))
    assert tuple(rows) == codes()
    assert len(rows) == 77
    assert {code: row["n"] for code, row in rows.items()} == {
        code: None if code == "10" else int(code) for code in codes()
    }
    assert {code: rows[code]["name_en"] for code in NAMES} == NAMES
    assert [code for code, row in rows.items() if row["in_area"]] == ["50", "83"]
    assert set(rows["10"]) == {"province_code", "iso_code", "name_th", "name_en", "n", "in_area"}


def test_it_is_read_back_with_the_outlines_it_was_made_of() -> None:
    data = geojson_bytes(table(codes()), area=codes(), about=("ปีงบประมาณ 2563",))
    back = geopandas.read_file(io.BytesIO(data)).set_index("province_code").geometry
    shipped = geopandas.read_file(paths.GEO / "provinces.geojson").set_index("province_code")
    assert back.crs == shipped.crs
    assert back.geom_equals(shipped.geometry).all()
    assert json.loads(data)["about"] == ["ปีงบประมาณ 2563"]


def test_a_table_that_lacks_a_province_is_refused() -> None:
    with pytest.raises(ValueError, match="83"):
        geojson_bytes(table(codes()).drop(index="83"), area=(), about=())
