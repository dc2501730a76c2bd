"""The workbook of a meeting, opened again by another program."""

from __future__ import annotations

import io
from dataclasses import replace

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from tests.figures.slides.meeting import built, selection
from utils.exports.pack.about import file_name
from utils.exports.pack.workbook import workbook
from utils.figures.slides.slide import Selection, Slide
from utils.words import LANGS, Lang


def held(value: object) -> object:
    """Return what a cell holds: nothing where nothing is known, and nothing of an empty text."""
    return None if value is pd.NA or value != value or value == "" else value  # noqa: PLR0124


def book(chosen: Selection, made: tuple[Slide, ...] | None = None) -> Workbook:
    shown = made or built(chosen)
    return load_workbook(io.BytesIO(workbook(chosen, shown, 2547)))


@pytest.mark.parametrize("lang", LANGS)
def test_every_table_stands_behind_its_slide_cell_by_cell(lang: Lang) -> None:
    chosen = selection(lang)
    made = built(chosen)
    opened = book(chosen, made)
    assert len(opened.sheetnames) == len(made) + 2
    for slide, name in zip(made, opened.sheetnames[1:-1], strict=True):
        sheet = opened[name]
        assert sheet["A1"].value == slide.sentence
        headings, *rows = sheet.iter_rows(min_row=4, max_col=slide.table.shape[1], values_only=True)
        assert list(headings) == list(slide.table.columns)
        told = [[held(value) for value in row] for row in slide.table.astype(object).to_numpy()]
        assert [list(row) for row in rows][: len(told)] == told
        assert sheet.auto_filter.ref
        assert sheet.freeze_panes == "B5"


def test_the_contents_say_which_release_rule_and_link() -> None:
    opened = book(selection())
    said = [cell.value for cell in opened.worksheets[0]["B"]]
    assert "Data release no. 7 (24/11/2569)" in said
    assert "https://host/present?year=2563" in said
    assert any(str(text).startswith("(b) Result within 3") for text in said)
    assert "Whole country" in said
    assert "คณะกรรมการ ครั้งที่ 2/2569 (28/11/2569 B.E.)" in said
    link = opened.worksheets[0]["A10"].hyperlink
    assert link.location == f"'{opened.sheetnames[1]}'!A1"


def test_no_text_is_run_as_a_formula() -> None:
    [slide] = built(selection(names=("stand",)))
    hostile = ["=1+1", "+1", "@SUM(A1)", '=HYPERLINK("http://x")']
    table = pd.DataFrame({"=A1": hostile})
    opened = book(selection(), (replace(slide, table=table, sentence="=2+2"),))
    sheet = opened.worksheets[1]
    cells = [sheet.cell(row, 1) for row in (1, *range(4, 9))]
    assert [cell.value for cell in cells] == ["=2+2", "=A1", *hostile]
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_same_selection_gives_the_same_bytes() -> None:
    made = built(selection())
    assert workbook(selection(), made, 2547) == workbook(selection(), made, 2547)


def test_invented_tables_are_named_so_in_the_file_and_its_name() -> None:
    chosen = selection("th", names=("stairs",), fictitious=True)
    made = built(chosen)
    opened = book(chosen, made)
    assert opened.worksheets[0]["B1"].value == "ข้อมูลสมมติ ไม่ใช่ข้อมูลจริง"
    assert "ข้อมูลสมมติ" in opened.worksheets[1]["A2"].value
    assert file_name(chosen, made, "xlsx") == "fictitious_meeting_r7_2563_b_th.xlsx"
    real = selection("th", names=("stand",))
    assert file_name(real, built(real), "xlsx") == "meeting_r7_2563_b_th.xlsx"
