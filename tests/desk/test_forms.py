"""The workbook to fill: what the reader takes back is what the release holds."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine

from tests.desk.people import AMEND, CHIANG_MAI, HAT_YAI, NORTH, STEWARD, enrolment, published
from utils.desk.__main__ import main
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts, forms
from utils.tables.reading.contents import GUIDE_SHEET, LISTS_SHEET
from utils.words import LANGS, Lang

pytestmark = pytest.mark.parametrize("address", ["sqlite"], indirect=True)


@pytest.mark.parametrize("lang", LANGS)
def test_an_unfilled_workbook_changes_nothing(engine: Engine, lang: Lang) -> None:
    published(engine, STEWARD, enrolment((CHIANG_MAI, 2568, "2"), (HAT_YAI, 2568, "3")))
    shown = store.release(None, engine)
    names = forms.tables(regional=True)
    content = forms.form(engine, shown, names, lang, office=1)
    plan = acts.check(engine, NORTH, [File("form.xlsx", content)], AMEND)
    assert [(one.code, one.row, one.column, one.value) for one in plan.problems] == []
    assert plan.is_empty
    assert plan.changes["enrolment"].unchanged == 1


def test_a_row_is_added_by_what_the_drop_downs_offer(engine: Engine) -> None:
    shown = store.release(None, engine)
    book = openpyxl.load_workbook(
        io.BytesIO(forms.form(engine, shown, ["enrolment", "scores"], "th", office=1))
    )
    assert book.sheetnames[0] == GUIDE_SHEET
    assert book.sheetnames[-1] == LISTS_SHEET
    sheet = book[book.sheetnames[1]]
    assert sheet["A1"].value == "อปท.\nLocal administrative organisation"
    assert "ต้องกรอก" in sheet["A1"].comment.text
    offered = {
        str(one.sqref).rstrip("0123456789")[0]: one.formula1
        for one in sheet.data_validations.dataValidation
    }
    lists = book[LISTS_SHEET]
    first = {letter: lists[where.split("$")[1] + "1"].value for letter, where in offered.items()}
    assert first["A"].startswith("LAO-50-")
    for letter, text in first.items():
        sheet[f"{letter}2"] = text
    sheet["B2"], sheet["D2"] = 2568, first.get("D", "1")
    out = io.BytesIO()
    book.save(out)
    plan = acts.check(engine, NORTH, [File("form.xlsx", out.getvalue())], AMEND)
    assert [one.message("en") for one in plan.errors] == []
    assert list(plan.changes) == ["enrolment"]
    assert len(plan.changes["enrolment"].added) == 1


def test_a_text_that_looks_like_a_formula_stays_a_text(engine: Engine) -> None:
    sent = enrolment((CHIANG_MAI, 2568, "2"))
    text = sent.content.decode().replace("active,,,", "active,,,=1+1")
    published(engine, NORTH, File("enrolment.csv", text.encode()))
    shown = store.release(None, engine)
    content = forms.form(engine, shown, ["enrolment"], "en", office=1)
    book = openpyxl.load_workbook(io.BytesIO(content))
    cell = book[book.sheetnames[1]]["J2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    assert acts.check(engine, NORTH, [File("form.xlsx", content)], AMEND).problems == ()


def test_a_workbook_for_all_offers_every_lao_and_no_rows(engine: Engine) -> None:
    content = forms.form(engine, store.release(None, engine), ["enrolment"], "en")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book[book.sheetnames[1]].max_row == 1
    assert book[LISTS_SHEET].max_row > 100


def test_a_workbook_from_the_command_line_and_one_marked(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESC_DATABASE_URL", address)
    file, folder = tmp_path / "form.xlsx", tmp_path / "out"
    who = ["--as", NORTH, "--lang", "en"]
    assert main(["form", str(file), "--table", "enrolment", "--office", "1", *who]) == 0
    book = openpyxl.load_workbook(file)
    book[book.sheetnames[1]]["A2"] = "nowhere"
    book[book.sheetnames[1]]["B2"] = 2568
    book.save(file)
    assert main(["check", str(file), "--marked", str(folder), *who]) == 1
    marked = openpyxl.load_workbook(folder / "form-checked.xlsx")
    assert marked[marked.sheetnames[1]]["K2"].value


def test_each_lao_has_the_rows_of_its_own_last_year(engine: Engine) -> None:
    published(engine, STEWARD, enrolment((CHIANG_MAI, 2567, "1"), (CHIANG_MAI, 2568, "2")))
    published(engine, STEWARD, enrolment(("LAO-50-001", 2567, "1")))
    shown = store.release(None, engine)
    content = forms.form(engine, shown, ["enrolment", "scores"], "en", office=1)
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = list(book.worksheets[1].iter_rows(min_row=2, max_col=2, values_only=True))
    assert [(str(lao)[:10], year) for lao, year in rows] == [
        (CHIANG_MAI, 2568),
        ("LAO-50-001", 2567),
    ]
    guide = [str(one.value) for one in book[GUIDE_SHEET]["A"]]
    assert [line.endswith("2 rows") for line in guide if "filled in already" in line] == [
        True,
        False,
    ]
