"""What a declaration is made of: a choice, a column, a reference, a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from utils.words import Lang

Kind = Literal[
    "text", "code", "choice", "integer", "number", "year", "flag", "date", "province", "lao"
]

DType = Literal["string", "Int64", "Float64", "boolean"]

NOT_RECORDED_TH = "แหล่งข้อมูลของเราไม่ได้บันทึกวันที่ได้มา"
NOT_RECORDED_EN = "date of retrieval not recorded in our sources"
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
    """One allowed value: its code, its words, and other words that the reader accepts for it."""

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

    `title_*`: the heading, and the label of axes and filters; the reader accepts them, the name of
    the column and `aliases` as headings. `form_*`: `pattern` in words, with an example.
    `low`, `high`: the least and the greatest value. `refers_to`: the "table.column" whose values it
    may hold. `past`: days and years to come are warned of.
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
    form_th: str = ""
    form_en: str = ""
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

    @property
    def bounds(self) -> str:
        """The least and the greatest value, as "1–34"; empty where neither is set."""
        ends = ("" if end is None else f"{end:g}" for end in (self.low, self.high))
        return "" if self.low is None and self.high is None else "–".join(ends)

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


class Reference(NamedTuple):
    """Columns of one name in two tables: their values must stand in one row of the other."""

    table: str
    columns: tuple[str, ...]


class Across(NamedTuple):
    """How people write a table with values side by side: a column a year, a column an indicator.

    `value`: the column that such cells hold, where their heading says nothing else; `by`: the
    columns whose value the heading may name.
    """

    value: str
    by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """One table: its file in data/, its key, its columns, where and when its facts come from.

    `refers_to`: columns whose values must stand in one row of another table; a problem is reported
    under the first of them. `in_order`: pairs of columns, the first of which is never greater.
    `sent`: whether officers send files of it. `about`: where the key does not say it all, the
    columns that say who, when or what a row is about; a row that keeps its key and changes one of
    these has become another, and is asked about. `across`: how its rows may stand side by side;
    None where they never do.
    """

    name: str
    file: str
    title_th: str
    title_en: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    refers_to: tuple[Reference, ...] = ()
    in_order: tuple[tuple[str, str], ...] = ()
    source_th: str
    source_en: str
    licence_th: str
    licence_en: str
    generated_by: str = ""
    sent: bool = False
    about: tuple[str, ...] = ()
    as_of_th: str = NOT_RECORDED_TH
    as_of_en: str = NOT_RECORDED_EN
    may_be_empty: bool = False  # a heading without rows is no error
    across: Across | None = None

    def title(self, lang: Lang) -> str:
        """Return the name of the table in words."""
        return self.title_th if lang == "th" else self.title_en

    def source(self, lang: Lang) -> str:
        """Return where the facts come from, and when."""
        return self.source_th if lang == "th" else self.source_en

    def licence(self, lang: Lang) -> str:
        """Return the terms under which the facts may be used."""
        return self.licence_th if lang == "th" else self.licence_en
