"""The tables of scores and LPA results, and of what is read from them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from utils.tables.declared.columns import Across, Choice, Column, Reference, Table
from utils.tables.declared.criteria import EDITION_USED, INDICATOR, PERCENT
from utils.tables.declared.places import LAO_TYPE
from utils.tables.declared.shared import (
    CONFIDENCE,
    FISCAL_YEAR,
    LAO,
    NAME_EN,
    NAME_TH,
    NOTE,
    OFFICIAL_FACTS_EN,
    OFFICIAL_FACTS_TH,
    OWN_LICENCE_EN,
    OWN_LICENCE_TH,
    OWNER_DECIDES_EN,
    OWNER_DECIDES_TH,
    REASON_EN,
    REASON_TH,
    SOURCE,
)

_OFFICE_TH = "ตารางของหน่วยงาน ไม่ได้เผยแพร่: แฟ้มที่มากับระบบมีแต่หัวตาราง ดู data/fictitious/README.md"

_OFFICE_EN = (
    "The programme's own table, which is not public: the file that comes with this project holds "
    "its heading only; see data/fictitious/README.md"
)

_DLA_TH = "กรมส่งเสริมการปกครองท้องถิ่น: การประเมินประสิทธิภาพของ อปท. (LPA)"

_DLA_EN = "Department of Local Administration: Local Performance Assessment (LPA)"

_YEAR = replace(FISCAL_YEAR, past=True)

LPA_PARTS: Final = tuple(f"part_{number}" for number in range(1, 6))

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
    about_en="Date of the assessment (empty = not known)",
    nullable=True,
)

LOW_PERCENT = replace(
    PERCENT,
    title_th="ตั้งแต่ร้อยละ",
    title_en="From per cent",
    about_th="ร้อยละต่ำสุดของระดับนี้ (นับรวม)",
    about_en="Lowest percentage of this level, inclusive",
)

_PART_NAMES = (
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
            for code, (th, en) in zip(LPA_PARTS, _PART_NAMES, strict=True)
        ),
        Choice(code="average", th="ค่าเฉลี่ยทุกด้าน", en="Average of the parts"),
    ),
)


def _of_part_alone(choice: Choice) -> tuple[str, str]:
    """Return the names of a part without its number."""
    return _PART_NAMES[int(choice.code[-1]) - 1]


def _of_part(choice: Choice) -> Column:
    number = choice.code[-1]
    return replace(
        PERCENT,
        title_th=choice.th,
        title_en=choice.en,
        about_th=f"ผลการประเมิน LPA ด้านที่ {number} (ว่าง = ไม่ทราบ)",
        about_en=f"LPA result of part {number} (empty = not known)",
        nullable=True,
        aliases=(f"ด้านที่ {number}", f"ด้าน {number}", f"part {number}", *_of_part_alone(choice)),
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

RESULT_LEVEL = Column(
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

SCORES = Table(
    name="scores",
    file="scores.csv",
    title_th="คะแนนรายตัวชี้วัด",
    title_en="Scores by indicator",
    key=("lao_id", "fiscal_year_be", "edition", "indicator", "assessor"),
    columns={
        "lao_id": LAO,
        "fiscal_year_be": _YEAR,
        "edition": EDITION_USED,
        "indicator": replace(
            INDICATOR,
            about_th="เลขที่ตัวชี้วัด ตามตารางตัวชี้วัดของฉบับนั้น",
            about_en="Number of the indicator, as the table of indicators has it for the edition",
        ),
        "assessor": ASSESSOR,
        "score": SCORE,
        "assessed_on": ASSESSED_ON,
        "note": NOTE,
    },
    source_th=_OFFICE_TH,
    source_en=_OFFICE_EN,
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    may_be_empty=True,
    across=Across("score", ("fiscal_year_be", "indicator", "assessor", "lao_id")),
)

LPA_RESULTS = Table(
    name="lpa_results",
    file="lpa_results.csv",
    title_th="ผลการประเมิน LPA",
    title_en="LPA results",
    key=("lao_id", "fiscal_year_be"),
    columns={
        "lao_id": LAO,
        "fiscal_year_be": _YEAR,
        **PART_PERCENTS,
        "average_percent": AVERAGE_PERCENT,
        "note": NOTE,
    },
    source_th=_OFFICE_TH,
    source_en=_OFFICE_EN,
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    may_be_empty=True,
    across=Across("average_percent", ("fiscal_year_be", "lao_id")),
)

LPA_BANDS = Table(
    name="lpa_bands",
    file="lpa_bands.csv",
    title_th="ระดับผลการประเมิน LPA",
    title_en="Bands of LPA results",
    key=("band",),
    columns={
        "band": LPA_BAND,
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "low_percent": LOW_PERCENT,
        "source": SOURCE,
    },
    source_th=_DLA_TH,
    source_en=_DLA_EN,
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
)

LPA_CONVERSIONS = Table(
    name="lpa_conversions",
    file="lpa_conversions.csv",
    title_th="การแปลงผล LPA เป็นคะแนนตัวชี้วัด",
    title_en="Conversion of LPA results to scores",
    key=("edition", "indicator", "lpa_percent"),
    columns={
        "edition": EDITION_USED,
        "indicator": INDICATOR,
        "lpa_basis": LPA_BASIS,
        "lpa_percent": replace(
            PERCENT,
            title_th="ผล LPA ร้อยละ",
            title_en="LPA per cent",
            about_th="จุดหนึ่งของเส้นการแปลง ระหว่างจุดแปลงเป็นเส้นตรง",
            about_en="One point of the conversion, which is linear between two points",
        ),
        "score": replace(
            SCORE,
            about_th="คะแนนของตัวชี้วัดที่จุดนี้",
            about_en="Score of the indicator at this point",
            nullable=False,
        ),
        "confidence": CONFIDENCE,
        "reason_th": REASON_TH,
        "reason_en": REASON_EN,
    },
    refers_to=(Reference("indicators", ("edition", "indicator")),),
    source_th="ไม่มีกฎที่เผยแพร่: เป็นข้อสันนิษฐานของโครงการนี้ ผู้ดูแลข้อมูลแก้ไขได้",
    source_en="No rule is public: assumed in this project, for the data steward to correct",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
)

SCORE_CUTOFFS = Table(
    name="score_cutoffs",
    file="score_cutoffs.csv",
    title_th="เกณฑ์ตัดสินระดับผลประเมิน",
    title_en="Cut-offs of result levels",
    key=("scale", "lao_type", "level"),
    columns={
        "scale": SCALE,
        "lao_type": replace(
            LAO_TYPE,
            about_th="ประเภท อปท. ที่ใช้เกณฑ์นี้ (ว่าง = ทุกประเภท)",
            about_en="Type of LAO it applies to (empty = every type)",
            nullable=True,
        ),
        "level": RESULT_LEVEL,
        "low_percent": LOW_PERCENT,
        "confidence": CONFIDENCE,
        "source": SOURCE,
    },
    source_th="เกณฑ์ผ่านของการประเมินตนเองตามเกณฑ์ของโครงการ; ระดับผลประเมินระดับพื้นที่ไม่ได้เผยแพร่ "
    "เป็นข้อสันนิษฐานของโครงการนี้",
    source_en="Pass marks of the self-assessment by the criteria; the cut-offs of area results are "
    "not public and assumed in this project",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
)
