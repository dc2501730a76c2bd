"""How complete the tables are: filled cells, fiscal years, LAOs by office, unknown names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from utils.tables import office_names
from utils.tables import places as lookup
from utils.tables.declared.columns import Table
from utils.tables.declared.schemas import Load
from utils.tables.places import Places
from utils.tables.reading.normalise import spelling_key

_NO_OFFICE: Final = 0


@dataclass(frozen=True, kw_only=True)
class Fullness:
    """How much of a table is filled.

    `known` : filled cells among the `cells` that may be left empty. `first_year_be`, `last_year_be`
    : the first and last fiscal year of its rows, None where it has no years.
    """

    rows: int
    known: int
    cells: int
    first_year_be: int | None
    last_year_be: int | None


def fullness(frame: pd.DataFrame, table: Table) -> Fullness:
    """Return how much of a table is filled.

    Parameters
    ----------
    frame : DataFrame
        The rows of the table, as declared.
    table : Table

    Returns
    -------
    Fullness
        Cells of required columns are always filled, so they are not counted.

    Notes
    -----
    Source: a convention of this dashboard.
    """
    optional = [name for name, column in table.columns.items() if column.nullable]
    years = frame["fiscal_year_be"].dropna() if "fiscal_year_be" in frame else pd.Series(dtype=int)
    return Fullness(
        rows=len(frame),
        known=int(frame[optional].notna().to_numpy().sum()),
        cells=len(frame) * len(optional),
        first_year_be=None if years.empty else int(years.min()),
        last_year_be=None if years.empty else int(years.max()),
    )


def office_of(frame: pd.DataFrame, register: pd.DataFrame, provinces: pd.DataFrame) -> pd.Series:
    """Return the office of each row, by the province of its LAO.

    Parameters
    ----------
    frame : DataFrame
        Rows with `lao_id`.
    register, provinces : DataFrame
        As the tables `municipalities` and `provinces`.

    Returns
    -------
    Series of Int64, indexed like `frame`
        Missing where the sources assign the province to two offices, or the register lacks the LAO.

    Notes
    -----
    Source: the office of a province as the table `provinces` has it.
    """
    is_one = provinces["office_number_other"].isna()
    offices = provinces["office_number"].where(is_one).set_axis(provinces["province_code"])
    homes = register.drop_duplicates("lao_id").set_index("lao_id")["province_code"]
    return frame["lao_id"].map(homes).map(offices).astype("Int64")


def laos_by_office_and_year(
    frame: pd.DataFrame, register: pd.DataFrame, provinces: pd.DataFrame
) -> pd.DataFrame:
    """Count the LAOs with a row in a table, by the office of their province and fiscal year.

    Parameters
    ----------
    frame : DataFrame
        Rows with `lao_id` and `fiscal_year_be`.
    register, provinces : DataFrame
        As for `office_of`.

    Returns
    -------
    DataFrame of int, one row per office, indexed by `office_number`
        One column per fiscal year from the first of the table to its last. 0 where the table has no
        row: nothing was sent, which is known. The last row, index 0, is for LAOs that no single
        office is responsible for.

    Notes
    -----
    Source: the office of a province as the table `provinces` has it; which years a table covers,
    by its own rows.
    """
    sent = frame[["lao_id", "fiscal_year_be"]].dropna().drop_duplicates()
    numbers = [*sorted(provinces["office_number"].dropna().astype(int).unique()), _NO_OFFICE]
    if sent.empty:
        return pd.DataFrame(index=pd.Index(numbers, name="office_number"))
    office = office_of(sent, register, provinces).fillna(_NO_OFFICE).astype(int)
    year = sent["fiscal_year_be"].astype(int)
    counted = pd.crosstab(office, year)
    years = range(year.min(), year.max() + 1)
    return counted.reindex(index=numbers, columns=years, fill_value=0).rename_axis(
        index="office_number"
    )


def registered_by_office(register: pd.DataFrame, provinces: pd.DataFrame) -> pd.Series:
    """Count the LAOs of the register by the office of their province.

    Parameters
    ----------
    register, provinces : DataFrame
        As for `office_of`.

    Returns
    -------
    Series of int, one per office, indexed by `office_number`
        Index 0 is for those that no single office is responsible for.

    Notes
    -----
    Source: the office of a province as the table `provinces` has it. The register has the LAOs that
    some table names, not all of the country.
    """
    laos = register.drop_duplicates("lao_id")
    office = office_of(laos, register, provinces).fillna(_NO_OFFICE).astype(int)
    return office.value_counts().sort_index().rename_axis("office_number")


def unmatched_names(load: Load) -> pd.DataFrame:
    """Find the names in the tables, as their sources spell them, that match nothing we know.

    Parameters
    ----------
    load : Load
        Returns a table of record by its name.

    Returns
    -------
    DataFrame, one row per name
        `table`, `row` (counted from 1), `column`, `value`. Checked are the offices of the award
        list, the LAOs of reported results, and the names of pilots: as an LAO where the row gives
        an LAO's id, else as a province.

    Notes
    -----
    Source: the present and former names in the tables `municipalities`, `offices` and `provinces`.
    """
    known = lookup.index_places(load("provinces"), load("municipalities"))
    offices = office_names.index_offices(load("offices"), known)
    pilots, reports = load("pilots"), load("reported_results")
    unknown = {
        ("awards", "office_as_published"): [
            not office_names.find(name, offices).is_right
            for name in load("awards")["office_as_published"].dropna()
        ],
        ("pilots", "name_th"): [
            _is_unknown(name, None if pd.isna(lao) else lao, known)
            for name, lao in zip(pilots["name_th"], pilots["lao_id"], strict=True)
        ],
        ("reported_results", "lao_name_th"): [
            not pd.isna(name) and spelling_key(lookup.split_type(name)[1]) not in known.laos
            for name in reports["lao_name_th"]
        ],
    }
    rows = [
        (table, row, column, load(table)[column].iloc[row - 1])
        for (table, column), faults in unknown.items()
        for row, is_unknown in enumerate(faults, 1)
        if is_unknown
    ]
    return pd.DataFrame(rows, columns=["table", "row", "column", "value"])


def _is_unknown(name: str, lao_id: str | None, known: Places) -> bool:
    if lao_id is None:
        return lookup.find_province(name, known) is None
    return all(lao.lao_id != lao_id for lao in lookup.find_laos(name, known, province_code=None))
