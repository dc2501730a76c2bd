"""The province outlines of geo/provinces.geojson: with a table beside, and as pictures draw them.

Outlines and tables meet in `with_table` alone, whatever is made of them: a map on a page, a map in
a file, or data to take away.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import geopandas as gpd
import pandas as pd
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from utils import paths

WIDTH = 1000
PICTURE = ("path", "x", "y")
"""Columns in the units of the picture that is `WIDTH` wide, north up: a province's SVG path, and a
point inside it."""
PICTURE_CRS = "EPSG:3395"  # World Mercator: shapes as people know them from maps
GAP_M = 1_400
APART_M = 2_000


def with_table(table: pd.DataFrame) -> gpd.GeoDataFrame:
    """Put a table of the provinces beside their outlines.

    Parameters
    ----------
    table : DataFrame, one row per province, indexed by province_code
        In any order.

    Returns
    -------
    GeoDataFrame in EPSG:4326, indexed by province_code
        One row for each of the 77 outlines, in the order of the codes: `iso_code`, `name_th`,
        `name_en`, `geometry`; the columns of `PICTURE`; and those of `table`.

    Raises
    ------
    ValueError
        If the table lacks a province, holds one twice, or holds one that has no outline: no map
        leaves a province out without saying so.
    """
    if unpaired := set(table.index) ^ set(codes()):
        raise ValueError(f"provinces without a row or without an outline: {sorted(unpaired)}")
    return _provinces().merge(
        table, left_index=True, right_index=True, how="left", validate="one_to_one"
    )


@cache
def for_browser() -> str:
    """Return what the map component fetches once, as JSON text.

    Returns
    -------
    str
        {"width", "height", "provinces": [{"code", "iso", "th", "en", "d", "x", "y", "column",
        "row", "short"}]}, in the order of the province codes: `d` an SVG path, `x` and `y` a
        point inside it, `column` and `row` its place in the tile grid, counted from 0, `short`
        its official abbreviation.
    """
    rows = [
        {
            "code": code,
            "iso": province["iso_code"],
            "th": province["name_th"],
            "en": province["name_en"],
            "d": province["path"],
            "x": province["x"],
            "y": province["y"],
            "column": province["column"] - 1,
            "row": province["row"] - 1,
            "short": province["abbreviation_th"],
        }
        for code, province in with_table(_tiles()).to_dict("index").items()
    ]
    return json.dumps(
        {"width": WIDTH, "height": height(), "provinces": rows},
        ensure_ascii=False,
        separators=(",", ":"),
    )


@cache
def apart() -> str:
    """Return the provinces as GeoJSON (EPSG:4326), drawn back from their borders.

    The gap of `GAP_M` metres between neighbours stands for the border: where a map is drawn
    without a graphics card, strokes take five times as long as all else. Corners take most of the
    rest, so those are left out that stand for less than `APART_M` squared; half the provinces then
    stay within 2.2 km of their outline, one pixel as the map opens. Islands that are narrower than
    the gap keep their shape.
    """
    projected = _outlines()[["geometry"]].reset_index().to_crs(PICTURE_CRS)
    simpler = projected.set_geometry(projected.simplify_coverage(APART_M))
    parts = simpler.explode(index_parts=False)
    drawn_back = parts.geometry.buffer(-GAP_M / 2, join_style="mitre")
    shapes_left = parts.set_geometry(drawn_back.where(~drawn_back.is_empty, parts.geometry))
    shapes = shapes_left.dissolve("province_code").reset_index().to_crs("EPSG:4326")
    text: str = shapes.set_geometry(shapes.geometry.set_precision(0.001)).to_json(drop_id=True)
    return text.replace(", ", ",")


def placed(longitude: pd.Series, latitude: pd.Series) -> list[tuple[int, int]]:
    """Return places in the units of the picture of `for_browser`.

    `longitude`, `latitude`: in degrees, one of each a place, none missing.
    """
    at = gpd.GeoSeries.from_xy(longitude.astype(float), latitude.astype(float), crs="EPSG:4326")
    west, _, _, north, scale = _extent()
    projected = at.to_crs(PICTURE_CRS)
    return [(round(scale * (p.x - west)), round(scale * (north - p.y))) for p in projected]


@cache
def codes() -> tuple[str, ...]:
    """Return the province codes in the order of the outlines: the order of a paint string."""
    return tuple(_outlines().index)


def height() -> int:
    """Return the height of the picture, in its units; its width is `WIDTH`."""
    _, south, _, north, scale = _extent()
    return math.ceil((north - south) * scale)


@cache
def _extent() -> tuple[float, float, float, float, float]:
    """Return the western, southern, eastern and northern end in metres, and units in a metre."""
    west, south, east, north = _outlines().to_crs(PICTURE_CRS).total_bounds
    return west, south, east, north, WIDTH / (east - west)


@cache
def _provinces() -> gpd.GeoDataFrame:
    """Return the outlines with the columns of `PICTURE`; never change it in place."""
    outlines = _outlines()
    west, _, _, north, scale = _extent()
    # x' = scale * (x - west), y' = scale * (north - y)
    matrix = [scale, 0, 0, -scale, -scale * west, scale * north]
    shapes = outlines.to_crs(PICTURE_CRS).geometry.affine_transform(matrix)
    inside = shapes.representative_point()
    return outlines.assign(
        path=["".join(map(_path, _polygons(shape))) for shape in shapes],
        x=inside.x.round().astype(int),
        y=inside.y.round().astype(int),
    )


@cache
def _outlines() -> gpd.GeoDataFrame:
    """Return the outlines in EPSG:4326, by province_code in its order; never change it in place."""
    provinces = gpd.read_file(paths.GEO / "provinces.geojson")
    return provinces.astype({"province_code": "string"}).set_index("province_code").sort_index()


def _polygons(shape: BaseGeometry) -> Iterator[Polygon]:
    yield from getattr(shape, "geoms", [shape])


def _path(polygon: Polygon) -> str:
    return "".join(
        _ring([(round(x), round(y)) for x, y in ring.coords])
        for ring in (polygon.exterior, *polygon.interiors)
    )


def _ring(corners: list[tuple[int, int]]) -> str:
    steps = [
        f"{x - before_x} {y - before_y}"
        for (before_x, before_y), (x, y) in pairwise(corners[:-1])
        if (x, y) != (before_x, before_y)
    ]
    return f"M{corners[0][0]} {corners[0][1]}l{' '.join(steps)}z" if steps else ""


def _tiles() -> pd.DataFrame:
    grid = pd.read_csv(paths.GEO / "tile_grid.csv", dtype={"province_code": "string"})
    provinces = pd.read_csv(paths.DATA / "provinces.csv", dtype={"province_code": "string"})
    return grid.merge(provinces[["province_code", "abbreviation_th"]]).set_index("province_code")
