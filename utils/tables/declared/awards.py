"""The award tables: the published list, the project's own tables made from it, and the prizes."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import (
    NOT_RECORDED_EN,
    NOT_RECORDED_TH,
    Across,
    Choice,
    Column,
    Reference,
    Table,
)
from utils.tables.declared.places import LAO_TYPE, LAO_TYPES
from utils.tables.declared.shared import FISCAL_YEAR, LAO, OWN_LICENCE_EN, OWN_LICENCE_TH, PROVINCE

LEVEL_NATIONAL = Choice(code="national", th="ระดับประเทศ", en="National")

LEVEL_AREA = Choice(code="area", th="ระดับพื้นที่", en="Area")

LEVEL = Column(
    kind="choice",
    title_th="ระดับ",
    title_en="Level",
    about_th="ระดับของรางวัลหรือผลการประเมิน",
    about_en="Level of the award or result",
    choices=(LEVEL_NATIONAL, LEVEL_AREA),
    aliases=("ระดับรางวัล", "ระดับการประเมิน", "award level"),
)

AS_PUBLISHED_REGION = Column(
    kind="text",
    title_th="ภาคตามที่เผยแพร่",
    title_en="Region as published",
    about_th="ภาคตามที่เขียนในบัญชี",
    about_en="Region as written in the published list",
    aliases=("region", "ภาค"),
    nullable=True,
)

AS_PUBLISHED_OFFICE = Column(
    kind="text",
    title_th="สำนักงานตามที่เผยแพร่",
    title_en="Office as published",
    about_th="สำนักงานสิ่งแวดล้อมภาคตามที่เขียนในบัญชี",
    about_en="Regional environment office as written in the published list",
    aliases=("Environmental Office Region", "สำนักงานสิ่งแวดล้อมภาค", "สสภ.", "สคพ."),
    nullable=True,
)

AS_PUBLISHED_SIZE = Column(
    kind="text",
    title_th="ขนาดตามที่เผยแพร่",
    title_en="Size as published",
    about_th="ขนาดเทศบาลตามที่เขียนในบัญชี (เล็ก กลาง ใหญ่ ถึง 2559; ตำบล เมือง นคร ตั้งแต่ 2561)",
    about_en="Size class as written in the published list (its words changed in FY 2561)",
    aliases=("size", "ขนาด", "ขนาดเทศบาล"),
    nullable=True,
)

CERTIFICATE = Column(
    kind="text",
    title_th="รางวัลหรือผลการประเมิน",
    title_en="Prize or result",
    about_th="ชื่อรางวัลหรือผลการประเมินตามที่เผยแพร่",
    about_en="Prize or result as worded in the published list",
    aliases=("Certificate", "รางวัล", "เกียรติบัตร", "ผลการประเมิน"),
    refers_to="prizes.certificate_th",
)

# Municipalities, and SAOs, which won from FY 2567.
AWARDED_TYPE = replace(LAO_TYPE, choices=LAO_TYPES[:4], nullable=True)

SOURCE_ROW = Column(
    kind="integer",
    title_th="แถวในบัญชีที่เผยแพร่",
    title_en="Row of the published list",
    about_th="เลขแถวในแฟ้มที่เผยแพร่ ตามที่โปรแกรมตารางแสดง (หัวตารางคือแถว 1)",
    about_en="Row number in the published file as a spreadsheet shows it (the heading is row 1)",
    low=2,
)

PRIZE_CLASS = Column(
    kind="choice",
    title_th="ประเภทรางวัล",
    title_en="Prize class",
    about_th="ประเภทของรางวัลหรือระดับผลประเมินที่ระบบใช้",
    about_en="Class of the prize or result, as this project groups them",
    choices=(
        Choice(code="winner", th="ชนะเลิศ", en="Winner"),
        Choice(code="runner_up_1", th="รองชนะเลิศ อันดับ 1", en="First runner-up"),
        Choice(code="runner_up_2", th="รองชนะเลิศ อันดับ 2", en="Second runner-up"),
        Choice(code="runner_up_3", th="รองชนะเลิศ อันดับ 3", en="Third runner-up"),
        Choice(code="honourable_mention", th="ชมเชย", en="Honourable mention"),
        Choice(code="national_outstanding", th="ดีเด่นระดับประเทศ", en="Outstanding, national"),
        Choice(code="regional_outstanding", th="ดีเด่นระดับภาค", en="Outstanding, regional"),
        Choice(code="commitment", th="รางวัลความมุ่งมั่น", en="Commitment prize"),
        Choice(code="excellent", th="ผลประเมินระดับดีเยี่ยม", en="Area result: excellent"),
        Choice(code="very_good", th="ผลประเมินระดับดีมาก", en="Area result: very good"),
        Choice(code="good", th="ผลประเมินระดับดี", en="Area result: good"),
    ),
)

TRACK = Column(
    kind="choice",
    title_th="สายรางวัล",
    title_en="Track",
    about_th="สายของรางวัลระดับประเทศ (ว่าง = ไม่แยกสายหรือไม่ทราบ)",
    about_en="Track of a national award (empty = no track, or not known)",
    choices=(
        Choice(code="liveable", th="เทศบาลน่าอยู่อย่างยั่งยืน", en="Sustainable liveable city"),
        Choice(code="environment", th="ด้านสิ่งแวดล้อมยั่งยืน", en="Sustainable environment"),
    ),
    nullable=True,
)

COUNTS = Column(
    kind="flag",
    title_th="นับตามเกณฑ์ (ค)",
    title_en="Counts under rule (c)",
    about_th="นับเป็นระดับดีเยี่ยมหรือรางวัลระดับประเทศตามเกณฑ์การนับ (ค)",
    about_en="Counts as excellent or a national prize under counting rule (c)",
)

FAULT = Column(
    kind="choice",
    title_th="ประเภทข้อบกพร่อง",
    title_en="Kind of fault",
    about_th="รหัสข้อบกพร่อง คำอธิบายเต็มอยู่ใน data/words/problems.toml",
    about_en="Code of the fault; its full words are in data/words/problems.toml",
    choices=(
        Choice(code="office_misspelt", th="ชื่อสำนักงานสะกดผิด", en="Office misspelt"),
        Choice(
            code="office_other_province",
            th="สำนักงานไม่ตรงกับจังหวัด",
            en="Office and province disagree",
        ),
        Choice(code="region_other", th="ภาคไม่ตรงกับจังหวัด", en="Region and province disagree"),
        Choice(code="type_other", th="ประเภทไม่ตรงกับทะเบียน อปท.", en="Type and register disagree"),
        Choice(code="size_misspelt", th="ขนาดสะกดผิด", en="Size misspelt"),
        Choice(
            code="size_contradicts_type",
            th="ขนาดขัดกับประเภทเทศบาล (ตั้งแต่ 2561)",
            en="Size contradicts the type (from 2561)",
        ),
        Choice(
            code="size_word_old",
            th="ใช้คำบอกขนาดแบบเดิม (ตั้งแต่ 2561)",
            en="Old size word (from 2561)",
        ),
        Choice(
            code="size_word_early",
            th="ใช้คำบอกขนาดแบบใหม่ก่อน 2561",
            en="New size word before 2561",
        ),
        Choice(code="row_repeated", th="แถวซ้ำทุกช่อง", en="Row repeated whole"),
    ),
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
    across=Across("certificate_th", ("fiscal_year_be", "level")),
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
)

AWARDS = Table(
    name="awards",
    file="awards.csv",
    title_th="รางวัลและผลการประเมิน",
    title_en="Awards and area results",
    key=("award_id",),
    about=("fiscal_year_be", "level", "lao_id", "prize_class", "certificate_th"),
    columns={
        "award_id": Column(
            kind="code",
            title_th="รหัสรางวัล",
            title_en="Award identifier",
            about_th="รหัสคงที่ของรางวัลในระบบ: เลขแถวของบัญชี 2547-2563 แล้วนับต่อ ไม่เปลี่ยนตามบัญชีที่ส่งภายหลัง",
            about_en="Stable identifier in this project: AL, the row of the list of FY 2547-2563, "
            "then counted on; no later list changes it",
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
    key=("source_row", "code", "value", "lao_id"),  # rows of two lists may have one number
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
    about=("level",),
    columns={
        "certificate_th": replace(CERTIFICATE, refers_to=None),
        "level": LEVEL,
        "prize_class": PRIZE_CLASS,
        "track": TRACK,
        "counts_for_excellent": COUNTS,
    },
    source_th="ชื่อรางวัลตามบัญชีที่เผยแพร่; การจัดประเภทเป็นของโครงการนี้",
    source_en="Prize names as in the published list; the classes are this project's own",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
    as_of_th=_AS_OF_TH,
    as_of_en=_AS_OF_EN,
)
