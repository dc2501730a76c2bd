"""What counts as an empty cell, by kind of column, and what is a state."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.tables.declared import schemas
from utils.tables.places import NOWHERE
from utils.tables.reading.meaning.blanks import is_blank, is_state, says_none
from utils.tables.reading.reader import read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "–",
        "—",
        "--",
        "−",
        "n/a",
        "N/A",
        "#N/A",
        "null",
        "ไม่มี ข้อมูล",
        "(ไม่มีข้อมูล)",
        "ไม่ทราบ",
        "…",
        ".",
    ],
)
def test_signs_of_not_known_are_blank_in_every_column(text: str) -> None:
    assert is_blank(text, "number")
    assert is_blank(text, "text")


@pytest.mark.parametrize("text", ["NA", "nan", "None", "<NA>"])
def test_words_of_programs_are_blank_among_numbers_and_no_names(text: str) -> None:
    assert is_blank(text, "number")
    assert is_blank(text, "date")
    assert not is_blank(text, "text")  # Na is a place
    assert not is_blank(text, "province")  # Nan is a province


@pytest.mark.parametrize("text", ["0", "๐", "ไม่", "*", "ไม่เข้าร่วม"])
def test_what_says_something_is_no_blank(text: str) -> None:
    assert not is_blank(text, "number")


def test_an_allowed_value_is_never_a_blank() -> None:
    text = "ปีงบประมาณ,ระดับ,สถานะรอบประเมิน\n2563,ระดับพื้นที่,ไม่ทราบ\n2562,ระดับพื้นที่,-"
    reading = read(text.encode(), name="a.csv", table=schemas.ROUNDS, places=NOWHERE)
    assert reading.frame["status"].tolist() == ["not_known", pd.NA]


def test_none_is_no_blank_but_among_dates() -> None:
    assert says_none("ไม่มี")
    assert not is_blank("ไม่มี", "flag")
    assert not is_blank("ไม่มี", "number")
    assert is_blank("ไม่มี", "date")


@pytest.mark.parametrize(
    "text", ["ไม่เข้าร่วม", "ยังไม่ประเมิน", " ยัง ไม่ได้ประเมิน", "ไม่ขอรับการประเมิน", "รอผล"]
)
def test_states_are_known(text: str) -> None:
    assert is_state(text)


def test_a_value_is_no_state() -> None:
    assert not any(map(is_state, ("83.5", "ขั้นที่ 2", "ดำเนินงานอยู่", "ไม่มี", "ไม่ใช่", "")))
