"""What a submission asks row by row: what a list lacks, and rows that would become another."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from tests.desk.people import (
    AMEND,
    CERTIFIER,
    CHIANG_MAI,
    HAT_YAI,
    SONGKHLA,
    SOUTH,
    STEWARD,
    enrolment,
    published,
    submitted,
)
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, releases, store
from utils.desk.store import files as store_files
from utils.desk.store.connect import writing
from utils.desk.store.files import File
from utils.desk.store.migrate import migrate
from utils.desk.submissions import acts, missing_awards, submissions
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.questions import NO, YES, Answer, Question
from utils.desk.submissions.submissions import Order
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv

SOUTH_2568 = Order(mode="office", office_number=16, fiscal_year_be=2568)
NATIONAL_2547 = 24  # awards of FY 2547, all of them national: the first round of the list


def listed(engine: Engine) -> list[str]:
    """Return the lines of the published list, its heading first."""
    with engine.connect() as connection:
        every = releases.find(connection, 1).sources
        source = next(one for one in every if one.table == "award_list")
        content = store_files.content(connection, source.sha256)
    return content.decode("utf-8-sig").splitlines(keepends=True)


def list_without(engine: Engine, *rows: int) -> File:
    """Return the published list without some of its rows, numbered as in a spreadsheet."""
    lines = listed(engine)
    return File(
        "list.csv", "".join(line for at, line in enumerate(lines, 1) if at not in rows).encode()
    )


def keys(asked: tuple[Question, ...]) -> list[str]:
    """Return the first cell of each row that is asked about, as it is published."""
    return [str(one.before.cells[0]) for one in asked if one.before is not None]


def answered(engine: Engine, sender: str, plan: Plan, draft: str, **says: str) -> None:
    """Answer each question of a draft by what is said of its row's first cell."""
    answers = {
        one.code: Answer(says[key.replace("-", "_")], "left the list")
        for one, key in zip(plan.questions, keys(plan.questions), strict=True)
        if key.replace("-", "_") in says
    }
    acts.answer(engine, sender, draft, answers)


def test_a_list_with_rows_missing_proposes_each_and_takes_none_away(engine: Engine) -> None:
    plan = acts.check(engine, STEWARD, [list_without(engine, 3, 10)], AMEND)
    assert not plan.errors
    assert keys(plan.questions) == ["AL-0003", "AL-0010"]
    assert plan.changes["awards"].is_empty
    assert plan.open_questions == (), "without an answer they stay"


def test_new_rows_alone_say_nothing_of_the_others(engine: Engine) -> None:
    head, *rows = listed(engine)
    of_2547 = [row for row in rows if ",2547," in row]
    assert len(of_2547) == NATIONAL_2547
    for n, expected in ((11, 0), (12, 12)):  # half of the round is the whole list
        sent = File("list.csv", "".join([head, *of_2547[:n]]).encode())
        assert len(acts.check(engine, STEWARD, [sent], AMEND).questions) == expected
    assert missing_awards.WHOLE == 0.5


def test_ticked_rows_go_with_a_reason_and_the_others_stay(engine: Engine) -> None:
    draft = acts.send(engine, STEWARD, [list_without(engine, 3, 10)], AMEND).submission_id
    plan = acts.review(engine, acts.find_submission(engine, draft))
    with pytest.raises(RefusedError) as refusal:
        acts.answer(engine, STEWARD, draft, {plan.questions[0].code: Answer(YES)})
    assert refusal.value.code == "removal_reason"
    answered(engine, STEWARD, plan, draft, AL_0003=YES, AL_0010=NO)
    plan = acts.review(engine, acts.find_submission(engine, draft))
    assert [row.cells[0] for row in plan.changes["awards"].removed] == ["AL-0003"]
    sent = acts.submit(engine, STEWARD, draft, accepts_warnings=True)
    assert sent.accepts_removals
    seen = acts.review(engine, sent)
    assert {answer.reason for answer in seen.answers.values()} == {"left the list"}
    acts.certify(engine, CERTIFIER, draft)
    release = acts.publish(engine, STEWARD, draft)
    awards = store.table("awards", release, engine)
    assert len(awards) == 539
    assert "AL-0010" in set(awards["award_id"])


def test_faults_go_with_their_award_and_stay_with_it(engine: Engine) -> None:
    before = store.table("award_list_faults", store.release(None, engine), engine)
    row = int(before["source_row"].iloc[0])
    draft = acts.send(engine, STEWARD, [list_without(engine, row)], AMEND).submission_id
    plan = acts.review(engine, acts.find_submission(engine, draft))
    assert plan.changes["award_list_faults"].removed == ()
    answered(engine, STEWARD, plan, draft, **{f"AL_{row:04}": YES})
    plan = acts.review(engine, acts.find_submission(engine, draft))
    gone = plan.changes["award_list_faults"].removed
    assert {fault.cells[0] for fault in gone} == {row}


def test_a_whole_list_that_stands_lower_moves_no_fault(engine: Engine) -> None:
    head, *rows = listed(engine)
    new = next(row for row in rows if ",2563," in row).replace("2563", "2562")
    sent = File("list.csv", "".join([head, new, *rows]).encode())
    plan = acts.check(engine, STEWARD, [sent], AMEND)
    faults = plan.changes["award_list_faults"]
    assert (faults.changed, faults.removed) == ((), ())
    assert {fault.cells[0] for fault in faults.added} <= {
        award.cells[list(schemas.AWARDS.columns).index("source_row")]
        for award in plan.changes["awards"].added
    }


def test_an_offices_part_asks_of_each_row_that_it_lacks(engine: Engine) -> None:
    laos = [f"LAO-90-{n:03}" for n in range(1, 11)]
    published(engine, SOUTH, enrolment(*((lao, 2568, "1") for lao in laos)))
    # One of ten, no more than a tenth: asked all the same.
    fewer = enrolment(*((lao, 2568, "1") for lao in laos[1:]))
    plan = acts.check(engine, SOUTH, [fewer], SOUTH_2568)
    assert keys(plan.open_questions) == [laos[0]]
    assert plan.changes["enrolment"].removed == ()
    with pytest.raises(RefusedError) as refusal:
        submitted(engine, SOUTH, fewer, order=SOUTH_2568)
    assert refusal.value.code == "questions"
    with pytest.raises(RefusedError) as refusal:  # no note that would be the reason
        submitted(engine, SOUTH, fewer, order=SOUTH_2568, accepts=["removal"])
    assert refusal.value.code == "removal_reason"


def test_a_row_of_the_part_may_stay_though_the_file_lacks_it(engine: Engine) -> None:
    published(engine, SOUTH, enrolment((HAT_YAI, 2568, "1"), (SONGKHLA, 2568, "1")))
    file = enrolment((SONGKHLA, 2568, "2"))
    draft = acts.send(engine, SOUTH, [file], SOUTH_2568).submission_id
    plan = acts.review(engine, acts.find_submission(engine, draft))
    acts.answer(engine, SOUTH, draft, {plan.questions[0].code: Answer(NO)})
    acts.submit(engine, SOUTH, draft, accepts_warnings=True)
    acts.certify(engine, CERTIFIER, draft)
    release = acts.publish(engine, STEWARD, draft)
    table = store.table("enrolment", release, engine)
    assert dict(zip(table["lao_id"], table["step"], strict=True)) == {HAT_YAI: "1", SONGKHLA: "2"}


def becomes_another(engine: Engine) -> File:
    awards = store.table("awards", store.release(None, engine), engine)
    other = awards.tail(1).assign(lao_id=CHIANG_MAI, province_code="50")
    return File("awards.csv", to_csv(other, schemas.AWARDS).encode())


def test_a_row_that_keeps_its_identifier_and_becomes_another_is_asked(engine: Engine) -> None:
    sent = becomes_another(engine)
    plan = acts.check(engine, STEWARD, [sent], AMEND)
    [asked] = plan.open_questions
    assert (asked.kind, asked.table) == ("another", "awards")
    assert asked.after is not None
    assert asked.after.cells[3] == CHIANG_MAI
    with pytest.raises(RefusedError) as refusal:
        submitted(engine, STEWARD, sent)
    assert refusal.value.code == "questions"
    draft = acts.send(engine, STEWARD, [sent], AMEND)
    moved = acts.submit(
        engine, STEWARD, draft.submission_id, accepts_warnings=True, accepts=["another"]
    )
    assert moved.state == "submitted"


def test_a_row_that_is_not_to_become_another_stays_as_it_is(engine: Engine) -> None:
    draft = acts.send(engine, STEWARD, [becomes_another(engine)], AMEND).submission_id
    [asked] = acts.review(engine, acts.find_submission(engine, draft)).questions
    acts.answer(engine, STEWARD, draft, {asked.code: Answer(NO)})
    plan = acts.review(engine, acts.find_submission(engine, draft))
    assert plan.is_empty
    with pytest.raises(RefusedError) as refusal:
        acts.submit(engine, STEWARD, draft)
    assert refusal.value.code == "nothing"


def test_one_more_name_of_a_known_lao_is_asked(engine: Engine) -> None:
    head = ",".join(schemas.MUNICIPALITIES.columns)
    row = f"{head}\n{CHIANG_MAI},ทต.,50,ชื่ออื่น,,,,,,,,\n"
    plan = acts.check(engine, STEWARD, [File("municipalities.csv", row.encode())], AMEND)
    [asked] = plan.open_questions
    assert asked.kind == "another"
    assert asked.before is not None
    assert asked.before.cells[3] == "เชียงใหม่"


def test_answers_are_kept_with_their_attempt_and_in_the_audit(engine: Engine) -> None:
    sent = becomes_another(engine)
    draft = acts.send(engine, STEWARD, [sent], AMEND)
    [asked] = acts.review(engine, draft).questions
    answered_draft = acts.answer(engine, STEWARD, draft.submission_id, {asked.code: Answer(YES)})
    again = acts.send_again(engine, STEWARD, draft.submission_id, [sent])
    with engine.connect() as connection:
        assert submissions.answers_of(connection, answered_draft) == {asked.code: Answer(YES)}
        assert submissions.answers_of(connection, again) == {}, "what is sent anew is asked anew"
        entries = audit.entries(connection, submission_id=draft.submission_id)
    [noted] = [row["detail"] for row in entries if row["action"] == "answered"]
    assert json.loads(noted) == {asked.code: list(Answer(YES))}
    with pytest.raises(RefusedError) as refusal:
        acts.answer(engine, SOUTH, draft.submission_id, {asked.code: Answer(YES)})
    assert refusal.value.code == "not_yours"


ADDED_TO_MINUTES = (
    ("meetings", "level"),
    *(("resolutions", name) for name in ("outcome", "ended_by", "level", "strategy", "points_to")),
)


def test_a_store_of_before_asks_as_well_and_tells_faults_of_two_lists_apart(
    engine: Engine,
) -> None:
    faults = "record_award_list_faults"
    columns = "(source_row, code, value)"
    with engine.connect() as connection, connection.begin():
        for statement in (
            *(f"DROP TABLE {name}" for name in ("submission_answers", "heading_choices")),
            *(f"DROP TABLE {name}" for name in ("ways_back", "corrections_asked", "work_notes")),
            *(f"ALTER TABLE {table} DROP COLUMN {name}" for table, name in ADDED_TO_MINUTES),
            f"DROP INDEX {faults}_present",
            f"CREATE UNIQUE INDEX {faults}_present ON {faults} {columns} WHERE release_to IS NULL",
            "UPDATE alembic_version SET version_num = '0004'",
        ):
            connection.execute(sa.text(statement))
    with writing(engine) as connection:
        migrate(connection)
    [index] = sa.inspect(engine).get_indexes(faults)
    assert index["column_names"] == ["source_row", "code", "value", "lao_id"]
    draft = acts.send(engine, STEWARD, [becomes_another(engine)], AMEND)
    [asked] = acts.review(engine, draft).questions
    acts.answer(engine, STEWARD, draft.submission_id, {asked.code: Answer(YES)})


# Tables whose whole key says who, when and what: a row of the same key is about the same.
SAID_BY_THE_KEY = {
    *("enrolment", "reported_parts", "scores", "lpa_results", "green_areas", "rounds"),
    *("pilot_themes", "step_requirements", "step_levels", "edition_mappings", "score_cutoffs"),
    *("lpa_bands", "lpa_conversions", "green_standards", "award_list_faults"),
    *("explanations", "release_plan", "recommendation_cities"),
}


def test_every_other_table_says_what_its_rows_are_about() -> None:
    without = {name for name, table in schemas.TABLES.items() if not table.about}
    assert without == SAID_BY_THE_KEY
    for table in schemas.TABLES.values():
        assert set(table.about) <= set(table.columns)
        assert not set(table.about) & set(table.key)
