"""What is ready before it is asked for: code, tables and outlines; then the likeliest answers."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from threading import Thread

from utils.figures import outlines
from utils.screen import cities, filters, map_page, overview, scores_page, staircase
from utils.words import Words

PIECES = (
    "map_page",
    "map_points",
    "staircase",
    "scores_page",
    "pilots",
    "programmes",
    "city",
    "province",
    "present",
    "methods",
)


def up() -> None:
    """Load what the first visit needs; then compute the likeliest answers beside the visits."""
    for module in PIECES:
        importlib.import_module(f"utils.screen.{module}")
    filters.params()
    outlines.for_browser()
    outlines.apart()
    Thread(target=_answers, name="likely answers", daemon=True).start()


def _answers() -> None:
    for codes in _likely():
        chosen = filters.of(codes, Words("th"))
        overview.prepare(chosen)
        map_page.prepare(chosen)
        staircase.prepare(chosen)
        scores_page.prepare(chosen)
        cities.prepare(chosen)


def _likely() -> Iterator[dict[str, str]]:
    """Yield what a reader's first choice may be: one filter set, all else as it opens."""
    yield {}
    for name in ("region", "year", "rule", "office", "cluster"):
        param = filters.params()[name]
        yield from ({name: code} for code in param.options if code != param.default)
