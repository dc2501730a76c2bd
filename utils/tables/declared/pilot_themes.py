"""Declaration of the themes that an entry of the table `pilots` is about."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared import programme_columns as programme
from utils.tables.declared.columns import Choice, Column, Table

THEME = Column(
    kind="choice",
    title_th="ประเด็น",
    title_en="Theme",
    about_th="ประเด็นตามที่โครงการนั้นใช้",
    about_en="Theme, as its programme names it",
    choices=(
        Choice(code="air", th="อากาศ", en="Air"),
        Choice(code="water", th="น้ำ", en="Water"),
        Choice(code="waste", th="ขยะ", en="Waste"),
        Choice(code="green_space", th="พื้นที่สีเขียว", en="Green space"),
        Choice(code="biodiversity", th="ความหลากหลายทางชีวภาพ", en="Biodiversity"),
        Choice(code="governance", th="ธรรมาภิบาลในองค์กร", en="Governance in the organisation"),
        Choice(
            code="environmental_services",
            th="การบริการสาธารณะด้านสิ่งแวดล้อม",
            en="Environmental public services",
        ),
        Choice(
            code="budget_investment",
            th="การบริหารจัดการงบประมาณและการลงทุน",
            en="Budget and investment",
        ),
        Choice(
            code="participation",
            th="การมีส่วนร่วมในการวางแผนและตัดสินใจ",
            en="Participation in planning and decisions",
        ),
    ),
)

PILOT_THEMES = Table(
    name="pilot_themes",
    file="pilot_themes.csv",
    title_th="ประเด็นของเมืองนำร่องและพื้นที่ต้นแบบ",
    title_en="Themes of the pilot and model areas",
    key=("pilot_id", "theme"),
    columns={
        "pilot_id": Column(
            kind="code",
            title_th="รหัสรายการ",
            title_en="Entry identifier",
            about_th="รายการในตาราง pilots ซึ่งมีได้หลายประเด็น",
            about_en="Entry of the table pilots, which may have several themes",
            refers_to="pilots.pilot_id",
        ),
        "theme": THEME,
        "confidence": Column(
            kind="choice",
            title_th="ความมั่นใจ",
            title_en="Confidence",
            about_th="แหล่งข้อมูลระบุประเด็นเอง หรือสันนิษฐานจากชื่อรางวัล",
            about_en="Whether the source names the theme, or it is assumed from the award's name",
            choices=(
                Choice(code="stated", th="ตามแหล่งข้อมูล", en="Stated"),
                Choice(code="assumed", th="สันนิษฐาน", en="Assumed"),
            ),
        ),
        "basis_th": replace(programme.BASIS_TH, nullable=True, about_th="เหตุที่สันนิษฐาน"),
        "basis_en": replace(programme.BASIS_EN, nullable=True, about_en="Why it is assumed"),
    },
    source_th="ประเด็นในแหล่งข้อมูลของแต่ละรายการในตาราง pilots",
    source_en="The theme in the source of each entry of the table pilots",
    licence_th="จัดทำขึ้นในโครงการนี้ เผยแพร่ตามสัญญาอนุญาตของโครงการ",
    licence_en="Compiled in this project; under the project's licence",
)
