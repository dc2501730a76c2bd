"""The rows that a submission would change, one by one: filtered, in pages, and as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import streamlit as st

from utils.desk.submissions import differing
from utils.desk.submissions.compare import Difference
from utils.desk.submissions.differing import DifferingRow
from utils.screen.app import tables
from utils.tables.declared import schemas
from utils.words import Words

Item = TypeVar("Item")
_Codes = Callable[[Difference], Sequence[str]]
_EVERY: Final = "*"
_A_PAGE: Final = 100  # rows on the page at once; the file holds all


def show(rows: Sequence[DifferingRow], words: Words, *, key: str) -> None:
    """Draw the rows that differ with filters by kind, table and province; the file holds them all.

    `key`: begins the keys of the widgets, and names the file.
    """
    st.subheader(words("desk_row.title", n=len(rows)), anchor=False)
    st.caption(words("desk_row.note"))
    chosen = _filtered(rows, words, key)
    shown = page(chosen, words, key=f"{key}.page")
    st.dataframe(
        differing.frame(shown, words), hide_index=True, width="stretch", key=f"{key}.table"
    )
    tables.offer(
        lambda: differing.cell_frame(rows, words),
        words,
        name=key.replace(".", "_"),
        key=key,
        about=(words("desk_row.waiting"),),
        title=words("desk_page.csv_rows"),
    )


def page(items: Sequence[Item], words: Words, *, key: str, most: int = _A_PAGE) -> Sequence[Item]:
    """Offer the pages of a long list, `most` items each; return the items of the chosen one."""
    last = max(1, -(-len(items) // most))
    if last == 1:
        return items
    number = st.number_input(
        words("desk_row.page", last=last, n=len(items)),
        min_value=1,
        max_value=last,
        key=f"{key}.{len(items)}",
        width=320,
    )
    first = (int(number) - 1) * most
    return items[first : first + most]


def _filtered(rows: Sequence[DifferingRow], words: Words, key: str) -> list[DifferingRow]:
    """Offer kinds, tables and provinces, each only where there are two at least."""
    provinces = rows[0].names.provinces if rows else {}
    choices: tuple[tuple[str, _Codes, Callable[[str], str]], ...] = (
        ("history.what", lambda one: (one.what,), lambda code: words(f"desk.what.{code}")),
        (
            "history.table",
            lambda one: (one.table,),
            lambda code: schemas.TABLES[code].title(words.lang),
        ),
        (
            "filter.province",
            lambda one: one.provinces or ("",),
            lambda code: provinces.get(code) or words("desk.no_province"),
        ),
    )
    left = list(rows)
    with st.container(horizontal=True):
        for heading, codes_of, name in choices:
            codes = sorted({code for one in rows for code in codes_of(one.difference)})
            if len(codes) < 2:  # noqa: PLR2004 with one there is nothing to choose
                continue
            named = {_EVERY: words("desk_row.every"), **{code: name(code) for code in codes}}
            chosen = st.selectbox(
                words(heading),
                list(named),
                format_func=named.__getitem__,
                key=f"{key}.{heading}",
                width=280,
            )
            if chosen != _EVERY:
                left = [one for one in left if chosen in codes_of(one.difference)]
    return left
