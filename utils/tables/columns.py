"""What a declaration is made of (choice, column, table), and columns that many tables share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from utils.words import Lang

Kind = Literal[
    "text", "code", "choice", "integer", "number", "year", "flag", "date", "province", "lao"
]

DType = Literal["string", "Int64", "Float64", "boolean"]

DTYPES: Mapping[Kind, DType] = {
    "text": "string",
    "code": "string",
    "choice": "string",
    "integer": "Int64",
    "number": "Float64",
    "year": "Int64",
    "flag": "boolean",
    "date": "string",  # ISO 8601, Common Era: sorts as it reads, and needs no calendar
    "province": "string",
    "lao": "string",
}


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One allowed value: its code, its words (also read in files), and other words for it."""

    code: str
    th: str
    en: str
    aliases: tuple[str, ...] = ()

    def label(self, lang: Lang) -> str:
        """Return the words of this value."""
        return self.th if lang == "th" else self.en


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column, declared once: how to read it, what it means, what it may hold.

    `title_*` serve as heading, axis label and filter label; with the column's own name and
    `aliases` they are the headings the reader knows. `refers_to` names the "table.column" whose
    values this column may hold; `past` says that a year cannot lie ahead of today.
    """

    kind: Kind
    title_th: str
    title_en: str
    about_th: str
    about_en: str
    unit_th: str = ""
    unit_en: str = ""
    choices: tuple[Choice, ...] = ()
    pattern: str | None = None
    low: float | None = None
    high: float | None = None
    nullable: bool = False
    aliases: tuple[str, ...] = ()
    refers_to: str | None = None
    past: bool = False

    @property
    def dtype(self) -> DType:
        """The pandas dtype of this column in a typed frame."""
        return DTYPES[self.kind]

    def title(self, lang: Lang) -> str:
        """Return the short name, for headings and axes."""
        return self.title_th if lang == "th" else self.title_en

    def about(self, lang: Lang) -> str:
        """Return the meaning in one sentence."""
        return self.about_th if lang == "th" else self.about_en

    def unit(self, lang: Lang) -> str:
        """Return the unit, empty where the column has none."""
        return self.unit_th if lang == "th" else self.unit_en

    def label(self, code: str, lang: Lang) -> str:
        """Return the words of one allowed value.

        Raises
        ------
        KeyError
            If the column does not allow `code`.
        """
        return {choice.code: choice.label(lang) for choice in self.choices}[code]


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """One table: its file in data/, its key, its columns, and where its facts come from."""

    name: str
    file: str
    title_th: str
    title_en: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    source_th: str
    source_en: str
    licence_th: str
    licence_en: str
    generated_by: str = ""
    may_be_empty: bool = False  # a heading alone is no error: nothing is known yet

    def title(self, lang: Lang) -> str:
        """Return the name of the table in words."""
        return self.title_th if lang == "th" else self.title_en

    def source(self, lang: Lang) -> str:
        """Return where the facts come from, and when."""
        return self.source_th if lang == "th" else self.source_en

    def licence(self, lang: Lang) -> str:
        """Return under which terms the facts may be used."""
        return self.licence_th if lang == "th" else self.licence_en


PROVINCE = Column(
    kind="province",
    title_th="จังหวัด",
    title_en="Province",
    about_th="รหัสจังหวัดสองหลักของกรมการปกครอง",
    about_en="Two-digit province code of the Department of Provincial Administration",
    aliases=("ชื่อจังหวัด", "รหัสจังหวัด", "province code", "province name", "province_th"),
    refers_to="provinces.province_code",
)

LAO = Column(
    kind="lao",
    title_th="อปท.",
    title_en="Local administrative organisation",
    about_th="รหัสคงที่ขององค์กรปกครองส่วนท้องถิ่นในทะเบียนของระบบ (มิใช่รหัสทางการ)",
    about_en="Stable identifier in this project's register of LAOs (not an official code)",
    aliases=(
        "องค์กรปกครองส่วนท้องถิ่น",
        "ชื่อ อปท.",
        "เทศบาล",
        "ชื่อเทศบาล",
        "municipality",
        "LAO",
        "lao name",
        "lao_name_th",
    ),
    refers_to="municipalities.lao_id",
)

FISCAL_YEAR = Column(
    kind="year",
    title_th="ปีงบประมาณ พ.ศ.",
    title_en="Fiscal year (B.E.)",
    about_th="ปีงบประมาณ พ.ศ. (1 ตุลาคมของปีก่อนหน้า ถึง 30 กันยายน)",
    about_en="Fiscal year, Buddhist Era (1 October of the year before to 30 September)",
    unit_th="พ.ศ.",
    unit_en="B.E.",
    low=2540,
    high=2600,
    aliases=("ปีงบประมาณ", "ปีงบ", "ปี", "fiscal year", "year", "FY"),
)

LEVEL_NATIONAL = Choice(code="national", th="ระดับประเทศ", en="National")
LEVEL_AREA = Choice(code="area", th="ระดับพื้นที่", en="Area")
LEVEL = Column(
    kind="choice",
    title_th="ระดับ",
    title_en="Level",
    about_th="ระดับของรางวัลหรือผลการประเมิน",
    about_en="Level of the award or result",
    choices=(LEVEL_NATIONAL, LEVEL_AREA),
    aliases=("ระดับรางวัล", "ระดับการประเมิน", "award level"),
)

SOURCE = Column(
    kind="text",
    title_th="แหล่งข้อมูล",
    title_en="Source",
    about_th="แหล่งที่มาของข้อมูลในแถวนี้",
    about_en="Where the facts of this row come from",
    aliases=("ที่มา",),
)

NOTE = Column(
    kind="text",
    title_th="หมายเหตุ",
    title_en="Note",
    about_th="ข้อสังเกตเกี่ยวกับแถวนี้",
    about_en="Remark about this row",
    nullable=True,
)
