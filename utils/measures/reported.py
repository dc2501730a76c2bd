"""Who has reported: the provinces and offices whose part of a table is known for a fiscal year.

Rows of enrolment and scores come by office. Where an office has sent nothing, its provinces are not
known: they are never counted as having none.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

import pandas as pd

ReportedTable = Literal["enrolment", "step_evidence", "scores", "lpa_results"]
REPORTED_TABLES: tuple[ReportedTable, ...] = get_args(ReportedTable)
Told = Literal["rows", "none", "not_reported"]


@dataclass(frozen=True, kw_only=True)
class Reported:
    """How many offices and provinces have reported, of how many."""

    offices: int
    of_offices: int
    provinces: int
    of_provinces: int


def told_by_province(  # noqa: PLR0913 two of six have names
    rows: pd.DataFrame,
    parts: pd.DataFrame,
    register: pd.DataFrame,
    provinces: pd.DataFrame,
    *,
    table: ReportedTable,
    fiscal_year_be: int,
) -> pd.DataFrame:
    """Return what every province has told of a fiscal year, in one table that offices send.

    Parameters
    ----------
    rows : DataFrame
        The table, with `lao_id` and `fiscal_year_be`.
    parts, register, provinces : DataFrame
        As the tables `reported_parts`, `municipalities` and `provinces`. The last row of an LAO in
        the register gives its province.
    table : ReportedTable
        The name of the table, as `parts` has it.
    fiscal_year_be : int
        Fiscal year, Buddhist era.

    Returns
    -------
    DataFrame, one row per province of the target, indexed by province_code
        `office_number` : the office that writes for it, by the table `provinces`. `told` : rows,
        where the table has a row of one of its LAOs for the year; none, where it has no such row
        and its office has certified the part of the year in full; else not_reported.

    Notes
    -----
    Source: this dashboard's own convention: an office's silence says nothing of its provinces.
    """
    target = provinces[provinces["in_target"].astype(bool)].set_index("province_code")
    home = register.drop_duplicates("lao_id", keep="last").set_index("lao_id")["province_code"]
    laos = rows.loc[(rows["fiscal_year_be"] == fiscal_year_be).fillna(value=False), "lao_id"]
    with_rows = set(laos.drop_duplicates().map(home).dropna())
    certified = parts[
        (parts["reported_table"] == table) & (parts["fiscal_year_be"] == fiscal_year_be)
    ]
    in_full = set(certified["province_code"])
    told = [
        "rows" if code in with_rows else "none" if code in in_full else "not_reported"
        for code in target.index
    ]
    return target[["office_number"]].assign(told=pd.Series(told, target.index, dtype="string"))


def told_by_office(told: pd.DataFrame) -> pd.DataFrame:
    """Count the provinces of each office that have reported.

    Parameters
    ----------
    told : DataFrame
        From `told_by_province`, of the country or of some provinces.

    Returns
    -------
    DataFrame, indexed by office_number, in order
        `provinces` : of the office among the rows; `reported` : those of them that have told of
        rows or of none. Provinces without an office are left out.

    Notes
    -----
    Source: the table `provinces`; where sources differ on an office, the one it names first.
    """
    known = told["told"] != "not_reported"
    by_office = known.groupby(told["office_number"])
    return pd.DataFrame({"provinces": by_office.size(), "reported": by_office.sum()}).astype(int)


def reported(told: pd.DataFrame) -> Reported:
    """Return how many offices and provinces have reported.

    An office counts once any of its provinces does. `told` : from `told_by_province`, of the
    country or of some provinces.

    Notes
    -----
    Source: as for `told_by_province`.
    """
    offices = told_by_office(told)
    return Reported(
        offices=int((offices["reported"] > 0).sum()),
        of_offices=len(offices),
        provinces=int((told["told"] != "not_reported").sum()),
        of_provinces=len(told),
    )


def in_area(told: pd.DataFrame, province_codes: Collection[str]) -> pd.DataFrame:
    """Return the rows of `told_by_province` for some provinces.

    Notes
    -----
    Source: as for `told_by_province`.
    """
    return told[told.index.isin(list(province_codes))]
