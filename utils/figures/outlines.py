"""Province outlines as SVG paths, made once from geo/provinces.geojson."""

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
PICTURE_CRS = "EPSG:3395"  # World Mercator: shapes as people know them from maps
GAP_M = 1_400
APART_M = 2_000


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
    provinces, height = _drawn()
    tiles = _tiles()
    rows = []
    for province in provinces.to_dict("records"):
        inside = province["geometry"].representative_point()
        tile = tiles.loc[province["province_code"]]
        rows.append(
            {
                "code": province["province_code"],
                "iso": province["iso_code"],
                "th": province["name_th"],
                "en": province["name_en"],
                "d": "".join(_path(polygon) for polygon in _polygons(province["geometry"])),
                "x": round(inside.x),
                "y": round(inside.y),
                "column": int(tile["column"]) - 1,
                "row": int(tile["row"]) - 1,
                "short": tile["abbreviation_th"],
            }
        )
    return json.dumps(
        {"width": WIDTH, "height": height, "provinces": rows},
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
    provinces = gpd.read_file(paths.GEO / "provinces.geojson")[["province_code", "geometry"]]
    projected = provinces.to_crs(PICTURE_CRS)
    simpler = projected.set_geometry(projected.simplify_coverage(APART_M))
    parts = simpler.explode(index_parts=False)
    drawn_back = parts.geometry.buffer(-GAP_M / 2, join_style="mitre")
    kept = parts.set_geometry(drawn_back.where(~drawn_back.is_empty, parts.geometry))
    shapes = kept.dissolve("province_code").reset_index().to_crs("EPSG:4326")
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
    return tuple(sorted(_tiles().index))


def _drawn() -> tuple[gpd.GeoDataFrame, int]:
    """Return the provinces in picture units, north up, and the picture's height."""
    provinces = _projected()
    west, south, _, north, scale = _extent()
    # x' = scale * (x - west), y' = scale * (north - y)
    moved = provinces.geometry.affine_transform([scale, 0, 0, -scale, -scale * west, scale * north])
    return provinces.set_geometry(moved).sort_values("province_code"), math.ceil(
        (north - south) * scale
    )


@cache
def _extent() -> tuple[float, float, float, float, float]:
    """Return the western, southern, eastern and northern end in metres, and units in a metre."""
    west, south, east, north = _projected().total_bounds
    return west, south, east, north, WIDTH / (east - west)


@cache
def _projected() -> gpd.GeoDataFrame:
    return gpd.read_file(paths.GEO / "provinces.geojson").to_crs(PICTURE_CRS)


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


@cache
def _tiles() -> pd.DataFrame:
    grid = pd.read_csv(paths.GEO / "tile_grid.csv", dtype={"province_code": "string"})
    provinces = pd.read_csv(paths.DATA / "provinces.csv", dtype={"province_code": "string"})
    return grid.merge(provinces[["province_code", "abbreviation_th"]]).set_index("province_code")
