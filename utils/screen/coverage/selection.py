"""What pages hand to the one composer of selections, and what is kept of its answers."""

from __future__ import annotations

from collections.abc import Mapping

from utils import settings
from utils.exports import gather
from utils.exports import selection as composer
from utils.exports.selection import ReleaseTables, Request
from utils.figures.slides import build
from utils.figures.slides.slide import Selection, Slide, SlideContext
from utils.measures.changes.comparison import State
from utils.screen.app import cache, filters, link, release_shown
from utils.screen.app.filters import Filters
from utils.screen.scores import tables_in_use as score_tables
from utils.screen.staircase import tables_in_use as staircase_tables
from utils.tables.minutes import Meeting


def request(
    chosen: Filters,
    codes: Mapping[str, str] | None = None,
    *,
    meeting: Meeting | None = None,
    previous: Meeting | None = None,
) -> Request:
    """Return what the reader asks to see, every filter spelled out.

    `codes`: what the page's own widgets choose. `meeting`, `previous`: the meeting that the
    address names, and the one before it.
    """
    defaults = {param.name: param.default for param in filters.params().values()}
    return Request(
        words=chosen.words,
        codes=tuple((defaults | chosen.link | dict(codes or {})).items()),
        meeting=meeting,
        previous=previous,
        address=link.home("", {}),
        may_invent=settings.fictitious(),
    )


def tables() -> ReleaseTables:
    """Return the release shown with its tables, as they are kept for all pages."""
    release = release_shown.release()
    return ReleaseTables(
        release=release,
        earlier=tuple(one for one in release_shown.every() if one.number < release.number),
        load=cache.table,
        real=_state(fictitious=False),
        invented=lambda: _state(fictitious=True),
        state_of=_state_of,
    )


@cache.kept
def context(request: Request) -> SlideContext:
    """Return the selection that was asked for beside its tables."""
    return composer.compose(request, tables())


@cache.kept
def slides(request: Request) -> tuple[Slide, ...]:
    """Return the slides of a selection."""
    return build.of(context(request))


def of_province(request: Request, code: str) -> Selection:
    """Return the selection of one province, for its brief."""
    return composer.of_province(request, str(cache.province(code)["iso_code"]), tables())


def _state(*, fictitious: bool) -> State:
    return State(
        record=cache.record(),
        staircase=staircase_tables.of_kind(fictitious=fictitious),
        scores=score_tables.of_kind(fictitious=fictitious),
    )


@cache.kept
def _state_of(number: int) -> State:
    return gather.state_of(number)
