"""Which LAOs moved, one by one: the list behind the counts of moves."""

from __future__ import annotations

import pandas as pd

from utils.measures.staircase.moves import MOVES, Move, moves
from utils.measures.staircase.record import Staircase


def movers(staircase: Staircase, fiscal_year_be: int, move: Move | None = None) -> pd.DataFrame:
    """List the LAOs enrolled at the end of either of two consecutive fiscal years, with their move.

    Parameters
    ----------
    staircase : Staircase
        Of the country or of an area.
    fiscal_year_be : int
        The later of the two fiscal years, Buddhist era.
    move : Move, optional
        The one move to list; without it, all of them.

    Returns
    -------
    DataFrame, one row per LAO, by move in the order of `MOVES`, then by province and lao_id
        `lao_id`, `province_code`, `move`, `state` in the later year; `step_before`, `step` : a
        step, unknown, or absent (not enrolled, or left). Empty where the table does not reach
        both years.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`.
    What moved in which way is `utils.measures.staircase.moves.moves`; the order is no ranking.
    """
    pairs = moves(staircase)
    pairs = pairs[pairs["fiscal_year_be"] == fiscal_year_be]
    if move is not None:
        pairs = pairs[pairs["move"] == move]
    listed = pairs[["lao_id", "province_code", "move", "state"]].assign(
        step_before=pairs["came_from"],
        step=pairs["went_to"],
        place=pairs["move"].map({name: at for at, name in enumerate(MOVES)}),
    )
    ordered = listed.sort_values(["place", "province_code", "lao_id"], ignore_index=True)
    return ordered.drop(columns="place")
