"""The only module that names a colour: of classes, of lines, of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FONT = "'IBM Plex Sans Thai', sans-serif"
INK = "#16262B"
QUIET = "#51646A"
LINE = "#D5DCDD"
EDGE = "#7E9095"
HATCH = "#B3BFC2"
WASH = "#F1F4F4"
GRID = "#EBEFEF"
PAPER = "#FFFFFF"
LAND = "#E3E9EA"
ACCENT = "#0B5F61"
UNKNOWN = "#FFFFFF"
OUTSIDE = "#ECEFEF"
POINT_EDGE = "#FFFFFF"
NOBODY = "#E9E4D8"
OCHRE = "#A9701C"
SAND = "#D6C38C"
TRIAL = "#4F3A78"  # the band above invented numbers: like no class, and 9.6 to 1 under white

# One hue: lightness alone shows the order, so it can be read without colour vision and in grey
# print.
SEQUENTIAL = ("#CFE5E2", "#9ACAC6", "#5BA6A4", "#1F8082", "#0B5F61", "#073B3D")

Pattern = Literal["solid", "hatch", "dots"]


@dataclass(frozen=True, kw_only=True)
class Swatch:
    """How one class is painted: a fill, and a pattern where colour alone would not be enough."""

    fill: str
    pattern: Pattern = "solid"


STATUS = {
    "counted": Swatch(fill=SEQUENTIAL[4]),
    "not_known": Swatch(fill=UNKNOWN, pattern="hatch"),
    "older": Swatch(fill=SEQUENTIAL[2]),
    "other": Swatch(fill=SEQUENTIAL[0]),
    "none": Swatch(fill=NOBODY),
    "outside": Swatch(fill=OUTSIDE),
    "no_round": Swatch(fill=UNKNOWN, pattern="dots"),
    "no_data": Swatch(fill=UNKNOWN, pattern="dots"),
}

# Levels of the staircase and stages of provinces: the same in every year and every picture.
LEVELS = {
    "1": Swatch(fill=SEQUENTIAL[0]),
    "2": Swatch(fill=SEQUENTIAL[2]),
    "3": Swatch(fill=SEQUENTIAL[3]),
    "4": Swatch(fill=SEQUENTIAL[5]),
    "unknown": Swatch(fill=UNKNOWN, pattern="hatch"),
    "left": Swatch(fill=UNKNOWN, pattern="dots"),
}
STAGES = {
    **{level: LEVELS[level] for level in ("1", "2", "3", "4")},
    "unknown": Swatch(fill=SAND),
    "withdrawn": LEVELS["left"],
    "none": Swatch(fill=NOBODY),
    "not_reported": Swatch(fill=UNKNOWN, pattern="hatch"),
    "outside": STATUS["outside"],
    "no_data": STATUS["no_data"],
}
# Flows cross and are translucent; their colours still differ as they are drawn.
MOVES = {
    "up": SEQUENTIAL[3],
    "stay": HATCH,
    "down": OCHRE,
    "left": QUIET,
    "not_reported": SAND,
    "new": SEQUENTIAL[2],
    "graduated": SEQUENTIAL[5],
}
MOVES_OPACITY = 0.7


def css_variables() -> str:
    """Return the colours as custom properties, for the components' style sheets."""
    named = {
        "ink": INK,
        "quiet": QUIET,
        "line": LINE,
        "edge": EDGE,
        "hatch": HATCH,
        "wash": WASH,
        "paper": PAPER,
        "land": LAND,
        "point-edge": POINT_EDGE,
        "accent": ACCENT,
        "caution": OCHRE,
        "trial": TRIAL,
    }
    return ":root,:host{" + "".join(f"--{name}:{colour};" for name, colour in named.items()) + "}"


def clear(colour: str, opacity: float) -> str:
    """Return a colour with an opacity, as CSS: "rgba(11,95,97,0.5)"."""
    red, green, blue = rgb(colour)
    return f"rgba({red},{green},{blue},{opacity})"


def on_paper(colour: str, opacity: float) -> str:
    """Return the opaque colour that looks like a translucent one on the background of a picture."""
    mixed = (
        round(opacity * above + (1 - opacity) * below)
        for above, below in zip(rgb(colour), rgb(PAPER), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in mixed)


def rgb(colour: str) -> list[int]:
    """Turn "#rrggbb" into [r, g, b] for pydeck."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
