"""How firm a figure is: what of it rests on one row, on one city, and on which year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from utils.measures.coverage.coverage import counted_rows
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question


@dataclass(frozen=True, kw_only=True)
class Firmness:
    """What the counted provinces of an area rest on.

    `counted` : provinces counted. `one_row` : those that a single row counts; `one_city` : those
    that a single city counts, by one row or by several. `last_seen` : provinces by the fiscal year
    of the last row that counts them, latest first.
    """

    counted: int
    one_row: int
    one_city: int
    last_seen: dict[int, int]


def firmness(record: Record, question: Question, codes: Collection[str]) -> Firmness:
    """Return what the provinces counted in an area rest on.

    `codes`: province codes of the area.

    Notes
    -----
    Source: `measures.coverage.coverage.counted_rows`. The counts equal what leaving out each row,
    or each city, and counting again would take away.
    """
    rows = counted_rows(record, question)
    by_province = rows[rows["province_code"].isin(codes)].groupby("province_code")
    table = by_province.agg(
        rows=("lao_id", "size"), cities=("lao_id", "nunique"), last=("fiscal_year_be", "max")
    )
    last_seen = Counter(int(year) for year in sorted(table["last"], reverse=True))
    return Firmness(
        counted=len(table),
        one_row=int((table["rows"] == 1).sum()),
        one_city=int((table["cities"] == 1).sum()),
        last_seen=dict(last_seen),
    )
