"""The published award list, imported: every figure known of it from outside, and every fault."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd
import pytest

from tests.tables.sample import worded
from utils import paths
from utils.tables import published, shipped
from utils.tables.declared import schemas
from utils.tables.reading import headings
from utils.tables.reading.body import TablePlace
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading
from utils.tables.reading.writer import to_csv
from utils.tables.rules import by_table

SHA256 = "0124da0f0cc6f1793cd245f57188155d7f4a5dbba4a7737e0df0c8358349805c"
# FY: national rows, area rows, municipalities, provinces, provinces so far
KNOWN = {
    2547: (24, 0, 24, 19, 19),
    2550: (40, 0, 40, 29, 37),
    2552: (52, 0, 52, 35, 48),
    2555: (41, 0, 38, 29, 53),
    2558: (23, 0, 23, 19, 55),
    2559: (35, 0, 32, 25, 56),
    2561: (0, 108, 108, 55, 67),
    2562: (55, 107, 157, 64, 73),
    2563: (56, 0, 47, 32, 73),
}


@pytest.fixture(scope="module")
def imported() -> published.Import:
    return published.import_list()


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return shipped.load("award_list")


def test_the_list_is_kept_as_it_was_retrieved() -> None:
    content = (paths.DATA / schemas.AWARD_LIST.file).read_bytes()
    assert content.count(b"\r\n") == 542
    assert hashlib.sha256(content).hexdigest() == SHA256


def test_the_committed_tables_are_what_the_import_makes(imported: published.Import) -> None:
    for frame, table in (
        (imported.awards, schemas.AWARDS),
        (imported.faults, schemas.AWARD_LIST_FAULTS),
    ):
        assert to_csv(frame, table) == (paths.DATA / table.file).read_text("utf-8")


def test_541_source_rows_are_540_awards(imported: published.Import, rows: pd.DataFrame) -> None:
    assert len(rows) == 541
    assert rows["file_row"].tolist() == list(range(2, 543))
    assert len(imported.awards) == 540
    assert imported.awards["award_id"].is_unique


@pytest.mark.parametrize("year", KNOWN)
def test_rows_municipalities_and_provinces_of_a_year(rows: pd.DataFrame, year: int) -> None:
    of_year = rows[rows["fiscal_year_be"] == year]
    so_far = rows[rows["fiscal_year_be"] <= year]
    assert KNOWN[year] == (
        (of_year["level"] == "national").sum(),
        (of_year["level"] == "area").sum(),
        of_year["lao_id"].nunique(),
        of_year["province_code"].nunique(),
        so_far["province_code"].nunique(),
    )


def test_the_list_has_no_other_years(rows: pd.DataFrame) -> None:
    assert set(rows["fiscal_year_be"]) == set(KNOWN)
    assert sum(national + area for national, area, *_ in KNOWN.values()) == 541


def test_55_national_awards_of_2563_from_56_rows(imported: published.Import) -> None:
    of_2563 = imported.awards[imported.awards["fiscal_year_be"] == 2563]
    assert len(of_2563) == 55
    assert set(of_2563["level"]) == {"national"}


def test_municipalities_and_provinces_in_all(imported: published.Import) -> None:
    awards = imported.awards
    assert awards["lao_id"].nunique() == 278
    assert awards["province_code"].nunique() == 73
    recent = awards[awards["fiscal_year_be"].between(2561, 2563)]
    assert recent["province_code"].nunique() == 67


def test_the_three_provinces_that_are_missing(imported: published.Import) -> None:
    provinces = shipped.load("provinces")
    counted = provinces[provinces["in_target"]]
    assert len(counted) == 76
    missing = counted[~counted["province_code"].isin(imported.awards["province_code"])]
    assert set(missing["name_th"]) == {"นราธิวาส", "พังงา", "มุกดาหาร"}
    assert "10" not in set(imported.awards["province_code"])


def test_every_row_is_classed_by_its_prize(imported: published.Import) -> None:
    classes = imported.awards["prize_class"].value_counts()
    # The rows of prize_classes as retyped, less the doubled row, a winner: 17+9+3+3+3+2-1.
    assert classes.to_dict() == {
        "excellent": 110,
        "honourable_mention": 86,
        "runner_up_1": 67,  # 64 + 2 + 1
        "very_good": 66,
        "runner_up_2": 54,  # 51 + 3
        "runner_up_3": 43,
        "good": 39,
        "winner": 36,
        "commitment": 18,  # 12 + 6
        "national_outstanding": 12,
        "regional_outstanding": 9,
    }


def faults(imported: published.Import, code: str) -> pd.DataFrame:
    return imported.faults[imported.faults["code"] == code]


def names(imported: published.Import, code: str) -> list[str]:
    known = shipped.places().lao_by_id
    return sorted(known[lao].full_name for lao in faults(imported, code)["lao_id"])


def test_every_fault_is_a_warning_with_words(imported: published.Import) -> None:
    worded(Reading(frame=imported.awards, problems=imported.problems))
    assert {problem.severity for problem in imported.problems} == {"warning"}
    assert len(imported.problems) == len(imported.faults) == 49  # 2+1+5+2+5+13+20+1


def test_the_misspelt_office_and_size(imported: published.Import) -> None:
    office = faults(imported, "office_misspelt")
    assert office["value"].tolist() == ["สสภ.01 (เขียงใหม่)"] * 2
    assert set(office["detail"]) == {"สสภ.01 (เชียงใหม่)"}
    size = faults(imported, "size_misspelt")
    assert size[["value", "detail"]].to_numpy().tolist() == [["ตำบบล", "ตำบล"]]


def test_five_rows_whose_province_and_office_disagree(imported: published.Import) -> None:
    disagreeing = faults(imported, "office_other_province")
    # ลำพูน, เพชรบูรณ์, แพร่, ชลบุรี, นครศรีธรรมราช
    assert disagreeing["province_code"].tolist() == ["51", "67", "54", "20", "80"]


def test_two_rows_with_a_wrong_region(imported: published.Import) -> None:
    assert names(imported, "region_other") == ["ทม.ทุ่งสง", "ทม.แพร่"]
    assert faults(imported, "region_other")["detail"].tolist() == ["ภาคเหนือ", "ภาคใต้"]


def test_the_doubled_row(imported: published.Import) -> None:
    (fault,) = faults(imported, "row_repeated").to_dict("records")
    assert (fault["value"], fault["source_row"], fault["detail"]) == ("ทต.ปริก", 515, "514")
    (award,) = imported.awards[imported.awards["source_row_repeated"].notna()].to_dict("records")
    assert (award["fiscal_year_be"], award["source_row"]) == (2563, 514)
    assert award["source_row_repeated"] == 515
    assert 515 not in set(imported.awards["source_row"])


def test_five_rows_whose_size_contradicts_their_type(imported: published.Import) -> None:
    assert names(imported, "size_contradicts_type") == [
        *("ทม.ระนอง", "ทม.รังสิต", "ทม.รังสิต", "ทม.วังน้ำเย็น", "ทม.สตูล"),
    ]


def test_size_words_of_the_other_scheme(imported: published.Import, rows: pd.DataFrame) -> None:
    years = rows.set_index("file_row")["fiscal_year_be"]
    old = years[faults(imported, "size_word_old")["source_row"]]
    early = years[faults(imported, "size_word_early")["source_row"]]
    assert old.value_counts().to_dict() == {2561: 10, 2562: 3}
    assert early.value_counts().to_dict() == {2547: 19, 2555: 1}


def test_an_office_that_another_source_names_agrees_too() -> None:
    row = {
        "region_as_published": "ภาคกลางและภาคตะวันออก",
        "office_as_published": "สสภ.06 (นนทบุรี)",  # สมุทรปราการ: 13 by one source, 6 by another
        "province_code": "11",
        "lao_id": "LAO-11-001",
        "fiscal_year_be": 2562,
        "size_as_published": "ตำบล",
        "level": "area",
        "certificate_th": "ระดับดี",
        "lao_type": "ทต.",
        "file_row": 2,
    }
    assert check_rows(row) == ()
    (problem,) = check_rows({**row, "office_as_published": "สำนักงานเชียงใหม่"})
    assert problem.code == "office_misspelt"
    assert problem.context["detail"] == "สสภ.13 (ชลบุรี) / สสภ.06 (นนทบุรี)"


def check_rows(*rows: dict[str, object]) -> tuple[Problem, ...]:
    frame = pd.DataFrame(rows)
    heading = headings.find([list(schemas.AWARD_LIST.columns)], schemas.AWARD_LIST)
    assert heading is not None
    place = TablePlace(file="list.csv", heading=heading, table=schemas.AWARD_LIST)
    rules = by_table.rules_of(schemas.AWARD_LIST, shipped.load)
    assert rules is not None
    return tuple(rules(frame, place))


def test_a_prize_without_a_class_stops_the_import(tmp_path: Path) -> None:
    for path in paths.DATA.rglob("*.csv"):
        copy = tmp_path / path.relative_to(paths.DATA)
        copy.parent.mkdir(exist_ok=True)
        text = path.read_text("utf-8-sig")
        copy.write_text(text.replace("ระดับดีมาก,", "ระดับดีมากๆ,") if path.stem == "prizes" else text)
    with pytest.raises(ValueError, match="ระดับดีมาก"):
        published.import_list(data=tmp_path)


def test_the_command_rewrites_both_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in paths.DATA.rglob("*.csv"):
        copy = tmp_path / path.relative_to(paths.DATA)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "awards.csv").unlink()
    published.main(tmp_path)
    assert (tmp_path / "awards.csv").read_bytes() == (paths.DATA / "awards.csv").read_bytes()
    assert "540 rows" in capsys.readouterr().out
