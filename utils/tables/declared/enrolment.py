"""Declarations of the tables of enrolment in LA21 & Green City, and of the evidence for steps."""

from __future__ import annotations

from utils.tables.declared import staircase_columns as stair
from utils.tables.declared.columns import FISCAL_YEAR, LAO, NOTE, Column, Table

_OFFICE_TH = "ตารางของหน่วยงาน ไม่ได้เผยแพร่: แฟ้มที่มากับระบบมีแต่หัวตาราง"
_OFFICE_EN = (
    "The programme's own table, which is not public: the file that comes with this project holds "
    "its heading only"
)
_OWNER_TH = "ตามที่เจ้าของข้อมูลกำหนด"
_OWNER_EN = "As the owner of the data decides"

ENROLMENT = Table(
    name="enrolment",
    file="enrolment.csv",
    title_th="การเข้าร่วมและขั้นบันไดรายปี",
    title_en="Enrolment and steps by year",
    key=("lao_id", "fiscal_year_be"),
    columns={
        "lao_id": LAO,
        "fiscal_year_be": FISCAL_YEAR,
        "pathway": stair.PATHWAY,
        "step": stair.STEP,
        "applied_on": stair.APPLIED_ON,
        "self_assessed_on": stair.SELF_ASSESSED_ON,
        "status": stair.STATUS,
        "coach_assigned": stair.COACH_ASSIGNED,
        "regional_network": stair.REGIONAL_NETWORK,
        "note": NOTE,
    },
    source_th=_OFFICE_TH,
    source_en=_OFFICE_EN,
    licence_th=_OWNER_TH,
    licence_en=_OWNER_EN,
    may_be_empty=True,
)

STEP_EVIDENCE = Table(
    name="step_evidence",
    file="step_evidence.csv",
    title_th="หลักฐานของขั้นบันได",
    title_en="Evidence for steps",
    key=("evidence_id",),
    columns={
        "evidence_id": Column(
            kind="code",
            title_th="รหัสหลักฐาน",
            title_en="Evidence identifier",
            about_th="รหัสคงที่ของหลักฐานหนึ่งรายการ",
            about_en="Stable identifier of one piece of evidence",
        ),
        "lao_id": LAO,
        "fiscal_year_be": FISCAL_YEAR,
        "requirement": stair.REQUIREMENT,
        "count": stair.COUNT,
        "activity_type": Column(
            kind="text",
            title_th="ประเภทกิจกรรม",
            title_en="Type of activity",
            about_th="ประเภทของกิจกรรม (ว่าง = ไม่ใช่กิจกรรมหรือไม่ทราบ)",
            about_en="Type of the activity (empty = not an activity, or not known)",
            nullable=True,
        ),
        "budget_baht": Column(
            kind="number",
            title_th="งบประมาณ",
            title_en="Budget",
            about_th="งบประมาณของกิจกรรม (ว่าง = ไม่ทราบ)",
            about_en="Budget of the activity (empty = not known)",
            unit_th="บาท",
            unit_en="baht",
            low=0,
            nullable=True,
            aliases=("งบประมาณ (บาท)",),
        ),
        "partners": Column(
            kind="text",
            title_th="ภาคี",
            title_en="Partners",
            about_th="หน่วยงานและกลุ่มที่ร่วมดำเนินงาน ไม่ใช่ชื่อบุคคล (ว่าง = ไม่ทราบ)",
            about_en="Bodies and groups that took part, never a person's name (empty = not known)",
            nullable=True,
            aliases=("ภาคีเครือข่าย", "ผู้ร่วมดำเนินงาน"),
        ),
        "expanded_to": Column(
            kind="text",
            title_th="ขยายผลไปที่",
            title_en="Expanded to",
            about_th="พื้นที่ที่ขยายผลไปถึง (ว่าง = ไม่ใช่การขยายผลหรือไม่ทราบ)",
            about_en="Area reached by the expansion (empty = no expansion, or not known)",
            nullable=True,
            aliases=("พื้นที่ขยายผล",),
        ),
        "note": NOTE,
    },
    source_th=_OFFICE_TH,
    source_en=_OFFICE_EN,
    licence_th=_OWNER_TH,
    licence_en=_OWNER_EN,
    may_be_empty=True,
)
