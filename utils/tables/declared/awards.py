"""Declarations of the award tables: the published list, and the project's own."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.award_columns import (
    AS_PUBLISHED_OFFICE,
    AS_PUBLISHED_REGION,
    AS_PUBLISHED_SIZE,
    AWARDED_TYPE,
    CERTIFICATE,
    COUNTS,
    FAULT,
    LEVEL,
    PRIZE_CLASS,
    SOURCE_ROW,
    TRACK,
)
from utils.tables.declared.columns import (
    FISCAL_YEAR,
    LAO,
    NOT_RECORDED_EN,
    NOT_RECORDED_TH,
    PROVINCE,
    Column,
    Reference,
    Table,
)

_PUBLISHED_TH = (
    "กรมส่งเสริมคุณภาพสิ่งแวดล้อม: บัญชีรางวัลและผลการประเมิน ปีงบประมาณ 2547-2563 "
    "จากสำเนาสาธารณะที่ระบุที่มาว่า data.go.th คัดลอกทีละแถวตามรูปแบบที่เผยแพร่"
)
_PUBLISHED_EN = (
    "Department of Environmental Quality Promotion: list of awards and area results, FY 2547-2563, "
    "from a public copy captioned data.go.th, retyped row by row as published"
)
_UNKNOWN_TH = "ไม่พบหน้าที่ระบุสัญญาอนุญาต; ต้องระบุชื่อผู้เผยแพร่"
_UNKNOWN_EN = "Its licence page was not found; name the publisher"
_AS_OF_TH = f"บัญชีปีงบประมาณ 2547-2563; {NOT_RECORDED_TH}"
_AS_OF_EN = f"list of FY 2547-2563; {NOT_RECORDED_EN}"

_AWARD_YEAR = replace(FISCAL_YEAR, past=True)
_PRIZE_OF_LEVEL = Reference("prizes", ("certificate_th", "level"))

AWARD_LIST = Table(
    name="award_list",
    file="published/award_list_fy2547_2563.csv",
    title_th="บัญชีรางวัลและผลการประเมินตามที่เผยแพร่",
    title_en="Award list as published",
    key=(),
    columns={
        "region_as_published": AS_PUBLISHED_REGION,
        "office_as_published": AS_PUBLISHED_OFFICE,
        "province_code": PROVINCE,
        "lao_id": LAO,
        "fiscal_year_be": _AWARD_YEAR,
        "size_as_published": AS_PUBLISHED_SIZE,
        "level": replace(LEVEL, aliases=("Type of Certificate", "ระดับรางวัล", "ประเภทเกียรติบัตร")),
        "certificate_th": CERTIFICATE,
        "lao_type": AWARDED_TYPE,
    },
    refers_to=(_PRIZE_OF_LEVEL,),
    source_th=_PUBLISHED_TH,
    source_en=_PUBLISHED_EN,
    licence_th=_UNKNOWN_TH,
    licence_en=_UNKNOWN_EN,
    sent=True,
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
)

AWARDS = Table(
    name="awards",
    file="awards.csv",
    title_th="รางวัลและผลการประเมิน",
    title_en="Awards and area results",
    key=("award_id",),
    columns={
        "award_id": Column(
            kind="code",
            title_th="รหัสรางวัล",
            title_en="Award identifier",
            about_th="รหัสคงที่ของรางวัลในระบบ: แถวของบัญชีที่เผยแพร่",
            about_en="Stable identifier in this project: AL and the row of the published list",
            pattern=r"^AL-[0-9]{4}$",
            form_th="AL- ตามด้วยเลขสี่หลัก เช่น AL-0002",
            form_en="AL- and four digits, such as AL-0002",
        ),
        "fiscal_year_be": _AWARD_YEAR,
        "level": LEVEL,
        "lao_id": LAO,
        "province_code": PROVINCE,
        "prize_class": PRIZE_CLASS,
        "track": TRACK,
        "certificate_th": CERTIFICATE,
        "size_as_published": AS_PUBLISHED_SIZE,
        "office_as_published": AS_PUBLISHED_OFFICE,
        "region_as_published": AS_PUBLISHED_REGION,
        "source_row": SOURCE_ROW,
        "source_row_repeated": replace(
            SOURCE_ROW,
            title_th="แถวที่ซ้ำ",
            title_en="Repeated row",
            about_th="แถวของบัญชีที่เผยแพร่ซึ่งซ้ำกับแถวนี้ทุกช่อง (ว่าง = ไม่มี)",
            about_en="Row of the published list that repeats this one (empty = none)",
            nullable=True,
        ),
    },
    refers_to=(_PRIZE_OF_LEVEL,),
    source_th=_PUBLISHED_TH + "; รหัสและการจัดประเภทเป็นของโครงการนี้",
    source_en=_PUBLISHED_EN + "; codes and classes are this project's own",
    licence_th=_UNKNOWN_TH,
    licence_en=_UNKNOWN_EN,
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
    generated_by="python -m utils.tables.published",
)

AWARD_LIST_FAULTS = Table(
    name="award_list_faults",
    file="award_list_faults.csv",
    title_th="ข้อบกพร่องของบัญชีที่เผยแพร่",
    title_en="Faults of the published list",
    key=("source_row", "code"),
    columns={
        "source_row": SOURCE_ROW,
        "column": Column(
            kind="text",
            title_th="คอลัมน์",
            title_en="Column",
            about_th="หัวคอลัมน์ตามบัญชีที่เผยแพร่",
            about_en="Heading in the published list",
        ),
        "value": Column(
            kind="text",
            title_th="ค่าที่พบ",
            title_en="Value found",
            about_th="ค่าตามบัญชีที่เผยแพร่",
            about_en="Value in the published list",
        ),
        "code": FAULT,
        "province_code": PROVINCE,
        "lao_id": LAO,
        "detail": Column(
            kind="text",
            title_th="ค่าที่ควรเป็น",
            title_en="Value expected",
            about_th="ค่าที่กฎการตรวจคาดไว้ (แถวซ้ำ: แถวแรก)",
            about_en="What the rule expects (for a repeated row: the first row)",
        ),
    },
    source_th="ผลการตรวจบัญชีที่เผยแพร่ด้วยตัวอ่านของโครงการ",
    source_en="Found by this project's reader in the published list",
    licence_th=_UNKNOWN_TH,
    licence_en=_UNKNOWN_EN,
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
    generated_by="python -m utils.tables.published",
)

PRIZES = Table(
    name="prizes",
    file="prizes.csv",
    title_th="การจัดประเภทรางวัล",
    title_en="Classes of prizes",
    key=("certificate_th",),
    columns={
        "certificate_th": replace(CERTIFICATE, refers_to=None),
        "level": LEVEL,
        "prize_class": PRIZE_CLASS,
        "track": TRACK,
        "counts_for_excellent": COUNTS,
    },
    source_th="ชื่อรางวัลตามบัญชีที่เผยแพร่; การจัดประเภทเป็นของโครงการนี้",
    source_en="Prize names as in the published list; the classes are this project's own",
    licence_th="จัดทำขึ้นในโครงการนี้ เผยแพร่ตามสัญญาอนุญาตของโครงการ",
    licence_en="Compiled in this project; under the project's licence",
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
)
