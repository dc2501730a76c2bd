"""The reporting round: opened and closed by stewards; what each office has sent, table by table."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from sqlalchemy import Engine

from tests.desk.people import (
    AMEND,
    CERTIFIER,
    CHIANG_MAI,
    CHIANG_RAI,
    HAT_YAI,
    NORTH,
    SOUTH,
    STEWARD,
    certified,
    enrolment,
    published,
    submitted,
)
from utils.desk import reporting_rounds
from utils.desk.refusal import RefusedError
from utils.desk.reporting_rounds import OfficeTable
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts, forms, sent_parts
from utils.desk.submissions.sent_parts import SentPart
from utils.desk.submissions.submissions import Order
from utils.measures.reported import REPORTED_TABLES

YEAR = 2568


def of(engine: Engine, office: int, table: str = "enrolment", year: int = YEAR) -> OfficeTable:
    [one] = [
        one
        for one in reporting_rounds.progress(engine, year)
        if (one.office_number, one.table) == (office, table)
    ]
    return one


def test_a_round_is_opened_moved_and_closed_by_stewards_alone(engine: Engine) -> None:
    for person in (NORTH, CERTIFIER):
        with pytest.raises(RefusedError, match="not a steward"):
            reporting_rounds.open_round(engine, person, YEAR, dt.date(2025, 9, 30))
    assert reporting_rounds.last_day(YEAR) == dt.date(2025, 9, 30)
    reporting_rounds.open_round(engine, STEWARD, YEAR, dt.date(2025, 9, 30))
    reporting_rounds.open_round(engine, STEWARD, YEAR, dt.date(2025, 10, 15))
    with engine.connect() as connection:
        one = reporting_rounds.every(connection)[YEAR]
    assert (one.is_open, one.deadline) == (True, dt.date(2025, 10, 15))
    assert [one.days_left(dt.date(2025, 10, day)) for day in (1, 15, 20)] == [14, 0, -5]
    reporting_rounds.close_round(engine, STEWARD, YEAR)
    with engine.connect() as connection:
        one = reporting_rounds.every(connection)[YEAR]
    assert (one.is_open, one.deadline) == (False, dt.date(2025, 10, 15))


def test_an_office_that_has_sent_nothing_is_not_received(engine: Engine) -> None:
    progress = reporting_rounds.progress(engine, YEAR)
    assert {one.state for one in progress} == {"not_received"}
    assert [one.office_number for one in progress[::4]] == list(range(1, 17))
    assert [one.table for one in progress[:4]] == list(REPORTED_TABLES)
    assert {one.published for one in progress} == {None}


def test_a_part_is_followed_from_draft_to_publication(engine: Engine) -> None:
    file = enrolment((CHIANG_MAI, YEAR, "2"))
    draft = acts.send(engine, NORTH, [file], AMEND)
    assert of(engine, 1).state == "not_received"  # nobody has looked into its files yet
    acts.review(engine, draft)
    assert of(engine, 1).state == "draft"
    acts.submit(engine, NORTH, draft.submission_id)
    assert of(engine, 1).state == "submitted"
    acts.reject(engine, CERTIFIER, draft.submission_id, "why")
    assert of(engine, 1).state == "rejected"
    acts.send_again(engine, NORTH, draft.submission_id, [file])
    acts.submit(engine, NORTH, draft.submission_id)
    acts.certify(engine, CERTIFIER, draft.submission_id)
    assert (of(engine, 1).state, of(engine, 1).reported) == ("certified", 0)
    acts.publish(engine, STEWARD, draft.submission_id)
    one = of(engine, 1)
    assert (one.state, one.reported, one.provinces, one.waiting) == ("published", 1, 4, ())
    assert one.published == store.release(None, engine).published.date()
    assert of(engine, 1, "scores").state == "not_received"
    assert of(engine, 1, year=YEAR - 1).state == "not_received"
    assert of(engine, 16).state == "not_received"


def test_an_office_that_reports_none_has_reported(engine: Engine) -> None:
    order = Order(mode="office", office_number=16, fiscal_year_be=YEAR)
    draft = acts.send(engine, SOUTH, [enrolment()], order)
    plan = acts.review(engine, draft)
    assert plan.sent_parts == (SentPart("enrolment", 16, YEAR, 0),)
    acts.submit(engine, SOUTH, draft.submission_id, accepts_warnings=True)
    assert of(engine, 16).state == "submitted"
    acts.certify(engine, CERTIFIER, draft.submission_id)
    acts.publish(engine, STEWARD, draft.submission_id)
    assert (of(engine, 16).state, of(engine, 16).reported) == (
        "published",
        of(engine, 16).provinces,
    )


def test_rows_of_several_offices_and_years_are_parts_of_their_own(engine: Engine) -> None:
    rows = [(CHIANG_MAI, YEAR, "2"), (CHIANG_RAI, YEAR - 1, "1"), (HAT_YAI, YEAR, "1")]
    plan = acts.check(engine, STEWARD, [enrolment(*rows)], AMEND)
    assert set(plan.sent_parts) == {
        SentPart("enrolment", 1, YEAR, 1),
        SentPart("enrolment", 1, YEAR - 1, 1),
        SentPart("enrolment", 16, YEAR, 1),
    }


def test_two_submissions_of_one_part_are_a_conflict(engine: Engine) -> None:
    first = submitted(engine, NORTH, enrolment((CHIANG_MAI, YEAR, "2")))
    second = submitted(engine, STEWARD, enrolment((CHIANG_RAI, YEAR, "2")))
    waiting = [one.submission.submission_id for one in of(engine, 1).waiting]
    assert waiting == [second.submission_id, first.submission_id]


def test_a_correction_waits_beside_what_is_published(engine: Engine) -> None:
    published(engine, STEWARD, enrolment((CHIANG_MAI, YEAR, "2")))
    certified(engine, STEWARD, enrolment((CHIANG_MAI, YEAR, "3")))
    one = of(engine, 1)
    assert (one.state, one.reported) == ("certified", 1)
    assert one.published is not None


def test_a_list_of_submissions_knows_rows_and_problems(engine: Engine) -> None:
    draft = acts.send(engine, NORTH, [enrolment((CHIANG_MAI, YEAR, "99"))], AMEND)
    with engine.connect() as connection:
        assert draft.submission_id not in sent_parts.by_submission(connection)
    acts.review(engine, draft)
    acts.review(engine, draft)  # noted once
    with engine.connect() as connection:
        checked = sent_parts.by_submission(connection)[draft.submission_id]
    assert (checked.errors, checked.warnings, checked.rows) == (1, 0, 0)


def test_every_office_gets_its_workbook_in_one_archive(engine: Engine) -> None:
    newest = store.release(None, engine)
    archive = forms.of_every_office(engine, newest, ("enrolment",), "th")
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        names = files.namelist()
        book = files.read(names[0])
    assert names == [f"esc-form-office-{office:02}.xlsx" for office in range(1, 17)]
    plan = acts.check(engine, NORTH, [File("form.xlsx", book)], AMEND)
    assert not plan.errors
