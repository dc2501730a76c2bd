"""Declarations of the tables of clusters and government offices, with their names over time."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared import place_columns as place
from utils.tables.declared.columns import (
    NOT_RECORDED_EN,
    NOT_RECORDED_TH,
    NOTE,
    PROVINCE,
    SOURCE,
    Column,
    Table,
)

_SHORT_TH = Column(
    kind="text",
    title_th="ชื่อย่อ",
    title_en="Short name (Thai)",
    about_th="ชื่อย่อภาษาไทย",
    about_en="Short name in Thai",
)

CLUSTERS = Table(
    name="clusters",
    file="clusters.csv",
    title_th="กลุ่มจังหวัด",
    title_en="Provincial clusters",
    key=("cluster_code",),
    columns={
        "cluster_code": place.CLUSTER_CODE,
        "name_th": place.NAME_TH,
        "name_en": place.NAME_EN,
    },
    source_th="การจัดกลุ่มจังหวัด 18 กลุ่มของทางราชการ รหัสกำหนดขึ้นในโครงการนี้",
    source_en="The official 18 provincial clusters; the codes are this project's own",
    licence_th="ข้อเท็จจริงทางราชการ",
    licence_en="Official facts",
)

OFFICES = Table(
    name="offices",
    file="offices.csv",
    title_th="สำนักงานสิ่งแวดล้อมและควบคุมมลพิษ",
    title_en="Regional environment and pollution control offices",
    key=("office_number", "short_name_th"),
    columns={
        "office_number": place.OFFICE_NUMBER,
        "short_name_th": _SHORT_TH,
        "name_th": place.NAME_TH,
        "name_en": place.NAME_EN,
        "seat_province_code": replace(
            PROVINCE,
            title_th="จังหวัดที่ตั้งสำนักงาน",
            title_en="Seat",
            about_th="รหัสจังหวัดที่ตั้งสำนักงาน",
            about_en="Code of the province where the office sits",
            aliases=("ที่ตั้งสำนักงาน",),
        ),
        "valid_from_on": place.VALID_FROM_ON,
        "valid_to_on": place.VALID_TO_ON,
        "note": NOTE,
        "source": SOURCE,
    },
    in_order=place.VALID_ON_IN_ORDER,
    source_th="ชื่อเดิมและชื่อปัจจุบันของสำนักงาน ตามที่ระบุในแต่ละแถว",
    source_en="Former and present names of the offices, as each row states",
    licence_th="ข้อเท็จจริงทางราชการ",
    licence_en="Official facts",
)

DEPARTMENTS = Table(
    name="departments",
    file="departments.csv",
    title_th="ชื่อกรมที่รับผิดชอบโครงการ",
    title_en="Names of the responsible department",
    key=("department_code", "short_name_en"),
    columns={
        "department_code": Column(
            kind="code",
            title_th="รหัสกรม",
            title_en="Department code",
            about_th="รหัสคงที่ของกรมในระบบ ใช้รหัสเดียวแม้ชื่อเปลี่ยน",
            about_en="Stable code of the department: one code, whatever its name",
        ),
        "short_name_th": replace(_SHORT_TH, nullable=True),
        "name_th": place.NAME_TH,
        "short_name_en": Column(
            kind="text",
            title_th="ชื่อย่อภาษาอังกฤษ",
            title_en="Short name (English)",
            about_th="ชื่อย่อภาษาอังกฤษ",
            about_en="Short name in English",
        ),
        "name_en": place.NAME_EN,
        "valid_from_on": place.VALID_FROM_ON,
        "valid_to_on": place.VALID_TO_ON,
        "source": SOURCE,
    },
    in_order=place.VALID_ON_IN_ORDER,
    source_th="ประกาศเปลี่ยนชื่อกรม ตามที่ระบุในแต่ละแถว",
    source_en="The notice of the change of name, as each row states",
    licence_th="ข้อเท็จจริงทางราชการ",
    licence_en="Official facts",
    as_of_th=f"เปลี่ยนชื่อ 18 สิงหาคม 2566; {NOT_RECORDED_TH}",
    as_of_en=f"renamed on 18 August 2566 B.E.; {NOT_RECORDED_EN}",
)
