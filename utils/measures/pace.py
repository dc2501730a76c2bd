"""Pace: the actual line, the reference to the target, and what may be said of the road ahead."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from utils.measures import coverage
from utils.measures.record import Record
from utils.measures.rules import Question


@dataclass(frozen=True, kw_only=True)
class Target:
    """One target of the table `targets`: provinces to be covered, and by when."""

    target_id: str
    provinces: int
    reference_year_be: int
    deadline_year_be: int


def target_of(targets: pd.DataFrame) -> Target:
    """Return the target in force: the one with the latest deadline.

    `targets`: as the table of that name. Raises IndexError where it is empty.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560; that the latest deadline is in force is this
    dashboard's own convention.
    """
    row = targets.sort_values("deadline_fiscal_year_be").iloc[-1]
    return Target(
        target_id=str(row["target_id"]),
        provinces=int(row["target_provinces"]),
        reference_year_be=int(row["reference_fiscal_year_be"]),
        deadline_year_be=int(row["deadline_fiscal_year_be"]),
    )


def counted_by_year(record: Record, question: Question) -> pd.DataFrame:
    """Return which provinces a rule counts at the end of each fiscal year of the record.

    Parameters
    ----------
    record : Record
    question : Question
        Its rule and window are applied anew at every year; its own year is not used.

    Returns
    -------
    DataFrame, bool, fiscal_year_be by province_code
        From the record's first year to its last; the provinces of the target. A year without a
        round holds what the rule counts at its end, as the record still reaches it.

    Notes
    -----
    Source: `utils.measures.coverage.counted_rows`; asking the rule anew at every year is this
    dashboard's own convention.
    """
    target = record.provinces.loc[record.provinces["in_target"], "province_code"]
    years = range(record.first_year_be, record.last_year_be + 1)
    rows = {
        year: target.isin(
            coverage.counted_rows(record, replace(question, fiscal_year_be=year))["province_code"]
        ).to_numpy()
        for year in years
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(target)).rename_axis(
        "fiscal_year_be"
    )


def actual(counted: pd.DataFrame, codes: Collection[str]) -> pd.Series:
    """Return the provinces of an area counted at the end of each fiscal year.

    Parameters
    ----------
    counted : DataFrame
        From `counted_by_year`.
    codes : collection of str
        Province codes of the chosen area; provinces outside the target are left out.

    Returns
    -------
    Series "counted", Int64, indexed by fiscal_year_be

    Notes
    -----
    Source: as for `counted_by_year`.
    """
    inside = counted.loc[:, counted.columns.isin(list(codes))]
    return inside.sum(axis=1).astype("Int64").rename("counted")


def reference(actual_counts: pd.Series, target: Target, provinces: int) -> pd.Series:
    """Return the straight reference line to the target.

    Parameters
    ----------
    actual_counts : Series
        From `actual`.
    target : Target
    provinces : int
        Provinces to be covered in the chosen area; 76 for the country.

    Returns
    -------
    Series "reference", Float64, indexed by fiscal_year_be
        From where the rule stood at the end of the reference year to `provinces` at the end of
        the deadline year. Empty where the record does not hold the reference year.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560 sets no yearly targets; the line is a
    reference of this dashboard.
    """
    start, end = target.reference_year_be, target.deadline_year_be
    if start not in actual_counts.index or end <= start:
        return pd.Series(dtype="Float64", name="reference").rename_axis("fiscal_year_be")
    began = int(actual_counts[start])
    years = range(start, end + 1)
    line = [began + (provinces - began) * (year - start) / (end - start) for year in years]
    return pd.Series(line, index=years, name="reference", dtype="Float64").rename_axis(
        "fiscal_year_be"
    )


def first_since(record: Record, target: Target, codes: Collection[str]) -> pd.Series:
    """Return provinces assessed at least once since the resolution, cumulated by fiscal year.

    `codes`: province codes of the chosen area. The count begins in the year after the
    reference year, with any award or area result. Series "since_resolution", Int64, indexed by
    fiscal_year_be up to the record's last year.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560 falls in FY 2561; counting only from there,
    whatever the rule, is this dashboard's own convention.
    """
    rows = record.awards[record.awards["fiscal_year_be"] > target.reference_year_be]
    in_target = record.provinces.loc[record.provinces["in_target"], "province_code"]
    rows = rows[rows["province_code"].isin(set(codes) & set(in_target))]
    first = rows.groupby("province_code")["fiscal_year_be"].min()
    years = range(target.reference_year_be + 1, record.last_year_be + 1)
    return pd.Series(
        {year: int((first <= year).sum()) for year in years},
        name="since_resolution",
        dtype="Int64",
    ).rename_axis("fiscal_year_be")
