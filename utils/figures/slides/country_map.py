"""The map of a slide: how each province is painted, and the names that stand beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypedDict

from utils.figures import outlines
from utils.figures.outlines import Outline
from utils.figures.slides.pictures import Anchor, Label

# In the units of the outlines.
_SIDE: Final = 750  # room for names in the west and in the east
_OVER: Final = 20  # room above and below
_STEP: Final = 100  # from one name to the next, which are at most so high
_EDGE: Final = 30  # from the land to the end of a leader
_ASIDE: Final = 12  # from there to the name
_FADED: Final = 0.22  # opacity outside the chosen area
_WIDTH: Final = outlines.WIDTH + 2 * _SIDE


class NameLabel(Label):
    """The name of a province; `leader`: the two ends of the line from the province to the name."""

    leader: list[float]


class Country(TypedDict):
    """The map with its legend and the names beside it.

    `size`: of the picture; `origin`: of the outlines in it; both in the units of the outlines.
    `paint`: a character for each province, the place of its class in `classes`, in base 36.
    `faded`: the same, "1" for a province that is drawn with `opacity` only.
    `classes`: rows of `utils.figures.map_data.legend_row`. `named`: codes of the named provinces.
    """

    lang: str
    size: list[int]
    origin: list[int]
    paint: str
    faded: str
    opacity: float
    classes: list[dict[str, Any]]
    named: list[str]
    labels: list[NameLabel]


@dataclass(frozen=True, kw_only=True)
class Province:
    """A province as it is drawn; `swatch`: a row of the legend, `text`: its name and its class."""

    outline: Outline
    name: str
    swatch: Mapping[str, Any]
    opacity: float
    text: str


def country(shown: Mapping[str, Any], named: Collection[str]) -> Country:
    """Return the picture of painted provinces.

    `shown`: from `utils.figures.map_data.picture`. `named`: codes of the provinces to name beside
    the map; there is room for 16 on each side.
    """
    lang = shown["lang"]
    return Country(
        lang=lang,
        size=[_WIDTH, _height()],
        origin=[_SIDE, _OVER],
        paint=shown["paint"],
        faded=shown["faded"],
        opacity=_FADED,
        classes=shown["classes"],
        named=list(named),
        labels=[one for east in (False, True) for one in _names(named, lang, east=east)],
    )


def provinces(picture: Mapping[str, Any]) -> Iterator[Province]:
    """Yield the provinces of a map in the order of their codes."""
    marks = zip(outlines.provinces(), picture["paint"], picture["faded"], strict=True)
    for outline, paint, faded in marks:
        swatch = picture["classes"][int(paint, 36)]
        name = getattr(outline, picture["lang"])
        yield Province(
            outline=outline,
            name=name,
            swatch=swatch,
            opacity=picture["opacity"] if faded == "1" else 1,
            text=f"{name}: {swatch['label']}",
        )


def _names(named: Collection[str], lang: str, *, east: bool) -> Iterator[NameLabel]:
    """Yield the names in one margin, from north to south, each as near its province as fits."""
    middle = outlines.WIDTH / 2
    here = [one for one in outlines.provinces() if one.code in named and (one.x > middle) == east]
    edge, aside = (outlines.WIDTH + _EDGE, _ASIDE) if east else (-_EDGE, -_ASIDE)
    anchor: Anchor = "start" if east else "end"
    highest = 0.0
    for at, one in enumerate(sorted(here, key=lambda one: one.y)):
        lowest = outlines.height() - (len(here) - at - 0.5) * _STEP
        y = min(max(one.y, highest), lowest)
        highest = y + _STEP
        yield NameLabel(
            text=getattr(one, lang),
            x=_across(edge + aside),
            y=_down(y),
            anchor=anchor,
            shift=[0, 0],
            strong=False,
            leader=[_across(one.x), _down(one.y), _across(edge), _down(y)],
        )


def _height() -> int:
    return outlines.height() + 2 * _OVER


def _across(x: float) -> float:
    """Turn units of the outlines, from the west, into a percentage of the picture's width."""
    return round(100 * (x + _SIDE) / _WIDTH, 2)


def _down(y: float) -> float:
    return round(100 * (y + _OVER) / _height(), 2)
