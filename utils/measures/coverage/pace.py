"""Pace: provinces counted by fiscal year, and the straight reference line to the target."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from utils.measures.coverage.coverage import UNKNOWN, statuses
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question


@dataclass(frozen=True, kw_only=True)
class Target:
    """One target of the table `targets`: provinces to be covered, and by when."""

    target_id: str
    provinces: int
    reference_year_be: int
    deadline_year_be: int


def targets_of(targets: pd.DataFrame) -> list[Target]:
    """Return the targets in order of their deadlines.

    `targets`: as the table of that name.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560; a steward may add others to the table.
    """
    rows = targets.sort_values("deadline_fiscal_year_be").to_dict("records")
    return [
        Target(
            target_id=str(row["target_id"]),
            provinces=int(row["target_provinces"]),
            reference_year_be=int(row["reference_fiscal_year_be"]),
            deadline_year_be=int(row["deadline_fiscal_year_be"]),
        )
        for row in rows
    ]


def judged(targets: pd.DataFrame, last_year_be: int) -> Target:
    """Return the target that the record is compared with.

    It is the latest whose deadline is not after `last_year_be`, the record's last year, or else the
    earliest of all. Raises IndexError where the table is empty.

    Notes
    -----
    Source: this dashboard's own convention: a target is judged at its deadline, and a later target
    does not hide how an earlier one ended.
    """
    known = targets_of(targets)
    ended = [target for target in known if target.deadline_year_be <= last_year_be]
    return ended[-1] if ended else known[0]


def ahead(targets: pd.DataFrame, current_year_be: int) -> Target | None:
    """Return the next target whose deadline lies after the current fiscal year, if there is one.

    Notes
    -----
    Source: as for `judged`.
    """
    waiting = (t for t in targets_of(targets) if t.deadline_year_be > current_year_be)
    return next(waiting, None)


def statuses_by_year(record: Record, question: Question) -> pd.DataFrame:
    """Return the state of every province of the target at the end of each fiscal year.

    Parameters
    ----------
    record : Record
    question : Question
        Its rule and window are applied at the end of every year; its own year is not used.

    Returns
    -------
    DataFrame of `coverage.Status`, fiscal_year_be by province_code
        From the first year with a result to the last. A year without a round holds what the rule
        counts at its end, as long as its window holds a list.

    Notes
    -----
    Source: `measures.coverage.coverage.statuses`; asking the rule anew at every year is this
    dashboard's own convention.
    """
    target = record.provinces.loc[record.provinces["in_target"], "province_code"]
    years = range(record.first_year_be, record.last_result_year_be + 1)
    rows = {year: statuses(record, replace(question, fiscal_year_be=year)) for year in years}
    return pd.DataFrame.from_dict(rows, orient="index")[list(target)].rename_axis("fiscal_year_be")


def bounds_by_year(states: pd.DataFrame, codes: Collection[str]) -> pd.DataFrame:
    """Return the bounds of an area at the end of each fiscal year.

    Parameters
    ----------
    states : DataFrame
        From `statuses_by_year`.
    codes : collection of str
        Province codes of the chosen area; provinces outside the target are left out.

    Returns
    -------
    DataFrame, Int64, indexed by fiscal_year_be
        `counted_at_least` : provinces certainly counted, missing where no list is at hand.
        `not_known` : those that a list not at hand may yet count, missing likewise.

    Notes
    -----
    Source: as for `statuses_by_year`.
    """
    inside = states.loc[:, states.columns.isin(list(codes))]
    unknown = inside.isin(UNKNOWN).all(axis=1)
    table = pd.DataFrame(
        {
            "counted_at_least": (inside == "counted").sum(axis=1),
            "not_known": (inside == "not_known").sum(axis=1),
        }
    ).astype("Int64")
    return table.mask(unknown)


def reference(actual_counts: pd.Series, target: Target, provinces: int) -> pd.Series:
    """Return the straight reference line to the target.

    Parameters
    ----------
    actual_counts : Series
        Column `counted_at_least` of `bounds_by_year`.
    target : Target
    provinces : int
        Provinces to be covered in the chosen area; 76 for the country.

    Returns
    -------
    Series "reference", Float64, indexed by fiscal_year_be
        From the number counted at the end of the reference year to `provinces` at the end of the
        deadline year. Empty where the number of the reference year is not known.

    Notes
    -----
    Source: this dashboard's own convention; the cabinet resolution of 10 October 2560 sets no
    yearly targets.
    """
    start, end = target.reference_year_be, target.deadline_year_be
    if pd.isna(actual_counts.get(start, pd.NA)) or end <= start:
        return pd.Series(dtype="Float64", name="reference").rename_axis("fiscal_year_be")
    began = int(actual_counts[start])
    years = range(start, end + 1)
    line = [began + (provinces - began) * (year - start) / (end - start) for year in years]
    return pd.Series(line, index=years, name="reference", dtype="Float64").rename_axis(
        "fiscal_year_be"
    )


def first_since(record: Record, target: Target, codes: Collection[str]) -> pd.Series:
    """Return how many provinces were assessed since the resolution, cumulated by fiscal year.

    `codes`: province codes of the chosen area. A province counts from its first award or area
    result after the reference year. Series "since_resolution", Int64, indexed by fiscal_year_be up
    to the record's last year.

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
