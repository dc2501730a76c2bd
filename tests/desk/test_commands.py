"""The desk on the command line, in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.desk.people import CERTIFIER, CHIANG_MAI, HAT_YAI, NORTH, STEWARD, enrolment
from utils import paths
from utils.desk.__main__ import main
from utils.desk.store import store
from utils.desk.store.files import File

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a line of the desk: its exit code, and what it says and complains of."""
    monkeypatch.setenv("ESC_DATABASE_URL", address)

    def ran(*arguments: str, person: str = NORTH, lang: str = "en") -> tuple[int, str, str]:
        code = main([*arguments, "--as", person, "--lang", lang])
        output = capsys.readouterr()
        return code, output.out, output.err

    return ran


def saved(folder: Path, file: File) -> str:
    path = folder / file.name
    path.write_bytes(file.content)
    return str(path)


def number_of(output: str) -> str:
    return output.split("kept as submission ")[1].split(" ", maxsplit=1)[0]


def test_from_a_file_to_a_release_and_back(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, enrolment((CHIANG_MAI, 2568, "2")))
    code, output, _ = run("submit", file, "--note", "first", "--accept-warnings")
    assert code == 0
    assert "Enrolment" in output
    assert "rows added 1, changed 0, removed 0, unchanged 0" in output
    assert "Chiang Mai: added 1 (progress)" in output
    # An enrolment moves steps; the awards, and so the provinces counted, stay out of it.
    assert "LAOs on each step, FY 2568: Step 2: no data → 1" in output
    assert "provinces counted" not in output
    assert "  added · Enrolment and steps by year · ทน.เชียงใหม่ (Chiang Mai) · FY 2568 · " in output
    number = number_of(output)
    assert run("certify", number, person=CERTIFIER)[0] == 0
    code, output, _ = run("publish", number, person=STEWARD)
    assert code == 0
    assert output.startswith("Data release no. 2 (as of ")
    assert "from the file enrolment.csv (SHA-256 " in output

    code, output, _ = run("show", "2")
    assert "certified by certifier" in output
    assert "Chiang Mai: added 1 (progress)" in output
    code, output, _ = run("show", number)
    assert [line.split(" · ")[-1] for line in output.splitlines()[1:5]] == [
        "sent files",
        "submitted",
        "certified",
        "published",
    ]
    assert "removed 1 (correction)" in run("compare", "2", "1")[1]
    code, output, _ = run("revert", "1", "--note", "back", "--undo-offices", person=STEWARD)
    assert "Undone: Data release no. 2" in output
    assert f"sent by {NORTH} · first" in output
    assert "removed · Enrolment and steps by year · ทน.เชียงใหม่ (Chiang Mai) · FY 2568" in output
    back = re.findall(r"[0-9a-f]{16}", output)[-1]
    assert run("certify", back, person=CERTIFIER)[0] == 0
    assert "return to data release no. 1" in run("publish", back, person=STEWARD)[1]
    code, output, _ = run("history")
    assert [line[:21] for line in output.splitlines() if line.startswith("Data")] == [
        "Data release no. 3 (a",
        "Data release no. 2 (a",
        "Data release no. 1 (a",
    ]
    assert "published" in run("history", "--submissions")[1]


def test_thai_is_the_language_unless_another_is_named(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, enrolment((CHIANG_MAI, 2568, "2")))
    _, output, _ = run("check", file, lang="th")
    assert "เชียงใหม่: เพิ่ม 1 แถว (คืบหน้า)" in output
    _, output, _ = run("history", lang="th")
    assert output.startswith("ข้อมูลเผยแพร่ ครั้งที่ 1 (ณ วันที่ ")


def test_a_check_keeps_nothing(run: Run, engine: Engine, tmp_path: Path) -> None:
    code, output, _ = run("check", saved(tmp_path, enrolment((HAT_YAI, 2568, "2"))))
    assert code == 1
    assert "lies outside the provinces that the sender may send data of" in output
    assert run("history", "--submissions")[1] == ""
    assert store.newest(engine) == 1


def test_a_draft_is_kept_and_gone_on_with(run: Run, tmp_path: Path) -> None:
    code, output, complaint = run("submit", saved(tmp_path, enrolment((CHIANG_MAI, 2568, "9"))))
    assert code == 1
    assert "There are errors (1). The files are kept" in complaint
    number = number_of(output)
    mended = saved(tmp_path, enrolment((CHIANG_MAI, 2568, "3")))
    code, output, _ = run("submit", "--resume", number, mended, "--draft")
    assert code == 0
    code, output, _ = run("submit", "--resume", number, "--accept-warnings")
    assert "submitted, waiting to be certified" in output
    code, output, _ = run("reject", number, "--note", "why", person=CERTIFIER)
    assert "sent back" in output


def test_what_is_refused_says_why_and_exits_with_1(run: Run) -> None:
    assert run("publish", "none", person=STEWARD)[2] == "There is no submission none.\n"
    assert run("show", "9") == (1, "", "There is no data release no. 9.\n")
    code, _, complaint = run("revert", "1", "--note", "x")
    assert code == 1
    assert complaint == f"{NORTH} is not a steward; only a steward may do this.\n"


def test_people_and_provinces(run: Run) -> None:
    assert run("role", "new", "officer", "--office", "14", person=STEWARD)[0] == 0
    assert run("assign", "93", "14", person=STEWARD)[0] == 0
    assert run("role", "new", "officer", "--office", "14", "--revoke", person=STEWARD)[0] == 0
    assert run("role", "new", "steward")[0] == 1


def test_an_export_holds_nothing_that_a_spreadsheet_runs(run: Run, tmp_path: Path) -> None:
    text = enrolment((CHIANG_MAI, 2568, "2")).content.decode().replace("active,,,", "active,,,=1+1")
    file = saved(tmp_path, File("enrolment.csv", text.encode()))
    number = number_of(run("submit", file, "--accept-warnings")[1])
    run("certify", number, person=CERTIFIER)
    run("publish", number, person=STEWARD)
    folder = tmp_path / "out"
    assert run("export", "2", str(folder), "--table", "enrolment")[0] == 0
    assert "'=1+1" in (folder / "enrolment.csv").read_text("utf-8-sig")
    assert run("export", str(folder))[0] == 0
    assert len(list(folder.glob("*.csv"))) > 20
    shown = (folder / "provinces.csv").read_text("utf-8-sig")
    assert shown == (paths.DATA / "provinces.csv").read_text("utf-8")


def test_backup_and_restore(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "copy.sqlite"
    assert "up to data release no. 1" in run("backup", str(file))[1]
    assert run("restore", str(file))[0] == 1
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'new.sqlite'}")
    assert "is restored from copy.sqlite" in run("restore", str(file))[1]


def test_a_later_store_is_named(run: Run, engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'later'")
    assert run("history")[2].startswith("A later version of this program made this store")


@pytest.mark.parametrize("arguments", [[], ["publish"], ["check"], ["submit", "no-such-file.csv"]])
def test_a_wrong_call_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_the_command_itself(tmp_path: Path) -> None:
    # From another folder: the migrations are found beside the code.
    ended = subprocess.run(
        [sys.executable, "-m", "utils.desk", "history", "--lang", "en"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(paths.ROOT), "ESC_DATABASE_URL": f"sqlite:///{tmp_path}/a.sqlite"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("Data release no. 1")


def test_removing_many_is_asked_on_the_line(run: Run, tmp_path: Path) -> None:
    rows = [(f"LAO-50-{n:03}", 2568, "1") for n in range(1, 6)]
    number = number_of(run("submit", saved(tmp_path, enrolment(*rows)), "--accept-warnings")[1])
    run("certify", number, person=CERTIFIER)
    run("publish", number, person=STEWARD)
    part = ("--mode", "office", "--office", "1", "--year", "2568", "--accept-warnings")
    file = saved(tmp_path, enrolment(*rows[:3]))
    code, output, complaint = run("submit", file, *part)
    assert code == 1
    assert "Published rows that the files lack: 2." in output
    assert output.count("  not confirmed · remove · Enrolment and steps by year · ") == 2
    assert "decide on one by one: 2 (see -h: --accept-…)" in complaint
    assert run("submit", file, *part, "--accept-removals")[0] == 1, "without a reason"
    assert run("submit", file, *part, "--accept-removals", "--note", "left")[0] == 0
    code, output, _ = run("revert", "1", "--office", "1", "--note", "x", person=STEWARD)
    assert code == 0
    back = re.findall(r"[0-9a-f]{16}", output)[-1]
    run("certify", back, person=CERTIFIER)
    run("publish", back, person=STEWARD)
    assert run("check", saved(tmp_path, enrolment(rows[0])))[0] == 0
