"""The command that checks one file."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tables.sample import codes
from utils import paths
from utils.tables.check import check, main
from utils.tables.declared import schemas
from utils.tables.reading import recognition
from utils.tables.reading.files import open_contents


@pytest.mark.parametrize("table", schemas.ALL.values(), ids=lambda table: table.name)
def test_every_shipped_table_is_recognised_by_its_headings(table: schemas.Table) -> None:
    path = paths.DATA / table.file
    assert recognition.candidates(open_contents(path, path.name))[0] is table


def test_a_file_without_errors_exits_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(paths.DATA / schemas.AWARD_LIST.file), "--lang", "en"]) == 0
    output = capsys.readouterr().out
    assert "541 rows" in output
    assert "0 errors, 20 warnings, 0 notes" in output
    assert "warning · row 515 · column “municipality” · found “ทต.ปริก”" in output


def test_a_file_with_an_error_exits_with_1_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "รางวัล.csv"
    file.write_text(
        "จังหวัด,เทศบาล,ปีงบประมาณ,ระดับรางวัล,รางวัล,ขนาด,ภาค,สสภ.,ประเภท\n"
        "สงขา,ทต.ปริก,63,ระดับพื้นที่,ระดับดี,ตำบล,ภาคใต้,สสภ.16 (สงขลา),ทต.\n",
        "cp874",
    )
    assert main([str(file)]) == 1
    output = capsys.readouterr().out
    assert "ข้อผิดพลาด · แถว 2 · คอลัมน์ “จังหวัด” · พบ “สงขา”" in output
    assert "วิธีแก้: อาจหมายถึง สงขลา" in output
    assert "ปีมีสองหลัก" in output
    assert "ข้อผิดพลาด 2 รายการ" in output


AWARD_OF_2570 = (
    "จังหวัด,เทศบาล,ปีงบประมาณ,ระดับรางวัล,รางวัล,ขนาด,ภาค,สสภ.,ประเภท\n"
    "สงขลา,ทต.ปริก,2570,ระดับพื้นที่,ระดับดี,ตำบล,ภาคใต้,สสภ.16 (สงขลา),ทต.\n"
)


def test_an_award_of_a_year_that_has_not_begun_is_warned_of() -> None:
    contents = open_contents(AWARD_OF_2570.encode(), "a.csv")
    # Fiscal year 2570 begins on 1 October 2026.
    early = check(contents, schemas.AWARD_LIST, today=dt.date(2026, 9, 30))
    assert codes(early) == [("year_ahead", 2)]
    assert early.warnings[0].message("en").endswith("after the present fiscal year (2569).")
    assert codes(check(contents, schemas.AWARD_LIST, today=dt.date(2026, 10, 1))) == []


def test_the_command_knows_the_present_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(AWARD_OF_2570.replace("2570", "2599"), "utf-8")
    assert main([str(file)]) == 0
    assert "ปี 2599 อยู่หลังปีงบประมาณปัจจุบัน" in capsys.readouterr().out


def test_a_named_table_is_used_whatever_the_headings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("x,y\n1,2\n")
    assert main([str(file), "--lang", "en"]) == 1
    assert "fit no table" in capsys.readouterr().out
    assert main([str(file), "--lang", "en", "--table", "awards"]) == 1
    assert "No heading of “Awards and area results”" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["no-such-file.csv"], ["README.md", "--table", "x"], ["README.md", "--lang", "x"]],
)
def test_a_wrong_call_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_the_command_itself(tmp_path: Path) -> None:
    file = tmp_path / "empty.csv"
    file.touch()
    ended = subprocess.run(
        [sys.executable, "-m", "utils.tables.check", str(file)],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "แฟ้มนี้ไม่มีข้อมูล" in ended.stdout


def test_a_day_to_come_is_warned_of() -> None:
    head = "lao_id,fiscal_year_be,pathway,step,applied_on,self_assessed_on,status"
    rows = "".join(
        f"LAO-50-010,2569,standard,1,{day},2026-09-01,active\n"
        for day in ("2026-09-30", "1/10/2569")
    )
    contents = open_contents(f"{head}\n{rows}".encode(), "a.csv")
    found = codes(check(contents, schemas.ENROLMENT, today=dt.date(2026, 9, 30)))
    assert [row for code, row in found if code == "date_ahead"] == [3]
