"""A release and its tables straight from the store: for files made without the screen."""

from __future__ import annotations

from functools import partial

import pandas as pd

from utils import paths
from utils.desk.store import store
from utils.exports.selection import ReleaseTables
from utils.measures.changes.comparison import State
from utils.measures.coverage.record import Record
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.tables import shipped
from utils.tables.declared.schemas import Load


def release_tables(number: int | None = None) -> ReleaseTables:
    """Return a release with its tables, the newest where no number is given.

    Raises
    ------
    NoSuchReleaseError
        If there is none of this number.
    """
    release = store.release(number)
    load = partial(store.table, shown=release)
    real = State.of(load)
    return ReleaseTables(
        release=release,
        earlier=store.every(release.number)[1:],
        load=load,
        real=real,
        invented=partial(_invented, load, real.record),
        state_of=state_of,
    )


def state_of(number: int) -> State:
    """Return the measured tables of a release."""
    return State.of(partial(store.table, shown=store.release(number)))


def _invented(load: Load, record: Record) -> State:
    def with_invented(name: str) -> pd.DataFrame:
        invented = name in shipped.INVENTED_NAMES
        return shipped.load(name, data=paths.FICTITIOUS) if invented else load(name)

    return State(
        record=record,
        staircase=Staircase.of(with_invented, fictitious=True),
        scores=ScoreRecord.of(with_invented, fictitious=True),
    )
