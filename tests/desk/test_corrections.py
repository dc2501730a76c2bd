"""Corrections that readers ask for: kept with their row, answered once by those who may."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.desk.people import (
    CERTIFIER,
    CHIANG_MAI,
    NORTH,
    SOUTH,
    STEWARD,
    enrolment,
    published,
)
from utils.desk import corrections
from utils.desk.corrections import RowOfRelease
from utils.desk.people import roles
from utils.desk.refusal import RefusedError
from utils.words import LANGS

READER = "reader@office"
ROW = RowOfRelease("enrolment", (CHIANG_MAI, 2568), 2)


@pytest.fixture
def asked(engine: Engine) -> int:
    published(engine, STEWARD, enrolment((CHIANG_MAI, 2568, "2")))
    return corrections.ask(engine, READER, ROW, " step 3, see the report ")


def listed(engine: Engine) -> list[corrections.Asked]:
    with engine.connect() as connection:
        return corrections.every(connection)


def waits_for(engine: Engine, person: str) -> bool:
    with engine.connect() as connection:
        [one] = corrections.every(connection)
        return corrections.concerns(connection, one, roles.rights(connection, person))


def test_anybody_may_ask_and_the_office_of_the_row_answers(engine: Engine, asked: int) -> None:
    [one] = listed(engine)
    assert (one.number, one.state, one.text, one.asked_by) == (
        asked,
        "asked",
        "step 3, see the report",
        READER,
    )
    waiting = {person: waits_for(engine, person) for person in (NORTH, SOUTH, CERTIFIER, READER)}
    assert waiting == {NORTH: True, SOUTH: False, CERTIFIER: True, READER: False}
    corrections.answer(engine, NORTH, asked, "done", "release 3")
    [one] = listed(engine)
    assert (one.state, one.answer, one.answered_by, one.asked_by) == (
        "done",
        "release 3",
        NORTH,
        READER,
    )


def refused(code: str, refusal: pytest.ExceptionInfo[RefusedError]) -> None:
    assert refusal.value.code == code
    assert all(refusal.value.message(lang) for lang in LANGS)


def test_it_is_answered_once_and_not_by_others(engine: Engine, asked: int) -> None:
    for person in (SOUTH, READER):
        with pytest.raises(RefusedError) as refusal:
            corrections.answer(engine, person, asked, "done", "x")
        refused("no_correction", refusal)
    with pytest.raises(RefusedError) as refusal:
        corrections.answer(engine, CERTIFIER, asked, "declined", " ")
    refused("correction_no_text", refusal)
    corrections.answer(engine, CERTIFIER, asked, "declined", "as reported")
    with pytest.raises(RefusedError) as refusal:
        corrections.answer(engine, CERTIFIER, asked, "done", "x")
    refused("correction_answered", refusal)


def test_a_request_is_about_a_row_that_there_is(engine: Engine, asked: int) -> None:
    assert asked == 1
    for row in (ROW._replace(release=1), ROW._replace(key=(CHIANG_MAI, 2569))):
        with pytest.raises(RefusedError) as refusal:
            corrections.ask(engine, READER, row, "x")
        refused("no_such_row", refusal)
    with pytest.raises(RefusedError) as refusal:
        corrections.ask(engine, READER, ROW, "x" * 1_001)
    refused("text_long", refusal)
