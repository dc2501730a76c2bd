"""Columns that the award tables share."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared import place_columns as place
from utils.tables.declared.columns import Choice, Column

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
)
AS_PUBLISHED_OFFICE = Column(
    kind="text",
    title_th="สำนักงานตามที่เผยแพร่",
    title_en="Office as published",
    about_th="สำนักงานสิ่งแวดล้อมภาคตามที่เขียนในบัญชี",
    about_en="Regional environment office as written in the published list",
    aliases=("Environmental Office Region", "สำนักงานสิ่งแวดล้อมภาค", "สสภ.", "สคพ."),
)
AS_PUBLISHED_SIZE = Column(
    kind="text",
    title_th="ขนาดตามที่เผยแพร่",
    title_en="Size as published",
    about_th="ขนาดเทศบาลตามที่เขียนในบัญชี (เล็ก กลาง ใหญ่ ถึง 2559; ตำบล เมือง นคร ตั้งแต่ 2561)",
    about_en="Size class as written in the published list (its words changed in FY 2561)",
    aliases=("size", "ขนาด", "ขนาดเทศบาล"),
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
AWARDED_TYPE = replace(place.LAO_TYPE, choices=place.LAO_TYPES[:4])
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
