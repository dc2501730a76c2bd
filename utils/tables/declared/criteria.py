"""The tables of criteria: editions, components, indicators, and how editions correspond."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import (
    NOT_RECORDED_EN,
    NOT_RECORDED_TH,
    Choice,
    Column,
    Reference,
    Table,
)
from utils.tables.declared.shared import (
    CONFIDENCE,
    FISCAL_YEAR,
    NAME_EN,
    NAME_TH,
    NOTE_EN,
    NOTE_TH,
    OWN_LICENCE_EN,
    OWN_LICENCE_TH,
    OWNER_DECIDES_EN,
    OWNER_DECIDES_TH,
    REASON_EN,
    REASON_TH,
    SOURCE,
    text_column,
)

_CRITERIA_TH = "กรมส่งเสริมคุณภาพสิ่งแวดล้อม: เกณฑ์ประเมินเมืองสิ่งแวดล้อมยั่งยืน"
_CRITERIA_EN = "Department of Environmental Quality Promotion: criteria of the programme"

_AS_OF_TH = f"เกณฑ์ 34 ตัวชี้วัดก่อนปรับปรุงในปี 2568; {NOT_RECORDED_TH}"

_AS_OF_EN = f"the 34 indicators before their revision in 2568 B.E.; {NOT_RECORDED_EN}"

EDITION = Column(
    kind="code",
    title_th="ฉบับเกณฑ์",
    title_en="Edition",
    about_th="รหัสของเกณฑ์ประเมินฉบับที่ใช้",
    about_en="Code of the edition of the criteria",
    pattern=r"^[a-z][a-z0-9_]*$",
    form_th="อักษรอังกฤษตัวเล็ก ตัวเลข และ _ เช่น criteria_34",
    form_en="small letters, digits and _, such as criteria_34",
    aliases=("ฉบับ", "เกณฑ์"),
)

EDITION_USED = replace(EDITION, refers_to="editions.edition")

_NUMBER = Column(
    kind="integer", title_th="เลขที่", title_en="Number", about_th="เลขที่", about_en="Number", low=1
)

INDICATOR = replace(
    _NUMBER,
    title_th="ตัวชี้วัดที่",
    title_en="Indicator",
    about_th="เลขที่ตัวชี้วัด",
    about_en="Number of the indicator",
    aliases=("ตัวชี้วัด", "เลขที่ตัวชี้วัด"),
)

COMPONENT = replace(
    _NUMBER,
    title_th="องค์ประกอบที่",
    title_en="Component",
    about_th="เลขที่องค์ประกอบ",
    about_en="Number of the component",
    aliases=("องค์ประกอบ",),
)

PERCENT = Column(
    kind="number",
    title_th="ร้อยละ",
    title_en="Per cent",
    about_th="ร้อยละ",
    about_en="Per cent",
    unit_th="ร้อยละ",
    unit_en="per cent",
    low=0,
    high=100,
)

_SCALE = text_column("มาตรวัด", "Scale", "วิธีให้คะแนน", "How the score is made up")

_MAX_SCORE = Column(
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

_NAME_TH_STATUS = text_column(
    "สถานะของชื่อภาษาไทย",
    "Standing of the Thai name",
    "ชื่อภาษาไทยใกล้เคียงต้นฉบับหรือแปลกลับ",
    "Whether the Thai name is close to the published wording or translated back",
)

EDITIONS = Table(
    name="editions",
    file="editions.csv",
    title_th="ฉบับของเกณฑ์ประเมิน",
    title_en="Editions of the criteria",
    key=("edition",),
    about=("first_year_be", "title_th"),
    columns={
        "edition": EDITION,
        "first_year_be": replace(
            FISCAL_YEAR,
            title_th="ปีแรกที่ใช้",
            title_en="First year",
            about_th="ปีงบประมาณ พ.ศ. แรกที่ใช้เกณฑ์ฉบับนี้",
            about_en="First fiscal year, Buddhist Era, of this edition",
            aliases=(),
        ),
        "last_year_be": replace(
            FISCAL_YEAR,
            title_th="ปีสุดท้ายที่ใช้",
            title_en="Last year",
            about_th="ปีงบประมาณ พ.ศ. สุดท้ายที่ใช้เกณฑ์ฉบับนี้ (ว่าง = ยังใช้อยู่)",
            about_en="Last fiscal year, Buddhist Era, of this edition (empty = still in use)",
            nullable=True,
            aliases=(),
        ),
        "title_th": replace(NAME_TH, about_th="ชื่อเรียกของฉบับ", about_en="Name of the edition"),
        "title_en": replace(
            NAME_EN, about_th="ชื่อเรียกของฉบับเป็นภาษาอังกฤษ", about_en="Name of the edition in English"
        ),
        "indicators": replace(
            _NUMBER,
            title_th="จำนวนตัวชี้วัด",
            title_en="Number of indicators",
            about_th="จำนวนตัวชี้วัดของฉบับ (ว่าง = ไม่ทราบ)",
            about_en="How many indicators the edition has (empty = not known)",
            unit_th="ตัวชี้วัด",
            unit_en="indicators",
            nullable=True,
        ),
        "confidence": replace(
            CONFIDENCE,
            about_th="ต้นฉบับระบุปีที่ใช้ไว้ หรือโครงการนี้สันนิษฐาน",
            about_en="Whether the source states the years, or this project assumes them",
        ),
        "source": SOURCE,
        "note_th": NOTE_TH,
        "note_en": NOTE_EN,
    },
    in_order=(("first_year_be", "last_year_be"),),
    source_th=_CRITERIA_TH,
    source_en=_CRITERIA_EN,
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
)

COMPONENTS = Table(
    name="components",
    file="components.csv",
    title_th="องค์ประกอบของเกณฑ์",
    title_en="Components of the criteria",
    key=("edition", "component"),
    about=("name_th",),
    columns={
        "edition": EDITION_USED,
        "component": COMPONENT,
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "weight_percent": replace(
            PERCENT,
            title_th="น้ำหนัก",
            title_en="Weight",
            about_th="น้ำหนักขององค์ประกอบในคะแนนรวม",
            about_en="Weight of the component in the total",
        ),
        "name_status": Column(
            kind="choice",
            title_th="สถานะของชื่อ",
            title_en="Standing of the name",
            about_th="ชื่อภาษาไทยตามที่เผยแพร่ หรือแปลกลับ (ชื่ออังกฤษแปลโดยโครงการนี้)",
            about_en="Whether the Thai name is the published one (the English is translated here)",
            choices=(
                Choice(code="stated", th="ตามที่เผยแพร่", en="As published"),
                Choice(code="back_translated", th="แปลกลับ", en="Translated back"),
            ),
        ),
        "source": SOURCE,
    },
    source_th=_CRITERIA_TH,
    source_en=_CRITERIA_EN,
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
)

INDICATORS = Table(
    name="indicators",
    file="indicators.csv",
    title_th="ตัวชี้วัดของเกณฑ์",
    title_en="Indicators of the criteria",
    key=("edition", "indicator"),
    about=("component", "name_th"),
    columns={
        "edition": EDITION_USED,
        "indicator": INDICATOR,
        "component": replace(COMPONENT, refers_to="components.component"),
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "scale": _SCALE,
        "max_score": _MAX_SCORE,
        "name_th_status": _NAME_TH_STATUS,
    },
    refers_to=(Reference("components", ("edition", "component")),),
    source_th=f"{_CRITERIA_TH}; ชื่อภาษาไทยส่วนใหญ่แปลกลับจากภาษาอังกฤษ",
    source_en=f"{_CRITERIA_EN}; most Thai names are back-translations",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
)

_FROM_EDITION = replace(
    EDITION_USED,
    title_th="จากฉบับ",
    title_en="From edition",
    about_th="เกณฑ์ฉบับก่อน",
    about_en="The earlier edition",
    aliases=(),
)

_FROM_INDICATOR = replace(
    INDICATOR,
    title_th="จากตัวชี้วัดที่",
    title_en="From indicator",
    about_th="เลขที่ตัวชี้วัดในฉบับก่อน",
    about_en="Number of the indicator in the earlier edition",
    aliases=(),
)

EDITION_MAPPINGS = Table(
    name="edition_mappings",
    file="edition_mappings.csv",
    title_th="การเทียบตัวชี้วัดระหว่างฉบับ",
    title_en="Indicators that correspond between editions",
    key=("from_edition", "from_indicator", "to_edition", "to_indicator"),
    columns={
        "from_edition": _FROM_EDITION,
        "from_indicator": _FROM_INDICATOR,
        "to_edition": replace(
            _FROM_EDITION,
            title_th="เป็นฉบับ",
            title_en="To edition",
            about_th="เกณฑ์ฉบับหลัง",
            about_en="The later edition",
        ),
        "to_indicator": replace(
            _FROM_INDICATOR,
            title_th="เป็นตัวชี้วัดที่",
            title_en="To indicator",
            about_th="เลขที่ตัวชี้วัดในฉบับหลัง",
            about_en="Number of the indicator in the later edition",
        ),
        "reason_th": replace(
            REASON_TH, about_th="เหตุที่เปรียบเทียบกันได้", about_en="Why they compare, in Thai"
        ),
        "reason_en": replace(
            REASON_EN,
            about_th="เหตุที่เปรียบเทียบกันได้ เป็นภาษาอังกฤษ",
            about_en="Why they compare, in English",
        ),
        "source": SOURCE,
    },
    source_th="ตารางของหน่วยงาน: ยังไม่มีการเทียบที่เผยแพร่ แฟ้มที่มากับระบบมีแต่หัวตาราง",
    source_en="The programme's own table; no mapping is public, so it holds its heading only",
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    may_be_empty=True,
)
