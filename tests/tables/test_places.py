"""Provinces and LAOs under the names people use for them, and no others."""

from __future__ import annotations

import pytest

from tests.tables.sample import PLACES
from utils.tables import shipped
from utils.tables.places import NOWHERE, Lao, Places, find_laos, find_province, split_type
from utils.tables.reading import suggestions

KOLOK = Places(laos={"สุไหงโกลก": (Lao("LAO-96-001", "ทม.", "96", "สุไหงโก-ลก"),)})


@pytest.mark.parametrize(
    "text",
    [
        *("นครสวรรค์", "จ.นครสวรรค์", "จ. นครสวรรค์", "จังหวัดนครสวรรค์", "จังหวัด นครสวรรค์"),
        *("Nakhon Sawan", "nakhonsawan", "NAKHON SAWAN", "Nakhon Sawan Province"),
        *("60", "๖๐", "TH-60", "th60", " นคร สวรรค์ ", "นครสวรรค์\u200b"),
    ],
)
def test_every_form_of_a_province(text: str) -> None:
    assert find_province(text, PLACES) == "60"


@pytest.mark.parametrize(
    "text",
    [
        *("นครสวรค์", "โคราช", "กทม.", "6", "061", "TH-99", "ภาคเหนือ", "จังหวัด"),
        *("6.0", "-60", "60?", "6 0", "60.", "TH-6-0", "T.H.60", "สงขลา?", "สงข-ลา", "(สงขลา)"),
    ],
)
def test_what_names_no_province_is_not_guessed(text: str) -> None:
    assert find_province(text, PLACES) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("นครสวรค์", "นครสวรรค์"),
        ("จ.สงขา", "สงขลา"),
        ("Nakorn Sawan", "นครสวรรค์"),
        ("โคราช", "นครราชสีมา"),
        ("กทม.", "กรุงเทพมหานคร"),
        ("กรุงเทพฯ", "กรุงเทพมหานคร"),
        ("สงขลา?", "สงขลา"),
    ],
)
def test_misspellings_and_everyday_names_are_suggested(text: str, first: str) -> None:
    assert suggestions.provinces(text, PLACES)[0] == first


def test_nothing_alike_suggests_nothing() -> None:
    assert suggestions.provinces("ไม่ระบุ", PLACES) == ()


@pytest.mark.parametrize("code", [f"{n}" for n in (10, 38, 51, 77, 96)])
def test_every_shipped_province_is_found_by_each_of_its_names(code: str) -> None:
    provinces = shipped.load("provinces").set_index("province_code")
    known = shipped.places()
    for column in ("iso_code", "name_th", "name_en"):
        assert find_province(str(provinces.at[code, column]), known) == code


@pytest.mark.parametrize(
    ("text", "lao_type", "name"),
    [
        ("ทต.ปริก", "ทต.", "ปริก"),
        ("ทต. ปริก", "ทต.", "ปริก"),
        ("ทต ปริก", "ทต.", "ปริก"),
        ("เทศบาลตำบลปริก", "ทต.", "ปริก"),
        ("เทศบาลตำบล ปริก", "ทต.", "ปริก"),
        ("เทศบาลนครนครสวรรค์", "ทน.", "นครสวรรค์"),
        ("เทศบาลตำบลเมืองแกลง", "ทต.", "เมืองแกลง"),
        ("ทม.บ้านพรุ", "ทม.", "บ้านพรุ"),
        ("อบต.หนองบัว", "อบต.", "หนองบัว"),
        ("องค์การบริหารส่วนตำบลหนองบัว", "อบต.", "หนองบัว"),
        ("องค์การบริหารส่วนจังหวัดสงขลา", "อบจ.", "สงขลา"),
        ("อบจ.สงขลา", "อบจ.", "สงขลา"),
        ("ปริก", None, "ปริก"),
        ("ทมิฬ", None, "ทมิฬ"),
    ],
)
def test_type_and_name_of_an_lao(text: str, lao_type: str | None, name: str) -> None:
    assert split_type(text) == (lao_type, name)


def test_an_lao_is_found_under_its_old_type_and_its_new_one() -> None:
    old = find_laos("เทศบาลเมืองหาดใหญ่", PLACES, province_code="90")
    new = find_laos("ทน.หาดใหญ่", PLACES, province_code="90")
    assert [lao.lao_id for lao in old] == [lao.lao_id for lao in new] == ["LAO-90-003"]


def test_a_name_of_two_provinces_needs_the_province() -> None:
    assert len(find_laos("ทต.บ้านใหม่", PLACES, province_code=None)) == 2
    assert [lao.lao_id for lao in find_laos("ทต.บ้านใหม่", PLACES, province_code="30")] == [
        "LAO-30-001"
    ]


def test_an_lao_is_not_found_under_another_type() -> None:
    assert find_laos("ทม.ปริก", PLACES, province_code="90") == ()
    assert suggestions.laos("ทม.ปริก", PLACES, province_code="90")[0] == "ทต.ปริก (สงขลา)"


@pytest.mark.parametrize("text", ["ทต.ปริก?", "ทต.ป-ริก", "ทต..ปริก", "ทต.ปริก *"])
def test_an_lao_with_a_sign_too_many_is_suggested_and_not_taken(text: str) -> None:
    assert find_laos(text, PLACES, province_code="90") == ()
    assert suggestions.laos(text, PLACES, province_code="90")[0] == "ทต.ปริก (สงขลา)"


def test_an_lao_is_found_without_the_sign_of_its_name() -> None:
    kolok = find_laos("ทม.สุไหงโก-ลก", KOLOK, province_code="96")
    assert [lao.lao_id for lao in kolok] == ["LAO-96-001"]
    assert find_laos("ทม.สุไหงโกลก", KOLOK, province_code="96") == kolok


def test_empty_places_know_nothing() -> None:
    assert find_province("60", NOWHERE) is None
    assert suggestions.provinces("สงขลา", NOWHERE) == ()
