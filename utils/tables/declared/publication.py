"""What offices and stewards say around the numbers: explanations, and the plan of releases."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from utils.tables.declared.columns import Choice, Column, Table
from utils.tables.declared.shared import (
    FISCAL_YEAR,
    OWNER_DECIDES_EN,
    OWNER_DECIDES_TH,
    PROVINCE,
    SOURCE,
    text_column,
)

GIVEN_BY: Final = Column(
    kind="choice",
    title_th="ผู้ชี้แจง",
    title_en="Given by",
    about_th="หน่วยงานที่ให้คำชี้แจง",
    about_en="Who gives the explanation",
    choices=(
        Choice(code="province", th="จังหวัด", en="Province"),
        Choice(code="office", th="สำนักงานสิ่งแวดล้อมและควบคุมมลพิษ", en="Regional office"),
        Choice(code="department", th="กรมการเปลี่ยนแปลงสภาพภูมิอากาศและสิ่งแวดล้อม", en="Department"),
    ),
)

_GIVEN_ON = Column(
    kind="date",
    title_th="ชี้แจงเมื่อ",
    title_en="Given on",
    about_th="วันที่ของคำชี้แจง",
    about_en="Day of the explanation",
    aliases=("วันที่ชี้แจง",),
)

EXPLANATIONS = Table(
    name="explanations",
    file="explanations.csv",
    title_th="คำชี้แจงของจังหวัดและสำนักงาน",
    title_en="Official explanations",
    key=("province_code", "fiscal_year_be", "given_by"),
    columns={
        "province_code": PROVINCE,
        "fiscal_year_be": replace(
            FISCAL_YEAR,
            about_th="ปีงบประมาณ พ.ศ. ที่ชี้แจง (ว่าง = ทุกปี)",
            about_en="Fiscal year explained, Buddhist Era (empty = every year)",
            nullable=True,
        ),
        "given_by": GIVEN_BY,
        "text_th": replace(
            text_column("คำชี้แจง", "Explanation (Thai)", "ข้อความชี้แจง", "The text, in Thai"),
            aliases=("คำอธิบายของหน่วยงาน",),
        ),
        "text_en": replace(
            text_column(
                "คำชี้แจง (อังกฤษ)", "Explanation", "ข้อความชี้แจงภาษาอังกฤษ", "The text, in English"
            ),
            nullable=True,
        ),
        "given_on": _GIVEN_ON,
        "source": SOURCE,
    },
    source_th="คำชี้แจงที่หน่วยงานส่งมา แฟ้มที่มากับระบบมีแต่หัวตาราง",
    source_en="Explanations that agencies send; the file that comes with this project holds its "
    "heading only",
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    sent=True,
    may_be_empty=True,
)

RELEASE_PLAN = Table(
    name="release_plan",
    file="release_plan.csv",
    title_th="แผนการเผยแพร่ข้อมูล",
    title_en="Plan of releases",
    key=("planned_on", "content_th"),
    columns={
        "planned_on": Column(
            kind="date",
            title_th="กำหนดเผยแพร่",
            title_en="Planned for",
            about_th="วันที่ตามแผน",
            about_en="The planned day",
            aliases=("วันที่ตามแผน",),
        ),
        "content_th": text_column(
            "ข้อมูลที่จะเผยแพร่", "Content (Thai)", "ข้อมูลที่จะเผยแพร่", "What is to be published, in Thai"
        ),
        "content_en": text_column(
            "ข้อมูลที่จะเผยแพร่ (อังกฤษ)",
            "Content",
            "ข้อมูลที่จะเผยแพร่ ภาษาอังกฤษ",
            "What is to be published, in English",
        ),
        "release": Column(
            kind="integer",
            title_th="เผยแพร่ครั้งที่",
            title_en="Release number",
            about_th="ข้อมูลเผยแพร่ครั้งที่มีข้อมูลนี้ (ว่าง = ยังไม่เผยแพร่)",
            about_en="Number of the release that brought it (empty = not published yet)",
            low=1,
            nullable=True,
        ),
    },
    source_th="แผนของผู้ดูแลข้อมูล แฟ้มที่มากับระบบมีแต่หัวตาราง",
    source_en="The stewards' plan; the file that comes with this project holds its heading only",
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    may_be_empty=True,
)
