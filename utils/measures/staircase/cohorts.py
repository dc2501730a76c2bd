"""Where the LAOs that enrolled in one year stand after 1, 2, 3 and more years."""

from __future__ import annotations

import pandas as pd

from utils.measures.staircase.distribution import LEVEL_CLASSES
from utils.measures.staircase.group_counts import Classes, tally
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.step_years import UNKNOWN

LEFT = "left"
COHORT_CLASSES = (*LEVEL_CLASSES, LEFT)


def cohorts(staircase: Staircase, *, span: int = 1) -> pd.DataFrame:
    """Follow the LAOs that first enrolled in the same fiscal years and whose entry is known.

    Parameters
    ----------
    staircase : Staircase
    span : int
        How many fiscal years of first enrolment make one cohort, counted from the table's first.

    Returns
    -------
    DataFrame, one row for each cohort, number of years and class
        `cohort_be` : first fiscal year of the cohort. `years_since` : 0 at the end of the year of
        enrolment, then 1, 2, 3 … `level` : 1 to 4, unknown, or left (withdrawn by then and not
        back). `count` : LAOs; `carried` : those whose step is carried over a year without a report.
        `base` : LAOs of the cohort that the table follows for that many years; with a span of
        several years it shrinks, as later LAOs have had fewer years. `share` : count / base,
        missing where the base is under ten. Counts add up to the base, shares to 1.

    Raises
    ------
    ValueError
        If `span` is under 1.

    Notes
    -----
    Source: this dashboard's own convention: an LAO that withdraws stays in the base. For unknown
    entries see `utils.measures.staircase.step_years.step_years`.
    """
    if span < 1:
        raise ValueError("a cohort spans one fiscal year or more")
    years = staircase.years
    years = years[years["entry_known"]]
    level = years["level"].astype("string").fillna(UNKNOWN)
    start = 0 if staircase.is_empty else staircase.first_year_be
    rows = years.assign(
        level=level.where(years["enrolled"], LEFT),
        years_since=years["fiscal_year_be"] - years["first_year_be"],
        cohort_be=start + (years["first_year_be"] - start) // span * span,
    )
    classes = Classes(column="level", names=COHORT_CLASSES, marks=("carried",), year="years_since")
    table = tally(rows, classes, by="cohort_be").rename(columns={"group": "cohort_be"})
    ordered = table.sort_values(["cohort_be", "years_since"], kind="stable", ignore_index=True)
    return ordered[["cohort_be", *ordered.columns.drop("cohort_be")]]
