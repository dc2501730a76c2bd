"""What became of the target by its end: for the evaluation that the resolution sets for 2564."""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd

from utils.measures.coverage.coverage import answerable, by_province, counted_rows, headline
from utils.measures.coverage.pace import Target
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import RULES, Question, RuleCode

Course = Literal["kept", "new", "before_only", "none"]
COURSES: tuple[Course, ...] = get_args(Course)


def at_the_end(rule: RuleCode, target: Target) -> Question:
    """Return what a rule asks at the end of the target's last fiscal year.

    Notes
    -----
    Source: the deadline of the table `targets`; the window is that of `measures.coverage.rules`.
    """
    return Question(rule=rule, fiscal_year_be=target.deadline_year_be)


def by_rule(record: Record, target: Target) -> pd.DataFrame:
    """Return how every counting rule stood before the resolution and at the end of the target.

    Parameters
    ----------
    record : Record
    target : Target

    Returns
    -------
    DataFrame, Int64 provinces, indexed by rule in the order of `RULES`
        `at_reference` : certainly counted at the end of the reference year. `at_least`,
        `not_known`, `total` : the bounds at the end of the deadline year. `kept` : counted at
        both ends; `came_in` : counted at the second alone; `unseen` : counted at the first, and
        not, or not known to be, at the second. Missing where no list is at hand, never 0.

    Notes
    -----
    Source: `measures.coverage.coverage.by_province` asked at both ends; that a province which a
    window no longer shows is unseen, and never lost, is this dashboard's own convention.
    """
    return pd.DataFrame.from_dict(
        {rule: _at_both_ends(record, rule, target) for rule in RULES}, orient="index"
    ).astype("Int64")


def courses(record: Record, target: Target) -> pd.DataFrame:
    """Return what the lists hold of every province before the resolution and after it.

    Parameters
    ----------
    record : Record
    target : Target

    Returns
    -------
    DataFrame, one row per province of the target, indexed by province_code in the order of codes
        `course` : of results of any kind. kept: some up to the end of the reference year, and some
        after it, up to the deadline; new: after it alone; before_only, none: as they say, by the
        lists at hand. `first_since_be` : fiscal year of the first result after the reference year,
        Int64, missing where there is none.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560 falls in FY 2561; telling what came before
    from what came after, whatever the rule, is this dashboard's own convention.
    """
    codes = record.provinces.loc[record.provinces["in_target"], "province_code"]
    index = pd.Index(sorted(codes), name="province_code")
    years = record.awards["fiscal_year_be"]
    before = record.awards.loc[years <= target.reference_year_be, "province_code"]
    inside = (years > target.reference_year_be) & (years <= target.deadline_year_be)
    first = record.awards[inside].groupby("province_code")["fiscal_year_be"].min()
    table = pd.DataFrame({"first_since_be": first.reindex(index).astype("Int64")}, index=index)
    known, since = index.isin(before), table["first_since_be"].notna()
    table["course"] = pd.Series("none", index=index, dtype="string")
    table.loc[known, "course"] = "before_only"
    table.loc[since, "course"] = "new"
    table.loc[known & since, "course"] = "kept"
    return table


def arrivals(table: pd.DataFrame, target: Target) -> pd.DataFrame:
    """Count by fiscal year the provinces with a first result since the resolution.

    Parameters
    ----------
    table : DataFrame
        From `courses`.
    target : Target

    Returns
    -------
    DataFrame, Int64 provinces, indexed by fiscal_year_be
        From the year after the reference year to the deadline. `first` : with their first result
        since the resolution in that year; `new` : those of them that had none before it;
        `cumulated` : `first` up to that year. At least so many where a list is missing.

    Notes
    -----
    Source: as for `courses`.
    """
    years = range(target.reference_year_be + 1, target.deadline_year_be + 1)
    index = pd.Index(years, name="fiscal_year_be")
    first = table["first_since_be"].value_counts().reindex(index, fill_value=0)
    new = table.loc[table["course"] == "new", "first_since_be"].value_counts()
    counts = {"first": first, "new": new.reindex(index, fill_value=0), "cumulated": first.cumsum()}
    return pd.DataFrame(counts).astype("Int64")


def by_type(record: Record, question: Question, register: pd.DataFrame) -> pd.DataFrame:
    """Count by type the LAOs that a rule counts, and the provinces that they bring in.

    Parameters
    ----------
    record : Record
    question : Question
    register : DataFrame
        As the table `municipalities`; the last row of an LAO tells its type.

    Returns
    -------
    DataFrame, Int64, indexed by lao_type, in the order of the register's types
        `laos` : LAOs with a result that the rule counts inside the window; `provinces` : provinces
        with at least one of them, so that a province may stand under several types. At least so
        many where a list of the window is missing; missing where no list is at hand, never 0.

    Notes
    -----
    Source: `measures.coverage.coverage.counted_rows`. An LAO that was upgraded stands under its
    present type, as the years of upgrades are not known: this dashboard's own convention.
    """
    types = register.drop_duplicates("lao_id", keep="last").set_index("lao_id")["lao_type"]
    rows = counted_rows(record, question)
    grouped = rows.groupby(rows["lao_id"].map(types).rename("lao_type"))
    table = pd.DataFrame(
        {"laos": grouped["lao_id"].nunique(), "provinces": grouped["province_code"].nunique()}
    ).astype("Int64")
    table = table.reindex(pd.Index(types.unique(), name="lao_type"), fill_value=0)
    return table if answerable(record, question) else table.mask(table.notna())


def models_reached(enrolment: pd.DataFrame, levels: pd.DataFrame, upto_be: int) -> int | None:
    """Count the LAOs that were reported as learning centre or model up to a fiscal year.

    Parameters
    ----------
    enrolment, levels : DataFrame
        As the tables `enrolment` and `step_levels`.
    upto_be : int
        Fiscal year, Buddhist era.

    Returns
    -------
    int or None
        LAOs with a row at a step of the highest level; None where there is no row up to the year,
        which is not known and never 0.

    Notes
    -----
    Source: the enrolment page of LA21 & Green City, whose fourth step is learning centre or model.
    """
    rows = enrolment[enrolment["fiscal_year_be"] <= upto_be]
    if rows.empty:
        return None
    top = levels.loc[levels["level"] == levels["level"].max(), "step"]
    return int(rows.loc[rows["step"].isin(top), "lao_id"].nunique())


def _at_both_ends(record: Record, rule: RuleCode, target: Target) -> dict[str, int | None]:
    start = by_province(record, Question(rule=rule, fiscal_year_be=target.reference_year_be))
    end = by_province(record, at_the_end(rule, target))
    bounds, before = headline(end), headline(start).at_least
    first, last = start["status"] == "counted", end["status"] == "counted"
    known = before is not None and bounds.at_least is not None
    pairs = {"kept": first & last, "came_in": last & ~first, "unseen": first & ~last}
    return {
        "at_reference": before,
        "at_least": bounds.at_least,
        "not_known": None if bounds.at_least is None else bounds.not_known,
        "total": bounds.total,
        **{name: int(marks.sum()) if known else None for name, marks in pairs.items()},
    }
