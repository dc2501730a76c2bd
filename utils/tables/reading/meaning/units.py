"""Numbers with a unit beside them, as people type them and as spreadsheets show them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from utils.tables.declared.columns import Column
from utils.tables.reading.normalise import fold

PERCENT: Final = "percent"
MANY: Final = "many"  # a word that multiplies: of thousands, of millions
_WORDS: Final = {
    PERCENT: ("%", "٪", "ร้อยละ", "เปอร์เซ็นต์", "เปอร์เซนต์", "percent", "per cent", "pct", "pct."),
    "points": ("คะแนน", "แต้ม", "points", "point", "pts", "pts."),
    "people": ("คน", "ราย", "people", "persons", "person"),
    "places": ("แห่ง", "พื้นที่", "areas", "area", "places"),
    "baht": ("บาท", "฿", "baht", "thb"),
    "m2": (
        "ตร.ม.",
        "ตรม.",
        "ตร.ม",
        "ตรม",
        "ตารางเมตร",
        "ม.²",
        "ม²",
        "m²",
        "m2",
        "sq m",
        "sq.m.",
        "sqm",
    ),
    "km2": ("ตร.กม.", "ตร.กม", "ตารางกิโลเมตร", "กม.²", "km²", "km2", "sq km", "sq.km."),
    "rai": ("ไร่", "rai"),
    "ngan": ("งาน",),
    "wah2": ("ตร.ว.", "ตารางวา", "ตร.วา"),
    "hectares": ("เฮกตาร์", "เฮกแตร์", "ha", "hectares"),
    "degrees": ("องศา", "°", "degrees"),
    "items": ("รายการ", "ชิ้น", "อัน", "items"),
    "provinces": ("จังหวัด", "provinces"),
    "indicators": ("ตัวชี้วัด", "indicators"),
    "households": ("ครัวเรือน", "หลังคาเรือน", "households"),
    "tonnes": ("ตัน", "tonnes", "tons"),
    "kilograms": ("กก.", "กิโลกรัม", "kg"),
    "fold": ("เท่า", "times"),
    "fraction": ("/100", "เต็ม 100", "เต็ม100", "จาก 100"),
}
_MULTIPLIERS: Final = (
    *("ร้อย", "พัน", "หมื่น", "แสน", "ล้าน", "สิบล้าน", "ร้อยล้าน", "พันล้าน"),
    *(
        "hundred",
        "thousand",
        "thousands",
        "million",
        "millions",
        "billion",
        "k",
        "mn",
        "m",
        "mil",
        "ลบ.",
        "ล.",
    ),
)
_AREAS: Final = frozenset({"m2", "km2", "rai", "ngan", "wah2", "hectares"})
_UNIT_OF: Final = {fold(word): unit for unit, words in _WORDS.items() for word in words}
_NUMBER: Final = r"[+-]? ?[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?(?:e[+-]?[0-9]{1,2})?"
_BEFORE = re.compile(rf"(?P<unit>[^0-9+-]{{1,30}}?)[ :]*(?P<number>{_NUMBER})\.?")
_BEHIND = re.compile(rf"(?P<number>{_NUMBER}) *\(?(?P<unit>[^()]{{1,30}}?)\)?")


class Measured(NamedTuple):
    """A number as text, and the unit beside it: its code, and its word as written."""

    number: str
    unit: str
    word: str


def measured(text: str) -> Measured | None:
    """Return the number and the unit that a text holds; None where it is not one of each.

    Examples
    --------
    >>> measured("ร้อยละ 83.5")
    Measured(number='83.5', unit='percent', word='ร้อยละ')
    """
    folded = fold(text)
    for pattern in (_BEHIND, _BEFORE):
        match = pattern.fullmatch(folded)
        unit = None if match is None else _unit(match["unit"])
        if match is not None and unit is not None:
            return Measured(match["number"].replace(" ", ""), unit, match["unit"].strip())
    return None


@cache
def unit_of(column: Column) -> frozenset[str]:
    """Return the codes of the units that the cells of a column may name; empty for none."""
    words = re.split(r"หรือ| or ", f"{column.unit_th}หรือ{column.unit_en}")
    return frozenset(unit for word in words if (unit := _UNIT_OF.get(fold(word))) is not None)


def of_word(word: str) -> str | None:
    """Return the code of the unit that a word of a heading names, None for none."""
    return _unit(fold(word))


def is_about(word: str, own: frozenset[str]) -> bool:
    """Tell whether a unit named for a whole table concerns a column with units of its own.

    Millions of baht concern the columns in baht, millions alone all of them, and rai those of area.
    """
    bare = fold(word).strip(" ()")
    rest = next((bare.removeprefix(one) for one in _LONGEST_FIRST if bare.startswith(one)), bare)
    unit = _UNIT_OF.get(rest.strip())
    return rest == "" or unit in own or (unit in _AREAS and bool(own & _AREAS))


def _unit(word: str) -> str | None:
    bare = word.strip(" ()")
    for known in (bare, bare.rstrip(".")):
        if known in _UNIT_OF:
            return _UNIT_OF[known]
    rest = next((bare.removeprefix(one) for one in _LONGEST_FIRST if bare.startswith(one)), None)
    return None if rest is None or (rest.strip() and rest.strip() not in _UNIT_OF) else MANY


_LONGEST_FIRST: Final = sorted(_MULTIPLIERS, key=len, reverse=True)
