"""Sheets as offices lay them out, at the desk: one upload is enough, and a marked file is too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.desk.people import AMEND, SOUTH, STEWARD
from tests.tables.layouts.test_layouts import (
    CHIANG_RAI,
    HAT_YAI,
    LPA,
    PARTS,
    PRIK,
    as_csv,
    as_workbook,
)
from utils.desk.store.files import File
from utils.desk.submissions import acts, marked
from utils.desk.submissions.plan import Plan


@pytest.fixture
def address(filled_file: Path, tmp_path: Path) -> str:
    """Return the URL of a store with release 1: one engine is enough for what files look like."""
    shutil.copy(filled_file, tmp_path / "store.sqlite")
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


HEADS = [["อปท.", "ปีงบประมาณ", "ผลการประเมิน", "", "", "", "", ""], ["", "", *PARTS]]
ACROSS = ["อปท.", "ปีงบประมาณ", "ผู้ประเมิน", *(f"ตัวชี้วัดที่ {n}" for n in range(1, 24))]
FILES = {
    "two_rows.csv": (as_csv(*HEADS, HAT_YAI, PRIK), "lpa_results", 2),
    "blocks.csv": (
        as_csv(["จังหวัดสงขลา"], LPA, HAT_YAI, ["รวม 1 แห่ง"], LPA, PRIK, ["หมายเหตุ: ร่าง"]),
        "lpa_results",
        2,
    ),
    "years.csv": (
        as_csv(["อปท.", "เฉลี่ย 2562", "เฉลี่ย 2563", "เฉลี่ย 2564"], ["ทน.หาดใหญ่", 70, "", 80]),
        "lpa_results",
        2,
    ),
    "across.csv": (as_csv(ACROSS, ["ทน.หาดใหญ่", 2563, "ตนเอง", *range(1, 24)]), "scores", 23),
    "merged.xlsx": (
        as_workbook(
            {"ก": [LPA, ["", 2562, *HAT_YAI[2:]], HAT_YAI], "ข": [LPA, PRIK], "ปก": [["รายงาน"]]},
            ("ก", "A2:A3", "ทน.หาดใหญ่"),
        ),
        "lpa_results",
        3,
    ),
}


def checked(engine: Engine, person: str, *files: File) -> Plan:
    return acts.check(engine, person, files, AMEND)


@pytest.mark.parametrize("name", FILES)
def test_a_usual_file_of_an_office_needs_one_upload_and_no_tick(engine: Engine, name: str) -> None:
    content, table, rows = FILES[name]
    if name == "years.csv":
        name = "ผลการประเมิน LPA.csv"  # its one column of values says no more
    plan = checked(engine, SOUTH, File(name, content))
    assert plan.errors == plan.warnings == ()
    assert len(plan.changes[table].added) == rows
    assert plan.notes


@pytest.mark.parametrize("name", FILES)
def test_a_marked_file_sent_again_does_the_same(engine: Engine, name: str) -> None:
    content, _, _ = FILES[name]
    if name == "years.csv":
        name = "ผลการประเมิน LPA.csv"
    plan = checked(engine, SOUTH, File(name, content))
    [file] = marked.all_with_problems(plan.parts, plan.problems, "th")
    again = checked(engine, SOUTH, File(file.name, file.content))
    assert again.errors == again.warnings == ()
    assert _cells(plan) == _cells(again)


def _cells(plan: Plan) -> dict[str, set[object]]:
    """Return the rows that would be added, whatever file they come from."""
    return {name: {row.cells for row in one.added} for name, one in plan.changes.items()}


def test_rows_of_every_sheet_and_of_others_are_told_by_sheet_and_heading(engine: Engine) -> None:
    book = as_workbook({"สงขลา": [LPA, HAT_YAI], "เชียงราย": [LPA, CHIANG_RAI]})
    plan = checked(engine, SOUTH, File("a.xlsx", book))
    assert [(one.code, one.file, one.row, one.column) for one in plan.errors] == [
        ("outside_office", "a.xlsx [เชียงราย]", 2, "อปท.")
    ]
    assert checked(engine, STEWARD, File("a.xlsx", book)).errors == ()
