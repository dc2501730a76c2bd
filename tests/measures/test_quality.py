"""How full and fresh tables are, counted by hand."""

from __future__ import annotations

import pandas as pd

from utils.measures.quality import (
    Fullness,
    fullness,
    laos_by_office_and_year,
    office_of,
    registered_by_office,
    unmatched_names,
)
from utils.tables import shipped
from utils.tables.declared import schemas

ROWS = pd.DataFrame(
    {
        "lao_id": ["LAO-1", "LAO-1", "LAO-2", "LAO-3", "LAO-4", "LAO-3"],
        "fiscal_year_be": [2568, 2568, 2568, 2566, 2568, 2568],
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
        "office_number": pd.array([1, 1, 2, 14, 16], dtype="Int64"),
        "office_number_other": pd.array([None, None, None, 16, None], dtype="Int64"),
    }
)


def test_an_lao_counts_once_a_year_and_an_office_without_rows_is_zero() -> None:
    # 2568: LAO-1 twice and LAO-2 of office 1, LAO-3 of office 2, LAO-4 of a disputed province.
    # 2566: LAO-3; in 2567 nobody.
    table = laos_by_office_and_year(ROWS, REGISTER, PROVINCES)
    assert list(map(int, table.columns)) == [2566, 2567, 2568]
    assert table.to_dict("index") == {
        1: {2566: 0, 2567: 0, 2568: 2},
        2: {2566: 1, 2567: 0, 2568: 1},
        14: {2566: 0, 2567: 0, 2568: 0},
        16: {2566: 0, 2567: 0, 2568: 0},
        0: {2566: 0, 2567: 0, 2568: 1},
    }


def test_a_table_without_a_row_has_no_year() -> None:
    table = laos_by_office_and_year(ROWS.head(0), REGISTER, PROVINCES)
    assert (table.index.tolist(), table.columns.tolist()) == ([1, 2, 14, 16, 0], [])


def test_a_row_of_a_disputed_province_is_of_no_office() -> None:
    assert office_of(ROWS, REGISTER, PROVINCES).tolist() == [1, 1, 1, 2, pd.NA, 2]
    assert registered_by_office(REGISTER, PROVINCES).to_dict() == {0: 1, 1: 2, 2: 1}


def test_names_that_no_table_knows_are_found() -> None:
    tables = {
        "provinces": shipped.load("provinces"),
        "municipalities": shipped.load("municipalities"),
        "offices": shipped.load("offices"),
        "awards": pd.DataFrame(
            {"office_as_published": ["สสภ.01 (เชียงใหม่)", "สสภ.01 (เขียงใหม่)", "สสภ.99 (เลย)"]}
        ),
        "pilots": pd.DataFrame(
            {
                "name_th": ["เทศบาลนครหาดใหญ่", "เทศบาลนครหาดเล็ก", "จังหวัดสตูล", "จังหวัดสตูน"],
                "lao_id": ["LAO-90-008", "LAO-90-008", None, None],
            }
        ),
        "reported_results": pd.DataFrame({"lao_name_th": [None, "หาดใหญ่", "หาดโต"]}),
    }
    assert unmatched_names(tables.__getitem__).to_numpy().tolist() == [
        ["awards", 2, "office_as_published", "สสภ.01 (เขียงใหม่)"],
        ["awards", 3, "office_as_published", "สสภ.99 (เลย)"],
        ["pilots", 2, "name_th", "เทศบาลนครหาดเล็ก"],
        ["pilots", 4, "name_th", "จังหวัดสตูน"],
        ["reported_results", 3, "lao_name_th", "หาดโต"],
    ]


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
    filled = fullness(frame, schemas.ENROLMENT)
    assert (filled.rows, filled.cells, filled.first_year_be, filled.last_year_be) == (
        0,
        0,
        None,
        None,
    )
