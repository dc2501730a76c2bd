"""The register of reported results, and of searches for them: shown, and never counted."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.awards import LEVEL, PRIZE_CLASS, TRACK
from utils.tables.declared.columns import Choice, Column, Table
from utils.tables.declared.shared import (
    FISCAL_YEAR,
    NAME_EN,
    NAME_TH,
    OWN_LICENCE_EN,
    OWN_LICENCE_TH,
    PROVINCE,
    SOURCE_EN,
    SOURCE_TH,
    text_column,
)

KIND = Column(
    kind="choice",
    title_th="ประเภทรายการ",
    title_en="Kind of entry",
    about_th="มีแหล่งรายงานผลไว้ หรือค้นหาแล้วไม่พบ",
    about_en="A result that some source reports, or a search that found none",
    choices=(
        Choice(code="claim", th="มีรายงาน", en="Report"),
        Choice(code="search", th="ค้นแล้วไม่พบ", en="Search, nothing found"),
    ),
)

REPORTED_LEVEL = replace(
    LEVEL,
    about_th="ระดับตามที่รายงาน (ว่าง = ไม่ระบุ)",
    about_en="Level as reported (empty = none named)",
    choices=(*LEVEL.choices, Choice(code="all", th="ทุกระดับ", en="All levels")),
    nullable=True,
    aliases=(),
)

HOW_CHECKED = Column(
    kind="choice",
    title_th="วิธีตรวจสอบ",
    title_en="How checked",
    about_th="ตรวจแหล่งข้อมูลอย่างไร (ว่าง = รายการค้นหา)",
    about_en="How the source was checked (empty = a search)",
    choices=(
        Choice(code="whole_read", th="อ่านต้นฉบับทั้งหมด", en="Read whole"),
        Choice(code="excerpt_read", th="อ่านต้นฉบับบางส่วน", en="Excerpt read"),
        Choice(code="not_traced", th="ยังไม่พบต้นทาง", en="Source not traced"),
    ),
    nullable=True,
)

_YEAR = replace(
    FISCAL_YEAR,
    title_th="ประจำปี (ปีที่ประเมิน)",
    title_en="Assessment year",
    about_th="ปีงบประมาณ พ.ศ. ที่ประเมิน ต่างจากปีที่มอบรางวัล (ว่าง = ทุกปี)",
    about_en="Fiscal year assessed, Buddhist Era; not that of the ceremony (empty = any year)",
    past=True,
    nullable=True,
    aliases=(),
)

_COUNT = Column(
    kind="integer",
    title_th="จำนวนที่รายงาน",
    title_en="Number reported",
    about_th="จำนวนรางวัลหรือ อปท. ตามที่รายงาน (ว่าง = ไม่ระบุ)",
    about_en="Number of awards or LAOs as reported (empty = none given)",
    low=0,
    nullable=True,
)

_COUNT_OF = Column(
    kind="choice",
    title_th="หน่วยของจำนวนที่รายงาน",
    title_en="Unit of the number",
    about_th="สิ่งที่รายงานนับ (ว่าง = ไม่มีจำนวน)",
    about_en="What the report counts (empty = no number)",
    choices=(
        Choice(code="awards", th="รางวัล", en="Awards"),
        Choice(code="laos", th="อปท. (แห่ง)", en="LAOs"),
    ),
    nullable=True,
)

_ADDRESS = Column(
    kind="text",
    title_th="ที่อยู่เว็บ",
    title_en="Web address",
    about_th="ที่อยู่เว็บของแหล่งข้อมูล (ว่าง = ไม่ทราบ)",
    about_en="Web address of the source (empty = not known)",
    pattern=r"^https?://[^\s]+$",
    form_th="ขึ้นต้นด้วย http:// หรือ https:// เช่น https://www.dcce.go.th/",
    form_en="begins with http:// or https://, such as https://www.dcce.go.th/",
    nullable=True,
)

_REPORTED_ON = Column(
    kind="date",
    title_th="วันที่รายงาน",
    title_en="Reported on",
    about_th="วันที่แหล่งข้อมูลรายงาน ค.ศ. รูปแบบ ISO 8601 (ว่าง = ไม่ทราบ)",
    about_en="Date of the report, ISO 8601, Common Era (empty = not known)",
    nullable=True,
)

_CHECKED_ON = Column(
    kind="date",
    title_th="วันที่ตรวจหรือค้น",
    title_en="Checked or searched on",
    about_th="วันที่ตรวจแหล่งข้อมูล หรือวันที่ค้น ค.ศ. รูปแบบ ISO 8601 (ว่าง = ไม่ได้บันทึก)",
    about_en="Date of the check or of the search, ISO 8601, Common Era (empty = not recorded)",
    nullable=True,
)

REPORTED_RESULTS = Table(
    name="reported_results",
    file="reported_results.csv",
    title_th="ทะเบียนผลที่มีรายงาน (ไม่นับ)",
    title_en="Register of reported results (not counted)",
    key=("report_id",),
    about=(
        *("kind", "province_code", "lao_name_th", "fiscal_year_be"),
        *("level", "prize_class", "claim_th"),
    ),
    columns={
        "report_id": Column(
            kind="code",
            title_th="รหัสรายการในทะเบียน",
            title_en="Entry of the register",
            about_th="รหัสคงที่ของรายการในทะเบียนผลที่มีรายงาน",
            about_en="Stable identifier of the entry in this register",
            pattern=r"^RR-[0-9]{4}$",
            form_th="RR- ตามด้วยเลขสี่หลัก เช่น RR-0001",
            form_en="RR- and four digits, such as RR-0001",
        ),
        "kind": KIND,
        "province_code": replace(
            PROVINCE,
            about_th="จังหวัดของ อปท. ที่รายงานหรือที่ค้น (ว่าง = ทั้งประเทศ)",
            about_en="Province of the LAO reported, or of the search (empty = the whole country)",
            nullable=True,
        ),
        "lao_name_th": replace(
            NAME_TH,
            title_th="ชื่อ อปท. ตามที่รายงาน",
            title_en="LAO as reported (Thai)",
            about_th="ประเภทและชื่อ อปท. ตามแหล่งข้อมูล (ว่าง = ไม่ระบุ)",
            about_en="Type and name of the LAO, in Thai, as the source gives them (empty = none)",
            nullable=True,
            aliases=(),
        ),
        "lao_name_en": replace(
            NAME_EN,
            title_th="ชื่อ อปท. ตามที่รายงาน (อังกฤษ)",
            title_en="LAO as reported",
            about_th="ชื่อ อปท. ภาษาอังกฤษ ถอดโดยโครงการนี้ (ว่าง = ไม่ระบุ)",
            about_en="Its name in English, as this project writes it (empty = none)",
            nullable=True,
            aliases=(),
        ),
        "fiscal_year_be": _YEAR,
        "level": REPORTED_LEVEL,
        "prize_class": replace(
            PRIZE_CLASS,
            title_th="ประเภทรางวัลที่รายงาน",
            title_en="Prize class reported",
            about_th="ประเภทของรางวัลหรือระดับผลประเมินตามที่รายงาน (ว่าง = ไม่ระบุ)",
            about_en="Class of the prize or result as reported (empty = none named)",
            nullable=True,
        ),
        "track": replace(TRACK, title_th="สายรางวัลที่รายงาน", title_en="Track reported"),
        "reported_count": _COUNT,
        "count_of": _COUNT_OF,
        "claim_th": text_column(
            "สิ่งที่รายงานหรือค้น",
            "What is claimed (Thai)",
            "สิ่งที่แหล่งข้อมูลรายงาน หรือสิ่งที่ค้น",
            "What the source reports, or what was searched for, in Thai",
        ),
        "claim_en": text_column(
            "สิ่งที่รายงานหรือค้น (อังกฤษ)",
            "What is claimed",
            "สิ่งที่แหล่งข้อมูลรายงาน หรือสิ่งที่ค้น ภาษาอังกฤษ",
            "What the source reports, or what was searched for, in English",
        ),
        "source_th": SOURCE_TH,
        "source_en": SOURCE_EN,
        "address": _ADDRESS,
        "reported_on": _REPORTED_ON,
        "how_checked": HOW_CHECKED,
        "checked_on": _CHECKED_ON,
    },
    source_th="ข่าวและหน้าเว็บสาธารณะ ตามที่ระบุในแต่ละแถว มิใช่บัญชีของกรม",
    source_en="Press reports and public pages, as each row states; not the department's list",
    licence_th=OWN_LICENCE_TH,
    licence_en=OWN_LICENCE_EN,
    as_of_th="รายงานของประจำปี 2561-2567 ค้นล่าสุด 29 พฤศจิกายน 2569",
    as_of_en="reports on the assessments of 2561-2567 B.E.; last searched 29 November 2569 B.E.",
)
