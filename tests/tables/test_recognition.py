"""Which table a file holds, and what is said where that is not clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tables.sample import codes, read_csv
from utils.tables.check import main
from utils.tables.reading.files import open_contents
from utils.tables.reading.recognition import candidates


def names(headings: str) -> list[str]:
    contents = open_contents(f"{headings}\n1,2,3\n".encode(), "a.csv")
    return [table.name for table in candidates(contents)]


@pytest.mark.parametrize(
    ("headings", "tables"),
    [
        # Of the three, the centre cities have two among their four columns, a likeness of 4/7;
        # the award list knows all three among its nine, 6/12.
        ("จังหวัด,เทศบาล,ปีงบประมาณ", ["award_list", "centre_cities"]),
        # Here the centre cities know three of three.
        ("จังหวัด,เทศบาล,basis", ["centre_cities"]),
        ("รหัสเป้าหมาย,ปีอ้างอิง,ปีสิ้นสุด,วันที่มีมติ,แหล่งข้อมูล", ["targets"]),
        ("a,b,c", []),
    ],
)
def test_tables_that_officers_send_come_first_where_they_know_as_much(
    headings: str, tables: list[str]
) -> None:
    assert names(headings) == tables


def output(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    main([str(path), *more])
    return capsys.readouterr().out


def test_the_other_table_is_named_and_how_to_choose_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("จังหวัด,เทศบาล,ปีงบประมาณ\nสงขลา,ทต.ปริก,2562\n", "utf-8")
    first, second, *_ = output(file, capsys, "--lang", "en").splitlines()
    assert first == "a.csv: read as the table “Award list as published” (award_list), 1 row"
    assert second == (
        "It may be another table: “Provincial-centre cities (assumed list)” (centre_cities). "
        "If so, name it with --table."
    )
    chosen = output(file, capsys, "--lang", "en", "--table", "centre_cities")
    assert "(centre_cities), 1 row\n" in chosen
    assert "another table" not in chosen


@pytest.mark.parametrize("more", [(), ("--table", "awards")])
def test_a_file_that_is_refused_is_named(
    more: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "รางวัล.csv"
    file.write_bytes(b"\x00\x01")
    assert output(file, capsys, *more).splitlines()[0] == "รางวัล.csv: ไม่ได้อ่าน"


def test_headings_of_no_table_are_answered_with_how_to_name_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("x,y\n1,2\n", "utf-8")
    out = output(file, capsys)
    assert out.splitlines()[0] == "a.csv: ไม่ได้อ่าน"
    assert "บอกว่าเป็นตารางใด" in out
    assert "บัญชีรางวัล" not in out, "nothing says that it is the list of awards"
    assert "--table: provinces, clusters" in out


def test_a_heading_that_is_not_known_is_answered_with_those_that_are_missing() -> None:
    reading = read_csv("code,province,lao_id,year,ชั้น\nA1,สงขลา,ทต.ปริก,2563,area")
    (problem,) = [one for one in reading.warnings if one.code == "column_unknown"]
    assert problem.remedy("th").endswith(
        "ยังไม่พบในแฟ้ม: ระดับ, ประชากร (คน), สัดส่วน, เสร็จ, วันที่ประชุม, หมายเหตุ"
    )


def test_a_column_too_many_needs_nothing_where_none_is_missing() -> None:
    head = "code,province,lao_id,year,level,people,share,done,met_on,note,สีที่ชอบ"
    reading = read_csv(f"{head}\nA1,สงขลา,ทต.ปริก,2563,area,,,,,,ฟ้า")
    assert codes(reading) == [("column_extra", 1)]


def test_one_of_a_thing_is_told_in_the_singular(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("cluster_code,name_th,name_en,x\n1,ก,a,\n", "utf-8")
    out = output(file, capsys, "--lang", "en").splitlines()
    assert out[0].endswith("(clusters), 1 row")
    assert out[-1] == "1 error, 0 warnings, 1 note"
