"""Stores filled once for the pages that write, and for those that tell what changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from tests.desk.filled import fill
from tests.desk.people import (
    CHIANG_MAI,
    CHIANG_RAI,
    HAT_YAI,
    STEWARD,
    enrolment,
    one_more_award,
    published,
)
from utils.desk.store import store


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a store with release 1: to copy, never to write to."""
    file = tmp_path_factory.mktemp("store") / "filled.sqlite"
    fill(f"sqlite:///{file}")
    return file


@pytest.fixture
def local_desk(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Open the desk on this machine, with a copy of that store."""
    file = tmp_path / "esc.sqlite"
    shutil.copy(filled, file)
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.setenv("ESC_STEWARDS", STEWARD)
    monkeypatch.setenv("ESC_DESK", "local")
    monkeypatch.setattr(type(st.context), "ip_address", None)  # a test's session has none
    yield
    store.close()


@pytest.fixture(scope="session")
def four_releases(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of four releases: shipped, steps of FY 2567, steps after it, an award."""
    file = tmp_path_factory.mktemp("four") / "esc.sqlite"
    shutil.copy(filled, file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", STEWARD)
        engine = store.opened(f"sqlite:///{file}")
        steps = [(CHIANG_MAI, 2567, "2"), (CHIANG_RAI, 2567, "3"), (HAT_YAI, 2567, "1")]
        published(engine, STEWARD, enrolment(*steps))
        steps = [(CHIANG_MAI, 2568, "3"), (CHIANG_RAI, 2568, "2"), (HAT_YAI, 2567, "2")]
        published(engine, STEWARD, enrolment(*steps, name="=steps<b>.csv"))
        one_more_award(engine)
        store.close()
    return file


@pytest.fixture
def own(four_releases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show a copy of that store, and let nobody else see what happens to it."""
    file = tmp_path / "esc.sqlite"
    shutil.copy(four_releases, file)
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.setenv("ESC_STEWARDS", STEWARD)
    yield
    store.close()
