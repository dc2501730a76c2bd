"""Build districts.csv and subdistricts.csv: which provinces have a place of a name.

Run from the project's folder: ``python geo/build_districts.py``. Needs the development package
geothai.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import geothai

HERE = Path(__file__).resolve().parent


def districts() -> list[tuple[str, str]]:
    """Return the province code and the name of each district, in the order of their codes."""
    provinces = sorted(province.code for province in geothai.provinces())
    return [
        (district.province_code, district.name_th)
        for code in provinces
        for district in sorted(geothai.districts(code), key=lambda one: one.code)
    ]


def subdistricts() -> list[tuple[str, str]]:
    """Return the province code and the name of each subdistrict, every name once a province."""
    return sorted(
        {
            (province.code, subdistrict.name_th)
            for province in geothai.provinces()
            for district in geothai.districts(province.code)
            for subdistrict in geothai.subdistricts(district.code)
        }
    )


def main() -> None:
    """Write the files anew."""
    for name, found in (("districts", districts()), ("subdistricts", subdistricts())):
        with (HERE / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("province_code", "name_th"))
            writer.writerows(found)
        sys.stdout.write(f"{name}.csv: {len(found)} names\n")


if __name__ == "__main__":
    main()
