"""Values that must stand in another table: each alone, and those that belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tables.sample import codes, worded
from utils import paths
from utils.tables import shipped
from utils.tables.check import main
from utils.tables.declared import schemas
from utils.tables.places import NOWHERE
from utils.tables.reading.reader import Reading, read

HEAD = "จังหวัด,เทศบาล,ปีงบประมาณ,ระดับรางวัล,รางวัล,ขนาด,ภาค,สสภ.,ประเภท"


def award(level: str, prize: str) -> str:
    row = f"สงขลา,ทต.ปริก,2562,{level},{prize},ตำบล,ภาคใต้,สสภ.16 (สงขลา),ทต."
    return f"{HEAD}\n{row}\n"


def read_award(level: str, prize: str) -> Reading:
    known = shipped.places_for(schemas.AWARD_LIST)
    content = award(level, prize).encode()
    return worded(read(content, name="ส่ง.csv", table=schemas.AWARD_LIST, places=known))


def test_a_prize_of_its_level_is_read() -> None:
    reading = read_award("ระดับพื้นที่", "ระดับดี")
    assert reading.problems == ()
    assert reading.frame["certificate_th"].tolist() == ["ระดับดี"]


def test_a_prize_that_no_table_has_is_an_error_and_unknown() -> None:
    reading = read_award("ระดับประเทศ", "รางวัลที่ไม่มีจริง")
    (problem,) = reading.errors
    assert (problem.code, problem.row, problem.column) == ("reference_unknown", 2, "รางวัล")
    assert problem.message("th") == "ตาราง “การจัดประเภทรางวัล” ไม่มี “รางวัลที่ไม่มีจริง”"
    assert "รางวัลชมเชย (ทบ.)" in problem.remedy("en")
    assert reading.frame["certificate_th"].isna().all()
    assert reading.frame["level"].tolist() == ["national"]


def test_a_misspelt_prize_is_suggested_and_not_taken() -> None:
    reading = read_award("ระดับพื้นที่", "ระดับดีเยียม")
    (problem,) = reading.errors
    assert problem.code == "reference_misspelt"
    assert problem.remedy("en").startswith("It may mean ระดับดีเยี่ยม")
    assert reading.frame["certificate_th"].isna().all()


def test_a_prize_of_another_level_is_an_error_that_says_which() -> None:
    reading = read_award("ระดับประเทศ", "ระดับดี")
    (problem,) = reading.errors
    assert (problem.code, problem.row, problem.column) == ("not_together", 2, "รางวัล")
    assert problem.message("th") == "ตาราง “การจัดประเภทรางวัล” ไม่มี “ระดับดี” ที่เป็น “ระดับประเทศ”"
    assert (
        problem.message("en") == "The table “Classes of prizes” has no “ระดับดี” that is “National”."
    )
    assert problem.remedy("en").endswith("the table has “ระดับดี” as: Area.")
    assert reading.frame["certificate_th"].isna().all()


def test_a_level_that_cannot_be_read_is_the_only_fault() -> None:
    assert codes(read_award("ระดับโลก", "ระดับดี").errors) == [("not_allowed", 2)]


def test_the_check_of_a_file_ends_with_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "รางวัล.csv"
    file.write_text(award("ระดับประเทศ", "รางวัลที่ไม่มีจริง"), "utf-8")
    assert main([str(file)]) == 1
    assert "คอลัมน์ “รางวัล” · พบ “รางวัลที่ไม่มีจริง”" in capsys.readouterr().out


def test_a_code_of_no_cluster_and_a_number_of_no_office_are_errors() -> None:
    text = (paths.DATA / "provinces.csv").read_text("utf-8")
    assert text.count(",C18,") == 3  # the border cluster: ปัตตานี, ยะลา, นราธิวาส
    known = shipped.places_for(schemas.PROVINCES)
    content = text.replace(",C18,", ",C77,").encode()
    reading = worded(read(content, name="a.csv", table=schemas.PROVINCES, places=known))
    assert {problem.code for problem in reading.problems} == {"reference_unknown"}
    assert [problem.value for problem in reading.errors] == ["C77"] * 3
    assert reading.errors[0].remedy("en").startswith("Write one that it has, such as C01, C02, C03")


def test_two_tables_may_refer_to_one_another() -> None:
    # A province names its office, an office the province of its seat.
    assert len(shipped.load("offices")) == 32
    assert len(shipped.load("provinces")) == 77


def test_references_that_nobody_gave_are_never_passed_over() -> None:
    content = (paths.DATA / "provinces.csv").read_bytes()
    with pytest.raises(KeyError, match="clusters"):
        read(content, name="a.csv", table=schemas.PROVINCES, places=NOWHERE)
