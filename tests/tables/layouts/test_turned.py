"""LAOs across the columns, and sheets whose headings stand in the first column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.layouts.test_layouts import as_csv, as_workbook, checked, laos, one

NAMES = ["ทน.หาดใหญ่", "ทต.ปริก", "ทน.เชียงราย"]


@settings(deadline=None, max_examples=15)
@given(
    names=st.lists(st.sampled_from(NAMES), min_size=2, unique=True),
    indicators=st.lists(st.integers(1, 23), min_size=1, max_size=5, unique=True),
    written=st.sampled_from(["{}", "ตัวชี้วัดที่ {}", "ตชว. {} การจัดการขยะ"]),
)
def test_laos_across_become_rows(names: list[str], indicators: list[int], written: str) -> None:
    head = ["ปีงบประมาณ", "ผู้ประเมิน", "ตัวชี้วัด", *names]
    rows = [
        [2563, "ตนเอง", written.format(n), *(n + at for at in range(len(names)))]
        for n in indicators
    ]
    [(table, reading)] = checked(as_csv(head, *rows))
    assert table == "scores"
    assert reading.errors == reading.warnings == ()
    assert "wide_read" in {problem.code for problem in reading.problems}
    assert laos(reading) == names * len(indicators)
    keys = zip(laos(reading), reading.frame["indicator"], strict=True)
    read = dict(zip(keys, reading.frame["score"], strict=True))
    assert read == {(name, n): n + at for n in indicators for at, name in enumerate(names)}


def test_years_down_and_laos_across() -> None:
    content = as_csv(["ปีงบประมาณ", *NAMES], [2562, 70, 71, 72], [2563, 80, "", 82])
    [(_, reading)] = checked(content, "ผลการประเมิน LPA.csv")
    assert reading.errors == ()
    assert reading.frame["average_percent"].tolist() == [70, 71, 72, 80, 82]
    assert laos(reading) == [*NAMES, NAMES[0], NAMES[2]]


@pytest.mark.parametrize("is_workbook", [False, True])
def test_headings_in_the_first_column_are_turned_and_told(*, is_workbook: bool) -> None:
    rows: list[list[object]] = [
        ["อปท.", *NAMES],
        ["ปีงบประมาณ", 2563, 2563, 2563],
        ["ด้านที่ 1", 80, 81, 82],
        ["เฉลี่ย", 83, 84, 85],
    ]
    content = as_workbook({"S": rows}) if is_workbook else as_csv(*rows)
    reading = one(content, "a.xlsx" if is_workbook else "a.csv")
    assert reading.warnings == ()
    assert "sheet_turned" in {problem.code for problem in reading.problems}
    assert laos(reading) == NAMES
    assert reading.frame["average_percent"].tolist() == [83, 84, 85]
    assert reading.frame["file_row"].tolist() == [2, 3, 4]


def test_numbers_below_years_are_values_and_no_indicators() -> None:
    content = as_csv(["อปท.", 2561, 2562, 2563], [NAMES[0], 11, 12, 13], [NAMES[1], 14, 15, 16])
    [(table, reading)] = checked(content, "ผลการประเมิน LPA.csv")
    assert table == "lpa_results"
    assert reading.frame["average_percent"].tolist() == [11, 12, 13, 14, 15, 16]


def test_a_list_of_columns_is_no_turned_sheet() -> None:
    words = [["อปท.", "ชื่อเทศบาล"], ["ปีงบประมาณ", "พ.ศ."], ["ด้านที่ 1", "ร้อยละ"], ["เฉลี่ย", "ร้อยละ"]]
    book = as_workbook(
        {"ข้อมูล": [["อปท.", "ปีงบประมาณ", "เฉลี่ย"], [NAMES[0], 2563, 80]], "คำอธิบาย": words}
    )
    [(table, reading)] = checked(book, "a.xlsx")
    assert table == "lpa_results"
    assert reading.errors == ()
