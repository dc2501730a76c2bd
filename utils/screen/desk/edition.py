"""A new edition of the criteria: a workbook with the last one copied, to change and send."""

from __future__ import annotations

import re
from typing import Final

import streamlit as st
from sqlalchemy import Engine

from utils.desk.store import store
from utils.desk.submissions import forms
from utils.desk.submissions.forms import EditionCopy
from utils.screen.desk.send import XLSX
from utils.tables import calendar
from utils.tables.declared import schemas
from utils.words import Words

_CODE: Final = re.compile(schemas.EDITIONS.columns["edition"].pattern or "")


def show(engine: Engine, words: Words) -> None:
    """Offer the workbook of a new edition, copied from one that has indicators."""
    newest = store.release(None, engine)
    indicators = store.table(schemas.INDICATORS.name, newest, engine)
    year = calendar.fiscal_year(calendar.today())
    with st.expander(words("edition.title")):
        with st.container(horizontal=True):
            like = st.selectbox(
                words("edition.like"),
                indicators["edition"].unique().tolist()[::-1],
                key="edition.like",
                width=240,
            )
            first_year = st.selectbox(
                words("edition.first_year"), (year, year + 1, year + 2), index=1, width=200
            )
            code = st.text_input(
                words("edition.code"), f"criteria_{first_year}", max_chars=40, width=360
            )
        is_code = _CODE.fullmatch(code) is not None and code != like
        if not is_code:
            st.warning(words("edition.wrong_code"))
        st.download_button(
            words("edition.take"),
            lambda: forms.next_edition(
                engine, newest, EditionCopy(like, code, first_year), words.lang
            ),
            file_name=f"esc-{code if is_code else 'edition'}.xlsx",
            mime=XLSX,
            disabled=not is_code,
            on_click="ignore",
            key="edition.take",
        )
