"""What is ready before it is asked for: code, tables and outlines; then the likeliest answers."""

from __future__ import annotations

import importlib
import logging
import pkgutil
import time
from collections.abc import Callable, Iterator

from utils import screen
from utils.desk.store import store
from utils.desk.store.migrate import NewerStoreError
from utils.desk.store.verify import DamagedStoreError
from utils.figures import outlines
from utils.screen.app import filters, new_release, release_shown, trial
from utils.screen.pages import PAGES
from utils.words import Words

_LOG = logging.getLogger(__name__)
_READERS_FIRST_S = 10


def up() -> None:
    """Load what the first visit needs; then compute the likeliest answers beside the visits.

    Where the store cannot be shown, `frame.run` says so on every visit, until it is mended.
    """
    for module in pkgutil.walk_packages(screen.__path__, f"{screen.__name__}."):
        importlib.import_module(module.name)  # a page's file imports its own at the first visit
    outlines.for_browser()
    outlines.apart()
    try:
        store.opened()
    except (DamagedStoreError, NewerStoreError):
        _LOG.exception("the store is not shown")
    else:
        release_shown.fix()
        filters.params()
    new_release.begin(_opening, likeliest)


def _opening() -> None:
    """Prepare what the newest release opens with."""
    release_shown.fix()
    _prepare({})


def likeliest(overtaken: Callable[[], bool]) -> None:
    """Prepare what is asked of the newest release next, beside its readers, who come first.

    `overtaken` tells whether a newer release is out, and then it is given up.
    """
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
    for page in PAGES.values():
        if page.prepare is not None:
            trial.begin(opens=page.opens_in_trial())
            filters.begin(last_year_be=page.last_year_be)
            page.prepare(filters.of(codes, Words("th")))


def _likely() -> Iterator[dict[str, str]]:
    """Yield what a reader's first choice may be: one filter set, all else as it opens."""
    for name in ("region", "year", "rule", "office", "cluster"):
        param = filters.params()[name]
        yield from ({name: code} for code in param.options if code != param.default)
