"""Columns of the tables of enrolment and of the staircase."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from utils.tables.declared.columns import Choice, Column
from utils.tables.declared.place_columns import LAO_TYPES, REGIONS_4

FICTITIOUS_PREFIX: Final = "FIC-"

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
    about_en="Day of the application for that fiscal year, due by the end of its September "
    "(empty = no new application, or not known)",
    nullable=True,
    aliases=("วันที่ยื่นใบสมัคร", "วันสมัคร"),
)
SELF_ASSESSED_ON = Column(
    kind="date",
    title_th="วันที่ประเมินความพร้อมตนเอง",
    title_en="Self-assessed on",
    about_th="วันที่ อปท. ประเมินความพร้อมของตนก่อนสมัคร (ว่าง = ไม่ทราบ)",
    about_en="Day of the readiness self-assessment before the application (empty = not known)",
    nullable=True,
    aliases=("วันที่ประเมินตนเอง", "วันประเมินความพร้อม"),
)
STATUS = Column(
    kind="choice",
    title_th="สถานะ",
    title_en="Status",
    about_th="สถานะการเข้าร่วมเมื่อสิ้นปีงบประมาณ",
    about_en="Standing of the enrolment at the end of the fiscal year",
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
    about_en="What a step asks for",
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
LEVEL_OF_STEP = Column(
    kind="integer",
    title_th="ระดับขั้นที่เทียบ",
    title_en="Corresponding level",
    about_th="ขั้นที่ 1-4 ของบันไดที่เทียบเท่า",
    about_en="Step 1-4 of the staircase that the step corresponds to",
    low=1,
    high=4,
)
LAO_GROUP = Column(
    kind="choice",
    title_th="กลุ่ม อปท.",
    title_en="Group of LAOs",
    about_th="ประเภท อปท. หรือยอดรวมหลายประเภท",
    about_en="Type of LAO, or a total over several types",
    choices=(
        *LAO_TYPES,
        Choice(code="municipalities", th="เทศบาลทุกประเภท", en="All municipalities"),
        Choice(code="special", th="รูปแบบพิเศษ (กทม. และเมืองพัทยา)", en="Special (Bangkok, Pattaya)"),
        Choice(code="all", th="อปท. ทุกประเภท", en="All LAOs"),
    ),
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
LAO_COUNT = replace(
    COUNT,
    about_th="จำนวน อปท. ตามแหล่งข้อมูล",
    about_en="Number of LAOs by this source",
    unit_th="แห่ง",
    unit_en="LAOs",
    nullable=False,
)
