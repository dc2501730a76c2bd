"""The slides of a meeting: what is shown in which order, and the slides themselves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from utils.desk.store import store
from utils.exports.letter import LetterForm
from utils.exports.pack import about as pack_about
from utils.exports.pack import files as pack_files
from utils.exports.pack import since_asked
from utils.figures.slides import build as slide_figures
from utils.figures.slides.slide import SLIDES, Material, Selection, Slide, SlideContext, SlideName
from utils.measures.changes.comparison import State
from utils.screen import params
from utils.screen.app import cache, choice, components, link, release_shown, server
from utils.screen.app.filters import Filters
from utils.screen.meeting import meeting
from utils.screen.scores import tables_in_use as score_tables
from utils.screen.staircase import tables_in_use as staircase_tables
from utils.words import Words

_TOLD = ("start", "keys", "next", "back", "blank", "overview", "play", "pause", "leave", "newer")


def choose_slides(chosen: Filters) -> None:
    """Offer the slides: those chosen are shown in the order in which they were chosen."""
    words, param = chosen.words, params.SLIDES
    key, held = "present.slides", list(link.values(param))
    if link.renamed() or st.session_state.get(key) != held:
        st.session_state[key] = held
    st.multiselect(
        words("present.set"),
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

    choice.among(params.AUTO, words("present.auto"), named, place="present")


def choose_invented(chosen: Filters) -> None:
    """Offer slides of invented tables where no real one is loaded: left out unless asked for."""
    words = chosen.words
    if staircase_tables.replaceable() or score_tables.replaceable():
        choice.among(
            params.INVENTED,
            words("present.invented"),
            lambda code: words(f"present.{code}"),
            place="present",
        )


def show(selected: Selection) -> None:
    """Draw the way in and, where the link names a slide, the slides over the whole window."""
    made = slides(selected)
    _left_out(selected, made)
    if not made:
        st.info(selected.words("present.nothing"))
        return
    seconds = {"auto": int(link.value(params.AUTO))}
    components.mount("slides", _data(selected) | seconds, key="slides")


def take(selected: Selection) -> None:
    """Offer the files of the meeting: each is written when it is taken."""
    made, words = slides(selected), selected.words
    if not made:
        return
    st.header(words("pack.take"), anchor=False)
    form = _form(words)
    with st.container(horizontal=True):
        for kind in pack_files.TYPES:
            st.download_button(
                words(f"pack.{kind}"),
                release_shown.later(partial(_file, selected, kind, form)),
                file_name=pack_about.file_name(selected, made, kind),
                mime=pack_files.TYPES[kind],
                key=f"pack.{kind}",
                on_click="ignore",
            )


def selection(chosen: Filters) -> Selection:
    """Return what the address selects, with the release that is shown."""
    names = link.values(params.SLIDES)
    ordered = tuple(name for wanted in names for name in SLIDES if name == wanted)
    own = {
        "slides": link.join(ordered),
        "since": link.value(params.since_param("present")),
        "invented": link.value(params.INVENTED),
    }
    named, last = meeting.named()
    if named is not None:
        own["meeting"] = str(named.number)
    return replace(selected(chosen, ordered, own), meeting=named, last=last)


def selected(chosen: Filters, names: tuple[SlideName, ...], own: dict[str, str]) -> Selection:
    """Return a selection of some slides.

    `own`: what the address of this page names besides the filters; `since` and `invented` are read.
    """
    held = release_shown.release()
    replaceable = staircase_tables.replaceable() or score_tables.replaceable()
    return Selection(
        question=chosen.question,
        codes=chosen.codes,
        area=chosen.area,
        words=chosen.words,
        slides=names,
        release=held.number,
        released=held.published.date().isoformat(),
        link=release_shown.home("present", chosen.link | own),
        fictitious=own["invented"] == "yes" and replaceable,
        since=since_asked.since(
            own["since"],
            chosen.words,
            release=held.number,
            fiscal_year_be=chosen.question.fiscal_year_be,
        ),
    )


@cache.kept
def seen(selected: Selection) -> SlideContext:
    """Return a selection beside its tables, those of the earlier release among them."""
    before, wanted = selected.since.release, selected.fictitious
    return SlideContext(
        chosen=selected,
        material=Material(
            record=cache.record(),
            staircase=staircase_tables.of_kind(
                fictitious=wanted and staircase_tables.replaceable()
            ),
            scores=score_tables.of_kind(fictitious=wanted and score_tables.replaceable()),
            tables={name: cache.table(name) for name in ("pilots", "municipalities")},
            earlier=None if before is None else _state(before),
        ),
    )


@cache.kept
def slides(selected: Selection) -> tuple[Slide, ...]:
    """Return the slides of a selection."""
    return slide_figures.of(seen(selected))


@cache.kept
def _state(number: int) -> State:
    return State.of(partial(store.table, shown=store.release(number)))


def _left_out(selected: Selection, made: tuple[Slide, ...]) -> None:
    """Say which of the chosen slides have nothing to show, and why."""
    words, has = selected.words, {slide.name for slide in made}
    absent = [
        f"{words(f'slide.{name}')} ({words(f'slide_absent.{name}')})"
        for name in selected.slides
        if name not in has
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


def _file(selected: Selection, kind: str, form: LetterForm) -> bytes:
    return pack_files.write(kind, selected, slides(selected), cache.record().first_year_be, form)


@cache.kept
def _data(selected: Selection) -> dict[str, Any]:
    words, made = selected.words, slides(selected)
    return {
        "lang": words.lang,
        "outlines": server.outlines_address(),
        "release": selected.release,
        "pinned": selected.meeting is not None,
        "releaseText": pack_about.release(selected),
        "placeText": words("present.at", n="{n}", total=len(made)),
        "words": {name: words(f"present.{name}") for name in _TOLD},
        "slides": [_slide(slide) for slide in made],
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
