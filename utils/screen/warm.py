"""What is ready before it is asked for: code, tables and outlines; then the likeliest answers."""

from __future__ import annotations

import importlib
import logging
import time
from collections.abc import Callable, Iterator

from utils.desk import store
from utils.desk.migrate import NewerStoreError
from utils.desk.verify import DamagedStoreError
from utils.figures import outlines
from utils.screen import (
    cities,
    filters,
    map_page,
    notice,
    overview,
    scores_page,
    shown,
    staircase,
)
from utils.words import Words

_LOG = logging.getLogger(__name__)
_READERS_FIRST_S = 10
PIECES = (
    "map_page",
    "map_points",
    "staircase",
    "scores_page",
    "pilots",
    "programmes",
    "city",
    "province",
    "history",
    "present",
    "methods",
)


def up() -> None:
    """Load what the first visit needs; then compute the likeliest answers beside the visits.

    A store that cannot be shown is said to every visit, by `frame.run`, until it is mended.
    """
    for module in PIECES:
        importlib.import_module(f"utils.screen.{module}")
    outlines.for_browser()
    outlines.apart()
    try:
        store.opened()
    except (DamagedStoreError, NewerStoreError):
        _LOG.exception("the store is not shown")
    else:
        shown.fix()
        filters.params()
    notice.begin(_opening, _likeliest)


def _opening() -> None:
    """Prepare what the newest release opens with."""
    shown.fix()
    _prepare({})


def _likeliest(overtaken: Callable[[], bool]) -> None:
    """Prepare what is asked of it next, until a newer release is out: readers come first."""
    for _ in range(_READERS_FIRST_S):
        if overtaken():
            return
        time.sleep(1)
    for codes in _likely():
        if overtaken():
            return
        begun = time.monotonic()
        _prepare(codes)
        time.sleep(time.monotonic() - begun)


def _prepare(codes: dict[str, str]) -> None:
    chosen = filters.of(codes, Words("th"))
    overview.prepare(chosen)
    map_page.prepare(chosen)
    staircase.prepare(chosen)
    scores_page.prepare(chosen)
    cities.prepare(chosen)


def _likely() -> Iterator[dict[str, str]]:
    """Yield what a reader's first choice may be: one filter set, all else as it opens."""
    for name in ("region", "year", "rule", "office", "cluster"):
        param = filters.params()[name]
        yield from ({name: code} for code in param.options if code != param.default)
