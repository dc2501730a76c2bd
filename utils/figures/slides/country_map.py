"""The map of a slide: how each province is painted, and the names that stand beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypedDict

from utils.figures import outlines
from utils.figures.outlines import Outline
from utils.figures.slides.pictures import Anchor, Label

# In the units of the outlines.
_SIDE: Final = 750  # room for names, west and east
_OVER: Final = 20  # above and below
_STEP: Final = 100  # from one name to the next: more than the height of a letter
_EDGE: Final = 30  # from the land to the end of a line
_ASIDE: Final = 12  # from there to the name
_FADED: Final = 0.22  # opacity outside the chosen area
_WIDTH: Final = outlines.WIDTH + 2 * _SIDE


class NameLabel(Label):
    """The name of a province, and the line that ties it to the province, from there to the name."""

    line: list[float]


class Country(TypedDict):
    """The map: a character a province for its class, and one for whether it is faded.

    `size`, `origin`: of the picture, and where in it the outlines begin, in their own units.
    `classes`: rows of `utils.figures.map_data.legend_row`: the legend. `opacity`: of what is faded.
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
    """A province as it is drawn: `text` names it with its class."""

    outline: Outline
    name: str
    swatch: Mapping[str, Any]
    opacity: float
    text: str


def country(shown: Mapping[str, Any], named: Collection[str]) -> Country:
    """Return the picture of painted provinces.

    `shown`: from `utils.figures.map_data.data`. `named`: codes of the provinces whose names are to
    stand beside the map; 16 find room on either side.
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
    """Yield the names in one margin from north to south, each as near its province as it can be."""
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
            line=[_across(one.x), _down(one.y), _across(edge), _down(y)],
        )


def _height() -> int:
    return outlines.height() + 2 * _OVER


def _across(x: float) -> float:
    """Return units of the outlines from the west in per cent of the picture's width."""
    return round(100 * (x + _SIDE) / _WIDTH, 2)


def _down(y: float) -> float:
    return round(100 * (y + _OVER) / _height(), 2)
