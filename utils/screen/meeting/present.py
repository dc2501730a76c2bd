"""The slides of a meeting: what is shown in which order, and the slides themselves."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from utils.exports.letter import LetterForm
from utils.exports.pack import about as pack_about
from utils.exports.pack import files as pack_files
from utils.exports.selection import Request
from utils.figures.slides.slide import Slide
from utils.screen.app import cache, choice, components, link, release_shown, server
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.coverage import selection
from utils.screen.meeting import meeting
from utils.words import Words

_COMPONENT_WORDS = (
    *("start", "keys", "next", "back", "blank"),
    *("overview", "play", "pause", "leave", "newer"),
)
# The slide that is shown over the whole window: resolutions go on over as many as they need.
SLIDE = Param(name="slide", options=("", *map(str, range(1, 100))), default="", label="present.set")
AUTO = Param(name="auto", options=("0", "10", "20", "30", "60"), default="0", label="present.auto")


def choose_slides(chosen: Filters) -> None:
    """Offer the slides: those chosen are shown in the order in which they were chosen."""
    words, param = chosen.words, meeting.SLIDES
    key, names = "present.slides", list(link.values(param))
    if link.renamed() or st.session_state.get(key) != names:
        st.session_state[key] = names
    st.multiselect(
        words(param.label),
        param.options,
        format_func=lambda name: words(f"slide.{name}"),
        key=key,
        on_change=lambda: link.put(param, link.join(st.session_state[key])),
    )


def choose_advance(chosen: Filters) -> None:
    """Offer to move on by itself, for a screen that nobody attends."""
    words = chosen.words

    def named(code: str) -> str:
        return words("present.by_hand") if code == "0" else words("present.seconds", n=code)

    choice.among(AUTO, words, named, place="present")


def show(request: Request) -> None:
    """Draw the way in and, where the link names a slide, the slides over the whole window."""
    slides, words = selection.slides(request), request.words
    if not slides:
        st.info(words("present.nothing"))
        return
    seconds = {"auto": int(link.value(AUTO))}
    components.mount("slides", _data(request) | seconds, key="slides")


def take(request: Request) -> None:
    """Offer the files of the meeting: each is written when it is taken."""
    slides, words = selection.slides(request), request.words
    if not slides:
        return
    st.header(words("pack.take"), anchor=False)
    form = _form(words)
    with st.container(horizontal=True):
        for kind, mime in pack_files.TYPES.items():
            st.download_button(
                words(f"pack.{kind}"),
                release_shown.later(partial(_file, request, kind, form)),
                file_name=pack_about.file_name(selection.context(request).chosen, slides, kind),
                mime=mime,
                key=f"pack.{kind}",
                on_click="ignore",
            )


def request(chosen: Filters) -> Request:
    """Return what the address asks for."""
    own = (meeting.SLIDES, meeting.since_param())
    named, previous = meeting.named()
    codes = {param.name: link.value(param) for param in own}
    return selection.request(chosen, codes, meeting=named, previous=previous)


def left_out(request: Request) -> None:
    """Say below the list of slides which of those chosen have nothing to show, and why."""
    words, shown = request.words, {slide.name for slide in selection.slides(request)}
    absent = [
        f"{words(f'slide.{name}')} ({words(f'slide.absent.{name}')})"
        for name in selection.context(request).chosen.slides
        if name not in shown
    ]
    if absent:
        st.caption(words("present.left_out", slides=" · ".join(absent)))


def _form(words: Words) -> LetterForm:
    """Ask for what the secretary adds to the brief: it is no part of the link."""
    with st.expander(words("pack.for_docx")):
        return LetterForm(
            meeting=st.text_input(words("pack.meeting"), key="pack.meeting"),
            agenda=st.text_input(words("pack.agenda"), key="pack.agenda"),
            thai_digits=st.toggle(words("pack.thai_digits"), key="pack.thai_digits"),
        )


def _file(request: Request, kind: str, form: LetterForm) -> bytes:
    context, slides = selection.context(request), selection.slides(request)
    return pack_files.write(kind, context.chosen, slides, context.record.first_year_be, form)


@cache.kept
def _data(request: Request) -> dict[str, Any]:
    words, slides = request.words, selection.slides(request)
    chosen = selection.context(request).chosen
    return {
        "lang": words.lang,
        "outlines": server.outlines_address(),
        "release": chosen.release,
        "pinned": chosen.meeting is not None,
        "releaseText": pack_about.release(chosen),
        "placeText": words("present.at", n="{n}", total=len(slides)),
        "words": {name: words(f"present.{name}") for name in _COMPONENT_WORDS},
        "slides": [_slide(slide) for slide in slides],
    }


def _slide(slide: Slide) -> dict[str, Any]:
    return {
        "name": slide.name,
        "title": slide.title,
        "sentence": slide.sentence,
        "long": slide.is_long,
        "kind": slide.kind,
        "figure": slide.figure,
        "basis": slide.basis,
    }


PAGE = Page(
    name="present",
    params=lambda: (
        *(meeting.SLIDES, SLIDE, AUTO),
        *(meeting.since_param(), meeting.param()),
    ),
    published_only=True,
    drawn=(".slides .start",),
)
