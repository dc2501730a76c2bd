"""Columns that many tables share, and the licences they come under."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import Choice, Column

OWN_LICENCE_TH = "จัดทำขึ้นในโครงการนี้ เผยแพร่ตามสัญญาอนุญาตของโครงการ"
OWN_LICENCE_EN = "Compiled in this project; under the project's licence"
OFFICIAL_FACTS_TH = "ข้อเท็จจริงทางราชการ"
OFFICIAL_FACTS_EN = "Official facts"
OWNER_DECIDES_TH = "ตามที่เจ้าของข้อมูลกำหนด"
OWNER_DECIDES_EN = "As the owner of the data decides"


def text_column(title_th: str, title_en: str, about_th: str, about_en: str) -> Column:
    """Return a column of text; the titles and meanings as `Column` has them."""
    return Column(
        kind="text", title_th=title_th, title_en=title_en, about_th=about_th, about_en=about_en
    )


PROVINCE = Column(
    kind="province",
    title_th="จังหวัด",
    title_en="Province",
    about_th="รหัสจังหวัดสองหลักของกรมการปกครอง",
    about_en="Two-digit province code of the Department of Provincial Administration",
    aliases=("ชื่อจังหวัด", "รหัสจังหวัด", "province code", "province name", "province_th"),
    refers_to="provinces.province_code",
)

LAO = Column(
    kind="lao",
    title_th="อปท.",
    title_en="Local administrative organisation",
    about_th="รหัสคงที่ขององค์กรปกครองส่วนท้องถิ่นในทะเบียนของระบบ (มิใช่รหัสทางการ)",
    about_en="Stable identifier in this project's register of LAOs (not an official code)",
    aliases=(
        *("องค์กรปกครองส่วนท้องถิ่น", "ชื่อ อปท.", "เทศบาล", "ชื่อเทศบาล"),
        *("อปท./จังหวัด", "เทศบาล/จังหวัด", "ชื่อ อปท./จังหวัด", "อปท. และจังหวัด", "ชื่อ อปท. และจังหวัด"),
        *("municipality", "LAO", "lao name", "lao_name_th"),
    ),
    refers_to="municipalities.lao_id",
)

FISCAL_YEAR = Column(
    kind="year",
    title_th="ปีงบประมาณ พ.ศ.",
    title_en="Fiscal year (B.E.)",
    about_th="ปีงบประมาณ พ.ศ. (1 ตุลาคมของปีก่อนหน้า ถึง 30 กันยายน)",
    about_en="Fiscal year, Buddhist Era (1 October of the year before to 30 September)",
    unit_th="พ.ศ.",
    unit_en="B.E.",
    low=2540,
    high=2600,
    aliases=("ปีงบประมาณ", "ปีงบ", "ปี", "fiscal year", "year", "FY"),
)

SOURCE = Column(
    kind="text",
    title_th="แหล่งข้อมูล",
    title_en="Source",
    about_th="แหล่งที่มาของข้อมูลในแถวนี้",
    about_en="Where the facts of this row come from",
    aliases=("ที่มา",),
)

SOURCE_TH = text_column(
    "แหล่งข้อมูล", "Source (Thai)", "แหล่งที่มาของแถวนี้", "Where this row comes from, in Thai"
)

SOURCE_EN = text_column(
    "แหล่งข้อมูล (อังกฤษ)",
    "Source",
    "แหล่งที่มาของแถวนี้ ภาษาอังกฤษ",
    "Where this row comes from, in English",
)

NOTE = Column(
    kind="text",
    title_th="หมายเหตุ",
    title_en="Note",
    about_th="ข้อสังเกตเกี่ยวกับแถวนี้",
    about_en="Remark about this row",
    nullable=True,
)

NOTE_TH = replace(
    text_column("หมายเหตุ", "Note (Thai)", "ข้อสังเกต", "Remark, in Thai"), nullable=True
)

NOTE_EN = replace(
    text_column("หมายเหตุ (อังกฤษ)", "Note", "ข้อสังเกตภาษาอังกฤษ", "Remark, in English"), nullable=True
)

NAME_TH = Column(
    kind="text",
    title_th="ชื่อ",
    title_en="Name (Thai)",
    about_th="ชื่อภาษาไทย",
    about_en="Name in Thai",
    aliases=("ชื่อภาษาไทย", "ชื่อไทย", "Thai name"),
)

NAME_EN = Column(
    kind="text",
    title_th="ชื่อภาษาอังกฤษ",
    title_en="Name (English)",
    about_th="ชื่อภาษาอังกฤษ",
    about_en="Name in English",
    aliases=("ชื่ออังกฤษ", "English name"),
)

REASON_TH = Column(
    kind="text",
    title_th="เหตุผล",
    title_en="Reason (Thai)",
    about_th="เหตุที่กำหนดเช่นนี้",
    about_en="Reason, in Thai",
)

REASON_EN = replace(
    REASON_TH,
    title_th="เหตุผล (อังกฤษ)",
    title_en="Reason",
    about_th="เหตุที่กำหนดเช่นนี้ เป็นภาษาอังกฤษ",
    about_en="Reason, in English",
)

CONFIDENCE = Column(
    kind="choice",
    title_th="ความมั่นใจ",
    title_en="Confidence",
    about_th="ต้นฉบับระบุไว้ หรือโครงการนี้สันนิษฐาน",
    about_en="Whether the source states it, or this project assumes it",
    choices=(
        Choice(code="stated", th="ต้นฉบับระบุ", en="Stated by the source"),
        Choice(code="assumed", th="สันนิษฐาน", en="Assumed"),
    ),
)
