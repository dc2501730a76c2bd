"""Columns of the tables of criteria, of scores and of LPA results."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from utils.tables.declared import programme_columns as programme
from utils.tables.declared.columns import Choice, Column

LPA_PARTS: Final = tuple(f"part_{number}" for number in range(1, 6))

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
INDICATOR = replace(
    programme.NUMBER,
    title_th="ตัวชี้วัดที่",
    title_en="Indicator",
    about_th="เลขที่ตัวชี้วัด",
    about_en="Number of the indicator",
    aliases=("ตัวชี้วัด", "เลขที่ตัวชี้วัด"),
)
COMPONENT = replace(
    programme.NUMBER,
    title_th="องค์ประกอบที่",
    title_en="Component",
    about_th="เลขที่องค์ประกอบ",
    about_en="Number of the component",
    aliases=("องค์ประกอบ",),
)
ASSESSOR = Column(
    kind="choice",
    title_th="ผู้ประเมิน",
    title_en="Assessor",
    about_th="ผู้ให้คะแนน: อปท. ประเมินตนเอง ระดับพื้นที่ หรือระดับประเทศ",
    about_en="Who gave the score: the LAO itself, the area level or the national level",
    choices=(
        Choice(code="self", th="ประเมินตนเอง", en="Self-assessment", aliases=("ตนเอง", "อปท.")),
        Choice(code="area", th="ประเมินระดับพื้นที่", en="Area level", aliases=("พื้นที่", "ระดับพื้นที่")),
        Choice(
            code="national",
            th="ประเมินระดับประเทศ",
            en="National level",
            aliases=("ประเทศ", "ระดับประเทศ"),
        ),
    ),
    aliases=("ระดับการประเมิน", "ประเมินโดย"),
)
SCORE = Column(
    kind="number",
    title_th="คะแนน",
    title_en="Score",
    about_th="คะแนนที่ได้ ไม่เกินคะแนนเต็มของตัวชี้วัด (ว่าง = ไม่ทราบ มิใช่ศูนย์)",
    about_en="Score given, at most the maximum of the indicator (empty = not known, never zero)",
    unit_th="คะแนน",
    unit_en="points",
    low=0,
    high=100,
    nullable=True,
    aliases=("คะแนนที่ได้",),
)
ASSESSED_ON = Column(
    kind="date",
    title_th="วันที่ประเมิน",
    title_en="Assessed on",
    about_th="วันที่ให้คะแนน (ว่าง = ไม่ทราบ)",
    about_en="Day of the assessment (empty = not known)",
    nullable=True,
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
LOW_PERCENT = replace(
    PERCENT,
    title_th="ตั้งแต่ร้อยละ",
    title_en="From per cent",
    about_th="ร้อยละต่ำสุดของระดับนี้ (นับรวม)",
    about_en="Least percentage of this level, itself included",
)

_PARTS = (
    ("การบริหารจัดการ", "Management"),
    ("การบริหารงานบุคคลและกิจการสภา", "Personnel and council affairs"),
    ("การบริหารงานการเงินและการคลัง", "Finance"),
    ("การบริการสาธารณะ", "Public services"),
    ("ธรรมาภิบาล", "Good governance"),
)
LPA_BASIS = Column(
    kind="choice",
    title_th="ฐาน LPA",
    title_en="LPA basis",
    about_th="ผล LPA ส่วนที่นำมาแปลงเป็นคะแนน",
    about_en="Which part of the LPA result is converted",
    choices=(
        *(
            Choice(code=code, th=f"ด้านที่ {code[-1]} {th}", en=f"Part {code[-1]}: {en}")
            for code, (th, en) in zip(LPA_PARTS, _PARTS, strict=True)
        ),
        Choice(code="average", th="ค่าเฉลี่ยทุกด้าน", en="Average of the parts"),
    ),
)


def _of_part(choice: Choice) -> Column:
    number = choice.code[-1]
    return replace(
        PERCENT,
        title_th=choice.th,
        title_en=choice.en,
        about_th=f"ผลการประเมิน LPA ด้านที่ {number} (ว่าง = ไม่ทราบ)",
        about_en=f"LPA result of part {number} (empty = not known)",
        nullable=True,
        aliases=(f"ด้านที่ {number}", f"ด้าน {number}", f"part {number}"),
    )


PART_PERCENTS: Final = {f"{one.code}_percent": _of_part(one) for one in LPA_BASIS.choices[:-1]}
AVERAGE_PERCENT = replace(
    PERCENT,
    title_th="ค่าเฉลี่ย LPA",
    title_en="LPA average",
    about_th="ค่าเฉลี่ยของทุกด้านตามที่แหล่งข้อมูลระบุ (ว่าง = ไม่ทราบ)",
    about_en="Average of the parts as the source states it (empty = not known)",
    nullable=True,
    aliases=("เฉลี่ย", "ค่าเฉลี่ย", "คะแนนเฉลี่ย", "average"),
)
LPA_BAND = Column(
    kind="choice",
    title_th="ระดับผล LPA",
    title_en="LPA band",
    about_th="ระดับของค่าเฉลี่ย LPA (มิใช่ระดับผลประเมินเมืองสิ่งแวดล้อมยั่งยืน)",
    about_en="Band of the LPA average (not the level of an area result)",
    choices=(
        Choice(code="excellent", th="ดีเด่น", en="Outstanding"),
        Choice(code="very_good", th="ดีมาก", en="Very good"),
        Choice(code="good", th="ดี", en="Good"),
    ),
)
SCALE = Column(
    kind="choice",
    title_th="เกณฑ์ตัดสิน",
    title_en="Scale",
    about_th="เกณฑ์ผ่านของการประเมินตนเอง หรือระดับผลประเมินระดับพื้นที่ ซึ่งใช้แยกกัน",
    about_en="The pass mark of the self-assessment or the levels of area results, kept apart",
    choices=(
        Choice(code="self_pass", th="เกณฑ์ผ่านของการประเมินตนเอง", en="Pass of the self-assessment"),
        Choice(code="area_result", th="ระดับผลประเมินระดับพื้นที่", en="Level of the area result"),
    ),
)
LEVEL = Column(
    kind="choice",
    title_th="ระดับผลประเมิน",
    title_en="Result level",
    about_th="ระดับที่ได้เมื่อถึงร้อยละที่กำหนด",
    about_en="Level reached from this percentage on",
    choices=(
        Choice(code="pass", th="ผ่าน", en="Passed"),
        Choice(code="good", th="ดี", en="Good"),
        Choice(code="very_good", th="ดีมาก", en="Very good"),
        Choice(code="excellent", th="ดีเยี่ยม", en="Excellent"),
    ),
)
