"""The province outlines of geo/provinces.geojson, and a table of the provinces beside them.

Outlines and tables are joined in `with_table` alone, whatever is made of them: a map on a page, a
map in a file, or data to take away.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from utils import paths

WIDTH = 1000
PICTURE_CRS = "EPSG:3395"  # World Mercator: the shapes people know from maps
GAP_M = 1_400
APART_M = 2_000

Ring = tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A province in the picture: its corners, a point inside it, its place in the tile grid.

    `rings`: the corners of each of its parts; the first is not repeated at the end. `x`, `y`: in
    the units of the picture, as the corners. `column`, `row`: counted from 0. `short`: its official
    abbreviation.
    """

    code: str
    iso: str
    th: str
    en: str
    rings: tuple[Ring, ...]
    x: int
    y: int
    column: int
    row: int
    short: str

    @property
    def path(self) -> str:
        """Return the corners as an SVG path."""
        return "".join(_path(ring) for ring in self.rings)


def with_table(table: pd.DataFrame) -> gpd.GeoDataFrame:
    """Join a table of the provinces to their outlines.

    Parameters
    ----------
    table : DataFrame, one row per province, indexed by province_code
        In any order.

    Returns
    -------
    GeoDataFrame in EPSG:4326, indexed by province_code
        One row for each of the 77 outlines, in the order of the codes: `iso_code`, `name_th`,
        `name_en`, `geometry`, and the columns of `table`.

    Raises
    ------
    ValueError
        If the table lacks a province, has one twice, or has one without an outline: no map leaves
        a province out silently.
    """
    if unpaired := set(table.index) ^ set(codes()):
        raise ValueError(f"provinces without a row or without an outline: {sorted(unpaired)}")
    return _outlines().merge(
        table, left_index=True, right_index=True, how="left", validate="one_to_one"
    )


@cache
def provinces() -> tuple[Outline, ...]:
    """Return the provinces as the picture draws them, in the order of their codes."""
    west, _, _, north, scale = _extent()
    # x' = scale * (x - west), y' = scale * (north - y)
    matrix = [scale, 0, 0, -scale, -scale * west, scale * north]
    table = with_table(_tiles()).to_crs(PICTURE_CRS)
    shapes = table.geometry.affine_transform(matrix)
    inside = shapes.representative_point()
    return tuple(
        Outline(
            code=code,
            iso=province["iso_code"],
            th=province["name_th"],
            en=province["name_en"],
            rings=tuple(_rings(shapes[code])),
            x=round(inside[code].x),
            y=round(inside[code].y),
            column=province["column"] - 1,
            row=province["row"] - 1,
            short=province["abbreviation_th"],
        )
        for code, province in table.to_dict("index").items()
    )


@cache
def height() -> int:
    """Return the height of the picture, which is `WIDTH` units wide."""
    _, south, _, north, scale = _extent()
    return math.ceil((north - south) * scale)


@cache
def for_browser() -> str:
    """Return the JSON text that components with a map fetch once.

    Returns
    -------
    str
        {"width", "height", "provinces": [{"code", "iso", "th", "en", "d", "x", "y", "column",
        "row", "short"}]}: `d` an SVG path, the rest as in `Outline`.
    """
    rows = [
        {("d" if name == "rings" else name): value for name, value in vars(one).items()}
        | {"d": one.path}
        for one in provinces()
    ]
    return json.dumps(
        {"width": WIDTH, "height": height(), "provinces": rows},
        ensure_ascii=False,
        separators=(",", ":"),
    )


@cache
def apart() -> str:
    """Return the provinces as GeoJSON (EPSG:4326), with gaps instead of border lines.

    Each province is narrowed so that `GAP_M` metres remain between neighbours: where a map is drawn
    without a graphics card, lines take five times as long as everything else. Most of the rest goes
    to corners, so those are left out whose triangle is smaller than `APART_M` squared; half of the
    provinces then stay within 2.2 km of their outline, which is one pixel when the map opens.
    Islands narrower than the gap keep their shape.
    """
    projected = _outlines()[["geometry"]].reset_index().to_crs(PICTURE_CRS)
    simpler = projected.set_geometry(projected.simplify_coverage(APART_M))
    parts = simpler.explode(index_parts=False)
    drawn_back = parts.geometry.buffer(-GAP_M / 2, join_style="mitre")
    narrowed = parts.set_geometry(drawn_back.where(~drawn_back.is_empty, parts.geometry))
    merged = narrowed.dissolve("province_code").reset_index().to_crs("EPSG:4326")
    text: str = merged.set_geometry(merged.geometry.set_precision(0.001)).to_json(drop_id=True)
    return text.replace(", ", ",")


def placed(longitude: pd.Series, latitude: pd.Series) -> list[tuple[int, int]]:
    """Return places in the units of the picture of `for_browser`.

    `longitude`, `latitude`: in degrees, one of each per place, none missing.
    """
    at = gpd.GeoSeries.from_xy(longitude.astype(float), latitude.astype(float), crs="EPSG:4326")
    west, _, _, north, scale = _extent()
    projected = at.to_crs(PICTURE_CRS)
    return [(round(scale * (p.x - west)), round(scale * (north - p.y))) for p in projected]


@cache
def codes() -> tuple[str, ...]:
    """Return the province codes in the order of the outlines, which is that of paint strings."""
    return tuple(_outlines().index)


@cache
def _extent() -> tuple[float, float, float, float, float]:
    """Return the western, southern, eastern and northern end in metres, and units per metre."""
    west, south, east, north = _outlines().to_crs(PICTURE_CRS).total_bounds
    return west, south, east, north, WIDTH / (east - west)


@cache
def _outlines() -> gpd.GeoDataFrame:
    """Return the outlines in EPSG:4326, sorted by province_code; never change it in place."""
    outlines = gpd.read_file(paths.GEO / "provinces.geojson")
    return outlines.astype({"province_code": "string"}).set_index("province_code").sort_index()


def _rings(shape: BaseGeometry) -> Iterator[Ring]:
    """Yield the rings of a shape in whole units.

    Corners that repeat the one before are left out, and so are rings smaller than a unit.
    """
    for polygon in getattr(shape, "geoms", [shape]):
        for ring in (polygon.exterior, *polygon.interiors):
            corners = [(round(x), round(y)) for x, y in ring.coords[:-1]]
            apart = tuple(corner for corner, _ in groupby(corners))
            if len(apart) > 1:
                yield apart


def _path(ring: Ring) -> str:
    steps = [f"{x - from_x} {y - from_y}" for (from_x, from_y), (x, y) in pairwise(ring)]
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z"


def _tiles() -> pd.DataFrame:
    grid = pd.read_csv(paths.GEO / "tile_grid.csv", dtype={"province_code": "string"})
    provinces = pd.read_csv(paths.DATA / "provinces.csv", dtype={"province_code": "string"})
    return grid.merge(provinces[["province_code", "abbreviation_th"]]).set_index("province_code")
