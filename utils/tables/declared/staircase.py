"""The tables about the staircase (บันไดสู่ความสำเร็จ): requirements, levels, denominators."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import Choice, Column, Table
from utils.tables.declared.enrolment import COUNT, PATHWAY, REQUIREMENT, STEP
from utils.tables.declared.places import LAO_TYPES
from utils.tables.declared.shared import (
    CONFIDENCE,
    NAME_EN,
    NAME_TH,
    NOTE_EN,
    NOTE_TH,
    OFFICIAL_FACTS_EN,
    OFFICIAL_FACTS_TH,
    REASON_EN,
    REASON_TH,
    SOURCE,
)

_PAGE_TH = "กรมส่งเสริมคุณภาพสิ่งแวดล้อม: หน้าความเป็นมาของระบบ LA21 & Green City"
_PAGE_EN = "Department of Environmental Quality Promotion: page on LA21 & Green City"

_ABOUT_TH = Column(
    kind="text",
    title_th="คำอธิบาย",
    title_en="Meaning (Thai)",
    about_th="สิ่งที่กำหนด เป็นภาษาไทย",
    about_en="What the step requires, in Thai",
)

_ABOUT_EN = replace(
    _ABOUT_TH,
    title_th="คำอธิบาย (อังกฤษ)",
    title_en="Meaning",
    about_th="สิ่งที่กำหนด เป็นภาษาอังกฤษ",
    about_en="What the step requires, in English",
)

STEP_REQUIREMENTS = Table(
    name="step_requirements",
    file="step_requirements.csv",
    title_th="สิ่งที่แต่ละขั้นกำหนด",
    title_en="What each step asks for",
    key=("step", "requirement"),
    columns={
        "step": replace(
            STEP,
            about_th="ขั้นที่กำหนด หรือความพร้อมก่อนสมัคร",
            about_en="Step that requires it, or readiness before the application",
            choices=(
                Choice(code="readiness", th="ความพร้อมก่อนสมัคร", en="Readiness"),
                *STEP.choices,
            ),
            nullable=False,
        ),
        "requirement": REQUIREMENT,
        "minimum": replace(
            COUNT,
            title_th="อย่างน้อย",
            title_en="Minimum",
            about_th="จำนวนรายการหลักฐานอย่างน้อย",
            about_en="Least number of pieces of evidence",
            unit_th="รายการ",
            unit_en="pieces",
            low=1,
            nullable=False,
            aliases=(),
        ),
        "one_of": Column(
            kind="code",
            title_th="กลุ่มทางเลือก",
            title_en="One of",
            about_th="แถวของขั้นเดียวกันที่มีค่าเดียวกันเป็นทางเลือก มีอย่างใดอย่างหนึ่งก็พอ (ว่าง = ต้องมี)",
            about_en="Rows of a step that share this value are alternatives: one is enough "
            "(empty = required)",
            nullable=True,
        ),
        "about_th": _ABOUT_TH,
        "about_en": _ABOUT_EN,
        "source": SOURCE,
    },
    source_th=_PAGE_TH,
    source_en=_PAGE_EN,
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
)

_LEVEL = Column(
    kind="integer",
    title_th="ระดับขั้นที่เทียบ",
    title_en="Corresponding level",
    about_th="ขั้นที่ 1-4 ของบันไดที่เทียบเท่า",
    about_en="Step 1-4 of the staircase that the step corresponds to",
    low=1,
    high=4,
)

STEP_LEVELS = Table(
    name="step_levels",
    file="step_levels.csv",
    title_th="การเทียบขั้นของเส้นทางลัดกับบันได 4 ขั้น",
    title_en="Correspondence of fast-track steps to the four steps",
    key=("step",),
    columns={
        "step": replace(STEP, about_th="ขั้นของเส้นทาง", about_en="Step of a pathway", nullable=False),
        "pathway": replace(
            PATHWAY, about_th="เส้นทางที่ขั้นนี้สังกัด", about_en="Pathway the step belongs to"
        ),
        "level": _LEVEL,
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "reason_th": replace(
            REASON_TH, about_th="เหตุที่เทียบเช่นนี้", about_en="Why it corresponds, in Thai"
        ),
        "reason_en": replace(
            REASON_EN,
            about_th="เหตุที่เทียบเช่นนี้ เป็นภาษาอังกฤษ",
            about_en="Why it corresponds, in English",
        ),
        "confidence": CONFIDENCE,
    },
    source_th=_PAGE_TH + "; การเทียบเส้นทางลัดเป็นข้อสันนิษฐานของโครงการนี้",
    source_en=_PAGE_EN + "; the correspondence of the fast track is assumed in this project",
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
)

_LAO_GROUP = Column(
    kind="choice",
    title_th="กลุ่ม อปท.",
    title_en="Group of LAOs",
    about_th="ประเภท อปท. หรือยอดรวมหลายประเภท",
    about_en="Type of LAO, or a total over several types",
    choices=(
        *LAO_TYPES,
        Choice(code="municipalities", th="เทศบาลทุกประเภท", en="All municipalities"),
        Choice(code="special", th="รูปแบบพิเศษ (กทม. และเมืองพัทยา)", en="Special (Bangkok, Pattaya)"),
        Choice(code="all", th="อปท. ทุกประเภท", en="All LAOs"),
    ),
)

_LAO_COUNT = replace(
    COUNT,
    about_th="จำนวน อปท. ตามแหล่งข้อมูล",
    about_en="Number of LAOs according to this source",
    unit_th="แห่ง",
    unit_en="LAOs",
    nullable=False,
)

LAO_DENOMINATORS = Table(
    name="lao_denominators",
    file="lao_denominators.csv",
    title_th="จำนวน อปท. ทั่วประเทศ (ตัวหาร)",
    title_en="Numbers of LAOs (denominators)",
    key=("basis", "lao_group"),
    about=("as_of_on",),
    columns={
        "basis": Column(
            kind="choice",
            title_th="ฐานที่ใช้",
            title_en="Basis",
            about_th="แหล่งที่นับ อปท. (แหล่งข้อมูลระบุไม่ตรงกัน)",
            about_en="Which source counted the LAOs (sources differ)",
            choices=(
                Choice(code="la21_page", th="หน้าเว็บ LA21 & Green City", en="LA21 & GC page"),
                Choice(code="dla_2563", th="กรมส่งเสริมการปกครองท้องถิ่น 2563", en="DLA 2563"),
            ),
        ),
        "lao_group": _LAO_GROUP,
        "count": _LAO_COUNT,
        "as_of_on": Column(
            kind="date",
            title_th="ข้อมูล ณ วันที่",
            title_en="As of",
            about_th="วันที่ของจำนวน (ว่าง = แหล่งข้อมูลไม่ระบุ)",
            about_en="Date of the count (empty = the source gives none)",
            nullable=True,
        ),
        "source": SOURCE,
        "note_th": NOTE_TH,
        "note_en": NOTE_EN,
    },
    source_th="หน้าเว็บ LA21 & Green City และกรมส่งเสริมการปกครองท้องถิ่น ตามที่ระบุในแต่ละแถว",
    source_en="LA21 & Green City page, and the Department of Local Administration, by row",
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
)
