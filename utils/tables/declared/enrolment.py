"""The tables of enrolment in LA21 & Green City, and of the evidence for steps."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from utils.tables.declared.columns import Across, Choice, Column, Table
from utils.tables.declared.places import REGIONS_4
from utils.tables.declared.shared import (
    FISCAL_YEAR,
    LAO,
    NOTE,
    OWNER_DECIDES_EN,
    OWNER_DECIDES_TH,
    PROVINCE,
)

STANDARD = Choice(
    code="standard",
    th="บันไดสู่ความสำเร็จ 4 ขั้น",
    en="Four-step staircase",
    aliases=("ปกติ", "เส้นทางปกติ", "บันได 4 ขั้น", "4 ขั้น"),
)

FAST_TRACK = Choice(
    code="fast_track",
    th="เส้นทางลัด (Fast Track)",
    en="Fast track",
    aliases=("เส้นทางลัด", "ทางลัด", "เส้นทาง Fast Track", "ก้าวกระโดด"),
)

PATHWAY = Column(
    kind="choice",
    title_th="เส้นทาง",
    title_en="Pathway",
    about_th="เส้นทางที่ อปท. เดินในปีนั้น",
    about_en="Pathway the LAO follows in that year",
    choices=(STANDARD, FAST_TRACK),
    aliases=("ประเภทเส้นทาง", "เส้นทางการดำเนินงาน"),
)

STANDARD_STEPS = tuple(
    Choice(code=n, th=f"ขั้นที่ {n}", en=f"Step {n}", aliases=(f"ขั้น {n}", f"บันไดขั้นที่ {n}"))
    for n in "1234"
)

FAST_STEPS = tuple(
    Choice(
        code=f"F{n}",
        th=f"Fast Track ขั้นที่ {n}",
        en=f"Fast-track step {n}",
        aliases=(f"Fast Track {n}", f"เส้นทางลัด {n}", f"เส้นทางลัดขั้นที่ {n}", f"FT{n}"),
    )
    for n in "123"
)

STEP = Column(
    kind="choice",
    title_th="ขั้นที่",
    title_en="Step",
    about_th="ขั้นที่ถึงเมื่อสิ้นปีงบประมาณ (ว่าง = ไม่ทราบว่าถึงขั้นใด มิใช่ขั้นศูนย์)",
    about_en="Step reached by the end of the fiscal year (empty = not known which, never zero)",
    choices=(*STANDARD_STEPS, *FAST_STEPS),
    nullable=True,
    aliases=("ขั้น", "ขั้นบันได", "บันไดขั้นที่", "ขั้นที่ถึง"),
)

APPLIED_ON = Column(
    kind="date",
    title_th="วันที่สมัคร",
    title_en="Applied on",
    about_th="วันที่ยื่นใบสมัครของปีงบประมาณนั้น กำหนดภายในเดือนกันยายนของปีงบประมาณ "
    "(ว่าง = ไม่มีใบสมัครใหม่หรือไม่ทราบ)",
    about_en="Date of the application for that fiscal year, due by the end of its September "
    "(empty = no new application, or not known)",
    nullable=True,
    aliases=("วันที่ยื่นใบสมัคร", "วันสมัคร"),
    past=True,
)

SELF_ASSESSED_ON = Column(
    kind="date",
    title_th="วันที่ประเมินความพร้อมตนเอง",
    title_en="Self-assessed on",
    about_th="วันที่ อปท. ประเมินความพร้อมของตนก่อนสมัคร (ว่าง = ไม่ทราบ)",
    about_en="Date of the readiness self-assessment before the application (empty = not known)",
    nullable=True,
    aliases=("วันที่ประเมินตนเอง", "วันประเมินความพร้อม"),
    past=True,
)

STATUS = Column(
    kind="choice",
    title_th="สถานะ",
    title_en="Status",
    about_th="สถานะการเข้าร่วมเมื่อสิ้นปีงบประมาณ",
    about_en="Status of the enrolment at the end of the fiscal year",
    choices=(
        Choice(code="active", th="ดำเนินงานอยู่", en="Active", aliases=("ดำเนินการ", "ดำเนินงาน")),
        Choice(code="paused", th="พักการดำเนินงาน", en="Paused", aliases=("พัก", "หยุดชั่วคราว")),
        Choice(code="withdrawn", th="ถอนตัว", en="Withdrawn", aliases=("ออกจากโครงการ", "ลาออก")),
        Choice(
            code="graduated",
            th="สำเร็จแล้ว",
            en="Graduated",
            aliases=("สำเร็จตามบันได", "สำเร็จ", "จบ"),
        ),
    ),
    aliases=("สถานะการเข้าร่วม", "สถานะการดำเนินงาน"),
)

COACH_ASSIGNED = Column(
    kind="flag",
    title_th="มีพี่เลี้ยง",
    title_en="Coach assigned",
    about_th="มีพี่เลี้ยงประจำ อปท. แล้วหรือไม่ (ว่าง = ไม่ทราบ)",
    about_en="Whether the LAO has a coach (empty = not known)",
    nullable=True,
    aliases=("พี่เลี้ยง", "มีพี่เลี้ยงหรือไม่"),
)

REGIONAL_NETWORK = Column(
    kind="choice",
    title_th="เครือข่ายภาค",
    title_en="Regional network",
    about_th="เครือข่าย Green City ระดับภาคที่ อปท. สังกัด (ว่าง = ไม่ทราบ)",
    about_en="Regional Green City network the LAO belongs to (empty = not known)",
    choices=tuple(
        Choice(
            code=region.code,
            th=f"เครือข่าย{th}",
            en=f"{region.code} network",
            aliases=(th, th.removeprefix("ภาค")),
        )
        for region, th in zip(
            REGIONS_4, ("ภาคเหนือ", "ภาคกลาง", "ภาคตะวันออกเฉียงเหนือ", "ภาคใต้"), strict=True
        )
    ),
    nullable=True,
    aliases=("เครือข่าย", "เครือข่ายระดับภาค"),
)

REQUIREMENT = Column(
    kind="choice",
    title_th="เรื่อง",
    title_en="Requirement",
    about_th="เรื่องที่ขั้นบันไดกำหนดให้มี",
    about_en="What a step requires",
    choices=(
        Choice(code="coordinator", th="เจ้าหน้าที่ประสานงาน", en="Coordinator"),
        Choice(code="leader", th="ผู้นำ", en="Leader"),
        Choice(code="volunteers", th="อาสาสมัครในชุมชน", en="Volunteers", aliases=("จิตอาสา",)),
        Choice(
            code="plan",
            th="แผนปฏิบัติการท้องถิ่น (LA21 & GC)",
            en="Local action plan",
            aliases=("แผนปฏิบัติการท้องถิ่น", "แผน"),
        ),
        Choice(code="activity", th="กิจกรรมตามแผน", en="Activity", aliases=("กิจกรรม",)),
        Choice(code="review", th="ถอดบทเรียน", en="Review", aliases=("ทบทวนบทเรียน",)),
        Choice(code="learning_centre", th="แหล่งเรียนรู้", en="Learning centre"),
        Choice(code="model_area", th="ต้นแบบ", en="Model area", aliases=("พื้นที่ต้นแบบ",)),
        Choice(code="expansion", th="ขยายผลสู่พื้นที่อื่น", en="Expansion", aliases=("ขยายผล",)),
        Choice(
            code="change_agents",
            th="ผู้นำการเปลี่ยนแปลง (Change Agent)",
            en="Change agents",
            aliases=("ผู้นำการเปลี่ยนแปลง", "CA"),
        ),
    ),
    aliases=("หลักฐาน", "ประเภทหลักฐาน", "รายการ"),
)

COUNT = Column(
    kind="integer",
    title_th="จำนวน",
    title_en="Count",
    about_th="จำนวนคนหรือพื้นที่ (ว่าง = ไม่ทราบ)",
    about_en="Number of people or areas (empty = not known)",
    unit_th="คนหรือแห่ง",
    unit_en="people or areas",
    low=0,
    nullable=True,
    aliases=("จำนวนคน", "จำนวนแห่ง"),
)

_OFFICE_TH = "ตารางของหน่วยงาน ไม่ได้เผยแพร่: แฟ้มที่มากับระบบมีแต่หัวตาราง"

_OFFICE_EN = (
    "The programme's own table, which is not public: the file that comes with this project holds "
    "its heading only"
)

_YEAR: Final = replace(FISCAL_YEAR, past=True)

ENROLMENT = Table(
    name="enrolment",
    file="enrolment.csv",
    title_th="การเข้าร่วมและขั้นบันไดรายปี",
    title_en="Enrolment and steps by year",
    key=("lao_id", "fiscal_year_be"),
    columns={
        "lao_id": LAO,
        "fiscal_year_be": _YEAR,
        "pathway": PATHWAY,
        "step": STEP,
        "applied_on": APPLIED_ON,
        "self_assessed_on": SELF_ASSESSED_ON,
        "status": STATUS,
        "coach_assigned": COACH_ASSIGNED,
        "regional_network": REGIONAL_NETWORK,
        "note": NOTE,
    },
    source_th=_OFFICE_TH,
    source_en=_OFFICE_EN,
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    may_be_empty=True,
    across=Across("step", ("fiscal_year_be", "lao_id")),
)

STEP_EVIDENCE = Table(
    name="step_evidence",
    file="step_evidence.csv",
    title_th="หลักฐานของขั้นบันได",
    title_en="Evidence for steps",
    key=("evidence_id",),
    about=("lao_id", "fiscal_year_be", "requirement"),
    columns={
        "evidence_id": Column(
            kind="code",
            title_th="รหัสหลักฐาน",
            title_en="Evidence identifier",
            about_th="รหัสคงที่ของหลักฐานหนึ่งรายการ",
            about_en="Stable identifier of one piece of evidence",
        ),
        "lao_id": LAO,
        "fiscal_year_be": _YEAR,
        "requirement": REQUIREMENT,
        "count": COUNT,
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
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    may_be_empty=True,
)

REPORTED_PARTS = Table(
    name="reported_parts",
    file="reported_parts.csv",
    title_th="ส่วนที่รายงานครบแล้ว",
    title_en="Parts reported in full",
    key=("reported_table", "province_code", "fiscal_year_be"),
    columns={
        "reported_table": Column(
            kind="choice",
            title_th="ตารางที่รายงาน",
            title_en="Table reported",
            about_th="ตารางที่สำนักงานรายงานครบทั้งปีของจังหวัดนั้นแล้ว แม้ไม่มีแถวใด",
            about_en="Table that the office has reported in full for the province and year, "
            "even where it holds no row",
            choices=(
                Choice(
                    code="enrolment",
                    th="การเข้าร่วมและขั้นบันไดรายปี",
                    en="Enrolment and steps by year",
                ),
                Choice(code="step_evidence", th="หลักฐานของขั้นบันได", en="Evidence for steps"),
                Choice(code="scores", th="คะแนนรายตัวชี้วัด", en="Scores by indicator"),
                Choice(code="lpa_results", th="ผลการประเมิน LPA", en="LPA results"),
            ),
        ),
        # A heading of its own: no file of other tables is taken for this one.
        "province_code": replace(
            PROVINCE, title_th="จังหวัดที่รายงาน", title_en="Province reported", aliases=()
        ),
        "fiscal_year_be": _YEAR,
        "note": NOTE,
    },
    source_th="รายการส่งของสำนักงานที่รับรองและเผยแพร่แล้ว: ระบบบันทึกแถวเหล่านี้เมื่อสำนักงานส่งส่วนของตนทั้งปี",
    source_en="Certified and published submissions: these rows are noted as an office sends its "
    "whole part of a year",
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    may_be_empty=True,
)
