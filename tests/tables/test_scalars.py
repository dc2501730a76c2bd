"""Numbers, years and yes or no, as officers write them."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from utils.tables.reading import scalars
from utils.tables.reading.normalise import arabic_digits


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("๑๒", 12), ("1,234", 1234), ("๑,๒๓๔,๕๖๗", 1234567), ("12.0", 12), ("-3", -3)],
)
def test_whole_numbers(text: str, value: int) -> None:
    assert scalars.whole_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("12.5", "1,23", "สิบ", "12 คน", "1e3", "²", "9" * 5000, "0x10"),
        *("1 2", "256 0", "- 3", "1, 234"),
    ],
)
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="not_an_integer"):
        scalars.whole_number(text)


@pytest.mark.parametrize(
    ("text", "value"), [("12.5", 12.5), ("๑๒.๕", 12.5), ("1,234.50", 1234.5), ("1e-05", 0.00001)]
)
def test_numbers(text: str, value: float) -> None:
    assert scalars.number(text) == value


@pytest.mark.parametrize(
    "text", ["nan", "inf", "12,5", "ร้อยละ 5", "1.2.3", "5%", "1 2.5", "12. 5", "- 3.5"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="not_a_number"):
        scalars.number(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2563", "๒๕๖๓", "พ.ศ. 2563", "พ.ศ. ๒๕๖๓", "ปีงบประมาณ 2563", "2563.0", "FY 2563"),
        *(
            "B.E. 2563",
            "2563 BE",
            "พศ 2563",
            "พ.ศ.2563",
            "2563 พ.ศ.",
            "ปี 2563",
            "ปีงบ2563",
            "fy2563",
        ),
        *("ปีงบประมาณ พ.ศ. 2563", "ปี พ.ศ. ๒๕๖๓"),
    ],
)
def test_buddhist_years_stay(text: str) -> None:
    assert scalars.year_be(text) == (2563, False)


@pytest.mark.parametrize(
    "text", ["2020", "๒๐๒๐", "ค.ศ. 2020", "คศ 2020", "2020 AD", "CE 2020", "C.E. 2020", "A.D. 2020"]
)
def test_common_era_years_are_converted_and_said_so(text: str) -> None:
    # 2020 + 543 = 2563
    assert scalars.year_be(text) == (2563, True)


@pytest.mark.parametrize("text", ["63", "๖๓", "ปี 63"])
def test_years_of_two_digits_are_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="year_two_digits"):
        scalars.year_be(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2562-2563", "2562/63", "256", "25630", "2300", "ค.ศ. 2563", "พ.ศ. 2020", "ปีนี้", "0"),
        *("25.63", "-2562", "+2562", "2561?", "256 0", "256.3", "2563.5", "02563", "2,563"),
        *("(2563)", "พ.ศ. 2563 พ.ศ.", "พ.ศ. 2563 ค.ศ.", "2563*", "พ..ศ. 2563", "ปี.2563", "2563-"),
    ],
)
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="not_a_year"):
        scalars.year_be(text)


def yields_a_year(text: str) -> bool:
    try:
        scalars.year_be(text)
    except PydanticCustomError:
        return False
    return True


@given(
    year=st.integers(1857, 2700).map(str),
    sign=st.sampled_from([*string.punctuation, " ", "–", "ๆ", "²"]),
    at=st.integers(0, 4),
)
def test_a_year_with_a_sign_before_in_or_behind_it_is_refused(
    year: str, sign: str, at: int
) -> None:
    assume(sign != " " or at not in {0, 4})  # spaces at the ends are no part of a tidy text
    assert not yields_a_year(year[:at] + sign + year[at:])


@given(st.from_regex(r"\A[0-9๐-๙ .,?/+-]{1,9}\Z"))
def test_only_four_digits_in_a_row_are_a_year(text: str) -> None:
    written = arabic_digits(text).strip()
    assert not yields_a_year(written) or re.fullmatch(r"[0-9]{4}(\.0+)?", written)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("true", True), ("TRUE", True), ("ใช่", True), ("๑", True), ("มี", True), ("✓", True)),
        *(("ไม่ใช่", False), ("0", False), ("ไม่มี", False), ("ไม\u0e48ม\u0e35", False)),
    ],
)
def test_flags(text: str, value: bool) -> None:  # noqa: FBT001
    assert scalars.flag(text) is value


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(PydanticCustomError, match="not_a_flag"):
        scalars.flag("อาจจะ")
