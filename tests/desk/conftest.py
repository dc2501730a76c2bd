"""A store for each test, in both engines: a copy of one that was filled once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.desk import server
from tests.desk.filled import create, fill
from tests.desk.people import STEWARD
from utils.desk.store import store
from utils.desk.store.connect import connect

NUMBERS = count()


@pytest.fixture(autouse=True)
def _nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("ESC_TABLES", "ESC_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ESC_STEWARDS", STEWARD)
    yield
    store.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with server.running() as url:
        yield url


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("store") / "filled.sqlite"
    fill(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def filled_database(postgres: str) -> str:
    create(postgres, "filled")
    fill(postgres + "filled")
    return "filled"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of a store that holds nothing."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite'}"
    url: str = request.getfixturevalue("postgres")
    return url + create(url, f"empty{next(NUMBERS)}")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of a store with release 1 and people of every role."""
    if request.param == "sqlite":
        file = tmp_path / "store.sqlite"
        shutil.copy(request.getfixturevalue("filled_file"), file)
        return f"sqlite:///{file}"
    url: str = request.getfixturevalue("postgres")
    template = request.getfixturevalue("filled_database")
    return url + create(url, f"store{next(NUMBERS)}", template=template)


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    opened = connect(address)
    yield opened
    opened.dispose()
