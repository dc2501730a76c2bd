"""Moves between the ends of two consecutive fiscal years: of each LAO, counted, and as flows."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

import pandas as pd

from utils.measures.staircase.group_counts import Classes, LaoGrouping, tally
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.step_years import UNKNOWN, direction

Move = Literal["up", "stay", "down", "left", "not_reported", "new", "graduated"]
MOVES: tuple[Move, ...] = get_args(Move)
OUTSIDE_BASE: tuple[Move, ...] = ("new", "graduated")
ABSENT = "absent"
_BEFORE = ("pathway", "step", "level", "state", "enrolled", "reported", "had_graduated")
_PAIRED = ("step_before", "level_before", "came_from", "went_to", "move")
_DIRECTIONS = {1: "up", 0: "stay", -1: "down"}


@lru_cache(maxsize=64)  # never change in place what it returns
def moves(staircase: Staircase) -> pd.DataFrame:
    """Compare every LAO with itself at the end of the year before.

    Returns
    -------
    DataFrame, one row for each LAO and pair of consecutive fiscal years
        Of LAOs enrolled at the end of at least one of the two. The columns of `Staircase.years` for
        the later year; `step_before` and `level_before` of the year before; `came_from`, `went_to`
        : the step in the earlier and the later year, "unknown", or "absent" where not enrolled; and
        `move`, one of `MOVES`. up, stay, down: both years have a row with a step; steps of one
        pathway are compared in their order, those of two pathways by level. left: withdrawn in the
        later year. not_reported: enrolled in both years, but one of them has no row or no step.
        graduated: had graduated by the year before and not withdrawn by then, whatever comes after.
        new: enrolled in the later year only, for the first time or again. The first year of the
        table has no year before it and so no moves.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`.
    """
    if staircase.country is not None:
        return staircase.narrowed(moves(staircase.country))
    years = _with_graduates(staircase.years)
    earlier = years.assign(fiscal_year_be=years["fiscal_year_be"] + 1)
    pairs = _paired(earlier, years, staircase.levels, on=["lao_id", "fiscal_year_be"])
    if not staircase.is_empty:
        pairs = pairs[pairs["fiscal_year_be"] > staircase.first_year_be]
    return pairs[[*staircase.years.columns, *_PAIRED]].reset_index(drop=True)


def moves_between(before: Staircase, now: Staircase, years_be: tuple[int, int]) -> pd.DataFrame:
    """Compare every LAO at the end of one fiscal year with itself at the end of another.

    Parameters
    ----------
    before, now : Staircase
        The same staircase twice, or two states of the tables.
    years_be : two int
        The fiscal year to take from each, Buddhist era.

    Returns
    -------
    DataFrame, one row for each LAO that was enrolled at the end of at least one of the two years
        As `moves`, which does this for two consecutive years of one table.

    Notes
    -----
    Source: as for `moves`.
    """
    sides = []
    for stair, year in zip((before, now), years_be, strict=True):
        years = _with_graduates(stair.years)
        sides.append(years[years["fiscal_year_be"] == year])
    return _paired(sides[0], sides[1], now.levels, on=["lao_id"])


def moves_as_reported(before: Staircase, now: Staircase, fiscal_year_be: int) -> pd.DataFrame:
    """Compare the last reported row of every LAO in two states of the tables.

    Parameters
    ----------
    before, now : Staircase
    fiscal_year_be : int
        Rows of later fiscal years are left out of both.

    Returns
    -------
    DataFrame, one row for each LAO that is enrolled by its last row in at least one of the two
        As `moves`; `fiscal_year_be` : of the last row in the later state.

    Notes
    -----
    Source: this dashboard's own convention: within a fiscal year offices send their rows one after
    another, so an LAO without a new row yet has not left its step.
    """
    sides = []
    for stair in (before, now):
        years = _with_graduates(stair.years)
        reported = years[(years["fiscal_year_be"] <= fiscal_year_be) & years["reported"]]
        sides.append(reported.drop_duplicates("lao_id", keep="last"))
    return _paired(sides[0], sides[1], now.levels, on=["lao_id"])


def move_counts(staircase: Staircase, by: LaoGrouping | None = None) -> pd.DataFrame:
    """Count the moves of every pair of consecutive fiscal years.

    Returns
    -------
    DataFrame, one row for each fiscal year (the later of the pair), group and move
        `fiscal_year_be`, `group`, `move`, `count` : LAOs; `base` : LAOs enrolled at the end of the
        year before that had not graduated by then, whether reported or not; `share` : count / base,
        missing where the base is under ten, and for new and graduated, which are outside it. An LAO
        counts in its group of the later year.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`.
    """
    classes = Classes(column="move", names=MOVES, outside=OUTSIDE_BASE)
    return tally(moves(staircase), classes, by)


def flows(staircase: Staircase, fiscal_year_be: int) -> pd.DataFrame:
    """Return how many LAOs went from each step to each step between two consecutive years.

    Parameters
    ----------
    staircase : Staircase
    fiscal_year_be : int
        The later of the two fiscal years, Buddhist era.

    Returns
    -------
    DataFrame, one row for each pair of steps that an LAO went between
        `step_before`, `step` : a step, unknown, or absent (not enrolled, or left); `move` : one of
        `MOVES`; `count` : LAOs. The counts of a step add up to the LAOs on it, in either year.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`.
    """
    pairs = moves(staircase)
    pairs = pairs[pairs["fiscal_year_be"] == fiscal_year_be]
    streams = pairs.assign(step_before=pairs["came_from"], step=pairs["went_to"])
    counts = streams.groupby(["step_before", "step", "move"]).size()
    return counts.astype("Int64").rename("count").reset_index()


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
    The order is not a ranking.
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


def _paired(
    before: pd.DataFrame, now: pd.DataFrame, levels: pd.DataFrame, *, on: list[str]
) -> pd.DataFrame:
    pairs = now.merge(before[[*on, *_BEFORE]], on=on, how="left", suffixes=("", "_before"))
    pairs["enrolled_before"] = pairs["enrolled_before"].astype("boolean").fillna(value=False)
    pairs = pairs[pairs["enrolled"] | pairs["enrolled_before"].astype(bool)]
    pairs["move"] = _moves(pairs, levels)
    pairs["came_from"] = (
        pairs["step_before"].fillna(UNKNOWN).mask(~pairs["enrolled_before"], ABSENT)
    )
    pairs["went_to"] = pairs["step"].fillna(UNKNOWN).mask(~pairs["enrolled"], ABSENT)
    return pairs.reset_index(drop=True)


def _moves(pairs: pd.DataFrame, levels: pd.DataFrame) -> pd.Series:
    before = pairs[[f"{name}_before" for name in ("pathway", "step", "level")]]
    before = before.rename(columns=lambda name: name.removesuffix("_before"))
    move = direction(before, pairs, levels).map(_DIRECTIONS).astype("string")
    silent = [
        (~pairs[f"reported{side}"].astype(bool)) & (pairs[f"state{side}"] != "graduated")
        for side in ("", "_before")
    ]
    move = move.mask(silent[0] | silent[1]).fillna("not_reported")
    move = move.mask(~pairs["enrolled_before"].astype(bool), "new").mask(~pairs["enrolled"], "left")
    return move.mask(
        pairs["had_graduated_before"].astype("boolean").fillna(value=False), "graduated"
    )


def _with_graduates(years: pd.DataFrame) -> pd.DataFrame:
    """Add whether an LAO had graduated by the end of each year, and not withdrawn since."""
    left = (years["state"] == "withdrawn").groupby(years["lao_id"]).cumsum()
    graduated = (years["state"] == "graduated").fillna(value=False).astype(bool)
    had = graduated.groupby([years["lao_id"], left]).cummax()
    return years.assign(had_graduated=had)
