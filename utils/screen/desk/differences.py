"""The rows that a submission would change, one by one: filtered, in pages, and as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import streamlit as st

from utils.desk.submissions import differing
from utils.desk.submissions.differing import DifferingRow
from utils.screen.app import tables
from utils.words import Words

Item = TypeVar("Item")
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
    tables.show(
        differing.frame(shown, words),
        words,
        name=key.replace(".", "_"),
        key=f"{key}.table",
        about=(words("desk_row.waiting"),),
        file=differing.cell_frame(rows, words),
    )


def page(items: Sequence[Item], words: Words, *, key: str) -> Sequence[Item]:
    """Offer the pages of a long list, and return the items of the chosen one."""
    last = max(1, -(-len(items) // _A_PAGE))
    if last == 1:
        return items
    number = st.number_input(
        words("desk_row.page", last=last, n=len(items)),
        min_value=1,
        max_value=last,
        key=f"{key}.{len(items)}",
        width=320,
    )
    first = (int(number) - 1) * _A_PAGE
    return items[first : first + _A_PAGE]


def _filtered(rows: Sequence[DifferingRow], words: Words, key: str) -> list[DifferingRow]:
    """Offer kinds, tables and provinces, each only where there are two at least."""
    choices: tuple[tuple[str, Callable[[DifferingRow], Sequence[str]]], ...] = (
        ("history.what", lambda one: (one.difference.what,)),
        ("history.table", lambda one: (one.difference.table,)),
        ("filter.province", lambda one: one.difference.provinces or ("",)),
    )
    left = list(rows)
    with st.container(horizontal=True):
        for heading, codes_of in choices:
            # The words of each choice stand in the rows themselves.
            named = {code: _name(one, heading, code) for one in rows for code in codes_of(one)}
            if len(named) < 2:  # noqa: PLR2004 with one there is nothing to choose
                continue
            code = st.selectbox(
                words(heading),
                (_EVERY, *sorted(named)),
                format_func={_EVERY: words("desk_row.every"), **named}.__getitem__,
                key=f"{key}.{heading}",
                width=280,
            )
            if code != _EVERY:
                left = [one for one in left if code in codes_of(one)]
    return left


def _name(one: DifferingRow, heading: str, code: str) -> str:
    words = one.names.words
    if heading == "filter.province":
        return one.names.provinces.get(code) or words("desk.no_province")
    return str(one.facts[words(heading)])
