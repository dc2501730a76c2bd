"""The staircase in a few numbers: who is on it, who moved, who is stalled."""

from __future__ import annotations

from dataclasses import dataclass

from utils.measures.coverage.groups import share_of
from utils.measures.staircase.distribution import step_totals
from utils.measures.staircase.moves import MOVES, move_counts
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.stalled import (
    has_threshold,
    longer,
    perhaps_longer,
    without_threshold,
    young_years,
)

_NOBODY = {"longer": 0, "perhaps_longer": 0, "without_threshold": 0}


@dataclass(frozen=True, kw_only=True)
class InBrief:
    """The numbers of one fiscal year in one area; None where they are not known.

    `enrolled` : LAOs on the staircase at the end of the year. `steps` : how many of them are on
    each step. `moves` : LAOs by move since the year before. `base` : LAOs enrolled at the end of
    the year before that had not graduated by then. `share_up` : those that moved up / base, None
    where the base is under ten. `longer` : LAOs on a step for longer than the threshold; None also
    where no step concerned has a threshold, and where none is certain and some are possible.
    `perhaps_longer` : LAOs for which it is possible, as they may have been on their step before
    their first row. `without_threshold` : LAOs on steps without a threshold, while other steps have
    one. `unreported`, `unreported_before` : whether nothing is known because nobody in the area has
    reported the year, or the year before. `young_years` : how many fiscal years the table spans
    where they are too few for a threshold; None where they are enough.
    """

    fiscal_year_be: int
    enrolled: int | None = None
    steps: dict[str, int] | None = None
    moves: dict[str, int] | None = None
    base: int | None = None
    share_up: float | None = None
    longer: int | None = None
    perhaps_longer: int | None = None
    without_threshold: int | None = None
    unreported: bool = False
    unreported_before: bool = False
    young_years: int | None = None

    @property
    def nobody(self) -> bool:
        """Whether no LAO is on the staircase, and none was the year before."""
        return self.enrolled == 0 and not self.base


def in_brief(
    staircase: Staircase, fiscal_year_be: int, threshold_years: int | None = None
) -> InBrief:
    """Return the numbers of one fiscal year.

    Parameters
    ----------
    staircase : Staircase
        Of the country or of an area.
    fiscal_year_be : int
        Fiscal year, Buddhist era.
    threshold_years : int, optional
        As in `utils.measures.staircase.stalled.follow_up`.

    Returns
    -------
    InBrief
        Only the year where the table does not reach it; without moves and their base where it does
        not reach the year before.

    Notes
    -----
    Source: the measures it is made from; the choice of numbers is this dashboard's own convention.
    """
    covered, before = staircase.covers(fiscal_year_be), fiscal_year_be - 1
    if not staircase.knows(fiscal_year_be):
        return InBrief(fiscal_year_be=fiscal_year_be, unreported=covered)
    totals = step_totals(staircase, fiscal_year_be)["count"]
    counts = move_counts(staircase)
    counts = counts[counts["fiscal_year_be"] == fiscal_year_be]
    known = staircase.knows(before)
    moved = dict(zip(counts["move"], counts["count"], strict=True))
    base = int(counts["base"].max()) if len(counts) else 0
    moves: dict[str, int] = {move: int(moved.get(move, 0)) for move in MOVES}
    return InBrief(
        fiscal_year_be=fiscal_year_be,
        enrolled=int(totals.sum()),
        steps={str(step): int(count) for step, count in totals.items()},
        moves=moves if known else None,
        base=base if known else None,
        share_up=share_of(moves["up"], base) if known else None,
        unreported_before=staircase.covers(before) and not known,
        young_years=young_years(staircase) if threshold_years is None else None,
        **(_longer(staircase, fiscal_year_be, threshold_years) if totals.sum() else _NOBODY),
    )


def _longer(
    staircase: Staircase, fiscal_year_be: int, threshold_years: int | None
) -> dict[str, int | None]:
    arguments = (staircase, fiscal_year_be, threshold_years)
    if not has_threshold(*arguments):
        return {}
    sure, perhaps, untold = (
        len(longer(*arguments)),
        perhaps_longer(*arguments),
        without_threshold(*arguments),
    )
    return {
        "longer": None if (perhaps or untold) and not sure else sure,
        "perhaps_longer": perhaps,
        "without_threshold": untold,
    }
