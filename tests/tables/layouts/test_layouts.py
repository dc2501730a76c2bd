"""Layouts as offices make them: several rows of heading, blocks, totals, columns side by side."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence

import pytest
import xlsxwriter

from tests.tables.sample import PLACES, TABLE, codes, worded
from utils.tables import shipped
from utils.tables.check import check
from utils.tables.declared import schemas
from utils.tables.reading import recognition
from utils.tables.reading.files import open_contents
from utils.tables.reading.reader import Reading, interpret, read

TODAY = dt.date(2026, 11, 29)
PARTS = ["ด้านที่ 1", "ด้านที่ 2", "ด้านที่ 3", "ด้านที่ 4", "ด้านที่ 5", "เฉลี่ย"]
LPA: list[object] = ["อปท.", "ปีงบประมาณ", *PARTS]
HAT_YAI: list[object] = ["ทน.หาดใหญ่", 2563, 81.5, 82.5, 83.5, 84.5, 85.5, 83.5]
PRIK = ["ทต.ปริก", 2563, 91, 92, 93, 94, 95, 93]
CHIANG_RAI = ["ทน.เชียงราย", 2563, 80, 80, 80, 80, 80, 80]


def as_csv(*rows: Sequence[object]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def as_workbook(
    sheets: dict[str, Sequence[Sequence[object]]], *merges: tuple[str, str, object]
) -> bytes:
    """Return a workbook; `merges`: sheet, area and value of cells that are merged into one."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, list(cells))
        for name, area, value in merges:
            sheet = book.get_worksheet_by_name(name)
            sheet.merge_range(area, value)
    return out.getvalue()


def checked(content: bytes, name: str = "a.csv") -> list[tuple[str, Reading]]:
    """Return every table of a file that is recognised, with its reading."""
    found = []
    for part in recognition.parts(open_contents(content, name)):
        assert part.tables, "the headings are known"
        reading = check(part.contents, part.tables[0], today=TODAY)
        found.append((part.tables[0].name, worded(reading)))
    return found


def one(content: bytes, name: str = "a.csv") -> Reading:
    [(_, reading)] = checked(content, name)
    assert reading.errors == ()
    return reading


def laos(reading: Reading) -> list[str]:
    places = shipped.places_for(schemas.LPA_RESULTS).lao_by_id
    return [places[code].full_name for code in reading.frame["lao_id"]]


def sampled(content: bytes, name: str = "a.csv") -> list[Reading]:
    """Return LPA results read with the sample's places, where ทต.บ้านใหม่ is in two provinces."""
    parts = recognition.parts(open_contents(content, name))
    table = schemas.LPA_RESULTS
    return [worded(interpret(part.contents, table=table, places=PLACES)) for part in parts]


def told(reading: Reading) -> set[tuple[str, str]]:
    """Return what is told but for optional columns: code and severity."""
    passed = {"columns_missing_optional"}
    return {(p.code, p.severity) for p in reading.problems if p.code not in passed}


# --- headings ------------------------------------------------------------------------------------


def test_two_rows_of_heading_are_one() -> None:
    rows: list[list[object]] = [["", "", *PARTS[:5], ""], HAT_YAI, PRIK]
    book = as_workbook(
        {"Sheet1": [[], *rows]},
        ("Sheet1", "A1:A2", "อปท."),
        ("Sheet1", "B1:B2", "ปีงบประมาณ"),
        ("Sheet1", "C1:G1", "ผลการประเมิน LPA (ร้อยละ)"),
        ("Sheet1", "H1:H2", "เฉลี่ย"),
    )
    reading = one(book, "a.xlsx")
    assert told(reading) == {("heading_joined", "note")}
    assert reading.missing == {"note"}
    assert reading.frame["part_3_percent"].tolist() == [83.5, 93]
    assert reading.frame["average_percent"].tolist() == [83.5, 93]
    assert reading.frame["file_row"].tolist() == [3, 4]


@pytest.mark.parametrize(
    "above",
    [
        [["แบบรายงานผลการประเมิน"], []],
        [["สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 16"], ["ข้อมูล ณ วันที่ 30 กันยายน 2563"]],
    ],
)
def test_titles_above_three_rows_of_heading(above: list[list[object]]) -> None:
    heading: list[list[object]] = [
        ["ลำดับ", "อปท.", "ปีงบประมาณ", "ผลการประเมิน LPA", "", "", "", "", ""],
        ["", "", "", "รายด้าน", "", "", "", "", "ภาพรวม"],
        ["", "", "", *PARTS],
    ]
    reading = one(as_csv(*above, *heading, [1, *HAT_YAI], [2, *PRIK]))
    assert told(reading) == {("heading_joined", "note"), ("column_extra", "note")}
    assert laos(reading) == ["ทน.หาดใหญ่", "ทต.ปริก"]
    assert reading.frame["average_percent"].tolist() == [83.5, 93]


@pytest.mark.parametrize("units", [["", "", *["(ร้อยละ)"] * 6], [f"({n})" for n in range(1, 9)]])
def test_units_and_numbers_of_columns_below_a_heading_are_no_data(units: list[str]) -> None:
    reading = one(as_csv(LPA, units, HAT_YAI))
    assert reading.frame["average_percent"].tolist() == [83.5]


def test_a_heading_that_is_repeated_with_each_block_and_in_another_order() -> None:
    other = ["ปีงบประมาณ", "อปท.", "เฉลี่ย"]
    reading = one(as_csv(LPA, HAT_YAI, LPA, PRIK, other, [2563, "ทน.เชียงราย", 80]))
    assert [p.row for p in reading.problems if p.code == "heading_again"] == [3, 5]
    assert laos(reading) == ["ทน.หาดใหญ่", "ทต.ปริก", "ทน.เชียงราย"]
    assert reading.frame["average_percent"].tolist() == [83.5, 93, 80]
    assert reading.frame["part_1_percent"].isna().tolist() == [False, False, True]


# --- blocks, totals, notes -----------------------------------------------------------------------

BLANKS = [""] * 7


@pytest.mark.parametrize(
    ("songkhla", "chiang_rai"),
    [
        (["จังหวัดสงขลา", *BLANKS], ["จังหวัดเชียงราย", *BLANKS]),
        (["สงขลา", *BLANKS], ["เชียงราย", *BLANKS]),
        (["", "จ.สงขลา"], ["", "จ.เชียงราย"]),
        (["1. จังหวัดสงขลา (2 แห่ง)"], ["2. จังหวัดเชียงราย (1 แห่ง)"]),
        (["จังหวัด", "สงขลา"], ["จังหวัด", "เชียงราย"]),
        (["จังหวัด : สงขลา"], ["จังหวัด : เชียงราย"]),
        (["สงขลา", "", "", "2 แห่ง"], ["เชียงราย", "", "", "1 แห่ง"]),
        (
            ["สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดสงขลา"],
            ["สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดเชียงราย"],
        ),
        (["อำเภอหาดใหญ่ จังหวัดสงขลา"], ["อำเภอเมือง จังหวัดเชียงราย"]),
    ],
)
@pytest.mark.parametrize("again", [[], [LPA]])
def test_the_title_of_a_block_gives_its_province(
    songkhla: list[object], chiang_rai: list[object], again: list[list[object]]
) -> None:
    reading = one(as_csv(songkhla, LPA, HAT_YAI, PRIK, chiang_rai, *again, CHIANG_RAI))
    headings = [("heading_again", "note") for _ in again]
    assert told(reading) == {("block_title", "note"), *headings}
    assert laos(reading) == ["ทน.หาดใหญ่", "ทต.ปริก", "ทน.เชียงราย"]


NAMESAKE: list[object] = ["ทต.บ้านใหม่", *HAT_YAI[1:]]


def test_a_namesake_is_the_one_of_the_block_and_without_a_block_it_is_asked() -> None:
    (reading,) = sampled(as_csv(LPA, ["จังหวัดนครราชสีมา"], NAMESAKE, ["นครสวรรค์"], NAMESAKE))
    assert reading.errors == ()
    assert reading.frame["lao_id"].tolist() == ["LAO-30-001", "LAO-60-002"]
    (asked,) = sampled(as_csv(LPA, NAMESAKE))
    assert codes(asked.errors) == [("lao_ambiguous", 2)]
    (wrong,) = sampled(as_csv(LPA, ["จังหวัดนครสวรรค์"], HAT_YAI))
    assert codes(wrong.errors) == [("lao_other_province", 3)]


def test_a_title_that_is_not_understood_gives_no_province_to_the_rows_below_it() -> None:
    (reading,) = sampled(as_csv(LPA, ["นครสวรรค์"], NAMESAKE, ["กลุ่มพิเศษ"], NAMESAKE))
    assert codes(reading.warnings) == [("row_aside", 4)]
    assert codes(reading.errors) == [("lao_ambiguous", 5)]
    (misspelt,) = sampled(as_csv(LPA, ["จังหวัดนครสวน"], HAT_YAI))
    assert codes(misspelt.errors) == [("block_misspelt", 2)]


def test_a_sheet_named_after_its_province_decides_between_namesakes() -> None:
    book = as_workbook({"นครราชสีมา": [LPA, NAMESAKE], "นครสวรรค์": [LPA, NAMESAKE, HAT_YAI]})
    first, second = sampled(book, "a.xlsx")
    assert first.errors == second.errors == ()
    assert first.frame["lao_id"].tolist() == ["LAO-30-001"]
    assert second.frame["lao_id"].tolist() == ["LAO-60-002", "LAO-90-003"], "and nothing else"


@pytest.mark.parametrize(
    "total",
    [
        *("ผลรวมทั้งหมด", "รวมทั้งสิ้น", "รวม", "Grand Total", "Sub total", "ค่าเฉลี่ย", "เฉลี่ยรวม", "TOTAL"),
        *("ร้อยละ", "คิดเป็นร้อยละ", "S.D."),
        *("รวมจังหวัดสงขลา", "รวม 3 แห่ง", "ยอดรวม", "คะแนนเฉลี่ย", "สูงสุด", "รวม จ.สงขลา"),
    ],
)
@pytest.mark.parametrize("year", ["", 2563])
def test_totals_anywhere_are_told_once_and_are_no_data(total: str, year: object) -> None:
    row = [total, year, "", "", "", "", "", 83.3]
    reading = one(as_csv(LPA, HAT_YAI, row, CHIANG_RAI, row))
    assert told(reading) == {("closing_row", "note")}
    assert laos(reading) == ["ทน.หาดใหญ่", "ทน.เชียงราย"]


@pytest.mark.parametrize(
    "note",
    [
        ["หมายเหตุ: ร่าง"],
        ["* ยังไม่รับรอง"],
        ["ข้อมูล ณ วันที่ 30 กันยายน 2563"],
        ["ข้อมูล ณ วันที่", "30 กันยายน 2563"],
        ["", "", "ผู้รายงาน", "กลุ่มงาน"],
        ["ผู้รายงาน", "กลุ่มงาน"],
        ["ที่มา : สถ."],
        ["หมายเหตุ", "", "ดูภาคผนวก"],
    ],
)
def test_closing_notes_are_told_once_and_are_no_data(note: list[object]) -> None:
    reading = one(as_csv(LPA, HAT_YAI, [], note, note))
    assert told(reading) == {("closing_note", "note")}
    assert laos(reading) == ["ทน.หาดใหญ่"]


def test_a_row_of_an_lao_without_values_is_not_set_aside() -> None:
    [(_, reading)] = checked(as_csv(LPA, ["ทต.ปริก"], HAT_YAI))
    assert codes(reading.errors) == [("required", 2)]


def test_cells_merged_downwards_hold_in_each_row() -> None:
    years = [["", 2562, *HAT_YAI[2:]], ["", 2563, *HAT_YAI[2:]], PRIK]
    book = as_workbook({"S": [LPA, *years]}, ("S", "A2:A3", "ทน.หาดใหญ่"))
    reading = one(book, "a.xlsx")
    assert told(reading) == {("merged_down", "note")}
    assert laos(reading) == ["ทน.หาดใหญ่", "ทน.หาดใหญ่", "ทต.ปริก"]


def test_a_province_written_once_for_several_rows_holds_where_the_register_agrees() -> None:
    text = (
        "code,province_code,lao_id,year_be,level\nA1,สงขลา,ทต.ปริก,2563,area\n"
        "A2,,ทม.บ้านพรุ,2563,area\nA3,,ทน.นครสวรรค์,2563,area\n"
    )
    reading = worded(read(text.encode(), name="a.csv", table=TABLE, places=PLACES))
    assert ("province_carried", 3) in codes(reading)
    assert codes(reading.errors) == [("required", 4)]
    assert reading.frame["province_code"].tolist()[:2] == ["90", "90"]


def test_the_year_of_a_title_is_taken_and_to_be_looked_at() -> None:
    head, row = [LPA[0], *LPA[2:]], [HAT_YAI[0], *HAT_YAI[2:]]
    reading = one(as_csv(["ผลการประเมิน LPA ประจำปีงบประมาณ ๒๕๖๓"], head, row))
    assert told(reading) == {("year_of_title", "warning")}
    assert reading.frame["fiscal_year_be"].tolist() == [2563]
    [(_, two)] = checked(as_csv(["ปี 2562 และปี 2563"], head, row))
    assert codes(two.errors) == [("column_missing", 2)]


def test_a_sheet_or_a_block_of_a_year() -> None:
    head, row = [LPA[0], *LPA[2:]], [HAT_YAI[0], *HAT_YAI[2:]]
    book = as_workbook({"2562": [head, row], "ปี 2563": [head, row]})
    (_, first), (_, second) = checked(book, "a.xlsx")
    assert [*first.frame["fiscal_year_be"], *second.frame["fiscal_year_be"]] == [2562, 2563]
    blocks = one(as_csv(head, ["ปีงบประมาณ 2562"], row, ["พ.ศ. 2563"], row))
    assert blocks.frame["fiscal_year_be"].tolist() == [2562, 2563]


def test_another_table_below_is_told_and_none_of_its_rows_is_read() -> None:
    below: list[list[object]] = [
        ["อปท.", "ปีงบประมาณ", "เส้นทาง", "สถานะ"],
        ["ทน.หาดใหญ่", 2568, 1, 2],
    ]
    [(_, reading)] = checked(as_csv(LPA, HAT_YAI, [], *below))
    assert codes(reading.errors) == [("another_table", 4)]
    assert laos(reading) == ["ทน.หาดใหญ่"]


def test_who_assessed_is_taken_from_the_title_and_to_be_looked_at() -> None:
    head, row = ["อปท.", "ปีงบประมาณ", "ตชว. 1", "ตชว. 2"], ["ทน.หาดใหญ่", 2563, 1, 2]
    reading = one(as_csv(["ผลการประเมินตนเอง"], head, row))
    assert set(reading.frame["assessor"]) == {"self"}
    assert codes(reading.warnings) == [("value_of_title", None)]
    [(_, untold)] = checked(as_csv(["ผลการประเมิน"], head, row))
    assert codes(untold.errors) == [("column_missing", 2)]


def test_notes_of_several_lines_are_notes_to_the_end() -> None:
    lines = [["หมายเหตุ", "", "1. ร่าง"], ["", "", "2. รอรับรอง"], ["", "", "(นางสาว ก)"]]
    reading = one(as_csv(LPA, HAT_YAI, *lines))
    assert told(reading) == {("closing_note", "note")}


@pytest.mark.parametrize("extra", ["ลำดับ", "ที่", "No.", "รวม", "คะแนนรวม", "ร้อยละ"])
def test_a_column_that_counts_or_sums_up_asks_for_nothing(extra: str) -> None:
    head = ["อปท.", "ปีงบประมาณ", "ผู้ประเมิน", "ตชว. 1", "ตชว. 2", extra]
    [(_, reading)] = checked(as_csv(head, ["ทน.หาดใหญ่", 2563, "ตนเอง", 1, 2, 3]))
    assert reading.errors == reading.warnings == ()
    assert ("column_extra", "note") in told(reading)


# --- columns side by side ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    ["ตัวชี้วัดที่ {}", "ตชว. {}", "ตชว.{}", "indicator {}", "KPI {}", "{}", "ตัวชี้วัดที่ {} (คะแนน)"],
)
def test_indicators_across_become_a_row_each(written: str) -> None:
    head = ["อปท.", "ปีงบประมาณ", "ผู้ประเมิน", *(written.format(n) for n in range(1, 35))]
    row = ["ทน.หาดใหญ่", 2563, "ตนเอง", *range(1, 24), *[""] * 10, 30]
    [(table, reading)] = checked(as_csv(head, row))
    assert table == "scores"
    assert reading.errors == ()
    frame = reading.frame
    assert frame["indicator"].tolist() == [*range(1, 24), 34]
    assert frame["score"].tolist() == [*range(1, 24), 30]
    assert set(frame["edition"]) == {"criteria_34"}
    assert set(frame["file_row"]) == {2}
    assert {"wide_read", "wide_empty", "edition_of_year"} <= {p.code for p in reading.problems}
    (shown,) = [p for p in reading.problems if p.code == "wide_read"]
    assert "(Indicator 1–34)" in shown.message("en")


def test_indicators_by_their_place_in_a_component() -> None:
    # Components hold 7, 9, 7 and 11 indicators: 2.1 is the eighth, 4.11 the last.
    head = ["อปท.", "ปีงบประมาณ", "ผู้ประเมิน", "1.1", "1.7", "2.1", "3.1", "4.11"]
    [(_, reading)] = checked(as_csv(head, ["ทน.หาดใหญ่", 2563, "ตนเอง", 1, 2, 3, 4, 5]))
    assert reading.errors == ()
    assert reading.frame["indicator"].tolist() == [1, 7, 8, 17, 34]
    [(_, unknown)] = checked(
        as_csv([*head, "19.1"], ["ทน.หาดใหญ่", 2563, "ตนเอง", 1, 2, 3, 4, 5, 6])
    )
    assert [(p.code, p.column) for p in unknown.errors] == [("label_unknown", "19.1")]


def test_a_problem_names_the_cell_that_its_sender_sees() -> None:
    head = ["อปท.", "ปีงบประมาณ", "ผู้ประเมิน", "ตชว. 1", "ตชว. 2"]
    [(_, reading)] = checked(as_csv(head, ["ทน.หาดใหญ่", 2563, "ตนเอง", 31, "สิบ"]))
    assert [(p.code, p.row, p.column) for p in reading.errors] == [
        ("not_a_number", 2, "ตชว. 2"),
        ("score_above_maximum", 2, "ตชว. 1"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        [["อปท.", "2561", "2562", "2563"]],
        [["อปท.", "ปี 2561", "ปี 2562", "ปี 2563"]],
        [["อปท.", "เฉลี่ย ปี 2561", "เฉลี่ย ปี 2562", "เฉลี่ย ปี 2563"]],
        [["อปท.", "ค่าเฉลี่ย LPA", "", ""], ["", "๒๕๖๑", "๒๕๖๒", "๒๕๖๓"]],
        [["อปท.", "พ.ศ. 2561", "พ.ศ. 2562", "พ.ศ. 2563"], ["", "เฉลี่ย", "เฉลี่ย", "เฉลี่ย"]],
    ],
)
def test_a_column_a_year(head: list[list[str]]) -> None:
    content = as_csv(*head, ["ทน.หาดใหญ่", 70, 80, 90], ["ทต.ปริก", "", 81, ""], ["รวม", 1, 2, 3])
    named = schemas.LPA_RESULTS
    [part] = recognition.parts(open_contents(content, "a.csv"), named=named)
    reading = worded(check(part.contents, named, today=TODAY))
    assert reading.errors == ()
    frame = reading.frame[["fiscal_year_be", "average_percent"]]
    assert frame.to_numpy().tolist() == [[2561, 70], [2562, 80], [2563, 90], [2562, 81]]
    assert laos(reading) == ["ทน.หาดใหญ่"] * 3 + ["ทต.ปริก"]


def test_parts_of_several_years_across() -> None:
    rows: list[list[object]] = [
        ["อปท.", "ปี 2562", "", "ปี 2563", ""],
        ["", "ด้านที่ 1", "เฉลี่ย", "ด้านที่ 1", "เฉลี่ย"],
        ["ทน.หาดใหญ่", 1, 2, 3, 4],
    ]
    reading = one(as_csv(*rows), "lpa results.csv")
    frame = reading.frame[["fiscal_year_be", "part_1_percent", "average_percent"]]
    assert frame.to_numpy().tolist() == [[2562, 1, 2], [2563, 3, 4]]


def test_two_columns_of_one_indicator_are_an_error() -> None:
    head = ["อปท.", "ปีงบประมาณ", "ผู้ประเมิน", "ตชว. 1", "ตชว. 2", "ตัวชี้วัดที่ 1"]
    [(_, reading)] = checked(as_csv(head, ["ทน.หาดใหญ่", 2563, "ตนเอง", 1, 2, 3]))
    assert codes(reading.errors) == [("heading_repeated", 1)]


# --- sheets --------------------------------------------------------------------------------------


def test_every_sheet_with_a_table_is_read_and_the_others_are_told() -> None:
    book = as_workbook(
        {
            "ปก": [["รายงาน"]],
            "สงขลา": [LPA, HAT_YAI],
            "เชียงราย": [["จังหวัดเชียงราย"], LPA, CHIANG_RAI],
            "อื่น": [["a", "b"], [1, 2]],
        }
    )
    (_, first), (_, second) = checked(book, "a.xlsx")
    assert laos(first) == ["ทน.หาดใหญ่"]
    assert laos(second) == ["ทน.เชียงราย"]
    said = {p.code: p.message("en") for p in first.problems}
    assert "สงขลา, เชียงราย" in said["sheets_read"]
    assert "อื่น" in said["other_sheets"]
    assert "ปก" in said["sheets_without_rows"]
    assert {p.file for p in second.problems} == {"a.xlsx [เชียงราย]"}
