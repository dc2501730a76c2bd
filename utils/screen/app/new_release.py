"""How a running server notices a release: what open pages ask for every few seconds.

One thread looks at the store once a second, prepares what readers will most likely ask of a new
release, and only then makes its number known: an open page that follows asks for what is ready.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Thread
from typing import Final

from utils.desk.store import store

_LOG = logging.getLogger(__name__)
_PAUSE_S: Final = 1.0
_AFTER_A_FAULT_S: Final = 15.0
_KNOWN: Final[dict[str, int]] = {}
_NUMBER: Final = "newest"


def number() -> int:
    """Return the number of the newest release that is ready to be shown, 0 before there is one."""
    return _KNOWN.get(_NUMBER, 0)


def begin(first: Callable[[], None], rest: Callable[[Callable[[], bool]], None]) -> None:
    """Look for releases from now on, beside the visits.

    `first` prepares the newest release's opening view, before it is made known; `rest` prepares
    what may be asked next, and gives up when the question that it is given says so.
    """
    Thread(target=_follow, args=(first, rest), name="newest release", daemon=True).start()


def _follow(first: Callable[[], None], rest: Callable[[Callable[[], bool]], None]) -> None:
    while True:
        try:
            look(first, rest)
        except Exception:  # noqa: BLE001 whatever it is, the next release is noticed all the same
            _LOG.exception("the store could not be looked at")
            time.sleep(_AFTER_A_FAULT_S)
        time.sleep(_PAUSE_S)


def look(first: Callable[[], None], rest: Callable[[Callable[[], bool]], None]) -> None:
    """Look once: a release that is new here is prepared and made known."""
    newest = store.newest()
    if newest == number():
        return
    try:
        first()
    finally:
        _KNOWN[_NUMBER] = newest  # a page that fails says so itself
    rest(lambda: store.newest() != newest)
