"""Declarations of the tables of scores and LPA results, and of what is read from them."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared import score_columns as score
from utils.tables.declared.columns import FISCAL_YEAR, LAO, NOTE, SOURCE, Reference, Table
from utils.tables.declared.place_columns import LAO_TYPE, NAME_EN, NAME_TH
from utils.tables.declared.standing_columns import CONFIDENCE, REASON_EN, REASON_TH

_OFFICE_TH = "ตารางของหน่วยงาน ไม่ได้เผยแพร่: แฟ้มที่มากับระบบมีแต่หัวตาราง ดู data/fictitious/README.md"
_OFFICE_EN = (
    "The programme's own table, which is not public: the file that comes with this project holds "
    "its heading only; see data/fictitious/README.md"
)
_OWNER_TH = "ตามที่เจ้าของข้อมูลกำหนด"
_OWNER_EN = "As the owner of the data decides"
_OWN_TH = "จัดทำขึ้นในโครงการนี้ เผยแพร่ตามสัญญาอนุญาตของโครงการ"
_OWN_EN = "Compiled in this project; under the project's licence"
_DLA_TH = "กรมส่งเสริมการปกครองท้องถิ่น: การประเมินประสิทธิภาพของ อปท. (LPA)"
_DLA_EN = "Department of Local Administration: Local Performance Assessment (LPA)"
_YEAR = replace(FISCAL_YEAR, past=True)

SCORES = Table(
    name="scores",
    file="scores.csv",
    title_th="คะแนนรายตัวชี้วัด",
    title_en="Scores by indicator",
    key=("lao_id", "fiscal_year_be", "edition", "indicator", "assessor"),
    columns={
        "lao_id": LAO,
        "fiscal_year_be": _YEAR,
        "edition": score.EDITION_USED,
        "indicator": replace(
            score.INDICATOR,
            about_th="เลขที่ตัวชี้วัด ตามตารางตัวชี้วัดของฉบับนั้น",
            about_en="Number of the indicator, as the table of indicators has it for the edition",
        ),
        "assessor": score.ASSESSOR,
        "score": score.SCORE,
        "assessed_on": score.ASSESSED_ON,
        "note": NOTE,
    },
    source_th=_OFFICE_TH,
    source_en=_OFFICE_EN,
    licence_th=_OWNER_TH,
    licence_en=_OWNER_EN,
    may_be_empty=True,
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
        **score.PART_PERCENTS,
        "average_percent": score.AVERAGE_PERCENT,
        "note": NOTE,
    },
    source_th=_OFFICE_TH,
    source_en=_OFFICE_EN,
    licence_th=_OWNER_TH,
    licence_en=_OWNER_EN,
    may_be_empty=True,
)

LPA_BANDS = Table(
    name="lpa_bands",
    file="lpa_bands.csv",
    title_th="ระดับผลการประเมิน LPA",
    title_en="Bands of LPA results",
    key=("band",),
    columns={
        "band": score.LPA_BAND,
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "low_percent": score.LOW_PERCENT,
        "source": SOURCE,
    },
    source_th=_DLA_TH,
    source_en=_DLA_EN,
    licence_th="ข้อเท็จจริงทางราชการ",
    licence_en="Official facts",
)

LPA_CONVERSIONS = Table(
    name="lpa_conversions",
    file="lpa_conversions.csv",
    title_th="การแปลงผล LPA เป็นคะแนนตัวชี้วัด",
    title_en="Conversion of LPA results to scores",
    key=("edition", "indicator", "lpa_percent"),
    columns={
        "edition": score.EDITION_USED,
        "indicator": score.INDICATOR,
        "lpa_basis": score.LPA_BASIS,
        "lpa_percent": replace(
            score.PERCENT,
            title_th="ผล LPA ร้อยละ",
            title_en="LPA per cent",
            about_th="จุดหนึ่งของเส้นการแปลง ระหว่างจุดแปลงเป็นเส้นตรง",
            about_en="One point of the conversion, which is linear between two points",
        ),
        "score": replace(
            score.SCORE,
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
    licence_th=_OWN_TH,
    licence_en=_OWN_EN,
)

SCORE_CUTOFFS = Table(
    name="score_cutoffs",
    file="score_cutoffs.csv",
    title_th="เกณฑ์ตัดสินระดับผลประเมิน",
    title_en="Cut-offs of result levels",
    key=("scale", "lao_type", "level"),
    columns={
        "scale": score.SCALE,
        "lao_type": replace(
            LAO_TYPE,
            about_th="ประเภท อปท. ที่ใช้เกณฑ์นี้ (ว่าง = ทุกประเภท)",
            about_en="Type of LAO it applies to (empty = every type)",
            nullable=True,
        ),
        "level": score.LEVEL,
        "low_percent": score.LOW_PERCENT,
        "confidence": CONFIDENCE,
        "source": SOURCE,
    },
    source_th="เกณฑ์ผ่านของการประเมินตนเองตามเกณฑ์ของโครงการ; ระดับผลประเมินระดับพื้นที่ไม่ได้เผยแพร่ "
    "เป็นข้อสันนิษฐานของโครงการนี้",
    source_en="Pass marks of the self-assessment by the criteria; the cut-offs of area results are "
    "not public and assumed in this project",
    licence_th=_OWN_TH,
    licence_en=_OWN_EN,
)
