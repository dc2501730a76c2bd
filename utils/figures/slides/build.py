"""The slides of a meeting: one definition for the screen and for every file.

Each message is a sentence made from the measured tables; nothing here counts anything itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from utils.figures import invented
from utils.figures.slides import areas as slide_areas
from utils.figures.slides import change as slide_change
from utils.figures.slides import corrections as slide_corrections
from utils.figures.slides import coverage as slide_coverage
from utils.figures.slides import holding_back as slide_holding_back
from utils.figures.slides import minutes as slide_minutes
from utils.figures.slides import needs as slide_needs
from utils.figures.slides import pictures
from utils.figures.slides import scores as slide_scores
from utils.figures.slides import staircase as slide_staircase
from utils.figures.slides.slide import Material, Selection, Slide, SlideContext, SlideName

_Built = Slide | tuple[Slide, ...] | None
_BUILDERS: dict[SlideName, Callable[[SlideContext], _Built]] = {
    "stand": slide_coverage.stand,
    "map": slide_coverage.on_map,
    "change": slide_change.change,
    "moved": slide_change.moved,
    "scored": slide_scores.scored,
    "corrected": slide_corrections.corrected,
    "last": slide_minutes.last,
    "pace": slide_coverage.pace,
    "regions": slide_areas.regions,
    "stairs": slide_staircase.stairs,
    "holding": slide_holding_back.holding,
    "pilots": slide_areas.pilots,
    "remaining": slide_areas.remaining,
    "needs": slide_needs.needs,
    "decisions": slide_minutes.decisions,
}


def build(chosen: Selection, material: Material) -> tuple[Slide, ...]:
    """Return the chosen slides in their order.

    A slide without a table to show is left out: of the staircase and of scores, where neither a
    real table is loaded nor an invented one asked for; of resolutions, where no meeting is named;
    of corrections, where two releases are not compared or nothing was corrected; of what each
    province needs, where all are counted. Resolutions that are too many for one slide go on on the
    next.
    """
    return of(SlideContext(chosen=chosen, material=material))


def of(context: SlideContext) -> tuple[Slide, ...]:
    """Return the slides of a selection beside its tables, as `build`."""
    return tuple(
        _finished(slide, context)
        for name in context.chosen.slides
        for slide in _pages(_BUILDERS[name](context))
    )


def _finished(slide: Slide, context: SlideContext) -> Slide:
    """Return a slide whose picture says what it shows, and where it says that it is invented."""
    mark = invented.mark(context.words, fictitious=slide.fictitious)
    rows = len(slide.figure["rows"]) if slide.kind == "bars" else None
    own = {"alternative": slide.sentence, "marks": pictures.marks(mark, rows)}
    table = slide.table
    if slide.fictitious:
        table = invented.in_every_row(table, context.words)
    return replace(slide, figure={**slide.figure, **own}, table=table)


def _pages(built: _Built) -> Iterator[Slide]:
    if isinstance(built, Slide):
        yield built
    elif built is not None:
        yield from built
