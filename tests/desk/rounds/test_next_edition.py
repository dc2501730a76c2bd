"""A new edition of the criteria: the last one copied, changed, led over, sent and published."""

from __future__ import annotations

import io

import openpyxl
from sqlalchemy import Engine

from tests.desk.people import AMEND, STEWARD, published
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts, forms
from utils.desk.submissions.forms import EditionCopy

CODE = "criteria_2571"


def copied(engine: Engine) -> openpyxl.Workbook:
    newest = store.release(None, engine)
    content = forms.next_edition(engine, newest, EditionCopy("criteria_34", CODE, 2571), "en")
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(book: openpyxl.Workbook) -> File:
    out = io.BytesIO()
    book.save(out)
    return File("edition.xlsx", out.getvalue())


def test_every_indicator_is_led_over_and_wants_a_reason(engine: Engine) -> None:
    plan = acts.check(engine, STEWARD, [saved(copied(engine))], AMEND)
    assert {(one.code, one.row) for one in plan.errors} == {
        ("required", row) for row in range(2, 36)
    }


def test_a_copy_that_is_changed_becomes_an_edition_beside_the_last(engine: Engine) -> None:
    book = copied(engine)
    mappings = book[book.sheetnames[5]]
    mappings.delete_rows(4, 40)  # only the first two indicators correspond
    for row in (2, 3):
        for column, text in ((5, "เกณฑ์เดิม"), (6, "unchanged"), (7, "order 1/2571")):
            mappings.cell(row, column, text)
    indicators = book[book.sheetnames[3]]
    indicators.cell(4, 4, "ตัวชี้วัดใหม่")
    published(engine, STEWARD, saved(book))
    newest = store.release(None, engine)
    editions = store.table("editions", newest, engine).set_index("edition")
    assert editions.loc["criteria_34", "last_year_be"] == 2570
    assert editions.loc[CODE, "first_year_be"] == 2571
    table = store.table("indicators", newest, engine)
    assert (table["edition"] == CODE).sum() == 34
    assert table.loc[table["edition"] == CODE, "name_th"].tolist()[2] == "ตัวชี้วัดใหม่"
    assert (table["edition"] == "criteria_34").sum() == 34
    assert len(store.table("edition_mappings", newest, engine)) == 2
