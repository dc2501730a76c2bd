"""Which tables of scores are in use: real or invented.

The real ones as soon as any score or LPA result is loaded. Until then the invented ones, where
the setting allows them and the reader is in trial mode.
"""

from __future__ import annotations

from utils.measures.scores.record import ScoreRecord
from utils.screen.app import cache
from utils.screen.app import trial as trial_mode


def tables() -> ScoreRecord:
    """Return the tables in use, by the mode of this run."""
    return in_use(trial=trial_mode.is_on())


def in_use(*, trial: bool) -> ScoreRecord:
    """Return the tables in use; `trial`: whether invented ones may stand in."""
    return _loaded(fictitious=trial and replaceable())


def of_kind(*, fictitious: bool) -> ScoreRecord:
    """Return the real tables, or the invented ones."""
    return _loaded(fictitious=fictitious)


def replaceable() -> bool:
    """Tell whether invented tables may stand in: the mode is on offer and no real one is loaded."""
    return trial_mode.is_on_offer() and _loaded(fictitious=False).is_empty


def lao_ids() -> tuple[str, ...]:
    """Return the LAOs that have a card: all of the register; the invented ones while in use."""
    return _lao_ids(tables())


def last_year_be(assessor: str) -> int | None:
    """Return `ScoreRecord.last_year_of` of the tables that this run shows."""
    return tables().last_year_of(assessor)


@cache.kept
def _lao_ids(record: ScoreRecord) -> tuple[str, ...]:
    invented = record.municipalities["lao_id"].unique() if record.fictitious else ()
    return (*cache.table("municipalities")["lao_id"].unique(), *invented)


@cache.kept
def _loaded(*, fictitious: bool) -> ScoreRecord:
    load = cache.with_invented if fictitious else cache.table
    return ScoreRecord.of(load, fictitious=fictitious)
