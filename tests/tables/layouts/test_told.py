"""What is told of a file: of one kind once, with its rows; of the table that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tables.layouts.test_layouts import (
    CHIANG_RAI,
    HAT_YAI,
    LPA,
    PARTS,
    PRIK,
    as_csv,
    as_workbook,
)
from utils.tables import shipped
from utils.tables.check import main
from utils.tables.declared import schemas
from utils.tables.reading import recognition
from utils.tables.reading.contents import PROBLEMS_HEADING
from utils.tables.reading.files import open_contents
from utils.tables.reading.gathered import gather, runs
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import interpret
from utils.words import LANGS


def problem(row: int | None, column: str = "", value: str = "", **more: object) -> Problem:
    given: dict[str, object] = {"file": "a.csv", "code": "required", **more}
    return Problem(row=row, column=column, value=value, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "said"), [((3, 7, 8, 9), "3, 7–9"), ((2,), "2"), ((2, 3), "2–3"), ((), "")]
)
def test_rows_that_follow_one_another_are_a_run(rows: tuple[int, ...], said: str) -> None:
    assert runs(rows) == said


def test_remarks_of_one_kind_are_one_line_with_its_rows() -> None:
    lines = gather([problem(9, "ปี"), problem(3, "ปี"), problem(8, "ปี"), problem(3, "ขั้น")], "en")
    assert [(one.place("en"), one.message) for one in lines] == [
        ("rows 3, 8–9 · column “ปี”", "This cell must not be empty."),
        ("row 3 · column “ขั้น”", "This cell must not be empty."),
    ]
    both = gather([problem(3, "ปี"), problem(3, "ขั้น")], "en")
    assert [one.place("en") for one in both] == ["row 3 · column “ปี, ขั้น”"]


def test_lines_differ_where_what_to_do_or_how_grave_it_is_differs() -> None:
    grave = problem(3, code="lao_misspelt", value="ก", context={"suggestions": "ข"})
    other = problem(4, code="lao_misspelt", value="ค", context={"suggestions": "ง"})
    assert len(gather([grave, other], "th")) == 2
    assert len(gather([problem(3), problem(4, severity="warning")], "th")) == 2
    sheets = gather([problem(1, file="a [ก]"), problem(1, file="a [ข]")], "th")
    assert [one.in_files() for one in sheets] == ["a [ก], a [ข]"]


def test_the_first_values_and_columns_are_named_and_the_others_counted() -> None:
    [line] = gather([problem(n, value=f"v{n}", code="closing_row") for n in range(2, 7)], "en")
    assert line.found() == "v2; v3; v4; … (+2)"


def printed(file: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = main([str(file), "--lang", "en", *more])
    return code, capsys.readouterr().out


def test_the_command_takes_what_a_heading_means(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(as_csv(["หน่วยงาน", "ปีที่รายงาน", *PARTS], HAT_YAI))
    code, out = printed(file, capsys)
    assert code == 1
    assert "A heading can be explained with --heading" in out
    said = ("--heading", "หน่วยงาน=lao_id", "--heading", "ปีที่รายงาน=fiscal_year_be")
    code, out = printed(file, capsys, *said)
    assert code == 0
    assert "(lpa_results), 1 row" in out
    assert "0 errors, 0 warnings" in out
    with pytest.raises(SystemExit):
        printed(file, capsys, "--heading", "หน่วยงาน=no_such")
    with pytest.raises(SystemExit):
        printed(file, capsys, "--heading", "หน่วยงาน")


def test_the_command_reads_every_sheet_and_finds_what_two_of_them_repeat(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(as_workbook({"สงขลา": [LPA, HAT_YAI, PRIK], "เชียงราย": [LPA, CHIANG_RAI]}))
    code, out = printed(file, capsys)
    assert code == 0
    assert "a.xlsx [สงขลา]: read as the table “LPA results” (lpa_results), 2 rows" in out
    assert "a.xlsx [เชียงราย]: read as the table “LPA results” (lpa_results), 1 row" in out
    file.write_bytes(as_workbook({"ก": [LPA, HAT_YAI], "ข": [LPA, HAT_YAI]}))
    code, out = printed(file, capsys)
    assert "The row repeats row 2 of a.xlsx [ก]." in out


@pytest.mark.parametrize(
    ("name", "rows", "meant"),
    [
        ("ผลการประเมิน LPA 2563.csv", [["ก", "ข"], ["1", "2"]], "lpa_results"),
        ("green_areas_2568.csv", [["ก", "ข"], ["1", "2"]], "green_areas"),
        ("a.csv", [["หน่วย", "ถึงขั้น", "ปีงบ"], ["ทน.หาดใหญ่", "ขั้นที่ 2", "2568"]], "enrolment"),
        ("a.csv", [["x", "y"], ["1", "2"]], None),
    ],
)
def test_advice_is_of_the_table_that_was_meant(
    name: str, rows: list[list[str]], meant: str | None
) -> None:
    contents = open_contents(as_csv(*rows), name)
    table = recognition.meant(contents)
    assert (None if table is None else table.name) == meant
    first = recognition.unknown_table(contents)[0]
    for lang in LANGS:
        said = first.message(lang) + first.remedy(lang)
        assert "--table" not in said
        assert schemas.AWARD_LIST.title(lang) not in said


def test_a_returned_file_does_not_quote_the_remarks_of_the_desk() -> None:
    remark = "ข้อผิดพลาด: ตัวอย่าง"
    rows: list[list[object]] = [
        ["จังหวัดสงขลา", *[""] * 7, remark],
        [*LPA, PROBLEMS_HEADING],
        [*HAT_YAI, remark],
        ["รวม", *[""] * 6, 83.5, remark],
        [*LPA, remark],
        [*PRIK, ""],
        ["", *[""] * 7, remark],
    ]
    [part] = recognition.parts(open_contents(as_csv(*rows), "a-checked.csv"))
    table = schemas.LPA_RESULTS
    reading = interpret(part.contents, table=table, places=shipped.places_for(table))
    assert reading.errors == reading.warnings == ()
    assert len(reading.frame) == 2
    assert not [one for one in reading.problems if remark in one.value]
