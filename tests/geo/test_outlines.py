"""The outlines of geo/provinces.geojson: whole, clean, and in the right place."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Geod

ROOT = Path(__file__).resolve().parents[2]
PROPERTIES = ("province_code", "iso_code", "name_th", "name_en")

Row = dict[str, str]
Outlines = dict[str, shapely.Geometry]

# A crack up to twice this wide is found: 333 m, three steps of the grid of 0.001 degree to which
# corners are rounded. A crack narrower than one step cannot exist along a border: its sides
# would have rounded to the same corners.
CRACK_DEGREES = 0.0015

# Where a border meets the coast at a river mouth, the sea itself ends in a wedge between two
# provinces. Such a wedge is no crack; the three of the country, by code, are all there may be.
RIVER_MOUTHS = {frozenset({"22", "23"}), frozenset({"91", "92"}), frozenset({"81", "82"})}
WEDGE_KM2 = 0.2  # a crack one step wide is larger than this when only 2 km long

# Provinces whose area differs by more than 5 % from the unsimplified drawing: none.
AREA_EXCEPTIONS: frozenset[str] = frozenset()


def area_km2(shape: shapely.Geometry) -> float:
    """Area on the ellipsoid itself: another way than the projection that the script uses."""
    square_metres, _ = Geod(ellps="WGS84").geometry_area_perimeter(shape)
    return abs(float(square_metres)) / 1e6


def wedges(outlines: Outlines) -> dict[frozenset[str], float]:
    """Narrow spaces between two or more provinces, and their area in km²."""
    country = shapely.union_all(list(outlines.values()))
    closed = country.buffer(CRACK_DEGREES, join_style="mitre")
    closed = closed.buffer(-CRACK_DEGREES, join_style="mitre")
    found: dict[frozenset[str], float] = {}
    for space in shapely.get_parts(closed.difference(country)):
        beside = [code for code, shape in outlines.items() if shape.dwithin(space, 1e-6)]
        if len(beside) > 1 and (area := area_km2(space)) > 1e-4:
            key = frozenset(beside)
            found[key] = found.get(key, 0.0) + area
    return found


def test_codes_and_names_are_those_of_the_table_of_provinces_in_its_order(
    features: list[dict[str, Any]], provinces: list[Row]
) -> None:
    expected = [{name: row[name] for name in PROPERTIES} for row in provinces]
    expected.sort(key=lambda row: row["province_code"])
    assert [item["properties"] for item in features] == expected
    assert len(features) == 77


def test_each_outline_is_a_valid_polygon_inside_the_box_of_the_country(outlines: Outlines) -> None:
    for code, shape in outlines.items():
        assert shape.geom_type in {"Polygon", "MultiPolygon"}, code
        assert shape.is_valid, f"{code}: {shapely.is_valid_reason(shape)}"
        west, south, east, north = shape.bounds
        assert 97.3 < west < east < 105.7, code
        assert 5.6 < south < north < 20.5, code


def test_outer_rings_run_anticlockwise_as_rfc_7946_asks(outlines: Outlines) -> None:
    parts = shapely.get_parts(list(outlines.values()))
    assert shapely.is_ccw(shapely.get_exterior_ring(parts)).all()


def test_the_file_is_small_enough_for_a_phone() -> None:
    assert (ROOT / "geo/provinces.geojson").stat().st_size <= 200_000


def test_corners_lie_on_the_grid_of_a_thousandth_of_a_degree(outlines: Outlines) -> None:
    corners = shapely.get_coordinates(list(outlines.values()))
    assert np.array_equal(corners, corners.round(3))


def test_neighbours_do_not_overlap_and_share_their_corners(outlines: Outlines) -> None:
    # Exact, no tolerance: the interiors are disjoint and the corners of shared borders the same.
    assert shapely.coverage_is_valid(list(outlines.values()))


def test_the_areas_add_up_to_the_area_of_the_country(outlines: Outlines) -> None:
    # Counted on the plane of degrees; 1e-9 square degree is 12 m², the noise of the arithmetic.
    shapes = list(outlines.values())
    assert shapely.area(shapes).sum() == pytest.approx(shapely.union_all(shapes).area, abs=1e-9)


def test_no_crack_runs_between_neighbours(outlines: Outlines) -> None:
    found = wedges(outlines)
    assert found.keys() <= RIVER_MOUTHS
    assert max(found.values(), default=0) < WEDGE_KM2


def test_the_country_has_no_hole(outlines: Outlines) -> None:
    # Songkhla lake opens to the sea, so even its water is no hole.
    parts = shapely.get_parts(shapely.union_all(list(outlines.values())))
    assert shapely.get_num_interior_rings(parts).sum() == 0


@pytest.mark.parametrize("east", [0.001, -0.001])
def test_a_province_moved_by_one_step_is_noticed(outlines: Outlines, east: float) -> None:
    moved = outlines | {"40": shapely.transform(outlines["40"], lambda xy: np.add(xy, [east, 0]))}
    assert not shapely.coverage_is_valid(list(moved.values()))
    assert not wedges(moved).keys() <= RIVER_MOUTHS


def test_each_capital_lies_inside_its_province(outlines: Outlines, provinces: list[Row]) -> None:
    # No tolerance: even the towns on the Mekong and on the coast lie inside.
    outside = [
        row["name_en"]
        for row in provinces
        if not outlines[row["province_code"]].contains(
            shapely.Point(float(row["capital_longitude"]), float(row["capital_latitude"]))
        )
    ]
    assert len(provinces) == 77
    assert outside == []


def test_areas_stay_within_five_percent_of_the_unsimplified(
    outlines: Outlines, quality: list[Row]
) -> None:
    drawn = {row["province_code"]: float(row["area_km2_unsimplified"]) for row in quality}
    assert drawn.keys() == outlines.keys()
    outside = {
        code for code, shape in outlines.items() if abs(area_km2(shape) / drawn[code] - 1) > 0.05
    }
    assert outside == AREA_EXCEPTIONS


def test_the_quality_table_tells_the_areas_of_this_file(
    outlines: Outlines, quality: list[Row]
) -> None:
    # One part in a thousand: straight lines differ a little between the two ways of measuring.
    for row in quality:
        here = area_km2(outlines[row["province_code"]])
        assert float(row["area_km2"]) == pytest.approx(here, rel=1e-3), row["province_code"]
        assert 0.97 <= float(row["iou"]) <= 1, row["province_code"]


@pytest.mark.parametrize(
    ("code", "official_km2"),
    [("30", 20_494), ("71", 19_483), ("83", 543), ("75", 417), ("10", 1_569)],
    ids=["Nakhon Ratchasima", "Kanchanaburi", "Phuket", "Samut Songkhram", "Bangkok"],
)
def test_areas_are_near_the_official_ones(
    outlines: Outlines, code: str, official_km2: float
) -> None:
    # Figures that Thai authorities publish; 5 % holds drawing, cleaning and simplification.
    assert area_km2(outlines[code]) == pytest.approx(official_km2, rel=0.05)


def test_the_country_has_its_official_area(outlines: Outlines) -> None:
    assert sum(map(area_km2, outlines.values())) == pytest.approx(513_120, rel=0.01)


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        pytest.param("83", 98.34, 7.98, id="Phuket"),
        pytest.param("84", 100.00, 9.50, id="Ko Samui"),
        pytest.param("23", 102.33, 12.06, id="Ko Chang"),
        pytest.param("84", 100.03, 9.74, id="Ko Pha-ngan"),
        pytest.param("84", 99.84, 10.10, id="Ko Tao"),
        pytest.param("23", 102.56, 11.67, id="Ko Kut"),
        pytest.param("81", 99.07, 7.53, id="Ko Lanta Yai"),
        pytest.param("82", 98.59, 8.00, id="Ko Yao Yai"),
        pytest.param("91", 99.65, 6.60, id="Ko Tarutao"),
    ],
)
def test_islands_are_kept_apart_from_the_mainland_and_in_their_province(
    outlines: Outlines, code: str, longitude: float, latitude: float
) -> None:
    parts = [(owner, p) for owner, o in outlines.items() for p in shapely.get_parts(o)]
    place = shapely.Point(longitude, latitude)
    ((owner, island),) = [(owner, part) for owner, part in parts if part.contains(place)]
    assert owner == code
    others = [part for _, part in parts if not part.equals(island)]
    assert not shapely.intersects(island, others).any()


def test_provinces_that_touch_nobody_are_islands(outlines: Outlines) -> None:
    touching = {
        code
        for a, b in combinations(outlines, 2)
        if outlines[a].intersects(outlines[b])
        for code in (a, b)
    }
    assert outlines.keys() - touching == {"83"}


def test_the_script_refuses_another_drawing_and_leaves_the_files_alone(tmp_path: Path) -> None:
    other = tmp_path / "thailand.svg"
    other.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    kept = {path: path.read_bytes() for path in (ROOT / "geo").glob("[pq]*.*")}
    command = [sys.executable, str(ROOT / "geo/build_outlines.py"), str(other)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "is not thailand.svg of @svg-maps/thailand 2.0.0" in run.stderr
    assert len(kept) == 2
    assert {path: path.read_bytes() for path in kept} == kept
