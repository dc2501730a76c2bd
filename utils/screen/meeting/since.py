"""What changed since last time: on the overview, folded until wanted; the choice on Present."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.desk.store import store
from utils.exports.pack import since_asked
from utils.figures.invented import file_name
from utils.figures.slides.slide import Selection, Slide, SlideName
from utils.screen import params
from utils.screen.app import cache, components, link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.meeting import present
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
    param, words = params.since_param("overview"), chosen.words
    if _OPEN not in st.session_state and link.value(param) != param.default:
        st.session_state[_OPEN] = True  # what a link asks for is in sight
    with tables.folded(words("since.title"), key=_OPEN) as opened:
        return _changes(chosen, param) if opened else None


def choose(chosen: Filters) -> None:
    """Offer what the slides compare with."""
    _box(params.since_param("present"), chosen.words, "present")


def _changes(chosen: Filters, param: Param) -> str | None:
    words = chosen.words
    if len(release_shown.every()) == 1:
        st.caption(words("since.only_release"))
    if not link.value(param):
        st.info(words("since.nothing"))
        return None
    _box(param, words, "overview")
    code = link.value(param)
    picked = components.mount("board", _board(chosen, code), key="since.board")
    about = release_shown.home("", chosen.link | {param.name: code})
    for slide in _slides(chosen, code):
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
        words("since.with"),
        param.options,
        format_func=lambda code: _named(code, words),
        key=key,
        on_change=write,
        filter_mode="contains",
    )


def _named(code: str, words: Words) -> str:
    number = since_asked.release_of(code)
    if number is not None:
        day = calendar.date_be(store.release(number).published.date())
        return words("present.release", n=number, date=day)
    return words("since.year", year=code) if code else words("since.nothing")


def _slides(chosen: Filters, code: str) -> tuple[Slide, ...]:
    return present.slides(_selected(chosen, code))


def _selected(chosen: Filters, code: str) -> Selection:
    own = {"slides": link.join(_SLIDES), "since": code, "invented": "no"}
    return present.selected(chosen, _SLIDES, own)


@cache.kept
def _board(chosen: Filters, code: str) -> dict[str, Any]:
    """Return what the component `board` shows: the headline on both sides, and what changed."""
    words = chosen.words
    seen = present.seen(_selected(chosen, code))
    made = {slide.name: slide for slide in _slides(chosen, code)}
    lacking = {"moved": "since.no_steps", "scored": "since.no_scores"}
    if seen.chosen.since.release is not None:
        lacking["corrected"] = "since.no_corrections"
    found = seen.comparison
    before, now, total = (None, None, 0) if found is None else found.headlines
    numbers = [words("desk.unknown") if n is None else str(n) for n in (before, now)]
    return {
        "known": before is not None and now is not None,
        "number": " → ".join(numbers),
        "of": words("history.of", total=total),
        "lead": [slide.sentence for slide in made.values()]
        + [words(text) for name, text in lacking.items() if name not in made],
        "groups": [_group(group, chosen) for group in made["change"].figure["groups"]],
        "asides": [],
        "notes": [made["change"].basis, *made["change"].notes],
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
