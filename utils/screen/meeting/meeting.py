"""Which meeting the slides are for: chosen among those that were noted, and held in the address."""

from __future__ import annotations

import streamlit as st

from utils.desk.store import minutes as store_minutes
from utils.desk.store import store
from utils.exports import baseline
from utils.exports import selection as composer
from utils.figures.slides import minutes as slide_minutes
from utils.figures.slides.slide import SLIDES as EVERY_SLIDE
from utils.screen.app import compared_with, filters, link
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param, Several
from utils.screen.app.release_shown import PREVIEW, RELEASE
from utils.screen.coverage import selection
from utils.tables.minutes import Meeting

# The slides of a meeting: which ones in which order.
SLIDES = Several(
    name="slides",
    options=EVERY_SLIDE,
    default=link.join(EVERY_SLIDE),
    label="present.set",
    most=len(EVERY_SLIDE),
)
# What a meeting decides of an address: everything but the language and how slides move on.
_DECIDED = (*composer.NAMES, RELEASE.name, PREVIEW.name)


def param() -> Param:
    """Return the parameter that names a meeting whose minutes are shown, empty for none."""
    with store.opened().connect() as connection:
        numbers = [str(one.number) for one in store_minutes.every(connection)]
    return Param(name="meeting", options=("", *numbers), default="", label="minutes.choose")


def since_param() -> Param:
    """Return the parameter that names what the slides compare with.

    They open with the release of the meeting before, and with a fiscal year where none was held.
    """
    return compared_with.param(lambda codes: baseline.default(codes, _previous()))


def _previous() -> Meeting | None:
    """Return the meeting before the one that the address names; None where there is none."""
    number = link.value(param())
    if not number:
        return None
    with store.opened().connect() as connection:
        return store_minutes.with_last(connection, int(number))[1]


def complete() -> None:
    """Spell out a link that names a meeting: what it leaves out is as the meeting was noted."""
    codes = composer.noted_codes(named()[0])
    left_out = {name: code for name, code in codes.items() if name not in st.query_params}
    if RELEASE.name not in left_out:
        # What this release does not offer is not put back: `link.check` has just refused it.
        left_out = {name: code for name, code in left_out.items() if _param(name).allows(code)}
    if left_out:
        st.query_params.update(left_out)
        st.rerun()


def _param(name: str) -> Param:
    own = (SLIDES, since_param())
    return next(one for one in (*filters.params().values(), *own) if one.name == name)


def named() -> tuple[Meeting | None, Meeting | None]:
    """Return the meeting that the address names and the one before it, as their minutes stand."""
    number = link.value(param())
    if not number:
        return None, None
    with store.opened().connect() as connection:
        return store_minutes.with_last(connection, int(number))


def choose(chosen: Filters) -> None:
    """Offer the meetings that were noted: choosing one shows its release, filters and slides."""
    words = chosen.words
    with store.opened().connect() as connection:
        meetings = {str(one.number): one for one in store_minutes.every(connection)}
    if not meetings:
        return
    key, _ = link.follow(param(), "present")
    st.selectbox(
        words(param().label),
        ["", *meetings],
        format_func=lambda code: (
            slide_minutes.title(meetings[code], words) if code else words("minutes.no_meeting")
        ),
        key=key,
        on_change=lambda: enter(meetings.get(st.session_state[key])),
    )


def enter(meeting: Meeting | None) -> None:
    """Write into the address what a meeting was noted with; None: that there is no meeting."""
    if meeting is None:
        st.query_params.pop("meeting", None)
        return
    for name in _DECIDED:
        st.query_params.pop(name, None)
    st.query_params.update(composer.noted_codes(meeting) | {"meeting": str(meeting.number)})


def to_note(chosen: Filters, previous: Meeting | None = None) -> str:
    """Return filters and slides of this address, every choice spelled out, as minutes keep them.

    `previous`: the meeting before the one that this is for, whose release is compared with where
    the address names nothing else.
    """
    since = since_param()
    codes = {SLIDES.name: link.value(SLIDES)}
    if link.value(since) != since.default:
        codes[since.name] = link.value(since)
    request = selection.request(chosen, codes, previous=previous)
    return composer.to_note(composer.all_codes(request, selection.tables()))
