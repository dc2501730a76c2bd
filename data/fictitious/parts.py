"""The invented parts of enrolment that offices have reported in full, with or without rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from data.fictitious.chance import Row
from data.fictitious.laos import provinces_of_target

_SILENT_IN = 6  # of so many provinces and years without rows, one has not reported at all


def parts_of(enrolment: Sequence[Row]) -> Iterator[Row]:
    """Invent who has reported: of provinces without rows in a year, most told of none."""
    with_rows = {(row["lao_id"].split("-")[1], row["fiscal_year_be"]) for row in enrolment}
    codes = [province["province_code"] for province in provinces_of_target()]
    years = sorted({year for _, year in with_rows})
    for year, code in product(years, codes):
        if (code, year) not in with_rows and (int(code) + int(year)) % _SILENT_IN:
            yield {
                "reported_table": "enrolment",
                "province_code": code,
                "fiscal_year_be": year,
                "note": "ข้อมูลสมมติ",
            }
