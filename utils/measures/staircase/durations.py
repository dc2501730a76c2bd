"""How long LAOs stay on a step, and how long they take to reach the fourth."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import pandas as pd

from utils.measures.staircase.distribution import STEPS
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.step_years import TOP_LEVEL, direction
from utils.measures.staircase.survival import Survival, kaplan_meier

Ended = Literal["up", "graduated", "down", "left", "still", "no_longer_known"]
COMPLETED: tuple[Ended, ...] = ("up", "graduated")
_STAND = ("pathway", "step", "level")


@lru_cache(maxsize=64)  # never change in place what it returns
def spells(staircase: Staircase) -> pd.DataFrame:
    """Return every spell (unbroken stay) of an LAO on one step.

    Returns
    -------
    DataFrame, one row per spell, ordered by lao_id and began_be
        `lao_id`, `lao_type`, `province_code`; `pathway`, `step`, `level` at its beginning;
        `began_be`, `last_be` : first and last fiscal year in which the LAO is known to be on the
        step, not counting the years after graduation. `ended` : how it ended. up, down: by the next
        known step; graduated; left: withdrawn; still: not ended by the last year of the table;
        no_longer_known: no step is known after it. `ended_be` : fiscal year in which the end was
        first reported, missing for still and no_longer_known. `began_known` : bool, false where it
        may have begun before the table does. `completed` : bool, up or graduated. `years` : from
        `began_be` to `ended_be` where completed, else to `last_be`, a minimum. `across_gap` : bool,
        whether a year without a row or a step lies in the spell or at one of its ends, so that the
        beginning or end may be off by some years.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`. A
    change of pathway on the same level does not end a spell, nor does a pause.
    """
    if staircase.country is not None:
        return staircase.narrowed(spells(staircase.country))
    rows = _observed(staircase.years)
    known = rows[rows["level"].notna()]
    runs = known.groupby(["lao_id", "step_since_be"]).agg(
        **{name: (name, "first") for name in ("lao_type", "province_code", *_STAND, "sure_before")},
        **{f"{name}_last": (name, "last") for name in _STAND},
        last_be=("fiscal_year_be", "max"),
        left_be=("left_be", "last"),
        all_sure=("sure", "all"),
        known_years=("sure", "size"),
        graduated=("graduated", "any"),
        began_known=("since_known", "first"),
    )
    runs = runs.reset_index().rename(columns={"step_since_be": "began_be"})
    after = runs.groupby("lao_id")[["began_be", *_STAND]].shift(-1)
    runs = _ended(runs, after, staircase)
    runs["began_known"] = runs["began_known"].astype(bool)
    names = ["lao_id", "lao_type", "province_code", *_STAND, "began_be", "last_be", "began_known"]
    return runs[[*names, "ended", "ended_be", "completed", "years", "across_gap"]]


def dwell(staircase: Staircase) -> dict[str, Survival]:
    """Estimate the time on each step, in whole fiscal years.

    Returns
    -------
    dict of step to Survival
        The event is a move up, or graduation. Spells that have not ended, and those that end with a
        move down, a withdrawal or no further report, are censored at the last year known on the
        step. Spells that may have begun before the table are left out, as their lengths are not
        known.

    Notes
    -----
    Source: this dashboard's own convention.
    Method: `utils.measures.staircase.survival.kaplan_meier`, applied to `spells`.
    """
    table = spells(staircase)
    table = table[table["began_known"]]
    return {step: _estimate(table[table["step"] == step], "completed") for step in STEPS}


def times_to_top(staircase: Staircase) -> pd.DataFrame:
    """Return how long each LAO took from enrolment to the fourth level, or has taken so far.

    Returns
    -------
    DataFrame, one row per LAO whose entry is known, indexed by lao_id
        `lao_type`, `province_code`, `first_year_be`; `pathway` at enrolment, whatever it became
        later; `reached` : bool; `years` : from the first year to the year in which level 4 was
        first reported, else to the last year with a known step before it withdrew, graduated below
        level 4, or was no longer reported. Years after a withdrawal are left out.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`.
    """
    rows = _observed(staircase.years)
    rows = rows[~rows["returned"] & rows["entry_known"]]
    by_lao = rows.groupby("lao_id")
    table = by_lao[["lao_type", "province_code", "first_year_be", "pathway"]].first()
    top = rows[(rows["level"] >= TOP_LEVEL).fillna(value=False)]
    first = top.groupby("lao_id")["fiscal_year_be"].min().reindex(table.index)
    known = rows[rows["level"].notna()].groupby("lao_id")["fiscal_year_be"].max()
    last = known.reindex(table.index).fillna(table["first_year_be"])
    table["reached"] = first.notna().astype(bool)
    table["years"] = (first.fillna(last) - table["first_year_be"]).astype("Int64")
    return table


def time_to_top(staircase: Staircase, pathway: str | None = None) -> Survival:
    """Estimate the time from enrolment to the fourth level, in whole fiscal years.

    `pathway` : standard or fast_track at enrolment; without it, both. LAOs that have not reached it
    are censored as stated in `times_to_top`. Method:
    `utils.measures.staircase.survival.kaplan_meier`.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`.
    """
    table = times_to_top(staircase)
    chosen = table if pathway is None else table[table["pathway"] == pathway]
    return _estimate(chosen, "reached")


def left_out(staircase: Staircase) -> tuple[int, int]:
    """Count the LAOs and spells without a known length, because the table begins too late.

    Returns
    -------
    (LAOs, spells)
        LAOs whose entry is unknown: `times_to_top`, cohorts and the comparison of pathways leave
        them out. Spells that may have begun before the table: `dwell` and the thresholds leave them
        out.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`.
    """
    years = staircase.years
    laos = years.loc[~years["entry_known"], "lao_id"].nunique()
    return int(laos), int((~spells(staircase)["began_known"]).sum())


def _observed(years: pd.DataFrame) -> pd.DataFrame:
    """Return the years up to graduation, with what is needed of the years before and after each."""
    by_lao = years["lao_id"]
    state = years["state"]
    graduated, withdrawn = state == "graduated", state == "withdrawn"
    sure = (years["reported"] & years["level"].notna()) | graduated | withdrawn
    rows = years.assign(
        sure=sure,
        sure_before=sure.groupby(by_lao).shift(fill_value=True),
        graduated=graduated,
        left_be=years["fiscal_year_be"].where(withdrawn).groupby(by_lao).bfill(),
        returned=withdrawn.groupby(by_lao).cummax() & ~withdrawn,
    )
    return rows[~(graduated & (state.groupby(by_lao).shift() == "graduated").fillna(value=False))]


def _ended(runs: pd.DataFrame, after: pd.DataFrame, staircase: Staircase) -> pd.DataFrame:
    last = runs[[f"{name}_last" for name in _STAND]].set_axis(list(_STAND), axis=1)
    moved = direction(last, after, staircase.levels)
    ended = moved.map({1: "up", -1: "down"}).astype("string").fillna("no_longer_known")
    running = not staircase.is_empty and runs["last_be"] == staircase.last_year_be
    ended = ended.mask((ended == "no_longer_known") & running, "still")
    left = runs["left_be"].notna() & ~(runs["left_be"] > after["began_be"]).fillna(value=False)
    ended = ended.mask(left, "left").mask(runs["graduated"], "graduated")
    ended_be = after["began_be"].where(ended.isin(["up", "down"]))
    ended_be = ended_be.mask(ended == "left", runs["left_be"])
    ended_be = ended_be.mask(ended == "graduated", runs["last_be"])
    completed = ended.isin(COMPLETED)
    until = ended_be.where(completed, runs["last_be"])
    apart = (ended_be - runs["last_be"] > 1).fillna(value=False)
    holes = runs["last_be"] - runs["began_be"] >= runs["known_years"]
    return runs.assign(
        ended=ended,
        ended_be=ended_be,
        completed=completed.astype(bool),
        years=until - runs["began_be"],
        across_gap=(~runs["sure_before"] | ~runs["all_sure"] | apart | holes).astype(bool),
    )


def _estimate(table: pd.DataFrame, event: str) -> Survival:
    return kaplan_meier(table["years"], table[event])
