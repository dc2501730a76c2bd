"""A sheet as it was laid out, turned into rows of data: titles, totals and merged cells understood.

Nothing is typed here: cells stay texts. Each row keeps the number that a spreadsheet shows, and
each cell the heading that its sender sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pydantic_core import PydanticCustomError

from utils.tables.declared import witnesses
from utils.tables.declared.columns import Table
from utils.tables.places import Places, find_laos, find_province_of_address
from utils.tables.reading import scalars
from utils.tables.reading.contents import Sheet
from utils.tables.reading.headings import Heading, at_row
from utils.tables.reading.layout import across, asides, blocks, titles, whole
from utils.tables.reading.layout.across import Wide
from utils.tables.reading.layout.asides import Sight, Told
from utils.tables.reading.layout.catalogue import Catalogue
from utils.tables.reading.layout.data_row import DataRow, Remark
from utils.tables.reading.meaning.blanks import is_blank
from utils.tables.reading.normalise import spelling_key, tidy
from utils.tables.reading.problems import Severity
from utils.words import LANGS

PROVINCE: Final = "province_code"
YEAR: Final = "fiscal_year_be"
_EDITION: Final = "edition"
_INDICATOR: Final = "indicator"
_LAO: Final = "lao_id"
_PRIZE: Final = "certificate_th"
_LEVEL: Final = "level"
NOTHING_GIVEN: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, kw_only=True)
class Arranged:
    """The rows of data, and what is told of all others."""

    rows: tuple[DataRow, ...]
    remarks: tuple[Remark, ...]


_SAID_BY_A_PERSON: Final[tuple[str, Severity]] = ("value_given", "note")
_SAID_BY_A_NAME: Final[tuple[str, Severity]] = ("value_of_title", "warning")
_TOLD: Final[Mapping[str, tuple[str, Severity]]] = {
    "heading": ("heading_again", "note"),
    "total": ("closing_row", "note"),
    "note": ("closing_note", "note"),
    "unknown": ("row_aside", "warning"),
    "foreign": ("another_table", "error"),
}


@dataclass(kw_only=True)
class _Above:
    """What stands above a row: its heading, and what titles said last."""

    heading: Heading
    province_code: str | None = None
    year: str | None = None
    likely: str | None = None
    provinces: frozenset[str] | None = None
    last_province: str = ""
    years: dict[str, int | None] = field(default_factory=dict)  # of titles: the row of each
    given: dict[str, str] = field(default_factory=dict)  # said of columns that the file lacks


def arrange(  # noqa: PLR0913 the last two have names
    sheet: Sheet,
    heading: Heading,
    table: Table,
    places: Places,
    catalogue: Catalogue,
    *,
    file: str = "",
    given: Mapping[str, str] = NOTHING_GIVEN,
) -> Arranged:
    """Return the rows of data under a heading.

    Parameters
    ----------
    sheet : Sheet
        With the cells that were merged in it.
    heading : Heading
        As `headings.find` gives it.
    table : Table
    places : Places
        The provinces and LAOs that titles and cells may name.
    catalogue : Catalogue
        Editions by year, and the indicators that a label like "2.1" stands for.
    file : str
        Its name, which may say a year, or a value of a column that it lacks.
    given : mapping of column to text
        What a person said of columns that the file lacks: it holds for all rows.
    """
    grid, remarks = _filled_down(sheet, heading)
    above = _whole(sheet, heading, places, remarks)
    names = whole.names_of(grid[: heading.first], sheet.name, file)
    remarks += _for_all(above, names, given, table, places)
    if heading.row > heading.first:
        span = {"rows": f"{heading.first + 1}–{heading.row + 1}"}
        remarks.append(Remark("heading_joined", "note", heading.first + 1, context=span))
    rows: list[DataRow] = []
    sight, before = Sight.of(heading, table, places), "heading"
    for at, cells in enumerate(grid[heading.row + 1 :], heading.row + 1):
        kept = _without(cells, above.heading.remarks)
        if not any(map(tidy, kept)):
            continue
        told = asides.look(kept, sight, after_heading=before in {"heading", "section"})
        if before == "foreign" and told.kind not in {"heading", "section"}:
            continue
        if told.kind == "unknown" and before == "note":
            told = told._replace(kind="note")  # notes have more lines than one
        before = told.kind
        if told.kind == "data":
            remarks += _outside(kept, above.heading, at + 1)
            row, more = _row(kept, at + 1, above, table, places)
            remarks += more
            rows += _long(row, kept, above.heading, table, remarks)
        else:
            remarks += _said(told, at + 1, above, kept, table)
        if told.kind == "section":
            sight = Sight.of(above.heading, table, places)
    rows = blocks.carried(rows, heading, table, remarks)
    rows = _with_levels(rows, catalogue, remarks)
    rows = _by_catalogue(rows, table, catalogue, remarks)
    return Arranged(rows=tuple(rows), remarks=tuple(remarks))


def _without(cells: Sequence[str], left_out: Sequence[int]) -> list[str]:
    """Return the cells without those that the desk wrote: a file is not told of its own remarks."""
    return ["" if at in left_out else cell for at, cell in enumerate(cells)]


def _filled_down(sheet: Sheet, heading: Heading) -> tuple[list[list[str]], list[Remark]]:
    """Return the cells with the value of each that was merged downwards in all of its rows."""
    grid, remarks = [list(cells) for cells in sheet.rows], []
    names = {at: name for name, at in heading.positions.items()}
    for one in sheet.merged:
        value = _cell(grid, one.top, one.left)
        if one.top <= heading.row or one.bottom == one.top or not tidy(value):
            continue
        if one.right > one.left and one.left not in names:
            continue
        for at in range(one.top + 1, min(one.bottom, len(grid) - 1) + 1):
            _put(grid[at], one.left, value)
            column = heading.written.get(names.get(one.left, ""), "")
            remarks.append(Remark("merged_down", "note", at + 1, tidy(value), column))
    return grid, remarks


def _cell(grid: Sequence[Sequence[str]], row: int, at: int) -> str:
    return grid[row][at] if row < len(grid) and at < len(grid[row]) else ""


def _put(cells: list[str], at: int, value: str) -> None:
    cells.extend("" for _ in range(at + 1 - len(cells)))
    cells[at] = cells[at] or value


def _whole(sheet: Sheet, heading: Heading, places: Places, remarks: list[Remark]) -> _Above:
    """Return what the titles above the heading and the name of the sheet say of all rows."""
    above = _Above(heading=heading)
    titled = [_without(cells, heading.remarks) for cells in sheet.rows[: heading.first]]
    for at, cells in enumerate(titled):
        texts = list(dict.fromkeys(filter(None, map(tidy, cells))))
        title = titles.read(" ".join(texts), places) if texts else titles.NOTHING
        if title.names and not title.is_district:
            above.province_code, above.provinces = title.province_code, title.provinces
            remarks += [_of_title(at + 1, texts, title)] if title.province_code else []
        above.likely = title.province_code or above.likely
        if title.year is not None:
            above.years.setdefault(title.year, at + 1)
    named = titles.read(sheet.name, places) if sheet.name else titles.NOTHING
    above.likely = above.likely or named.province_code
    return above


def _for_all(
    above: _Above,
    names: whole.Names,
    given: Mapping[str, str],
    table: Table,
    places: Places,
) -> Iterator[Remark]:
    """Yield what is told of values that hold for all rows, and note them above the rows."""
    lacking = {name: text for name, text in given.items() if name not in above.heading.named}
    if YEAR in table.columns and YEAR not in {*lacking, *above.heading.named}:
        years = above.years or dict.fromkeys(filter(None, [whole.year(names, places)]))
        if len(years) == 1:
            [(above.year, row)] = years.items()
            yield Remark("year_of_title", "warning", row, context={"year_be": above.year})
    said = whole.values(names, above.heading, table, places)
    for name, text in {**dict(said), **lacking}.items():
        above.given[name] = text
        column = table.columns[name]
        told = {
            f"{what}_{lang}": written
            for lang in LANGS
            for what, written in (
                ("title", column.title(lang)),
                ("said", column.label(text, lang) if column.choices else text),
            )
        }
        code, severity = _SAID_BY_A_PERSON if name in lacking else _SAID_BY_A_NAME
        yield Remark(code, severity, None, context=told)


def _of_title(row: int, texts: Sequence[str], title: titles.Title) -> Remark:
    says = title.province_code or title.year or title.provinces
    code = "block_title" if says else "block_title_other"
    return Remark(code, "note", row, " ".join(texts))


def _said(
    told: Told, row: int, above: _Above, cells: Sequence[str], table: Table
) -> Iterator[Remark]:
    """Yield what is told of a row that is no data, and note what it says of the rows below it."""
    above.last_province = ""
    if told.kind == "section":
        above.heading = replace(
            at_row([cells], 0, table), first=row - 1, row=row - 1, remarks=above.heading.remarks
        )
        yield Remark("heading_again", "note", row)
        return
    if told.kind == "title":
        title = told.title
        if title.misspelt:
            above.province_code = above.provinces = None
            yield Remark(
                "block_misspelt", "error", row, told.text, context={"name": title.misspelt}
            )
            return
        if title.province_code is not None or not (title.is_district or title.year):
            above.province_code, above.provinces = title.province_code, title.provinces
        above.year = title.year or above.year
        yield _of_title(row, [told.text], title)
        return
    if told.kind == "unknown":
        above.province_code = above.provinces = None  # it may be the title of another block
    code, severity = _TOLD[told.kind]
    yield Remark(code, severity, row, told.text)


def _outside(cells: Sequence[str], heading: Heading, row: int) -> Iterator[Remark]:
    headed = {at for at, parts in enumerate(heading.texts) if parts}
    texts = [tidy(cell) for at, cell in enumerate(cells) if at not in headed]
    if text := " ".join(filter(None, texts)):
        yield Remark("cell_outside", "warning", row, text)


def _row(
    cells: Sequence[str], number: int, above: _Above, table: Table, places: Places
) -> tuple[DataRow, list[Remark]]:
    """Return the cells of a row by column, with what titles say of it."""
    heading, remarks = above.heading, []
    places_at = {**heading.witnesses, **heading.positions}
    named = {name: cells[at] if at < len(cells) else "" for name, at in places_at.items()}
    if PROVINCE in table.columns and is_blank(tidy(named.get(PROVINCE, "")), "province"):
        address = find_province_of_address(named.get(witnesses.ADDRESS_NAME, ""), places)
        hint = above.likely if PROVINCE not in heading.positions else None
        said = address or above.province_code or hint
        carried = above.last_province
        if said is not None:
            named[PROVINCE] = said
        elif carried and len(find_laos(named.get(_LAO, ""), places, province_code=carried)) == 1:
            named[PROVINCE] = carried
            written = heading.written[PROVINCE]
            remarks.append(Remark("province_carried", "note", number, carried, written))
    above.last_province = _code(named.get(PROVINCE, ""), places)
    if (
        above.year is not None
        and is_blank(tidy(named.get(YEAR, "")), "year")
        and YEAR in table.columns
    ):
        named[YEAR] = above.year
    named |= {name: code for name, code in above.given.items() if name not in named}
    row = DataRow(
        number=number,
        cells=named,
        province_code=above.province_code,
        likely=above.likely,
        provinces=above.provinces,
    )
    return row, remarks


def _code(text: str, places: Places) -> str:
    title = titles.read(text, places) if tidy(text) else titles.NOTHING
    return tidy(text) if tidy(text) in places.province_names else title.province_code or ""


def _long(
    row: DataRow, cells: Sequence[str], heading: Heading, table: Table, remarks: list[Remark]
) -> Iterator[DataRow]:
    """Yield a row for each group of values that stand side by side; the row itself without any.

    A group without a value makes no row: nothing is known of it.
    """
    if not heading.wide:
        yield row
        return
    groups: dict[tuple[tuple[str, str], ...], list[Wide]] = {}
    for one in heading.wide:
        groups.setdefault(one.given, []).append(one)
    empty = 0
    for given, columns in groups.items():
        values = {one.column: _cell([cells], 0, one.position) for one in columns}
        if all(is_blank(tidy(text), table.columns[name].kind) for name, text in values.items()):
            empty += 1
            continue
        written = {one.column: one.written for one in columns}
        first = columns[0].written
        yield replace(
            row,
            cells={**row.cells, **dict(given), **values},
            written={**dict.fromkeys(dict(given), first), **written},
            wide=written.get(table.across.value, first) if table.across else first,
        )
    if empty:
        remarks.append(Remark("wide_empty", "note", row.number))


def _with_levels(rows: list[DataRow], catalogue: Catalogue, remarks: list[Remark]) -> list[DataRow]:
    """Return awards with the level that their prize is of, where the file has no column of it."""
    if not catalogue.levels:
        return rows
    done = []
    for row in rows:
        level = catalogue.levels.get(spelling_key(row.cells.get(_PRIZE, "")))
        is_taken = _LEVEL not in row.cells and level is not None
        done.append(replace(row, cells={**row.cells, _LEVEL: level}) if level and is_taken else row)
        if is_taken:
            remarks.append(Remark("level_of_prize", "note", row.number))
    return done


def _by_catalogue(
    rows: list[DataRow], table: Table, catalogue: Catalogue, remarks: list[Remark]
) -> list[DataRow]:
    """Return rows with the edition of their year, and the indicator that a label stands for."""
    if _EDITION not in table.columns or not catalogue.editions:
        return rows
    done: list[DataRow] = []
    taken: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for row in rows:
        cells = dict(row.cells)
        code = None if _EDITION in cells else catalogue.edition_of(_year(cells.get(YEAR, "")))
        if code is not None:
            cells[_EDITION] = code
            taken[code] = None
        label = across.indicator_of(tidy(cells.get(_INDICATOR, ""))) or ""
        if label and _INDICATOR in cells:
            cells[_INDICATOR] = label
        if "." in label and row.wide:
            key = (tidy(cells.get(_EDITION, "")), label)
            if key not in catalogue.indicators:
                unknown[row.written.get(_INDICATOR, label)] = None
                continue
            cells[_INDICATOR] = catalogue.indicators[key]
        done.append(replace(row, cells=cells))
    if taken:
        edition = {"edition": ", ".join(taken)}
        remarks.append(Remark("edition_of_year", "note", rows[0].number, context=edition))
    remarks += [Remark("label_unknown", "error", None, column=one) for one in unknown]
    return done


def _year(text: str) -> int | None:
    try:
        return scalars.year_be(tidy(text))[0]
    except PydanticCustomError:
        return None
