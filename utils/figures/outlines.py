"""Province outlines as SVG paths, made once from geo/provinces.geojson."""

from __future__ import annotations

import csv
import itertools
import json
import math
from functools import cache
from typing import Any

from utils import paths

WIDTH = 1000
MIDDLE_LATITUDE = 13.0  # a plate carrée stretched there is true enough for a picture
Ring = list[list[float]]


@cache
def for_browser() -> str:
    """Return what the map component fetches once, as JSON text.

    Returns
    -------
    str
        {"width", "height", "provinces": [{"code", "iso", "th", "en", "d", "x", "y", "column",
        "row", "short"}]}, in the order of the province codes: `d` an SVG path, `x` and `y` the
        middle of its box, `column` and `row` its place in the tile grid, counted from 0, `short`
        its official abbreviation.
    """
    features = json.loads((paths.GEO / "provinces.geojson").read_text("utf-8"))["features"]
    rings = {f["properties"]["province_code"]: _rings(f["geometry"]) for f in features}
    points = [point for ring_list in rings.values() for ring in ring_list for point in ring]
    west, north = min(p[0] for p in points), max(p[1] for p in points)
    scale = WIDTH / (max(p[0] for p in points) - west)
    tiles = _tiles()
    provinces = []
    for feature in sorted(features, key=lambda f: f["properties"]["province_code"]):
        properties = feature["properties"]
        code = properties["province_code"]
        drawn = [
            [[(x - west) * scale, (north - y) * scale] for x, y in ring] for ring in rings[code]
        ]
        provinces.append(
            {
                "code": code,
                "iso": properties["iso_code"],
                "th": properties["name_th"],
                "en": properties["name_en"],
                "d": "".join(_path(ring) for ring in drawn),
                **_middle(drawn),
                "column": tiles[code][0],
                "row": tiles[code][1],
                "short": tiles[code][2],
            }
        )
    height = math.ceil((north - min(p[1] for p in points)) * scale)
    return json.dumps(
        {"width": WIDTH, "height": height, "provinces": provinces},
        ensure_ascii=False,
        separators=(",", ":"),
    )


@cache
def codes() -> tuple[str, ...]:
    """Return the province codes in the order of the outlines: the order of a paint string."""
    return tuple(sorted(_tiles()))


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    squeeze = math.cos(math.radians(MIDDLE_LATITUDE))
    return [[[x * squeeze, y] for x, y in ring] for polygon in polygons for ring in polygon]


def _path(ring: Ring) -> str:
    whole = [(round(x), round(y)) for x, y in ring[:-1]]
    steps = [
        f"{x - px} {y - py}" for (px, py), (x, y) in itertools.pairwise(whole) if (x, y) != (px, py)
    ]
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z" if steps else ""


def _middle(rings: list[Ring]) -> dict[str, int]:
    largest = max(rings, key=_box_size)
    xs, ys = [p[0] for p in largest], [p[1] for p in largest]
    return {"x": round((min(xs) + max(xs)) / 2), "y": round((min(ys) + max(ys)) / 2)}


def _box_size(ring: Ring) -> float:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


@cache
def _tiles() -> dict[str, tuple[int, int, str]]:
    with (paths.DATA / "provinces.csv").open(encoding="utf-8") as file:
        short = {row["province_code"]: row["abbreviation_th"] for row in csv.DictReader(file)}
    with (paths.GEO / "tile_grid.csv").open(encoding="utf-8") as file:
        return {
            row["province_code"]: (
                int(row["column"]) - 1,
                int(row["row"]) - 1,
                short[row["province_code"]],
            )
            for row in csv.DictReader(file)
        }
