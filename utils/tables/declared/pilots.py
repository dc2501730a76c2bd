"""The tables of pilot and model areas, and of the themes that they are about."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import Choice, Column, Table
from utils.tables.declared.programme import BASIS_EN, BASIS_TH
from utils.tables.declared.shared import (
    FISCAL_YEAR,
    LAO,
    NAME_TH,
    NOTE_EN,
    NOTE_TH,
    OWN_LICENCE_EN,
    OWN_LICENCE_TH,
    PROVINCE,
    SOURCE_EN,
    SOURCE_TH,
    text_column,
)

PROGRAMME = Column(
    kind="choice",
    title_th="โครงการ",
    title_en="Programme",
    about_th="โครงการหรือบทบาทของพื้นที่",
    about_en="Programme, or role in it",
    choices=(
        Choice(code="eco_city", th="เมืองนิเวศ (Eco-city) ของ สผ.", en="ONEP Eco-city"),
        Choice(
            code="urban_green",
            th="สิ่งแวดล้อมชุมชนเมืองและพื้นที่สีเขียวของ สผ.",
            en="ONEP urban environment and green space",
        ),
        Choice(code="delgosea_pilot", th="เทศบาลนำร่อง DELGOSEA", en="DELGOSEA pilot city"),
        Choice(
            code="delgosea_best_practice",
            th="เมืองแนวปฏิบัติที่ดี DELGOSEA",
            en="DELGOSEA best-practice city",
        ),
        Choice(
            code="la21_model_province", th="จังหวัดต้นแบบ LA21 & GC", en="LA21 & GC model province"
        ),
        Choice(code="asean_esc_award", th="รางวัล ASEAN ESC", en="ASEAN ESC award"),
        Choice(code="asean_esc_certificate", th="เกียรติบัตร ASEAN ESC", en="ASEAN ESC certificate"),
        Choice(
            code="asean_esc_disputed",
            th="ASEAN ESC (แหล่งข้อมูลระบุไม่ตรงกัน)",
            en="ASEAN ESC (sources differ)",
        ),
        Choice(
            code="green_city_14",
            th="เมืองต้นแบบ Green City 14 แห่ง",
            en="One of the 14 model Green Cities",
        ),
    ),
)

_THEME_TH = text_column(
    "ประเด็น", "Theme (Thai)", "ประเด็นหรือประเภทรางวัล", "Theme or category, in Thai"
)

_THEME_EN = text_column(
    "ประเด็น (อังกฤษ)",
    "Theme",
    "ประเด็นหรือประเภทรางวัล แปลโดยโครงการนี้",
    "Theme or category, translated in this project",
)

_SOURCES_DIFFER = Column(
    kind="flag",
    title_th="แหล่งข้อมูลระบุไม่ตรงกัน",
    title_en="Sources differ",
    about_th="แหล่งข้อมูลระบุไม่ตรงกันเกี่ยวกับรายการนี้",
    about_en="Sources do not agree about this entry",
)

PILOTS = Table(
    name="pilots",
    file="pilots.csv",
    title_th="เมืองนำร่องและพื้นที่ต้นแบบ",
    title_en="Pilot and model areas",
    key=("pilot_id",),
    about=("programme", "lao_id", "province_code", "name_th", "year_be"),
    columns={
        "pilot_id": Column(
            kind="code",
            title_th="รหัสรายการ",
            title_en="Entry identifier",
            about_th="รหัสคงที่ของรายการในระบบ",
            about_en="Stable identifier of the entry in this project",
        ),
        "programme": PROGRAMME,
        "lao_id": replace(LAO, nullable=True),
        "province_code": PROVINCE,
        "name_th": replace(
            NAME_TH, about_th="ชื่อตามแหล่งข้อมูล", about_en="Name as the source gives it"
        ),
        "theme_th": replace(_THEME_TH, nullable=True),
        "theme_en": replace(_THEME_EN, nullable=True),
        "year_be": replace(
            FISCAL_YEAR,
            title_th="ปี พ.ศ.",
            title_en="Year (B.E.)",
            about_th="ปี พ.ศ. ที่เข้าร่วมหรือได้รับรางวัล (ว่าง = ไม่ทราบ)",
            about_en="Year of entry or award, Buddhist Era (empty = not known)",
            nullable=True,
            past=True,
        ),
        "sources_differ": _SOURCES_DIFFER,
        "note_th": NOTE_TH,
        "note_en": NOTE_EN,
        "source_th": SOURCE_TH,
        "source_en": SOURCE_EN,
    },
    source_th="หน้าเว็บและข่าวสาธารณะ ตามที่ระบุในแต่ละแถว",
    source_en="Public pages and press reports, as each row states",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
)

THEME = Column(
    kind="choice",
    title_th="ประเด็น",
    title_en="Theme",
    about_th="ประเด็นตามที่โครงการนั้นใช้",
    about_en="Theme, as its programme names it",
    choices=(
        Choice(code="air", th="อากาศ", en="Air"),
        Choice(code="water", th="น้ำ", en="Water"),
        Choice(code="waste", th="ขยะ", en="Waste"),
        Choice(code="green_space", th="พื้นที่สีเขียว", en="Green space"),
        Choice(code="biodiversity", th="ความหลากหลายทางชีวภาพ", en="Biodiversity"),
        Choice(code="governance", th="ธรรมาภิบาลในองค์กร", en="Governance in the organisation"),
        Choice(
            code="environmental_services",
            th="การบริการสาธารณะด้านสิ่งแวดล้อม",
            en="Environmental public services",
        ),
        Choice(
            code="budget_investment",
            th="การบริหารจัดการงบประมาณและการลงทุน",
            en="Budget and investment",
        ),
        Choice(
            code="participation",
            th="การมีส่วนร่วมในการวางแผนและตัดสินใจ",
            en="Participation in planning and decisions",
        ),
    ),
)

PILOT_THEMES = Table(
    name="pilot_themes",
    file="pilot_themes.csv",
    title_th="ประเด็นของเมืองนำร่องและพื้นที่ต้นแบบ",
    title_en="Themes of the pilot and model areas",
    key=("pilot_id", "theme"),
    columns={
        "pilot_id": Column(
            kind="code",
            title_th="รหัสรายการ",
            title_en="Entry identifier",
            about_th="รายการในตาราง pilots ซึ่งมีได้หลายประเด็น",
            about_en="Entry of the table pilots, which may have several themes",
            refers_to="pilots.pilot_id",
        ),
        "theme": THEME,
        "confidence": Column(
            kind="choice",
            title_th="ความมั่นใจ",
            title_en="Confidence",
            about_th="แหล่งข้อมูลระบุประเด็นเอง หรือสันนิษฐานจากชื่อรางวัล",
            about_en="Whether the source names the theme, or it is assumed from the award's name",
            choices=(
                Choice(code="stated", th="ตามแหล่งข้อมูล", en="Stated"),
                Choice(code="assumed", th="สันนิษฐาน", en="Assumed"),
            ),
        ),
        "basis_th": replace(BASIS_TH, nullable=True, about_th="เหตุที่สันนิษฐาน"),
        "basis_en": replace(BASIS_EN, nullable=True, about_en="Why it is assumed"),
    },
    source_th="ประเด็นในแหล่งข้อมูลของแต่ละรายการในตาราง pilots",
    source_en="The theme in the source of each entry of the table pilots",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
)
