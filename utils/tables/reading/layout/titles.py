"""What the title of a block says of the rows below it: their province, their year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from utils.tables.places import Places, find_province
from utils.tables.reading.normalise import arabic_digits, spelling_key, tidy

_NUMBERING: Final = re.compile(r"^[0-9]{1,2}\s*[.)]\s*")
_COUNT: Final = re.compile(
    r"\s*[(\[]?\s*(?:จำนวน|รวม|มี)?\s*[0-9,]+\s*(?:แห่ง|อปท\.?|เทศบาล|ราย|LAOs?)\s*[)\]]?\s*$",
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


_YEAR_ALONE: Final = re.compile(r"25[4-9][0-9]")


class Title(NamedTuple):
    """What a title says. `names`: whether it is the name of a place or a year and nothing else.

    `province_code`, `year`: of the rows below, where it says so; `is_district`: it names a part of
    the province that stands; `misspelt`: the name after จังหวัด that no province has.
    """

    names: bool = False
    province_code: str | None = None
    year: str | None = None
    is_district: bool = False
    misspelt: str = ""


NOTHING: Final = Title()


@lru_cache(maxsize=2_000)
def read(text: str, places: Places) -> Title:
    """Return what a text says as the title of the rows below it."""
    bare = _COUNT.sub("", _NUMBERING.sub("", arabic_digits(tidy(text)))).strip(" :-–*")
    bare = re.sub(r"\s*:\s*", " ", bare)
    years = set(_YEAR.findall(bare))
    year = years.pop() if len(years) == 1 else None
    if _YEAR_ALONE.fullmatch(bare):
        return Title(names=True, year=bare)
    if (code := find_province(bare, places)) is not None and not bare.isdigit():
        return Title(names=True, province_code=code)
    within = _OF_A_PROVINCE.search(bare)
    code = None if within is None else _at_the_start(within[1], places)
    is_district = _DISTRICT.search(bare) is not None
    if is_district or _ABOVE_PROVINCES.search(bare):
        return Title(names=True, province_code=code, year=year, is_district=is_district)
    misspelt = ""
    if within is not None and code is None and within.start() == 0:
        misspelt = within[1]
    is_year = year is not None and spelling_key(_YEAR.sub("", bare)) == ""
    names = is_year or (code is not None and within is not None and within.start() == 0)
    return Title(names=names, province_code=code, year=year, misspelt=misspelt)


def _at_the_start(text: str, places: Places) -> str | None:
    """Return the province whose name a text begins with: Thai has no spaces between words."""
    key = spelling_key(text)
    found = [one for one in places.province_of if key.startswith(one) and not one.isdigit()]
    return places.province_of[max(found, key=len)] if found else None
