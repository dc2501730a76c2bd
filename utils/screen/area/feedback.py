"""The feedback sheets: of one city, and of every LAO of an area in one file, made on a click."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from utils.exports.area import feedback as files
from utils.exports.area.feedback import Stamp
from utils.figures.cities import feedback as figure
from utils.figures.cities.feedback import FeedbackSheet, Material
from utils.measures.coverage.rules import Question
from utils.screen.app import cache, release_shown
from utils.screen.app.filters import Filters
from utils.screen.area import laos
from utils.tables.declared.places import FICTITIOUS_PREFIX
from utils.words import Words

_WANTED: Final = "area.feedback.wanted"
_MADE: Final = "area.feedback.made"  # what was made last, with all that it depends on


def of_city(chosen: Filters, lao_id: str) -> None:
    """Offer the sheet of one LAO, written as it is taken; none of an invented one."""
    words = chosen.words
    if lao_id.startswith(FICTITIOUS_PREFIX):
        return
    st.header(words("feedback.take"), anchor="feedback")
    st.caption(words("feedback.all_note"))
    if release_shown.now().waiting is not None:
        st.caption(words("preview.published_only"))
        return
    stamp = _stamp(words)
    with st.container(horizontal=True):
        for kind, mime in files.TYPES.items():
            st.download_button(
                words(f"feedback.kind.{kind}"),
                release_shown.later(partial(_file, kind, lao_id, chosen, stamp)),
                file_name=files.file_name(lao_id, stamp, kind),
                mime=mime,
                key=f"feedback.{kind}",
                on_click="ignore",
            )


def of_area(chosen: Filters) -> None:
    """Offer the sheets of all LAOs of the chosen area: made on a click, then one ZIP file."""
    words = chosen.words
    st.subheader(words("feedback.take_all"), anchor="feedback")
    st.caption(words("feedback.all_note"))
    if release_shown.now().waiting is not None:
        st.caption(words("preview.published_only"))
        return
    if not chosen.area:
        st.caption(words("feedback.choose_area"))
        return
    ids = tuple(laos.of(chosen.question, chosen.codes).index)
    if not ids:
        st.info(words("area_page.no_laos"))
        return
    kind = st.radio(
        words("feedback.kinds"),
        tuple(files.TYPES),
        format_func=lambda one: words(f"feedback.kind.{one}"),
        key="area.feedback.kind",
        horizontal=True,
    )
    stamp = _stamp(words)
    # The release by its digest: a newer one, another area or language makes them anew.
    asked = (release_shown.release().digest, kind, ids, tuple(chosen.link.items()))
    st.button(
        words("feedback.make", n=len(ids)), key="area.feedback.make", on_click=_want, args=(asked,)
    )
    if st.session_state.get(_WANTED) == asked:
        st.session_state[_MADE] = (asked, _all(kind, ids, chosen, stamp))
        del st.session_state[_WANTED]
    made = st.session_state.get(_MADE)
    if made is not None and made[0] == asked:
        st.download_button(
            words("feedback.zip"),
            made[1],
            file_name=files.file_name(chosen.link.get("office", "area"), stamp, "zip"),
            mime=files.ZIP,
            key="area.feedback.zip",
            on_click="ignore",
        )


def _want(asked: tuple[object, ...]) -> None:
    """Keep what was asked for: a run that gives way to another must not lose the click."""
    st.session_state[_WANTED] = asked


def _all(kind: str, ids: tuple[str, ...], chosen: Filters, stamp: Stamp) -> bytes:
    """Write every sheet, telling how far it is."""
    words, written = chosen.words, []
    bar = st.progress(0.0, text=words("feedback.making", n=0, of=len(ids)))
    for n, lao_id in enumerate(ids, start=1):
        data = _file(kind, lao_id, chosen, stamp)
        written.append((files.file_name(lao_id, stamp, kind), data))
        bar.progress(n / len(ids), text=words("feedback.making", n=n, of=len(ids)))
    bar.empty()
    return files.zipped(written)


def _file(kind: str, lao_id: str, chosen: Filters, stamp: Stamp) -> bytes:
    link = release_shown.home("city", {"city": lao_id} | chosen.link)
    return files.write(kind, _sheet(lao_id, chosen.question, chosen.words), link, stamp)


@cache.kept
def _sheet(lao_id: str, question: Question, words: Words) -> FeedbackSheet:
    return figure.sheet(_material(), lao_id, question, words)


@cache.kept
def _material() -> Material:
    return Material.of(cache.table)


def _stamp(words: Words) -> Stamp:
    release = release_shown.release()
    return Stamp(
        release=release_shown.title(words),
        number=release.number,
        released=release.published.date().isoformat(),
        words=words,
    )
