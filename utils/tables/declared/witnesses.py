"""Columns of a file that a table does not have, but that could contradict where its rows belong.

They are read in every table, wherever they stand, to tell LAOs of one name apart and to find rows
whose place and name disagree; nothing of them is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from utils.tables.declared.columns import Column, Table
from utils.tables.declared.places import LAO_TYPE
from utils.tables.declared.shared import PROVINCE

PROVINCE_NAME: Final = "province_code"
TYPE_NAME: Final = "lao_type"
OFFICE_NAME: Final = "office_name"
DISTRICT_NAME: Final = "district_name"
ADDRESS_NAME: Final = "address"

_OFFICE = Column(
    kind="text",
    title_th="สำนักงาน",
    title_en="Office",
    about_th="สำนักงานที่ดูแลจังหวัดของแถวนี้",
    about_en="Office that the province of this row belongs to",
    aliases=(
        *(
            "สสภ.",
            "สคพ.",
            "สสภ./สคพ.",
            "สคพ./สสภ.",
            "สสภ. (สคพ.)",
            "ทสจ.",
            "ชื่อสำนักงาน",
            "สำนักงานที่รายงาน",
        ),
        *("สำนักงานสิ่งแวดล้อมภาค", "สำนักงานสิ่งแวดล้อมภาคที่", "สำนักงานสิ่งแวดล้อม", "สสภ.ที่", "สคพ.ที่"),
        *("สำนักงานสิ่งแวดล้อมและควบคุมมลพิษ", "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่", "หน่วยงาน"),
        *("สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด", "Environmental Office Region"),
        *("environment office", "regional office", "office name", "REO"),
    ),
)

_DISTRICT = Column(
    kind="text",
    title_th="อำเภอ",
    title_en="District",
    about_th="อำเภอที่ อปท. ตั้งอยู่",
    about_en="District in which the LAO lies",
    aliases=("ชื่ออำเภอ", "เขต/อำเภอ", "อำเภอ/เขต", "อ.", "district name", "amphoe"),
)

_ADDRESS = Column(
    kind="text",
    title_th="อำเภอ/จังหวัด",
    title_en="District and province",
    about_th="อำเภอและจังหวัดที่ อปท. ตั้งอยู่ หรือที่อยู่",
    about_en="District and province in which the LAO lies, or its address",
    aliases=(
        *("จังหวัด/อำเภอ", "ตำบล/อำเภอ/จังหวัด", "จังหวัด/อำเภอ/ตำบล", "อ./จ.", "ต./อ./จ.", "จ./อ."),
        *("อำเภอและจังหวัด", "อำเภอ-จังหวัด", "ที่ตั้ง", "สถานที่ตั้ง", "ที่อยู่", "ที่ตั้งสำนักงาน", "ที่ตั้ง อปท."),
        *("district/province", "amphoe/changwat", "address", "location"),
    ),
)

_WITNESSES: Final[Mapping[str, Column]] = {
    PROVINCE_NAME: replace(
        PROVINCE,
        aliases=(
            *(*PROVINCE.aliases, "จ.", "จังหวัดที่ตั้ง", "ที่ตั้งจังหวัด", "สังกัดจังหวัด", "จังหวัดของ อปท."),
            *("changwat", "จังหวัด/Province", "province_name", "province_name_th"),
        ),
    ),
    TYPE_NAME: replace(
        LAO_TYPE,
        aliases=(*LAO_TYPE.aliases, "ประเภทองค์กร", "ประเภท อปท", "lao_type", "ฐานะ", "ชนิด อปท."),
    ),
    OFFICE_NAME: _OFFICE,
    DISTRICT_NAME: _DISTRICT,
    ADDRESS_NAME: _ADDRESS,
}


@cache
def of(table: Table) -> Mapping[str, Column]:
    """Return the witnesses of a table by name: none where its rows belong to no province.

    A column that the table itself has is no witness: its own rules read it.
    """
    kinds = {column.kind for column in table.columns.values()}
    if not kinds & {"lao", "province"}:
        return {}
    return {name: one for name, one in _WITNESSES.items() if name not in table.columns}
