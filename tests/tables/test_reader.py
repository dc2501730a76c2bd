"""Files as officers send them: what is read, and what is said about the rest."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from tests.tables.sample import HEAD, PLACES, ROW, TABLE, codes, read_cell, read_csv, worded
from utils.tables.declared.columns import Column
from utils.tables.reading import reader
from utils.tables.reading.contents import MAX_COLUMNS


def test_a_plain_file_becomes_a_typed_frame() -> None:
    reading = read_csv(
        f"{HEAD},people,share,done,met_on,note\n{ROW},12,0.5,true,2017-10-10,ok\n"
        "A2,60,LAO-60-001,2562,area,,,,,\n"
    )
    assert reading.problems == ()
    assert reading.frame.dtypes.astype(str).to_dict() == {
        "code": "string",
        "province_code": "string",
        "lao_id": "string",
        "year_be": "Int64",
        "level": "string",
        "people": "Int64",
        "share": "Float64",
        "done": "boolean",
        "met_on": "string",
        "note": "string",
        "file_row": "Int64",
    }
    first, second = reading.frame.to_dict("records")
    assert first == {
        "code": "A1",
        "province_code": "90",
        "lao_id": "LAO-90-001",
        "year_be": 2563,
        "level": "national",
        "people": 12,
        "share": 0.5,
        "done": True,
        "met_on": "2017-10-10",
        "note": "ok",
        "file_row": 2,
    }
    assert second["file_row"] == 3
    empty = ["people", "share", "done", "met_on", "note"]
    assert reading.frame.loc[1, empty].isna().all()


def test_thai_headings_in_any_order_below_title_rows_and_blank_rows() -> None:
    reading = read_csv(
        "บัญชีรางวัล,,,,\n,,,,\n\nระดับ,ปีงบประมาณ (พ.ศ.),เทศบาล,ชื่อจังหวัด,รหัส\n"
        "ระดับประเทศ,๒๕๖๓,เทศบาลตำบลปริก,จ.สงขลา,A1\n\nระดับพื้นที่,2562,ทม.บ้านพรุ,สงขลา,A2\n"
    )
    assert reading.errors == ()
    chosen = reading.frame[["code", "lao_id", "year_be", "level", "file_row"]]
    assert chosen.to_numpy().tolist() == [
        ["A1", "LAO-90-001", 2563, "national", 5],
        ["A2", "LAO-90-002", 2562, "area", 7],
    ]


def test_headings_ignore_case_and_spaces() -> None:
    reading = read_csv("CODE, Province ,Lao_ID,FISCAL  YEAR,Level\n" + ROW)
    assert reading.errors == ()
    assert len(reading.frame) == 1


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("code", "", "required"),
        ("code", "ไม่ทราบ", "required"),
        ("code", "1A", "wrong_pattern"),
        ("province_code", "สงขา", "province_misspelt"),
        ("province_code", "ไม่ระบุ", "required"),
        ("province_code", "ภาคเหนือ", "province_unknown"),
        ("lao_id", "ทต.ปริ", "lao_misspelt"),
        ("lao_id", "ปริก", "lao_misspelt"),
        ("lao_id", "ทต.ไม่มีในทะเบียน", "lao_unknown"),
        ("lao_id", "ทต.บ้านใหม่", "lao_other_province"),
        ("lao_id", "LAO-60-001", "lao_other_province"),
        ("year_be", "63", "year_two_digits"),
        ("year_be", "2562-2563", "not_a_year"),
        ("year_be", "2630", "out_of_range"),
        ("level", "ระดับโลก", "not_allowed"),
        ("level", "area?", "not_allowed"),
        ("province_code", "9.0", "province_misspelt"),
        ("level", "x" * 6000, "cell_too_long"),
        ("level", "#REF!", "sheet_error"),
        ("level", "#NO_VALUE!", "formula_no_value"),
    ],
)
def test_a_bad_cell_is_told_and_becomes_unknown(column: str, cell: str, code: str) -> None:
    reading = read_cell(column, cell)
    (problem,) = reading.problems if column != "province_code" else reading.problems[:1]
    assert (problem.code, problem.severity, problem.row) == (code, "error", 2)
    assert (problem.file, problem.column) == ("ส่ง.csv", column)
    assert problem.value == cell[:200]
    assert len(reading.frame) == 1
    assert reading.frame[column].isna().all()
    others = reading.frame.drop(columns=[column, "people", "share", "done", "met_on", "note"])
    assert others.notna().all(axis=None)


@pytest.mark.parametrize(
    ("column", "cell"), [("people", "สิบ"), ("share", "x"), ("done", "?"), ("met_on", "31/2/2560")]
)
def test_a_bad_number_never_becomes_zero(column: str, cell: str) -> None:
    reading = read_csv(f"{HEAD},{column}\n{ROW},{cell}\n")
    assert [problem.row for problem in reading.errors] == [2]
    assert reading.frame[column].tolist() == [pd.NA]


def test_several_bad_cells_of_one_row_are_all_told() -> None:
    reading = read_csv(
        f"{HEAD},people\nA1,สงขลา,ทต.ปริก,63,national,-5\nA1b,60,ทน.นครสวรรค์,2563,area,5"
    )
    assert codes(reading) == [
        *(("year_two_digits", 2), ("out_of_range", 2)),
        ("wrong_pattern", 3),
    ]
    assert reading.frame["lao_id"].tolist() == ["LAO-90-001", "LAO-60-001"]
    assert reading.frame["people"].tolist() == [pd.NA, 5]


def test_suggestions_are_offered_and_not_taken() -> None:
    (problem,) = read_cell("province_code", "โคราช").errors[:1]
    assert "นครราชสีมา" in problem.remedy("th")
    (problem,) = read_cell("lao_id", "ทต.ปริ").problems
    assert problem.remedy("en").startswith("It may mean ทต.ปริก (สงขลา)")


def test_what_is_allowed_is_told_in_the_language_of_the_reader() -> None:
    (problem,) = read_cell("level", "?").problems
    assert problem.remedy("th") == "เลือกจาก: ระดับประเทศ, ระดับพื้นที่"
    assert problem.remedy("en") == "Choose one of: national, area."


def test_the_form_of_a_code_is_told_in_words() -> None:
    (problem,) = read_cell("code", "1A").problems
    assert problem.remedy("th") == "เขียนตามรูปแบบ: อักษรหนึ่งตัวกับเลขหนึ่งตัว เช่น A1"
    assert problem.remedy("en") == "Write a letter and a digit, such as A1."


def test_the_sign_for_a_missing_value_is_explained() -> None:
    (problem,) = read_cell("level", "#NO_VALUE!").problems
    assert "(#NO_VALUE! ใช้แทนค่าที่ยังไม่มี)" in problem.message("th")
    assert "(#NO_VALUE! stands for it)" in problem.message("en")


def test_an_ambiguous_lao_of_an_unreadable_province_is_told() -> None:
    reading = read_csv(f"{HEAD}\nA1,โคราด,ทต.บ้านใหม่,2563,area")
    assert codes(reading) == [("province_misspelt", 2), ("lao_ambiguous", 2)]
    assert "LAO-30-001" in reading.problems[1].remedy("th")


def test_a_common_era_year_is_converted_with_a_warning() -> None:
    reading = read_cell("year_be", "2020")
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.value) == ("year_converted", "warning", "2020")
    assert problem.message("en") == "Read as a year of the Common Era: 2563 B.E."
    assert reading.frame["year_be"].tolist() == [2563]


def test_a_conversion_that_ends_out_of_range_is_told_once() -> None:
    assert codes(read_cell("year_be", "1957")) == [("out_of_range", 2)]  # 2500 B.E.


def test_invisible_characters_are_told_and_passed_over() -> None:
    reading = read_cell("lao_id", "ทต.\u200bปริก")
    assert [(p.code, p.severity) for p in reading.problems] == [("hidden_characters", "note")]
    assert reading.frame["lao_id"].tolist() == ["LAO-90-001"]


def test_years_ahead_of_today_are_warned_of_where_only_the_past_makes_sense() -> None:
    past = {**TABLE.columns, "year_be": past_year()}
    table = replace(TABLE, columns=past)
    text = f"{HEAD}\n{ROW.replace('2563', '2570')}"
    # 30 September 2026 is the last day of fiscal year 2569, 1 October the first of 2570.
    assert codes(read_csv(text, table=table, today=dt.date(2026, 9, 30))) == [("year_ahead", 2)]
    assert codes(read_csv(text, table=table, today=dt.date(2026, 10, 1))) == []
    assert codes(read_csv(text, table=table)) == []


def past_year() -> Column:
    return replace(TABLE.columns["year_be"], past=True)


def test_columns_missing_unknown_and_repeated() -> None:
    reading = read_csv("code,จังหวัด,province,lao_id,level,สีที่ชอบ\nA1,สงขลา,ระยอง,ทต.ปริก,area,ฟ้า")
    problems = {(p.code, p.severity, p.column, p.row) for p in reading.problems}
    assert problems >= {
        ("heading_repeated", "error", "province", 1),
        ("column_unknown", "warning", "สีที่ชอบ", 1),
        ("column_missing", "error", "year_be", 1),
    }
    assert reading.frame["year_be"].isna().all()
    assert reading.frame["province_code"].tolist() == ["90"]


def test_an_optional_column_that_is_missing_is_told_and_unknown_in_every_row() -> None:
    text = f"{HEAD}\n{ROW}".encode()
    reading = worded(reader.read(text, name="x.csv", table=TABLE, places=PLACES))
    (told,) = reading.problems
    assert (told.code, told.severity) == ("columns_missing_optional", "note")
    titles = "People, Share, Done, Met on, Note"
    assert told.message("en") == f"The file leaves out columns that it may leave out: {titles}."
    assert reading.missing == {"people", "share", "done", "met_on", "note"}
    assert reading.frame["people"].tolist() == [pd.NA]


def test_a_missing_column_is_told_once_and_not_for_every_row() -> None:
    reading = read_csv("code,province_code,lao_id,level\nA1,90,ทต.ปริก,area\nA2,90,ทต.ปริก,area")
    assert codes(reading.errors) == [("column_missing", 1)]


def test_a_repeated_key_is_told_with_its_first_row() -> None:
    reading = read_csv(f"{HEAD}\n{ROW}\n{ROW.replace('2563', '2562')}\nA2,90,ทต.ปริก,2563,area")
    assert codes(reading) == [("duplicate_key", 3)]
    assert "row 2" in reading.problems[0].message("en")
    assert len(reading.frame) == 3


def test_totals_notes_and_repeated_headings_are_left_out_by_name() -> None:
    reading = read_csv(
        f"{HEAD},people\n{ROW},5\n{HEAD},people\nA2{ROW[2:]},6\nรวม,,,,,11\nหมายเหตุ: ร่าง\n"
    )
    assert codes(reading) == [("heading_again", 3), ("closing_row", 5), ("closing_note", 6)]
    assert {problem.severity for problem in reading.problems} == {"note"}
    assert reading.frame["people"].tolist() == [5, 6]


def test_a_total_in_the_middle_is_no_data_either() -> None:
    reading = read_csv(f"{HEAD}\nรวม,,,,\n{ROW}")
    assert codes(reading) == [("closing_row", 2)]
    assert reading.frame["code"].tolist() == ["A1"]


def test_text_beside_the_table_is_told() -> None:
    reading = read_csv(f"{HEAD},\n{ROW},ข้าง ๆ")
    assert codes(reading) == [("cell_outside", 2)]
    assert reading.problems[0].value == "ข้าง ๆ"


def test_short_rows_lack_their_last_cells() -> None:
    assert codes(read_csv(f"{HEAD}\nA1,สงขลา,ทต.ปริก,2563")) == [("required", 2)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_file"),
        ("  \n \n", "empty_file"),
        ("สวัสดี\n1,2,3", "no_heading"),
        (HEAD, "no_rows"),
        (",".join(["x"] * (MAX_COLUMNS + 1)), "too_large_table"),
    ],
)
def test_files_without_a_table(text: str, code: str) -> None:
    reading = read_csv(text)
    assert code in {problem.code for problem in reading.errors}
    assert reading.frame.empty
    assert list(reading.frame.columns) == [*TABLE.columns, "file_row"]


def test_no_heading_says_which_headings_are_expected() -> None:
    (problem,) = read_csv("a,b\n1,2").problems
    assert "จังหวัด" in problem.remedy("th")
    assert "Province" in problem.remedy("en")


def test_problems_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PROBLEMS", 3)  # one for what is missing
    reading = read_csv("\n".join([HEAD, *(f"A{n},สงขลา,ทต.ปริก,63,area" for n in range(5))]))
    assert codes(reading) == [
        ("year_two_digits", 2),
        ("year_two_digits", 3),
        ("more_problems", None),
    ]
    assert reading.problems[-1].context == {"count": 3}
    assert reading.frame["year_be"].isna().all()


def test_problems_say_where_they_are() -> None:
    (problem,) = read_cell("level", "?").problems
    assert problem.place("th") == "แถว 2 · คอลัมน์ “level”"
    assert problem.place("en") == "row 2 · column “level”"
    (whole,) = read_csv("").problems
    assert whole.place("en") == "whole file"


def test_reading_needs_no_file_on_disk_and_no_places_for_a_table_without_names() -> None:
    reading = reader.read(b"", name="x.csv", table=TABLE, places=PLACES)
    assert codes(reading) == [("empty_file", None)]
