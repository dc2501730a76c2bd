"""What is said of a list of awards that an officer sends, by the check of a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from tests.tables.sample import worded
from utils.tables import office_names, shipped
from utils.tables.check import check
from utils.tables.declared import schemas
from utils.tables.reading.files import open_contents
from utils.tables.reading.problems import Problem

TODAY = dt.date(2026, 11, 1)
RIGHT = {
    "จังหวัด": "สงขลา",
    "เทศบาล": "ทต.ปริก",
    "ปีงบประมาณ": "2562",
    "ระดับรางวัล": "ระดับพื้นที่",
    "รางวัล": "ระดับดี",
    "ขนาด": "ตำบล",
    "ภาค": "ภาคใต้",
    "สสภ.": "สคพ.16 (สงขลา)",
    "ประเภท": "ทต.",
}


def problems(*rows: Mapping[str, str], without: str = "") -> list[tuple[str, int | None, str]]:
    """Return the code, row and column of what is found in rows that are right but for this."""
    return [(one.code, one.row, one.column) for one in problems_of(*rows, without=without)]


def problems_of(*rows: Mapping[str, str], without: str = "") -> tuple[Problem, ...]:
    names = [name for name in RIGHT if name != without]
    lines = [names, *([{**RIGHT, **row}[name] for name in names] for row in rows)]
    contents = open_contents("\n".join(map(",".join, lines)).encode(), "ส่ง.csv")
    reading = worded(check(contents, schemas.AWARD_LIST, today=TODAY))
    passed = {"column_missing", "columns_missing_optional"}
    return tuple(one for one in reading.problems if one.code not in passed)


def test_a_right_row_has_no_problem() -> None:
    assert problems({}) == []


@pytest.mark.parametrize(
    "name",
    [
        *("สสภ.16 (สงขลา)", "สสภ.16", "สสภ. 16", "สสภ 16", "สสภ.๑๖ (สงขลา)", "สสภ.16 จ.สงขลา"),
        *("สคพ.16 (สงขลา)", "สคพ.16", "สคพ. 16 (สงขลา)", "สคพ.16 สงขลา", "สคพ.016"),
        *("สำนักงานสิ่งแวดล้อมภาคที่ 16", "สำนักงานสิ่งแวดล้อมภาคที่ ๑๖ (สงขลา)"),
        *("สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 16", "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 16 (สงขลา)"),
        "Regional Environment Office 16",
    ],
)
def test_an_office_is_known_under_its_old_name_and_its_new_one(name: str) -> None:
    assert problems({"สสภ.": name}) == []


@pytest.mark.parametrize(
    ("name", "probably"),
    [
        ("สคพ.16 (สงขา)", "สคพ.16 (สงขลา)"),
        ("สสภ.16 (นครปฐม)", "สสภ.16 (สงขลา)"),
        ("สคพ.99", "สคพ.16 (สงขลา)"),
        ("สคพ.ที่ 16", "สคพ.16 (สงขลา)"),
        ("สคพ.1-6", "สคพ.16 (สงขลา)"),
        ("สคพ.16?", "สคพ.16 (สงขลา)"),
        ("สำนักงานสิ่งแวดล้อมและควบคุมมลพิษ", "สสภ.16 (สงขลา)"),
    ],
)
def test_a_misspelt_office_is_told_with_the_kind_of_name_it_has(name: str, probably: str) -> None:
    (problem,) = problems_of({"สสภ.": name})
    assert (problem.code, problem.column) == ("office_misspelt", "สสภ.")
    assert problem.context["detail"] == probably


def test_an_office_of_another_province_is_told_by_the_name_it_is_called() -> None:
    (problem,) = problems_of({"สสภ.": "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 5"})
    assert problem.code == "office_other_province"
    assert problem.remedy("th") == "จังหวัดนี้อยู่ในความรับผิดชอบของ สคพ.16 (สงขลา)"


def test_no_office_is_right_for_bangkok() -> None:
    codes = problems_of({"จังหวัด": "กรุงเทพมหานคร", "ภาค": "ภาคกลางและภาคตะวันออก"})
    (problem,) = [one for one in codes if one.code == "office_other_province"]
    assert problem.remedy("en") == "The province belongs to –."


@pytest.mark.parametrize(
    ("year", "name"), [(2562, "สสภ.16"), (2563, "สสภ.16"), (2564, "สคพ.16"), (None, "สสภ.16")]
)
def test_a_name_is_offered_for_the_years_it_was_in_use(year: int | None, name: str) -> None:
    table = shipped.load("offices")
    table.loc[table["short_name_th"].str.startswith("สสภ."), "valid_to_on"] = "2020-09-30"
    table.loc[table["short_name_th"].str.startswith("สคพ."), "valid_from_on"] = "2020-10-01"
    known = office_names.index_offices(table, shipped.places())
    # 30 September 2020 is the last day of fiscal year 2563.
    offered = office_names.full_name(16, known, like="สำนักงานสงขลา", fiscal_year_be=year)
    assert offered == f"{name} (สงขลา)"


def test_columns_are_named_as_the_officer_wrote_them() -> None:
    wrong = {"ขนาด": "นคร", "ภาค": "ภาคเหนือ", "สสภ.": "สสภ.05 (นครปฐม)", "ประเภท": "ทม."}
    assert problems(wrong) == [
        ("office_other_province", 2, "สสภ."),
        ("region_other", 2, "ภาค"),
        ("type_other", 2, "ประเภท"),
        ("size_contradicts_type", 2, "ขนาด"),
    ]


def test_problems_of_cells_and_of_rows_come_in_one_order() -> None:
    rows = [{"ภาค": "ภาคเหนือ"}, {"ปีงบประมาณ": "63"}, {"ปีงบประมาณ": "2561", "ขนาด": "นคร"}]
    assert problems(*rows) == [
        ("region_other", 2, "ภาค"),
        ("year_two_digits", 3, "ปีงบประมาณ"),
        ("size_contradicts_type", 4, "ขนาด"),
    ]


@pytest.mark.parametrize("without", ["ขนาด", "ประเภท"])
def test_a_column_that_is_missing_silences_no_rule_that_does_without_it(without: str) -> None:
    rows = [{"ภาค": "ภาคเหนือ", "สสภ.": "สสภ.05 (นครปฐม)"}] * 2
    assert problems(*rows, without=without) == [
        *(("office_other_province", 2, "สสภ."), ("region_other", 2, "ภาค")),
        *(("office_other_province", 3, "สสภ."), ("region_other", 3, "ภาค")),
        ("row_repeated", 3, "เทศบาล"),
    ]


@pytest.mark.parametrize("without", ["ภาค", "สสภ.", "จังหวัด", "เทศบาล"])
def test_a_size_is_looked_at_without_a_place(without: str) -> None:
    assert problems({"ขนาด": "ตำบบล"}, without=without) == [("size_misspelt", 2, "ขนาด")]


def test_rows_that_are_alike_are_no_doubled_award_where_the_prize_is_not_known() -> None:
    assert problems({}, {}) == [("row_repeated", 3, "เทศบาล")]
    assert problems({}, {}, without="รางวัล") == []
    unknown = [code for code, *_ in problems({"รางวัล": "ก"}, {"รางวัล": "ข"})]
    assert unknown == ["reference_unknown", "reference_unknown"]


def test_a_type_that_is_not_the_one_of_the_lao_is_told_and_the_size_left_in_peace() -> None:
    (problem,) = problems_of({"ประเภท": "ทม."})
    assert (problem.code, problem.severity, problem.value) == ("type_other", "warning", "ทม.")
    assert problem.remedy("en").startswith("By the register it is ทต.")


def test_a_type_of_before_the_upgrade_is_right_too() -> None:
    # หัวหิน stands in the register as ทม., then as ทน.
    place = {"จังหวัด": "ประจวบคีรีขันธ์", "ภาค": "ภาคกลางและภาคตะวันออก", "สสภ.": "สคพ.8"}
    assert problems({**place, "เทศบาล": "ทน.หัวหิน", "ประเภท": "ทน.", "ขนาด": "นคร"}) == []
    assert problems({**place, "เทศบาล": "ทน.หัวหิน", "ประเภท": "ทม.", "ขนาด": "เมือง"}) == []


def test_a_subdistrict_organisation_may_win_and_has_no_size_of_its_own() -> None:
    # SAOs won from FY 2567; the words for size are those of municipalities.
    place = {"จังหวัด": "ลำปาง", "ภาค": "ภาคเหนือ", "สสภ.": "สคพ.2"}
    assert problems({**place, "เทศบาล": "อบต.เมืองมาย", "ประเภท": "อบต.", "ขนาด": "ตำบล"}) == []
