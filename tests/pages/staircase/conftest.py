"""Real tables of enrolment, as an installation would load them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.staircase.enrolment import MADE
from utils.screen.app import cache


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Load a table of real LAOs, as an installation would."""
    (tmp_path / "enrolment.csv").write_text(MADE, "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    yield
    cache.forget()


@pytest.fixture
def recent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Load a real table that begins after the last year of the award record, without dates."""
    heading = MADE.splitlines()[0]
    rows = [
        f"LAO-11-{lao:03},{year},standard,{1 + (year - 2565) * (lao == 1)},,,active,,,"
        for lao in (1, 2, 3)
        for year in (2565, 2566)
    ]
    (tmp_path / "enrolment.csv").write_text("\n".join([heading, *rows, ""]), "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    yield
    cache.forget()
