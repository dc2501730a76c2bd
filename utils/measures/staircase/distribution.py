"""How many LAOs are on each step: by fiscal year, by group, and against the year before."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from utils.measures.staircase.group_counts import Classes, LaoGrouping, tally
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.step_years import LEVELS, UNKNOWN

STEPS = ("1", "2", "3", "4", "F1", "F2", "F3")
STEP_CLASSES = (*STEPS, UNKNOWN)
LEVEL_CLASSES = (*LEVELS, UNKNOWN)


def distribution(
    staircase: Staircase,
    by: LaoGrouping | None = None,
    *,
    of: Literal["step", "level"] = "step",
    groups: tuple[str | int, ...] = (),
) -> pd.DataFrame:
    """Count the enrolled LAOs on each step at the end of every fiscal year.

    Parameters
    ----------
    staircase : Staircase
    by : LaoGrouping, optional
        What to group by; without it there is one group, "all".
    of : step or level
        The steps of both pathways, or the four levels they correspond to.
    groups : tuple, optional
        Groups that are listed in every year in which any LAO is enrolled, in this order and before
        any other: a group in which no LAO is enrolled is a known 0. So only groups that have
        reported belong here.

    Returns
    -------
    DataFrame, one row for each fiscal year, group and class
        `fiscal_year_be`, `group`; `step` (`STEP_CLASSES`) or `level` (`LEVEL_CLASSES`, text);
        `count` : LAOs; `carried` : those whose step is carried over a year without a report;
        `paused` : those that are paused; `base` : LAOs enrolled in the year and group, including
        unknown steps; `share` : count / base, missing where the base is under ten.

    Notes
    -----
    Source: the enrolment page of LA21 & Green City, which sets the four steps and the fast track;
    what is not known is a class of its own.
    """
    names = STEP_CLASSES if of == "step" else LEVEL_CLASSES
    classes = Classes(column=of, names=names, marks=("carried", "paused"))
    return tally(_classed(staircase, of), classes, by, groups=groups)


def step_totals(staircase: Staircase, fiscal_year_be: int) -> pd.DataFrame:
    """Count the LAOs on each step at the end of one fiscal year, and the change from a year before.

    Returns
    -------
    DataFrame, indexed by step (`STEP_CLASSES`)
        `count` : LAOs; `provinces` : how many provinces they are from; `carried`, `paused` : LAOs
        so marked; `before` : LAOs at the end of the year before; `change` : count - before. All
        missing where nothing is known of the year in the area, the last two also where nothing is
        of the year before.

    Notes
    -----
    Source: the enrolment page of LA21 & Green City, which sets the four steps and the fast track.
    """
    rows = _classed(staircase, "step")
    now, before = (_of_year(rows, staircase, year) for year in (fiscal_year_be, fiscal_year_be - 1))
    now["before"] = before["count"]
    now["change"] = now["count"] - now["before"]
    return now


def _classed(staircase: Staircase, of: str) -> pd.DataFrame:
    years = staircase.years[staircase.years["enrolled"]]
    rows = years.assign(paused=years["state"] == "paused")
    rows[of] = years[of].astype("string").fillna(UNKNOWN)
    return rows


def _of_year(rows: pd.DataFrame, staircase: Staircase, fiscal_year_be: int) -> pd.DataFrame:
    by_step = rows[rows["fiscal_year_be"] == fiscal_year_be].groupby("step")
    table = by_step.agg(
        count=("lao_id", "size"),
        provinces=("province_code", "nunique"),
        carried=("carried", "sum"),
        paused=("paused", "sum"),
    )
    table = table.reindex(pd.Index(STEP_CLASSES, name="step")).astype("Int64")
    return table.fillna(0) if staircase.knows(fiscal_year_be) else table
