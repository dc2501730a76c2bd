"""What the title of a block says of the rows below it: their province, their year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from utils.tables.places import Places, find_office, find_province
from utils.tables.reading.normalise import fold, spelling_key

_SIGNS: Final = " :-*•◆◇■□●○►▶\"'.·"
_AROUND: Final = (("(", ")"), ("[", "]"))
_LEAD: Final = re.compile(
    r"^(?:พื้นที่|(?:ใน)?เขตพื้นที่|ในเขต|เขต|กลุ่ม\s*อปท\.?|อปท\.?|สนง\.)\s*(?:ใน)?(?=จังหวัด|จ\.|ทสจ)"
)
_NUMBERED_PROVINCE: Final = re.compile(r"^จังหวัด\s*ที่\s*[0-9]+\s*[:.)]?\s*")
_NUMBERING: Final = re.compile(r"^[0-9]{1,2}\s*[.)]\s*")
_COUNT: Final = re.compile(
    r"\s*[(\[]?\s*(?:จำนวน|รวม|มี)?\s*[0-9,]+\s*(?:แห่ง|อปท\.?|เทศบาล|ราย|LAOs?)\s*[)\]]?\s*$"
    r"|\s*[(\[]\s*[0-9]{1,4}\s*[)\]]\s*$",
    re.IGNORECASE,
)
_OF_A_PROVINCE: Final = re.compile(
    r"(?:จังหวัด|จว\.|จ\.|ทสจ\.?|province of)\s*:?\s*(.+)", re.IGNORECASE
)
_DISTRICT: Final = re.compile(r"^(?:กิ่ง)?อำเภอ|^อ\.|^เขต|^district\b|\bdistrict$", re.IGNORECASE)
_ABOVE_PROVINCES: Final = re.compile(
    r"^สำนักงาน|^สสภ|^สคพ|^ทสจ|^กลุ่มจังหวัด|^ภาค|^environment office|^region\b", re.IGNORECASE
)
_YEAR: Final = re.compile(
    r"(?:ปีงบประมาณ|ปีงบ|ประจำปี|ปี|พ\.?\s?ศ\.?|fiscal year|year|FY)\D{0,14}(25[4-9][0-9]|20[0-4][0-9])"
    r"(?![0-9])",
    re.IGNORECASE,
)


_CLUSTER: Final = "กลุ่มจังหวัด"
_AND: Final = re.compile("^(?:และ|กับ|จังหวัด|จ(?=[ก-ฮเแโใไ]))+")
_YEAR_ALONE: Final = re.compile(r"25[4-9][0-9]")


class Title(NamedTuple):
    """What a title says. `names`: whether it is the name of a place or a year and nothing else.

    `province_code`, `year`: of the rows below, where it says so; `is_district`: it names a part of
    the province that stands; `misspelt`: the name after จังหวัด that no province has; `provinces`:
    the codes of those of the office that it names.
    """

    names: bool = False
    province_code: str | None = None
    year: str | None = None
    is_district: bool = False
    misspelt: str = ""
    provinces: frozenset[str] | None = None


NOTHING: Final = Title()


@lru_cache(maxsize=2_000)
def read(text: str, places: Places) -> Title:
    """Return what a text says as the title of the rows below it."""
    bare = _bare(text)
    bare = re.sub(r"\s*:\s*", " ", bare)
    years = set(_YEAR.findall(bare))
    year = years.pop() if len(years) == 1 else None
    if _YEAR_ALONE.fullmatch(bare):
        return Title(names=True, year=bare)
    if (code := find_province(bare, places)) is not None and not bare.isdigit():
        return Title(names=True, province_code=code)
    within = _OF_A_PROVINCE.search(bare)
    is_cluster = bare.startswith(_CLUSTER)
    code = None if within is None or is_cluster else _at_the_start(within[1], places)
    is_district = _DISTRICT.search(bare) is not None
    if is_district or _ABOVE_PROVINCES.search(bare):
        office = None if is_district else _office(bare, places)
        code = code or (next(iter(office)) if office is not None and len(office) == 1 else None)
        return Title(
            names=True,
            province_code=code,
            year=year,
            is_district=is_district,
            provinces=office,
        )
    misspelt = ""
    if within is not None and code is None and within.start() == 0:
        misspelt = within[1]
    is_year = year is not None and spelling_key(_YEAR.sub("", bare)) == ""
    names = is_year or (code is not None and within is not None and within.start() == 0)
    return Title(names=names, province_code=code, year=year, misspelt=misspelt)


def _bare(text: str) -> str:
    """Return a title without numbering, counts and the signs around it."""
    bare = _NUMBERING.sub("", fold(text).replace(" .", ".").strip(_SIGNS))
    bare = _COUNT.sub("", bare).strip(_SIGNS)
    for before, after in _AROUND:
        if bare.startswith(before) and bare.endswith(after):
            bare = bare[1:-1].strip(_SIGNS)
    return _NUMBERED_PROVINCE.sub("จังหวัด ", _LEAD.sub("", bare))


def _office(text: str, places: Places) -> frozenset[str] | None:
    """Return the provinces of the office that begins a title; its seat or a year may follow."""
    return find_office(_YEAR.sub("", text).strip(" :-"), places)


def _at_the_start(text: str, places: Places) -> str | None:
    """Return the province whose name a text begins with: Thai has no spaces between words."""
    key = spelling_key(text)
    found = [one for one in places.province_of if key.startswith(one) and not one.isdigit()]
    if not found:
        return None
    longest = max(found, key=len)
    rest = _AND.sub("", key.removeprefix(longest))
    is_alone = not any(rest.startswith(one) for one in places.province_of if not one.isdigit())
    return places.province_of[longest] if is_alone else None
