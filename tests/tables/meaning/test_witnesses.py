"""Columns beside the table that say where a row belongs: they decide or refuse, never guess."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.sample import PROVINCES, REGISTER, codes, without_optional, worded
from utils.tables import districts
from utils.tables import places as lookup
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading.reader import Reading, read

OFFICES = pd.DataFrame(
    [
        (2, "สสภ.2", "สำนักงานสิ่งแวดล้อมภาคที่ 2", "Regional Environment Office 2"),
        (4, "สสภ.4", "สำนักงานสิ่งแวดล้อมภาคที่ 4", "Regional Environment Office 4"),
        (16, "สสภ.16", "สำนักงานสิ่งแวดล้อมภาคที่ 16", "Regional Environment Office 16"),
        (16, "สคพ.16", "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 16", "REPCO 16"),
    ],
    columns=["office_number", "short_name_th", "name_th", "name_en"],
)
NUMBERS = {"30": 2, "60": 4, "90": 16}
ASSIGNED = PROVINCES.assign(
    office_number=PROVINCES["province_code"].map(NUMBERS), office_number_other=None
)
PLACES = lookup.index_places(ASSIGNED, REGISTER, OFFICES)
LPA = schemas.LPA_RESULTS


def lpa(heading: str, *rows: str, table: Table = LPA) -> Reading:
    text = "\n".join([f"อปท.,ปีงบประมาณ,เฉลี่ย,{heading}", *rows])
    return without_optional(worded(read(text.encode(), name="a.csv", table=table, places=PLACES)))


def test_the_province_decides_between_namesakes() -> None:
    reading = lpa("จังหวัด", "ทต.บ้านใหม่,2563,80,นครราชสีมา", "ทต.บ้านใหม่,2563,80,จ.นครสวรรค์")
    assert reading.problems == ()
    assert reading.frame["lao_id"].tolist() == ["LAO-30-001", "LAO-60-002"]


def test_a_namesake_without_a_province_is_asked() -> None:
    assert codes(lpa("อื่น", "ทต.บ้านใหม่,2563,80,x").errors) == [("lao_ambiguous", 2)]


def test_a_row_whose_province_disagrees_is_refused_with_both_names() -> None:
    reading = lpa("จังหวัด", "ทต.ปริก,2563,80,นครสวรรค์")
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.column) == (
        "lao_other_province",
        "error",
        "อปท.",
    )
    assert "นครสวรรค์" in problem.message("th")
    assert "LAO-90-001 ทต.ปริก (สงขลา)" in problem.message("th")
    assert reading.frame["lao_id"].isna().all()


def test_an_id_of_another_province_is_refused_too() -> None:
    assert codes(lpa("จังหวัด", "LAO-90-001,2563,80,60")) == [("lao_other_province", 2)]


def test_a_province_that_cannot_be_read_is_told_under_its_heading() -> None:
    (problem,) = lpa("จังหวัด", "ทต.ปริก,2563,80,สงขา").problems
    assert (problem.code, problem.column, problem.value) == ("province_misspelt", "จังหวัด", "สงขา")


@pytest.mark.parametrize("heading", ["จังหวัด", "province", "ชื่อจังหวัด", "Province name", "จ."])
@pytest.mark.parametrize(
    "table", [schemas.ENROLMENT, schemas.SCORES, schemas.GREEN_AREAS, schemas.STEP_EVIDENCE, LPA]
)
def test_a_witness_is_no_unknown_column_in_any_table(table: Table, heading: str) -> None:
    reading = lpa(heading, "ทต.ปริก,2563,80,สงขลา", table=table)
    written = {one.column for one in reading.problems}
    assert heading not in written


@pytest.mark.parametrize(
    "office", ["สสภ.16", "สคพ.16 (สงขลา)", "สสภ. ๑๖", "16", "สำนักงานสิ่งแวดล้อมภาคที่ 16", "ทสจ.สงขลา"]
)
def test_an_office_that_agrees_needs_no_remark(office: str) -> None:
    assert lpa("สำนักงาน", f"ทต.ปริก,2563,80,{office}").problems == ()


@pytest.mark.parametrize("office", ["สสภ.4", "สสภ.02", "ทสจ.นครสวรรค์"])
def test_an_office_of_another_province_refuses_the_row(office: str) -> None:
    (problem,) = lpa("สสภ.", f"ทต.ปริก,2563,80,{office}", "ทต.ปริก,2562,80,สสภ.16").errors
    assert (problem.code, problem.row) == ("office_elsewhere", 2)
    assert office in problem.message("th")
    assert "ทต.ปริก (สงขลา)" in problem.message("th")


def test_an_office_narrows_namesakes_down() -> None:
    reading = lpa("สสภ.", "ทต.บ้านใหม่,2563,80,สสภ.4")
    assert reading.frame["lao_id"].tolist() == ["LAO-60-002"]


def test_a_column_headed_office_that_names_none_is_unknown_as_before() -> None:
    assert codes(lpa("หน่วยงาน", "ทต.ปริก,2563,80,กองช่าง")) == [("column_unknown", 1)]


def test_some_offices_that_cannot_be_read_are_told_once() -> None:
    reading = lpa("สสภ.", "ทต.ปริก,2563,80,สสภ.16", "ทต.ปริก,2562,80,สภส", "ทต.ปริก,2561,80,สภส")
    assert codes(reading) == [("witness_unread", 3)]
    assert "rows 3–4" in reading.problems[0].message("en")


def test_the_type_completes_a_bare_name_and_refuses_another() -> None:
    reading = lpa("ประเภท อปท.", "ปริก,2563,80,เทศบาลต\u0e4d\u0e32บล", "ทต.ปริก,2562,80,ทม.")
    assert reading.frame["lao_id"].tolist()[0] == "LAO-90-001"
    (problem,) = reading.problems
    assert (problem.code, problem.row) == ("lao_other_type", 3)
    assert "ทม." in problem.message("th")


def test_a_former_type_is_no_contradiction() -> None:
    assert lpa("ประเภท", "ทน.หาดใหญ่,2563,80,ทม.").problems == ()


def test_a_district_says_the_province() -> None:
    assert lpa("อำเภอ", "ทต.ปริก,2563,80,สะเดา").problems == ()
    assert lpa("อำเภอ", "ทต.ปริก,2563,80,เมือง").problems == ()
    reading = lpa("อำเภอ", "ทต.ปริก,2563,80,เมืองนครสวรรค์", "ทต.บ้านใหม่,2563,80,อ.ตาคลี")
    assert codes(reading) == [("district_elsewhere", 2)]
    assert "นครสวรรค์" in reading.problems[0].message("th")
    assert reading.frame["lao_id"].tolist()[1] == "LAO-60-002"


def test_a_district_that_several_provinces_have_is_each_of_them() -> None:
    assert districts.provinces_of("อำเภอเฉลิมพระเกียรติ") == {"19", "30", "31", "55", "80"}
    assert districts.provinces_of("เมือง") == frozenset()
    assert districts.provinces_of("กิ่งอำเภอหาดใหญ่") == {"90"}


def test_a_title_above_that_names_another_province_refuses_the_row() -> None:
    text = "จังหวัดสงขลา,,,\nจังหวัด,อปท.,ปีงบประมาณ,เฉลี่ย\nนครสวรรค์,ทน.นครสวรรค์,2563,80\n"
    reading = read(text.encode(), name="a.csv", table=LPA, places=PLACES)
    (problem,) = reading.errors
    assert problem.code == "title_elsewhere"
    assert "สงขลา" in problem.message("th")
    assert "ทน.นครสวรรค์ (นครสวรรค์)" in problem.message("th")


@pytest.mark.parametrize(
    "text",
    [
        *("ทต.บ้านใหม่ (นครสวรรค์)", "ทต.บ้านใหม่ จ.นครสวรรค์", "ทต.บ้านใหม่ อ.ตาคลี"),
        "ทต.บ้านใหม่ อำเภอตาคลี จังหวัดนครสวรรค์",
    ],
)
def test_the_province_beside_the_name_decides_as_well(text: str) -> None:
    assert lpa("อื่น", f"{text},2563,80,").frame["lao_id"].tolist() == ["LAO-60-002"]
    assert codes(lpa("จังหวัด", f"{text},2563,80,สงขลา")) == [("lao_other_province", 2)]


def test_a_name_with_another_type_is_asked_and_not_suggested_as_a_misspelling() -> None:
    (problem,) = lpa("จังหวัด", "ทม.ปริก,2563,80,สงขลา").problems
    assert problem.code == "lao_type_changed"
    assert "ทต.ปริก (สงขลา)" in problem.message("th")
    assert "ปี พ.ศ. ที่เริ่มใช้" in problem.remedy("th")


@pytest.mark.parametrize(
    "text",
    [
        *("เทศบาลต\u0e4d\u0e32บลปริก", "เทศบาล ตำบลปริก", "ทต.ปริิก", "ทต. ปริก", "ทต.ปร\u200bิก"),
        "ทต .ปริก",
    ],
)
def test_marks_typed_otherwise_name_the_same_lao(text: str) -> None:
    assert lpa("อื่น", f"{text},2563,80,").frame["lao_id"].tolist() == ["LAO-90-001"]


def test_odd_signs_of_a_name_that_is_not_found_are_shown() -> None:
    (problem,) = lpa("อื่น", "ทต.ท\u0e4d\u0e32ดี,2563,80,").errors
    assert "ท[◌ํ+า]ดี" in problem.message("th")


@settings(deadline=None)
@given(st.data())
def test_no_province_beside_the_table_is_ever_ignored(data: st.DataObject) -> None:
    lao_id, lao_type, province, name = data.draw(
        st.sampled_from(list(REGISTER.itertuples(index=False, name=None)))
    )
    stated, stated_th = data.draw(
        st.sampled_from(list(zip(PROVINCES["province_code"], PROVINCES["name_th"], strict=True)))
    )
    reading = lpa("จังหวัด", f"{lao_type}{name},2563,80,{stated_th}")
    (read_id,) = reading.frame["lao_id"].tolist()
    if pd.isna(read_id):
        assert reading.errors
    else:
        assert read_id[4:6] == stated
    assert (stated == province) <= (read_id is not pd.NA and read_id == lao_id)


def test_a_prize_is_found_however_its_marks_were_typed() -> None:
    prizes = pd.DataFrame({"certificate_th": ["รางวัลชนะเลิศ “น้ำ”"]}, dtype="string")
    column = replace(schemas.AWARD_LIST.columns["certificate_th"])
    table = replace(LPA, columns={**LPA.columns, "certificate_th": column})

    def load(name: str) -> pd.DataFrame:
        return {"prizes": prizes, "municipalities": REGISTER, "offices": OFFICES}.get(
            name, ASSIGNED
        )

    places = lookup.places_for(table, load)
    text = 'อปท.,ปีงบประมาณ,เฉลี่ย,รางวัล\nทต.ปริก,2563,80,"รางวัลชนะเลิศ ""น\u0e49\u0e4d\u0e32"""'
    reading = read(text.encode(), name="a.csv", table=table, places=places)
    assert reading.errors == ()
    assert reading.frame["certificate_th"].tolist() == ["รางวัลชนะเลิศ “น้ำ”"]
