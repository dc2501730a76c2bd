"""Painted provinces as data for the component `map`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd

from utils.figures import theme
from utils.figures.outlines import codes
from utils.figures.theme import Swatch
from utils.words import Words

# Fills darker than this have white letters on them.
_DARK = 110


@dataclass(frozen=True, kw_only=True)
class Painted:
    """The provinces with their classes, and the labels and swatches of these.

    `keys`, `labels`, `swatches` : one of each per class, in legend order. `provinces`: the measured
    table with the outlines, from `utils.figures.outlines.with_table`, and `class`: the key of each
    province.
    """

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    swatches: tuple[Swatch, ...]
    provinces: gpd.GeoDataFrame

    @property
    def classes(self) -> pd.Series:
        """The key of every province, indexed by province_code, in the order of the outlines."""
        classes: pd.Series = self.provinces["class"]
        return classes

    def paint(self) -> str:
        """Return one character per province: the place of its class in the legend, in base 36."""
        place = {
            key: "0123456789abcdefghijklmnopqrstuvwxyz"[at] for at, key in enumerate(self.keys)
        }
        return "".join(place[key] for key in self.classes)

    def counts(self) -> list[int]:
        """Return how many provinces are in each class, in legend order."""
        return [int((self.classes == key).sum()) for key in self.keys]


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What goes with the picture: the address of the outlines, the views, a label, the area.

    `chosen`: the code of the province that is ringed. `zoomed`: whether the outlines fill the
    picture with the area, its provinces named.
    """

    outlines: str
    views: tuple[str, ...]
    label: str
    area: Collection[str]
    chosen: str | None = None
    zoomed: bool = False


def data(painted: Painted, frame: Frame, words: Words, *, counts: bool) -> dict[str, Any]:
    """Return all data of the component for a map of results: `picture`, and the facts of its tips.

    `painted`: from a table of `measures.coverage.coverage.by_province`.
    """
    results = painted.provinces[["first_year_be", "latest_year_be", "municipalities"]]
    return picture(painted, frame, words, counts=counts) | {
        "tips": _templates(words),
        "facts": [
            None if pd.isna(latest) else [int(first), int(latest), int(municipalities)]
            for first, latest, municipalities in results.to_numpy()
        ],
    }


def picture(painted: Painted, frame: Frame, words: Words, *, counts: bool) -> dict[str, Any]:
    """Return the data of the component without tips: painted provinces, legend and frame.

    `counts`: whether the legend says how many provinces are in each class.
    """
    area = set(frame.area)
    inside = painted.classes[painted.classes.index.isin(area)]
    numbers = [int((inside == key).sum()) if counts else None for key in painted.keys]
    return {
        "outlines": frame.outlines,
        "views": list(frame.views),
        "lang": words.lang,
        "label": frame.label,
        "credit": words("source.outlines"),
        "chosen": frame.chosen,
        "paint": painted.paint(),
        "zoomed": frame.zoomed,
        "faded": "".join("0" if code in area else "1" for code in codes()),
        "classes": [
            legend_row(label, swatch, number)
            for label, swatch, number in zip(painted.labels, painted.swatches, numbers, strict=True)
        ],
    }


def _templates(words: Words) -> dict[str, str]:
    """Return the texts of tips with placeholders, which the browser fills for each province."""
    places = {name: f"{{{name}}}" for name in ("label", "first", "latest")}
    return {
        "year": words("map.value.counted", value=words("map.value.year", **places), n="{n}"),
        "years": words("map.value.counted", value=words("map.value.years", **places), n="{n}"),
    }


def legend_row(label: str, swatch: Swatch, count: int | None = None) -> dict[str, Any]:
    """Return one row of a legend, as the components `map` and `legend` read it."""
    return {
        "label": label,
        "fill": swatch.fill,
        "pattern": swatch.pattern,
        "dark": swatch.pattern == "solid" and _lightness(swatch.fill) < _DARK,
        "count": count,
    }


def _lightness(colour: str) -> float:
    red, green, blue = theme.rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue
