"""Ask for a correction of a row: kept at the desk for who is signed in, by mail for others."""

from __future__ import annotations

from typing import Final, NamedTuple
from urllib.parse import quote

import streamlit as st

from utils import settings
from utils.desk import corrections
from utils.desk.corrections import RowOfRelease
from utils.desk.store import store
from utils.desk.store.rows import row_reader
from utils.desk.submissions import differing
from utils.screen.app import cache, link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import gate
from utils.tables.declared import schemas
from utils.words import Words

_ROW: Final = "correction.row"
_TEXT: Final = "correction.text"


def ask(table: str, row: str, chosen: Filters, *, is_open: bool) -> None:
    """Offer to ask for a correction of one row of a table; `row`: its place from 1, as text.

    `is_open`: whether the offer stands unfolded, as where the address names the row.

    Nothing is offered in a preview, whose rows are nobody's yet.
    """
    words = chosen.words
    if release_shown.now().waiting is not None:
        return
    with st.expander(words("correction.ask"), expanded=is_open):
        desk_actions.show_outcome()
        place = int(
            st.number_input(
                words("correction.row"),
                1,
                None,
                int(row or 1),
                key=f"{_ROW}.{table}.{row}",
                width=240,
            )
        )
        _ask_of_row(RowPlace(table, place), f"{_ROW}.{table}.{row}", chosen)


class RowPlace(NamedTuple):
    """A row as the page of the rows names it: its table, and its place there from 1."""

    table: str
    row: int


def ask_about(column: str, code: str, chosen: Filters) -> None:
    """Offer to ask for a correction of a row about an LAO or a province, on the page about it.

    `column`: "lao_id" or "province_code", and `code` its value. The rows are those of the award
    list and of the register. Nothing is offered in a preview, as by `ask`.
    """
    words, key = chosen.words, f"{_ROW}.{code}"
    if release_shown.now().waiting is not None:
        return
    desk_actions.show_outcome()
    with tables.folded(words("correction.ask_about"), key=f"{key}.asked") as opened:
        if not opened:
            return
        places = _told(column, code, words)
        if not places:
            st.info(words("correction.no_rows"))
            return
        place: RowPlace = st.selectbox(
            words("correction.which"), list(places), format_func=places.__getitem__, key=key
        )
        _ask_of_row(place, key, chosen)


def _told(column: str, code: str, words: Words) -> dict[RowPlace, str]:
    """Return the rows about an LAO or a province, each in words."""
    names = differing.Names.of((cache.table,), (), words)
    told: dict[RowPlace, str] = {}
    for table in (schemas.AWARDS.name, schemas.MUNICIPALITIES.name):
        at = list(schemas.TABLES[table].columns).index(column)
        rows = row_reader(store.opened(), release_shown.release().number)(table)
        for place, row in enumerate(rows, 1):
            if row.cells[at] == code:
                title = schemas.TABLES[table].title(words.lang)
                told[RowPlace(table, place)] = f"{names.row(table, row)} ({title})"
    return told


def _ask_of_row(place: RowPlace, key: str, chosen: Filters) -> None:
    """Draw how to ask about a row; `key`: of the widget that says which, by place or number."""
    words = chosen.words
    person = gate.person_if_known(store.opened())
    if person is None:
        st.markdown(_by_mail(place.table, place.row, chosen))
        return
    st.text_area(words("correction.text"), key=_TEXT, max_chars=corrections.LONGEST)

    def send() -> str:
        release = release_shown.release().number
        said = st.session_state[key]  # it may be newer than the page
        table, at = said if isinstance(said, RowPlace) else RowPlace(place.table, int(said))
        rows = row_reader(store.opened(), release)(table)
        if at > len(rows):
            return words("correction.no_row", row=at)
        names = list(schemas.TABLES[table].columns)
        cells = rows[at - 1].cells
        row_key = tuple(cells[names.index(name)] for name in schemas.TABLES[table].key)
        about = RowOfRelease(table, row_key, release)
        number = corrections.ask(store.opened(), person, about, desk_actions.typed(_TEXT))
        return words("correction.sent", number=number)

    desk_actions.button(words("correction.send"), send, words, key="correction.send")


def _by_mail(table: str, row: int, chosen: Filters) -> str:
    """Return a link that begins a mail about a row; whom to tell, where no address is known."""
    words, contact = chosen.words, settings.contact()
    address = next((part for part in contact.split() if "@" in part), "").strip("<>(),;")
    if not address:
        shown = desk_actions.escaped(contact) or words("correction.nobody")
        return words("correction.no_contact", contact=shown)
    release = release_shown.release().number
    title = schemas.TABLES[table].title(words.lang)
    subject = words("correction.subject", table=title, row=row, number=release)
    place = {"part": "quality", "table": table, "row": str(row)}
    body = link.home("history", release_shown.pinned(chosen.link, release) | place)
    mail = f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={quote(body)}"
    return words("correction.by_mail", row=row, contact=desk_actions.escaped(address), address=mail)
