"""Tables on a page: folded until asked for, readable, and taken home as CSV."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from utils.exports.csv_file import csv_bytes
from utils.exports.geojson_file import geojson_bytes
from utils.figures.invented import in_every_row
from utils.screen.app import components, release_shown
from utils.words import Words


@contextmanager
def folded(label: str, *, key: str, instead_of: tuple[str, ...] = ()) -> Iterator[bool]:
    """Open a folded section and tell whether the reader has opened it.

    What is inside is built only then: a folded table costs nothing. `instead_of`: keys of
    sections that close as this one opens, where together they would weigh too much.
    """

    def close() -> None:
        if st.session_state[key]:
            st.session_state.update(dict.fromkeys(instead_of, False))

    section = st.expander(label, key=key, on_change=close)
    with section:
        yield bool(section.open)


def show(  # noqa: PLR0913 all but two have names
    table: pd.DataFrame,
    words: Words,
    *,
    name: str,
    key: str,
    about: tuple[str, ...],
    links: Mapping[str, Sequence[str]] = MappingProxyType({}),
    file: pd.DataFrame | None = None,
    one_decimal: bool = False,
    invented: bool = False,
) -> None:
    """Draw a table with its download.

    `name`: file name without its ending. `about`: lines that the file carries below its rows,
    then its release. `links`: from a heading to the addresses its cells lead to; the file holds
    the plain texts.
    `file`: what the file holds instead, where the table shows numbers as texts. `one_decimal`:
    whether every number that is not a count has one. `invented`: as in `offer`.
    """
    measured = [
        name for name, cells in table.items() if one_decimal and pd.api.types.is_float_dtype(cells)
    ]
    linked = table.assign(
        **{
            heading: [f"{to}#{text}" for to, text in zip(targets, table[heading], strict=True)]
            for heading, targets in links.items()
        }
    )
    st.dataframe(
        _packed(linked),
        hide_index=True,
        key=key,
        placeholder=words("table.missing"),
        column_config={
            **{heading: st.column_config.LinkColumn(display_text="#(.+)$") for heading in links},
            **{str(heading): st.column_config.NumberColumn(format="%.1f") for heading in measured},
        },
    )
    rows = table if file is None else file
    offer(lambda: rows, words, name=name, key=key, about=about, invented=invented)


def plain(  # noqa: PLR0913 all but two have names
    table: pd.DataFrame,
    words: Words,
    *,
    name: str,
    key: str,
    about: tuple[str, ...] | None = (),
    links: Mapping[str, Sequence[dict[str, str] | None]] = MappingProxyType({}),
    file: pd.DataFrame | None = None,
    missing: str = "",
    invented: bool = False,
    title: str = "",
) -> str | None:
    """Draw a short table as text, with its download: quicker than a grid, and read by all.

    On a narrow screen it moves sideways below its first column. Arguments as in `show`, but
    `about`: None where another table of the page has its rows in its file. `links`: from a heading,
    not the first, to `id` and `href` of its cells, None where a cell is no link. `missing`: what
    stands in a cell without a value. `title`: as in `offer`. Returns the id that was picked.
    """
    at = {heading: place for place, heading in enumerate(table.columns)}
    linked = {at[heading]: list(targets) for heading, targets in links.items()}
    shown = _texts(table, missing, words) | ({"links": linked} if linked else {})
    if invented:
        shown["mark"] = words("fictitious.mark")
    picked = components.mount("short_table", shown, key=key)
    rows = table if file is None else file
    if about is not None:
        offer(lambda: rows, words, name=name, key=key, about=about, invented=invented, title=title)
    return picked


def _texts(table: pd.DataFrame, missing: str, words: Words) -> dict[str, Any]:
    """Return a table as the component `short_table` reads it, the thousands of counts apart."""
    years = {words(f"column.{name}") for name in ("year", "calendar_year")}

    def text(heading: str, value: Any) -> str:  # noqa: ANN401 a cell of any table
        if pd.isna(value):
            return missing
        return f"{value:,}" if isinstance(value, int) and heading not in years else str(value)

    return {
        "headings": list(table.columns),
        "numbers": [pd.api.types.is_numeric_dtype(column) for _, column in table.items()],
        "rows": [
            [text(*cell) for cell in zip(table.columns, row, strict=True)]
            for row in table.itertuples(index=False, name=None)
        ],
    }


def offer(  # noqa: PLR0913 all but two have names
    table: Callable[[], pd.DataFrame],
    words: Words,
    *,
    name: str,
    key: str,
    about: tuple[str, ...],
    invented: bool = False,
    title: str = "",
) -> None:
    """Offer a table as CSV; it is built and written when it is taken, not at every run.

    Arguments as in `show`. `invented`: whether its rows are, and must say so one by one. `title`:
    what the button calls the table, where a page offers several.
    """
    lines = (*about, release_shown.title(words))

    def rows() -> pd.DataFrame:
        return in_every_row(table(), words) if invented else table()

    st.download_button(
        words("save.csv_of", table=title) if title else words("save.csv"),
        release_shown.later(lambda: csv_bytes(rows(), about=lines)),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=f"{key}.download",
        on_click="ignore",
    )


def offer_outlines(  # noqa: PLR0913 all but two have names
    table: Callable[[], pd.DataFrame],
    words: Words,
    *,
    name: str,
    key: str,
    area: Collection[str],
    about: tuple[str, ...],
    invented: bool = False,
) -> None:
    """Offer a table of all provinces on their outlines, as GeoJSON.

    `area`: as in `utils.exports.geojson_file.geojson_bytes`; the other arguments as in `offer`.
    """
    lines = (*about, words("source.outlines"), release_shown.title(words))

    def rows() -> pd.DataFrame:
        return table().assign(fictitious=True) if invented else table()

    st.download_button(
        words("save.geojson"),
        release_shown.later(lambda: geojson_bytes(rows(), area=area, about=lines)),
        file_name=f"{name}.geojson",
        mime="application/geo+json",
        key=f"{key}.outlines",
        on_click="ignore",
    )


def _packed(table: pd.DataFrame) -> pa.Table:
    """Return a table as it goes over the socket: repeated words once, small numbers in two bytes.

    What pandas would say of itself is left out: it spells every Thai letter in six.
    """
    small = np.iinfo(np.int16)
    packed: dict[str, pa.Array] = {}
    for name, column in table.items():
        values = pa.array(column, from_pandas=True)
        if pa.types.is_large_string(values.type):
            values = values.cast(pa.string())
        if pa.types.is_string(values.type) and column.nunique() < len(column) / 2:
            values = _once(values)
        elif pa.types.is_int64(values.type) and column.dropna().between(small.min, small.max).all():
            values = values.cast(pa.int16())
        packed[str(name)] = values
    return pa.table(packed)


def _once(words: pa.StringArray) -> pa.DictionaryArray:
    """Return each word once, with places of one byte where these reach."""
    encoded = words.dictionary_encode()
    if len(encoded.dictionary) > np.iinfo(np.int8).max:
        return encoded
    return pa.DictionaryArray.from_arrays(encoded.indices.cast(pa.int8()), encoded.dictionary)
