"""Where a row lies: said in one column, beside the name, by an office above, or by nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.meaning.test_witnesses import LPA, PLACES, lpa
from tests.tables.sample import codes, worded
from utils.tables import shipped
from utils.tables.declared import schemas
from utils.tables.places import find_province_of_address, read_address, split_place
from utils.tables.reading.cells import EVERYBODY, Sender
from utils.tables.reading.files import open_contents
from utils.tables.reading.layout import titles
from utils.tables.reading.reader import Reading, interpret

SHIPPED = shipped.places_for(schemas.LPA_RESULTS)
SONGKHLA = frozenset({"90"})


def sent(text: str, sender: Sender | None, name: str = "a.csv") -> Reading:
    contents = open_contents(text.encode(), name)
    return worded(interpret(contents, table=LPA, places=PLACES, sender=sender))


ALONE = "อปท.,ปีงบประมาณ,เฉลี่ย\n{},2563,80\n"


def test_a_name_alone_is_refused_where_its_sender_answers_for_other_provinces() -> None:
    reading = sent(ALONE.format("ทต.ปริก"), Sender(frozenset({"60"})))
    (problem,) = reading.errors
    assert (problem.code, problem.row) == ("lao_not_of_sender", 2)
    assert "ทต.ปริก (สงขลา)" in problem.message("th")
    assert "นครสวรรค์" in problem.message("th")
    assert reading.frame["lao_id"].isna().all()


def test_a_name_alone_of_the_senders_own_provinces_asks_for_nothing() -> None:
    assert sent(ALONE.format("ทต.ปริก"), Sender(SONGKHLA)).warnings == ()
    one_of_two = sent(ALONE.format("ทต.บ้านใหม่"), Sender(frozenset({"60", "90"})))
    assert one_of_two.errors == ()
    assert one_of_two.frame["lao_id"].tolist() == ["LAO-60-002"]


def test_a_name_that_another_place_of_the_office_bears_is_asked_about() -> None:
    # ปริก is a subdistrict in Nakhon Si Thammarat (80) too.
    (problem,) = sent(ALONE.format("ทต.ปริก"), Sender(frozenset({"80", "90"}))).warnings
    assert problem.code == "lao_by_name"


def test_names_alone_are_told_once_where_the_sender_answers_for_all() -> None:
    rows = "ทต.ปริก,2562,70\nทม.บ้านพรุ,2563,70\nทน.หาดใหญ่,2563,70\nLAO-60-003,2563,70\n"
    reading = sent(ALONE.format("ทต.ปริก") + rows, EVERYBODY)
    assert codes(reading.warnings) == [("lao_by_name", 2)]
    message = reading.warnings[0].message("en")
    assert message == "No place is named; 2 LAOs were matched by name alone: ทต.ปริก, ทม.บ้านพรุ."
    assert sent(ALONE.format("ทต.ปริก") + rows, None).warnings == ()


@pytest.mark.parametrize(
    ("head", "row"),
    [
        *(
            ("จังหวัด,", "สงขลา,"),
            ("อำเภอ,", "สะเดา,"),
            ("สสภ.,", "สสภ.16,"),
            ("ที่อยู่,", "สะเดา สงขลา,"),
        ),
        ("อำเภอ/จังหวัด,", "สะเดา / สงขลา,"),
    ],
)
def test_a_place_that_is_named_leaves_nothing_to_ask(head: str, row: str) -> None:
    text = f"{head}อปท.,ปีงบประมาณ,เฉลี่ย\n{row}ทต.ปริก,2563,80\n"
    assert sent(text, EVERYBODY).warnings == ()
    assert sent(f"จังหวัดสงขลา\n{ALONE.format('ทต.ปริก')}", EVERYBODY).warnings == ()
    assert sent(ALONE.format("ทต.ปริก (สงขลา)"), EVERYBODY).warnings == ()
    assert sent(f"สสภ.16\n{ALONE.format('ทต.ปริก')}", EVERYBODY).warnings == ()


@pytest.mark.parametrize(
    "heading", ["อำเภอ/จังหวัด", "ตำบล/อำเภอ/จังหวัด", "ที่ตั้ง", "อำเภอ จังหวัด", "อำเภอ"]
)
@pytest.mark.parametrize("place", ["ตาคลี/นครสวรรค์", "อ.ตาคลี จ.นครสวรรค์", "อ.เมือง จ.นครสวรรค์"])
def test_an_address_in_one_column_decides_and_contradicts(heading: str, place: str) -> None:
    reading = lpa(heading, f"ทต.บ้านใหม่,2563,80,{place}", f"ทต.ปริก,2563,80,{place}")
    assert reading.frame["lao_id"].tolist()[0] == "LAO-60-002"
    (problem,) = reading.errors
    assert (problem.code, problem.row) in {("address_elsewhere", 3), ("district_elsewhere", 3)}


def test_an_address_without_a_place_is_a_column_that_is_not_known() -> None:
    assert codes(lpa("ที่อยู่", "ทต.ปริก,2563,80,ไม่แน่ใจ")) == [("column_unknown", 1)]


@pytest.mark.parametrize(
    ("text", "codes_said"),
    [
        *(("อ.เมือง จ.สงขลา", {"90"}), ("หาดใหญ่ / สงขลา", {"90"}), ("สงขลา/หาดใหญ่", {"90"})),
        ("99 ถ.เพชรเกษม ต.หาดใหญ่ อ.หาดใหญ่ จ.สงขลา 90110", {"90"}),
        *(("ท่ายาง/เมืองชุมพร/ชุมพร", {"86"}), ("อ.หาดใหญ่ จ.เชียงใหม่", set()), ("หาดใหญ่", {"90"})),
        *(("เมือง", None), ("-", None), ("สงขลา สตูล", None)),
    ],
)
def test_what_an_address_says(text: str, codes_said: set[str] | None) -> None:
    assert read_address(text, SHIPPED) == codes_said


def test_a_province_is_taken_from_an_address_only_where_all_of_it_is_known() -> None:
    assert find_province_of_address("คอหงส์/หาดใหญ่/สงขลา", SHIPPED) == "90"
    assert find_province_of_address("สงขลา/ยกเลิก", SHIPPED) is None


@settings(deadline=None)
@given(
    lao=st.sampled_from(sorted(SHIPPED.lao_by_id.values())),
    written=st.sampled_from(
        ["{} จ.{}", "{} ({})", "{}, {}", "{} / {}", "{} - {}", "{} {}", "{}\nจังหวัด{}", "{} [จ.{}]"]
    ),
)
def test_any_name_and_province_in_one_cell_are_split(
    lao: tuple[str, str, str, str], written: str
) -> None:
    _, lao_type, province, name = lao
    text = written.format(f"{lao_type}{name}", SHIPPED.province_names[province])
    assert split_place(text, SHIPPED) == (f"{lao_type}{name}", frozenset({province}))


@settings(deadline=None)
@given(
    province=st.sampled_from(sorted(SHIPPED.province_names.items())),
    written=st.sampled_from(
        [
            *("จังหวัด{}", "จ.{}", "จ .{}", "จังหวัด {} (16 อปท.)", "จังหวััด{}", "จั\u200bงหวัด{}"),
            *("๑. จังหวัด{}", "◆ จังหวัด{}", "“{}”", "{} (3)", "พื้นที่จังหวัด{}", "จังหวัด: {}"),
        ]
    ),
)
def test_any_title_of_a_province_is_read(province: tuple[str, str], written: str) -> None:
    code, name = province
    said = titles.read(written.format(name.replace("ำ", "\u0e4d\u0e32")), SHIPPED)
    assert (said.names, said.province_code) == (True, code)


@pytest.mark.parametrize(
    "text",
    [
        *("สสภ.16", "สสภ. ๑๖", "สสภ.ที่ 16", "สคพ.16 (สงขลา)", "สำนักงานสิ่งแวดล้อมภาค 16"),
        *("สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 16 (สงขลา)", "สสภ.16 ปีงบประมาณ 2563"),
    ],
)
def test_the_title_of_an_office_leaves_its_provinces(text: str) -> None:
    said = titles.read(text, SHIPPED).provinces
    assert said is not None
    assert {"90", "91"} <= said
    assert "60" not in said


def test_a_title_of_several_provinces_gives_none() -> None:
    for text in ("จังหวัดสงขลาและสตูล", "กลุ่มจังหวัดสงขลา", "จังหวัดสงขลา จังหวัดสตูล"):
        assert titles.read(text, SHIPPED).province_code is None


def test_the_office_above_narrows_namesakes_down_and_contradicts() -> None:
    reading = sent(f"สสภ.4\n{ALONE.format('ทต.บ้านใหม่')}ทต.ปริก,2563,80\n", None)
    assert reading.frame["lao_id"].tolist()[0] == "LAO-60-002"
    assert codes(reading.errors) == [("lao_other_province", 4)], "this office has one province"
