"""Which tables of the staircase are in use: real or invented.

The real ones as soon as any row of enrolment is loaded. Until then the invented ones, where both
the setting and the mode of the reader allow them.
"""

from __future__ import annotations

from utils.measures.staircase.record import Staircase
from utils.screen.app import cache
from utils.screen.app import trial as trial_mode


def in_use(*, trial: bool) -> Staircase:
    """Return the tables in use; `trial`: whether invented ones may stand in."""
    return _loaded(fictitious=trial and replaceable())


def of_kind(*, fictitious: bool) -> Staircase:
    """Return the real tables, or the invented ones."""
    return _loaded(fictitious=fictitious)


def replaceable() -> bool:
    """Tell whether invented tables may stand in: the mode is on offer and no real one is loaded."""
    return trial_mode.is_on_offer() and _loaded(fictitious=False).is_empty


def last_year_be() -> int | None:
    """Return the last fiscal year of the tables that this run shows; None where they are empty."""
    whole = in_use(trial=trial_mode.is_on())
    return None if whole.is_empty else whole.last_year_be


@cache.kept
def _loaded(*, fictitious: bool) -> Staircase:
    load = cache.with_invented if fictitious else cache.table
    return Staircase.of(load, fictitious=fictitious)
