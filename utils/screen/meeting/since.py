"""What changed since last time: on the overview, folded until wanted; the choice on Present."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.desk.store import store
from utils.exports import baseline
from utils.exports.selection import Request
from utils.figures.coverage import key_figures
from utils.figures.invented import file_name
from utils.figures.slides.slide import Slide, SlideName
from utils.screen.app import cache, compared_with, components, link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.coverage import selection
from utils.screen.meeting import meeting
from utils.tables import calendar
from utils.words import Words

_SLIDES: Final[tuple[SlideName, ...]] = ("change", "moved", "scored", "corrected")
_OPEN: Final = "since"


def on_overview(chosen: Filters) -> str | None:
    """Fold what changed, measured and sent only once the section is open.

    Return the province whose name was clicked.
    """
    if release_shown.now().waiting is not None:
        return None  # two states that were published are compared; the history tells what waits
    param, words = compared_with.param(), chosen.words
    if _OPEN not in st.session_state and link.value(param) != param.default:
        st.session_state[_OPEN] = True  # what a link asks for is in sight
    with tables.folded(words("since.title"), key=_OPEN) as opened:
        return _changes(chosen, param) if opened else None


def choose(chosen: Filters) -> None:
    """Offer what the slides compare with."""
    _box(meeting.since_param(), chosen.words, "present")


def _changes(chosen: Filters, param: Param) -> str | None:
    words = chosen.words
    if len(release_shown.every()) == 1:
        st.caption(words("since.only_release"))
    if not link.value(param):
        st.info(words("since.nothing"))
        return None
    _box(param, words, "overview")
    code = link.value(param)
    slides = selection.slides(_request(chosen, code))
    picked = components.mount(
        "board",
        _board(chosen, code),
        key="since.board",
        about=tuple(slide.basis for slide in slides),
    )
    about = release_shown.home("", chosen.link | {param.name: code})
    for slide in slides:
        if not slide.table.empty:
            st.caption(slide.title)
            tables.offer(
                partial(_table, slide),
                words,
                name=file_name(f"{slide.name}_since_{code}", fictitious=slide.fictitious),
                key=f"since.{slide.name}",
                about=(slide.sentence, slide.basis, *slide.notes, about),
            )
    return picked


def _table(slide: Slide) -> pd.DataFrame:
    return slide.table


def _box(param: Param, words: Words, place: str) -> None:
    key, write = link.follow(param, place, unset=param.options[0])
    st.selectbox(
        words(param.label),
        param.options,
        format_func=lambda code: _named(code, words),
        key=key,
        on_change=write,
        filter_mode="contains",
    )


def _named(code: str, words: Words) -> str:
    number = baseline.release_of(code)
    if number is not None:
        day = calendar.date_be(store.release(number).published.date())
        return words("present.release", n=number, date=day)
    return words("since.year", year=code) if code else words("since.nothing")


def _request(chosen: Filters, code: str) -> Request:
    codes = {"slides": link.join(_SLIDES), "since": code}
    return selection.request(chosen, codes)


@cache.kept
def _board(chosen: Filters, code: str) -> dict[str, Any]:
    """Return what the component `board` shows: the headline on both sides, and what changed."""
    words, request = chosen.words, _request(chosen, code)
    context = selection.context(request)
    slides = {slide.name: slide for slide in selection.slides(request)}
    lacking = {"change": "since.nothing", "moved": "since.no_steps", "scored": "since.no_scores"}
    change = slides.get("change")
    if context.chosen.baseline.release is not None:
        lacking["corrected"] = "since.no_corrections"
    comparison = context.comparison
    both = () if comparison is None else comparison.headlines
    return key_figures.from_to(both, words) | {
        "lead": [slide.sentence for slide in slides.values()]
        + [words(text) for name, text in lacking.items() if name not in slides],
        "groups": [_group(group, chosen) for group in change.figure["groups"]] if change else [],
        "asides": [],
        "notes": [
            *([change.basis, *change.notes] if change else []),
            *(slides[name].basis for name in ("moved", "scored") if name in slides),
        ],
    }


def _group(group: dict[str, Any], chosen: Filters) -> dict[str, Any]:
    """Return provinces under their title, each with the way to its page."""
    isos = [cache.province(code)["iso_code"] for code in group["codes"]]
    entries = [
        {
            "name": name,
            "id": iso,
            "href": link.address("province", {"province": iso} | chosen.link),
            "place": "",
            "year": "",
            "said": "",
            "disputed": "",
            "note": "",
            "source": "",
        }
        for name, iso in zip(group["names"], isos, strict=True)
    ]
    return {"title": group["label"], "note": "", "entries": entries}
