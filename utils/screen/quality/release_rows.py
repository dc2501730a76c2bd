"""The rows of a table of the release: all, those of an office and a year, or one by its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.desk.store import store
from utils.figures.rows import municipality_names
from utils.measures.quality import office_of
from utils.screen.app import cache, filters, link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.desk import ask_correction
from utils.tables.declared import schemas
from utils.tables.reading.reader import FILE_ROW
from utils.words import Words

ROWS_ON_SCREEN: Final = 1000


class RowNumber(Param):
    """A value that holds the place of a row in its table, from 1, or nothing."""

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        return None if not text or re.fullmatch("[1-9][0-9]{0,6}", text) else "unknown"


class OfficeNumber(Param):
    """A value that holds the number of an office, 0 for rows of no single office, or nothing."""

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        offices = filters.params()["office"].options[1:]
        return None if text in {"", "0", *offices} else "unknown"


PART = Param(
    name="part", options=("releases", "quality"), default="releases", label="quality.parts"
)
# Rows of which table, office and year, or one by its place.
TABLE = Param(
    name="table", options=("", *schemas.TABLES), default="", label="methods.dictionary_table"
)
OFFICE = OfficeNumber(name="of_office", options=(), default="", label="filter.office")
YEAR = Param(
    name="of_year", options=("", *map(str, range(2500, 2600))), default="", label="filter.year"
)
ROW = RowNumber(name="row", options=(), default="", label="history.key")
_ROW_FILTERS: Final = (OFFICE, YEAR, ROW)


def codes(name: str, *, row: int | None = None) -> dict[str, str]:
    """Return the codes of an address with rows of a table; of no table where `name` is empty."""
    address = {PART.name: "quality"}
    if name:
        address[TABLE.name] = name
    if row is not None:
        address[ROW.name] = str(row)
    return address


def addresses(places: Iterable[tuple[str, int | None]], chosen: Filters) -> list[str]:
    """Return the addresses of rows, each by its table and place there; None for the whole table."""
    return [link.address("history", chosen.link | codes(name, row=row)) for name, row in places]


def about(lead: str, chosen: Filters, name: str) -> tuple[str, ...]:
    """Return the lines that a file of the quality page must carry: a lead, and the link."""
    return (lead, release_shown.home("history", chosen.link | codes(name)))


def choose(name: str, *, office: str = "", year: str = "") -> None:
    """Write into the address which rows of a table are shown."""
    link.put(TABLE, name)
    for param, code in zip(_ROW_FILTERS, (office, year, ""), strict=True):
        link.put(param, code)


def show(chosen: Filters) -> None:
    """Offer the rows of one table, on top of the page, whose counts lead here."""
    words, param = chosen.words, TABLE
    st.subheader(words("quality.rows_of"), anchor=False)
    key, write = link.follow(param, "quality")
    titles = {name: table.title(words.lang) for name, table in schemas.TABLES.items()}

    def change() -> None:
        write()
        choose(link.value(param))

    st.selectbox(
        words("quality.choose"),
        param.options,
        format_func=lambda name: titles.get(name, words("quality.none")),
        key=key,
        on_change=change,
    )
    name = link.value(param)
    if not name:
        return
    rows = _filtered(_in_words(name, words), name)
    _say_filters(name, len(rows), words)
    if len(rows) > ROWS_ON_SCREEN:
        st.caption(words("history.shortened", n=ROWS_ON_SCREEN))
    first = rows.head(ROWS_ON_SCREEN)
    lines = about(titles[name], chosen, name)
    tables.show(first, words, name=name, key=f"quality.{name}", about=lines, file=rows)
    shown = "" if first.empty else str(first[words("history.key")].iloc[0])
    ask_correction.ask(name, shown, chosen, is_open=bool(link.value(ROW)))


def _filtered(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the rows of a table in words that the address asks for."""
    rows = cache.table(name)
    office, year, place = map(link.value, _ROW_FILTERS)
    matches = pd.Series(data=True, index=rows.index)
    if place:
        matches &= pd.RangeIndex(1, len(rows) + 1) == int(place)
    if office and "lao_id" in rows:
        offices = office_of(rows, cache.table("municipalities"), cache.table("provinces"))
        matches &= offices.fillna(0) == int(office)
    if year and "fiscal_year_be" in rows:
        matches &= (rows["fiscal_year_be"] == int(year)).fillna(value=False)
    return table[matches.to_numpy(dtype=bool)]


def _say_filters(name: str, n: int, words: Words) -> None:
    """Say which rows of a table are shown, and offer all of them."""
    office, year, place = map(link.value, _ROW_FILTERS)
    if not (office or year or place):
        return
    office_name = (
        filters.group_name(int(office), "office_number", words) if office.strip("0") else ""
    )
    parts = [
        words("quality.row", row=place) if place else "",
        office_name or (words("quality.no_office") if office else ""),
        words("quality.year", year=year) if year else "",
    ]
    st.caption(words("quality.part", n=n, part=" · ".join(filter(None, parts))))
    st.button(words("quality.whole"), key="quality.whole", on_click=choose, args=(name,))


def _names(column: str, words: Words) -> pd.Series | None:
    """Return the names of what a column has the ids of, LAOs or provinces; None for another."""
    if column in {"lao_id", "merged_into"}:
        register = cache.table("municipalities")
        ids = register["lao_id"].drop_duplicates()
        return municipality_names(ids, register, words).set_axis(ids)
    if column == "province_code":
        return cache.table("provinces").set_index("province_code")[f"name_{words.lang}"]
    return None


def _in_words(name: str, words: Words) -> pd.DataFrame:
    """Return a table with headings and codes in words, and the place and file of each row.

    The file is left out in a preview: a file that waits to be published is not for everyone.
    """
    rows = cache.table(name)
    in_words: dict[str, Any] = {words("history.key"): range(1, len(rows) + 1)}
    for key, column in schemas.TABLES[name].columns.items():
        cells = rows[key]
        labels = {choice.code: choice.label(words.lang) for choice in column.choices}
        in_words[column.title(words.lang)] = cells.map(labels) if labels else cells
        if (beside := _names(key, words)) is not None:
            heading = words("quality.name_of", column=column.title(words.lang))
            in_words[heading] = cells.map(beside)
    if release_shown.now().waiting is None:
        names = {
            source.sha256: source.file_name
            for release in release_shown.every()
            for source in release.sources
        }
        files = store.origins(name, release_shown.release())
        in_words[words("history.file")] = [names.get(sha256, sha256) for sha256 in files]
        in_words[words("history.file_row")] = rows[FILE_ROW]
        in_words["SHA-256"] = files  # two files may have one name
    return pd.DataFrame(in_words)
