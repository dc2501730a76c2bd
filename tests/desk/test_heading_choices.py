"""Headings that are not known: chosen by the sender, remembered for the office's next file."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from tests.desk.people import AMEND, CHIANG_MAI, CHIANG_RAI, HAT_YAI, NORTH, SOUTH, STEWARD
from utils.desk.refusal import RefusedError
from utils.desk.store import audit
from utils.desk.store.connect import writing
from utils.desk.store.files import File
from utils.desk.store.ledger import HEADING_CHOICES
from utils.desk.submissions import acts
from utils.desk.submissions.intake import whole_key
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.submissions import Submission
from utils.tables.declared import schemas
from utils.tables.reading.guesses import Offer, offers
from utils.tables.reading.normalise import spelling_key


@pytest.fixture
def address(filled_file: Path, tmp_path: Path) -> str:
    """Return the URL of a store with release 1: one engine is enough for what is chosen."""
    shutil.copy(filled_file, tmp_path / "store.sqlite")
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


OWN = ["อปท.", "ปีงบประมาณ", "สายงาน", "บันไดที่ได้", "การดำเนินการ", "สีเสื้อ"]
MEANT = {"สายงาน": "pathway", "บันไดที่ได้": "step", "การดำเนินการ": "status", "สีเสื้อ": ""}
CHOSEN = {spelling_key(written): column for written, column in MEANT.items()}


def sent_file(lao: str = CHIANG_MAI, name: str = "a.csv", head: list[str] = OWN) -> File:
    out = io.StringIO()
    csv.writer(out).writerows([head, [lao, "2568", "ปกติ", "ขั้นที่ 2", "ดำเนินงาน", "ฟ้า"]])
    return File(name, out.getvalue().encode())


def drafted(engine: Engine, person: str, file: File) -> tuple[Submission, Plan]:
    sent = acts.send(engine, person, [file], AMEND)
    return sent, acts.review(engine, sent)


def offered(plan: Plan) -> list[Offer]:
    [part] = plan.parts
    assert part.sheet is not None
    assert part.table is not None
    return list(offers(part.sheet.rows, part.table, part.chosen))


def named(engine: Engine, person: str, submission: Submission) -> tuple[Submission, Plan]:
    [part] = acts.review(engine, submission).parts
    again = acts.name_table(engine, person, submission.submission_id, part.file.sha256, "enrolment")
    return again, acts.review(engine, again)


def test_a_file_of_unknown_headings_is_read_once_it_is_said_what_they_mean(engine: Engine) -> None:
    sent, plan = drafted(engine, NORTH, sent_file())
    assert [one.code for one in plan.errors] == ["unknown_table_meant"], "two headings are known"
    sent, plan = named(engine, NORTH, sent)
    assert {one.column for one in plan.errors} >= {"pathway", "status"}
    by_heading = {one.written: one for one in offered(plan)}
    assert list(by_heading) == OWN[2:]
    assert by_heading["สายงาน"].samples == ("ปกติ",)
    assert by_heading["บันไดที่ได้"].guess == "step"
    assert by_heading["การดำเนินการ"].guess == "status"
    moved = acts.choose_headings(engine, NORTH, sent.submission_id, "enrolment", CHOSEN)
    plan = acts.review(engine, moved)
    assert plan.errors == ()
    assert plan.warnings == ()
    [row] = plan.changes["enrolment"].added
    assert row.cells[:4] == (CHIANG_MAI, 2568, "standard", "2")
    assert "column_left_out" in {one.code for one in plan.notes}
    assert {one.column for one in offered(plan)} == set(MEANT.values()), "each may be chosen anew"


def test_the_choice_holds_for_the_next_file_of_the_office_and_for_no_other(engine: Engine) -> None:
    sent, _ = drafted(engine, NORTH, sent_file())
    sent, _ = named(engine, NORTH, sent)
    acts.choose_headings(engine, NORTH, sent.submission_id, "enrolment", CHOSEN)
    _, following = drafted(engine, NORTH, sent_file(CHIANG_RAI, "b.csv"))
    assert following.errors == ()
    assert len(following.changes["enrolment"].added) == 1
    assert acts.check(engine, NORTH, [sent_file(CHIANG_RAI, "c.csv")], AMEND).errors == ()
    for other in (SOUTH, STEWARD):
        _, theirs = drafted(engine, other, sent_file(HAT_YAI, "d.csv"))
        assert [one.code for one in theirs.errors] == ["unknown_table_meant"]


def test_a_later_choice_changes_no_submission_that_was_sent_before(engine: Engine) -> None:
    sent, _ = drafted(engine, NORTH, sent_file())
    sent, _ = named(engine, NORTH, sent)
    sent = acts.choose_headings(engine, NORTH, sent.submission_id, "enrolment", CHOSEN)
    acts.submit(engine, NORTH, sent.submission_id, accepts_warnings=True)
    other, _ = drafted(engine, NORTH, sent_file(CHIANG_RAI, "b.csv"))
    again = {**CHOSEN, spelling_key("บันไดที่ได้"): ""}
    other = acts.choose_headings(engine, NORTH, other.submission_id, "enrolment", again)
    [left_out] = acts.review(engine, other).changes["enrolment"].added
    assert left_out.cells[3] is None
    before = acts.review(engine, acts.find_submission(engine, sent.submission_id))
    assert before.changes["enrolment"].added[0].cells[3] == "2"


def test_only_the_sender_of_a_draft_chooses_and_the_audit_tells(engine: Engine) -> None:
    sent, _ = drafted(engine, NORTH, sent_file())
    with pytest.raises(RefusedError):
        acts.choose_headings(engine, SOUTH, sent.submission_id, "enrolment", CHOSEN)
    sent, _ = named(engine, NORTH, sent)
    sent = acts.choose_headings(engine, NORTH, sent.submission_id, "enrolment", CHOSEN)
    acts.submit(engine, NORTH, sent.submission_id, accepts_warnings=True)
    with pytest.raises(RefusedError):
        acts.choose_headings(engine, NORTH, sent.submission_id, "enrolment", CHOSEN)
    with engine.connect() as connection:
        entries = audit.entries(connection, submission_id=sent.submission_id)
    [entry] = [one for one in entries if one["action"] == "headings_chosen"]
    assert json.loads(entry["detail"]) == {"enrolment": CHOSEN}
    for change in (sa.update(HEADING_CHOICES).values(column_name=""), sa.delete(HEADING_CHOICES)):
        with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
            connection.execute(change)


def test_the_table_that_was_named_is_remembered_for_files_with_the_same_headings(
    engine: Engine,
) -> None:
    head = ["อปท.", "ปี", "พื้นที่"]
    first = File("a.csv", f"{','.join(head)}\n{CHIANG_MAI},2568,80\n".encode())
    sent, plan = drafted(engine, NORTH, first)
    [part] = plan.parts
    assert part.table is schemas.GREEN_AREAS
    acts.name_table(engine, NORTH, sent.submission_id, part.file.sha256, "lpa_results")
    following = File("b.csv", f"{','.join(head)}\n{CHIANG_RAI},2568,81\n".encode())
    _, plan = drafted(engine, NORTH, following)
    assert [one.table for one in plan.parts] == [schemas.LPA_RESULTS]
    other_headings = File("c.csv", f"อปท.,ปี,พื้นที่สีเขียว\n{CHIANG_RAI},2568,81\n".encode())
    _, plan = drafted(engine, NORTH, other_headings)
    assert [one.table for one in plan.parts] == [schemas.GREEN_AREAS]
    _, theirs = drafted(engine, SOUTH, following)
    assert [one.table for one in theirs.parts] == [schemas.GREEN_AREAS]


def test_the_value_of_a_missing_column_holds_for_its_file_and_this_submission_alone(
    engine: Engine,
) -> None:
    content = f"อปท.,เฉลี่ย,ด้านที่ 1\n{CHIANG_MAI},80,80\n".encode()
    sent, plan = drafted(engine, NORTH, File("a.csv", content))
    assert [(one.code, one.column) for one in plan.errors] == [("column_missing", "fiscal_year_be")]
    key = whole_key("a.csv", "fiscal_year_be")
    table = schemas.LPA_RESULTS.name
    moved = acts.choose_headings(engine, NORTH, sent.submission_id, table, {key: "2568"})
    plan = acts.review(engine, moved)
    assert plan.errors == plan.warnings == ()
    assert "value_given" in {one.code for one in plan.notes}
    [row] = plan.changes[table].added
    assert row.cells[:2] == (CHIANG_MAI, 2568)
    again = acts.send_again(engine, NORTH, sent.submission_id, [File("a.csv", content + b"\n")])
    assert acts.review(engine, again).errors == (), "a mended file of this name as well"
    _, following = drafted(engine, NORTH, File("a.csv", content))
    assert [one.code for one in following.errors] == ["column_missing"]


def test_a_file_that_fits_two_tables_alike_is_asked_about_once(engine: Engine) -> None:
    tied = File("a.csv", f"อปท.,ปี 2567,ปี 2568\n{CHIANG_MAI},2,3\n".encode())
    _, plan = drafted(engine, NORTH, tied)
    assert [one.code for one in plan.warnings] == ["table_guessed"]
    title = schemas.ENROLMENT.title_th
    _, plan = drafted(engine, NORTH, tied._replace(name=f"{title}.csv"))
    assert [one.table for one in plan.parts] == [schemas.ENROLMENT], "its name says which"
    assert "table_guessed" not in {one.code for one in plan.problems}
    sure = File("b.csv", f"อปท.,เฉลี่ย 2567,เฉลี่ย 2568\n{CHIANG_MAI},82,83\n".encode())
    _, plan = drafted(engine, NORTH, sure)
    assert plan.warnings == ()


def test_headings_of_no_table_at_all_are_offered_from_the_likeliest_row() -> None:
    grid = [["รายงาน"], ["หน่วย", "ปีที่", "ผล"], ["ทน.หาดใหญ่", "2563", "83.5"]]
    made = {one.written: one.guess for one in offers(grid, schemas.LPA_RESULTS, {})}
    assert list(made) == ["หน่วย", "ปีที่", "ผล"]
    assert made["ปีที่"] == "fiscal_year_be"


def test_scope_is_told_together_with_the_faults_of_cells(engine: Engine) -> None:
    head = "lao_id,fiscal_year_be,pathway,step,status\n"
    rows = f"{CHIANG_MAI},2568,standard,99,active\n{HAT_YAI},2568,standard,1,active\n"
    _, plan = drafted(engine, NORTH, File("a.csv", (head + rows).encode()))
    assert [(one.code, one.row, one.column) for one in plan.errors] == [
        ("not_allowed", 2, "step"),
        ("outside_office", 3, "lao_id"),
    ]
