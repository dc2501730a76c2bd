"""The invented LAOs: their register, their networks, and when each enrolled first."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from data.fictitious.chance import Chance, Row

PROVINCES = 70  # of 76: not every province has an enrolled LAO
TYPES = (("อบจ.", 4), ("ทน.", 12), ("ทม.", 44), ("ทต.", 96), ("อบต.", 52))  # 208 in all
FIRST_ENROLMENTS = (
    *(12, 4, 5, 8, 5, 9, 6, 6, 12, 8, 9, 11),  # fiscal years 2547-2558
    *(11, 13, 17, 16, 12, 8, 9, 10, 8, 6, 3),  # 2559-2569: 208 in all
)
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_DATA = Path(__file__).resolve().parents[1]


class Lao(NamedTuple):
    """An invented LAO."""

    row: Row  # of the register
    network: str
    first_year_be: int

    @property
    def name(self) -> str:
        """The name as officers would write it."""
        return self.row["lao_type"] + self.row["name_th"]


def invented_laos(chance: Chance) -> list[Lao]:
    """Invent 208 LAOs: one in each chosen province, then the others anywhere among these."""
    chosen = chance.mixed(provinces_of_target())[:PROVINCES]
    types = [name for name, count in TYPES for _ in range(count)]
    years = [2547 + at for at, count in enumerate(FIRST_ENROLMENTS) for _ in range(count)]
    homes = chosen + [chance.one(chosen) for _ in types[PROVINCES:]]
    numbers: Counter[str] = Counter()
    laos = []
    for lao_type, home, year in zip(types, homes, chance.mixed(years), strict=True):
        numbers[home["province_code"]] += 1
        row = _register_row(lao_type, home, numbers[home["province_code"]])
        laos.append(Lao(row, home["region4"], year))
    return sorted(laos, key=lambda lao: lao.row["lao_id"])


def provinces_of_target() -> list[Row]:
    """Return the rows of the table of provinces, without Bangkok."""
    with (_DATA / "provinces.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["in_target"] == "true"]


def _register_row(lao_type: str, home: Row, number: int) -> Row:
    return {
        "lao_id": f"FIC-{home['province_code']}-{number:03}",
        "lao_type": lao_type,
        "province_code": home["province_code"],
        "name_th": f"สมมติ {number:02} {home['name_th']}".translate(THAI_DIGITS),
        "name_en": f"Fictitious {number:02} {home['name_en']}",
        "name_en_source": "invented in this project",
        "note": "ข้อมูลสมมติ",
    }
