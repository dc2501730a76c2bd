"""Build districts.csv, the districts and their provinces: which province a district's name means.

Run from the project's folder: ``python geo/build_districts.py``. Needs the development package
geothai.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import geothai

TARGET = Path(__file__).resolve().parent / "districts.csv"


def rows() -> list[tuple[str, str]]:
    """Return the province code and the name of each district, in the order of their codes."""
    provinces = sorted(province.code for province in geothai.provinces())
    return [
        (district.province_code, district.name_th)
        for code in provinces
        for district in sorted(geothai.districts(code), key=lambda one: one.code)
    ]


def main() -> None:
    """Write the file anew."""
    found = rows()
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("province_code", "name_th"))
        writer.writerows(found)
    sys.stdout.write(f"{TARGET.name}: {len(found)} districts\n")


if __name__ == "__main__":
    main()
