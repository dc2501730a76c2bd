"""The tables of green areas in municipalities, and of what is required of them."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import Across, Choice, Column, Table
from utils.tables.declared.places import LAO_TYPE
from utils.tables.declared.shared import (
    FISCAL_YEAR,
    LAO,
    NAME_EN,
    NAME_TH,
    NOTE,
    OFFICIAL_FACTS_EN,
    OFFICIAL_FACTS_TH,
    OWNER_DECIDES_EN,
    OWNER_DECIDES_TH,
    SOURCE,
    SOURCE_EN,
    SOURCE_TH,
)

_GREEN_M2 = Column(
    kind="number",
    title_th="พื้นที่สีเขียว",
    title_en="Green area",
    about_th="พื้นที่สีเขียวในเขต อปท. (ว่าง = ไม่ทราบ)",
    about_en="Green area within the LAO (empty = not known)",
    unit_th="ตร.ม.",
    unit_en="m²",
    low=0,
    nullable=True,
    aliases=("พื้นที่สีเขียว (ตร.ม.)",),
)

GREEN_AREAS = Table(
    name="green_areas",
    file="green_areas.csv",
    title_th="พื้นที่สีเขียวของ อปท.",
    title_en="Green areas of LAOs",
    key=("lao_id", "fiscal_year_be"),
    columns={
        "lao_id": LAO,
        "fiscal_year_be": replace(FISCAL_YEAR, past=True),
        "green_area_m2": _GREEN_M2,
        "area_m2": replace(
            _GREEN_M2,
            title_th="พื้นที่ทั้งหมด",
            title_en="Whole area",
            about_th="พื้นที่ทั้งหมดของ อปท. (ว่าง = ไม่ทราบ)",
            about_en="Whole area of the LAO (empty = not known)",
            aliases=("พื้นที่ทั้งหมด (ตร.ม.)", "พื้นที่"),
        ),
        "population": Column(
            kind="integer",
            title_th="ประชากร",
            title_en="Population",
            about_th="ประชากรของ อปท. ในปีนั้น (ว่าง = ไม่ทราบ)",
            about_en="Population of the LAO in that year (empty = not known)",
            unit_th="คน",
            unit_en="people",
            low=1,
            nullable=True,
            aliases=("จำนวนประชากร",),
        ),
        "source": SOURCE,
        "note": NOTE,
    },
    source_th="ตารางของหน่วยงาน: ไม่มีตารางที่เผยแพร่ แฟ้มที่มากับระบบมีแต่หัวตาราง",
    source_en="The programme's own table; none is public, so it holds its heading only",
    licence_th=OWNER_DECIDES_TH,
    licence_en=OWNER_DECIDES_EN,
    may_be_empty=True,
    across=Across("green_area_m2", ("fiscal_year_be", "lao_id")),
)

GREEN_STANDARDS = Table(
    name="green_standards",
    file="green_standards.csv",
    title_th="เกณฑ์พื้นที่สีเขียว",
    title_en="Standards of green area",
    key=("measure", "lao_type", "minimum"),
    columns={
        "measure": Column(
            kind="choice",
            title_th="ตัววัด",
            title_en="Measure",
            about_th="สัดส่วนพื้นที่สีเขียว หรือพื้นที่สีเขียวต่อคน",
            about_en="Share of green area, or green area per person",
            choices=(
                Choice(code="share_percent", th="ร้อยละของพื้นที่", en="Per cent of the area"),
                Choice(code="m2_per_person", th="ตร.ม. ต่อคน", en="m² a person"),
            ),
        ),
        "lao_type": replace(
            LAO_TYPE,
            about_th="ประเภท อปท. ที่ใช้เกณฑ์นี้ (ว่าง = ทุกประเภท)",
            about_en="Type of LAO it applies to (empty = every type)",
            nullable=True,
        ),
        "minimum": Column(
            kind="number",
            title_th="อย่างน้อย",
            title_en="Minimum",
            about_th="ค่าต่ำสุดที่กำหนด ในหน่วยของตัววัด",
            about_en="Least value required, in the unit of the measure",
            low=0,
        ),
        "name_th": NAME_TH,
        "name_en": NAME_EN,
        "source_th": SOURCE_TH,
        "source_en": SOURCE_EN,
    },
    source_th="สำนักงานนโยบายและแผนทรัพยากรธรรมชาติและสิ่งแวดล้อม (สผ.) และองค์การอนามัยโลก "
    "ตามที่ระบุในแต่ละแถว",
    source_en="Office of Natural Resources and Environmental Policy and Planning (ONEP) and the "
    "World Health Organization, as each row states",
    licence_th=OFFICIAL_FACTS_TH,
    licence_en=OFFICIAL_FACTS_EN,
)
