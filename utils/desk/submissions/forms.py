"""A workbook to fill: made from the declarations, for an office with its own rows already in it.

The reader takes it back as it is: a heading holds both titles of its column, drop-downs offer
values that the reader knows, and a sheet without rows is ignored.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, NamedTuple

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import Engine

from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.desk.store.rows import StoredRow, row_reader, to_frame
from utils.desk.store.scope import (
    LAO_FIELD,
    YEAR_FIELD,
    Scope,
    has_year,
    is_regional,
    provinces_by_lao,
    within,
)
from utils.tables import places as lookup
from utils.tables.declared import schemas
from utils.tables.declared.columns import Column, Table
from utils.tables.declared.schemas import Load
from utils.tables.reading.cells import PROVINCE_FIELD
from utils.tables.reading.contents import GUIDE_SHEET, LISTS_SHEET
from utils.words import LANGS, Lang, Words

_ROWS: Final = 3_000  # rows below the heading that drop-downs cover
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # in the name of a sheet
_NAME: Final = 31  # characters of the name of a sheet
_CRITERIA: Final = ("editions", "components", "indicators", "lpa_conversions", "edition_mappings")
_HEADING: Final = Font(bold=True)
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
_WIDTHS: Final[Mapping[str, int]] = {"lao": 34, "text": 28, "province": 20, "choice": 26}


def tables(*, regional: bool) -> tuple[str, ...]:
    """Return the names of the tables that can be sent: by an office (`regional`), or at all."""
    return tuple(
        name for name, table in schemas.TABLES.items() if is_regional(table) or not regional
    )


def form(
    engine: Engine, shown: Release, names: Sequence[str], lang: Lang, *, office: int | None = None
) -> bytes:
    """Return a workbook to fill, of some tables.

    For an office it already holds the rows of its provinces; where a table knows years, those of
    the last year on record of each LAO, or of each province. Without an office it has no rows, and
    offers all LAOs.
    """
    load = partial(store.table, shown=shown, engine=engine)
    places = lookup.index_places(load("provinces"), load("municipalities"))
    laos = list(places.lao_by_id.values())
    rows: dict[str, pd.DataFrame] = {}
    if office is not None:
        with engine.connect() as connection:
            codes = roles.writable(connection, [office], shown.number)
        laos = [lao for lao in laos if lao.province_code in codes]
        read_rows = row_reader(engine, shown.number)
        lao_provinces = provinces_by_lao(read_rows("municipalities"))
        for name in names:
            is_own = within(schemas.TABLES[name], lao_provinces, Scope(provinces=codes))
            own_rows = [row for row in read_rows(name) if is_own(row)]
            rows[name] = to_frame(_last(own_rows, schemas.TABLES[name]), name)
    about = _about(office, shown, Words(lang))
    chosen = [schemas.TABLES[name] for name in names]
    return _workbook(_Form(tables=chosen, rows=rows, laos=laos, load=load, about=about), lang)


def of_every_office(engine: Engine, shown: Release, names: Sequence[str], lang: Lang) -> bytes:
    """Return an archive (ZIP) with the workbook of each office, its own rows filled in."""
    with engine.connect() as connection:
        offices = roles.offices(connection)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for office in offices:
            book = form(engine, shown, names, lang, office=office)
            archive.writestr(f"esc-form-office-{office:02}.xlsx", book)
    return out.getvalue()


class EditionCopy(NamedTuple):
    """A new edition of the criteria: the code of the one it copies, its own, its first year."""

    like: str
    code: str
    first_year_be: int


def next_edition(engine: Engine, shown: Release, copy: EditionCopy, lang: Lang) -> bytes:
    """Return a workbook with a new edition of the criteria, as a copy of an earlier one to change.

    The edition before it ends with the year before. Every indicator is led over to the one of its
    number, without a reason: each row wants one, or goes.
    """
    load = partial(store.table, shown=shown, engine=engine)
    editions, indicators = load("editions"), load("indicators")
    like, code, year = copy
    before = editions[editions["edition"] == like].assign(last_year_be=year - 1)
    own = before.assign(edition=code, first_year_be=year).drop(columns="last_year_be")
    numbers = indicators.loc[indicators["edition"] == like, "indicator"]
    mappings = load("edition_mappings").iloc[0:0]
    rows = {
        "editions": pd.concat([before, own]),
        "edition_mappings": mappings.reindex(range(len(numbers))).assign(
            from_edition=like,
            from_indicator=numbers.to_numpy(),
            to_edition=code,
            to_indicator=numbers.to_numpy(),
        ),
    }
    for name in ("components", "indicators", "lpa_conversions"):
        table = load(name)
        rows[name] = table[table["edition"] == like].assign(edition=code)
    about = Words(lang)("form.for_edition", number=shown.number, like=like, code=code)
    tables = [schemas.TABLES[name] for name in _CRITERIA]
    return _workbook(_Form(tables=tables, rows=rows, laos=(), load=load, about=about), lang)


def _last(rows: list[StoredRow], table: Table) -> list[StoredRow]:
    """Return the rows of the last year of each LAO; of each province, where rows name no LAO."""
    columns = list(table.columns)
    of_whom = next((name for name in (LAO_FIELD, PROVINCE_FIELD) if name in columns), YEAR_FIELD)
    if not has_year(table) or of_whom == YEAR_FIELD:
        return rows
    year, whose = columns.index(YEAR_FIELD), columns.index(of_whom)
    last: dict[object, int] = {}
    for row in rows:
        last[row.cells[whose]] = max(last.get(row.cells[whose], 0), row.cells[year] or 0)
    return [row for row in rows if (row.cells[year] or 0) == last[row.cells[whose]]]


def _about(office: int | None, shown: Release, words: Words) -> str:
    if office is None:
        return words("form.for_all", number=shown.number)
    return words("form.for_office", number=shown.number, office=office)


@dataclass(frozen=True, kw_only=True)
class _Form:
    """The content of a workbook. `rows`: by table, those that are filled in already, typed.

    `laos`: those that drop-downs offer; `load`: loads the tables that codes refer to; `about`: a
    line that says whom the workbook is for.
    """

    tables: Sequence[Table]
    rows: Mapping[str, pd.DataFrame]
    laos: Sequence[lookup.Lao]
    load: Load
    about: str


def _workbook(form: _Form, lang: Lang) -> bytes:
    """Return the workbook: a guide, a sheet a table, the lists of the drop-downs.

    `lang`: the language of allowed values and names; headings and notes are in both.
    """
    book = Workbook()
    guide = book.active
    if not isinstance(guide, Worksheet):
        raise TypeError("a new workbook has a sheet")
    guide.title = GUIDE_SHEET
    names = {table.name: _sheet_name(table, at, lang) for at, table in enumerate(form.tables, 1)}
    sheets = [(table, book.create_sheet(names[table.name])) for table in form.tables]
    lists = _Lists(book.create_sheet(LISTS_SHEET))
    _guide(guide, form, names, Words(lang))
    for table, sheet in sheets:
        _fill(sheet, table, form, lists, lang)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet_name(table: Table, number: int, lang: Lang) -> str:
    return f"{number} {_FORBIDDEN.sub(' ', table.title(lang))}"[:_NAME].strip()


def _guide(sheet: Worksheet, form: _Form, names: Mapping[str, str], words: Words) -> None:
    sheet.column_dimensions["A"].width = 110
    lines = [words("form.title"), form.about, *_steps(words)]
    lines += [
        words(
            "form.sheet",
            sheet=names[table.name],
            table=table.title(words.lang),
            n=len(form.rows.get(table.name, ())),
        )
        for table in form.tables
    ]
    for at, line in enumerate(lines, 1):
        cell = _write(sheet, at, 1, line)
        cell.alignment = _WRAPPED
        cell.font = Font(bold=True, size=14) if at == 1 else Font()


def _steps(words: Words) -> Iterator[str]:
    yield words("form.guide_1")
    yield words("form.guide_2")
    yield words("form.guide_3", sheet=LISTS_SHEET)
    for n in (4, 5, 6):
        yield words(f"form.guide_{n}")


class _Lists:
    """The sheet with the lists that drop-downs offer: one list per column, each list once."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[str, ...], str] = {}

    def range_of(self, offered: tuple[str, ...]) -> str:
        """Return the range of a list, as a drop-down names it: 'Lists'!$A$1:$A$4."""
        if offered not in self._known:
            at = len(self._known) + 1
            for row, text in enumerate(offered, 1):
                _write(self._sheet, row, at, text)
            letter = get_column_letter(at)
            self._sheet.column_dimensions[letter].width = 34
            self._known[offered] = f"'{self._sheet.title}'!${letter}$1:${letter}${len(offered)}"
        return self._known[offered]


def _fill(sheet: Worksheet, table: Table, form: _Form, lists: _Lists, lang: Lang) -> None:
    sheet.freeze_panes = "A2"
    for at, column in enumerate(table.columns.values(), 1):
        head = _write(sheet, 1, at, f"{column.title_th}\n{column.title_en}")
        head.font, head.alignment = _HEADING, _WRAPPED
        head.comment = Comment(_note(column), "ESC", height=180, width=380)
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column.kind, 16)
        if column.kind not in {"integer", "number", "year"}:
            sheet.column_dimensions[letter].number_format = "@"
        if offered := _offered(column, form, lang):
            drop_down = DataValidation(
                type="list",
                formula1=lists.range_of(offered),
                allow_blank=True,
                showErrorMessage=False,
            )
            drop_down.add(f"{letter}2:{letter}{_ROWS}")
            sheet.add_data_validation(drop_down)
    as_written = _Written(form, lang)
    rows = form.rows.get(table.name)
    if rows is None:
        return
    for row, values in enumerate(rows[list(table.columns)].itertuples(index=False, name=None), 2):
        for at, (value, column) in enumerate(zip(values, table.columns.values(), strict=True), 1):
            if not pd.isna(value):
                _write(sheet, row, at, as_written(value, column))


def _note(column: Column) -> str:
    return "\n".join(line for lang in LANGS for line in _note_in(column, lang))


def _note_in(column: Column, lang: Lang) -> Iterator[str]:
    words = Words(lang)
    yield column.about(lang)
    if unit := column.unit(lang):
        yield words("form.unit", unit=unit)
    if column.bounds:
        yield words("form.bounds", bounds=column.bounds)
    if form := (column.form_th if lang == "th" else column.form_en):
        yield words("form.form", form=form)
    yield words("form.may_be_empty") if column.nullable else words("form.required")


def _offered(column: Column, form: _Form, lang: Lang) -> tuple[str, ...]:
    """Return what a drop-down offers, in a spelling that the reader knows."""
    words = Words(lang)
    if column.choices:
        return tuple(choice.label(lang) for choice in column.choices)
    if column.kind == "flag":
        return (words("form.yes"), words("form.no"))
    if column.kind == "lao":
        return tuple(f"{lao.lao_id} {lao.full_name}" for lao in form.laos)
    if column.kind == "province":
        codes = {lao.province_code for lao in form.laos}
        names = form.load("provinces").set_index("province_code")[f"name_{lang}"]
        return tuple(name for code, name in names.items() if code in codes)
    if column.kind in {"text", "code"} and column.refers_to:
        name, referred = column.refers_to.split(".")
        return tuple(dict.fromkeys(map(str, form.load(name)[referred].dropna())))
    return ()


class _Written:
    """Writes values so that people can read them and the reader takes them back."""

    def __init__(self, form: _Form, lang: Lang) -> None:
        self._lang = lang
        self._laos = {lao.lao_id: f"{lao.lao_id} {lao.full_name}" for lao in form.laos}
        provinces = form.load("provinces")
        names = provinces[f"name_{lang}"]
        self._provinces = dict(zip(provinces["province_code"], names, strict=True))

    def __call__(self, value: Any, column: Column) -> object:  # noqa: ANN401 a cell of a frame
        if column.kind == "flag":
            return Words(self._lang)("form.yes") if value else Words(self._lang)("form.no")
        if column.choices:
            return column.label(value, self._lang)
        if column.kind == "lao":
            return self._laos.get(value, value)
        if column.kind == "province":
            return self._provinces.get(value, value)
        if column.kind in {"integer", "year"}:
            return int(value)
        return float(value) if column.kind == "number" else value


def _write(sheet: Worksheet, row: int, column: int, value: object) -> Cell:
    """Write a cell. A text stays a text, whatever sign it begins with."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("the desk merges no cells")
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    else:
        cell.value = value
    return cell
