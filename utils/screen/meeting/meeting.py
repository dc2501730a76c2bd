"""Which meeting the slides are for: chosen among those that were noted, and held in the address."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import streamlit as st

from utils.desk.store import minutes as store_minutes
from utils.desk.store import store
from utils.exports.pack import since_asked
from utils.figures.slides import minutes as slide_minutes
from utils.figures.slides.slide import SLIDES as EVERY_SLIDE
from utils.screen.app import compared_with, filters, link, release_shown
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param, Several
from utils.screen.app.release_shown import RELEASE
from utils.tables.minutes import Meeting

# The slides of a meeting: which ones in which order.
SLIDES = Several(
    name="slides",
    options=EVERY_SLIDE,
    default=link.join(EVERY_SLIDE),
    label="present.set",
    most=len(EVERY_SLIDE),
)
INVENTED = Param(name="invented", options=("no", "yes"), default="no", label="present.invented")
_OWN = (SLIDES, INVENTED)
# What a meeting decides of an address: everything but the language and how slides move on.
_HELD = (
    *(name for name in filters.SHARED if name != filters.LANGUAGE.name),
    *(param.name for param in _OWN),
    "since",
)


def param() -> Param:
    """Return the parameter that names a meeting whose minutes are shown, empty for none."""
    with store.opened().connect() as connection:
        numbers = [str(one.number) for one in store_minutes.every(connection)]
    return Param(name="meeting", options=("", *numbers), default="", label="minutes.choose")


def since_param() -> Param:
    """Return the parameter that names what the slides compare with.

    They open with the release of the meeting before, and with a fiscal year where none was held.
    """
    return compared_with.param(release=_last_release())


def _last_release() -> int:
    """Return the release of the meeting before the named one, or of the last; 0 for none."""
    if release_shown.release().number == 1:
        return 0
    number = link.value(param())
    with store.opened().connect() as connection:
        _, last = store_minutes.with_last(connection, int(number) if number else None)
    return 0 if last is None else last.release


def complete() -> None:
    """Spell out a link that names a meeting and nothing else: as it was held."""
    found, _ = named()
    if found is not None and not any(name in st.query_params for name in _HELD):
        enter(found)
        st.rerun()


def named() -> tuple[Meeting | None, Meeting | None]:
    """Return the meeting that the address names and the one before it, as their minutes stand."""
    held = link.value(param())
    if not held:
        return None, None
    with store.opened().connect() as connection:
        return store_minutes.with_last(connection, int(held))


def choose(chosen: Filters) -> None:
    """Offer the meetings that were noted: choosing one shows its release, filters and slides."""
    words = chosen.words
    with store.opened().connect() as connection:
        held = {str(one.number): one for one in store_minutes.every(connection)}
    if not held:
        return
    key, _ = link.follow(param(), "present")
    st.selectbox(
        words(param().label),
        ["", *held],
        format_func=lambda code: (
            slide_minutes.title(held[code], words) if code else words("minutes.no_meeting")
        ),
        key=key,
        on_change=lambda: enter(held.get(st.session_state[key])),
    )


def enter(meeting: Meeting | None) -> None:
    """Write into the address what a meeting looked at; None: that there is no meeting."""
    if meeting is None:
        st.query_params.pop("meeting", None)
        return
    for name in _HELD:
        st.query_params.pop(name, None)
    st.query_params.update(parse_qsl(meeting.selection, keep_blank_values=True))
    own = {RELEASE.name: str(meeting.release), "meeting": str(meeting.number)}
    st.query_params.update(own)


def selection(chosen: Filters, last: Meeting | None = None) -> str:
    """Return filters and slides of this address, every choice spelled out, as a query.

    `last`: the meeting before the one that this is for, whose release is compared with where the
    address names nothing else.
    """
    codes = chosen.link | {param.name: link.value(param) for param in _OWN}
    compared = since_param()
    codes[compared.name] = link.value(compared)
    code = "" if last is None else since_asked.code_of(last.release)
    if codes[compared.name] == compared.default and code in compared.options:
        codes[compared.name] = code
    kept = {name: code for name, code in codes.items() if name in _HELD and name != RELEASE.name}
    return urlencode(kept, safe=",")
