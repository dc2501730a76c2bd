"""Stalled LAOs: on their step for longer than a threshold (อยู่ขั้นเดิมนานกว่าเกณฑ์).

The follow-up list says how long, and what the tables know of the reasons. It does not judge.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from utils.measures.staircase.distribution import STEPS
from utils.measures.staircase.durations import spells
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.survival import MINIMUM

QUANTILE = 0.75
MINIMUM_TABLE_YEARS = 5
"""Fewer fiscal years hold no spell long enough to tell a long one by: there is no threshold."""
_SHOWN = (
    *("lao_id", "lao_type", "province_code", "regional_network", "pathway", "step", "level"),
    *("step_since_be", "years_on_step", "threshold_years", "state", "carried"),
    *("since_known", "coach_assigned", "late", "next_step", "lacking", "note"),
)


@lru_cache(maxsize=8)
def thresholds(staircase: Staircase) -> pd.DataFrame:
    """Return the default threshold of each step: how many years an LAO may be on it.

    Returns
    -------
    DataFrame, indexed by step, for the steps that are not the last of their pathway
        `spells` : spells on the step over all years of the table, except those that may have begun
        before it. `threshold_years` : the 75th percentile of their lengths in whole fiscal years,
        that is, the smallest length that at least three quarters of them do not exceed. Completed
        spells count with their length, all others with the length known so far. Missing where
        there are fewer than ten spells, and everywhere in a table of fewer than five years.

    Notes
    -----
    Source: this project's own threshold; the programme sets no time for a step. Lengths as in
    `measures.staircase.durations.spells`. An area uses the thresholds of the country: its own would
    rest on too few spells.
    """
    following = next_steps(staircase.levels)
    index = pd.Index([step for step in STEPS if step in following], name="step")
    table = spells(staircase)
    years = table[table["began_known"]].groupby("step")["years"]
    table = pd.DataFrame({"spells": years.size(), "threshold_years": years.agg(_quantile)})
    table = table.reindex(index).astype("Int64").fillna({"spells": 0})
    enough = (table["spells"] >= MINIMUM) & (young_years(staircase) is None)
    table["threshold_years"] = table["threshold_years"].where(enough)
    return table


def young_years(staircase: Staircase) -> int | None:
    """Return how many fiscal years the table spans where they are too few for any threshold.

    None where they are enough, and where there is no table.

    Notes
    -----
    Source: this dashboard's own convention: in a table of three years no spell is longer than two,
    so that its quantile tells the age of the table and not a long stay.
    """
    whole = staircase.country or staircase
    if whole.is_empty or whole.years_held >= MINIMUM_TABLE_YEARS:
        return None
    return whole.years_held


def follow_up(
    staircase: Staircase,
    fiscal_year_be: int,
    threshold_years: int | None = None,
) -> pd.DataFrame:
    """List the LAOs that have been on their step for longer than the threshold.

    Parameters
    ----------
    staircase : Staircase
    fiscal_year_be : int
        Fiscal year, Buddhist era; the list is that of its end.
    threshold_years : int, optional
        The reader's own threshold for every step; without it those of `thresholds`, and no LAO is
        listed for a step that has none.

    Returns
    -------
    DataFrame, one row per LAO, longest on its step first, then by lao_id
        Enrolled LAOs whose `years_on_step` is above `threshold_years`, that have not graduated and
        whose pathway has a step above theirs. `since_known`, `state`, `carried`, `coach_assigned`,
        `late` and `note` are as in `Staircase.years`; where `since_known` is false the years are a
        minimum. `next_step` : the step above. `lacking` : as in the function of that name.

    Notes
    -----
    Source: this dashboard's own convention: the programme sets no time for a step, so the threshold
    comes from the record.
    """
    listed = longer(staircase, fiscal_year_be, threshold_years)
    listed = listed.assign(lacking=lacking(staircase, listed))
    order = ["years_on_step", "lao_id"]
    return listed.sort_values(order, ascending=[False, True], ignore_index=True)[list(_SHOWN)]


def longer(
    staircase: Staircase, fiscal_year_be: int, threshold_years: int | None = None
) -> pd.DataFrame:
    """Return the rows of `Staircase.years` that `follow_up` lists, in the order of the table.

    Parameters as there. Two columns are added: `next_step` and `threshold_years`.

    Notes
    -----
    Source: as for `follow_up`.
    """
    rows = _waiting(staircase, fiscal_year_be, threshold_years)
    return rows[(rows["years_on_step"] > rows["threshold_years"]).fillna(value=False)]


def perhaps_longer(
    staircase: Staircase, fiscal_year_be: int, threshold_years: int | None = None
) -> int:
    """Count the LAOs that may have been on their step for longer than the threshold.

    Within the table they have not, but they may have been on the step before it begins. Parameters
    as in `follow_up`, which does not list them.

    Notes
    -----
    Source: this dashboard's own convention, stated in `measures.staircase.step_years.step_years`.
    """
    rows = _waiting(staircase, fiscal_year_be, threshold_years)
    within = (rows["years_on_step"] <= rows["threshold_years"]).fillna(value=False)
    return int((~rows["since_known"] & within).sum())


def without_threshold(
    staircase: Staircase, fiscal_year_be: int, threshold_years: int | None = None
) -> int:
    """Count the LAOs on a step without a threshold, so that it is not known who is stalled.

    Parameters as in `follow_up`, which does not list them.

    Notes
    -----
    Source: as for `thresholds`; the reader's own threshold is one for every step.
    """
    return int(_waiting(staircase, fiscal_year_be, threshold_years)["threshold_years"].isna().sum())


def has_threshold(
    staircase: Staircase, fiscal_year_be: int, threshold_years: int | None = None
) -> bool:
    """Tell whether any of the steps concerned has a threshold; true also where no LAO is on one.

    Parameters as in `follow_up`. Concerned are the steps with LAOs on them and a step above. Where
    none of these has a threshold, it is not known who is stalled.

    Notes
    -----
    Source: as for `thresholds`; the reader's own threshold is one for every step.
    """
    limits = _waiting(staircase, fiscal_year_be, threshold_years)["threshold_years"]
    return limits.empty or bool(limits.notna().any())


def lacking(staircase: Staircase, rows: pd.DataFrame) -> pd.Series:
    """Return which requirements of the next step are not met by the evidence, for each row.

    Parameters
    ----------
    staircase : Staircase
    rows : DataFrame
        With `lao_id`, `fiscal_year_be` and `next_step`.

    Returns
    -------
    Series of text, indexed as `rows`
        Codes of the requirements of `next_step` with fewer pieces of evidence up to the year than
        the table `step_requirements` requires, joined by ", "; alternatives are joined by "/".
        Empty where all are met; missing where no evidence is loaded at all.

    Notes
    -----
    Source: `data/step_requirements.csv`, compiled from the enrolment page of LA21 & Green City.
    """
    if staircase.evidence.empty:
        return pd.Series(pd.NA, index=rows.index, dtype="string")
    keys = rows[["lao_id", "fiscal_year_be"]].itertuples(index=False, name=None)
    evidence = staircase.evidence
    texts = [
        _lacking(
            evidence[(evidence["lao_id"] == lao) & (evidence["fiscal_year_be"] <= year)],
            staircase.requirements[staircase.requirements["step"] == step],
        )
        for (lao, year), step in zip(keys, rows["next_step"], strict=True)
    ]
    return pd.Series(texts, index=rows.index, dtype="string")


def next_steps(levels: pd.DataFrame) -> dict[str, str]:
    """Return the step above each step; the last step of a pathway is left out.

    `levels` : as the table `step_levels`, whose rows give the order.

    Notes
    -----
    Source: the enrolment page of LA21 & Green City, which sets the order of the steps.
    """
    following: dict[str, str] = {}
    for _, steps in levels.groupby("pathway")["step"]:
        following.update(zip(steps, steps.iloc[1:], strict=False))
    return following


def _waiting(
    staircase: Staircase, fiscal_year_be: int, threshold_years: int | None
) -> pd.DataFrame:
    """Return the rows of LAOs that could move up, with `next_step` and `threshold_years`."""
    rows = staircase.at(fiscal_year_be)
    rows = rows[rows["level"].notna() & (rows["state"] != "graduated")]
    rows = rows.assign(next_step=rows["step"].map(next_steps(staircase.levels)).astype("string"))
    limit = pd.Series(threshold_years, index=rows.index, dtype="Int64")
    if threshold_years is None:
        usual = thresholds(staircase.country or staircase)["threshold_years"]
        limit = rows["step"].map(usual).astype("Int64")
    rows = rows.assign(threshold_years=limit)
    return rows[rows["next_step"].notna()]


def _quantile(years: pd.Series) -> float:
    return float(np.quantile(years.to_numpy(dtype=float), QUANTILE, method="inverted_cdf"))


def _lacking(evidence: pd.DataFrame, needs: pd.DataFrame) -> str:
    pieces = evidence["requirement"].value_counts()
    enough = needs["requirement"].map(pieces).fillna(0) >= needs["minimum"]
    group = needs["one_of"].fillna(needs["requirement"])
    met = enough.groupby(group).transform("any")
    missing = needs[~met.astype(bool)]["requirement"].groupby(group, sort=False).agg("/".join)
    return ", ".join(missing)
