"""The classes in which the province map and the tile grid are painted.

They are fixed: one colour means one thing in every year and in every region.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import geopandas as gpd
import pandas as pd

from utils.figures import labels, theme
from utils.figures.map_data import Painted
from utils.figures.outlines import with_table
from utils.figures.theme import Swatch
from utils.measures.coverage.coverage import BEST_RESULTS, STATUSES, UNKNOWN
from utils.measures.coverage.rules import Question
from utils.words import Words

MapMeasure = Literal["status", "latest", "first", "best", "municipalities"]
MEASURES: tuple[MapMeasure, ...] = ("status", "latest", "first", "best", "municipalities")

# (first, last) of each class; the last class is open.
YEAR_CLASSES = ((2547, 2552), (2553, 2559), (2560, 2561), (2562, 2562), (2563, None))
COUNT_CLASSES = ((1, 1), (2, 3), (4, 5), (6, 7), (8, None))
Bounds = tuple[tuple[int, int | None], ...]


def paint(
    states: pd.DataFrame, measure: MapMeasure, words: Words, *, question: Question
) -> Painted:
    """Put every province into a class of a measure.

    Parameters
    ----------
    states : DataFrame
        From `utils.measures.coverage.coverage.by_province`, of all provinces.
    measure : MapMeasure
    words : Words
    question : Question
        The question that `states` answers; its rule and window are in the names of the classes.
    """
    provinces = with_table(states)
    if measure == "status":
        # Without a window there is nothing older.
        keys = [str(key) for key in STATUSES if key != "older" or question.first_year_be]
        classes, swatches = provinces["status"], [theme.STATUS[key] for key in keys]
        names = [labels.status(key, question, words) for key in keys]
    else:
        keys, names = _ordered_classes(measure, words)
        swatches = [Swatch(fill=colour) for colour in theme.SEQUENTIAL[: len(keys)]]
        for extra in ("none", "outside", "no_data"):
            keys.append(extra)
            names.append(labels.status(extra, question, words))
            swatches.append(theme.STATUS[extra])
        classes = _classify(provinces, measure)
    return _used(keys, names, swatches, provinces.assign(**{"class": classes}))


def _used(
    keys: list[str], names: list[str], swatches: list[Swatch], provinces: gpd.GeoDataFrame
) -> Painted:
    """Leave out the classes that no province can be in, by what is known of the lists.

    With no list at hand, all but the unknown states; with a list missing or not whole, those that
    say a province is certainly not counted; otherwise those of what is not known.
    """
    classes = provinces["class"]
    unknown = {str(state) for state in UNKNOWN if (classes == state).any()}
    if unknown:
        wanted = unknown | {"outside"}
    elif (classes == "not_known").any():
        wanted = {"counted", "not_known", "outside"}
    else:
        wanted = set(keys) - {"not_known", *UNKNOWN}
    shown = [at for at, key in enumerate(keys) if key in wanted]
    return Painted(
        keys=tuple(keys[at] for at in shown),
        labels=tuple(names[at] for at in shown),
        swatches=tuple(swatches[at] for at in shown),
        provinces=provinces,
    )


def _ordered_classes(measure: MapMeasure, words: Words) -> tuple[list[str], list[str]]:
    if measure == "best":
        return list(BEST_RESULTS), [labels.result(key, words) for key in BEST_RESULTS]
    bounds = COUNT_CLASSES if measure == "municipalities" else YEAR_CLASSES
    return [_key(*pair) for pair in bounds], [_range(pair, words) for pair in bounds]


def _classify(provinces: pd.DataFrame, measure: MapMeasure) -> pd.Series:
    place: dict[MapMeasure, Callable[[], pd.Series]] = {
        "best": lambda: provinces["best"],
        "latest": lambda: _binned(provinces["latest_year_be"], YEAR_CLASSES),
        "first": lambda: _binned(provinces["first_year_be"], YEAR_CLASSES),
        "municipalities": lambda: _binned(provinces["municipalities"], COUNT_CLASSES),
    }
    classes = place[measure]().astype("string").fillna("none")
    fixed = provinces["status"].isin(["outside", "no_data"])
    return classes.mask(fixed, provinces["status"])


def _binned(values: pd.Series, bounds: Bounds) -> pd.Series:
    classes = pd.Series(pd.NA, index=values.index, dtype="string")
    for low, high in bounds:
        inside = (values >= low) & ((values <= high) if high is not None else True)
        classes[inside.fillna(value=False)] = _key(low, high)
    return classes


def _key(low: int, high: int | None) -> str:
    return f"{low}-{high or ''}"


def _range(pair: tuple[int, int | None], words: Words) -> str:
    low, high = pair
    if high is None:
        return words("map.open_class", low=low)
    return str(low) if low == high else f"{low}–{high}"
