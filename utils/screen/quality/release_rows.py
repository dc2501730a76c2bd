"""The rows of a table of the release: all, those of an office and a year, or one by its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.desk.store import store
from utils.measures.quality import office_of
from utils.screen import params
from utils.screen.app import cache, filters, link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.tables.declared import schemas
from utils.tables.reading.reader import FILE_ROW
from utils.words import Words

ROWS_ON_SCREEN: Final = 1000
_ROW_FILTERS: Final = (params.ROWS_OFFICE, params.ROWS_YEAR, params.ROW)


def codes(name: str, *, row: int | None = None) -> dict[str, str]:
    """Return the codes of an address with rows of a table; of no table where `name` is empty."""
    address = {params.HISTORY_PART.name: "quality"}
    if name:
        address[params.ROWS_OF.name] = name
    if row is not None:
        address[params.ROW.name] = str(row)
    return address


def addresses(places: Iterable[tuple[str, int | None]], chosen: Filters) -> list[str]:
    """Return the addresses of rows, each by its table and place there; None for the whole table."""
    return [link.address("history", chosen.link | codes(name, row=row)) for name, row in places]


def about(lead: str, chosen: Filters, name: str) -> tuple[str, ...]:
    """Return the lines that a file of the quality page must carry: a lead, and the link."""
    return (lead, release_shown.home("history", chosen.link | codes(name)))


def choose(name: str, *, office: str = "", year: str = "") -> None:
    """Write into the address which rows of a table are shown."""
    link.put(params.ROWS_OF, name)
    for param, code in zip(_ROW_FILTERS, (office, year, ""), strict=True):
        link.put(param, code)


def show(chosen: Filters) -> None:
    """Offer the rows of one table, on top of the page, whose counts lead here."""
    words, param = chosen.words, params.ROWS_OF
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
    if release_shown.now().waiting is None:
        names = {
            source.sha256: source.file_name
            for release in release_shown.every()
            for source in release.sources
        }
        files = store.origins(name, release_shown.release())
        in_words[words("history.file")] = [names.get(sha256, sha256) for sha256 in files]
        in_words[words("history.file_row")] = rows[FILE_ROW]
    return pd.DataFrame(in_words)
