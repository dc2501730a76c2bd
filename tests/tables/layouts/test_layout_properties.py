"""Any table that offices send, laid out in any of the ways they do, reads as the plain one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.tables.sample import worded
from utils.tables import shipped
from utils.tables.declared import schemas
from utils.tables.declared.columns import Column, Table
from utils.tables.places import Lao, Places
from utils.tables.reading.contents import Contents, Merged, Sheet
from utils.tables.reading.layout import catalogue
from utils.tables.reading.layout.names import column_of
from utils.tables.reading.reader import Reading, interpret

SENT = (
    *(schemas.ENROLMENT, schemas.STEP_EVIDENCE, schemas.SCORES),
    *(schemas.LPA_RESULTS, schemas.GREEN_AREAS),
)
ACROSS = tuple(table for table in SENT if table.across is not None)
Grid = list[list[str]]

TITLES = ("จังหวัด{}", "{}", "จ.{}", "จังหวัด {} (3 แห่ง)", "2. จังหวัด{}", "จังหวัด: {}")
TOTALS = (
    *("รวม", "ผลรวมทั้งหมด", "รวมทั้งสิ้น", "รวม 3 แห่ง", "Sub total", "Grand Total"),
    *("ค่าเฉลี่ย", "เฉลี่ยรวม", "ยอดรวม"),
)
NOTES = (
    *(["ข้อมูล ณ วันที่ 30 กันยายน 2568"], ["ผู้รายงาน", "กลุ่มงานแผน"], ["* ยังไม่รับรอง"]),
    *(["หมายเหตุ: ร่าง"], ["ที่มา: สำนักงาน"], ["โทร. 0 0000 0000"]),
)
ABOVE: tuple[Grid, ...] = (
    *([], [["แบบรายงาน"]], [["สำนักงานสิ่งแวดล้อมและควบคุมมลพิษ"], []]),
    [["ตารางที่ 1", "ฉบับร่าง"], ["เอกสารภายใน"]],
)


@cache
def places() -> Places:
    return places_of("scores")


@cache
def places_of(name: str) -> Places:
    return shipped.places_for(schemas.TABLES[name])


@cache
def by_province() -> dict[str, tuple[Lao, ...]]:
    """Return the LAOs of some provinces, each under the name that it bears alone there."""
    laos: dict[str, list[Lao]] = {}
    for lao in places().lao_by_id.values():
        laos.setdefault(lao.province_code, []).append(lao)
    return {code: tuple(found) for code, found in sorted(laos.items()) if len(found) > 2}


def interpreted(table: Table, grid: Grid, merged: tuple[Merged, ...] = ()) -> Reading:
    sheet = Sheet(rows=[list(cells) for cells in grid], merged=merged)
    known = catalogue.of(table, shipped.load)
    contents = Contents(file="a.xlsx", sheets=(sheet,))
    return worded(interpret(contents, table=table, places=places_of(table.name), known=known))


def values(table: Table, name: str, column: Column, number: int) -> st.SearchStrategy[str]:
    """Return cells of a column that are read without a problem."""
    if name == "edition":
        return st.just("criteria_34")
    if name == "indicator":
        return st.integers(1, 34).map(str)
    made: dict[str, Callable[[], st.SearchStrategy[str]]] = {
        "choice": lambda: st.sampled_from([one.th for one in column.choices]),
        "year": lambda: st.integers(2561, 2567).map(str),
        "integer": lambda: st.integers(1, 30).map(str),
        "number": lambda: st.integers(4, 60).map(lambda n: str(n / 2)),
        "date": lambda: st.just("2024-05-06"),
        "flag": lambda: st.sampled_from(["ใช่", "ไม่ใช่"]),
        "code": lambda: st.just(f"{table.name}-{number}"),
        "text": lambda: st.sampled_from(["ดี", "รอผล", "ส่งช้า"]),
    }
    cell = made[column.kind]()
    return cell | st.just("") if column.nullable else cell


@st.composite
def blocks(draw: st.DrawFn, table: Table) -> list[tuple[str, Grid]]:
    """Give rows by province: its name, and rows of cells, no key twice."""
    made, number, keys = [], 0, set()
    codes = draw(
        st.lists(st.sampled_from(sorted(by_province())), min_size=1, max_size=3, unique=True)
    )
    for code in codes:
        rows: Grid = []
        for _ in range(draw(st.integers(1, 4))):
            number += 1
            lao = draw(st.sampled_from(by_province()[code]))
            cells = [
                lao.full_name if column.kind == "lao" else draw(values(table, name, column, number))
                for name, column in table.columns.items()
            ]
            key = tuple(cells[list(table.columns).index(name)] for name in table.key)
            if key not in keys:
                keys.add(key)
                rows.append(cells)
        made.append((places().province_names[code], rows))
    return [(name, rows) for name, rows in made if rows]


def heading(draw: st.DrawFn, table: Table) -> list[str]:
    return [
        draw(st.sampled_from([column.title_th, column.title_en, name]))
        for name, column in table.columns.items()
    ]


def as_values(reading: Reading, table: Table) -> list[tuple[object, ...]]:
    frame = reading.frame[list(table.columns)]
    plain = frame.astype(object).where(frame.notna(), None)
    return list(plain.itertuples(index=False, name=None))


def plainly(table: Table, made: list[tuple[str, Grid]]) -> list[tuple[object, ...]]:
    """Read the rows one under the other, each block below its province."""
    grid: Grid = [list(table.columns)]
    for name, rows in made:
        grid += [[f"จังหวัด{name}"], *(list(cells) for cells in rows)]
    reading = interpreted(table, grid)
    assert reading.errors == ()
    return as_values(reading, table)


@pytest.mark.parametrize("of", [table.name for table in SENT])
@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_blocks_totals_notes_and_headings_of_several_rows_read_as_the_plain_table(
    of: str, data: st.DataObject
) -> None:
    table, draw = schemas.TABLES[of], data.draw
    made = draw(blocks(table))
    head = draw(st.composite(heading)(table))
    lao_at = list(table.columns).index("lao_id")
    group = [""] * len(head)
    if draw(st.booleans()):
        first = draw(st.integers(lao_at + 1, len(head) - 1))
        group[first] = draw(st.sampled_from(["ผลการดำเนินงาน", "รายละเอียด", "ข้อมูลของปี"]))
    grid: Grid = [*draw(st.sampled_from(ABOVE)), *([group] if any(group) else []), head]
    for number, (name, rows) in enumerate(made):
        title = draw(st.sampled_from(TITLES)).format(name)
        at = draw(st.sampled_from([0, 0, lao_at]))
        grid.append([*[""] * at, title])
        if number and draw(st.booleans()):
            grid.append(list(head))
        for cells in rows:
            grid.append(list(cells))
            grid += [[]] if draw(st.booleans()) else []
        if draw(st.booleans()):
            total = [""] * len(head)
            total[lao_at] = draw(st.sampled_from(TOTALS))
            total[-1] = draw(st.sampled_from(["", "83.3"]))
            grid.append(total)
    grid += draw(st.lists(st.sampled_from(NOTES), max_size=2))
    reading = interpreted(table, grid)
    assert reading.errors == ()
    assert reading.warnings == ()
    assert as_values(reading, table) == plainly(table, made)


@pytest.mark.parametrize("of", [table.name for table in SENT])
@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_merged_cells_read_as_the_value_in_each_row(of: str, data: st.DataObject) -> None:
    table = schemas.TABLES[of]
    made = data.draw(blocks(table))
    lao_at = list(table.columns).index("lao_id")
    grid: Grid = [list(table.columns)]
    merged: list[Merged] = []
    for name, rows in made:
        grid.append([f"จังหวัด{name}"])
        rows.sort(key=lambda cells: cells[lao_at])
        for cells in rows:
            top = next((one for one in merged if one.bottom == len(grid) - 1), None)
            above = grid[top.top if top else -1]
            if len(above) > 1 and above[lao_at] == cells[lao_at]:
                start = top.top if top else len(grid) - 1
                merged = [one for one in merged if one is not top]
                merged.append(Merged(start, lao_at, len(grid), lao_at))
                grid.append([*cells[:lao_at], "", *cells[lao_at + 1 :]])
            else:
                grid.append(list(cells))
    reading = interpreted(table, grid, tuple(merged))
    assert reading.errors == ()
    assert as_values(reading, table) == plainly(table, made)


WRITTEN = {
    "fiscal_year_be": ("{}", "ปี {}", "พ.ศ. {}", "ปีงบประมาณ {}", "FY {}"),
    "indicator": ("ตัวชี้วัดที่ {}", "ตชว. {}", "ตชว.{}", "indicator {}", "KPI {}"),
}


@st.composite
def spread(draw: st.DrawFn, table: Table, name: str) -> tuple[Grid, set[tuple[str, str, str]]]:
    """Give a table with a column for each value of `name`, and (LAO, value, cell) of its rows."""
    assert table.across is not None
    value = table.across.value
    laos = draw(
        st.lists(
            st.sampled_from([lao for found in by_province().values() for lao in found]),
            min_size=1,
            max_size=4,
            unique=True,
        )
    )
    span = range(2561, 2568) if name == "fiscal_year_be" else range(1, 35)
    given_values = draw(st.lists(st.sampled_from(span), min_size=2, max_size=7, unique=True))
    others = [
        one
        for one, column in table.columns.items()
        if one not in {"lao_id", name, value, "edition"} and not column.nullable
    ]
    written = draw(st.sampled_from(WRITTEN[name]))
    grouped = draw(st.booleans())
    first = [written.format(one) for one in given_values]
    title = table.columns[value].title_th
    head = ["อปท.", *(table.columns[one].title_th for one in others)]
    above = [["", *[""] * len(others), title, *[""] * (len(first) - 1)]] if grouped else []
    grid: Grid = [*above, [*head, *first]]
    rows = set()
    for lao in laos:
        fixed = [draw(values(table, one, table.columns[one], 1)) for one in others]
        cells = [draw(values(table, value, table.columns[value], 1)) for _ in given_values]
        grid.append([lao.full_name, *fixed, *cells])
        rows |= {
            (lao.full_name, str(one), cell)
            for one, cell in zip(given_values, cells, strict=True)
            if cell
        }
    return grid, rows


def dimensions() -> Iterator[tuple[str, str]]:
    for table in ACROSS:
        assert table.across is not None
        yield from ((table.name, name) for name in table.across.by if name in WRITTEN)


@pytest.mark.parametrize(("of", "name"), list(dimensions()))
@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_columns_side_by_side_become_the_rows_that_they_stand_for(
    of: str, name: str, data: st.DataObject
) -> None:
    table = schemas.TABLES[of]
    assert table.across is not None
    grid, wanted = data.draw(spread(table, name))
    assume(wanted)
    reading = interpreted(table, grid)
    if table is schemas.SCORES and name == "fiscal_year_be":
        assert {one.code for one in reading.errors} <= {"column_missing", "edition_other_year"}
    else:
        assert reading.errors == ()
    column = table.columns[table.across.value]
    read = set()
    full = {lao.lao_id: lao.full_name for lao in places().lao_by_id.values()}
    rows: Any = reading.frame.itertuples(index=False)
    for row in rows:
        cell = getattr(row, table.across.value)
        said = column.label(cell, "th") if column.choices else cell
        read.add((full[row.lao_id], str(getattr(row, name)), said))
    as_read = {(lao, one, cell if column.choices else float(cell)) for lao, one, cell in wanted}
    assert read == as_read
    assert pd.notna(reading.frame["file_column"]).all()


@pytest.mark.parametrize("of", [table.name for table in SENT])
def test_every_title_of_a_column_names_it(of: str) -> None:
    table = schemas.TABLES[of]
    for name, column in table.columns.items():
        for written in (name, column.title_th, column.title_en, *column.aliases):
            assert column_of(written, table) == name
