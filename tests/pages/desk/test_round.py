"""The reporting round and the list of submissions, as people of every role use them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.desk.people import (
    AMEND,
    CERTIFIER,
    CHIANG_MAI,
    CHIANG_RAI,
    HAT_YAI,
    NORTH,
    SONGKHLA,
    SOUTH,
    STEWARD,
    enrolment,
    published,
    submitted,
)
from tests.pages.desk.test_desk import messages, press, sits
from tests.pages.opened import component, open_page, turn
from utils.desk import reporting_rounds
from utils.desk.store import store
from utils.desk.submissions import acts
from utils.screen.desk.actions import escaped
from utils.tables import calendar
from utils.words import Words

SAY = Words("en")
YEAR = 2568

pytestmark = pytest.mark.usefixtures("local_desk")


def rows(app: AppTest, key: str) -> list[list[str]]:
    return [list(row) for row in component(app, key)["rows"]]


def written(app: AppTest) -> str:
    return "\n".join(one.value for one in app.markdown)


def test_a_steward_opens_a_round_and_everybody_reads_the_days_left() -> None:
    app = sits(open_page("desk", lang="en", round=str(YEAR)), STEWARD, "round")
    assert SAY("round.never", year=YEAR) in written(app)
    deadline = calendar.today() + dt.timedelta(days=100)
    app.date_input(key=f"round.deadline.{YEAR}").set_value(deadline).run()
    press(app, "round.open")
    said = SAY("round.left", year=YEAR, day=calendar.date_be(deadline), n=100)
    assert said in written(app)
    app = sits(app, NORTH, "round")
    assert said in written(app)
    assert not [one for one in app.button if one.key == "round.close"]
    press(sits(app, STEWARD, "round"), "round.close")
    assert "was closed on" in written(app)


def test_a_round_says_who_has_sent_what_and_links_to_what_waits() -> None:
    engine = store.opened()
    published(engine, STEWARD, enrolment((CHIANG_MAI, YEAR, "2")))
    waiting = submitted(engine, SOUTH, enrolment((HAT_YAI, YEAR, "1")))
    app = sits(open_page("desk", lang="en", round=str(YEAR)), STEWARD, "round")
    lines = {row[0]: row[1:] for row in rows(app, "round.table")}
    assert len(lines) == 16
    assert lines["Office 1"][0].startswith("published, provinces 1/4, ")
    assert lines["Office 1"][1:] == ["not received"] * 3
    assert lines["Office 16"][0].startswith("submitted, waiting to be certified")
    [link] = [one for one in component(app, "round.table")["links"]["1"] if one]
    assert link["id"] == waiting.submission_id
    table = SAY(
        "round.received",
        table="Enrolment and steps by year",
        known=1,
        total=16,
        waiting=1,
        not_known=14,
    )
    assert table in written(app)
    assert SAY("round.conflicts") not in messages(app)


def test_files_that_hold_the_same_part_are_named() -> None:
    engine = store.opened()
    submitted(engine, NORTH, enrolment((CHIANG_MAI, YEAR, "2")))
    submitted(engine, STEWARD, enrolment((CHIANG_RAI, YEAR, "2")))
    app = sits(open_page("desk", lang="en", round=str(YEAR)), NORTH, "round")
    [warning] = [one.value for one in app.warning]
    assert "Office 1" in warning
    assert "officer of office 1" in warning


def test_the_list_is_filtered_and_sorted_and_opens_what_the_address_names() -> None:
    engine = store.opened()
    first = submitted(engine, SOUTH, enrolment((HAT_YAI, YEAR, "1")))
    submitted(engine, NORTH, enrolment((CHIANG_MAI, YEAR, "2")))
    app = sits(open_page("desk", lang="en"), CERTIFIER, "sent")
    assert [row[0] for row in rows(app, "queue.table")] == ["16", "1"]
    app.selectbox(key="queue.sort").select("office").run()
    assert [row[0] for row in rows(app, "queue.table")] == ["1", "16"]
    app.selectbox(key="queue.office").select("16").run()
    [[office, table, number, found, state, by, *_]] = rows(app, "queue.table")
    assert (office, table, number) == ("16", f"Enrolment and steps by year {YEAR}", "1")
    assert (found, state, by) == ("errors 0 · warnings 0", SAY("desk.state.submitted"), SOUTH)
    app = turn(app, submission=first.submission_id)
    assert first.submission_id in messages(app)


def test_a_link_to_what_does_not_concern_the_visitor_shows_nothing_of_it() -> None:
    other = submitted(store.opened(), SOUTH, enrolment((HAT_YAI, YEAR, "1")))
    app = sits(open_page("desk", lang="en", submission=other.submission_id), NORTH, "sent")
    assert SAY("queue.not_for_you") in messages(app)
    assert SOUTH not in messages(app)
    app = sits(turn(app, submission="0" * 16), NORTH, "sent")
    assert SAY("queue.not_for_you") in messages(app)


def certify_two(app: AppTest, *ids: str, act: str) -> AppTest:
    for one in ids:
        app.checkbox(key=f"queue.pick.{act}.{one}").check().run()
    assert app.button(key=f"queue.{act}.do").disabled
    for one in ids:
        app.checkbox(key=f"queue.seen.{act}.{one}").check().run()
    return press(app, f"queue.{act}.do")


def test_several_are_certified_and_published_once_each_difference_is_read() -> None:
    engine = store.opened()
    sent: list[Any] = [
        submitted(engine, SOUTH, enrolment((HAT_YAI, YEAR, "1"))),
        submitted(engine, NORTH, enrolment((CHIANG_MAI, YEAR, "2"))),
    ]
    ids = [one.submission_id for one in sent]
    app = sits(open_page("desk", lang="en"), CERTIFIER, "sent")
    app = certify_two(app, *ids, act="certify")
    assert escaped(SAY("queue.certify_done", n=2)) in messages(app)
    app = sits(app, STEWARD, "sent")
    app = certify_two(app, *ids, act="publish")
    assert escaped(SAY("queue.publish_done", n=2)) in messages(app)
    assert store.newest(engine) == 3


def test_of_several_the_one_that_is_refused_is_named_and_the_others_are_done() -> None:
    engine = store.opened()
    one = submitted(engine, SOUTH, enrolment((HAT_YAI, YEAR, "1")))
    two = submitted(engine, SOUTH, enrolment((SONGKHLA, YEAR, "1")))
    app = sits(open_page("desk", lang="en"), CERTIFIER, "sent")
    for sent in (one, two):
        app.checkbox(key=f"queue.pick.certify.{sent.submission_id}").check().run()
        app.checkbox(key=f"queue.seen.certify.{sent.submission_id}").check().run()
    acts.reject(engine, STEWARD, two.submission_id, "why")
    press(app, "queue.certify.do")
    assert escaped("Done: 1 of 2") in messages(app)
    assert acts.find_submission(engine, one.submission_id).state == "certified"


def test_after_an_act_the_page_says_what_comes_next() -> None:
    engine = store.opened()
    draft = acts.send(engine, NORTH, [enrolment((CHIANG_MAI, YEAR, "2"))], AMEND)
    app = sits(open_page("desk", lang="en", submission=draft.submission_id), NORTH, "sent")
    press(app, "desk.submit")
    assert SAY("desk_page.next_certifier") in messages(app)
    assert "desk.submit" not in [one.key for one in app.button]
    app = press(sits(app, CERTIFIER, "sent"), "desk.certify")
    assert SAY("desk_page.next_steward") in messages(app)
    assert "desk.certify" not in [one.key for one in app.button]
    app = press(sits(app, STEWARD, "sent"), "desk.publish")
    assert "desk.publish" not in [one.key for one in app.button]


def test_a_round_without_any_office_still_counts_nobody_as_none() -> None:
    progress = reporting_rounds.progress(store.opened(), YEAR)
    assert not any(one.reported for one in progress)


LIST = (
    "region,Environmental Office Region,province,municipality,fiscal year,size,"
    "Type of Certificate,Certificate,Type\n"
    "ภาคใต้,สสภ.16 (สงขลา),ปัตตานี,ทม.ปัตตานี,2564,เมือง,ระดับประเทศ,รางวัลเมืองคาร์บอนต่ำ,ทม.\n"
)


def test_a_year_is_opened_by_the_page_alone_from_the_list_to_the_release() -> None:
    app = sits(open_page("desk", lang="en"), STEWARD, "send")
    app.file_uploader(key="desk.files").upload("list-2564.csv", LIST.encode()).run()
    press(app, "desk.check")
    assert SAY("desk_page.errors_first") in messages(app)
    said = written(app)
    assert "Round of fiscal year 2564, National" in said
    assert "รางวัลเมืองคาร์บอนต่ำ" in said
    press(app, "open_year.keep")
    assert "Please choose the class" in messages(app)
    box = {one.label: one for one in app.selectbox}
    box["Prize class"].select("commitment").run()
    box = {one.label: one for one in app.selectbox}
    box[SAY("open_year.status")].select("complete").run()
    press(app, "open_year.keep")
    assert SAY("desk_page.errors_first") not in messages(app)
    for one in app.checkbox:
        one.check().run()
    press(app, "desk.submit")
    press(sits(app, CERTIFIER, "sent"), "desk.certify")
    press(sits(app, STEWARD, "sent"), "desk.publish")
    assert store.newest(store.opened()) == 2
    app = open_page("overview", lang="en")
    assert app.selectbox(key="filter.year").value == "2564"
