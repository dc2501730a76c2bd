"""The release that a page shows: the newest, or the one that its link names, and one throughout."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from contextvars import copy_context
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from docx import Document
from streamlit.testing.v1 import AppTest

from tests.desk.people import STEWARD, one_more_award
from tests.pages.opened import address, component, open_page, opens
from utils.desk.store import store
from utils.screen import warm
from utils.screen.app import new_release, release_shown
from utils.words import Words

SAY = Words("en")


@pytest.fixture
def own(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the pages a store of the test's own."""
    file = tmp_path / "esc.sqlite"
    shutil.copy(filled, file)
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.setenv("ESC_STEWARDS", STEWARD)
    yield file
    store.close()


def number(app: AppTest) -> str:
    assert not app.exception
    text: str = component(app, "brief")["main"]["number"]
    return text


def release_title(app: AppTest) -> str:
    """Return what the sidebar's foot says."""
    return str(component(app, "foot")["title"])


@pytest.mark.usefixtures("own")
def test_a_page_goes_over_to_a_new_release_and_a_link_stays_with_its_own() -> None:
    open_one, pinned = open_page(lang="en"), open_page(lang="en", release="1")
    assert (number(open_one), number(pinned)) == ("67", "67")
    assert not pinned.info
    one_more_award(store.opened())
    assert number(open_one.run()) == "68"
    assert release_title(open_one).startswith("Data release no. 2")
    assert [toast.value.partition(" (")[0] for toast in open_one.toast] == [
        "New data have been published. This page now shows Data release no. 2"
    ]
    assert not open_one.run().toast
    assert component(open_one, "foot")["followed"] == 2
    assert number(pinned.run()) == "67"
    assert release_title(pinned).startswith("Data release no. 1")
    assert component(pinned, "foot")["followed"] is None
    assert "The newest is no. 2." in pinned.info[0].value
    assert not pinned.toast
    pinned.switch_page("pages/methods.py").run()
    assert (address(pinned), release_title(pinned)[:20]) == (
        {"lang": "en", "release": "1"},
        "Data release no. 1 (",
    )
    pinned.switch_page("pages/overview.py").run()
    pinned.button(key="release.newest").click().run()
    assert number(pinned) == "68"
    assert address(pinned) == {"lang": "en"}


@pytest.mark.usefixtures("own")
def test_a_file_made_later_in_another_thread_is_of_the_release_that_its_page_showed() -> None:
    def open_and_publish() -> tuple[int, int]:
        release_shown.fix()
        later = release_shown.later(lambda: release_shown.release().number)
        one_more_award(store.opened())
        with ThreadPoolExecutor() as elsewhere:
            return elsewhere.submit(later).result(), elsewhere.submit(
                release_shown.now
            ).result().newest

    assert copy_context().run(open_and_publish) == (1, 2)


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("code", ["2", "0", "01", "-1", "one", "9999999999", "๑"])
def test_a_release_that_there_is_not_is_refused(code: str) -> None:
    app = open_page(lang="en", release=code)
    assert app.warning[0].value == SAY("filter.refused", names=SAY("filter.release"))
    assert address(app) == {"lang": "en"}
    assert number(app) == "67"


def test_a_damaged_store_is_named_and_no_number_shown(own: Path) -> None:
    with closing(sqlite3.connect(own)) as connection, connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DELETE FROM record_awards WHERE row_id = 1")
    store.close()
    app = open_page(lang="en")
    assert app.title[0].value == SAY("error.damaged")
    assert app.error[0].value == SAY("desk.damaged")
    assert "awards" in app.text[0].value
    assert not app.get("bidi_component")


@pytest.mark.usefixtures("own")
def test_a_release_is_made_known_once_what_it_opens_with_is_ready(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(new_release, "_KNOWN", {})
    numbers: list[int] = []

    def first() -> None:
        numbers.append(new_release.number())

    def rest(overtaken: object) -> None:
        assert callable(overtaken)
        numbers.append(new_release.number())
        assert not overtaken()

    new_release.look(first, rest)
    assert (numbers, new_release.number()) == ([0, 1], 1)
    new_release.look(first, rest)
    assert len(numbers) == 2
    one_more_award(store.opened())
    new_release.look(first, rest)
    assert (numbers, new_release.number()) == ([0, 1, 1, 2], 2)


@pytest.mark.usefixtures("own")
def test_what_is_likely_is_given_up_for_a_newer_release(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared: list[dict[str, str]] = []
    monkeypatch.setattr(warm, "_prepare", prepared.append)
    monkeypatch.setattr(new_release, "begin", lambda first, rest: (first(), rest(lambda: True)))
    warm.up()
    assert prepared == [{}]


@pytest.mark.usefixtures("own")
def test_a_file_taken_later_holds_the_release_of_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    one_more_award(store.opened())
    offered: dict[str, Callable[[], bytes]] = {}

    def keep(_label: str, data: Callable[[], bytes], *, key: str, **_rest: object) -> None:
        offered[key] = data

    monkeypatch.setattr(st, "download_button", keep)
    open_page("present", lang="en", release="1", slides="stand")
    page = open_page("province", lang="en", release="1", province="TH-81")
    opens(page, SAY("province.brief.take"))
    with ThreadPoolExecutor(1) as elsewhere:  # as Streamlit calls them: no session is known there
        pack, sheet = (
            elsewhere.submit(offered[key]).result() for key in ("pack.docx", "province.brief.docx")
        )
    assert "67 of 76" in words_of(pack)
    assert "Whether Krabi is counted" in words_of(sheet)


def words_of(data: bytes) -> str:
    opened: Any = Document(io.BytesIO(data))
    return "\n".join(paragraph.text for paragraph in opened.paragraphs)
