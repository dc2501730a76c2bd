"""How full and how fresh the tables are: cells known, fiscal years held, rows by office."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.tables.columns import Table


@dataclass(frozen=True, kw_only=True)
class Fullness:
    """How much of a table is there.

    `known` of `cells` : cells that hold a value, of those that may be left empty. `first_year_be`,
    `last_year_be` : fiscal years of its rows, None where it has none.
    """

    rows: int
    known: int
    cells: int
    first_year_be: int | None
    last_year_be: int | None


def fullness(frame: pd.DataFrame, table: Table) -> Fullness:
    """Return how much of a table is there.

    Parameters
    ----------
    frame : DataFrame
        The rows of the table, as declared.
    table : Table

    Returns
    -------
    Fullness
        A cell that must hold a value says nothing about completeness and is not counted.

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


def laos_by_office(
    frame: pd.DataFrame, register: pd.DataFrame, provinces: pd.DataFrame, year_be: int
) -> pd.Series:
    """Count the LAOs that a table has a row of in a fiscal year, by the office of their province.

    Parameters
    ----------
    frame : DataFrame
        Rows with `lao_id` and `fiscal_year_be`.
    register, provinces : DataFrame
        As the tables `municipalities` and `provinces`.
    year_be : int

    Returns
    -------
    Series of int, one per office, indexed by `office_number`
        0 where the table has no row of the office: that nothing was sent is known. LAOs whose
        province the sources give to two offices are in neither.

    Notes
    -----
    Source: the office of a province as the table `provinces` has it.
    """
    sent = frame.loc[frame["fiscal_year_be"] == year_be, "lao_id"].drop_duplicates()
    homes = register.drop_duplicates("lao_id").set_index("lao_id")["province_code"]
    offices = provinces.set_index("province_code")["office_number"]
    found = sent.map(homes).map(offices).dropna().astype(int).value_counts()
    numbers = sorted(offices.dropna().astype(int).unique())
    return found.reindex(numbers, fill_value=0).rename_axis("office_number")
