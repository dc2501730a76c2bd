"""The tables of the programme: its targets and its assessment rounds."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.awards import LEVEL
from utils.tables.declared.columns import NOT_RECORDED_EN, NOT_RECORDED_TH, Choice, Column, Table
from utils.tables.declared.shared import (
    FISCAL_YEAR,
    NAME_EN,
    NAME_TH,
    NOTE_EN,
    NOTE_TH,
    OFFICIAL_FACTS_EN,
    OFFICIAL_FACTS_TH,
    OWN_LICENCE_EN,
    OWN_LICENCE_TH,
    SOURCE,
    text_column,
)

TARGETS = Table(
    name="targets",
    file="targets.csv",
    title_th="เป้าหมาย",
    title_en="Targets",
    key=("target_id",),
    about=("name_th", "deadline_fiscal_year_be"),
    columns={
        "target_id": Column(
            kind="code",
            title_th="รหัสเป้าหมาย",
            title_en="Target identifier",
            about_th="รหัสคงที่ของเป้าหมายในระบบ",
            about_en="Stable identifier of the target in this project",
        ),
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "target_provinces": Column(
            kind="integer",
            title_th="จำนวนจังหวัดเป้าหมาย",
            title_en="Target",
            about_th="จำนวนจังหวัดที่ต้องบรรลุ",
            about_en="Number of provinces to reach",
            unit_th="จังหวัด",
            unit_en="provinces",
            low=1,
            high=76,
        ),
        "reference_fiscal_year_be": replace(
            FISCAL_YEAR,
            title_th="ปีอ้างอิง",
            title_en="Reference year",
            about_th="ปีงบประมาณ พ.ศ. ที่สิ้นปีเป็นจุดเริ่มของเส้นอ้างอิง",
            about_en="Fiscal year, Buddhist Era, at whose end the reference line starts",
            aliases=(),
        ),
        "deadline_fiscal_year_be": replace(
            FISCAL_YEAR,
            title_th="ปีสิ้นสุด",
            title_en="Deadline",
            about_th="ปีงบประมาณ พ.ศ. ที่ต้องบรรลุ",
            about_en="Fiscal year, Buddhist Era, by whose end the target is to be reached",
            aliases=(),
        ),
        "resolved_on": Column(
            kind="date",
            title_th="วันที่มีมติ",
            title_en="Resolved on",
            about_th="วันที่คณะรัฐมนตรีมีมติ (ค.ศ. รูปแบบ ISO 8601)",
            about_en="Date of the resolution, ISO 8601, Common Era",
        ),
        "note_th": NOTE_TH,
        "note_en": NOTE_EN,
        "source": SOURCE,
    },
    in_order=(("reference_fiscal_year_be", "deadline_fiscal_year_be"),),
    source_th="มติคณะรัฐมนตรี ตามที่ระบุในแต่ละแถว",
    source_en="Cabinet resolutions, as each row states",
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
    as_of_th="มติวันที่ 10 ตุลาคม 2560",
    as_of_en="resolution of 10 October 2560 B.E.",
)

ROUND_STATUS = Column(
    kind="choice",
    title_th="สถานะรอบประเมิน",
    title_en="State of the round",
    about_th="สถานะของรอบประเมินในปีนั้น ไม่มีสถานะใดหมายถึงศูนย์",
    about_en="Status of the round in that year; no status means zero",
    choices=(
        Choice(
            code="complete", th="มีรายชื่อครบ", en="List complete", aliases=("listed", "มีรายชื่อในบัญชี")
        ),
        Choice(code="partial", th="มีรายชื่อบางส่วน", en="List in part"),
        Choice(
            code="list_missing",
            th="มีรอบประเมิน แต่บัญชีนี้ไม่มีรายชื่อ",
            en="Round held, list not in this table",
        ),
        Choice(code="no_round", th="ไม่มีรอบประเมินในปีนี้", en="No assessment round this year"),
        Choice(code="not_known", th="ไม่ทราบ", en="Not known", aliases=("no_data", "ไม่มีข้อมูล")),
    ),
)

BASIS_TH = text_column("เหตุผล", "Basis (Thai)", "เหตุผลของสถานะ", "Reason for this status, in Thai")

BASIS_EN = text_column(
    "เหตุผล (อังกฤษ)", "Basis", "เหตุผลของสถานะ ภาษาอังกฤษ", "Reason for this status, in English"
)

_AS_OF = Column(
    kind="date",
    title_th="ข้อมูล ณ วันที่",
    title_en="As of",
    about_th="วันที่ของแหล่งข้อมูล (ค.ศ. รูปแบบ ISO 8601; ว่าง = แหล่งข้อมูลไม่ระบุ)",
    about_en="Day of the source, ISO 8601, Common Era (empty = the source gives none)",
    nullable=True,
)

ROUNDS = Table(
    name="rounds",
    file="rounds.csv",
    title_th="รอบประเมินรายปี",
    title_en="Assessment rounds by year",
    key=("fiscal_year_be", "level"),
    columns={
        "fiscal_year_be": FISCAL_YEAR,
        "level": LEVEL,
        "status": ROUND_STATUS,
        "basis_th": BASIS_TH,
        "basis_en": BASIS_EN,
        "source": SOURCE,
        "as_of_on": _AS_OF,
    },
    source_th="อนุมานจากบัญชีที่เผยแพร่และข่าวสาธารณะ ตามเหตุผลในแต่ละแถว",
    source_en="Inferred from the published list and press reports, for the reason in each row",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
    as_of_th=f"บัญชีถึงปีงบประมาณ 2563 ข่าวถึงประจำปี 2567; {NOT_RECORDED_TH}",
    as_of_en=f"list up to FY 2563, press up to 2567 B.E.; {NOT_RECORDED_EN}",
)
