"""The brief of one province, as files to download from its page."""

from __future__ import annotations

from functools import partial

import streamlit as st

from utils.exports.letter import LetterForm
from utils.exports.province import brief
from utils.figures.coverage import province_sheet
from utils.figures.coverage.province_sheet import ProvinceSheet
from utils.figures.slides.slide import Selection
from utils.measures.coverage.rules import Question
from utils.screen.app import cache, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.coverage import province, selection
from utils.words import Words


def take(chosen: Filters, code: str) -> None:
    """Fold the files of a province, each written at its download; only published numbers."""
    words, iso_code = chosen.words, str(cache.province(code)["iso_code"])
    if release_shown.now().waiting is not None:
        st.caption(words("preview.published_only"))
        return
    with tables.folded(words("province.brief.take"), key="province_sheet") as opened:
        if not opened:
            return
        left, right = st.columns(2)
        form = LetterForm(
            meeting=left.text_input(words("pack.meeting"), key="province.brief.meeting"),
            agenda=right.text_input(words("pack.agenda"), key="province.brief.agenda"),
            thai_digits=st.toggle(
                words("province.brief.thai_digits"), key="province.brief.thai_digits"
            ),
        )
        selected = selection.of_province(selection.request(chosen), code)
        with st.container(horizontal=True):
            for kind, mime in brief.TYPES.items():
                st.download_button(
                    words(f"province.brief.{kind}"),
                    release_shown.later(partial(_file, selected, kind, form)),
                    file_name=brief.file_name(selected, iso_code, kind),
                    mime=mime,
                    key=f"province.brief.{kind}",
                    on_click="ignore",
                )


@cache.kept
def _sheet(question: Question, code: str, words: Words) -> ProvinceSheet:
    material = province.material(question, code)
    notes = province.reported(question, code, words)
    return province_sheet.sheet(material, cache.table("pilots"), notes, words)


def _file(selected: Selection, kind: str, form: LetterForm) -> bytes:
    [code] = selected.codes
    sheet = _sheet(selected.question, code, selected.words)
    return brief.write(kind, selected, sheet, cache.record().first_year_be, form)
