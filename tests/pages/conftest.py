"""A store with people of every role, filled once for the pages that write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.filled import fill


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a store with release 1: to copy, never to write to."""
    file = tmp_path_factory.mktemp("store") / "filled.sqlite"
    fill(f"sqlite:///{file}")
    return file
