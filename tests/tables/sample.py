"""A small table with every kind of column, places to look up, and a way to read text as a file."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

import pandas as pd
import xlsxwriter

from utils.tables import places as lookup
from utils.tables.declared.awards import LEVEL_AREA, LEVEL_NATIONAL
from utils.tables.declared.columns import Column, Table
from utils.tables.declared.shared import FISCAL_YEAR, LAO, PROVINCE
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading, read
from utils.words import LANGS


def column(kind: str, th: str, en: str, **more: object) -> Column:
    return Column(
        kind=kind,  # type: ignore[arg-type]
        title_th=th,
        title_en=en,
        about_th=th,
        about_en=en,
        **more,  # type: ignore[arg-type]
    )


FORM = {"form_th": "อักษรหนึ่งตัวกับเลขหนึ่งตัว เช่น A1", "form_en": "a letter and a digit, such as A1"}
TABLE = Table(
    name="sample",
    file="sample.csv",
    title_th="ตัวอย่าง",
    title_en="Sample",
    key=("code",),
    columns={
        "code": column("code", "รหัส", "Code", pattern="^[A-Z][0-9]$", **FORM),
        "province_code": PROVINCE,
        "lao_id": LAO,
        "year_be": FISCAL_YEAR,
        "level": column("choice", "ระดับ", "Level", choices=(LEVEL_NATIONAL, LEVEL_AREA)),
        "people": column("integer", "ประชากร (คน)", "People", low=0, nullable=True),
        "share": column("number", "สัดส่วน", "Share", low=0, high=100, nullable=True),
        "done": column("flag", "เสร็จ", "Done", nullable=True),
        "met_on": column("date", "วันที่ประชุม", "Met on", nullable=True),
        "note": column("text", "หมายเหตุ", "Note", nullable=True),
    },
    source_th="-",
    source_en="-",
    licence_th="-",
    licence_en="-",
)

PROVINCES = pd.DataFrame(
    [
        ("10", "TH-10", "กรุงเทพมหานคร", "Bangkok"),
        ("30", "TH-30", "นครราชสีมา", "Nakhon Ratchasima"),
        ("60", "TH-60", "นครสวรรค์", "Nakhon Sawan"),
        ("90", "TH-90", "สงขลา", "Songkhla"),
    ],
    columns=["province_code", "iso_code", "name_th", "name_en"],
    dtype="string",
)
REGISTER = pd.DataFrame(
    [
        ("LAO-60-001", "ทน.", "60", "นครสวรรค์"),
        ("LAO-90-001", "ทต.", "90", "ปริก"),
        ("LAO-90-002", "ทม.", "90", "บ้านพรุ"),
        ("LAO-90-003", "ทน.", "90", "หาดใหญ่"),
        ("LAO-90-003", "ทม.", "90", "หาดใหญ่"),
        ("LAO-30-001", "ทต.", "30", "บ้านใหม่"),
        ("LAO-60-002", "ทต.", "60", "บ้านใหม่"),
        ("LAO-60-003", "อบต.", "60", "หนองบัว"),
        ("LAO-90-004", "อบจ.", "90", "สงขลา"),
    ],
    columns=["lao_id", "lao_type", "province_code", "name_th"],
    dtype="string",
)
PLACES = lookup.index_places(PROVINCES, REGISTER)

HEAD = "code,province_code,lao_id,year_be,level"
ROW = "A1,สงขลา,ทต.ปริก,2563,national"


def read_csv(text: str | bytes, *, table: Table = TABLE, today: dt.date | None = None) -> Reading:
    """Read text as an officer's CSV file; every problem must have words in both languages."""
    content = text.encode() if isinstance(text, str) else text
    reading = read(content, name="ส่ง.csv", table=table, places=PLACES, today=today)
    return without_optional(worded(reading))


def without_optional(reading: Reading) -> Reading:
    """Pass over the warnings about optional columns, which most samples do without."""
    rest = [one for one in reading.problems if one.code != "columns_missing_optional"]
    return Reading(frame=reading.frame, problems=tuple(rest))


def read_cell(name: str, cell: str) -> Reading:
    """Read a row that is right but for one cell."""
    cells = dict(zip(HEAD.split(","), ROW.split(","), strict=True))
    cells[name] = cell
    rows = [list(cells), list(cells.values())]
    return read_csv("\n".join("\t".join(row) for row in rows))


def workbook(*sheets: Sequence[Sequence[object]], hide: int | None = None) -> bytes:
    """Return a workbook with these sheets."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        shown_as_date = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet()
            if number == hide:
                sheet.hide()
            for row, cells in enumerate(rows):
                for at, cell in enumerate(cells):
                    if isinstance(cell, dt.date):
                        sheet.write_datetime(row, at, cell, shown_as_date)
                    else:
                        sheet.write(row, at, cell)
    return out.getvalue()


def read_workbook(content: bytes, *, table: Table = TABLE) -> Reading:
    return worded(read(content, name="ส่ง.xlsx", table=table, places=PLACES))


def worded(reading: Reading) -> Reading:
    """Check that every problem can say what is wrong and what to do, in both languages."""
    for problem in reading.problems:
        for lang in LANGS:
            assert problem.message(lang)
            assert problem.remedy(lang)
            assert problem.place(lang)
    return reading


def codes(problems: Reading | Sequence[Problem]) -> list[tuple[str, int | None]]:
    """Return the code and row of every problem."""
    listed = problems.problems if isinstance(problems, Reading) else problems
    return [(problem.code, problem.row) for problem in listed]
