"""How full and fresh tables are, counted by hand."""

from __future__ import annotations

import pandas as pd

from utils.measures.quality import Fullness, fullness, laos_by_office
from utils.tables import schemas

ROWS = pd.DataFrame(
    {
        "lao_id": ["LAO-1", "LAO-1", "LAO-2", "LAO-3", "LAO-4"],
        "fiscal_year_be": [2568, 2568, 2568, 2567, 2568],
    }
)
REGISTER = pd.DataFrame(
    {
        "lao_id": ["LAO-1", "LAO-2", "LAO-3", "LAO-4", "LAO-4"],
        "province_code": ["50", "51", "57", "93", "93"],
    }
)
PROVINCES = pd.DataFrame(
    {
        "province_code": ["50", "51", "57", "93", "90"],
        "office_number": pd.array([1, 1, 1, None, 16], dtype="Int64"),
    }
)


def test_an_lao_counts_once_and_an_office_without_rows_is_zero() -> None:
    # LAO-1 twice, LAO-2 once, LAO-3 of another year, LAO-4 of a province of no single office.
    assert laos_by_office(ROWS, REGISTER, PROVINCES, 2568).to_dict() == {1: 2, 16: 0}


def test_only_cells_that_may_be_empty_are_counted() -> None:
    table = schemas.LPA_RESULTS
    optional = [name for name, column in table.columns.items() if column.nullable]
    frame = pd.DataFrame({name: ["1", "2"] for name in table.columns})
    frame["fiscal_year_be"] = [2566, 2562]
    frame.loc[0, optional[0]] = None
    assert fullness(frame, table) == Fullness(
        rows=2,
        known=2 * len(optional) - 1,
        cells=2 * len(optional),
        first_year_be=2562,
        last_year_be=2566,
    )


def test_an_empty_table_has_no_years() -> None:
    frame = pd.DataFrame({name: [] for name in schemas.ENROLMENT.columns})
    found = fullness(frame, schemas.ENROLMENT)
    assert (found.rows, found.cells, found.first_year_be, found.last_year_be) == (0, 0, None, None)
