"""The tables of clusters and government offices, with their names over time."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import NOT_RECORDED_EN, NOT_RECORDED_TH, Column, Table
from utils.tables.declared.shared import (
    NAME_EN,
    NAME_TH,
    NOTE,
    OFFICIAL_FACTS_EN,
    OFFICIAL_FACTS_TH,
    PROVINCE,
    SOURCE,
)

CLUSTER_CODE = Column(
    kind="code",
    title_th="กลุ่มจังหวัด",
    title_en="Provincial cluster",
    about_th="รหัสกลุ่มจังหวัดที่ระบบกำหนดขึ้น",
    about_en="Code of the provincial cluster, given by this project",
    pattern=r"^C[0-9]{2}$",
    form_th="C ตามด้วยเลขสองหลัก เช่น C01",
    form_en="C and two digits, such as C01",
)

OFFICE_NUMBER = Column(
    kind="integer",
    title_th="สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่",
    title_en="Environment office",
    about_th="หมายเลขสำนักงานสิ่งแวดล้อมและควบคุมมลพิษ (สคพ. เดิม สสภ.)",
    about_en="Number of the regional environment and pollution control office",
    low=1,
    aliases=("สคพ.", "สสภ.", "สำนักงานสิ่งแวดล้อมภาคที่"),
)

_SHORT_TH = Column(
    kind="text",
    title_th="ชื่อย่อ",
    title_en="Short name (Thai)",
    about_th="ชื่อย่อภาษาไทย",
    about_en="Short name in Thai",
)

_VALID_FROM_ON = Column(
    kind="date",
    title_th="ใช้ตั้งแต่วันที่",
    title_en="Valid from",
    about_th="วันแรกที่ใช้ชื่อนี้ (ว่าง = ไม่ทราบ)",
    about_en="First day of this name, ISO 8601, Common Era (empty = not known)",
    nullable=True,
)

_VALID_TO_ON = Column(
    kind="date",
    title_th="ใช้ถึงวันที่",
    title_en="Valid to",
    about_th="วันสุดท้ายที่ใช้ชื่อนี้ (ว่าง = ยังใช้อยู่หรือไม่ทราบ ดูหมายเหตุ)",
    about_en="Last day of this name (empty = still valid or not known: see the note)",
    nullable=True,
)

_IN_ORDER = (("valid_from_on", "valid_to_on"),)

CLUSTERS = Table(
    name="clusters",
    file="clusters.csv",
    title_th="กลุ่มจังหวัด",
    title_en="Provincial clusters",
    key=("cluster_code",),
    about=("name_th",),
    columns={
        "cluster_code": CLUSTER_CODE,
        "name_th": NAME_TH,
        "name_en": NAME_EN,
    },
    source_th="การจัดกลุ่มจังหวัด 18 กลุ่มของทางราชการ รหัสกำหนดขึ้นในโครงการนี้",
    source_en="The official 18 provincial clusters; the codes are this project's own",
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
)

OFFICES = Table(
    name="offices",
    file="offices.csv",
    title_th="สำนักงานสิ่งแวดล้อมและควบคุมมลพิษ",
    title_en="Regional environment and pollution control offices",
    key=("office_number", "short_name_th"),
    about=("name_th", "seat_province_code"),
    columns={
        "office_number": OFFICE_NUMBER,
        "short_name_th": _SHORT_TH,
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "seat_province_code": replace(
            PROVINCE,
            title_th="จังหวัดที่ตั้งสำนักงาน",
            title_en="Seat",
            about_th="รหัสจังหวัดที่ตั้งสำนักงาน",
            about_en="Code of the province where the office has its seat",
            aliases=("ที่ตั้งสำนักงาน",),
        ),
        "valid_from_on": _VALID_FROM_ON,
        "valid_to_on": _VALID_TO_ON,
        "note": NOTE,
        "source": SOURCE,
    },
    in_order=_IN_ORDER,
    source_th="ชื่อเดิมและชื่อปัจจุบันของสำนักงาน ตามที่ระบุในแต่ละแถว",
    source_en="Former and present names of the offices, as each row states",
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
)

DEPARTMENTS = Table(
    name="departments",
    file="departments.csv",
    title_th="ชื่อกรมที่รับผิดชอบโครงการ",
    title_en="Names of the responsible department",
    key=("department_code", "short_name_en"),
    about=("name_th",),
    columns={
        "department_code": Column(
            kind="code",
            title_th="รหัสกรม",
            title_en="Department code",
            about_th="รหัสคงที่ของกรมในระบบ ใช้รหัสเดียวแม้ชื่อเปลี่ยน",
            about_en="Stable code of the department: one code, whatever its name",
        ),
        "short_name_th": replace(_SHORT_TH, nullable=True),
        "name_th": NAME_TH,
        "short_name_en": Column(
            kind="text",
            title_th="ชื่อย่อภาษาอังกฤษ",
            title_en="Short name (English)",
            about_th="ชื่อย่อภาษาอังกฤษ",
            about_en="Short name in English",
        ),
        "name_en": NAME_EN,
        "valid_from_on": _VALID_FROM_ON,
        "valid_to_on": _VALID_TO_ON,
        "source": SOURCE,
    },
    in_order=_IN_ORDER,
    source_th="ประกาศเปลี่ยนชื่อกรม ตามที่ระบุในแต่ละแถว",
    source_en="The notice of the change of name, as each row states",
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
    as_of_th=f"เปลี่ยนชื่อ 18 สิงหาคม 2566; {NOT_RECORDED_TH}",
    as_of_en=f"renamed on 18 August 2566 B.E.; {NOT_RECORDED_EN}",
)
