"""What may be chosen: the codes that pages, links and commands share, and the defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from utils.measures.coverage.areas import ALL, REGION_CODES, Area
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import DEFAULT_RULE, DEFAULT_WINDOW_YEARS, RULES, Question
from utils.tables import office_names

WINDOWS: dict[str, int | None] = {**{str(years): years for years in range(1, 11)}, ALL: None}
"""How many fiscal years a rule may count, by the code in an address or on the command line.

None stands for every year of the record.
"""


REPORTED = ("enrolment", "scores", "lpa_results")
"""The tables that offices send year by year."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The codes of one choice, in the order they are offered, and the one taken by default."""

    options: tuple[str, ...]
    default: str


def choices(record: Record, offices: pd.DataFrame, other_years: Iterable[int]) -> dict[str, Choice]:
    """Return what may be chosen of a record, by the names that links know it by.

    `offices`: the table of that name. `other_years`: fiscal years (B.E.) of tables beside the
    record, such as enrolments, which may be chosen too.

    Returns
    -------
    dict of str to Choice
        `year` : fiscal year (B.E.), the latest first; the last with a
        complete list by default. `rule`,
        `window` : as `utils.measures.coverage.rules.Question` takes them, `all` for no window.
        `region`, `cluster`, `office` : as `utils.measures.coverage.areas.Area` takes them.
    """
    provinces = record.provinces
    known = {*record.rounds["fiscal_year_be"], *record.awards["fiscal_year_be"], *other_years}
    years = sorted(known, reverse=True)
    clusters = sorted(provinces["cluster_code"].dropna().unique())
    return {
        "year": Choice(
            options=tuple(str(year) for year in years), default=str(record.last_year_be)
        ),
        "rule": Choice(options=tuple(RULES), default=DEFAULT_RULE),
        "window": Choice(options=tuple(WINDOWS), default=str(DEFAULT_WINDOW_YEARS)),
        "region": Choice(options=(ALL, *REGION_CODES), default=ALL),
        "cluster": Choice(options=(ALL, *clusters), default=ALL),
        "office": Choice(options=(ALL, *map(str, office_names.numbers(offices))), default=ALL),
    }


def years_reported(load: Callable[[str], pd.DataFrame]) -> set[int]:
    """Return the fiscal years (B.E.) of which offices have sent rows, of any of their tables."""
    return {
        int(year) for name in REPORTED for year in load(name)["fiscal_year_be"].dropna().unique()
    }


def question(codes: Mapping[str, str]) -> Question:
    """Return what the codes of `choices` ask; raises ValueError for any other."""
    [rule] = [rule for rule in RULES if rule == codes["rule"]]
    return Question(
        rule=rule,
        fiscal_year_be=int(codes["year"]),
        window_years=WINDOWS[codes["window"]],
    )


def area(codes: Mapping[str, str]) -> Area:
    """Return the area that the codes of `choices` name."""
    return Area(region=codes["region"], cluster=codes["cluster"], office=codes["office"])
