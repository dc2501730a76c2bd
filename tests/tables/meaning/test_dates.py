"""Dates as officers and their programs write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from utils.tables.reading.meaning import dates

TO_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MONTHS = [short for _, short, _ in dates.MONTHS]
CLOCKS = (
    "{}, 14:30:05",
    "{} 9:15",
    "{} 14.30 น.",
    "{} เวลา 14:30 น.",
    "14:30 {}",
    "{} 2:30 PM",
    "{}",
)


@pytest.mark.parametrize("text", ["2017-10-10", "2017-10-10 00:00:00", "10/10/2017", "10.10.2017"])
def test_common_era_dates_stay(text: str) -> None:
    assert dates.date_ce(text) == "2017-10-10"


@pytest.mark.parametrize(
    "text",
    [
        *("10/10/2560", "๑๐/๑๐/๒๕๖๐", "10 ต.ค. 2560", "10 ตุลาคม 2560", "๑๐ ตุลาคม ๒๕๖๐"),
        *("2560-10-10", "10 / 10 / 2560", "10 ต.ค.2560", "10 ตค 2560", "10-ต.ค.-2560"),
        *("10 ตุลาคม พ.ศ. 2560", "วันอังคารที่ 10 ตุลาคม พ.ศ. ๒๕๖๐", "วันที่ 10 ตุลาคม 2560"),
        *("ตุลาคม 10, 2560", "10 ตุลาคม ค.ศ. 2017", "10 October 2017", "Oct 10, 2017", "10-Oct-2017"),
        *("Tuesday, October 10, 2017", "2017/10/10", "１０/１０/２５６０"),
    ],
)
def test_dates_of_either_era_in_words_and_digits(text: str) -> None:
    # 2560 - 543 = 2017
    assert dates.date_ce(text) == "2017-10-10"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "25/3/2563, 14:30:05",
            "2020-03-25 09:15:00",
            "2020-03-25T09:15:00.000",
            "14:30 25/3/2563",
        ),
        *("25/3/2563 เวลา 14.30 น.", "2020/03/25 2:30:05 PM GMT+7", "25/3/2563 2 PM"),
        *("2020/03/25 2:30:05 หลังเที่ยง GMT+7", "25 มี.ค. 2563 14:30 น.", "2020-03-25T09:15:00+07:00"),
        "2020-03-24T20:15:00Z",  # 20:15 in Greenwich is 3:15 of the next day in Thailand
    ],
)
def test_a_date_with_a_time_of_day_is_a_date(text: str) -> None:
    assert dates.date_ce(text) == "2020-03-25"


@pytest.mark.parametrize(
    "text",
    [
        *("31/2/2560", "10/13/2560", "10 ตุลา 2560", "1/1/0901", "2560", "เมื่อวาน", "29/2/2562"),
        *("10/10-2560", "10.10/2560", "10 10 2560", "10102560", "10 ..ต.ค 2560", "10/ต.ค.-2560"),
        *("-10/10/2560", "10/10/2560?", "10//10/2560", "25/3/2563 24:61", "10 ตุลาคม พ.ศ. 2017"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="not_a_date"):
        dates.date_ce(text)


@pytest.mark.parametrize("text", ["10/10/60", "10 ต.ค. 60", "3/25/21"])
def test_a_date_with_a_year_of_two_digits_is_asked(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="year_two_digits"):
        dates.date_ce(text)


@settings(deadline=None)
@given(
    day=st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)),
    is_be=st.booleans(),
    form=st.sampled_from(["{d}/{m}/{y}", "{d}-{m}-{y}", "{y}-{m:02}-{d:02}", "{d} {w} {y}"]),
    clock=st.sampled_from(CLOCKS),
    is_thai=st.booleans(),
)
def test_every_day_in_every_form_is_that_day(
    day: dt.date, *, is_be: bool, form: str, clock: str, is_thai: bool
) -> None:
    if is_be and (day.month, day.day) == (2, 29):
        return  # a real date cell cannot hold it; a text can, and is tried above
    year = day.year + 543 * is_be
    text = clock.format(form.format(d=day.day, m=day.month, y=year, w=MONTHS[day.month - 1]))
    assert dates.date_ce(text.translate(TO_THAI_DIGITS) if is_thai else text) == day.isoformat()
