"""What a start does with the installation's own tables when some of them cannot be used."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from utils import paths
from utils.desk.store import store
from utils.tables import own_tables

HEAD = (paths.DATA / "enrolment.csv").read_text("utf-8").splitlines()[0]
SOUND = "LAO-90-001,2568,standard,2,,,active,,South,\n"
FAULTY = "LAO-90-001,2568,standard,9,,,active,,South,\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the empty folder of an installation's own tables; what is set aside is used again."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("ESC_TABLES", str(folder))
    yield folder
    for path in folder.iterdir():
        own_tables.use_again(path)


def start(address: str) -> None:
    """Start once more, as a new process would."""
    store.close()
    store.opened(address)


def faults(address: str) -> list[tuple[str, str, int | None]]:
    """Return the file, code and row of each fault of the start."""
    told = store.start_faults(store.opened(address))
    return [(fault.file, fault.code, fault.row) for fault in told]


def years(address: str) -> list[int]:
    """Return the fiscal years of enrolment as the newest release has it."""
    engine = store.opened(address)
    return store.table("enrolment", store.release(None, engine), engine)["fiscal_year_be"].tolist()


def write(own: Path, row: str) -> Path:
    """Write a file of enrolment."""
    path = own / "enrolment.csv"
    path.write_text(f"{HEAD}\n{row}", "utf-8")
    return path


def test_a_sound_folder_has_no_fault(empty: str, own: Path) -> None:
    write(own, SOUND)
    for beside in ("README.md", "esc.sqlite", ".~lock.enrolment.csv#", "~$enrolment.xlsx"):
        (own / beside).write_text("no table", "utf-8")
    assert (faults(empty), years(empty)) == ([], [2568])


def test_a_new_store_opens_with_the_projects_table_in_place_of_a_faulty_one(
    empty: str, own: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(own, FAULTY)
    shutil.copy(paths.DATA / "targets.csv", own)
    with caplog.at_level(logging.ERROR):
        assert faults(empty) == [("enrolment.csv", "not_allowed", 2)]
    assert years(empty) == []
    [line] = [record.getMessage() for record in caplog.records]
    assert line.startswith("enrolment.csv: row 2 · column “step”: ")
    assert "\n" not in line


def test_the_last_release_stays_where_a_newer_file_is_faulty(empty: str, own: Path) -> None:
    write(own, SOUND)
    assert years(empty) == [2568]
    write(own, FAULTY)
    start(empty)
    assert faults(empty) == [("enrolment.csv", "not_allowed", 2)]
    assert years(empty) == [2568]
    assert store.newest(store.opened(empty)) == 1


def test_a_corrected_file_is_used_at_the_next_start(empty: str, own: Path) -> None:
    path = write(own, FAULTY)
    assert years(empty) == []
    own_tables.use_again(path)  # as a new process, which knows of nothing set aside
    write(own, SOUND)
    start(empty)
    assert (faults(empty), years(empty)) == ([], [2568])


def test_a_register_that_the_projects_tables_do_not_fit_is_the_fault(empty: str, own: Path) -> None:
    whole = (paths.DATA / "municipalities.csv").read_text("utf-8").splitlines(keepends=True)
    (own / "municipalities.csv").write_text("".join(whole[:2]), "utf-8")
    write(own, SOUND)
    assert {file for file, _, _ in faults(empty)} == {"municipalities.csv"}
    assert years(empty) == [2568]


def test_a_folder_that_is_missing_is_named(empty: str, own: Path) -> None:
    own.rmdir()
    try:
        [fault] = store.start_faults(store.opened(empty))
    finally:
        own.mkdir()
    assert (fault.code, fault.value) == ("own_folder_missing", str(own))
    assert str(own) in fault.message("th")


def test_names_that_fit_no_table_are_named_with_the_nearest(empty: str, own: Path) -> None:
    for name in ("enrollment.csv", "enrolment.xlsx", "ตารางใหม่.csv"):
        (own / name).write_text("x", "utf-8")
    told = {fault.file: fault for fault in store.start_faults(store.opened(empty))}
    assert told["enrollment.csv"].code == "own_file_misnamed"
    assert "Perhaps enrolment.csv is meant" in told["enrollment.csv"].message("en")
    assert told["enrolment.xlsx"].code == "own_file_misnamed"
    assert told["ตารางใหม่.csv"].code == "own_file_unknown"


def test_what_cannot_be_opened_is_set_aside(empty: str, own: Path) -> None:
    (own / "enrolment.csv").mkdir()
    assert faults(empty) == [("enrolment.csv", "own_file_unreadable", None)]
    assert years(empty) == []
