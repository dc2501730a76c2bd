"""Tables as CSV: right in a spreadsheet, and never run by it."""

import pandas as pd
import pytest

from utils.exports.csv_file import csv_bytes


def test_thai_opens_right_in_a_spreadsheet() -> None:
    data = csv_bytes(pd.DataFrame({"จังหวัด": ["น่าน"], "n": [1]}))
    assert data == b"\xef\xbb\xbf" + "จังหวัด,n\r\nน่าน,1\r\n".encode()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_a_formula_becomes_text(cell: str) -> None:
    rows = csv_bytes(pd.DataFrame({"a": [cell]})).decode("utf-8-sig").splitlines()
    assert rows[1].lstrip('"').startswith("'")


def test_numbers_stay_numbers_and_unknown_stays_empty() -> None:
    table = pd.DataFrame({"n": pd.array([-3, None], dtype="Int64")})
    assert csv_bytes(table).decode("utf-8-sig") == 'n\r\n-3\r\n""\r\n'


def test_what_the_table_is_about_stands_below_it() -> None:
    text = csv_bytes(pd.DataFrame({"n": [1]}), about=("Rule (b), FY 2561–2563", "=x"))
    assert text.decode("utf-8-sig").splitlines()[2:] == ["", '"Rule (b), FY 2561–2563"', "'=x"]
