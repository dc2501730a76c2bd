"""The slides of a meeting: one definition for the screen and for every file.

Each message is a sentence made from the measured tables; nothing here counts anything itself.
"""

from __future__ import annotations

from collections.abc import Callable

from utils.figures import (
    slide_areas,
    slide_change,
    slide_corrected,
    slide_moved,
    slide_scored,
    slide_stairs,
    slide_standing,
)
from utils.figures.slide import Material, Seen, Selection, Slide, SlideName

_MADE: dict[SlideName, Callable[[Seen], Slide | None]] = {
    "stand": slide_standing.stand,
    "map": slide_standing.on_map,
    "change": slide_change.change,
    "moved": slide_moved.moved,
    "scored": slide_scored.scored,
    "corrected": slide_corrected.corrected,
    "pace": slide_standing.pace,
    "regions": slide_areas.regions,
    "stairs": slide_stairs.stairs,
    "pilots": slide_areas.pilots,
    "remaining": slide_areas.remaining,
}


def build(chosen: Selection, material: Material) -> tuple[Slide, ...]:
    """Return the chosen slides in their order.

    A slide without a table to show is left out: the staircase, where neither a real table is
    loaded nor an invented one asked for; corrections, where two releases are not compared.
    """
    return of(Seen(chosen=chosen, material=material))


def of(seen: Seen) -> tuple[Slide, ...]:
    """Return the slides of a selection beside its tables, as `build`."""
    made = (_MADE[name](seen) for name in seen.chosen.slides)
    return tuple(slide for slide in made if slide is not None)
