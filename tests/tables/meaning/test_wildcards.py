"""Letters lost in a cell: filled in where one allowed value alone fits, and asked for elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.meaning.test_any_table import COLUMNS
from tests.tables.meaning.test_witnesses import PLACES, lpa
from tests.tables.sample import codes, read_csv
from utils.tables.declared.columns import Table
from utils.tables.reading.layout.data_row import DataRow
from utils.tables.reading.meaning.columns import judge
from utils.tables.reading.meaning.wildcards import filled

CHOICES = [one for one in COLUMNS if one[0].columns[one[1]].choices]
HEAD = "code,province_code,lao_id,year_be,level\n"


def test_a_value_that_one_allowed_value_alone_fits_is_read_and_told_once() -> None:
    rows = "A1,ส?ขลา,ทต.ปริก,2563,ระดับพื้?ที่\nA2,สง\ufffdลา,ทต.ปริก,2563,ระดับ\ufffd\ufffd\ufffdื้นที่\n"
    reading = read_csv(HEAD + rows)
    assert codes(reading) == [("letters_filled", 2)] * 2
    assert {one.column for one in reading.problems} == {"province_code", "level"}
    assert "“ส?ขลา” → “สงขลา”" in reading.problems[0].message("th")
    assert reading.frame["level"].tolist() == ["area", "area"]
    assert reading.frame["province_code"].tolist() == ["90", "90"]


@pytest.mark.parametrize("text", ["?????", "ส????", "สงขลา?", "นครส?", "?", "นคร\ufffd"])
def test_what_is_not_certain_is_asked_for(text: str) -> None:
    reading = read_csv(f"{HEAD}A1,{text},ทต.ปริก,2563,area")
    assert reading.errors
    assert reading.frame["province_code"].isna().all()


def test_two_values_that_fit_leave_it_open() -> None:
    allowed = {"ระดับ 1": "one", "ระดับ 2": "two", "ระดับสาม": "three"}
    assert filled("ระดับ ?", allowed) is None
    assert filled("ระดับส?ม", allowed) == "three"


def test_the_name_of_an_lao_is_never_filled_in() -> None:
    assert codes(lpa("จังหวัด", "ทต.ปร?ก,2563,80,ส?ขลา")) == [
        ("letters_filled", 2),
        ("lao_misspelt", 2),
    ]


@settings(deadline=None)
@given(at=st.sampled_from(CHOICES), data=st.data())
def test_any_allowed_value_with_a_letter_lost_is_that_value_or_is_asked_for(
    at: tuple[Table, str], data: st.DataObject
) -> None:
    table, name = at
    choice = data.draw(st.sampled_from(table.columns[name].choices))
    place = data.draw(st.integers(0, len(choice.th) - 1))
    sign = data.draw(st.sampled_from(["?", "\ufffd", "\ufffd" * 3]))
    text = choice.th[:place] + sign + choice.th[place + 1 :]
    row = DataRow(number=2, cells={name: text})
    judged = judge([row], table, {}, places=PLACES)
    assert judged.cells[0].get(name) in {choice.code, text, None, ""}
