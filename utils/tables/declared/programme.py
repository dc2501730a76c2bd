"""Declarations of the tables of the programme: pilots, targets, rounds, press facts."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared import programme_columns as programme
from utils.tables.declared.award_columns import LEVEL
from utils.tables.declared.columns import (
    FISCAL_YEAR,
    LAO,
    NOT_RECORDED_EN,
    NOT_RECORDED_TH,
    PROVINCE,
    SOURCE,
    Column,
    Table,
)
from utils.tables.declared.place_columns import NAME_TH

_OWN_TH = "จัดทำขึ้นในโครงการนี้ เผยแพร่ตามสัญญาอนุญาตของโครงการ"
_OWN_EN = "Compiled in this project; under the project's licence"

PILOTS = Table(
    name="pilots",
    file="pilots.csv",
    title_th="เมืองนำร่องและพื้นที่ต้นแบบ",
    title_en="Pilot and model areas",
    key=("pilot_id",),
    columns={
        "pilot_id": Column(
            kind="code",
            title_th="รหัสรายการ",
            title_en="Entry identifier",
            about_th="รหัสคงที่ของรายการในระบบ",
            about_en="Stable identifier of the entry in this project",
        ),
        "programme": programme.PROGRAMME,
        "lao_id": replace(LAO, nullable=True),
        "province_code": PROVINCE,
        "name_th": replace(
            NAME_TH, about_th="ชื่อตามแหล่งข้อมูล", about_en="Name as the source gives it"
        ),
        "theme_th": replace(programme.THEME_TH, nullable=True),
        "theme_en": replace(programme.THEME_EN, nullable=True),
        "year_be": replace(
            FISCAL_YEAR,
            title_th="ปี พ.ศ.",
            title_en="Year (B.E.)",
            about_th="ปี พ.ศ. ที่เข้าร่วมหรือได้รับรางวัล (ว่าง = ไม่ทราบ)",
            about_en="Year of entry or award, Buddhist Era (empty = not known)",
            nullable=True,
            past=True,
        ),
        "sources_differ": programme.SOURCES_DIFFER,
        "note_th": programme.NOTE_TH,
        "note_en": programme.NOTE_EN,
        "source_th": programme.SOURCE_TH,
        "source_en": programme.SOURCE_EN,
    },
    source_th="หน้าเว็บและข่าวสาธารณะ ตามที่ระบุในแต่ละแถว",
    source_en="Public pages and press reports, as each row states",
    licence_th=_OWN_TH,
    licence_en=_OWN_EN,
)

TARGETS = Table(
    name="targets",
    file="targets.csv",
    title_th="เป้าหมาย",
    title_en="Targets",
    key=("target_id",),
    columns=programme.TARGETS,
    in_order=(("reference_fiscal_year_be", "deadline_fiscal_year_be"),),
    source_th="มติคณะรัฐมนตรี ตามที่ระบุในแต่ละแถว",
    source_en="Cabinet resolutions, as each row states",
    licence_th="ข้อเท็จจริงทางราชการ",
    licence_en="Official facts",
    as_of_th="มติวันที่ 10 ตุลาคม 2560",
    as_of_en="resolution of 10 October 2560 B.E.",
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
        "status": programme.ROUND_STATUS,
        "basis_th": programme.BASIS_TH,
        "basis_en": programme.BASIS_EN,
    },
    source_th="อนุมานจากบัญชีที่เผยแพร่และข่าวสาธารณะ ตามเหตุผลในแต่ละแถว",
    source_en="Inferred from the published list and press reports, for the reason in each row",
    licence_th=_OWN_TH,
    licence_en=_OWN_EN,
    as_of_th=f"บัญชีถึงปีงบประมาณ 2563 ข่าวถึงประจำปี 2567; {NOT_RECORDED_TH}",
    as_of_en=f"list up to FY 2563, press up to 2567 B.E.; {NOT_RECORDED_EN}",
)

PRESS_FACTS = Table(
    name="press_facts",
    file="press_facts.csv",
    title_th="ข้อเท็จจริงจากข่าว (ยังไม่นับ)",
    title_en="Facts from the press (not yet counted)",
    key=("fact_id",),
    columns={
        "fact_id": Column(
            kind="code",
            title_th="รหัสข้อเท็จจริง",
            title_en="Fact identifier",
            about_th="รหัสคงที่ของรายการในระบบ",
            about_en="Stable identifier of the entry in this project",
        ),
        "province_code": replace(PROVINCE, nullable=True),
        "lao_name_th": replace(
            NAME_TH,
            title_th="ชื่อ อปท. ตามข่าว",
            title_en="LAO name in the press",
            about_th="ชื่อ อปท. ตามข่าว (ว่าง = ข่าวไม่ได้ระบุ)",
            about_en="Name of the LAO as the press gives it (empty = none named)",
            nullable=True,
            aliases=(),
        ),
        "assessment_year_be": programme.ASSESSMENT_YEAR,
        "level": programme.PRESS_LEVEL,
        "awards_count": programme.AWARDS_COUNT,
        "fact_th": programme.FACT_TH,
        "fact_en": programme.FACT_EN,
        "source": SOURCE,
    },
    source_th="ข่าวสาธารณะ ตามที่ระบุในแต่ละแถว",
    source_en="Press reports, as each row states",
    licence_th=_OWN_TH,
    licence_en=_OWN_EN,
    as_of_th=f"ข่าวของประจำปี 2561-2567; {NOT_RECORDED_TH}",
    as_of_en=f"press on the assessments of 2561-2567 B.E.; {NOT_RECORDED_EN}",
)
