"""The secretary's part of the page of slides: a meeting noted, resolved, and shown in the next."""

from __future__ import annotations

import time
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.desk.people import CERTIFIER, NORTH, STEWARD, minuted, one_more_award
from tests.pages.opened import address, component, open_page
from utils.desk.store import minutes as store_minutes
from utils.desk.store import store
from utils.words import Words

SAY = Words("en")
pytestmark = pytest.mark.usefixtures("local_desk")


def writes(app: AppTest, person: str) -> AppTest:
    """Unfold the secretary's part as this person."""
    app.session_state["minutes.write"] = True
    app.run().selectbox(key="desk.person").select(person).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    [button] = [one for one in app.button if one.label == SAY(label)]
    button.click().run()
    assert not app.exception
    return app


def fill_in(app: AppTest, label: str, text: str) -> None:
    [field] = [one for one in (*app.text_input, *app.text_area) if one.label == SAY(label)]
    field.input(text)


def slide(app: AppTest, name: str) -> dict[str, Any]:
    shown = component(app, "slides")["slides"]
    data: dict[str, Any] = next(one for one in shown if one["name"] == name)
    return data


def test_a_meeting_is_noted_and_its_resolutions_stand_in_the_next() -> None:
    app = open_page("present", lang="en", year="2562", slides="stand,last,decisions")
    writes(app, CERTIFIER)
    fill_in(app, "minutes.title", "Committee 1/2569")
    press(app, "minutes.meet")
    link = address(app)
    assert (link["meeting"], link["release"], link["year"]) == ("1", "1", "2562")
    assert "no resolutions recorded yet" in slide(app, "decisions")["sentence"]

    app.session_state["minutes.write"] = True
    fill_in(app.run(), "minutes.column.text", "Look again")
    fill_in(app, "minutes.owner", "Office 1")
    fill_in(app, "minutes.due", "30 ก.ย. 2570")
    press(app, "minutes.keep")
    [resolution] = slide(app, "decisions")["figure"]["rows"]
    assert resolution == {
        "number": "1",
        "text": "Look again",
        "owner": "Office 1",
        "due": "by 30/9/2570 B.E.",
        "responsible": ["Office 1", "by 30/9/2570 B.E."],
    }
    with store.opened().connect() as connection:
        meeting = store_minutes.find(connection, 1)
    assert meeting.selection.endswith("slides=stand,last,decisions&since=2561")
    assert meeting.resolutions[0].slide == "stand"

    app = writes(open_page("present", lang="en"), STEWARD)
    fill_in(app, "minutes.title", "Committee 2/2569")
    press(app, "minutes.meet")
    assert address(app)["meeting"] == "2"
    last = slide(app, "last")
    assert last["figure"]["rows"][0]["owner"] == "Office 1"
    assert "Committee 1/2569" in last["sentence"]


def test_a_meeting_is_compared_with_the_release_of_the_one_before_it() -> None:
    minuted(store.opened())  # it looked at release 1
    one_more_award(store.opened())
    app = writes(open_page("present", lang="en", slides="change"), STEWARD)
    fill_in(app, "minutes.title", "Committee 2/2569")
    press(app, "minutes.meet")
    assert (address(app)["meeting"], address(app)["since"]) == ("2", "r1")
    assert slide(app, "change")["sentence"].startswith("From data release no. 1 (")


def test_a_link_of_a_meeting_alone_opens_it_as_it_was_held_to_anybody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    meeting = minuted(store.opened())
    monkeypatch.delenv("ESC_DESK")
    app = open_page("present", lang="en", meeting=str(meeting.number))
    assert not [*app.exception, *app.warning]
    opened = address(app)
    assert (opened["year"], opened["slides"], opened["release"]) == ("2563", "stand", "1")
    assert [one["name"] for one in component(app, "slides")["slides"]] == ["stand"]
    assert component(app, "slides")["pinned"] is True
    assert not [one for one in app.expander if one.label == SAY("minutes.write")]
    unknown = open_page("present", lang="en", meeting="99")
    assert [SAY("minutes.choose") in one.value for one in unknown.warning] == [True]
    assert "meeting" not in address(unknown)


def test_who_may_not_note_is_told_so_and_what_is_refused_is_said() -> None:
    minuted(store.opened())
    app = writes(open_page("present", lang="en", meeting="1"), NORTH)
    assert any("may not record resolutions" in one.value for one in app.info)
    assert not app.text_area
    writes(app, STEWARD)
    press(app, "minutes.keep")
    assert [one.value for one in app.error] == ["Please enter the text of the resolution\\."]
    [which] = [one for one in app.selectbox if one.label == SAY("minutes.which")]
    which.select(1).run()
    assert app.text_area[0].value == "Look again"
    press(app, "minutes.withdraw")
    with store.opened().connect() as connection:
        assert [one.text for one in store_minutes.find(connection, 1).standing] == ["Noted"]


def test_with_a_login_whoever_signed_in_notes_and_nobody_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    minuted(store.opened())
    monkeypatch.delenv("ESC_DESK")
    user = {"is_logged_in": True, "email": CERTIFIER, "sub": "1", "iat": time.time() - 60}
    monkeypatch.setattr(st, "user", user)
    app = open_page("present", lang="en", meeting="1")
    app.session_state["minutes.write"] = True
    fill_in(app.run(), "minutes.column.text", "Signed in")
    monkeypatch.setattr(st, "user", user | {"iat": time.time() - 50_000})
    press(app, "minutes.keep")
    with store.opened().connect() as connection:
        assert len(store_minutes.find(connection, 1).resolutions) == 2, "the sign-in is too old"
    assert app.button(key="sign_in.begin")
    assert not app.text_area
    monkeypatch.setattr(st, "user", user)
    fill_in(app.run(), "minutes.column.text", "Signed in")
    press(app, "minutes.keep")
    with store.opened().connect() as connection:
        assert store_minutes.find(connection, 1).resolutions[2].text == "Signed in"
        assert store_minutes.versions(connection, 1)[-1]["author"] == CERTIFIER
