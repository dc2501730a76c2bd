"""A sent file with its problems in it: still the officer's own, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook.defined_name import DefinedName
from sqlalchemy import Engine

from tests.desk.people import AMEND, CHIANG_MAI, CHIANG_RAI, HEAD, NORTH, enrolment
from utils.desk.store.files import File
from utils.desk.submissions import acts, marked
from utils.desk.submissions.plan import Plan
from utils.tables.reading import limited
from utils.tables.reading.contents import PROBLEMS_HEADING, PROBLEMS_SHEET


@pytest.fixture
def address(filled_file: Path, tmp_path: Path) -> str:
    """Return the URL of a store with release 1: one engine is enough for what files look like."""
    shutil.copy(filled_file, tmp_path / "store.sqlite")
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


NAMES = HEAD.split(",")


def checked(engine: Engine, *files: File) -> Plan:
    return acts.check(engine, NORTH, files, AMEND)


def mark(plan: Plan, file: File) -> marked.MarkedFile:
    own = [part for part in plan.parts if part.file.sha256 == file.sha256]
    return marked.with_problems(own, plan.problems, "en")


def faulty_workbook() -> bytes:
    """Return a workbook with titles above its heading, two sheets, a formula and a hidden sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "num_format": "0.00"})
        cover = book.add_worksheet("ปก")
        cover.write("A1", "บันทึก")
        sheet = book.add_worksheet("เหนือ")
        sheet.merge_range("A1:J1", "การเข้าร่วมปี 2568")
        sheet.write_row("A3", NAMES)
        sheet.write_row("A4", [CHIANG_MAI, 2568, "standard", "2", "", "", "active"])
        sheet.write_row("A5", [CHIANG_RAI, 2568, "standard", "99", "", "", "active"])
        sheet.write("B4", 2568, bold)
        sheet.write_formula("J4", "=1+1", None, "two")
        sheet.write_url("J5", "https://example.org", string="note")
        hidden = book.add_worksheet("ซ่อน")
        hidden.hide()
        hidden.write("A1", "=cmd|' /C calc'!A0")
    return out.getvalue()


def test_a_workbook_keeps_its_sheets_and_gains_remarks(engine: Engine) -> None:
    file = File("ส่ง.xlsx", faulty_workbook())
    plan = checked(engine, file)
    assert [one.row for one in plan.errors] == [5]
    name, content = mark(plan, file)
    assert name == "ส่ง-checked.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["ปก", "เหนือ", "ซ่อน", PROBLEMS_SHEET]
    assert book["ซ่อน"].sheet_state == "hidden"
    sheet = book["เหนือ"]
    assert str(sheet.merged_cells) == "A1:J1"
    assert sheet["B4"].number_format == "0.00"
    assert sheet["B4"].font.bold
    assert sheet["K3"].value == PROBLEMS_HEADING
    assert "step" in sheet["K5"].value
    assert sheet["J4"].value == "two"
    assert sheet["J5"].hyperlink is None
    kinds = {cell.data_type for one in book for row in one.iter_rows() for cell in row}
    assert "f" not in kinds
    rows = list(book[PROBLEMS_SHEET].iter_rows(values_only=True))
    assert len(rows) == len(plan.problems) + 1
    assert {"5"} <= {row[2] for row in rows}


def test_a_marked_workbook_is_mended_and_sent_as_it_is(engine: Engine) -> None:
    file = File("ส่ง.xlsx", faulty_workbook())
    content = mark(checked(engine, file), file).content
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["เหนือ"]["D5"] = "3"
    out = io.BytesIO()
    book.save(out)
    mended = File("mended.xlsx", out.getvalue())
    plan = checked(engine, mended)
    assert plan.errors == ()
    assert len(plan.changes["enrolment"].added) == 2
    assert not {"column_unknown", "column_extra", "cell_outside"} & {o.code for o in plan.problems}
    again = openpyxl.load_workbook(io.BytesIO(mark(plan, mended).content))
    assert again["เหนือ"]["L3"].value is None
    assert again["เหนือ"]["K5"].value is None
    assert again.sheetnames.count(PROBLEMS_SHEET) == 1


def test_names_that_call_a_program_and_formulas_of_others_are_left_out(engine: Engine) -> None:
    book = openpyxl.load_workbook(io.BytesIO(faulty_workbook()))
    book.defined_names["run"] = DefinedName("run", attr_text="cmd|'/c calc'!A1")
    book.defined_names["far"] = DefinedName("far", attr_text="[1]Sheet1!$A$1")
    book["เหนือ"]["H5"] = '=WEBSERVICE("http://example.org")'
    out = io.BytesIO()
    book.save(out)
    file = File("x.xlsx", out.getvalue())
    content = mark(checked(engine, file), file).content
    again = openpyxl.load_workbook(io.BytesIO(content))
    assert not again.defined_names
    assert again["เหนือ"]["H5"].value is None


def test_a_csv_keeps_its_rows_and_gains_a_column(engine: Engine) -> None:
    text = enrolment((CHIANG_MAI, 2568, "2"), (CHIANG_RAI, 2568, "99")).content.decode()
    text = "การเข้าร่วม\n\n" + text.replace("active,,,", "active,,,=1+1", 1)
    file = File("folder/ส่ง.csv", text.encode())
    plan = checked(engine, file)
    name, content = mark(plan, file)
    assert name == "ส่ง-checked.csv"
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[2][-1] == PROBLEMS_HEADING
    assert rows[3][-2:] == ["'=1+1", ""]
    assert rows[4][-1].startswith("error · column “step”")
    again = File("again.csv", content.replace(b"99", b"3"))
    second = checked(engine, again)
    assert second.errors == ()
    remarked = list(csv.reader(io.StringIO(mark(second, again).content.decode("utf-8-sig"))))
    assert len(remarked[2]) == len(rows[2])


def test_a_file_that_cannot_be_read_gives_its_problems_alone(engine: Engine) -> None:
    file = File("x.xlsx", b"PK\x03\x04")
    book = openpyxl.load_workbook(io.BytesIO(mark(checked(engine, file), file).content))
    assert book.sheetnames == [PROBLEMS_SHEET]
    assert book[PROBLEMS_SHEET]["G2"].value


def test_a_workbook_too_costly_to_write_gives_its_problems_alone(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = File("ส่ง.xlsx", faulty_workbook())
    plan, run = checked(engine, file), limited.run

    def costly(script: object, content: bytes, *rest: object, **more: object) -> bytes:
        if file.content in content:
            raise limited.TooCostlyError
        return run(script, content, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(limited, "run", costly)
    book = openpyxl.load_workbook(io.BytesIO(mark(plan, file).content))
    assert book.sheetnames == [PROBLEMS_SHEET]


def test_files_of_one_name_are_told_apart(engine: Engine) -> None:
    first = enrolment((CHIANG_MAI, 2568, "2"))
    second = enrolment((CHIANG_MAI, 2568, "3"))
    plan = checked(engine, first, second)
    assert [(one.code, one.file) for one in plan.errors] == [
        ("files_conflict", "enrolment (2).csv")
    ]
    rows = mark(plan, second).content.decode("utf-8-sig").splitlines()
    assert "enrolment.csv" in rows[1]


def test_sheets_and_files_that_disagree_are_told_with_their_places(engine: Engine) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, step in (("one", "2"), ("two", "3")):
            sheet = book.add_worksheet(name)
            sheet.write_row("A1", NAMES)
            sheet.write_row("A2", [CHIANG_MAI, 2568, "standard", step, "", "", "active"])
    file = File("both.xlsx", out.getvalue())
    plan = checked(engine, enrolment((CHIANG_MAI, 2568, "4")), file)
    problems = [(one.file, one.row, one.message("en")) for one in plan.errors]
    assert [place for place, _, _ in problems] == ["both.xlsx [one]", "both.xlsx [two]"]
    assert all("row 2 of enrolment.csv" in message for _, _, message in problems)
    again = openpyxl.load_workbook(io.BytesIO(mark(plan, file).content))
    assert "enrolment.csv" in again["two"]["K2"].value


def test_the_child_imports_neither_pandas_nor_this_project() -> None:
    source = Path(marked.__file__).with_name("marked_child.py").read_text("utf-8")
    assert "import pandas" not in source
    assert "from utils" not in source
