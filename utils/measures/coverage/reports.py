"""Reported results beside the award list: what stands in it, what does not. None is counted."""

from __future__ import annotations

from typing import Any, Literal, get_args

import pandas as pd

from utils.measures.coverage.coverage import Status
from utils.measures.coverage.record import Record
from utils.tables import places as lookup
from utils.tables.places import Places
from utils.tables.reading.normalise import spelling_key

Standing = Literal["not_listed", "differs", "in_list", "nothing_found"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)


def standings(reports: pd.DataFrame, record: Record, register: pd.DataFrame) -> pd.Series:
    """Return how each row of the register of reported results stands to the award list.

    Parameters
    ----------
    reports : DataFrame
        Rows of the table `reported_results`.
    record : Record
        Its `awards` are what is compared with, its `provinces` find the LAOs.
    register : DataFrame
        As the table `municipalities`: an LAO is found under its former names too.

    Returns
    -------
    Series "standing" of string, indexed like `reports`, each one of `STANDINGS`
        in_list: the awards hold what is reported, for the same LAO or province, year and level,
        with the prize or the number where one is reported. differs: they have rows for it, and
        none with that prize, or another number. not_listed: they have no row for it.
        nothing_found: the row is a search.

    Notes
    -----
    Source: a convention of this dashboard. It is computed anew for every release and never kept, so
    a report stands as in the list from the release that certifies it, and not before.
    """
    places = lookup.index_places(record.provinces, register)
    found = [_standing(row, record.awards, places) for row in reports.itertuples(index=False)]
    return pd.Series(found, index=reports.index, dtype="string", name="standing")


def awaits(status: Status) -> bool:
    """Tell whether reports stand beside a province of this status: not counted, or not known.

    Notes
    -----
    Source: a convention of this dashboard: what is counted needs no report, and Bangkok lies
    outside the target.
    """
    return status not in {"counted", "outside"}


def of_province(
    reports: pd.DataFrame, record: Record, province_code: str, fiscal_year_be: int
) -> pd.DataFrame:
    """Return the rows of the register for one province at a fiscal year.

    Parameters
    ----------
    reports : DataFrame
        As the table `reported_results`.
    record : Record
    province_code : str
    fiscal_year_be : int
        In an earlier year than the last of the award list, rows up to that year and those of no
        year. From the last year on all rows, as reports go on where the list ends.

    Returns
    -------
    DataFrame
        Rows of `reports`, index and order kept.

    Notes
    -----
    Source: a convention of this dashboard, as for the rows of the award list.
    """
    here = reports[reports["province_code"] == province_code]
    if fiscal_year_be >= record.last_year_be:
        return here
    later = (here["fiscal_year_be"] > fiscal_year_be).fillna(value=False)
    return here[~later.astype(bool)]


def by_standing(standing: pd.Series) -> pd.Series:
    """Count rows of the register by their standing.

    `standing`: from `standings`. Series of int, indexed by each of `STANDINGS` in their order.

    Notes
    -----
    Source: as for `standings`. It counts rows of the register, never provinces.
    """
    counts = standing.value_counts().reindex(list(STANDINGS), fill_value=0)
    return counts.astype(int)


def _standing(row: Any, awards: pd.DataFrame, places: Places) -> Standing:  # noqa: ANN401 a row
    if row.kind == "search":
        return "nothing_found"
    rows = awards
    if not pd.isna(row.fiscal_year_be):
        rows = rows[rows["fiscal_year_be"] == row.fiscal_year_be]
    if not pd.isna(row.level) and row.level != "all":
        rows = rows[rows["level"] == row.level]
    if not pd.isna(row.province_code):
        rows = rows[rows["province_code"] == row.province_code]
    if not pd.isna(row.lao_name_th):
        rows = rows[rows["lao_id"].isin(_laos(row, places))]
    if rows.empty:
        return "not_listed"
    return "in_list" if _agrees(row, rows) else "differs"


def _laos(row: Any, places: Places) -> set[str]:  # noqa: ANN401 a row
    """Return the ids of the LAO that a report names; by its name alone where it names no type."""
    code = None if pd.isna(row.province_code) else row.province_code
    lao_type, name = lookup.split_type(row.lao_name_th)
    if lao_type is not None:
        named = lookup.find_laos(row.lao_name_th, places, province_code=code)
    else:
        named = places.laos.get(spelling_key(name), ())
    return {lao.lao_id for lao in named if code in {None, lao.province_code}}


def _agrees(row: Any, rows: pd.DataFrame) -> bool:  # noqa: ANN401 a row
    """Tell whether awards of the same place, year and level say what the report does."""
    same = pd.Series(data=True, index=rows.index)
    for column in ("prize_class", "track"):
        if not pd.isna(reported := getattr(row, column)):
            same &= (rows[column] == reported).fillna(value=False).astype(bool)
    if pd.isna(row.reported_count):
        return bool(same.any())
    counted = rows[same]
    number = len(counted) if row.count_of == "awards" else counted["lao_id"].nunique()
    return bool(number == row.reported_count)
