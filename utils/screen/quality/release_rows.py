"""The rows of a release's tables: all of one, one office's of a year, or one row by its place."""

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
_PARTS: Final = (params.ROWS_OFFICE, params.ROWS_YEAR, params.ROW)


def codes(name: str, *, row: int | None = None) -> dict[str, str]:
    """Return what the address says of a table's rows; without a name, of none."""
    found = {params.HISTORY_PART.name: "quality"}
    if name:
        found[params.ROWS_OF.name] = name
    if row is not None:
        found[params.ROW.name] = str(row)
    return found


def addresses(places: Iterable[tuple[str, int | None]], chosen: Filters) -> list[str]:
    """Return the address of each row of a table, by its place, or of the whole table (None)."""
    return [link.address("history", chosen.link | codes(name, row=row)) for name, row in places]


def about(lead: str, chosen: Filters, name: str) -> tuple[str, ...]:
    """Return what a file of the page of quality says of itself."""
    return (lead, release_shown.home("history", chosen.link | codes(name)))


def choose(name: str, *, office: str = "", year: str = "") -> None:
    """Write into the address whose rows of a table are shown."""
    link.put(params.ROWS_OF, name)
    for param, code in zip(_PARTS, (office, year, ""), strict=True):
        link.put(param, code)


def show(chosen: Filters) -> None:
    """Offer the rows of one table: above all counts of the page, which lead to them."""
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
    rows = _part(_in_words(name, words), name)
    _say_part(name, len(rows), words)
    if len(rows) > ROWS_ON_SCREEN:
        st.caption(words("history.shortened", n=ROWS_ON_SCREEN))
    first = rows.head(ROWS_ON_SCREEN)
    told = about(titles[name], chosen, name)
    tables.show(first, words, name=name, key=f"quality.{name}", about=told, file=rows)


def _part(told: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the rows that the address asks for, of those of a table in words."""
    rows = cache.table(name)
    office, year, place = map(link.value, _PARTS)
    chosen = pd.Series(data=True, index=rows.index)
    if place:
        chosen &= pd.RangeIndex(1, len(rows) + 1) == int(place)
    if office and "lao_id" in rows:
        held = office_of(rows, cache.table("municipalities"), cache.table("provinces"))
        chosen &= held.fillna(0) == int(office)
    if year and "fiscal_year_be" in rows:
        chosen &= (rows["fiscal_year_be"] == int(year)).fillna(value=False)
    return told[chosen.to_numpy(dtype=bool)]


def _say_part(name: str, n: int, words: Words) -> None:
    """Say which part of a table is shown, and offer all of it."""
    office, year, place = map(link.value, _PARTS)
    if not (office or year or place):
        return
    named = filters.group_name(int(office), "office_number", words) if office.strip("0") else ""
    parts = [
        words("quality.row", row=place) if place else "",
        named or (words("quality.no_office") if office else ""),
        words("quality.year", year=year) if year else "",
    ]
    st.caption(words("quality.part", n=n, part=" · ".join(filter(None, parts))))
    st.button(words("quality.whole"), key="quality.whole", on_click=choose, args=(name,))


def _in_words(name: str, words: Words) -> pd.DataFrame:
    """Return a table with its headings and codes in words: each row after its place, then its file.

    What waits to be published is not yet of a file that anybody else may see.
    """
    rows = cache.table(name)
    told: dict[str, Any] = {words("history.key"): range(1, len(rows) + 1)}
    for key, column in schemas.TABLES[name].columns.items():
        cells = rows[key]
        labels_of = {choice.code: choice.label(words.lang) for choice in column.choices}
        told[column.title(words.lang)] = cells.map(labels_of) if labels_of else cells
    if release_shown.now().waiting is None:
        names = {
            one.sha256: one.file_name for each in release_shown.every() for one in each.sources
        }
        files = store.origins(name, release_shown.release())
        told[words("history.file")] = [names.get(sha256, sha256) for sha256 in files]
        told[words("history.file_row")] = rows[FILE_ROW]
    return pd.DataFrame(told)
