"""What must not come before what, in one row."""

from __future__ import annotations

import csv
import io

import pytest

from tests.tables.sample import codes, worded
from utils import paths
from utils.tables import shipped
from utils.tables.declared import schemas
from utils.tables.reading.reader import Reading, read

VALIDITY = ("valid_from_on", "valid_to_on")


def read_changed(name: str, **cells: str) -> Reading:
    """Read the first row of a shipped table with some of its cells changed."""
    table = schemas.TABLES[name]
    with (paths.DATA / table.file).open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file)) | cells
    out = io.StringIO()
    csv.writer(out).writerows([row, row.values()])
    known = shipped.places_for(table)
    return worded(read(out.getvalue().encode(), name="a.csv", table=table, places=known))


@pytest.mark.parametrize(
    ("name", "first", "then", "early", "late"),
    [
        ("targets", "reference_fiscal_year_be", "deadline_fiscal_year_be", "2560", "2563"),
        ("municipalities", "valid_from_be", "valid_to_be", "2550", "2551"),
        ("offices", *VALIDITY, "2020-09-30", "2020-10-01"),
        ("departments", *VALIDITY, "30/9/2563", "1/10/2563"),
    ],
)
def test_what_ends_before_it_begins_is_an_error(
    name: str, first: str, then: str, early: str, late: str
) -> None:
    assert codes(read_changed(name, **{first: early, then: late}).errors) == []
    assert codes(read_changed(name, **{first: early, then: early}).errors) == []
    wrong = read_changed(name, **{first: late, then: early})
    assert codes(wrong.errors) == [("out_of_order", 2)]
    assert wrong.errors[0].column == then
    assert wrong.frame[then].isna().all()
    assert wrong.frame[first].notna().all()
    assert codes(read_changed(name, **{first: late, then: ""})) != [("out_of_order", 2)]


def test_a_deadline_before_its_reference_year_is_told_in_both_languages() -> None:
    (problem,) = read_changed("targets", deadline_fiscal_year_be="2555").problems
    assert problem.message("th") == "“ปีสิ้นสุด” (2555) อยู่ก่อน “ปีอ้างอิง” (2560)"
    assert problem.message("en") == "“Deadline” (2555) lies before “Reference year” (2560)."
    assert problem.remedy("en").endswith("“Reference year” must not lie after “Deadline”.")
