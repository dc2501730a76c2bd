"""The committed files of geo/, read once."""

from __future__ import annotations

import csv
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import shapely

ROOT = Path(__file__).resolve().parents[2]

Row = dict[str, str]
Pair = frozenset[str]


def _rows(path: str) -> list[Row]:
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def provinces() -> list[Row]:
    return _rows("data/provinces.csv")


@pytest.fixture(scope="session")
def quality() -> list[Row]:
    return _rows("geo/quality.csv")


@pytest.fixture(scope="session")
def tiles() -> list[Row]:
    return _rows("geo/tile_grid.csv")


@pytest.fixture(scope="session")
def features() -> list[dict[str, Any]]:
    text = (ROOT / "geo/provinces.geojson").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)["features"]
    return found


@pytest.fixture(scope="session")
def outlines(features: list[dict[str, Any]]) -> dict[str, shapely.Geometry]:
    """Province code to outline, degrees."""
    return {
        item["properties"]["province_code"]: shapely.geometry.shape(item["geometry"])
        for item in features
    }


@pytest.fixture(scope="session")
def neighbours(outlines: dict[str, shapely.Geometry]) -> set[Pair]:
    """Pairs of provinces that share a stretch of border, not merely a point.

    Clean outlines use the same corners on both sides of a border, so two
    provinces are neighbours when one straight stretch belongs to both. Phuket
    is an island; its bridge to Phang-nga makes the one pair added by hand.
    """
    owner: dict[frozenset[tuple[float, float]], str] = {}
    pairs = {frozenset({"82", "83"})}
    for code, outline in outlines.items():
        for line in shapely.get_rings(shapely.get_parts(outline)):
            for stretch in pairwise(line.coords):
                other = owner.setdefault(frozenset(stretch), code)
                if other != code:
                    pairs.add(frozenset({code, other}))
    return pairs
