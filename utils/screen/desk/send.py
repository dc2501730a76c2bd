"""The first part of the desk page: a workbook to fill in, and files to send."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

import streamlit as st
from sqlalchemy import Engine

from utils.desk.people import roles
from utils.desk.people.roles import Rights
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts, forms
from utils.desk.submissions.submissions import Mode, Order
from utils.screen.app import link
from utils.screen.desk import actions as desk_actions
from utils.tables import calendar
from utils.tables.declared import schemas
from utils.words import Words

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_YEARS_BACK: Final = 15


def template(engine: Engine, rights: Rights, words: Words) -> None:
    """Offer a workbook to fill in, with the chosen tables."""
    on_offer = forms.tables(regional=not rights.is_steward)
    key = f"desk.tables.{rights.person}"
    named = [name for name in link.values(desk_actions.FORM) if name in on_offer]
    if link.renamed() or st.session_state.get(key) != named:
        st.session_state[key] = named
    names = st.multiselect(
        words("desk_page.tables"),
        on_offer,
        format_func=lambda name: schemas.TABLES[name].title(words.lang),
        key=key,
        on_change=lambda: link.put(desk_actions.FORM, link.join(st.session_state[key])),
    )
    everybody: tuple[None, ...] = (None,) if rights.is_steward else ()
    office = st.selectbox(
        words("desk_page.for_office"),
        (*everybody, *_offices(engine, rights)),
        format_func=lambda number: office_name(number, words),
        key=f"desk.form_office.{rights.person}",
        width=420,
    )
    st.download_button(
        words("desk_page.take_form", n=len(names)),
        lambda: forms.form(engine, store.release(None, engine), names, words.lang, office=office),
        file_name=f"esc-form-{'all' if office is None else office}.xlsx",
        mime=XLSX,
        disabled=not names,
        on_click="ignore",
        key="desk.take_form",
    )


def upload(engine: Engine, rights: Rights, words: Words) -> None:
    """Take in files, which become a draft that is then checked."""
    uploaded = st.file_uploader(
        words("desk_page.files"), accept_multiple_files=True, key="desk.files", max_upload_size=10
    )
    order = _order(engine, rights, words)
    files = [File(file.name, file.getvalue()) for file in uploaded]

    def keep() -> str:
        note = desk_actions.typed("desk.note")
        submission = acts.send(engine, rights.person, files, replace(order, note=note))
        link.put(desk_actions.OPEN, submission.submission_id)
        return words("desk_page.kept", submission=submission.submission_id)

    label = words("desk_page.check")
    desk_actions.button(label, keep, words, key="desk.check", type="primary", disabled=not files)


def _order(engine: Engine, rights: Rights, words: Words) -> Order:
    modes = ("amend", "office", *(("replace",) if rights.is_steward else ()))
    mode = st.radio(
        words("desk_page.mode"),
        modes,
        format_func=lambda name: words(f"desk_page.mode_{name}"),
        key="desk.mode",
    )
    office = year = None
    if mode == "office":
        with st.container(horizontal=True):
            office = st.selectbox(
                words("desk_page.office"),
                _offices(engine, rights),
                format_func=lambda number: office_name(number, words),
                key="desk.office",
                width=320,
            )
            year = st.selectbox(
                words("desk_page.year"),
                _years(),
                index=1,
                key="desk.year",
                width=200,
            )
    st.text_input(words("desk_page.note"), key="desk.note", max_chars=500)
    return Order(mode=cast("Mode", mode), office_number=office, fiscal_year_be=year)


def choose_year_of_part(words: Words) -> int | None:
    """Offer the fiscal years of an office's part; return the chosen one, None for all years."""
    years: list[int | None] = [None, *_years()]
    year: int | None = st.selectbox(
        words("desk_page.year"),
        years,
        format_func=lambda year: words("desk_page.every_year") if year is None else str(year),
        key="desk.back_year",
        width=200,
    )
    return year


def _years() -> range:
    """Return the fiscal years that can be sent, from the next one back."""
    this_year = calendar.fiscal_year(calendar.today())
    return range(this_year + 1, this_year - _YEARS_BACK, -1)


def _offices(engine: Engine, rights: Rights) -> tuple[int, ...]:
    """Return the offices that this person may send for: all of them for a steward."""
    if not rights.is_steward:
        return tuple(sorted(rights.offices))
    with engine.connect() as connection:
        return roles.offices(connection)


def office_name(number: int | None, words: Words) -> str:
    """Return the name of an office; without a number, that of a workbook for all LAOs."""
    if number is None:
        return words("desk_page.no_office")
    return words("desk_page.officer_of", office=number)
