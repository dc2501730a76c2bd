"""Each row that a submission would change, in words, and its effect on its own headline."""

from __future__ import annotations

import re

from sqlalchemy import Engine

from tests.desk.people import (
    AMEND,
    CHIANG_MAI,
    CHIANG_RAI,
    HAT_YAI,
    NORTH,
    SONGKHLA,
    SOUTH,
    STEWARD,
    enrolment,
    published,
)
from utils.desk.store import files as store_files
from utils.desk.store import releases, store
from utils.desk.store.files import File
from utils.desk.submissions import acts, compare, differing
from utils.desk.submissions.compare import TableDifferences
from utils.desk.submissions.differing import DifferingRow
from utils.desk.submissions.submissions import Order
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv
from utils.words import Words

TH, EN = Words("th"), Words("en")


def compared(engine: Engine, sender: str, *sent: File, order: Order = AMEND) -> TableDifferences:
    plan = acts.check(engine, sender, sent, order)
    assert not plan.errors
    return compare.with_changes(engine, plan.at, plan.changes, plan.load)


def rows(comparison: TableDifferences, words: Words = EN) -> list[DifferingRow]:
    names = differing.Names.of(comparison.states, (), words)
    return differing.rows_of(comparison.differences, names)


def effects(comparison: TableDifferences) -> list[tuple[object, ...]]:
    return [
        (one.subject, one.fiscal_year_be, one.what, one.scale, one.before, one.after)
        for one in comparison.effects
    ]


def test_a_changed_row_tells_the_cells_that_differ_and_no_other(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    sent = enrolment((CHIANG_MAI, 2568, "2"), (CHIANG_RAI, 2568, "1"))
    changed, added = rows(compared(engine, NORTH, sent))
    assert changed.about == "ทน.เชียงใหม่ (Chiang Mai) · FY 2568"
    assert [str(cell) for cell in changed.cells] == ["Step: Step 1 → Step 2"]
    assert added.about == "ทน.เชียงราย (Chiang Rai) · FY 2568"
    # What is known of the new row: the other cells are empty.
    assert [(cell.column, cell.before, cell.after) for cell in added.cells] == [
        ("Local administrative organisation", None, "ทน.เชียงราย (Chiang Rai)"),
        ("Fiscal year (B.E.)", None, "2568"),
        ("Pathway", None, "Four-step staircase"),
        ("Step", None, "Step 1"),
        ("Status", None, "Active"),
    ]


def test_an_award_is_told_by_its_lao_year_level_and_prize_and_its_identifier_last(
    engine: Engine,
) -> None:
    awards = store.table("awards", store.release(None, engine), engine)
    first = awards[awards["award_id"] == "AL-0002"].assign(size_as_published="ใหญ่")
    sent = File("awards.csv", to_csv(first, schemas.AWARDS).encode())
    [row] = rows(compared(engine, STEWARD, sent), TH)
    assert row.about == (
        "ทต.เวียงเทิง (เชียงราย) · ปีงบประมาณ 2559 · ระดับประเทศ · ชนะเลิศ · "
        "รางวัลชนะเลิศ ทบ.น่าอยู่ ยอดเยี่ยมระดับประเทศ · AL-0002"
    )
    assert [str(cell) for cell in row.cells] == ["ขนาดตามที่เผยแพร่: กลาง → ใหญ่"]


def test_the_file_has_a_line_for_each_cell_and_says_where_it_comes_from(engine: Engine) -> None:
    first = enrolment((CHIANG_MAI, 2568, "1"))
    published(engine, NORTH, first)
    comparison = compared(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2"), name="new.csv"))
    [line] = differing.cell_frame(rows(comparison), EN).to_dict("records")
    assert line == {
        "Change": "changed",
        "Table": "Enrolment and steps by year",
        "Province": "Chiang Mai",
        "Row": "ทน.เชียงใหม่ (Chiang Mai) · FY 2568",
        "Column": "Step",
        "Before": "Step 1",
        "After": "Step 2",
        "Meaning": "correction",
        "From the file": enrolment((CHIANG_MAI, 2568, "2")).sha256,
        "Row of the file": 2,
        "SHA-256": enrolment((CHIANG_MAI, 2568, "2")).sha256,
    }


def test_enrolments_move_steps_and_leave_the_awards_out(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2567, "1"), (CHIANG_RAI, 2567, "1")))
    comparison = compared(engine, NORTH, enrolment((CHIANG_MAI, 2567, "2")))
    assert not comparison.moves_coverage
    # Two on step 1; then one on each.
    assert effects(comparison) == [
        ("steps", 2567, "1", "", 2, 1),
        ("steps", 2567, "2", "", 0, 1),
    ]


def test_a_new_year_of_steps_was_not_known_before_and_is_not_zero(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2567, "1")))
    comparison = compared(engine, NORTH, enrolment((CHIANG_RAI, 2568, "3")))
    # Chiang Mai has no row of that year: its step is not known.
    assert effects(comparison) == [
        ("steps", 2568, "3", "", None, 1),
        ("steps", 2568, "unknown", "", None, 1),
    ]


def test_lpa_results_move_those_that_passed(engine: Engine) -> None:
    head = "lao_id,fiscal_year_be,average_percent\n"
    # 70 on average passes.
    text = f"{head}{CHIANG_MAI},2563,70\n{HAT_YAI},2563,69.9\n"
    comparison = compared(engine, STEWARD, File("lpa_results.csv", text.encode()))
    assert effects(comparison) == [
        ("lpa", 2563, "scored", "", 0, 2),
        ("lpa", 2563, "passed", "lpa", 0, 1),
    ]


def test_a_table_without_a_headline_is_told_by_its_rows(engine: Engine) -> None:
    register = list(schemas.MUNICIPALITIES.columns)
    row = f"{','.join(register)}\nLAO-50-901,อบต.,50,แห่งใหม่,,,,,,,,\n"
    comparison = compared(engine, NORTH, File("municipalities.csv", row.encode()))
    # 316 rows are shipped.
    assert effects(comparison) == [("rows", None, "municipalities", "", 316, 317)]
    assert rows(comparison)[0].about == "อบต.แห่งใหม่ (Chiang Mai) · LAO-50-901"


def test_with_errors_the_rows_without_one_are_told_and_nothing_is_removed(engine: Engine) -> None:
    published(engine, SOUTH, enrolment((HAT_YAI, 2568, "1"), (SONGKHLA, 2568, "1")))
    sent = enrolment((HAT_YAI, 2568, "2"), (SONGKHLA, 2568, "9"), (CHIANG_MAI, 2568, "1"))
    part = Order(mode="office", office_number=16, fiscal_year_be=2568)
    plan = acts.check(engine, SOUTH, [sent], part)
    assert {one.row for one in plan.errors} == {3, 4}, "a step that is none, another office"
    assert "enrolment" not in plan.changes
    told = compare.rows_alone(engine, plan.at, plan.told, plan.load)
    assert [(one.what, one.before and one.before.cells[0]) for one in told] == [
        ("changed", HAT_YAI)
    ]


def test_of_a_list_with_errors_too(engine: Engine) -> None:
    with engine.connect() as connection:
        source = next(
            one for one in releases.find(connection, 1).sources if one.table == "award_list"
        )
        text = store_files.content(connection, source.sha256).decode("utf-8-sig")
    head, first, second, *_ = text.splitlines(keepends=True)
    new = [re.sub(",25[0-9]{2},", f",{to},", row) for row, to in ((first, "2548"), (second, "หก"))]
    plan = acts.check(engine, STEWARD, [File("list.csv", "".join([head, *new]).encode())], AMEND)
    assert plan.errors
    told = compare.rows_alone(engine, plan.at, plan.told, plan.load)
    assert [(one.table, one.what) for one in told if one.table == "awards"] == [("awards", "added")]
