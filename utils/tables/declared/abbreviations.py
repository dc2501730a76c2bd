"""The abbreviations of the tables and of the interface, spelled out for the dictionary."""

from __future__ import annotations

from typing import Final, NamedTuple

from utils.tables.declared.place_columns import LAO_TYPES


class Abbreviation(NamedTuple):
    """One body in both languages, short and in full."""

    th: str
    en: str
    whole_th: str
    whole_en: str


_OF_LAO_TYPE: Final = {"ทน.": "CM", "ทม.": "TM", "ทต.": "SM", "อบต.": "SAO", "อบจ.": "PAO"}

ABBREVIATIONS: Final = (
    Abbreviation("อปท.", "LAO", "องค์กรปกครองส่วนท้องถิ่น", "Local administrative organisation"),
    *(
        Abbreviation(choice.code, _OF_LAO_TYPE[choice.code], choice.th, choice.en)
        for choice in LAO_TYPES
    ),
    Abbreviation(
        "สคพ.",
        "REPCO",
        "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษ กรมควบคุมมลพิษ (ชื่อปัจจุบันของ สสภ.)",
        "Regional Environment and Pollution Control Office, Pollution Control Department "
        "(present name of the REO)",
    ),
    Abbreviation(
        "สสภ.",
        "REO",
        "สำนักงานสิ่งแวดล้อมภาค (ชื่อเดิมของ สคพ. บัญชีรางวัลที่เผยแพร่ใช้ชื่อนี้)",
        "Regional Environment Office (former name of the REPCO, used by the published list)",
    ),
)
