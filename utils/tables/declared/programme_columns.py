"""Columns of the tables of the programme."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.award_columns import LEVEL
from utils.tables.declared.columns import FISCAL_YEAR, SOURCE, Choice, Column
from utils.tables.declared.place_columns import NAME_EN, NAME_TH


def _text(title_th: str, title_en: str, about_th: str, about_en: str) -> Column:
    return Column(
        kind="text", title_th=title_th, title_en=title_en, about_th=about_th, about_en=about_en
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
THEME_TH = _text("ประเด็น", "Theme (Thai)", "ประเด็นหรือประเภทรางวัล", "Theme or category, in Thai")
THEME_EN = _text(
    "ประเด็น (อังกฤษ)",
    "Theme",
    "ประเด็นหรือประเภทรางวัล แปลโดยโครงการนี้",
    "Theme or category, translated in this project",
)
SOURCES_DIFFER = Column(
    kind="flag",
    title_th="แหล่งข้อมูลระบุไม่ตรงกัน",
    title_en="Sources differ",
    about_th="แหล่งข้อมูลระบุไม่ตรงกันเกี่ยวกับรายการนี้",
    about_en="Sources do not agree about this entry",
)
NUMBER = Column(
    kind="integer", title_th="เลขที่", title_en="Number", about_th="เลขที่", about_en="Number", low=1
)
SCALE = _text("มาตรวัด", "Scale", "วิธีให้คะแนน", "How the score is made up")
MAX_SCORE = Column(
    kind="number",
    title_th="คะแนนเต็ม",
    title_en="Maximum score",
    about_th="คะแนนเต็มของตัวชี้วัด (ว่าง = ไม่ทราบ)",
    about_en="Maximum score of the indicator (empty = not known)",
    unit_th="คะแนน",
    unit_en="points",
    low=0,
    high=100,
    nullable=True,
)
NAME_TH_STATUS = _text(
    "สถานะของชื่อภาษาไทย",
    "Standing of the Thai name",
    "ชื่อภาษาไทยใกล้เคียงต้นฉบับหรือแปลกลับ",
    "Whether the Thai name is close to the published wording or translated back",
)
NOTE_TH = replace(_text("หมายเหตุ", "Note (Thai)", "ข้อสังเกต", "Remark, in Thai"), nullable=True)
NOTE_EN = replace(
    _text("หมายเหตุ (อังกฤษ)", "Note", "ข้อสังเกตภาษาอังกฤษ", "Remark, in English"), nullable=True
)
SOURCE_TH = _text(
    "แหล่งข้อมูล", "Source (Thai)", "แหล่งที่มาของแถวนี้", "Where this row comes from, in Thai"
)
SOURCE_EN = _text(
    "แหล่งข้อมูล (อังกฤษ)",
    "Source",
    "แหล่งที่มาของแถวนี้ ภาษาอังกฤษ",
    "Where this row comes from, in English",
)

TARGETS: dict[str, Column] = {
    "target_id": Column(
        kind="code",
        title_th="รหัสเป้าหมาย",
        title_en="Target identifier",
        about_th="รหัสคงที่ของเป้าหมายในระบบ",
        about_en="Stable identifier of the target in this project",
    ),
    "name_th": NAME_TH,
    "name_en": NAME_EN,
    "target_provinces": Column(
        kind="integer",
        title_th="จำนวนจังหวัดเป้าหมาย",
        title_en="Target",
        about_th="จำนวนจังหวัดที่ต้องบรรลุ",
        about_en="Number of provinces to reach",
        unit_th="จังหวัด",
        unit_en="provinces",
        low=1,
        high=76,
    ),
    "reference_fiscal_year_be": replace(
        FISCAL_YEAR,
        title_th="ปีอ้างอิง",
        title_en="Reference year",
        about_th="ปีงบประมาณ พ.ศ. ที่สิ้นปีเป็นจุดเริ่มของเส้นอ้างอิง",
        about_en="Fiscal year, Buddhist Era, at whose end the reference line starts",
        aliases=(),
    ),
    "deadline_fiscal_year_be": replace(
        FISCAL_YEAR,
        title_th="ปีสิ้นสุด",
        title_en="Deadline",
        about_th="ปีงบประมาณ พ.ศ. ที่ต้องบรรลุ",
        about_en="Fiscal year, Buddhist Era, by whose end the target is to be reached",
        aliases=(),
    ),
    "resolved_on": Column(
        kind="date",
        title_th="วันที่มีมติ",
        title_en="Resolved on",
        about_th="วันที่คณะรัฐมนตรีมีมติ (ค.ศ. รูปแบบ ISO 8601)",
        about_en="Day of the resolution, ISO 8601, Common Era",
    ),
    "note_th": NOTE_TH,
    "note_en": NOTE_EN,
    "source": SOURCE,
}

ROUND_STATUS = Column(
    kind="choice",
    title_th="สถานะรอบประเมิน",
    title_en="State of the round",
    about_th="สถานะของรอบประเมินในปีนั้น ไม่มีสถานะใดหมายถึงศูนย์",
    about_en="State of the round in that year; none of them means zero",
    choices=(
        Choice(code="listed", th="มีรายชื่อในบัญชี", en="Listed"),
        Choice(code="no_round", th="ไม่มีรอบประเมินในปีนี้", en="No assessment round this year"),
        Choice(
            code="list_missing",
            th="มีรอบประเมิน แต่บัญชีนี้ไม่มีรายชื่อ",
            en="Round held, list not in this table",
        ),
        Choice(code="no_data", th="ไม่มีข้อมูล", en="No data"),
    ),
)
BASIS_TH = _text("เหตุผล", "Basis (Thai)", "เหตุผลของสถานะ", "Why this state, in Thai")
BASIS_EN = _text("เหตุผล (อังกฤษ)", "Basis", "เหตุผลของสถานะ ภาษาอังกฤษ", "Why this state, in English")

ASSESSMENT_YEAR = replace(
    FISCAL_YEAR,
    title_th="ประจำปี (ปีที่ประเมิน)",
    title_en="Assessment year",
    about_th="ปี พ.ศ. ที่ประเมิน ต่างจากปีที่มอบรางวัล",
    about_en="Year assessed, Buddhist Era; not the year the award was handed over",
    past=True,
)
PRESS_LEVEL = replace(
    LEVEL, choices=(*LEVEL.choices, Choice(code="all", th="ทุกระดับ", en="All levels"))
)
AWARDS_COUNT = Column(
    kind="integer",
    title_th="จำนวนรางวัลตามข่าว",
    title_en="Awards by the press",
    about_th="จำนวนรางวัลตามข่าว (ว่าง = ข่าวไม่ได้ระบุ)",
    about_en="Number of awards the press gives (empty = none given)",
    unit_th="รางวัล",
    unit_en="awards",
    low=0,
    nullable=True,
)
FACT_TH = _text("ข้อเท็จจริง", "Fact (Thai)", "ข้อเท็จจริงตามข่าว", "The fact, in Thai")
FACT_EN = _text("ข้อเท็จจริง (อังกฤษ)", "Fact", "ข้อเท็จจริงตามข่าว ภาษาอังกฤษ", "The fact, in English")
