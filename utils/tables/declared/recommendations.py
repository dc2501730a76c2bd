"""The tables of the policy paper's recommendations, and of the cities that each came from."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from utils.tables.declared.columns import Choice, Column, Table
from utils.tables.declared.pilots import THEME
from utils.tables.declared.shared import (
    CONFIDENCE,
    LAO,
    OWN_LICENCE_EN,
    OWN_LICENCE_TH,
    text_column,
)

_SOURCE_TH: Final = (
    "ข้อเสนอแนะเชิงนโยบายของโครงการ DELGOSEA (ความร่วมมือเพื่อส่งเสริมธรรมาภิบาลในการจัดการเมือง) "
    "สรุปเป็นข้อความสั้นโดยโครงการนี้"
)
_SOURCE_EN: Final = (
    "Policy recommendations of the DELGOSEA project (partnership for democratic local governance), "
    "put into short labels in this project"
)
_AS_OF_TH: Final = "เอกสารไม่ระบุวันที่"
_AS_OF_EN: Final = "the paper bears no date"

THEMES: Final = ("governance", "environmental_services", "budget_investment", "participation")
"""The four themes of DELGOSEA, in the paper's order; the fourth runs through the others."""

LEVEL: Final = Column(
    kind="choice",
    title_th="ระดับของข้อเสนอ",
    title_en="Level addressed",
    about_th="ระดับที่ข้อเสนอนี้กล่าวถึง",
    about_en="The level that the recommendation is about",
    choices=(
        Choice(code="project", th="โครงการ", en="Project"),
        Choice(code="municipality", th="หน่วยงาน (เทศบาล)", en="Municipality"),
        Choice(
            code="nmt",
            th="สมาคมสันนิบาตเทศบาลแห่งประเทศไทย (ส.ท.ท.)",
            en="National Municipal League (NMT)",
        ),
        Choice(code="partner", th="ภาคีเครือข่าย", en="Partners"),
        Choice(code="policy_law", th="นโยบายและข้อกำหนด", en="Policy and law"),
    ),
)

_THEME: Final = replace(
    THEME,
    title_th="ประเด็นหลัก",
    title_en="Main theme",
    about_th="ประเด็นหลักของโครงการ DELGOSEA ที่ใกล้ข้อเสนอนี้ที่สุด",
    about_en="The theme of DELGOSEA that the recommendation is nearest to",
    choices=tuple(one for one in THEME.choices if one.code in THEMES),
)

STATUS: Final = Column(
    kind="choice",
    title_th="สถานะการดำเนินงาน",
    title_en="Status of follow-up",
    about_th="สถานะที่หน่วยงานรับข้อเสนอแจ้ง (ว่าง = ยังไม่กำหนด)",
    about_en="Status as the receiving agency tells it (empty = not set)",
    choices=(
        Choice(code="accepted", th="รับไว้แล้ว", en="Accepted"),
        Choice(code="under_way", th="กำลังดำเนินการ", en="Under way"),
        Choice(code="done", th="ดำเนินการแล้ว", en="Done"),
        Choice(code="not_taken_up", th="ไม่ดำเนินการ", en="Not taken up"),
    ),
    nullable=True,
)


def _to_set(title_th: str, title_en: str, about_th: str, about_en: str) -> Column:
    """Return a text that is empty until somebody sets it."""
    about = (f"{about_th} (ว่าง = ยังไม่กำหนด)", f"{about_en} (empty = not set)")
    return replace(text_column(title_th, title_en, *about), nullable=True)


RECOMMENDATIONS: Final = Table(
    name="recommendations",
    file="recommendations.csv",
    title_th="ข้อเสนอแนะเชิงนโยบาย",
    title_en="Policy recommendations",
    key=("recommendation_id",),
    about=("recommendation_th",),
    columns={
        "recommendation_id": Column(
            kind="code",
            title_th="รหัสข้อเสนอแนะ",
            title_en="Recommendation identifier",
            about_th="รหัสคงที่ของข้อเสนอแนะในระบบ",
            about_en="Stable identifier of the recommendation in this project",
        ),
        "recommendation_th": text_column(
            "ข้อเสนอแนะ", "Recommendation (Thai)", "ข้อเสนอแนะโดยสรุป", "The recommendation, in Thai"
        ),
        "recommendation_en": text_column(
            "ข้อเสนอแนะ (อังกฤษ)",
            "Recommendation",
            "ข้อเสนอแนะโดยสรุป ภาษาอังกฤษ",
            "The recommendation, in English",
        ),
        "problem_th": replace(
            text_column(
                "ปัญหา",
                "Problem (Thai)",
                "ปัญหาที่เอกสารระบุ (ว่าง = เอกสารไม่ได้ระบุ)",
                "The problem that the paper states, in Thai (empty = none stated)",
            ),
            nullable=True,
        ),
        "problem_en": replace(
            text_column(
                "ปัญหา (อังกฤษ)",
                "Problem",
                "ปัญหาที่เอกสารระบุ ภาษาอังกฤษ",
                "The problem that the paper states, in English (empty = none stated)",
            ),
            nullable=True,
        ),
        "level": LEVEL,
        "level_confidence": replace(
            CONFIDENCE,
            title_th="ที่มาของระดับ",
            title_en="Level by",
            about_th="เอกสารจัดข้อเสนอไว้ในระดับนี้ หรือโครงการนี้อ่านเอง",
            about_en="Whether the paper places it at this level, or this project reads it so",
        ),
        "theme": _THEME,
        "theme_confidence": replace(
            CONFIDENCE,
            title_th="ที่มาของประเด็น",
            title_en="Theme by",
            about_th="เอกสารระบุประเด็น หรือโครงการนี้อ่านเอง",
            about_en="Whether the paper names the theme, or this project reads it so",
        ),
        "asks_participation": Column(
            kind="flag",
            title_th="ขอการมีส่วนร่วม",
            title_en="Asks for participation",
            about_th="ตัวข้อเสนอขอให้ประชาชนหรือชุมชนมีส่วนร่วม",
            about_en="Whether the recommendation itself asks that people or communities take part",
        ),
        "addressee_th": replace(
            text_column(
                "ผู้ที่เอกสารกล่าวถึง",
                "Addressed to (Thai)",
                "ผู้ที่เอกสารขอให้ดำเนินการ (ว่าง = ไม่ได้ระบุ)",
                "Whom the paper asks to act, in Thai (empty = nobody named)",
            ),
            nullable=True,
        ),
        "addressee_en": replace(
            text_column(
                "ผู้ที่เอกสารกล่าวถึง (อังกฤษ)",
                "Addressed to",
                "ผู้ที่เอกสารขอให้ดำเนินการ ภาษาอังกฤษ",
                "Whom the paper asks to act, in English (empty = nobody named)",
            ),
            nullable=True,
        ),
        "receiving_agency": _to_set(
            "หน่วยงานรับข้อเสนอ",
            "Receiving agency",
            "หน่วยงานที่รับข้อเสนอไปดำเนินการ",
            "The agency that takes it up",
        ),
        "partners": _to_set(
            "ภาคีที่ร่วม", "Partners in it", "ภาคีที่ร่วมดำเนินการ", "Partners who take part"
        ),
        "time_frame": _to_set("กรอบเวลา", "Time frame", "กรอบเวลาดำเนินการ", "Time frame"),
        "target": _to_set(
            "เป้าหมายของข้อเสนอ", "Target of it", "เป้าหมายและที่มา", "Target, and where it comes from"
        ),
        "status": STATUS,
        "evidence": _to_set(
            "หลักฐานการดำเนินงาน",
            "Evidence of follow-up",
            "เอกสารหรือที่อยู่ของหลักฐาน",
            "Document or address of the evidence",
        ),
        "reviewed_on": Column(
            kind="date",
            title_th="ทบทวนเมื่อ",
            title_en="Reviewed on",
            about_th="วันที่ทบทวนล่าสุด (ว่าง = ยังไม่กำหนด)",
            about_en="Day of the last review (empty = not set)",
            nullable=True,
        ),
        "place_th": text_column(
            "ตำแหน่งในเอกสาร",
            "Place in the paper (Thai)",
            "หัวข้อและแผ่นของเอกสาร",
            "Heading and slide of the paper, in Thai",
        ),
        "place_en": text_column(
            "ตำแหน่งในเอกสาร (อังกฤษ)",
            "Place in the paper",
            "หัวข้อและแผ่นของเอกสาร ภาษาอังกฤษ",
            "Heading and slide of the paper",
        ),
    },
    source_th=_SOURCE_TH,
    source_en=_SOURCE_EN,
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
)

TO_BE_SET: Final = (
    *("receiving_agency", "partners", "time_frame", "target"),
    *("status", "evidence", "reviewed_on"),
)
"""Columns of `recommendations` that are empty until somebody sets them."""

RECOMMENDATION_CITIES: Final = Table(
    name="recommendation_cities",
    file="recommendation_cities.csv",
    title_th="เมืองที่มาของข้อเสนอแนะ",
    title_en="Cities that recommendations came from",
    key=("recommendation_id", "lao_id"),
    columns={
        "recommendation_id": replace(
            RECOMMENDATIONS.columns["recommendation_id"],
            about_th="ข้อเสนอแนะในตาราง recommendations ซึ่งมาจากหลายเมืองได้",
            about_en="A recommendation, which may have come from several cities",
            refers_to="recommendations.recommendation_id",
        ),
        "lao_id": LAO,
    },
    source_th=_SOURCE_TH,
    source_en=_SOURCE_EN,
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
)
