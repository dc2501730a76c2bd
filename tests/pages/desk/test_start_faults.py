"""Own tables that could not be used at the start: told to stewards, nothing invented instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.people import NORTH, STEWARD
from tests.pages.desk.test_desk import sits
from tests.pages.opened import folded, open_page
from utils.words import Words

SAY = Words("en")


@pytest.fixture
def misnamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name a folder whose only file has a name with a slip of typing."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "enrollment.csv").write_text("x", "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(folder))


@pytest.mark.usefixtures("misnamed", "local_desk")
def test_a_steward_reads_what_was_not_used_on_every_page_and_others_do_not() -> None:
    app = open_page("desk", lang="en")
    label = SAY("desk.start_faults")
    assert label not in folded(sits(app, NORTH, "send"))
    assert label in folded(sits(app, STEWARD, "send").run())
    assert any("Perhaps enrolment.csv is meant" in one.value for one in app.text)
    app.switch_page("pages/overview.py").run()
    assert label in folded(app)


@pytest.mark.usefixtures("misnamed", "local_desk")
def test_nothing_invented_stands_in_for_a_file_that_was_refused() -> None:
    app = open_page("staircase", lang="en", trial="1")
    assert SAY("trial.switch") not in [one.label for one in app.toggle]
    assert not any("trial" in (one.key or "") for one in app.toggle)
    assert SAY("trial.band") not in [one.value for one in app.markdown]
