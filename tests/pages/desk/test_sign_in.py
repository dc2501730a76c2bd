"""The desk with a sign-in: nobody chooses who they are, and an old sign-in opens nothing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from tests.desk.people import NORTH
from tests.pages.opened import open_page
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, store
from utils.screen.app import sign_in
from utils.screen.desk import gate
from utils.words import Words

SAY = Words("en")
NOT = {"is_logged_in": False}


def signed_in(person: str = NORTH, *, ago: float = 60) -> dict[str, object]:
    return {"is_logged_in": True, "email": person, "sub": "1001", "iat": time.time() - ago}


@pytest.fixture
def _open(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    shutil.copy(filled, tmp_path / "store.sqlite")
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield
    store.close()


@pytest.mark.usefixtures("_open")
def test_the_desk_is_of_whoever_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "user", signed_in())
    app = open_page("desk", lang="en")
    assert not app.exception
    assert [box.key for box in app.selectbox if box.key == "desk.person"] == []
    assert SAY("sign_in.is", person=NORTH, roles="officer of office 1") in [
        one.value for one in app.text
    ]
    with store.opened().connect() as connection:
        acts = [row["action"] for row in audit.entries(connection) if row["person"] == NORTH]
    assert acts == ["signed_in"]


@pytest.mark.usefixtures("_open")
@pytest.mark.parametrize(
    ("user", "code"),
    [
        (NOT, None),
        (signed_in(ago=13 * 3600), "sign_in_old"),
        (signed_in("\u202e"), "sign_in_nameless"),
    ],
    ids=["nobody", "old", "nameless"],
)
def test_who_is_not_signed_in_sees_the_way_in_alone(
    monkeypatch: pytest.MonkeyPatch, user: dict[str, object], code: str | None
) -> None:
    monkeypatch.setattr(st, "user", user)
    app = open_page("desk", lang="en")
    assert not app.exception
    assert app.button(key="sign_in.begin").label == SAY("sign_in.begin")
    assert not app.file_uploader
    assert len(app.error) == int(code is not None)


@pytest.mark.usefixtures("_open")
@pytest.mark.parametrize(
    ("user", "code"),
    [({}, None), (signed_in(), None), (NOT, "signed_out"), (signed_in(ago=50_000), "sign_in_old")],
    ids=["no login", "now", "nobody", "old"],
)
def test_a_button_asks_again_whether_a_sign_in_holds(
    monkeypatch: pytest.MonkeyPatch, user: dict[str, object], code: str | None
) -> None:
    monkeypatch.setattr(st, "user", user)
    if code is None:
        sign_in.must_hold()
        return
    with pytest.raises(RefusedError) as refused:
        sign_in.must_hold()
    assert refused.value.code == code


def test_with_a_login_the_desk_is_open_from_afar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ESC_DESK", raising=False)
    monkeypatch.setattr(st, "user", NOT)
    assert gate.why_shut() is None
