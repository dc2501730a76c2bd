"""Build provinces.geojson and quality.csv from the drawing of an npm package.

README.md beside this file says how to fetch the drawing and how to run this.
The same drawing always gives the same two files, byte for byte.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import shapely
from pyproj import Transformer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Row = dict[str, str]
    Shapes = NDArray[np.object_]

HERE = Path(__file__).resolve().parent
PROVINCES = HERE.parent / "data" / "provinces.csv"

# thailand.svg of @svg-maps/thailand 2.0.0: every rule below was measured on this drawing only.
DRAWING_SHA256 = "99813b8a2c6cec52787f9dc559864d86b562d164ac0ef7e2d9bca1e81011a7ec"
LAKE = "Lake Songkha"  # spelt so in the drawing; water, and no province

# The drawing is a world Mercator map (EPSG:3395) scaled and shifted to pixels.
METRES_PER_PIXEL = 1651.414
LEFT_METRES, TOP_METRES = 10835859.0, 2313618.0

SNAP_METRES = 80  # the least that closes every crack between neighbours (70 leaves one open)
GAP_METRES = 1000  # holes narrower than this are cracks: the drawing has no lake so narrow
TOLERANCE_DEGREES = 0.0096  # root of the smallest corner kept, about 1 km
CRUMB_M2 = 1e6  # what a line that crosses itself leaves over; the smallest island has 6 km²
DECIMALS = 3  # of a degree, 111 m: finer digits cost more than the corners they would buy


def rings(path: str) -> list[NDArray[np.float64]]:
    """Read the closed rings of an SVG path of relative moves and lines.

    Parameters
    ----------
    path : the `d` attribute, "m dx,dy dx,dy … z m …", in pixels

    Returns
    -------
    One array (corners, 2) a ring, in metres of EPSG:3395
    """
    start, found = np.zeros(2), []
    for ring in re.findall(r"m([^mz]*)z", path):
        steps = np.array([pair.split(",") for pair in ring.split()], dtype=np.float64)
        corners = start + steps.cumsum(axis=0)
        start = corners[0]  # SVG: after z the pen is back where the ring began
        found.append(corners * [METRES_PER_PIXEL, -METRES_PER_PIXEL] + [LEFT_METRES, TOP_METRES])
    return found


def only_polygons(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """Repair a shape and drop the lines, points and crumbs that a repair may leave."""
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shape)))
    return shapely.multipolygons([part for part in parts if part.area > CRUMB_M2])


def outline(path: str) -> shapely.MultiPolygon:
    """Join the rings of one path; a ring inside a larger one is a hole."""
    pieces = [only_polygons(shapely.polygons(ring)) for ring in rings(path)]
    whole, *others = sorted(pieces, key=shapely.area, reverse=True)
    for piece in others:
        inside = whole.contains(piece.representative_point())
        whole = whole.difference(piece) if inside else whole.union(piece)
    return only_polygons(whole)


def read_drawing(svg: Path) -> dict[str, shapely.MultiPolygon]:
    """Read the outlines of a drawing, by their English label.

    Returns
    -------
    Label to outline in metres of EPSG:3395, the lake included

    Raises
    ------
    ValueError
        If the file is not the drawing this script was written for.
    """
    content = svg.read_bytes()
    if hashlib.sha256(content).hexdigest() != DRAWING_SHA256:
        raise ValueError(f"{svg} is not thailand.svg of @svg-maps/thailand 2.0.0")
    root = ET.fromstring(content)  # noqa: S314 the checksum above vouches for the file
    paths = root.iter("{http://www.w3.org/2000/svg}path")
    return {path.attrib["aria-label"]: outline(path.attrib["d"]) for path in paths}


def by_name(rows: Iterable[Row], labels: Iterable[str]) -> dict[str, Row]:
    """Match labels of the drawing to provinces by the letters of their English names.

    Raises
    ------
    ValueError
        If a province has no label, or a label other than the lake has no province.
    """
    provinces = {_letters(row["name_en"]): row for row in rows}
    known = {_letters(label): label for label in labels if label != LAKE}
    if different := provinces.keys() ^ known.keys():
        raise ValueError(f"names without a partner: {sorted(different)}")
    return {known[letters]: row for letters, row in provinces.items()}


def _letters(name: str) -> str:
    return re.sub("[^a-z]", "", name.lower())


def project(shapes: Shapes, source: int, target: int) -> Shapes:
    """Move shapes from one EPSG system to another, x before y."""
    move = Transformer.from_crs(source, target, always_xy=True).transform
    moved: Shapes = shapely.transform(shapes, lambda xy: np.column_stack(move(xy[:, 0], xy[:, 1])))
    return moved


def simplify(shapes: Shapes) -> Shapes:
    """Simplify a clean coverage in degrees, shared edges once for both sides, and round it.

    Raises
    ------
    ValueError
        If rounding made neighbours overlap or part.
    """
    simple = shapely.coverage_simplify(shapes, TOLERANCE_DEGREES)
    rounded: Shapes = shapely.transform(simple, lambda xy: xy.round(DECIMALS))
    if not (shapely.is_valid(rounded).all() and shapely.coverage_is_valid(rounded)):
        raise ValueError("rounding broke the shared edges: choose another tolerance")
    # Polygons as in RFC 7946: outer rings run anticlockwise, from a fixed first corner.
    return shapely.orient_polygons(shapely.normalize(rounded))  # type: ignore[no-any-return]


def write_outlines(path: Path, rows: Sequence[Row], shapes: Shapes) -> None:
    """Write GeoJSON, one province a line, so that a change reads well in a comparison."""
    names = ("province_code", "iso_code", "name_th", "name_en")
    features = [
        {
            "type": "Feature",
            "properties": {name: row[name] for name in names},
            "geometry": shapely.geometry.mapping(shape),
        }
        for row, shape in zip(rows, shapes, strict=True)
    ]
    lines = [json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def write_quality(path: Path, rows: Sequence[Row], drawn: Shapes, built: Shapes) -> None:
    """Write each province's area before and after, in km², and how far the two agree."""
    before, after = (project(shapes, 4326, 6933) for shapes in (drawn, built))
    agree = shapely.area(shapely.intersection(before, after)) / shapely.area(
        shapely.union(before, after)
    )
    areas = (shapely.area(before) / 1e6, shapely.area(after) / 1e6)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["province_code", "area_km2_unsimplified", "area_km2", "iou"])
        for row, old, new, iou in zip(rows, *areas, agree, strict=True):
            table.writerow([row["province_code"], f"{old:.1f}", f"{new:.1f}", f"{iou:.4f}"])


def main() -> None:
    """Read the drawing named on the command line and write both files."""
    parser = argparse.ArgumentParser(description="Build geo/provinces.geojson and geo/quality.csv.")
    parser.add_argument("svg", type=Path, help="thailand.svg of @svg-maps/thailand 2.0.0")
    drawing = read_drawing(parser.parse_args().svg)
    with PROVINCES.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["province_code"])
    labels = {row["province_code"]: label for label, row in by_name(rows, drawing).items()}
    ordered = [labels[row["province_code"]] for row in rows]
    # The lake takes part in the cleaning, so that its shores too end as one line.
    drawn = np.array([drawing[label] for label in [*ordered, LAKE]], dtype=object)
    clean = shapely.coverage_clean(
        drawn, gap_width=GAP_METRES, snapping_distance=SNAP_METRES, merge_strategy="min_area"
    )
    built = simplify(project(clean[:-1], 3395, 4326))
    write_outlines(HERE / "provinces.geojson", rows, built)
    write_quality(HERE / "quality.csv", rows, project(drawn[:-1], 3395, 4326), built)
    print(f"{len(rows)} outlines, {shapely.get_num_coordinates(built).sum()} corners")


if __name__ == "__main__":
    main()
