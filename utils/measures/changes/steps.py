"""Moves of LAOs between the ends of two fiscal years, or between two releases."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from utils.measures.changes.corrections import corrected
from utils.measures.staircase.moves import moves_as_reported, moves_between
from utils.measures.staircase.record import Staircase

_KEPT = ["lao_id", "province_code", "move", "came_from", "went_to", "cause"]


def step_changes(
    before: Staircase, now: Staircase, years_be: tuple[int, int] | None
) -> pd.DataFrame:
    """Return how LAOs moved between two states, by new rows and by corrections.

    Parameters
    ----------
    before, now : Staircase
        The same staircase twice for two fiscal years of one release, or those of two releases.
    years_be : two int, or None
        The fiscal years to compare, Buddhist era; between two releases, rows up to the later one
        are compared. None where the table lacks them.

    Returns
    -------
    DataFrame, one row per LAO and cause
        `lao_id`, `province_code`; `move`, `came_from`, `went_to` as in
        `measures.staircase.moves.moves`; `cause` : new, or correction: only LAOs whose last step is
        changed by corrections of old rows, without those that have no row left. Empty without
        years.

    Notes
    -----
    Source: as for `utils.measures.staircase.moves.moves_between` and `moves_as_reported`, and for
    `utils.measures.changes.corrections.corrections`.
    """
    if years_be is None:
        return pd.DataFrame(columns=_KEPT)
    first, last = years_be
    if before is now:
        return moves_between(before, now, (first, last)).assign(cause="new")[_KEPT]
    middle = replace(now, enrolment=corrected("enrolment", before.enrolment, now.enrolment))
    new = moves_as_reported(middle, now, last).assign(cause="new")
    restated = moves_as_reported(before, middle, last).assign(cause="correction")
    corrections = restated[restated["came_from"] != restated["went_to"]]
    return pd.concat([new[_KEPT], corrections[_KEPT]], ignore_index=True)
